# Warnings for our own targets alone; a consumer of the library never sees them.
add_library(newsgloss_warnings INTERFACE)
target_compile_options(newsgloss_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wcast-qual -Wnon-virtual-dtor -Woverloaded-virtual
  -Wno-overlength-strings  # generated tables are string literals; the compilers used take any length
  -Wdouble-promotion -Wimplicit-fallthrough)
if(NEWSGLOSS_WARNINGS_AS_ERRORS)
  target_compile_options(newsgloss_warnings INTERFACE -Werror)
endif()
# GCC 12 warns of overlapping copies inside its own std::string (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(newsgloss_warnings INTERFACE -Wno-restrict)
endif()

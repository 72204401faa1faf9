# cmake --install, and find_package(newsgloss) for a consumer: target newsgloss::newsgloss.
include(CMakePackageConfigHelpers)
install(TARGETS newsgloss EXPORT newsgloss-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY src/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/newsgloss FILES_MATCHING PATTERN "*.h"
  PATTERN "cli" EXCLUDE PATTERN "wasm" EXCLUDE PATTERN "train" EXCLUDE)
install(TARGETS newsgloss_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(EXPORT newsgloss-targets NAMESPACE newsgloss:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/newsgloss
  FILE newsgloss-config.cmake)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/newsgloss-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/newsgloss-config-version.cmake DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/newsgloss)

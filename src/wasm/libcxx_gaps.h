// What the libc++ of Emscripten 3.1.6 (Debian's) lacks of C++20; included before every source of the wasm build, so
// that the engine is written in plain C++20. Empty with a newer Emscripten.
#pragma once

#include <version>

#ifndef __cpp_lib_bit_cast
#include <bit>
namespace std {  // where the standard puts it, under the standard's name, only where the library leaves it out
template <typename To, typename From>
[[nodiscard]] constexpr To bit_cast(const From& from) noexcept {
  static_assert(sizeof(To) == sizeof(From));
  return __builtin_bit_cast(To, from);
}
}  // namespace std
#endif

// What the vector builds of the kernels have in common, written in GCC's vector types (Clang's and Emscripten's too)
// for any width: the including file defines `lanes` before, and afterwards what differs by instruction set: dot, to_int
// and store_i16. Included within an unnamed namespace, after <cstring> and network_kernels.h. See network_kernels.inl.

using F = float __attribute__((vector_size(4 * lanes)));
using I = std::int32_t __attribute__((vector_size(4 * lanes)));
using W = std::int16_t __attribute__((vector_size(4 * lanes)));

template <typename T>
T load(const void* p) {
  T v;
  std::memcpy(&v, p, sizeof v);
  return v;
}
F load_f(const float* p) { return load<F>(p); }
void store_f(float* p, F v) { std::memcpy(p, &v, sizeof v); }
F splat_f(float v) { return v - F{}; }  // less 0: the same bits in every lane, -0 too
W load_w(const std::int16_t* p) { return load<W>(p); }
W pair(const std::int16_t* p) { return (W)(load<std::int32_t>(p) - I{}); }
F to_float(I v) { return __builtin_convertvector(v, F); }
F min_f(F a, F b) { return a < b ? a : b; }
F max_f(F a, F b) { return a > b ? a : b; }

// The kernels on vectors of 128 bits: SSE2 on x86-64, simd128 in WebAssembly, GCC vector types elsewhere.
#include <cstring>

#include "tagger/network_kernels.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace newsgloss {
namespace {

constexpr std::size_t lanes = 4;

#include "tagger/network_kernels_vectors.inl"

I dot(I sum, W a, W b) {
#if defined(__SSE2__)
  return sum + (I)_mm_madd_epi16((__m128i)a, (__m128i)b);
#elif defined(__wasm_simd128__)
  return sum + (I)wasm_i32x4_dot_i16x8((v128_t)a, (v128_t)b);
#else
  for (int i = 0; i < 4; ++i) sum[i] += a[2 * i] * b[2 * i] + a[2 * i + 1] * b[2 * i + 1];
  return sum;
#endif
}
I to_int(F v) {
#if defined(__SSE2__)
  return (I)_mm_cvttps_epi32((__m128)v);
#elif defined(__wasm_simd128__)
  return (I)wasm_i32x4_trunc_sat_f32x4((v128_t)v);
#else
  return __builtin_convertvector(v, I);
#endif
}
void store_i16(std::int16_t* p, I v, std::int32_t less) {
  v -= I{less, less, less, less};
  for (int i = 0; i < 4; ++i) p[i] = static_cast<std::int16_t>(v[i]);
}

#include "tagger/network_kernels.inl"

}  // namespace

const NetworkKernels& simd_kernels() noexcept {
  static constexpr NetworkKernels kernels = {affine, gru};
  return kernels;
}

}  // namespace newsgloss

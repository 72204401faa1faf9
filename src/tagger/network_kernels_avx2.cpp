// The kernels on vectors of 256 bits, for processors with AVX2. Only the functions between the pragmas are compiled
// for AVX2: nothing that another file could share is among them. (No fused multiply-add: see network_kernels.h.)
#include <cstring>

#include "tagger/network_kernels.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2")
#endif

namespace newsgloss {
namespace {

constexpr std::size_t lanes = 8;

#include "tagger/network_kernels_vectors.inl"

I dot(I sum, W a, W b) { return sum + (I)_mm256_madd_epi16((__m256i)a, (__m256i)b); }
I to_int(F v) { return (I)_mm256_cvttps_epi32((__m256)v); }
void store_i16(std::int16_t* p, I v, std::int32_t less) {
  const __m256i moved = _mm256_sub_epi32((__m256i)v, _mm256_set1_epi32(less));
  const __m128i narrow = _mm_packs_epi32(_mm256_castsi256_si128(moved), _mm256_extracti128_si256(moved, 1));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(p), narrow);
}

#include "tagger/network_kernels.inl"

}  // namespace
}  // namespace newsgloss

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif

namespace newsgloss {

const NetworkKernels* avx2_kernels() noexcept {
  static constexpr NetworkKernels kernels = {affine, gru};
  return __builtin_cpu_supports("avx2") ? &kernels : nullptr;
}

}  // namespace newsgloss

#else

namespace newsgloss {
const NetworkKernels* avx2_kernels() noexcept { return nullptr; }
}  // namespace newsgloss

#endif

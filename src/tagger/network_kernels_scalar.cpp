// The kernels' reference build: vectors of one element.
#include "tagger/network_kernels.h"

namespace newsgloss {
namespace {

constexpr std::size_t lanes = 1;
using F = float;
using I = std::int32_t;
struct W {
  std::int16_t first, second;
};

F load_f(const float* p) { return *p; }
void store_f(float* p, F v) { *p = v; }
F splat_f(float v) { return v; }
W load_w(const std::int16_t* p) { return {p[0], p[1]}; }
W pair(const std::int16_t* p) { return {p[0], p[1]}; }
I dot(I sum, W a, W b) { return sum + a.first * b.first + a.second * b.second; }
F to_float(I v) { return static_cast<float>(v); }
I to_int(F v) { return static_cast<std::int32_t>(v); }
F min_f(F a, F b) { return a < b ? a : b; }
F max_f(F a, F b) { return a > b ? a : b; }
void store_i16(std::int16_t* p, I v, std::int32_t less) { *p = static_cast<std::int16_t>(v - less); }

#include "tagger/network_kernels.inl"

}  // namespace

const NetworkKernels& scalar_kernels() noexcept {
  static constexpr NetworkKernels kernels = {affine, gru};
  return kernels;
}

void PackedMatrix::resize(std::size_t row_count, std::size_t column_count) {
  rows = (row_count + row_group - 1) / row_group * row_group;
  columns = (column_count + 1) / 2 * 2;
  weights.assign(rows * columns, 0);
  steps.assign(rows, 0.0F);
  bias.assign(rows, 0.0F);
}

const NetworkKernels& best_kernels() noexcept {
  const NetworkKernels* avx2 = avx2_kernels();
  return avx2 != nullptr ? *avx2 : simd_kernels();
}

}  // namespace newsgloss

// Kernels: the inner loops of the attribution network, in three builds that give the same bits.
//
//   scalar   plain loops: the reference
//   simd     vectors of 128 bits: SSE2, WebAssembly SIMD, or what the compiler makes of GCC vector types
//   avx2     vectors of 256 bits, chosen at run time where the processor has them
//
// Equal results hold because products are of integers (exact in any order) and because each float is computed by the
// same operations in the same order in its own lane: no sum of floats runs across lanes, and no multiply-add is fused
// (-ffp-contract=off). All three come from network_kernels.inl.
//
// Matrices are packed for the product: groups of 8 rows, within a group column pairs, within a pair the 8 rows' two
// weights side by side:   w[row / 8][column / 2][row % 8][column % 2].
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace newsgloss {

inline constexpr std::size_t row_group = 8;

/// A matrix of integers with a float step for each row: element (r, c) is weight * step[r].
struct PackedMatrix {
  std::size_t rows = 0;     // a multiple of 8 (the last may be padding)
  std::size_t columns = 0;  // a multiple of 2 (the last may be padding)
  std::vector<std::int16_t> weights;
  std::vector<float> steps;
  std::vector<float> bias;

  void resize(std::size_t row_count, std::size_t column_count);
  void set(std::size_t row, std::size_t column, std::int16_t weight) noexcept {
    weights[((row / row_group * (columns / 2) + column / 2) * row_group + row % row_group) * 2 + column % 2] = weight;
  }
};

struct NetworkKernels {
  /// out[t][r] = bias[r] + steps[r] * sum over c of w[r][c] * x[t][c], for `tokens` rows of x, each `m.columns` long.
  void (*affine)(const PackedMatrix& m, const std::int16_t* x, std::size_t tokens, float* out);

  /// One direction of a GRU layer (gates r, z, n; see attribution_network.h) over `tokens` rows of input gates, each
  /// `stride` floats apart, the direction's 3 * size first. `recurrent` holds U (3 * size rows). The states, rounded to
  /// 1 / 127 and as integers, go to out[t * out_stride]. `scratch` has room for 4 * size floats and `size` int16.
  void (*gru)(const PackedMatrix& recurrent, const float* gates, std::size_t stride, std::size_t tokens, bool reverse,
              std::int16_t* out, std::size_t out_stride, float* scratch, std::int16_t* state);
};

[[nodiscard]] const NetworkKernels& scalar_kernels() noexcept;
[[nodiscard]] const NetworkKernels& simd_kernels() noexcept;
/// Null where the build or the processor has no AVX2.
[[nodiscard]] const NetworkKernels* avx2_kernels() noexcept;
/// The fastest that runs here.
[[nodiscard]] const NetworkKernels& best_kernels() noexcept;

}  // namespace newsgloss

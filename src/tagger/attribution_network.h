// The attribution network: features of a block's tokens -> a score for each label of each token.
//
//   x      = lexicon vector | sum of the feature vectors (a hashed table, Weinberger et al. 2009)   8-bit integers
//   layers = bidirectional GRUs (Cho et al. 2014), forward states then backward states               8-bit integers
//            r = sigmoid(Wr x + br + Ur h)   z = sigmoid(Wz x + bz + Uz h)
//            n = tanh(Wn x + bn + r * Un h)  h' = (1 - z) n + z h
//   scores = linear in the last layer's states
//
// ATTR section: u32 version (1), u32 bit set of the features (AttributionFeature), u32 rows and u32 width of the table,
// u32 width of the lexicon's vectors, f32 unit of x, f32 unit of the table, u32 layers n, n * u32 size, u32 labels K,
// for source, cue and
// content 6 * u16 in ten-thousandths: the least probability of a chosen span, then what a computed probability of 0,
// 1/4, 1/2, 3/4, 1 is worth on held-out text (the network is too sure of itself; between these, linear); the table:
// rows * u8 step, rows * width / 2 bytes of 4-bit weights (a weight w as w + 8, the first in the low half; a table
// element is weight * step * unit); per layer: W (6 * size rows: forward r z n, backward r z n), then U forward, U
// backward (3 * size rows); the head (K rows); K * K f32 transitions (from, to), K f32 start, K f32 end. A matrix is
// f32 step per row, f32 bias per row (of W and head), 4-bit weights as above, row by row (of the head: int8).
//
// What is read is expanded once. Running costs some 150,000 multiply-adds a token; nothing is allocated once the
// buffers have grown to the longest block (at most `longest` tokens: longer ones are cut by the caller).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tagger/attribution_features.h"
#include "tagger/lexicon.h"
#include "tagger/network_kernels.h"

namespace newsgloss {

/// Label k of the network: 0 is O, 1 + 4 c + p is part p of type c (AttributionLabel).
enum class SpanPart : unsigned char { begin, inside, end, single };
inline constexpr std::size_t attribution_label_count = 13;

using LabelScores = std::array<float, attribution_label_count>;

struct LabelTransitions {
  std::array<LabelScores, attribution_label_count> between{};  // [from][to]
  LabelScores start{};
  LabelScores end{};
};

class AttributionNetwork {
 public:
  static constexpr std::size_t longest = 1024;

  /// Reads an ATTR section that fits `lexicon`, which must outlive the network; false when its content is invalid.
  [[nodiscard]] bool open(std::span<const std::byte> section, const Lexicon& lexicon);

  /// Scores of `tokens` (at most `longest`) into `scores`, one row each.
  void run(std::span<const TokenFeatures> tokens, std::vector<LabelScores>& scores);

  [[nodiscard]] const LabelTransitions& transitions() const noexcept { return transitions_; }
  /// The least probability of a span of that type (an AttributionLabel), in ten-thousandths.
  [[nodiscard]] std::uint32_t threshold(std::size_t type) const noexcept { return thresholds_[type]; }
  /// A span's probability (ten-thousandths) as held-out text has it, from the computed one.
  [[nodiscard]] std::uint32_t calibrated(std::size_t type, std::uint32_t probability) const noexcept;

  /// For tests: the build of the kernels to run on.
  void use(const NetworkKernels& kernels) noexcept { kernels_ = &kernels; }

 private:
  struct Layer {
    std::size_t size = 0;
    PackedMatrix input;                     // W
    std::array<PackedMatrix, 2> recurrent;  // U
  };

  void embed(std::span<const TokenFeatures> tokens);

  const Lexicon* lexicon_ = nullptr;
  const NetworkKernels* kernels_ = &best_kernels();
  std::vector<std::uint32_t> features_;  // which hashes to look up
  std::uint32_t rows_ = 0;
  std::uint32_t width_ = 0;
  float table_to_input_ = 0;  // table units -> steps of x
  std::vector<std::int16_t> table_;
  std::vector<Layer> layers_;
  PackedMatrix head_;
  LabelTransitions transitions_;
  std::array<std::uint32_t, 3> thresholds_{};
  std::array<std::array<std::uint32_t, 5>, 3> calibration_{};

  std::vector<std::int16_t> x_;  // inputs of the layer at hand
  std::vector<std::int16_t> y_;  // its states
  std::vector<float> gates_;
  std::vector<float> scratch_;
  std::vector<std::int16_t> state_;
};

}  // namespace newsgloss

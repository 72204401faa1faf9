// The attribution network: a recurrent network (recurrent_network.h) over a block's tokens, the CRF's transitions
// between its labels, and what its spans are worth.
//
// ATTR section: the network's shape; for source, cue and content 6 * u16 in ten-thousandths: the least probability of a
// chosen span, then what a computed probability of 0, 1/4, 1/2, 3/4, 1 is worth on held-out text (the network is too
// sure of itself; between these, linear); the network's weights; K * K f32 transitions (from, to), K f32 start, K f32
// end.
//
// Running costs some 150,000 multiply-adds a token.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "tagger/recurrent_network.h"

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
  static constexpr std::size_t longest = RecurrentNetwork::longest;

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
  void use(const NetworkKernels& kernels) noexcept { network_.use(kernels); }

 private:
  RecurrentNetwork network_;
  LabelTransitions transitions_;
  std::array<std::uint32_t, 3> thresholds_{};
  std::array<std::array<std::uint32_t, 5>, 3> calibration_{};
};

}  // namespace newsgloss

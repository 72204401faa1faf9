// Spans from label scores: the linear-chain CRF's posterior probability of each span, and the best set of them.
//
// Forward and backward recursions (Lafferty et al. 2001; Rabiner 1989, scaled at each token) over the labels O and B,
// I, E, S of each type give P(span | text) for every span; the set without overlaps that maximises the sum of P -
// threshold is found by weighted interval scheduling. It is the minimum-Bayes-risk choice when a wrong span costs the
// threshold and a found one gains the rest (for F1 of F the best threshold is near F / 2).
//
// The spans of one type that are open at one token exclude each other, so at most 1 / threshold of them are above it:
// linear in the tokens. All sums are of floats in a fixed order: the same bits everywhere.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "tagger/attribution_network.h"
#include "tagger/tagger.h"

namespace newsgloss {

class SpanDecoder {
 public:
  /// `thresholds` by AttributionLabel, in ten-thousandths, above 0.
  void open(const LabelTransitions& transitions, const std::array<std::uint32_t, 3>& thresholds);

  /// Appends the chosen spans to `out`, in order, tokens counted from `first_token`. A span's score is its probability.
  void decode(std::span<const LabelScores> scores, std::uint32_t first_token, std::vector<AttributionSpan>& out);

 private:
  struct Candidate {
    TokenRange tokens;
    AttributionLabel label = AttributionLabel::source;
    float probability = 0;
  };

  void find_posteriors(std::span<const LabelScores> scores);
  void collect_candidates(std::size_t type);

  std::array<LabelScores, attribution_label_count> between_{};  // exp of the transitions; 0 where forbidden
  LabelScores start_{};
  LabelScores end_{};
  std::array<float, 3> thresholds_{};
  std::vector<LabelScores> local_;  // exp of the scores, the token's best being 1
  std::vector<LabelScores> forward_;
  std::vector<LabelScores> backward_;
  std::vector<float> scale_;
  std::vector<Candidate> candidates_;
  std::vector<float> best_;          // of the first i candidates by end
  std::vector<std::uint32_t> back_;  // ... how many candidates end before candidate i begins
};

}  // namespace newsgloss

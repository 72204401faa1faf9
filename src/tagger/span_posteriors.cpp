#include "tagger/span_posteriors.h"

#include <algorithm>

#include "tagger/exponential.h"

namespace newsgloss {
namespace {

constexpr std::size_t label_of(std::size_t type, SpanPart part) noexcept {
  return 1 + 4 * type + static_cast<std::size_t>(part);
}

enum class Position : unsigned char { outside, begin, inside, end, single };

constexpr Position position_of(std::size_t label) noexcept {
  return label == 0 ? Position::outside : static_cast<Position>(1 + (label - 1) % 4);
}
constexpr bool opens(Position p) noexcept { return p == Position::begin || p == Position::inside; }
constexpr bool goes_on(Position p) noexcept { return p == Position::inside || p == Position::end; }

/// May label `to` follow label `from`? What is opened goes on in its own type, and nothing else goes on.
constexpr bool may_follow(std::size_t from, std::size_t to) noexcept {
  const bool open = opens(position_of(from));
  return open == goes_on(position_of(to)) && (!open || (from - 1) / 4 == (to - 1) / 4);
}

}  // namespace

void SpanDecoder::open(const LabelTransitions& transitions, const std::array<std::uint32_t, 3>& thresholds) {
  for (std::size_t from = 0; from < attribution_label_count; ++from) {
    for (std::size_t to = 0; to < attribution_label_count; ++to)
      between_[from][to] = may_follow(from, to) ? exponential(transitions.between[from][to]) : 0.0F;
    start_[from] = goes_on(position_of(from)) ? 0.0F : exponential(transitions.start[from]);
    end_[from] = opens(position_of(from)) ? 0.0F : exponential(transitions.end[from]);
  }
  for (std::size_t i = 0; i < thresholds.size(); ++i) thresholds_[i] = static_cast<float>(thresholds[i]) / 10000.0F;
}

void SpanDecoder::find_posteriors(std::span<const LabelScores> scores) {
  const std::size_t n = scores.size();
  constexpr std::size_t K = attribution_label_count;
  local_.resize(n);
  forward_.resize(n);
  backward_.resize(n);
  scale_.resize(n);
  for (std::size_t t = 0; t < n; ++t) {
    const float most = *std::max_element(scores[t].begin(), scores[t].end());
    for (std::size_t k = 0; k < K; ++k) local_[t][k] = exponential(scores[t][k] - most);
    LabelScores& alpha = forward_[t];
    if (t == 0) {
      alpha = start_;
    } else {
      alpha.fill(0.0F);
      for (std::size_t j = 0; j < K; ++j)
        for (std::size_t k = 0; k < K; ++k) alpha[k] += forward_[t - 1][j] * between_[j][k];
    }
    float sum = 0;
    for (std::size_t k = 0; k < K; ++k) {
      alpha[k] *= local_[t][k];
      sum += alpha[k];
    }
    scale_[t] = sum > 0 ? 1.0F / sum : 0.0F;
    for (float& a : alpha) a *= scale_[t];
  }
  float sum = 0;
  for (std::size_t k = 0; k < K; ++k) sum += forward_[n - 1][k] * end_[k];
  for (std::size_t k = 0; k < K; ++k) backward_[n - 1][k] = sum > 0 ? end_[k] / sum : 0.0F;
  LabelScores ahead;
  for (std::size_t t = n - 1; t > 0; --t) {
    for (std::size_t k = 0; k < K; ++k) ahead[k] = backward_[t][k] * local_[t][k] * scale_[t];
    for (std::size_t j = 0; j < K; ++j) {
      float value = 0;
      for (std::size_t k = 0; k < K; ++k) value += between_[j][k] * ahead[k];
      backward_[t - 1][j] = value;
    }
  }
}

void SpanDecoder::collect_candidates(std::size_t type) {
  const std::size_t begin = label_of(type, SpanPart::begin);
  const std::size_t inside = label_of(type, SpanPart::inside);
  const std::size_t end = label_of(type, SpanPart::end);
  const std::size_t single = label_of(type, SpanPart::single);
  const float threshold = thresholds_[type];
  const auto add = [&](std::size_t first, std::size_t last, float probability) {
    if (probability <= threshold) return;
    candidates_.push_back({{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)},
                           static_cast<AttributionLabel>(type),
                           std::min(probability, 1.0F)});
  };
  const std::size_t n = forward_.size();
  for (std::size_t first = 0; first < n; ++first) {
    add(first, first + 1, forward_[first][single] * backward_[first][single]);
    float open = forward_[first][begin];  // B at `first`, I up to t - 1
    std::size_t last_label = begin;
    for (std::size_t t = first + 1; t < n && open * backward_[t - 1][last_label] > threshold; ++t) {
      add(first, t + 1, open * between_[last_label][end] * local_[t][end] * scale_[t] * backward_[t][end]);
      open *= between_[last_label][inside] * local_[t][inside] * scale_[t];
      last_label = inside;
    }
  }
}

void SpanDecoder::decode(std::span<const LabelScores> scores, std::uint32_t first_token,
                         std::vector<AttributionSpan>& out) {
  if (scores.empty()) return;
  find_posteriors(scores);
  candidates_.clear();
  for (std::size_t type = 0; type < thresholds_.size(); ++type) collect_candidates(type);
  std::sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
    if (a.tokens.last != b.tokens.last) return a.tokens.last < b.tokens.last;
    if (a.tokens.first != b.tokens.first) return a.tokens.first < b.tokens.first;
    return a.label < b.label;
  });

  const std::size_t n = candidates_.size();
  best_.assign(n + 1, 0.0F);
  back_.assign(n + 1, 0);
  for (std::size_t i = 0; i < n; ++i) {
    const Candidate& candidate = candidates_[i];
    const auto before = std::upper_bound(
        candidates_.begin(), candidates_.begin() + static_cast<std::ptrdiff_t>(i), candidate.tokens.first,
        [](std::uint32_t first, const Candidate& other) { return first < other.tokens.last; });
    back_[i] = static_cast<std::uint32_t>(before - candidates_.begin());
    const float gain = candidate.probability - thresholds_[static_cast<std::size_t>(candidate.label)];
    best_[i + 1] = std::max(best_[i], best_[back_[i]] + gain);
  }
  const std::size_t old_size = out.size();
  for (std::size_t i = n; i > 0;) {
    if (best_[i] == best_[i - 1]) {
      --i;
      continue;
    }
    const Candidate& candidate = candidates_[i - 1];
    out.push_back({{first_token + candidate.tokens.first, first_token + candidate.tokens.last},
                   candidate.label,
                   static_cast<Score>(candidate.probability * 10000.0F + 0.5F)});
    i = back_[i - 1];
  }
  std::reverse(out.begin() + static_cast<std::ptrdiff_t>(old_size), out.end());
}

}  // namespace newsgloss

#include "tagger/span_posteriors.h"

#include <cmath>
#include <map>
#include <random>
#include <tuple>

#include "catch.h"

using namespace newsgloss;

namespace {

using Span3 = std::tuple<std::size_t, std::size_t, std::size_t>;  // type, first, last

/// The label sequence a set of spans stands for, or false when it is not legal BIOES.
bool spans_of(const std::vector<std::size_t>& labels, std::vector<Span3>& spans) {
  spans.clear();
  std::size_t open = 0;  // 1 + type of the span at hand
  std::size_t first = 0;
  for (std::size_t t = 0; t < labels.size(); ++t) {
    const std::size_t label = labels[t];
    const std::size_t type = label == 0 ? 0 : (label - 1) / 4;
    const std::size_t part = label == 0 ? 4 : (label - 1) % 4;
    const bool goes_on = part == 1 || part == 2;
    if (goes_on != (open != 0) || (goes_on && open != type + 1)) return false;
    if (part == 0) {
      open = type + 1;
      first = t;
    } else if (part == 2) {
      spans.emplace_back(type, first, t + 1);
      open = 0;
    } else if (part == 3) {
      spans.emplace_back(type, t, t + 1);
    }
  }
  return open == 0;
}

/// Probability of every span by going through every label sequence.
std::map<Span3, double> by_enumeration(const LabelTransitions& transitions, const std::vector<LabelScores>& scores) {
  std::map<Span3, double> out;
  double total = 0;
  std::vector<std::size_t> labels(scores.size(), 0);
  std::vector<Span3> spans;
  while (true) {
    if (spans_of(labels, spans)) {
      double sum =
          static_cast<double>(transitions.start[labels.front()]) + static_cast<double>(transitions.end[labels.back()]);
      for (std::size_t t = 0; t < labels.size(); ++t) {
        sum += static_cast<double>(scores[t][labels[t]]);
        if (t > 0) sum += static_cast<double>(transitions.between[labels[t - 1]][labels[t]]);
      }
      const double weight = std::exp(sum);
      total += weight;
      for (const Span3& span : spans) out[span] += weight;
    }
    std::size_t t = 0;
    while (t < labels.size() && ++labels[t] == attribution_label_count) labels[t++] = 0;
    if (t == labels.size()) break;
  }
  for (auto& [span, weight] : out) weight /= total;
  return out;
}

/// The best sum of (probability - threshold) over sets without overlap, by trying all sets.
double best_by_enumeration(const std::vector<std::pair<Span3, double>>& spans, double threshold, std::size_t i,
                           std::size_t taken) {
  if (i == spans.size()) return 0;
  double best = best_by_enumeration(spans, threshold, i + 1, taken);
  std::size_t mask = 0;
  for (std::size_t t = std::get<1>(spans[i].first); t < std::get<2>(spans[i].first); ++t) mask |= std::size_t{1} << t;
  if ((taken & mask) == 0 && spans[i].second > threshold)
    best = std::max(best, spans[i].second - threshold + best_by_enumeration(spans, threshold, i + 1, taken | mask));
  return best;
}

float random_score(std::mt19937& random, float range) {
  return (static_cast<float>(random() % 2001) / 1000.0F - 1.0F) * range;
}

}  // namespace

TEST_CASE("Span probabilities and the choice of spans equal those by enumeration") {
  std::mt19937 random(7);
  for (int round = 0; round < 12; ++round) {
    CAPTURE(round);
    LabelTransitions transitions;
    for (LabelScores& from : transitions.between)
      for (float& score : from) score = random_score(random, 1.0F);
    for (float& score : transitions.start) score = random_score(random, 1.0F);
    for (float& score : transitions.end) score = random_score(random, 1.0F);
    std::vector<LabelScores> scores(1 + static_cast<std::size_t>(round) % 5);
    for (LabelScores& row : scores)
      for (float& score : row) score = random_score(random, 4.0F);

    const std::uint32_t threshold = 500;
    SpanDecoder decoder;
    decoder.open(transitions, {threshold, threshold, threshold});
    std::vector<AttributionSpan> chosen;
    decoder.decode(scores, 100, chosen);

    const std::map<Span3, double> expected = by_enumeration(transitions, scores);
    double gain = 0;
    std::uint32_t last = 0;
    for (const AttributionSpan& span : chosen) {
      CHECK(span.tokens.first >= last + (last == 0 ? 100u : 0u));
      last = span.tokens.last;
      const auto at =
          expected.find({static_cast<std::size_t>(span.label), span.tokens.first - 100, span.tokens.last - 100});
      REQUIRE(at != expected.end());
      CHECK(std::abs(at->second - span.score / 10000.0) < 2e-4);
      gain += at->second - 0.05;
    }
    const std::vector<std::pair<Span3, double>> all(expected.begin(), expected.end());
    CHECK(std::abs(gain - best_by_enumeration(all, 0.05, 0, 0)) < 1e-3);
  }
}

TEST_CASE("Decoding nothing gives nothing") {
  SpanDecoder decoder;
  decoder.open({}, {3500, 3500, 3500});
  std::vector<AttributionSpan> chosen;
  decoder.decode({}, 0, chosen);
  CHECK(chosen.empty());
}

#include "tagger/attribution_network.h"

#include <algorithm>

namespace newsgloss {
namespace {

constexpr std::uint32_t certain = 10000;

}  // namespace

bool AttributionNetwork::open(std::span<const std::byte> section, const Lexicon& lexicon) {
  SectionReader reader(section);
  if (!network_.read_shape(reader, lexicon, attribution_label_count)) return false;
  for (std::size_t type = 0; type < thresholds_.size(); ++type) {
    thresholds_[type] = reader.u16();
    if (thresholds_[type] == 0 || thresholds_[type] >= certain) return false;
    for (std::uint32_t& worth : calibration_[type]) {
      worth = reader.u16();
      if (worth > certain) return false;
    }
  }
  if (!network_.read_weights(reader)) return false;
  bool valid = true;
  for (LabelScores& from : transitions_.between)
    for (float& score : from) score = read_number(reader, valid);
  for (float& score : transitions_.start) score = read_number(reader, valid);
  for (float& score : transitions_.end) score = read_number(reader, valid);
  return reader.complete() && valid;
}

std::uint32_t AttributionNetwork::calibrated(std::size_t type, std::uint32_t probability) const noexcept {
  constexpr std::uint32_t quarter = certain / 4;
  const std::uint32_t knot = std::min<std::uint32_t>(probability / quarter, 3);
  const std::uint32_t over = std::min(probability, certain) - knot * quarter;
  return (calibration_[type][knot] * (quarter - over) + calibration_[type][knot + 1] * over + quarter / 2) / quarter;
}

void AttributionNetwork::run(std::span<const TokenFeatures> tokens, std::vector<LabelScores>& scores) {
  const std::span<const float> all = network_.run(tokens);
  scores.resize(tokens.size());
  for (std::size_t t = 0; t < tokens.size(); ++t)
    std::copy_n(all.data() + t * network_.stride(), attribution_label_count, scores[t].begin());
}

}  // namespace newsgloss

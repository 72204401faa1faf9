#include "tagger/entity_network.h"

#include <algorithm>

#include "tagger/exponential.h"

namespace newsgloss {
namespace {

constexpr float least_nats = -32.0F;  // keeps sums over any sentence within 32 bits
constexpr float least_floor = 1.0e-6F;

}  // namespace

bool EntityNetwork::open(std::span<const std::byte> section, const Lexicon& lexicon, std::size_t labels) {
  SectionReader reader(section);
  bool valid = true;
  share_ = read_number(reader, valid);
  floor_ = read_number(reader, valid);
  labels_ = labels;
  return valid && share_ >= 0 && floor_ >= least_floor && network_.read_shape(reader, lexicon, labels) &&
         network_.read_weights(reader) && reader.complete();
}

void EntityNetwork::correct(TokenRange sentence, std::span<const float> probabilities, std::span<std::int32_t> scores) {
  const std::span<const TokenFeatures> tokens = std::span(tokens_).subspan(sentence.first, sentence.size());
  sum_.resize(labels_);
  for (std::size_t first = 0; first < tokens.size(); first += RecurrentNetwork::longest) {
    const std::size_t count = std::min(tokens.size() - first, RecurrentNetwork::longest);
    const std::span<const float> learned = network_.run(tokens.subspan(first, count));
    for (std::size_t t = 0; t < count; ++t) {
      const std::size_t at = (first + t) * labels_;
      for (std::size_t y = 0; y < labels_; ++y)
        sum_[y] = share_ * natural_logarithm(probabilities[at + y] + floor_) + learned[t * network_.stride() + y];
      const float best = *std::max_element(sum_.begin(), sum_.end());
      for (std::size_t y = 0; y < labels_; ++y)
        scores[at + y] = static_cast<std::int32_t>(std::max(sum_[y] - best, least_nats) * units_a_nat - 0.5F);
    }
  }
}

}  // namespace newsgloss

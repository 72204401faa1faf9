#include "tagger/entity_model.h"

#include <algorithm>
#include <array>
#include <bit>

#include "tagger/exponential.h"

namespace newsgloss {
namespace {

constexpr int labels = EntityModel::labels;
constexpr int start = labels;  // row of the transitions out of a sentence's start
constexpr std::int32_t not_allowed = -(1 << 28);
constexpr std::int16_t not_allowed_in_file = -32768;

// O, then B I L U of each type.
enum class Position : unsigned char { begin, inside, last, unit, outside };
constexpr Position position_of(int label) noexcept {
  return label == 0 ? Position::outside : static_cast<Position>((label - 1) % 4);
}
constexpr bool is_open(int label) noexcept {
  return position_of(label) == Position::begin || position_of(label) == Position::inside;
}
constexpr std::array<EntityType, 7> types = {EntityType::person, EntityType::org, EntityType::loc,
                                             EntityType::norp,   EntityType::fac, EntityType::product,
                                             EntityType::other};
constexpr EntityType type_of(int label) noexcept { return types[static_cast<std::size_t>((label - 1) / 4)]; }

constexpr bool is_legal(int from, int to) noexcept {
  const Position p = position_of(to);
  if (from != start && is_open(from))
    return (p == Position::inside || p == Position::last) && (from - 1) / 4 == (to - 1) / 4;
  return p == Position::outside || p == Position::begin || p == Position::unit;
}

// For each label, the labels that may come before it.
struct Predecessors {
  std::array<std::array<std::uint8_t, labels>, labels> list{};
  std::array<std::uint8_t, labels> count{};
};
constexpr Predecessors make_predecessors() {
  Predecessors p;
  for (int to = 0; to < labels; ++to)
    for (int from = 0; from < labels; ++from)
      if (is_legal(from, to)) {
        const auto t = static_cast<std::size_t>(to);
        p.list[t][p.count[t]++] = static_cast<std::uint8_t>(from);
      }
  return p;
}
constexpr Predecessors predecessors = make_predecessors();

constexpr std::size_t index(int from, int to) noexcept { return static_cast<std::size_t>(from * labels + to); }

}  // namespace

ModelStatus EntityModel::open(std::span<const std::byte> section, std::span<const std::byte> network,
                              const Lexicon& lexicon) {
  has_network_ = !network.empty();
  if (has_network_ && !network_.open(network, lexicon, labels))
    return {ModelError::invalid_section, SectionKind::entity_network};
  return read_weights(section, lexicon);
}

ModelStatus EntityModel::read_weights(std::span<const std::byte> section, const Lexicon& lexicon) {
  const ModelStatus invalid{ModelError::invalid_section, SectionKind::entities};
  SectionReader in(section);
  const unsigned version = in.u8();
  const unsigned bits = in.u8();
  const unsigned label_count = in.u8();
  static_cast<void>(in.u8());
  const std::uint32_t step = in.u32();
  const std::uint32_t row_count = in.u32();
  const std::uint32_t weight_count = in.u32();
  const std::uint32_t escape_count = in.u32();
  if (in.failed() || version != 2 || bits < 10 || bits > 22 || label_count != labels || step == 0 || step > (1u << 20))
    return invalid;
  const std::uint32_t buckets = 1u << bits;
  if (row_count > buckets || weight_count > section.size() || escape_count > weight_count) return invalid;

  bucket_mask_ = buckets - 1;
  crf_.nats = static_cast<float>(step) / 65536.0F;
  legal_.nats = 1.0F / EntityNetwork::units_a_nat;
  for (Chain* chain : {&crf_, &legal_}) {
    chain->transitions.assign(static_cast<std::size_t>((labels + 1) * labels), not_allowed);
    chain->weights.assign(chain->transitions.size(), 0.0F);
  }
  for (int from = 0; from <= labels; ++from)
    for (int to = 0; to < labels; ++to) {
      const auto value = static_cast<std::int16_t>(in.u16());
      if ((value != not_allowed_in_file) != is_legal(from, to)) return invalid;
      if (value == not_allowed_in_file) continue;
      crf_.transitions[index(from, to)] = value;
      crf_.weights[index(from, to)] = exponential(static_cast<float>(value) * crf_.nats);
      legal_.transitions[index(from, to)] = 0;
      legal_.weights[index(from, to)] = 1;
    }

  for (auto& row : worth_) {
    std::uint16_t before = 0;
    for (std::uint16_t& value : row) {
      value = in.u16();
      if (value < before || value > 10000) return invalid;
      before = value;
    }
  }

  const std::span<const std::byte> gaps = in.bytes(in.u32());
  const std::span<const std::byte> counts = in.bytes(row_count);
  const std::span<const std::byte> label_steps = in.bytes(weight_count);
  const std::span<const std::byte> values = in.bytes((std::size_t{weight_count} + 1) / 2);
  const std::span<const std::byte> escapes = in.bytes(escape_count);
  if (in.failed()) return invalid;

  occupied_.assign((buckets + 63) / 64, 0);
  rank_.assign(occupied_.size(), 0);
  rows_.assign(std::size_t{row_count} * row_width, 0);
  SectionReader gap(gaps);
  std::uint64_t bucket = 0;
  std::size_t weight = 0;
  std::size_t escape = 0;
  for (std::uint32_t r = 0; r < row_count; ++r) {
    std::uint64_t distance = 0;
    for (int shift = 0;; shift += 7) {
      const std::uint8_t byte = gap.u8();
      if (gap.failed() || shift > 21) return invalid;
      distance |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if ((byte & 0x80) == 0) break;
    }
    bucket += distance + (r == 0 ? 0 : 1);
    if (bucket >= buckets) return invalid;
    occupied_[bucket / 64] |= std::uint64_t{1} << (bucket % 64);
    int label = -1;
    for (unsigned left = std::to_integer<unsigned>(counts[r]); left > 0; --left, ++weight) {
      if (weight >= weight_count) return invalid;
      label += std::to_integer<int>(label_steps[weight]);
      if (label < 0 || label >= labels) return invalid;
      const unsigned nibble = std::to_integer<unsigned>(values[weight / 2]) >> (weight % 2 * 4) & 15u;
      if (nibble == 0 && escape >= escape_count) return invalid;
      rows_[std::size_t{r} * row_width + static_cast<std::size_t>(label)] =
          nibble ? static_cast<std::int8_t>(static_cast<int>(nibble) - 8)
                 : static_cast<std::int8_t>(std::to_integer<std::uint8_t>(escapes[escape++]));
    }
  }
  if (weight != weight_count || escape != escape_count || !gap.complete()) return invalid;
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < occupied_.size(); ++i) {
    rank_[i] = before;
    before += static_cast<std::uint32_t>(std::popcount(occupied_[i]));
  }

  const std::uint32_t words = in.u32();
  const unsigned fine = in.u16();
  const unsigned middle = in.u16();
  const unsigned coarse = in.u16();
  if (in.failed() || words != lexicon.size() || words > section.size()) return invalid;
  const auto read = [&in](std::vector<std::uint16_t>& out, std::size_t count, unsigned below) {
    out.resize(count);
    for (std::uint16_t& value : out) {
      value = in.u16();
      if (value >= below) return false;
    }
    return !in.failed();
  };
  if (!read(fine_of_word_, words, fine) || !read(middle_of_fine_, fine, middle) ||
      !read(coarse_of_middle_, middle, coarse) || !in.complete())
    return invalid;
  lexicon_ = &lexicon;
  return {};
}

WordClusters EntityModel::clusters(std::uint64_t lower) const {
  const std::uint32_t word = lexicon_->find(lower);
  if (word == Lexicon::unknown) return {};
  const std::uint16_t fine = fine_of_word_[word];
  const std::uint16_t middle = middle_of_fine_[fine];
  return {{coarse_of_middle_[middle], middle, fine}};
}

const std::int8_t* EntityModel::row(std::uint32_t bucket) const noexcept {
  const std::uint64_t word = occupied_[bucket / 64];
  const std::uint64_t bit = std::uint64_t{1} << (bucket % 64);
  if ((word & bit) == 0) return nullptr;
  const std::uint32_t r = rank_[bucket / 64] + static_cast<std::uint32_t>(std::popcount(word & (bit - 1)));
  return &rows_[std::size_t{r} * row_width];
}

void EntityModel::begin(const Document& document) {
  document_ = &document;
  features_.clear();
  first_sentence_.assign(1, 0);
  rules_.read(document);
  std::vector<EntitySpan> spans;
  std::vector<std::uint8_t> hints;
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
    const DocumentBlock& block = document.blocks[b];
    rules_.tag(b, spans);
    number_labels(spans, block.tokens.size(), hints);
    for (const TokenRange sentence : block.sentences) features_.add_sentence(block, sentence, hints);
    first_sentence_.push_back(static_cast<std::uint32_t>(features_.sentence_count()));
  }
  features_.finish();
  if (has_network_) network_.begin(document);
}

void EntityModel::tag(std::uint32_t block, std::vector<EntitySpan>& out) {
  out.clear();
  const std::vector<TokenRange>& sentences = document_->blocks[block].sentences;
  if (has_network_) network_.read_block(block);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::size_t tokens = sentences[i].size();
    if (tokens == 0) continue;
    score_sentence(first_sentence_[block] + i);
    if (has_network_) correct_scores(sentences[i]);
    const Chain& chain = has_network_ ? legal_ : crf_;
    decode(tokens, chain);
    if (std::any_of(path_.begin(), path_.end(), [](std::uint8_t y) { return y != 0; })) {
      find_probabilities(tokens, chain);
      add_spans(sentences[i].first, tokens, chain, out);
    }
  }
}

void EntityModel::score_sentence(std::size_t sentence) {
  const TokenRange range = features_.sentence(sentence);
  emissions_.assign(std::size_t{range.size()} * labels, 0);
  std::array<std::int16_t, row_width> sum;
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    hashes_.clear();
    features_.extract(sentence, t, hashes_);
    sum.fill(0);
    for (const std::uint64_t hash : hashes_) {
      const std::int8_t* weights = row(static_cast<std::uint32_t>(hash) & bucket_mask_);
      if (weights == nullptr) continue;
      for (std::size_t y = 0; y < row_width; ++y) sum[y] = static_cast<std::int16_t>(sum[y] + weights[y]);
    }
    std::copy_n(sum.begin(), labels, &emissions_[std::size_t{t - range.first} * labels]);
  }
}

void EntityModel::correct_scores(TokenRange in_block) {
  find_probabilities(in_block.size(), crf_);
  probabilities_.resize(forward_.size());
  for (std::size_t i = 0; i < forward_.size(); i += labels) {
    float total = 0;
    for (std::size_t y = i; y < i + labels; ++y) total += probabilities_[y] = forward_[y] * backward_[y];
    const float scale = total > 0 ? 1.0F / total : 0.0F;
    for (std::size_t y = i; y < i + labels; ++y) probabilities_[y] *= scale;
  }
  network_.correct(in_block, probabilities_, emissions_);
}

void EntityModel::decode(std::size_t tokens, const Chain& chain) {
  best_.assign(tokens * labels, not_allowed);
  back_.assign(tokens * labels, 0);
  for (int y = 0; y < labels; ++y)
    best_[static_cast<std::size_t>(y)] = chain.transitions[index(start, y)] + emissions_[static_cast<std::size_t>(y)];
  for (std::size_t i = 1; i < tokens; ++i) {
    const std::int32_t* before = &best_[(i - 1) * labels];
    for (int y = 0; y < labels; ++y) {
      const auto to = static_cast<std::size_t>(y);
      std::int32_t top = 2 * not_allowed;
      std::uint8_t from = 0;
      for (std::size_t k = 0; k < predecessors.count[to]; ++k) {
        const std::uint8_t x = predecessors.list[to][k];
        const std::int32_t value = before[x] + chain.transitions[index(x, y)];
        if (value > top) {
          top = value;
          from = x;
        }
      }
      best_[i * labels + to] = std::max(top + emissions_[i * labels + to], not_allowed);
      back_[i * labels + to] = from;
    }
  }
  std::int32_t top = 2 * not_allowed;
  std::uint8_t label = 0;
  for (int y = 0; y < labels; ++y) {
    const std::int32_t value = best_[(tokens - 1) * labels + static_cast<std::size_t>(y)];
    if (!is_open(y) && value > top) {
      top = value;
      label = static_cast<std::uint8_t>(y);
    }
  }
  path_.resize(tokens);
  for (std::size_t i = tokens; i-- > 0;) {
    path_[i] = label;
    label = back_[i * labels + label];
  }
}

// Forward-backward with each token's sums scaled to one (Rabiner 1989).
void EntityModel::find_probabilities(std::size_t tokens, const Chain& chain) {
  weights_.resize(tokens * labels);
  forward_.assign(tokens * labels, 0.0F);
  backward_.assign(tokens * labels, 0.0F);
  for (std::size_t i = 0; i < tokens; ++i) {
    const std::int32_t* emission = &emissions_[i * labels];
    const std::int32_t top = *std::max_element(emission, emission + labels);
    for (std::size_t y = 0; y < labels; ++y)
      weights_[i * labels + y] = exponential(static_cast<float>(emission[y] - top) * chain.nats);
  }
  for (std::size_t i = 0; i < tokens; ++i) {
    float total = 0;
    for (int y = 0; y < labels; ++y) {
      const auto to = static_cast<std::size_t>(y);
      float sum = i == 0 ? chain.weights[index(start, y)] : 0.0F;
      if (i > 0)
        for (std::size_t k = 0; k < predecessors.count[to]; ++k) {
          const std::uint8_t x = predecessors.list[to][k];
          sum += forward_[(i - 1) * labels + x] * chain.weights[index(x, y)];
        }
      sum *= weights_[i * labels + to];
      forward_[i * labels + to] = sum;
      total += sum;
    }
    const float scale = total > 0 ? 1.0F / total : 0.0F;
    for (std::size_t y = 0; y < labels; ++y) forward_[i * labels + y] *= scale;
  }
  for (int y = 0; y < labels; ++y)
    backward_[(tokens - 1) * labels + static_cast<std::size_t>(y)] = is_open(y) ? 0.0F : 1.0F;
  for (std::size_t i = tokens - 1; i-- > 0;) {
    float* here = &backward_[i * labels];
    for (int y = 0; y < labels; ++y) {
      const auto to = static_cast<std::size_t>(y);
      const float after = backward_[(i + 1) * labels + to] * weights_[(i + 1) * labels + to];
      for (std::size_t k = 0; k < predecessors.count[to]; ++k) {
        const std::uint8_t x = predecessors.list[to][k];
        here[x] += chain.weights[index(x, y)] * after;
      }
    }
    float total = 0;
    for (std::size_t x = 0; x < labels; ++x) total += here[x];
    const float scale = total > 0 ? 1.0F / total : 0.0F;
    for (std::size_t x = 0; x < labels; ++x) here[x] *= scale;
  }
}

// That of the span's labels given the sentence: P(y1) P(y2 | y1) ..., each token's labels weighed by the backward sums.
float EntityModel::span_probability(std::size_t first, std::size_t last, const Chain& chain) const {
  const auto at = [](std::size_t token, std::size_t label) { return token * labels + label; };
  float total = 0;
  for (std::size_t y = 0; y < labels; ++y) total += forward_[at(first, y)] * backward_[at(first, y)];
  if (!(total > 0)) return 0;
  float p = forward_[at(first, path_[first])] * backward_[at(first, path_[first])] / total;
  for (std::size_t i = first + 1; i <= last; ++i) {
    const int before = path_[i - 1];
    float all = 0;
    float here = 0;
    for (int y = 0; y < labels; ++y) {
      const auto to = static_cast<std::size_t>(y);
      const float value = chain.weights[index(before, y)] * weights_[at(i, to)] * backward_[at(i, to)];
      all += value;
      if (to == path_[i]) here = value;
    }
    p = all > 0 ? p * here / all : 0;
  }
  return p;
}

Score EntityModel::calibrated(EntityType type, float probability) const noexcept {
  const auto row = static_cast<std::size_t>(std::find(types.begin(), types.end(), type) - types.begin());
  const float place = std::clamp(probability, 0.0F, 1.0F) * 4;
  const auto knot = std::min<std::size_t>(static_cast<std::size_t>(place), 3);
  const float low = worth_[row][knot];
  const float high = worth_[row][knot + 1];
  return static_cast<Score>(low + (high - low) * (place - static_cast<float>(knot)) + 0.5F);
}

void EntityModel::add_spans(std::uint32_t first_token, std::size_t tokens, const Chain& chain,
                            std::vector<EntitySpan>& out) const {
  for (std::size_t i = 0; i < tokens;) {
    if (path_[i] == 0) {
      ++i;
      continue;
    }
    std::size_t last = i;
    while (is_open(path_[last]) && last + 1 < tokens) ++last;
    EntitySpan span;
    span.tokens = {first_token + static_cast<std::uint32_t>(i), first_token + static_cast<std::uint32_t>(last) + 1};
    span.type = type_of(path_[i]);
    span.score = calibrated(span.type, span_probability(i, last, chain));
    out.push_back(span);
    i = last + 1;
  }
}

}  // namespace newsgloss

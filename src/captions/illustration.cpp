#include "captions/illustration.h"

#include <algorithm>
#include <bit>

#include "captions/stems.h"

namespace newsgloss {
namespace {

constexpr std::uint32_t word_weight = 4;
constexpr std::uint32_t date_weight = 6;
constexpr std::uint32_t name_weight = 10;
constexpr std::uint32_t name_word_weight = 6;  // a capitalised word, also where no entity was found
constexpr std::size_t longest_list = 256;      // paragraphs of one term; a commoner term tells nothing
constexpr std::size_t most_links = 3;
constexpr std::uint32_t least_score = 1400;  // of 10000
constexpr std::uint32_t least_of_best = 60;  // percent of the best one's score, for the further ones
constexpr std::uint32_t neighbour_bonus = 300;
constexpr std::uint32_t lead_bonus = 250;

/// log2(x) in 1/16, for x >= 1, by linear interpolation between powers of two.
std::uint32_t log2_16(std::uint32_t x) {
  const int bits = static_cast<int>(std::bit_width(x)) - 1;
  const std::uint32_t rest = bits > 4 ? (x >> (bits - 4)) & 15U : (x << (4 - bits)) & 15U;
  return static_cast<std::uint32_t>(bits) * 16 + rest;
}

std::uint64_t hash(std::uint64_t seed, std::string_view text) {  // FNV-1a
  std::uint64_t h = 1469598103934665603ULL ^ seed;
  for (char c : text) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return h;
}

}  // namespace

ParagraphIndex::ParagraphIndex(const Document& document, const std::vector<Entity>& entities,
                               const std::vector<Value>& values)
    : document_(document),
      values_(values),
      mentions_(document.blocks.size()),
      first_value_(document.blocks.size() + 1) {
  for (std::size_t e = 0; e < entities.size(); ++e) {
    for (const Mention& mention : entities[e].mentions) {
      if (mention.block >= document.blocks.size() || mention.tokens.empty()) continue;
      mentions_[mention.block].push_back(
          {document.blocks[mention.block].tokens[mention.tokens.first].span.begin, static_cast<EntityId>(e)});
    }
  }
  std::uint32_t v = 0;
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
    while (v < values.size() && values[v].block < b) ++v;
    first_value_[b] = v;
  }
  first_value_.back() = static_cast<std::uint32_t>(values.size());
  std::vector<Term> terms;
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
    const BlockKind kind = document.blocks[b].kind;
    if (kind != BlockKind::paragraph && kind != BlockKind::quotation && kind != BlockKind::list_item) continue;
    if (document.blocks[b].tokens.empty()) continue;
    terms.clear();
    terms_of(b, {0, static_cast<std::uint32_t>(document.blocks[b].text.size())}, terms);
    for (const Term& term : terms) postings_.push_back({term.key, static_cast<std::uint32_t>(paragraphs_.size())});
    paragraphs_.push_back(b);
    lengths_.push_back(static_cast<std::uint32_t>(terms.size()));
  }
  std::sort(postings_.begin(), postings_.end());
}

void ParagraphIndex::terms_of(std::uint32_t block, Span within, std::vector<Term>& out) const {
  const DocumentBlock& in = document_.blocks[block];
  for (const auto& [at, entity] : mentions_[block])
    if (within.begin <= at && at < within.end) out.push_back({hash(entity + 1, "entity"), name_weight});
  for (std::uint32_t v = first_value_[block]; v < first_value_[block + 1]; ++v) {
    const Value& value = values_[v];
    if (value.value && within.contains(value.span) &&
        (value.type == ValueType::date || value.type == ValueType::money || value.type == ValueType::time))
      out.push_back({hash(7, *value.value), date_weight});
  }
  std::string stem;
  for (const Token& token : in.tokens) {
    if (!within.contains(token.span) || (token.kind != TokenKind::word && token.kind != TokenKind::number)) continue;
    const std::string_view word = slice(in.text, token.span);
    if (!content_stem(word, stem)) continue;
    const bool name = word.front() >= 'A' && word.front() <= 'Z' && !(token.span.begin == within.begin);
    out.push_back({hash(0, stem), name ? name_word_weight : word_weight});
  }
  // each term once, at its greatest weight
  std::sort(out.begin(), out.end(),
            [](const Term& a, const Term& b) { return a.key != b.key ? a.key < b.key : a.weight > b.weight; });
  out.erase(std::unique(out.begin(), out.end(), [](const Term& a, const Term& b) { return a.key == b.key; }),
            out.end());
}

std::vector<ParagraphLink> ParagraphIndex::match(std::uint32_t block, Span description) const {
  std::vector<ParagraphLink> links;
  std::vector<Term> terms;
  terms_of(block, description, terms);
  if (terms.empty() || paragraphs_.empty()) return links;
  const auto count = static_cast<std::uint32_t>(paragraphs_.size());
  std::uint64_t whole = 0;
  std::vector<std::pair<std::uint32_t, std::uint64_t>> hits;  // paragraph, weight
  for (const Term& term : terms) {
    const auto first = std::lower_bound(postings_.begin(), postings_.end(), Posting{term.key, 0});
    auto last = first;
    std::size_t length = 0;
    while (last != postings_.end() && last->term == term.key && length <= longest_list) {
      ++last;
      ++length;
    }
    if (length > longest_list) continue;
    // a term that no paragraph has weighs little: captions show what their article need not say
    const auto df = static_cast<std::uint32_t>(length);
    const std::uint64_t idf = df == 0 ? 16 : 8 + log2_16((count + 1) * 16 / df) - 64;
    const std::uint64_t weight = term.weight * idf * idf / 32;
    whole += weight;
    for (auto at = first; at != last; ++at) hits.push_back({at->paragraph, weight});
  }
  if (whole == 0) return links;
  std::sort(hits.begin(), hits.end());
  for (std::size_t i = 0; i < hits.size();) {
    const std::uint32_t p = hits[i].first;
    std::uint64_t sum = 0;
    std::size_t shared = 0;
    for (; i < hits.size() && hits[i].first == p; ++i, ++shared) sum += hits[i].second;
    // long paragraphs share terms by chance: half of the length beyond thirty terms is discounted
    const std::uint64_t length = lengths_[p];
    std::uint64_t score = sum * 10000 / whole;
    if (length > 30) score = score * 60 / (60 + (length - 30) / 2);
    const std::uint32_t at = paragraphs_[p];
    if (at > block ? at - block <= 2 : block - at <= 2) score += neighbour_bonus;
    if (p < 2) score += lead_bonus;
    if (shared < 2 && terms.size() > 3) score /= 2;
    if (score < least_score) continue;
    links.push_back({at, static_cast<Score>(std::min<std::uint64_t>(score, 10000))});
  }
  std::stable_sort(links.begin(), links.end(),
                   [](const ParagraphLink& a, const ParagraphLink& b) { return a.score > b.score; });
  if (links.size() > most_links) links.resize(most_links);
  while (links.size() > 1 && links.back().score * 100U < links.front().score * least_of_best) links.pop_back();
  return links;
}

}  // namespace newsgloss

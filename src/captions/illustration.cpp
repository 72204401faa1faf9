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
constexpr std::uint64_t free_length = 30;    // terms of a paragraph of usual length
constexpr std::uint64_t length_scale = 240;  // so many more halve its score: long ones share terms by chance
constexpr std::uint32_t neighbour_bonus = 300;
constexpr std::uint32_t lead_bonus = 250;
constexpr std::uint32_t least_part = 4;      // the part of a caption's evidence that counts without a name: a quarter
constexpr std::uint32_t some_evidence = 5;   // pieces of evidence in a caption; fewer may rest on one of them
constexpr std::uint32_t much_evidence = 10;  // with so many, one tells nothing
constexpr std::uint32_t whole_name = 3;      // shared terms: an entity and two of its words

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

/// Does a paragraph share too little with a caption for the picture to illustrate it, whatever the score? `pieces` are
/// names, dates and words outside of names that both have, `own` the caption's; `named`: a name is among the shared
/// ones; `telling`: it is there in full, or in no other paragraph.
bool is_weak(std::uint32_t pieces, bool telling, std::uint32_t own, bool named) {
  // without a name, words must make up a good part of the caption: any two texts have one or two of them in common
  if (!named) return pieces * least_part < own || (pieces < 2 && own > 2);
  // one name is little against a caption that tells much else, and so is a part of a name that others share
  return pieces == 1 && (own >= much_evidence || (own >= some_evidence && !telling));
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
          {document.blocks[mention.block].bytes(mention.tokens), static_cast<EntityId>(e)});
    }
  }
  for (std::vector<Named>& names : mentions_)
    std::sort(names.begin(), names.end(), [](const Named& a, const Named& b) { return a.span.begin < b.span.begin; });
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
  for (const Named& name : mentions_[block])
    if (within.begin <= name.span.begin && name.span.begin < within.end)
      out.push_back({hash(name.entity + 1, "entity"), name_weight, Evidence::name});
  for (std::uint32_t v = first_value_[block]; v < first_value_[block + 1]; ++v) {
    const Value& value = values_[v];
    if (value.value && within.contains(value.span) &&
        (value.type == ValueType::date || value.type == ValueType::money || value.type == ValueType::time))
      out.push_back({hash(7, *value.value), date_weight, Evidence::date});
  }
  const std::vector<Named>& in_names = mentions_[block];
  std::uint32_t v = first_value_[block];
  auto next = in_names.begin();
  std::string stem;
  for (const Token& token : in.tokens) {
    if (!within.contains(token.span) || (token.kind != TokenKind::word && token.kind != TokenKind::number)) continue;
    const std::string_view word = slice(in.text, token.span);
    if (!content_stem(word, stem)) continue;
    const bool name = word.front() >= 'A' && word.front() <= 'Z' && !(token.span.begin == within.begin);
    while (next != in_names.end() && next->span.end <= token.span.begin) ++next;
    bool inside = next != in_names.end() && next->span.begin <= token.span.begin;
    while (v < first_value_[block + 1] && values_[v].span.end <= token.span.begin) ++v;
    inside = inside || (v < first_value_[block + 1] && values_[v].span.begin <= token.span.begin);
    out.push_back(
        {hash(0, stem), name ? name_word_weight : word_weight, inside ? Evidence::word_of_name : Evidence::word});
  }
  // each term once, at its greatest weight
  std::sort(out.begin(), out.end(), [](const Term& a, const Term& b) {
    if (a.key != b.key) return a.key < b.key;
    return a.weight != b.weight ? a.weight > b.weight : a.evidence < b.evidence;
  });
  out.erase(std::unique(out.begin(), out.end(), [](const Term& a, const Term& b) { return a.key == b.key; }),
            out.end());
}

std::vector<ParagraphLink> ParagraphIndex::match(std::uint32_t block, Span description) const {
  std::vector<ParagraphLink> links;
  std::vector<Term> terms;
  terms_of(block, description, terms);
  if (terms.empty() || paragraphs_.empty()) return links;
  const auto count = static_cast<std::uint32_t>(paragraphs_.size());
  struct Hit {
    std::uint32_t paragraph = 0;
    std::uint64_t weight = 0;
    std::uint32_t frequency = 0;  // paragraphs with the term
    Evidence evidence = Evidence::word;
  };
  std::uint64_t whole = 0;
  std::uint32_t own = 0;  // pieces of evidence that the caption has
  std::vector<Hit> hits;
  std::uint64_t best = 0;
  bool weak = false;  // the best one's evidence
  for (const Term& term : terms) {
    const auto first = std::lower_bound(postings_.begin(), postings_.end(), Posting{term.key, 0});
    auto last = first;
    std::size_t length = 0;
    while (last != postings_.end() && last->term == term.key && length <= longest_list) {
      ++last;
      ++length;
    }
    if (length > longest_list) continue;
    if (term.evidence != Evidence::word_of_name) ++own;
    // a term that no paragraph has weighs little: captions show what their article need not say
    const auto df = static_cast<std::uint32_t>(length);
    const std::uint64_t idf = df == 0 ? 16 : 8 + log2_16((count + 1) * 16 / df) - 64;
    const std::uint64_t weight = term.weight * idf * idf / 32;
    whole += weight;
    for (auto at = first; at != last; ++at) hits.push_back({at->paragraph, weight, df, term.evidence});
  }
  if (whole == 0) return links;
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.paragraph < b.paragraph; });
  for (std::size_t i = 0; i < hits.size();) {
    const std::uint32_t p = hits[i].paragraph;
    std::uint64_t sum = 0;
    std::uint32_t shared = 0;
    std::uint32_t pieces = 0;
    bool named = false;
    bool only = false;  // the one paragraph with a name of the caption's
    for (; i < hits.size() && hits[i].paragraph == p; ++i, ++shared) {
      sum += hits[i].weight;
      if (hits[i].evidence != Evidence::word_of_name) ++pieces;
      named = named || hits[i].evidence == Evidence::name;
      only = only || (hits[i].evidence == Evidence::name && hits[i].frequency == 1);
    }
    const std::uint64_t length = lengths_[p];
    std::uint64_t score = sum * 10000 / whole;
    if (length > free_length) score = score * length_scale / (length_scale + length - free_length);
    const std::uint32_t at = paragraphs_[p];
    if (at > block ? at - block <= 2 : block - at <= 2) score += neighbour_bonus;
    if (p < 2) score += lead_bonus;
    if (shared < 2 && terms.size() > 3) score /= 2;
    if (score < least_score) continue;
    links.push_back({at, static_cast<Score>(std::min<std::uint64_t>(score, 10000))});
    if (links.size() == 1 || score > best) {
      best = score;
      weak = is_weak(pieces, shared >= whole_name || only, own, named);
    }
  }
  if (weak) links.clear();
  std::stable_sort(links.begin(), links.end(),
                   [](const ParagraphLink& a, const ParagraphLink& b) { return a.score > b.score; });
  if (links.size() > most_links) links.resize(most_links);
  while (links.size() > 1 && links.back().score * 100U < links.front().score * least_of_best) links.pop_back();
  return links;
}

}  // namespace newsgloss

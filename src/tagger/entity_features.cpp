#include "tagger/entity_features.h"

#include <array>

#include "tagger/hash.h"

namespace newsgloss {
namespace {

constexpr std::uint64_t before_sentence = 11;
constexpr std::uint64_t after_sentence = 13;
constexpr int nearest_used = 6;        // other occurrences that give context features
constexpr int nearest_looked_at = 16;  // … out of so many nearest ones

constexpr bool has_capital(Case c) noexcept {
  return c == Case::capitalised || c == Case::all_caps || c == Case::mixed;
}

}  // namespace

void number_labels(const std::vector<EntitySpan>& spans, std::size_t tokens, std::vector<std::uint8_t>& out) {
  out.assign(tokens, 0);
  for (const EntitySpan& span : spans)
    for (std::uint32_t t = span.tokens.first; t < span.tokens.last; ++t) {
      const bool first = t == span.tokens.first;
      const bool last = t + 1 == span.tokens.last;
      const int place = first ? (last ? 3 : 0) : (last ? 2 : 1);
      out[t] = static_cast<std::uint8_t>(1 + 4 * static_cast<int>(span.type) + place);
    }
}

void EntityFeatures::clear() {
  sentence_.assign(1, 0);
  forms_.clear();
  hints_.clear();
  cluster_.clear();
  starts_.clear();
  word_.clear();
  rank_.clear();
  run_.clear();
  sentence_of_.clear();
  shouting_.clear();
  words_.clear();
  occurrences_.clear();
  index_.clear();
}

void EntityFeatures::add_sentence(const DocumentBlock& block, TokenRange sentence,
                                  const std::vector<std::uint8_t>& hints) {
  bool any_lower = false;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const WordForm form = word_form(block.token(t));
    any_lower |= form.letter_case != Case::none && form.letter_case != Case::all_caps;
    forms_.push_back(form);
    hints_.push_back(hints[t]);
    cluster_.push_back(clusters_->clusters(form.lower));
    starts_.push_back(t == sentence.first);
    sentence_of_.push_back(static_cast<std::uint32_t>(sentence_.size() - 1));
  }
  shouting_.push_back(!any_lower);
  sentence_.push_back(static_cast<std::uint32_t>(forms_.size()));
}

void EntityFeatures::finish() {
  const auto n = static_cast<std::uint32_t>(forms_.size());
  word_.resize(n);
  rank_.resize(n);
  run_.resize(n);
  for (std::uint32_t t = 0; t < n; ++t) {
    const auto [at, fresh] = index_.try_emplace(forms_[t].lower, static_cast<std::uint32_t>(words_.size()));
    if (fresh) words_.emplace_back();
    Word& word = words_[at->second];
    word_[t] = at->second;
    rank_[t] = word.count++;
    if (!has_capital(forms_[t].letter_case))
      word.seen_lower |= forms_[t].letter_case == Case::lower;
    else if (starts_[t])
      word.seen_capital_at_start = true;
    else
      word.seen_capital_inside = true;
  }
  std::uint32_t total = 0;
  for (Word& word : words_) {
    word.first_occurrence = total;
    total += word.count;
  }
  occurrences_.resize(total);
  for (std::uint32_t t = 0; t < n; ++t) occurrences_[words_[word_[t]].first_occurrence + rank_[t]] = t;

  for (std::size_t s = 0; s + 1 < sentence_.size(); ++s) {
    const std::uint32_t end = sentence_[s + 1];
    for (std::uint32_t t = sentence_[s]; t < end;) {
      if (!has_capital(forms_[t].letter_case)) {
        run_[t] = {t, t + 1};
        ++t;
        continue;
      }
      std::uint32_t last = t + 1;
      while (last < end && has_capital(forms_[last].letter_case)) ++last;
      for (std::uint32_t i = t; i < last; ++i) run_[i] = {t, last};
      t = last;
    }
  }
}

void EntityFeatures::extract(std::size_t s, std::uint32_t t, std::vector<std::uint64_t>& out) const {
  const std::uint32_t begin = sentence_[s];
  const std::uint32_t end = sentence_[s + 1];
  const auto add = [&out](std::uint64_t h) { out.push_back(h); };
  const auto at = [&](int offset) { return static_cast<std::int64_t>(t) + offset; };
  const auto inside = [&](std::int64_t i) { return i >= begin && i < end; };
  const auto word = [&](std::int64_t i) -> std::uint64_t {
    return i < begin ? before_sentence : i >= end ? after_sentence : forms_[static_cast<std::size_t>(i)].lower;
  };
  const auto shape = [&](std::int64_t i) -> std::uint64_t {
    return inside(i) ? forms_[static_cast<std::size_t>(i)].collapsed : before_sentence;
  };
  const WordForm& form = forms_[t];

  add(1);
  add(combine(2, form.exact));
  add(combine(3, form.lower));
  add(combine(4, form.shape));
  add(combine(5, form.collapsed));
  for (std::size_t k = 0; k < 4; ++k) {
    if (form.prefix[k]) add(combine(100 + k, form.prefix[k]));
    if (form.suffix[k]) add(combine(110 + k, form.suffix[k]));
  }
  add(combine(6, word(at(-1))));
  add(combine(7, word(at(1))));
  add(combine(8, word(at(-2))));
  add(combine(9, word(at(2))));
  add(combine(10, shape(at(-1))));
  add(combine(11, shape(at(1))));
  add(combine(12, shape(at(-2))));
  add(combine(13, shape(at(2))));
  add(combine(combine(14, word(at(-1))), form.lower));
  add(combine(combine(15, form.lower), word(at(1))));
  add(combine(combine(combine(16, shape(at(-1))), form.collapsed), shape(at(1))));
  add(combine(combine(17, word(at(-2))), word(at(-1))));
  add(combine(combine(18, word(at(1))), word(at(2))));
  if (t == begin) {
    add(19);
    add(combine(21, form.collapsed));
  }
  if (t > begin && forms_[t - 1].suffix[2]) add(combine(22, forms_[t - 1].suffix[2]));
  if (t + 1 < end && forms_[t + 1].suffix[2]) add(combine(23, forms_[t + 1].suffix[2]));
  if (shouting_[s]) {
    add(20);
    add(combine(24, form.collapsed));
  }

  // Clusters of the window, coarse to fine, and their pairs at the fine level.
  for (int offset = -2; offset <= 2; ++offset) {
    const std::int64_t i = at(offset);
    if (!inside(i)) continue;
    const WordClusters& c = cluster_[static_cast<std::size_t>(i)];
    const auto place = static_cast<std::uint64_t>(offset + 2);
    if (c.id[0] < 0) {
      add(combine(700, place));
      continue;
    }
    for (int level = 0; level < WordClusters::levels; ++level)
      add(combine(combine(710 + static_cast<std::uint64_t>(level), place), static_cast<std::uint64_t>(c.id[level])));
  }
  const auto fine = [&](std::int64_t i) -> std::uint64_t {
    return i < begin  ? 9999
           : i >= end ? 9998
                      : static_cast<std::uint64_t>(cluster_[static_cast<std::size_t>(i)].id[1] + 1);
  };
  add(combine(combine(730, fine(at(-1))), fine(t)));
  add(combine(combine(731, fine(t)), fine(at(1))));
  add(combine(combine(732, fine(t)), form.collapsed));
  add(combine(combine(733, fine(at(-1))), form.collapsed));
  add(combine(combine(734, fine(at(1))), form.collapsed));
  add(combine(combine(735, fine(at(-1))), fine(at(1))));

  const auto hint = [&](std::int64_t i) -> std::uint64_t {
    return i < begin ? 98 : i >= end ? 99 : hints_[static_cast<std::size_t>(i)];
  };
  add(combine(950, hint(t)));
  add(combine(951, hint(at(-1))));
  add(combine(952, hint(at(1))));
  add(combine(combine(953, hint(t)), hint(at(1))));
  add(combine(combine(954, hint(at(-1))), hint(t)));
  add(combine(combine(955, hint(t)), form.collapsed));
  add(combine(combine(956, hint(t)), word(at(-1))));
  add(combine(combine(957, hint(t)), word(at(1))));

  if (!has_capital(form.letter_case)) return;

  // The capitalised run.
  const Run run = run_[t];
  const auto position =
      static_cast<std::uint64_t>(t == run.first ? (t + 1 == run.last ? 0 : 1) : (t + 1 == run.last ? 3 : 2));
  const std::uint64_t length = run.last - run.first < 6 ? run.last - run.first : 6;
  add(combine(combine(800, position), length));
  add(combine(combine(801, position), word(run.last - 1)));
  add(combine(combine(802, position), word(run.first)));
  add(combine(combine(803, position), word(static_cast<std::int64_t>(run.first) - 1)));
  add(combine(combine(804, position), word(run.last)));
  add(combine(805, fine(run.last)));
  add(combine(806, fine(static_cast<std::int64_t>(run.first) - 1)));
  add(combine(807, fine(run.last - 1)));

  // Other occurrences in the article, the nearest first.
  const Word& same = words_[word_[t]];
  if (same.count < 2) return;
  const std::uint64_t seen =
      (same.seen_lower ? 1u : 0u) + (same.seen_capital_inside ? 2u : 0u) + (same.seen_capital_at_start ? 4u : 0u);
  add(combine(910, seen));
  if (t == begin) add(combine(911, seen));
  std::int64_t left = static_cast<std::int64_t>(rank_[t]) - 1;
  std::int64_t right = static_cast<std::int64_t>(rank_[t]) + 1;
  int used = 0;
  for (int looked = 0; looked < nearest_looked_at && used < nearest_used; ++looked) {
    const bool has_left = left >= 0;
    const bool has_right = right < same.count;
    if (!has_left && !has_right) break;
    const std::uint32_t l = has_left ? occurrences_[same.first_occurrence + static_cast<std::uint32_t>(left)] : 0;
    const std::uint32_t r = has_right ? occurrences_[same.first_occurrence + static_cast<std::uint32_t>(right)] : 0;
    const bool take_left = has_left && (!has_right || t - l <= r - t);
    const std::uint32_t o = take_left ? l : r;
    take_left ? --left : ++right;
    if (!has_capital(forms_[o].letter_case)) continue;
    ++used;
    const std::uint32_t from = sentence_[sentence_of_[o]];
    const std::uint32_t to = sentence_[sentence_of_[o] + 1];
    const bool prev = o > from;
    const bool next = o + 1 < to;
    add(combine(900, prev ? forms_[o - 1].lower : before_sentence));
    add(combine(901, next ? forms_[o + 1].lower : after_sentence));
    add(combine(902, prev ? forms_[o - 1].collapsed : before_sentence));
    add(combine(903, next ? forms_[o + 1].collapsed : after_sentence));
    if (prev && cluster_[o - 1].id[1] >= 0) add(combine(904, static_cast<std::uint64_t>(cluster_[o - 1].id[1])));
    if (next && cluster_[o + 1].id[1] >= 0) add(combine(905, static_cast<std::uint64_t>(cluster_[o + 1].id[1])));
    const Run other = run_[o];
    if (other.last - other.first > 1) {
      add(combine(906, forms_[other.last - 1].lower));
      add(combine(907, forms_[other.first].lower));
    }
    if (other.first > from) add(combine(908, forms_[other.first - 1].lower));
    if (other.last < to) add(combine(909, forms_[other.last].lower));
  }
}

}  // namespace newsgloss

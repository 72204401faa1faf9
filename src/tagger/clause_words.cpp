#include "tagger/clause_words.h"

#include <algorithm>

namespace newsgloss {
namespace {

template <typename Row, std::size_t n, typename Key>
constexpr bool is_sorted_by(const std::array<Row, n>& rows, Key key) {
  for (std::size_t i = 1; i < n; ++i)
    if (!(key(rows[i - 1]) < key(rows[i]))) return false;
  return true;
}

template <typename Row, std::size_t n, typename Key>
constexpr std::array<Row, n> sorted_by(std::array<Row, n> rows, Key key) {
  std::sort(rows.begin(), rows.end(), [key](const Row& a, const Row& b) { return key(a) < key(b); });
  return rows;
}

template <typename Row, std::size_t n, typename Key>
const Row* look_up(const std::array<Row, n>& rows, std::string_view word, Key key) noexcept {
  const auto at = std::lower_bound(rows.begin(), rows.end(), word,
                                   [key](const Row& row, std::string_view w) { return key(row) < w; });
  return at != rows.end() && key(*at) == word ? &*at : nullptr;
}

constexpr auto lemma_of = [](const CueVerb& row) { return row.lemma; };
constexpr auto word_of = [](const WordClasses& row) { return row.word; };
constexpr auto form_of = [](const IrregularForm& row) { return row.form; };
constexpr auto itself = [](std::string_view row) { return row; };

static_assert(is_sorted_by(cue_verbs, lemma_of));
constexpr auto words_in_order = sorted_by(word_classes, word_of);
static_assert(is_sorted_by(words_in_order, word_of), "a word is listed twice");
constexpr auto forms_in_order = sorted_by(irregular_forms, form_of);
constexpr auto light_in_order = sorted_by(light_verbs, itself);
constexpr auto nouns_in_order = sorted_by(attitude_nouns, itself);

const CueVerb* verb(std::string_view lemma) noexcept { return look_up(cue_verbs, lemma, lemma_of); }

/// `stem` + what an ending replaced: claim|ed, urg|ed → urge, admitt|ed → admit, den|ied → deny.
const CueVerb* verb_of_stem(std::string_view stem) noexcept {
  if (stem.size() < 2) return nullptr;
  if (const CueVerb* found = verb(stem)) return found;
  char buffer[34];
  std::copy(stem.begin(), stem.end(), buffer);
  buffer[stem.size()] = 'e';
  if (const CueVerb* found = verb({buffer, stem.size() + 1})) return found;
  if (stem[stem.size() - 1] == stem[stem.size() - 2]) return verb(stem.substr(0, stem.size() - 1));
  if (stem.back() == 'i') {
    buffer[stem.size() - 1] = 'y';
    return verb({buffer, stem.size()});
  }
  return nullptr;
}

}  // namespace

LowerCase::LowerCase(std::string_view token) noexcept {
  if (token.size() > sizeof buffer_) return;
  size_ = static_cast<std::uint32_t>(token.size());
  for (std::size_t i = 0; i < token.size(); ++i)
    buffer_[i] = token[i] >= 'A' && token[i] <= 'Z' ? static_cast<char>(token[i] - 'A' + 'a') : token[i];
}

std::uint16_t word_classes_of(std::string_view lower) noexcept {
  const WordClasses* row = look_up(words_in_order, lower, word_of);
  return row ? row->classes : std::uint16_t{0};
}

CueForm cue_form_of(std::string_view lower) noexcept {
  if (lower.size() < 3) return {};
  if (const IrregularForm* row = look_up(forms_in_order, lower, form_of)) return {verb(row->lemma), VerbForm::past};
  if (const CueVerb* found = verb(lower)) return {found, VerbForm::base};
  struct Ending {
    std::string_view text;
    VerbForm form;
  };
  constexpr std::array<Ending, 3> endings = {
      {{"ing", VerbForm::participle_ing}, {"ed", VerbForm::past}, {"s", VerbForm::third_person}}};
  for (const Ending& ending : endings) {
    if (!lower.ends_with(ending.text)) continue;
    std::string_view stem = lower.substr(0, lower.size() - ending.text.size());
    if (const CueVerb* found = verb_of_stem(stem)) return {found, ending.form};
    if (ending.text == "s" && stem.ends_with("e"))
      if (const CueVerb* found = verb_of_stem(stem.substr(0, stem.size() - 1))) return {found, ending.form};
    break;
  }
  return {};
}

bool is_light_verb(std::string_view lemma) noexcept { return look_up(light_in_order, lemma, itself) != nullptr; }
bool is_attitude_noun(std::string_view lower) noexcept { return look_up(nouns_in_order, lower, itself) != nullptr; }

bool list_holds(std::string_view words, std::string_view word) noexcept {
  while (!words.empty()) {
    const std::size_t space = words.find(' ');
    if (words.substr(0, space) == word) return true;
    if (space == std::string_view::npos) break;
    words.remove_prefix(space + 1);
  }
  return false;
}

}  // namespace newsgloss

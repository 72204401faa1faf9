// Clause words: looks a token up as a closed-class word or as a form of a cue verb. Case does not matter.
//
// No state, no allocation; a lookup costs a binary search in a table of a few hundred rows, a few of them for a verb
// (endings are taken off: says, replied, urging, admitted).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tagger/cue_verbs_table.h"
#include "tagger/word_class_table.h"

namespace newsgloss {

/// The token in lower-case ASCII, in a buffer of its own; empty for tokens too long to be in any table.
class LowerCase {
 public:
  explicit LowerCase(std::string_view token) noexcept;
  [[nodiscard]] std::string_view view() const noexcept { return {buffer_, size_}; }

 private:
  char buffer_[32] = {};
  std::uint32_t size_ = 0;
};

/// Classes of a word, or 0 for an open-class word.
[[nodiscard]] std::uint16_t word_classes_of(std::string_view lower) noexcept;

enum class VerbForm : unsigned char { base, third_person, past, participle_ing };

struct CueForm {
  const CueVerb* verb = nullptr;  // nothing: no cue verb
  VerbForm form = VerbForm::base;
};

[[nodiscard]] CueForm cue_form_of(std::string_view lower) noexcept;

[[nodiscard]] bool is_light_verb(std::string_view lemma) noexcept;
[[nodiscard]] bool is_attitude_noun(std::string_view lower) noexcept;

/// Does the space-separated list `words` hold `word`?
[[nodiscard]] bool list_holds(std::string_view words, std::string_view word) noexcept;

/// Is `word` one of `words`?
template <std::size_t n>
[[nodiscard]] bool any_of(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace newsgloss

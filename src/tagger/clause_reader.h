// ClauseReader: a block as the attribution rules see it. Each token with its word classes and its reading as a cue
// verb, long quotations as single units, and sentences joined over the quotations that span them; finds the noun
// phrase that is the subject of a verb.
//
// Costs one table lookup a token to build; `subject_before` looks back over at most `look_back` tokens.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "article/document.h"
#include "tagger/clause_words.h"

namespace newsgloss {

/// Does token `i` stand within a sentence: behind a word or its comma, where that word is no verb that reports ("author
/// of
/// |", "a film, |")?
[[nodiscard]] bool stands_inside_sentence(const DocumentBlock& block, std::uint32_t i) noexcept;

class ClauseReader {
 public:
  static constexpr std::uint32_t look_back = 80;

  struct Word {
    std::uint16_t classes = 0;
    CueForm cue;
    bool capital = false;         // begins with a capital letter
    std::uint32_t quotation = 0;  // 1 + index into quotations, 0 outside of them
  };

  ClauseReader(const Document& document, std::uint32_t block);

  [[nodiscard]] const DocumentBlock& block() const noexcept { return block_; }
  [[nodiscard]] const Word& operator[](std::uint32_t i) const noexcept { return words_[i]; }
  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(words_.size()); }
  [[nodiscard]] std::string_view text(std::uint32_t i) const noexcept { return block_.token(i); }

  /// Quotations that stand as units of their own (not names or single words in quote marks).
  [[nodiscard]] const std::vector<TokenRange>& quotations() const noexcept { return quotations_; }
  [[nodiscard]] bool in_quotation(std::uint32_t i) const noexcept { return words_[i].quotation != 0; }
  [[nodiscard]] TokenRange quotation_at(std::uint32_t i) const noexcept { return quotations_[words_[i].quotation - 1]; }

  /// Sentences, joined where a quotation spans several.
  [[nodiscard]] const std::vector<TokenRange>& units() const noexcept { return units_; }

  [[nodiscard]] bool is(std::uint32_t i, std::uint16_t classes) const noexcept {
    return (words_[i].classes & classes) != 0;
  }
  /// One of the characters of `marks`, as a token of its own.
  [[nodiscard]] bool is_mark(std::uint32_t i, std::string_view marks) const noexcept;
  [[nodiscard]] bool is_dash(std::uint32_t i) const noexcept {
    return block_.tokens[i].kind == TokenKind::dash && block_.tokens[i].space_before;
  }
  [[nodiscard]] bool is_word(std::uint32_t i, std::string_view lower) const noexcept;
  /// A capitalised word that is no closed-class word: the beginning of a name or title.
  [[nodiscard]] bool is_name(std::uint32_t i) const noexcept { return words_[i].capital && words_[i].classes == 0; }
  /// Can a noun phrase begin here?
  [[nodiscard]] bool begins_phrase(std::uint32_t i) const noexcept;

  /// The subject of the verb at `verb`, found in [from, verb); nothing where there is none or it is shared with an
  /// earlier verb ("and urged"). `behind_content`: the clause before the subject is what is reported ("..., X said").
  [[nodiscard]] std::optional<TokenRange> subject_before(std::uint32_t verb, std::uint32_t from,
                                                         bool behind_content) const;

  /// First token of the verb group that ends with `verb`: auxiliaries and adverbs before it.
  [[nodiscard]] std::uint32_t verb_group(std::uint32_t verb, std::uint32_t from) const noexcept;

  /// The noun phrase that begins at `from` behind an inverted verb or "according to", up to `to` at most.
  [[nodiscard]] TokenRange phrase_behind(std::uint32_t from, std::uint32_t to) const;

  /// The subject of a sentence's first verb, where it is plain to see: a pronoun, or a name with its titles.
  [[nodiscard]] std::optional<TokenRange> opening_subject(std::uint32_t from, std::uint32_t to) const;

 private:
  void find_quotations(const Document& document, std::uint32_t block);
  void find_units();
  void forget_capital_verbs();
  [[nodiscard]] bool has_auxiliary(std::uint32_t from, std::uint32_t to) const noexcept;
  [[nodiscard]] bool is_apposition(std::uint32_t from, std::uint32_t to) const noexcept;
  [[nodiscard]] std::uint32_t after_introduction(std::uint32_t from, std::uint32_t to) const noexcept;

  const DocumentBlock& block_;
  std::vector<Word> words_;
  std::vector<TokenRange> quotations_;
  std::vector<TokenRange> units_;
};

}  // namespace newsgloss

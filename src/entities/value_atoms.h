// Atoms: a block's tokens cut once more, for the grammars of values.
//
//   tokens   $ | 1.5bn | on | Nov. | 6-8
//   atoms    $ | 1.5 | bn | on | Nov. | 6 | - | 8        ("glued": no white space before)
//
// An atom never crosses a token, so whatever the tokeniser keeps whole or cuts, the grammars see the same atoms.
// Links, and tokens of more than a kilobyte, are one atom that no grammar enters. Linear in the block's text.
//
// What is kept of an atom is 16 bytes; the rest is read from the text when one is asked for. In a block of a megabyte
// that is all of one sentence hundreds of thousands are kept, and at five times the size the caches held none of them
// when the next pass came: a token cost half as much again as in a block of 64 KB.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "article/document.h"
#include "entities/value_lexicon.h"
#include "text/utf8.h"

namespace newsgloss {

enum class AtomKind : unsigned char {
  word,    // letters, with periods and apostrophes inside: Nov. p.m. o'clock
  number,  // digits, with thousands separators and a decimal part: 4,500 1,23,456 3.7
  dotted,  // digits with several periods: 6.11.2025 3.2.1
  symbol,  // one other character
  link,    // a URL or the like
  end,     // beyond the block
};

/// Which way a date without a year looks from here: set by the nearest verb.
enum class Tense : signed char { past = -1, none = 0, future = 1 };

struct Atom {
  Span span;
  AtomKind kind = AtomKind::end;
  bool space_before = true;
  bool capital = false;         // its first letter is an ASCII capital
  bool sentence_start = false;  // first of its sentence
  Tense tense = Tense::none;
  char32_t sign = 0;  // symbols: the character
  std::uint32_t sentence = 0;
  std::string_view text;   // as written
  std::string_view lower;  // ASCII lower case, without a final period
  WordSenses senses;       // words only

  [[nodiscard]] bool is(WordClass cls) const noexcept { return senses.is(cls); }
  [[nodiscard]] std::optional<int> as(WordClass cls) const noexcept { return senses.as(cls); }
  [[nodiscard]] bool is_word(std::string_view word) const noexcept { return kind == AtomKind::word && lower == word; }
  [[nodiscard]] bool is_sign(char32_t c) const noexcept { return kind == AtomKind::symbol && sign == c; }
  [[nodiscard]] bool glued() const noexcept { return !space_before; }
};

/// The atoms of one block. Reused from block to block.
class Atoms {
 public:
  /// Cuts `block` and marks tenses. The block must outlive the atoms.
  void read(const DocumentBlock& block);

  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(atoms_.size()); }
  /// Atom `i`; an `end` atom beyond either edge (also for i == -1 as unsigned).
  [[nodiscard]] Atom operator[](std::uint32_t i) const noexcept {
    Atom atom;
    if (i >= atoms_.size()) return atom;
    const Kept& kept = atoms_[i];
    atom.span = kept.span;
    atom.kind = kept.kind;
    atom.space_before = kept.space_before;
    atom.capital = kept.capital;
    atom.sentence_start = kept.sentence_start;
    atom.tense = static_cast<Tense>(kept.tense - 1);
    atom.sentence = kept.sentence;
    atom.text = slice(text_, kept.span);
    atom.lower = slice(lower_, kept.span);
    if (atom.kind == AtomKind::word) {
      if (atom.lower.size() > 1 && atom.lower.back() == '.') atom.lower.remove_suffix(1);
      atom.senses = senses_at(kept.first_sense, kept.senses);
    } else if (atom.kind == AtomKind::symbol) {
      const auto c = static_cast<unsigned char>(atom.text.front());
      atom.sign = c < 0x80 ? c : decode(text_, kept.span.begin).value;
    }
    return atom;
  }
  [[nodiscard]] BlockKind kind() const noexcept { return kind_; }
  /// Does sentence `sentence` hold a word of this class? (score_cue and business only)
  [[nodiscard]] bool sentence_has(std::uint32_t sentence, WordClass cls) const noexcept;

 private:
  struct Kept {
    Span span;
    std::uint32_t sentence = 0;
    std::uint16_t first_sense = 0;  // in the lexicon
    std::uint8_t senses = 0;
    AtomKind kind : 3 = AtomKind::end;
    bool space_before : 1 = true;
    bool capital : 1 = false;
    bool sentence_start : 1 = false;
    std::uint8_t tense : 2 = 1;  // Tense, from 0
  };
  static_assert(sizeof(Kept) == 16);

  void set_tense(std::uint32_t i, Tense tense) { atoms_[i].tense = (static_cast<int>(tense) + 1) & 3; }

  void cut(std::string_view text, const Token& token, std::uint32_t sentence, bool sentence_start);
  void mark_tenses();

  std::vector<Kept> atoms_;
  std::string_view text_;
  std::string lower_;  // the block's text in ASCII lower case: same offsets
  std::vector<unsigned char> sentence_flags_;
  BlockKind kind_ = BlockKind::paragraph;
};

}  // namespace newsgloss

// News tokenisation: a block's text → tokens, each a byte span over it.
//
// Tokens never overlap, are in order, hold no white space, and together cover every character that is not white
// space. Complexity: linear in the text, whatever it holds (a 100,000-character "word" is one token).
//
//   U.S.  Sept.  Mr.  R.        abbreviations and initials keep their period
//   4,500  3.7  1/2  14:30      numbers stay whole
//   $ | 1.5bn                   a currency sign is a token of its own, the magnitude stays with its number
//   China | - | Central         a hyphen between two capitalised words (or next to one) is a token: compounds of names
//   Prime Minister-elect        must be able to carry two labels;  co-organized, 20-year-old, e-commerce stay whole
//   women | 's    workers | '   the possessive is a token of its own
//   O'Brien  Mi'kmaw  '90s      other apostrophes stay inside
//   do | n't   can | not?       n't and 'll, 're, 've, 'd, 'm are split as in the Penn Treebank ("cannot" is not)
//   http://a.b/c  a@b.org       one token
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace newsgloss {

enum class TokenKind : unsigned char {
  word,         // letters, possibly with digits, periods, apostrophes and hyphens inside
  number,       // starts with a digit: 4,500 1.5bn 12th 20-year-old 14:30 '90s
  possessive,   // 's or a bare ' after a word
  open_quote,   // “ ‘ « or a straight " or ' that opens
  close_quote,  // ” ’ » or a straight " or ' that closes
  dash,         // - – — --
  punctuation,  // . , ; : ! ? … ( ) [ ] / and the rest
  link,         // URL, e-mail address, @handle, #tag
  symbol,       // emoji, currency signs, other signs
};

struct Token {
  Span span;
  TokenKind kind = TokenKind::word;
  bool space_before = false;  // white space, or the block's start, lies before it

  friend bool operator==(const Token&, const Token&) = default;
};

/// Appends the tokens of `text` (valid UTF-8) to `tokens`, which is cleared first; its memory is reused.
void tokenize(std::string_view text, std::vector<Token>& tokens);

}  // namespace newsgloss

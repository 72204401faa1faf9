// News tokenisation: a block's text → tokens, each a byte span over it.
//
// Tokens never overlap, are in order, lie on character boundaries, hold no white space, and together cover every
// character that is not white space, a control character or a character that shows nothing (a zero-width space or a
// byte-order mark between words). Complexity: linear in the text, whatever it holds (a 100,000-character "word" is
// one token).
//
//   U.S.  Sept.  Mr.  R.  a.m.  abbreviations and initials keep their period, also at the end of a sentence
//   4,500  3.7  1/2  14:30      numbers stay whole, and so do 2021-2022, 07/11/2025, 12th, 4.30pm
//   $ | 1.5bn    US | $ | 30    a currency sign is a token of its own, the magnitude stays with its number
//   China | - | Central         every hyphen of a compound with a capital at the start of a part is a token: compounds
//   Prime Minister | - | elect  of names must be able to carry two labels (Chinese | - | invested, pro | - | EU,
//   Ban Ki | - | moon           Al | - | Qaeda, Rolls | - | Royce);  co-organized, e-commerce, T-shirt and X-ray stay
//   COVID-19  F-16  20-year-old whole, and no hyphen is split from a digit after it
//   women | 's    workers | '   the possessive is a token of its own, after a number too (1990 | 's)
//   O'Brien  Mi'kmaw  '90s      other apostrophes stay inside, the 'okina and its look-alikes too
//   do | n't   ca | n't         n't and 'll, 're, 've, 'd, 'm are split as in the Penn Treebank ("cannot" is not)
//   AT&T  R&D                   & stays between two letters without space
//   http://a.b/c  a@b.org       one token; so are @handle, #tag and a bare host name such as example.com
//   and | / | or                other slashes are tokens
//   U+534E U+5E73               a run of Han, Kana or Hangul is one token, apart from Latin letters beside it
//   ...  --  ?!  ____           a run of one of these signs is one token; so is an emoji with all that modifies it
//
// Compounds follow the two corpora that the models learn from: Stanford's Worldwide newswire splits every hyphen,
// PolNeAR (Penn Treebank) none; names need the first, lower-case compounds read better with the second.
//
// Straight quotes, and curly ones that are turned the wrong way, open or close by what is beside them; where that
// does not tell, by whether one is open. A single quote mark after a word closes when one was opened before, unless
// another that could close it follows and the word ends in s ('the workers' rights').
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace newsgloss {

enum class TokenKind : unsigned char {
  word,         // letters, possibly with digits, periods, apostrophes and hyphens inside
  number,       // starts with a digit: 4,500 1.5bn 12th 20-year-old 14:30 '90s
  possessive,   // 's or a bare ' after a word
  open_quote,   // “ ‘ « or a straight " or ' that opens; ``
  close_quote,  // ” ’ » or a straight " or ' that closes; ''
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

// Given tokens: text that comes already cut, as corpora and `newsgloss tag` write it, one token a line.
//
// Tokens are put together to a text that reads like a newspaper's, so that every later stage sees what it sees in an
// article: Penn Treebank names become the signs they stand for (`` and '' curly quotes, -LRB- a bracket), and a space
// is left out where print has none: also around a hyphen between words (the tokeniser cuts compounds of names, and so
// does the corpus that the entity model learns from), and before the period of an abbreviation, which ends no sentence.
//
//   ``  It  's  true  ,  ''  she  said        given
//   "It's true," she said                     the text (its quote marks curly); eight tokens, as given
//
// A token may hold spaces and any bytes of valid UTF-8; an empty one becomes "_". Linear.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "article/document.h"

namespace newsgloss {

struct GivenBlock {
  std::string text;
  std::vector<Token> tokens;  // one for each given, in order
};

/// Puts `written` together into `out`, whose memory is reused.
void join_given_tokens(const std::vector<std::string_view>& written, GivenBlock& out);

/// Fills `block` (a paragraph) with the text, tokens and sentences of `given`, which must outlive it.
void read_given_block(const GivenBlock& given, DocumentBlock& block);

}  // namespace newsgloss

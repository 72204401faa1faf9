// Given tokens → a block: text is made by joining them as they would be printed, and the tokens are exactly those.
//
// Penn Treebank spellings are understood: `` and '' are quote marks, -LRB- and its kin brackets, straight " and '
// open and close in turn. Token kinds and white space follow the tokenizer's conventions, so that a tagger sees what
// it would see in running text.
//
//   `` It works , '' said Mr. O'Brien -LRB- 51 -RRB- .   →   “It works,” said Mr. O'Brien (51).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/tokenizer.h"

namespace newsgloss::cli {

struct GivenBlock {
  std::string text;           // valid UTF-8
  std::vector<Token> tokens;  // one for each given, in order, never empty
};

/// `given` may be any bytes (repaired), also empty (an underscore stands in) or with spaces inside (kept). Linear.
[[nodiscard]] GivenBlock join_tokens(const std::vector<std::string_view>& given);

}  // namespace newsgloss::cli

// Quote pairs: which quote mark closes which, within one block.
//
//   tokens   "  A  "  he  said  .  "  B          pairs  [0,3) closed   [6,8) not closed: runs to the block's end
//            0  1  2  3   4     5  6  7
//
// Marks of one family (double, single, guillemets) close each other; families nest. Unbalanced marks stay local: an
// open mark that meets another one of its family before it is closed ends there, and a close mark that nothing opened
// is reported as a pair without an opening that starts at the block's start. Single close marks without an opening are
// apostrophes and are passed over. Pairs are ordered by their first token. Complexity: linear.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"
#include "text/tokenizer.h"

namespace newsgloss {

struct QuotePair {
  TokenRange tokens;       // with the marks
  bool opened = true;      // false: begins at the block's start, its opening mark lies in an earlier block or nowhere
  bool closed = true;      // false: ends before the next mark of its family, or at the block's end
  bool single = false;     // marks of the single family
  std::uint8_t depth = 0;  // 0: in no other pair
  friend bool operator==(const QuotePair&, const QuotePair&) = default;
};

/// `pairs` is cleared first.
void pair_quote_marks(std::string_view text, const std::vector<Token>& tokens, std::vector<QuotePair>& pairs);

}  // namespace newsgloss

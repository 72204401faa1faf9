// Name phrases: maximal runs of capitalised words with what may stand between them, cut into candidates for names.
//
//   the Good-Neighborliness, Friendship and Cooperation Commission of the Shanghai Cooperation Organization
//       [                                                                                              ]
//   Kyrgyz Deputy Prime Minister Bakyt Torobayev        China-Central Asia ties
//   [    ]                       [             ]        [   ] [          ]
//
// A candidate holds no leading article, honorific or office, and no trailing possessive. Candidates are ordered and
// do not overlap. Linear: every look-ahead is bounded.
#pragma once

#include <cstdint>
#include <vector>

#include "tagger/vocabulary.h"
#include "text/span.h"

namespace newsgloss {

struct NamePhrase {
  TokenRange tokens;
  bool after_title = false;  // an office or honorific stands right before it in the same run
};

/// Appends the candidates of one block to `out`, which is cleared first.
void find_name_phrases(const Vocabulary& vocabulary, std::uint32_t block, std::vector<NamePhrase>& out);

}  // namespace newsgloss

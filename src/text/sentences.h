// Sentence boundaries over a block's tokens.
//
// A sentence ends at . ! ? … (with the closing quotes and brackets that follow it) where the next token can open a
// sentence. Abbreviations that are usually followed by a name ("Mr.", "Gen.", "R.") do not end one; "U.S." and
// "p.m." do when a capitalised word that is no likely continuation follows. A period inside a closing quote mark
// ends the sentence unless a reporting clause in lower case follows ("It works," / "Why?" he asked.).
// Ranges cover all tokens, in order, without gaps; none has more than 4,096 tokens. Complexity: linear.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"
#include "text/tokenizer.h"

namespace newsgloss {

void split_sentences(std::string_view text, const std::vector<Token>& tokens, std::vector<TokenRange>& sentences);

}  // namespace newsgloss

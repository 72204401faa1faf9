// Annotations → tokens, one a line, as corpora and annotation tools of the CoNLL tradition read them.
//
//   -DOCSTART- forum-1
//
//   Minister  O         _   B-source   q0
//   Ana       B-PERSON  e0  I-source   q0
//   Otieno    I-PERSON  e0  I-source   q0
//   said      O         _   B-cue      q0
//
// Columns, with a TAB between: token; entity type in BIO, of name mentions; entity id, also of pronouns and nominals
// ("_" for none); attribution label in BIO; quote id. A blank line ends a sentence. Where attributions nest, a token
// belongs to the innermost, and a source or cue comes before content. What goes on in the next sentence begins again
// there (B-), under the same id. `newsgloss tag` reads it back.
#pragma once

#include <string>

#include "annotate/annotations.h"

namespace newsgloss {

/// Ends with a blank line. Linear in the tokens plus the tokens of all spans.
[[nodiscard]] std::string to_conll(const Annotations& annotations);

}  // namespace newsgloss

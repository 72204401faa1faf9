// Rule attribution: source, cue and content spans of a block from a table of cue verbs and a finder of noun phrases.
//
//   Piao Yangfan, an official of the bloc, told Kabar that trade has grown, adding that "more will come".
//   [------------- source --------------] [cue]       [---- content ----]  [cue]  [------ content -----]
//
// Knows: subject before the verb, with appositions, titles, lists; inverted order (said X, a Y at Z); clause or
// quotation before, behind and around the reporting clause; person before the clause; several verbs with one subject;
// participles; nouns of attitude ("expressed confidence that"); "according to"; headlines. As in PolNeAR, a content
// span keeps its "that", and a source is marked once where several cues share it. Not known: attributions nested in
// another's content, and subjects that only a parser would find; where the phrase finder is unsure it leaves the source
// out. Spans do not overlap. Complexity: linear in the block (each look to the left is bounded).
#pragma once

#include <cstdint>
#include <vector>

#include "article/document.h"
#include "tagger/tagger.h"

namespace newsgloss {

/// Appends the spans of block `block` to `spans`, ordered by place.
void tag_attribution(const Document& document, std::uint32_t block, std::vector<AttributionSpan>& spans);

}  // namespace newsgloss

// Joins two taggers' attributions of one block: the rules' where they find one, the model's elsewhere.
//
//   passage         sentences, as many as a span of either tagger runs over
//   found by rules  the rules have a cue and a content in it: their spans stand, for they keep to what the schema calls
//                   a quote
//   else            the model's spans, where it is sure enough of a cue and a content
//
// The rules are precise and miss a fifth; the model knows verbs, nouns and word orders that no table lists.
// Complexity: linear in tokens and spans.
#pragma once

#include <span>
#include <vector>

#include "article/document.h"
#include "tagger/tagger.h"

namespace newsgloss {

/// True when the rules find an attribution in every sentence of `block`, so that the model need not be asked.
[[nodiscard]] bool covers_block(const DocumentBlock& block, std::span<const AttributionSpan> rules);

/// Replaces `out` by the joined spans, ordered by place, without overlaps. Each input is ordered and free of overlaps.
void join_attributions(const DocumentBlock& block, std::span<const AttributionSpan> rules,
                       std::span<const AttributionSpan> learned, std::vector<AttributionSpan>& out);

}  // namespace newsgloss

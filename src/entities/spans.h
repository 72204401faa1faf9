// Spans: a tagger's entity spans made fit to be names. Joined, trimmed, their types refined, and applied throughout
// the document: a name tagged once is tagged everywhere unless its neighbours say otherwise.
//
//   tagger   [President Bakyt Torobayev PERSON]      [Central Asia's LOC]      [China-Central Asia LOC]
//   spans               [Bakyt Torobayev PERSON]     [Central Asia LOC]        [China GPE][Central Asia LOC]
//
// Works on any tagger: on one that only says LOC for every place and OTHER for every other name, GPE, LOC and NORP are
// told apart by the gazetteer, EVENT, LAW, WORK_OF_ART, FAC and OTHER by heads ("Summit", "Act", "Airport").
//
// Always holds: spans are ordered, disjoint, not empty and inside one block. Linear in the tokens.
#pragma once

#include <cstdint>
#include <vector>

#include "tagger/tagger.h"
#include "tagger/vocabulary.h"

namespace newsgloss {

struct NameSpan {
  std::uint32_t block = 0;
  TokenRange tokens;
  EntityType type = EntityType::other;
  Score score = 0;
};

enum class NameStyle : unsigned char {
  flat,       // the schema's: "Lima, Peru" is two names, "northern Mali" is Mali, a weekday is none
  as_tagged,  // as the tagger's corpus has them
};

/// The document's names by place. `tagging` has one entry a block of the vocabulary's document.
[[nodiscard]] std::vector<NameSpan> refine_spans(const Vocabulary& vocabulary, const Tagging& tagging,
                                                 NameStyle style = NameStyle::flat);

}  // namespace newsgloss

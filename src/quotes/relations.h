// Relations: the tagger's spans and the quote marks → attributions, each a content with its cue and its source.
//
//   "We tried," said Ann Li, the chair.     content ["We tried,"]  cue [said]  source [Ann Li, the chair]
//   She called for A and urged B            two relations, one source
//   "A," he said, "B."                      one content of two pieces
//   "A," he said. "B."                      two relations; the second has no cue: implicit
//
// Within a sentence (joined over quotations that span several) a content goes to the nearest cue, a cue to the
// nearest source. Quotations of speech beside a cue are content even where the tagger missed them; those without any
// cue become implicit relations when the one who speaks can still be speaking. Content is trimmed to what the schema
// asks for: no leading "that", no final period when indirect, quote marks and what they hold kept when direct.
// Works on whatever spans a tagger gives: any labels in any order, sources or cues without content are dropped.
// Relations are ordered by the place of their content. Complexity: linear in spans, quotations and tokens.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "article/document.h"
#include "quotes/quote_marks.h"
#include "quotes/quotes.h"
#include "tagger/tagger.h"

namespace newsgloss {

struct Relation {
  std::uint32_t block = 0;
  std::vector<TokenRange> content;  // by place; never empty, trimmed
  std::optional<TokenRange> cue;
  std::optional<TokenRange> source;
  QuoteKind kind = QuoteKind::indirect;
  bool continues = false;  // its quotation runs on from the block before
  Score score = 0;

  [[nodiscard]] bool implicit() const noexcept { return !cue && !source; }
};

[[nodiscard]] std::vector<Relation> find_relations(const Document& document, const Tagging& tagging,
                                                   const std::vector<std::vector<Quotation>>& quotations);

}  // namespace newsgloss

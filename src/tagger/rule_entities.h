// The first engine's entity layer: candidates by capitals and connectors (name_phrases.h), types by lexica and context
// (name_types.h), settled by a vote over all occurrences of a name in the document (a plurality, as in Mikheev,
// Moens and Grover 1999), with surnames taking the type of the full names that they end.
//
// `read` is linear in the document; `tag` copies one block's spans.
#pragma once

#include <cstdint>
#include <vector>

#include "tagger/tagger.h"
#include "tagger/vocabulary.h"

namespace newsgloss {

class RuleEntities {
 public:
  /// Reads the whole document.
  void read(const Document& document);

  /// The entity spans of one block, into `out` (cleared first).
  void tag(std::uint32_t block, std::vector<EntitySpan>& out) const;

 private:
  Vocabulary vocabulary_;
  std::vector<std::vector<EntitySpan>> blocks_;
};

}  // namespace newsgloss

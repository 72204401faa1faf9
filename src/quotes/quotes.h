// Quotes: who said what. The tagger's source, cue and content spans and the article's quote marks → relations, each
// resolved to its speaker.
//
//   quote_marks   opens and closes over paragraphs, nesting, scare quotes     (quote_marks.h)
//   relations     source–cue–content, split and continued quotes              (relations.h)
//   speakers      name → title → nominal → pronoun → carry-over → abstain     (speakers.h)
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "article/document.h"
#include "entities/entities.h"
#include "tagger/tagger.h"

namespace newsgloss {

enum class QuoteKind : unsigned char { direct, indirect, mixed };
enum class SpeakerBasis : unsigned char { name, pronoun, nominal, implicit };

[[nodiscard]] std::string_view name_of(QuoteKind kind) noexcept;
[[nodiscard]] std::string_view name_of(SpeakerBasis basis) noexcept;

struct Quote {
  QuoteKind kind = QuoteKind::indirect;
  std::vector<BlockSpan> content;   // by place; bytes
  std::optional<BlockSpan> cue;     // nothing: an implicit quote
  std::optional<BlockSpan> source;  // the whole noun phrase
  std::vector<EntityId> speakers;   // by place of naming; empty when the article names nobody
  SpeakerBasis basis = SpeakerBasis::implicit;
  Score score = 0;
};

/// Ordered by place. May add pronoun and nominal mentions (the ones that are sources) to `entities`, never entities.
[[nodiscard]] std::vector<Quote> find_quotes(const Document& document, const Tagging& tagging,
                                             std::vector<Entity>& entities);

}  // namespace newsgloss

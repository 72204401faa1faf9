// Source head: which of the names in a source phrase are the ones who speak, and what noun is its head.
//
//   Ann Li, chair of the Kabar Bank           names [Ann Li]
//   Minister of Health Ann Li                 names [Ann Li]
//   Ann Li and Bo Rasch, of Kabar             names [Ann Li, Bo Rasch]
//   a spokesman for Ann Li                    names []             noun "spokesman"
//   the Kabar chief                           names []             noun "chief", modifiers "Kabar", definite
//   officials in Kenya                        names []             noun "officials", not definite
//
// Costs: linear in the phrase.
#pragma once

#include <vector>

#include "article/document.h"
#include "quotes/mention_index.h"

namespace newsgloss {

/// The named speakers of `source`, first the one meant first; empty when its head is no name.
[[nodiscard]] std::vector<EntityId> named_heads(const DocumentBlock& block, TokenRange source,
                                                std::span<const PlacedMention> mentions,
                                                const std::vector<Entity>& entities);

struct NounHead {
  std::uint32_t noun = 0;  // token
  TokenRange modifiers;    // tokens between determiner and noun
  TokenRange complement;   // what follows the noun ("of the board")
  bool found = false;
  bool definite = false;  // "the", "this", or a bare capitalised title
  bool plural = false;
};

[[nodiscard]] NounHead noun_head(const DocumentBlock& block, TokenRange source);

}  // namespace newsgloss

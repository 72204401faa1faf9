// Speakers: whom does a relation's source denote?
//
// A sieve, surest first; a relation that none of its steps can tell stays without a speaker, because a wrong one is
// worse than none:
//   name       a name that is the source's head: "Ann Li, the chair", "Minister of Health Ann Li", "A and B" (both)
//   relative   "who" → the name before it
//   nominal    "the minister", "the Kabar chief", "the commission" → who alone has that role or name here
//   pronoun    the clusters' answer, else the speaker or subject of the sentences before, gender willing
//   implicit   a quotation without a cue → who spoke last, while paragraph follows on paragraph
// A name inside the source that is not its head is nobody's speaker: "a spokesman for Ann Li", "Li's lawyer",
// "officials in Kenya", "a Reuters reporter".
//
// The order of steps follows the quote attribution sieve of Muzny et al. (2017), fitted to news.
// Complexity: linear in tokens and mentions, plus relations with nominal sources times entities.
#pragma once

#include <vector>

#include "article/document.h"
#include "entities/entities.h"
#include "quotes/quotes.h"
#include "quotes/relations.h"

namespace newsgloss {

/// One quote for each relation, in their order. Adds the nominal and pronoun mentions it resolves to `entities`.
[[nodiscard]] std::vector<Quote> find_speakers(const Document& document, const std::vector<Relation>& relations,
                                               std::vector<Entity>& entities);

}  // namespace newsgloss

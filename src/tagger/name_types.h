// Name types: how much speaks for each type of one candidate, from the words in it and around it.
//
// Votes are small integers, summed over a name's occurrences by the caller; nothing here decides. O(length of name).
#pragma once

#include <array>
#include <cstdint>

#include "tagger/name_phrases.h"
#include "tagger/tagger.h"
#include "tagger/vocabulary.h"

namespace newsgloss {

using TypeVotes = std::array<std::int32_t, entity_type_count>;

/// Adds to `votes` what the name's own words say (the same for all its occurrences).
void vote_by_words(const Vocabulary& vocabulary, std::uint32_t block, TokenRange name, TypeVotes& votes);

/// Adds to `votes` what stands beside this occurrence.
void vote_by_context(const Vocabulary& vocabulary, std::uint32_t block, const NamePhrase& name, TypeVotes& votes);

}  // namespace newsgloss

// Pronouns: he, him, his, himself, she, her, hers, herself → a person named before (or, for a fronted possessive, right
// after in the same sentence), after Lappin and Leass (1994) in small: candidates agree in gender and gain by nearness,
// by being a subject, and by opening the preceding paragraph.
//
// A pronoun inside quote marks does not mean the one who speaks them. Where two candidates come out level, none is
// taken. Genders learnt on the way ("She" meant Shen) become the person's gender. Linear: at most a dozen candidates
// a pronoun.
#pragma once

#include <vector>

#include "entities/entities.h"
#include "tagger/vocabulary.h"

namespace newsgloss {

/// Adds pronoun mentions to persons (mentions stay by place) and genders that they show. `find_roles` comes before.
void resolve_pronouns(const Vocabulary& vocabulary, std::vector<Entity>& entities);

/// The gender of a third-person singular pronoun in any case, folded; unknown for any other word.
[[nodiscard]] Gender gender_of_pronoun(std::string_view word) noexcept;

}  // namespace newsgloss

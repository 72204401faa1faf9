// Pronouns: he, him, his, himself, she, her, hers, herself → a person named before (or, for a fronted possessive, right
// after in the same sentence). pronoun_candidates.h says what speaks for a person, pronoun_weights.h what each of that
// is worth, learned by src/train/pronouns.py; the candidate with the highest sum is taken.
//
// Genders learnt on the way ("She" meant Shen) become the person's gender. Linear: at most two dozen mentions are
// looked at for a pronoun.
#pragma once

#include <functional>
#include <vector>

#include "entities/entities.h"
#include "entities/pronoun_candidates.h"
#include "tagger/vocabulary.h"

namespace newsgloss {

/// Told of each pronoun and whom it may mean, before one is chosen: for the trainer.
using PronounObserver = std::function<void(const PronounAt&, const std::vector<PronounCandidate>&)>;

/// Adds pronoun mentions to persons (mentions stay by place) and genders that they show. `find_roles` comes before.
void resolve_pronouns(const Vocabulary& vocabulary, std::vector<Entity>& entities,
                      const PronounObserver& observe = nullptr);

/// The gender of a third-person singular pronoun in any case, folded; unknown for any other word.
[[nodiscard]] Gender gender_of_pronoun(std::string_view word) noexcept;

}  // namespace newsgloss

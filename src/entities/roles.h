// Roles: what the article says a person is, word for word, and what it shows of a person's gender.
//
//   Kyrgyz Deputy Prime Minister Bakyt Torobayev             before the name: "Deputy Prime Minister"
//   Shen Yueyue, vice-chairwoman of … and chair of …, said   apposition: "vice-chairwoman of … and chair of …"
//   the head of the agency, Rosa Lima, said                  apposition before the name: "head of the agency"
//   Rosa Lima, who heads the agency,                         relative clause: "heads the agency"
//   Rosa Lima is the head of the agency                      predicate: "head of the agency"
//
// Gender comes from words of the article (Mrs, spokesman, queen); given names only steer `likely_gender`.
// Linear in the mentions times a bounded look-around.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entities/entities.h"
#include "tagger/vocabulary.h"

namespace newsgloss {

/// Sets `role`, `gender` and `likely_gender` of persons. Mentions must be by place.
void find_roles(const Vocabulary& vocabulary, std::vector<Entity>& entities);

/// The head noun of a role: "minister" of "Deputy Prime Minister of Health", "head" of "head of the agency"; in small
/// letters, a part of `role` folded. Empty when no known role noun is in it.
[[nodiscard]] std::string role_head(std::string_view role);

/// Persons whose role has `head` ("minister", "spokesman") among its words, in the entities' order. For resolving
/// "the minister".
[[nodiscard]] std::vector<EntityId> persons_with_role(const std::vector<Entity>& entities, std::string_view head);

/// Entities of a type whose name has `head` ("commission", "forum") as a word, in the entities' order. For "the
/// commission".
[[nodiscard]] std::vector<EntityId> entities_with_head(const std::vector<Entity>& entities, EntityType type,
                                                       std::string_view head);

/// What a word alone says of a person's gender ("spokeswoman", "Mr"); unknown for most.
[[nodiscard]] Gender gender_of_word(std::string_view word);

}  // namespace newsgloss

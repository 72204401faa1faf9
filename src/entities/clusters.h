// Clusters: which names mean the same entity.
//
//   Shen Yueyue … Shen                        full name, then family name (first or last)
//   Rahim R. Hakimov … Rahim Hakimov          initials and middle names come and go
//   Asif Khan … Sara Khan … Khan              two persons stay two; a bare surname means the one named last
//   Shanghai Cooperation Organization … SCO   initials (Schwartz and Hearst 2003 where they stand side by side), also
//                                             of a name seen only inside a longer one ("Commission of the …")
//   Paratus Group … Paratus                   organisations lose their heads, and keep only them ("the Fund")
//   US … United States                        the gazetteer's names of one country or organisation
//   Iranian … Iranians                        demonyms are entities of their own, one for adjective and people
//
// Near-linear: every name is compared with at most a few others that share a word with it.
#pragma once

#include <vector>

#include "entities/entities.h"
#include "entities/spans.h"

namespace newsgloss {

/// Entities with type, name, aliases and name mentions; roles, genders and links are left to others. Not yet ordered.
[[nodiscard]] std::vector<Entity> cluster_names(const Vocabulary& vocabulary, const std::vector<NameSpan>& names);

}  // namespace newsgloss

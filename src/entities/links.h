// Links: where a place, a people or an organisation can be looked up, from the gazetteer. O(entities).
#pragma once

#include <vector>

#include "entities/entities.h"

namespace newsgloss {

/// Sets `link` of countries, capitals, demonyms (their country's) and well-known organisations.
void link_entities(std::vector<Entity>& entities);

}  // namespace newsgloss

#include "entities/links.h"

#include "tagger/lexica/fold.h"
#include "tagger/lexica/gazetteer.h"

namespace newsgloss {
namespace {

std::optional<Link> find_link(EntityType type, std::string_view name) {
  const std::string key = name_key(name);
  if (type == EntityType::org) {
    if (const auto id = find_organization(key); id && !id->empty()) return Link{"", std::string(*id)};
    return std::nullopt;
  }
  const auto place = find_place(key);
  if (!place || (place->iso3166.empty() && place->wikidata.empty())) return std::nullopt;
  if ((place->kind == PlaceKind::people) != (type == EntityType::norp)) return std::nullopt;
  return Link{std::string(place->iso3166), std::string(place->wikidata)};
}

}  // namespace

void link_entities(std::vector<Entity>& entities) {
  for (Entity& entity : entities) {
    const EntityType type = entity.type;
    if (type != EntityType::gpe && type != EntityType::loc && type != EntityType::norp && type != EntityType::org)
      continue;
    entity.link = find_link(type, entity.name);
    for (std::size_t i = 0; i < entity.aliases.size() && !entity.link; ++i)
      entity.link = find_link(type, entity.aliases[i]);
  }
}

}  // namespace newsgloss

#include "tagger/lexica/gazetteer.h"

#include "tagger/lexica/tables.h"

namespace newsgloss {

std::optional<Place> find_place(std::string_view name) noexcept {
  const std::optional<std::string_view> value = lexica::places.find(name);
  if (!value || value->empty()) return std::nullopt;
  Place place;
  switch ((*value)[0]) {
    case 'C':
      place.kind = PlaceKind::country;
      break;
    case 'K':
      place.kind = PlaceKind::capital;
      break;
    case 'R':
      place.kind = PlaceKind::region;
      break;
    case 'D':
      place.kind = PlaceKind::people;
      break;
    default:
      place.kind = PlaceKind::city;
  }
  // "C KG Q813", "C - Q15180", "K PA", "P"
  const std::string_view rest = value->size() > 2 ? value->substr(2) : std::string_view{};
  const std::size_t space = rest.find(' ');
  place.iso3166 = rest.substr(0, space);
  if (space != std::string_view::npos) place.wikidata = rest.substr(space + 1);
  if (place.iso3166 == "-") place.iso3166 = {};
  return place;
}

std::optional<std::string_view> find_organization(std::string_view name) noexcept {
  return lexica::organizations.find(name);
}

}  // namespace newsgloss

// Gazetteer: countries, capitals, cities, provinces, regions, peoples and well-known organisations by name.
#pragma once

#include <optional>
#include <string_view>

namespace newsgloss {

enum class PlaceKind : unsigned char { country, capital, city, region, people };

struct Place {
  PlaceKind kind = PlaceKind::city;
  std::string_view iso3166;   // of the country that it is or lies in; empty where we do not say
  std::string_view wikidata;  // empty where we do not say
};

/// `name` folded (fold.h), words separated by one space: "central asia", "kyrgyz".
[[nodiscard]] std::optional<Place> find_place(std::string_view name) noexcept;

/// The Wikidata identifier (possibly empty) of a well-known organisation, by full name or acronym, folded.
[[nodiscard]] std::optional<std::string_view> find_organization(std::string_view name) noexcept;

}  // namespace newsgloss

// The generated tables, and how they are searched: sorted lines in one string, by binary search over its bytes.
//
// No table is unpacked at start-up; a look-up costs about twelve comparisons.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace newsgloss::lexica {

struct Table {
  const char* text;
  std::size_t size;

  /// The value of the line whose key is `key` (empty when it has none), or nothing.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view key) const noexcept;
};

extern const Table places;         // "kind iso wikidata"; see place.h
extern const Table organizations;  // Wikidata identifier or nothing
extern const Table given_names;    // f, m or u
extern const Table surnames;
extern const Table common_words;

}  // namespace newsgloss::lexica

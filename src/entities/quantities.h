// Percentages and quantities with a unit: "12.5", "10/15", "3.7 km", "-5 °C", "3/5 km", "20 year".
//
// Lengths of time are quantities too. A count whose unit is a thing ("300 officials") is a cardinal.
#pragma once

#include <optional>
#include <string>

#include "entities/numbers.h"

namespace newsgloss {

/// A number or a range of numbers: "10-15", "3 to 5 million", "between 5 and 6".
struct NumberRange {
  std::uint32_t last = 0;
  NumberPhrase from;
  std::optional<NumberPhrase> to;

  /// "10/15", nothing when it is not known.
  [[nodiscard]] std::optional<std::string> value() const;
};

[[nodiscard]] std::optional<NumberRange> read_range(const Atoms& atoms, std::uint32_t at);

struct FoundQuantity {
  std::uint32_t last = 0;
  std::optional<std::string> value;
};

[[nodiscard]] std::optional<FoundQuantity> find_percent(const Atoms& atoms, std::uint32_t at);
[[nodiscard]] std::optional<FoundQuantity> find_quantity(const Atoms& atoms, std::uint32_t at);

}  // namespace newsgloss

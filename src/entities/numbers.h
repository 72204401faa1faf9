// Number phrases: digits, words and both together → exact decimals.
//
//   4,500   3.7   1.5bn   2 1/2   three million   a dozen   two-thirds   half a million   5 lakh   twenty-first   12th
//
// A phrase is bounded in length (a longer one is cut), so reading is O(1) at each atom.
#pragma once

#include <optional>

#include "entities/decimal.h"
#include "entities/value_atoms.h"

namespace newsgloss {

struct NumberPhrase {
  std::uint32_t last = 0;  // atom, exclusive
  std::optional<Decimal> value;
  bool in_digits = false;      // written with digits, at least at first
  bool has_magnitude = false;  // "million", "bn": too much for a year or a day of the month
  bool ambiguous_m = false;    // "5m": million or metres
};

/// The number that starts at atom `at`. `money` allows what only money is written with: "1.5m", "50 000", "3K".
[[nodiscard]] std::optional<NumberPhrase> read_number(const Atoms& atoms, std::uint32_t at, bool money = false);

/// A fraction in words or signs that stands alone: "two-thirds", "a quarter of", "½", "one in five" is not.
[[nodiscard]] std::optional<NumberPhrase> read_fraction(const Atoms& atoms, std::uint32_t at);

struct OrdinalPhrase {
  std::uint32_t last = 0;
  int value = 0;
};

/// "12th", "twelfth", "twenty-first", "101st".
[[nodiscard]] std::optional<OrdinalPhrase> read_ordinal(const Atoms& atoms, std::uint32_t at);

/// "st", "nd", "rd", "th" glued to digits.
[[nodiscard]] bool is_ordinal_suffix(const Atom& atom) noexcept;

/// A plain integer without separators ("2025", "07") of at most `digits` digits, or nothing.
[[nodiscard]] std::optional<int> plain_integer(const Atom& atom, std::size_t digits) noexcept;

}  // namespace newsgloss

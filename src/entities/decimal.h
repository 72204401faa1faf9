// Decimal: an exact decimal number, mantissa × 10^exponent, in integers.
//
// Values are printed from it and never pass through floating point, so they are the same on every platform. Numbers
// of more than 18 significant digits do not fit and have no value.
//
// Written form: plain digits ("4500", "12.5", "-3"); from a million on, where at least three zeros end the number,
// scientific with one digit before the point ("1.5e9", "3e6", but "1234567"). Equal numbers are written alike.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsgloss {

struct Decimal {
  std::uint64_t mantissa = 0;  // below 10^18
  int exponent = 0;
  bool negative = false;

  /// `digits` as printed: digits with separating commas and at most one period.
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view digits) noexcept;
  /// num / den, where that ends within six places; rounded to four places otherwise ("2/3" is 0.6667).
  [[nodiscard]] static Decimal ratio(std::uint32_t num, std::uint32_t den) noexcept;

  [[nodiscard]] Decimal shifted(int powers_of_ten) const noexcept {
    return {mantissa, exponent + powers_of_ten, negative};
  }
  [[nodiscard]] std::optional<Decimal> times(std::uint32_t factor) const noexcept;
  [[nodiscard]] std::optional<Decimal> plus(const Decimal& other) const noexcept;
  [[nodiscard]] Decimal negated() const noexcept { return {mantissa, exponent, !negative}; }
  /// Same sign and magnitude comparison; false where the two cannot be brought to one exponent.
  [[nodiscard]] bool less_than(const Decimal& other) const noexcept;
  /// The value when it is an integer of at most nine digits.
  [[nodiscard]] std::optional<int> integer() const noexcept;
  [[nodiscard]] std::string to_string() const;
};

}  // namespace newsgloss

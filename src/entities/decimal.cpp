#include "entities/decimal.h"

namespace newsgloss {
namespace {

constexpr std::uint64_t limit = 1'000'000'000'000'000'000;  // 10^18

/// Without zeros at the mantissa's end.
Decimal normal(Decimal d) {
  if (d.mantissa == 0) return {0, 0, false};
  while (d.mantissa % 10 == 0) {
    d.mantissa /= 10;
    ++d.exponent;
  }
  return d;
}

/// `d` with a smaller exponent, where its mantissa allows.
std::optional<Decimal> at_exponent(Decimal d, int exponent) {
  while (d.exponent > exponent) {
    if (d.mantissa >= limit / 10) return std::nullopt;
    d.mantissa *= 10;
    --d.exponent;
  }
  return d;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view digits) noexcept {
  Decimal d;
  bool fraction = false;
  bool any = false;
  for (char c : digits) {
    if (c == ',') continue;
    if (c == '.') {
      if (fraction) return std::nullopt;
      fraction = true;
      continue;
    }
    if (c < '0' || c > '9' || d.mantissa >= limit / 10) return std::nullopt;
    d.mantissa = d.mantissa * 10 + static_cast<std::uint64_t>(c - '0');
    if (fraction) --d.exponent;
    any = true;
  }
  if (!any) return std::nullopt;
  return normal(d);
}

Decimal Decimal::ratio(std::uint32_t num, std::uint32_t den) noexcept {
  std::uint64_t scaled = num;
  for (int places = 0; places <= 6; ++places, scaled *= 10)
    if (scaled % den == 0) return normal({scaled / den, -places, false});
  return normal({(std::uint64_t{num} * 20000 / den + 1) / 2, -4, false});
}

std::optional<Decimal> Decimal::times(std::uint32_t factor) const noexcept {
  if (factor != 0 && mantissa >= limit / factor) return std::nullopt;
  return normal({mantissa * factor, exponent, negative});
}

std::optional<Decimal> Decimal::plus(const Decimal& other) const noexcept {
  const int low = exponent < other.exponent ? exponent : other.exponent;
  const auto a = at_exponent(*this, low);
  const auto b = at_exponent(other, low);
  if (!a || !b || a->mantissa >= limit - b->mantissa || negative != other.negative) return std::nullopt;
  return normal({a->mantissa + b->mantissa, low, negative});
}

bool Decimal::less_than(const Decimal& other) const noexcept {
  if (negative != other.negative) return negative;
  const int low = exponent < other.exponent ? exponent : other.exponent;
  const auto a = at_exponent(*this, low);
  const auto b = at_exponent(other, low);
  if (!a || !b) return false;
  return negative ? a->mantissa > b->mantissa : a->mantissa < b->mantissa;
}

std::optional<int> Decimal::integer() const noexcept {
  const auto whole = at_exponent(*this, 0);
  if (!whole || whole->exponent != 0 || whole->mantissa >= 1'000'000'000) return std::nullopt;
  return negative ? -static_cast<int>(whole->mantissa) : static_cast<int>(whole->mantissa);
}

std::string Decimal::to_string() const {
  const Decimal d = normal(*this);
  std::string digits = std::to_string(d.mantissa);
  std::string out = d.negative ? "-" : "";
  const int size = static_cast<int>(digits.size());
  if (d.exponent >= 3 && size + d.exponent >= 7) {
    out += digits[0];
    if (size > 1) out.append(".").append(digits, 1, std::string::npos);
    return out + "e" + std::to_string(size - 1 + d.exponent);
  }
  if (d.exponent >= 0) return out + digits + std::string(static_cast<std::size_t>(d.exponent), '0');
  const int point = size + d.exponent;  // digits before the decimal point
  if (point > 0)
    return out + digits.substr(0, static_cast<std::size_t>(point)) + "." +
           digits.substr(static_cast<std::size_t>(point));
  return out + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
}

}  // namespace newsgloss

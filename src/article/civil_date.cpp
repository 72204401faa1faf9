#include "article/civil_date.h"

#include "text/characters.h"

namespace newsgloss {

std::string to_iso(CivilDate date) {
  std::string out(10, '-');
  const auto put = [&](std::size_t at, std::size_t digits, int value) {
    for (std::size_t i = digits; i > 0; --i, value /= 10) out[at + i - 1] = static_cast<char>('0' + value % 10);
  };
  put(0, 4, date.year);
  put(5, 2, date.month);
  put(8, 2, date.day);
  return out;
}

std::optional<CivilDate> parse_iso_date(std::string_view text) noexcept {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > 10 && text[10] != 'T' && text[10] != 't' && text[10] != ' ') return std::nullopt;
  if (text.size() > 10 && (text.size() == 11 || !is_ascii_digit(text[11]))) return std::nullopt;
  int parts[3] = {};
  constexpr std::size_t begins[] = {0, 5, 8, 11};
  for (std::size_t part = 0; part < 3; ++part)
    for (std::size_t i = begins[part]; i + 1 < begins[part + 1]; ++i) {
      if (!is_ascii_digit(text[i])) return std::nullopt;
      parts[part] = parts[part] * 10 + (text[i] - '0');
    }
  const CivilDate date{parts[0], parts[1], parts[2]};
  if (!is_valid(date)) return std::nullopt;
  return date;
}

}  // namespace newsgloss

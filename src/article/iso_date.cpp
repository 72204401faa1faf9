#include "article/iso_date.h"

#include <array>

namespace newsgloss {
namespace {

// The number that `text[begin, begin + digits)` spells, or -1.
int number_at(std::string_view text, std::size_t begin, std::size_t digits) noexcept {
  int value = 0;
  for (std::size_t i = begin; i < begin + digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = 10 * value + (text[i] - '0');
  }
  return value;
}

}  // namespace

int days_in_month(int year, int month) noexcept {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

std::optional<CivilDate> parse_iso_date(std::string_view text) noexcept {
  constexpr std::size_t length = 10;  // YYYY-MM-DD
  if (text.size() < length || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > length) {  // a time: THH:MM…
    const std::string_view time = text.substr(length);
    if (time.size() < 6 || (time[0] != 'T' && time[0] != ' ') || time[3] != ':') return std::nullopt;
    const int hour = number_at(time, 1, 2), minute = number_at(time, 4, 2);
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59) return std::nullopt;
  }
  const CivilDate date{number_at(text, 0, 4), number_at(text, 5, 2), number_at(text, 8, 2)};
  if (date.year < 1 || date.day < 1 || date.day > days_in_month(date.year, date.month)) return std::nullopt;
  return date;
}

std::string iso_date(CivilDate date) {
  std::string out = "0000-00-00";
  const auto digits = [&out](std::size_t end, int value) {
    for (; value > 0; value /= 10) out[--end] = static_cast<char>('0' + value % 10);
  };
  digits(4, date.year % 10000);
  digits(7, date.month % 100);
  digits(10, date.day % 100);
  return out;
}

}  // namespace newsgloss

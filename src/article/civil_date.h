// Civil dates: the proleptic Gregorian calendar as arithmetic. No clock, no time zone, no locale.
//
// Days are counted from 1970-01-01. The two conversions are Howard Hinnant's ("chrono-Compatible Low-Level Date
// Algorithms", public domain); all functions are constant time and exact for years -9999 … 9999.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "article/article.h"

namespace newsgloss {

enum class Weekday : unsigned char { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

[[nodiscard]] constexpr bool is_leap_year(int year) noexcept {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// `month` must be 1 … 12.
[[nodiscard]] constexpr int days_in_month(int year, int month) noexcept {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : days[month - 1];
}

/// A date that the calendar has, in a year that can be written with four digits.
[[nodiscard]] constexpr bool is_valid(CivilDate date) noexcept {
  return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= days_in_month(date.year, date.month);
}

/// Days since 1970-01-01. `date` must be valid.
[[nodiscard]] constexpr int days_from_civil(CivilDate date) noexcept {
  const int y = date.year - (date.month <= 2 ? 1 : 0);
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

[[nodiscard]] constexpr CivilDate civil_from_days(int days) noexcept {
  const int z = days + 719468;
  const int era = (z >= 0 ? z : z - 146096) / 146097;
  const int day_of_era = z - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int m = (5 * day_of_year + 2) / 153;
  const int month = m < 10 ? m + 3 : m - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * m + 2) / 5 + 1};
}

[[nodiscard]] constexpr Weekday weekday(CivilDate date) noexcept {
  const int days = days_from_civil(date) + 3;  // 1970-01-01 was a Thursday
  return static_cast<Weekday>((days % 7 + 7) % 7);
}

[[nodiscard]] constexpr CivilDate add_days(CivilDate date, int days) noexcept {
  return civil_from_days(days_from_civil(date) + days);
}

/// `months` later (or earlier); a day that the month lacks becomes its last: 31 January + 1 = 28 or 29 February.
[[nodiscard]] constexpr CivilDate add_months(CivilDate date, int months) noexcept {
  const int count = date.year * 12 + date.month - 1 + months;
  const int year = count >= 0 ? count / 12 : (count - 11) / 12;
  const int month = count - year * 12 + 1;
  const int last = days_in_month(year, month);
  return {year, month, date.day < last ? date.day : last};
}

struct IsoWeek {
  int year = 0;  // the year that the week belongs to
  int week = 0;  // 1 … 53
  friend constexpr bool operator==(IsoWeek, IsoWeek) noexcept = default;
};

/// ISO 8601: the week of a date is the one of its Thursday.
[[nodiscard]] constexpr IsoWeek iso_week(CivilDate date) noexcept {
  const CivilDate thursday = add_days(date, 3 - static_cast<int>(weekday(date)));
  return {thursday.year, (days_from_civil(thursday) - days_from_civil({thursday.year, 1, 1})) / 7 + 1};
}

[[nodiscard]] constexpr bool operator<(CivilDate a, CivilDate b) noexcept {
  if (a.year != b.year) return a.year < b.year;
  return a.month != b.month ? a.month < b.month : a.day < b.day;
}

/// "2025-11-07". `date` must be valid.
[[nodiscard]] std::string to_iso(CivilDate date);

/// "2025-11-07", alone or followed by "T" or a space and a time, which is ignored; nothing else.
[[nodiscard]] std::optional<CivilDate> parse_iso_date(std::string_view text) noexcept;

}  // namespace newsgloss

// Points and periods of the calendar, and their ISO 8601 written forms.
//
//   day 2025-11-06   week 2025-W45   month 2025-11   year 2025   period 2025-08-31/2025-09-01
#pragma once

#include <optional>
#include <string>

#include "article/civil_date.h"

namespace newsgloss {

enum class Grain : unsigned char { day, week, month, year };

/// A stretch of the calendar that has a written form of its own; `date` is a day in it (the first, as a rule).
struct DatePoint {
  Grain grain = Grain::day;
  CivilDate date;
  friend bool operator==(const DatePoint&, const DatePoint&) = default;
};

/// A point, or everything from one point to another, both included.
struct DatePeriod {
  DatePoint first;
  std::optional<DatePoint> last;
};

/// 1 (Monday) … 7 (Sunday).
[[nodiscard]] constexpr int weekday_of(CivilDate date) noexcept { return static_cast<int>(weekday(date)) + 1; }

/// The Monday of `date`'s week.
[[nodiscard]] constexpr CivilDate monday_of(CivilDate date) noexcept { return add_days(date, 1 - weekday_of(date)); }

[[nodiscard]] std::string to_iso(const DatePoint& point);
[[nodiscard]] std::string to_iso(const DatePeriod& period);

/// `value` with leading zeros up to `width` digits.
[[nodiscard]] std::string zero_padded(int value, std::size_t width);

}  // namespace newsgloss

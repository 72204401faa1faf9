// Calendar dates as ISO 8601 writes them, in and out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "article/article.h"

namespace newsgloss {

/// "2025-11-07" → the date; also where a time follows ("2025-11-07T09:30:00+08:00", "2025-11-07 09:30"), which is
/// left out. Nothing for anything else, and for days that no month has. Years 0001 to 9999.
[[nodiscard]] std::optional<CivilDate> parse_iso_date(std::string_view text) noexcept;

/// "2025-11-07".
[[nodiscard]] std::string iso_date(CivilDate date);

/// The number of days in a month of the Gregorian calendar; 0 for a month that does not exist.
[[nodiscard]] int days_in_month(int year, int month) noexcept;

}  // namespace newsgloss

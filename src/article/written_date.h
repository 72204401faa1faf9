// Written dates: a calendar day as newspapers print it, read from tokens.
//
//   November 07, 2025    Nov. 7, 2025    7 Nov 2025    7th of November, 2025    07-Nov-2025
//   2025-11-07           2025/11/07      07.11.2025 (dots: day first)           2025-11-07T10:30
//   25/12/2025           one number over 12 tells which is the day; 07/11/2025 does not: no date
//   Nov. 7, 26 March     no year: `year` is 0
//
// Only days are read here: months, years, weekdays and relative dates are values (entities/values). Constant time.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "text/span.h"
#include "text/tokenizer.h"

namespace newsgloss {

struct WrittenDate {
  TokenRange tokens;
  int year = 0;   // 0: none written
  int month = 0;  // 0: day and month cannot be told apart
  int day = 0;

  /// The day, where year, month and day are known.
  [[nodiscard]] std::optional<CivilDate> date() const noexcept;
};

/// The written date that starts at token `i`. Names no day that the calendar lacks (31 June, 29 February 2025).
[[nodiscard]] std::optional<WrittenDate> written_date_at(std::string_view text, const std::vector<Token>& tokens,
                                                         std::uint32_t i);

/// 1 … 12 for a month's name or its usual abbreviation, with or without period, in any case; 0 for anything else.
[[nodiscard]] int month_number(std::string_view word) noexcept;

/// Monday is 1, Sunday 7, in full or abbreviated, in any case; 0 for anything else.
[[nodiscard]] int weekday_number(std::string_view word) noexcept;

}  // namespace newsgloss

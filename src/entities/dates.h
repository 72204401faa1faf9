// Date expressions → periods of the calendar.
//
//   absolute (dates.cpp)           Nov 6 · 6 November 2025 · Tuesday, Nov. 4 · May 2021 · 2021-22 · the 1990s ·
//   2025-11-06 relative (relative_dates.cpp)  today · last month · next Tuesday · two years ago · the end of the year ·
//   third quarter
//
// `find_date` reads at one atom and looks a bounded number of atoms ahead. Durations ("three years") are quantities
// and recurring days ("on Mondays") no dates; a date whose day cannot be known is found without a period.
#pragma once

#include <optional>

#include "entities/date_resolution.h"
#include "entities/value_atoms.h"

namespace newsgloss {

struct FoundDate {
  std::uint32_t last = 0;  // atom, exclusive
  std::optional<DatePeriod> period;
};

/// The date last read, for "the next day" and "that year". Forgotten after two blocks without one.
struct DateMemory {
  std::optional<DatePoint> point;
};

/// What the grammar of dates reads from.
struct DateContext {
  const Atoms& atoms;
  const DateAnchor& anchor;
  const DateMemory& memory;
};

[[nodiscard]] std::optional<FoundDate> find_date(const DateContext& in, std::uint32_t at);

/// Dates that name their place in the calendar, with ranges. Bare years and months only where the words around them
/// allow: "in May", "2019", but not "May said" or "2000 people".
[[nodiscard]] std::optional<FoundDate> find_absolute_date(const DateContext& in, std::uint32_t at);

/// Dates told from today or from another date.
[[nodiscard]] std::optional<FoundDate> find_relative_date(const DateContext& in, std::uint32_t at);

// Parts that both grammars share.

struct ReadPartial {
  PartialDate date;
  std::uint32_t last = 0;
};

/// "Nov 6[, 2025]", "6[th of] November[ 2025]", "[Tuesday, ]Nov 6", "May 2021".
[[nodiscard]] std::optional<ReadPartial> read_partial(const Atoms& atoms, std::uint32_t at);

/// A capitalised month name that stands alone and is no verb and no person. `sure` when words before it made it one.
[[nodiscard]] std::optional<int> bare_month(const DateContext& in, std::uint32_t at, bool sure);

/// A year of four digits that the words around it let be one. `sure`: no need to look at the words before it.
[[nodiscard]] std::optional<int> bare_year(const Atoms& atoms, std::uint32_t at, bool sure);

/// The atom after the range word at `at` ("to", "through", a dash, "and" after "between"); `at` itself when none.
[[nodiscard]] std::uint32_t over_connective(const Atoms& atoms, std::uint32_t at, bool after_between);

/// The way a preposition before `at` turns the date: since, by, until.
[[nodiscard]] Look look_before(const Atoms& atoms, std::uint32_t at);

}  // namespace newsgloss

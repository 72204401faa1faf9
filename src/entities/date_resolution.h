// From a date as written ("Nov 6", "Tuesday", "in June") to a date in the calendar.
//
// What is missing is taken from the day the article speaks from: the publication date, or the dateline's where it
// has one. Without it a date that is not whole has no value. By default a weekday is the nearest one past (or
// today), the nearest one coming where the sentence's verb looks ahead; a month or a day of a month likewise, except
// that a day close ahead is preferred to the same day almost a year ago.
// Compare Strötgen and Gertz 2010 (HeidelTime) and Chang and Manning 2012 (SUTime), whose news rules these follow.
#pragma once

#include <array>
#include <optional>

#include "entities/calendar.h"
#include "entities/value_atoms.h"

namespace newsgloss {

/// What relative dates are counted from.
struct DateAnchor {
  std::optional<CivilDate> today;     // nothing: relative dates have no value
  std::optional<CivilDate> rough;     // a full date near the article's start; settles years where `today` is unknown
  bool southern = false;              // seasons of the southern hemisphere
  bool month_first = false;           // 06/11/2025 is June 11 (American) …
  bool day_first = false;             // … or 6 November; neither: not known
  std::array<bool, 13> name_month{};  // "May" is a person's name in this article
};

/// The words around a date that turn it one way.
enum class Look : unsigned char {
  by_tense,
  back,      // since May: the latest that has begun
  ahead,     // by May, until Friday
  last,      // last May: before this month
  this_one,  // this May: of this year; this Friday: of this week
  next,      // next May: after this month
};

/// A date as written; 0 for what is missing.
struct PartialDate {
  int year = 0;
  int month = 0;
  int day = 0;
  int weekday = 0;

  [[nodiscard]] bool has_day() const noexcept { return day != 0; }
};

[[nodiscard]] std::optional<DatePoint> resolve_weekday(int weekday, Look look, Tense tense, const DateAnchor& anchor);

/// A month, with or without a day and a year.
[[nodiscard]] std::optional<DatePoint> resolve_month(const PartialDate& date, Look look, Tense tense,
                                                     const DateAnchor& anchor);

/// `date` at or after `from` within a year: the end of a period that began then.
[[nodiscard]] std::optional<DatePoint> resolve_from(const PartialDate& date, const DatePoint& from);

/// Spring 0 … winter 3 of the year `year` (a northern winter begins in its December).
[[nodiscard]] DatePeriod season_of(int season, int year, bool southern) noexcept;

/// Which season's year: by `look` and `tense` from today.
[[nodiscard]] std::optional<DatePeriod> resolve_season(int season, int year, Look look, Tense tense,
                                                       const DateAnchor& anchor);

}  // namespace newsgloss

#include "entities/date_resolution.h"

namespace newsgloss {
namespace {

// A coming day is taken, though the verb is past, when it is this many times nearer than the past one.
constexpr int near_ahead = 4;
// After a future verb a past day is taken only when it is this many times nearer.
constexpr int near_behind = 6;

/// Chooses between the latest candidate not after today (`behind` away) and the first after it (`ahead` away).
bool choose_ahead(int behind, int ahead, Look look, Tense tense) {
  switch (look) {
    case Look::back:
    case Look::last:
      return false;
    case Look::next:
      return true;
    case Look::ahead:
      if (tense != Tense::past) return true;
      break;
    case Look::by_tense:
    case Look::this_one:
      if (tense == Tense::future) return ahead <= behind * near_behind;
      break;
  }
  return ahead * near_ahead < behind;
}

std::optional<DatePoint> day_point(int year, int month, int day) {
  const CivilDate date{year, month, day};
  if (!is_valid(date)) return std::nullopt;
  return DatePoint{Grain::day, date};
}

}  // namespace

std::optional<DatePoint> resolve_weekday(int weekday, Look look, Tense tense, const DateAnchor& anchor) {
  if (!anchor.today) return std::nullopt;
  const CivilDate today = *anchor.today;
  const int behind = (weekday_of(today) - weekday + 7) % 7;
  const int ahead = (7 - behind) % 7;
  int days = -behind;
  switch (look) {
    case Look::last:
      days = behind == 0 ? -7 : -behind;
      break;
    case Look::next:
      days = ahead == 0 ? 7 : ahead;
      break;
    case Look::this_one:
      days = weekday - weekday_of(today);
      break;
    case Look::ahead:
      days = tense == Tense::past ? -behind : ahead;
      break;
    case Look::back:
      break;
    case Look::by_tense:
      if (tense == Tense::future) days = ahead;
      break;
  }
  return DatePoint{Grain::day, add_days(today, days)};
}

std::optional<DatePoint> resolve_month(const PartialDate& date, Look look, Tense tense, const DateAnchor& anchor) {
  if (date.month < 1 || date.month > 12) return std::nullopt;
  if (date.year != 0) {
    if (date.day != 0) return day_point(date.year, date.month, date.day);
    return DatePoint{Grain::month, {date.year, date.month, 1}};
  }
  const std::optional<CivilDate>& from = anchor.today ? anchor.today : anchor.rough;
  if (!from) return std::nullopt;
  if (look == Look::this_one) {
    if (date.day != 0) return day_point(from->year, date.month, date.day);
    return DatePoint{Grain::month, {from->year, date.month, 1}};
  }
  if (date.day == 0) {
    const int behind = (from->month - date.month + 12) % 12;
    const int year_of_latest = date.month <= from->month ? from->year : from->year - 1;
    if (behind == 0 && look != Look::last && look != Look::next)
      return DatePoint{Grain::month, {from->year, date.month, 1}};
    if (behind == 0) return DatePoint{Grain::month, {from->year + (look == Look::next ? 1 : -1), date.month, 1}};
    // "will be held in October" of November is next year's; a day of the month would have said so
    const bool ahead =
        (look == Look::by_tense && tense == Tense::future) || choose_ahead(behind, 12 - behind, look, tense);
    return DatePoint{Grain::month, {year_of_latest + (ahead ? 1 : 0), date.month, 1}};
  }
  const int today = days_from_civil(*from);
  std::optional<DatePoint> before;  // latest not after today
  std::optional<DatePoint> after;
  std::optional<DatePoint> matching;                                 // nearest with the weekday that is written
  for (int year = from->year - 8; year <= from->year + 8; ++year) {  // eight years: February 29 over 1900
    const auto point = day_point(year, date.month, date.day);
    if (!point) continue;
    const int away = days_from_civil(point->date) - today;
    if (away <= 0) before = point;
    if (away > 0 && !after) after = point;
    if (date.weekday != 0 && weekday_of(point->date) == date.weekday && away < 400 && away > -800) {
      const int best = matching ? days_from_civil(matching->date) - today : 100000;
      if ((away < 0 ? -away : away) < (best < 0 ? -best : best)) matching = point;
    }
  }
  if (matching) return matching;
  if (!before) return after;
  if (!after) return before;
  const int behind = today - days_from_civil(before->date);
  if (behind == 0 && look != Look::last && look != Look::next) return before;
  return choose_ahead(behind, days_from_civil(after->date) - today, look, tense) ? after : before;
}

std::optional<DatePoint> resolve_from(const PartialDate& date, const DatePoint& from) {
  PartialDate whole = date;
  if (whole.year == 0) {
    whole.year = from.date.year;
    const bool earlier = whole.month < from.date.month ||
                         (whole.month == from.date.month && whole.day != 0 && whole.day < from.date.day);
    if (earlier) ++whole.year;
  }
  return resolve_month(whole, Look::by_tense, Tense::none, {});
}

DatePeriod season_of(int season, int year, bool southern) noexcept {
  // Northern spring is March to May; the southern one is September to November, its summer begins in December.
  const int start = southern ? (season * 3 + 8) % 12 + 1 : season * 3 + 3;
  const CivilDate first{year, start, 1};
  return {{Grain::month, first}, DatePoint{Grain::month, add_months(first, 2)}};
}

std::optional<DatePeriod> resolve_season(int season, int year, Look look, Tense tense, const DateAnchor& anchor) {
  if (year != 0) return season_of(season, year, anchor.southern);
  if (!anchor.today) return std::nullopt;
  const CivilDate today = *anchor.today;
  const int now = today.year * 12 + today.month - 1;
  auto month_index = [](CivilDate d) { return d.year * 12 + d.month - 1; };
  DatePeriod latest = season_of(season, today.year - 2, anchor.southern);  // the latest that has begun
  for (int y = today.year - 1; y <= today.year + 1; ++y) {
    const DatePeriod candidate = season_of(season, y, anchor.southern);
    if (month_index(candidate.first.date) <= now) latest = candidate;
  }
  const int begun = latest.first.date.year;
  const bool running = now - month_index(latest.first.date) < 3;
  const int behind = now - month_index(latest.first.date);
  switch (look) {
    case Look::last:
      return running ? season_of(season, begun - 1, anchor.southern) : latest;
    case Look::next:
      return season_of(season, begun + 1, anchor.southern);
    case Look::this_one:
      if (running || behind <= 6) return latest;
      return season_of(season, begun + 1, anchor.southern);
    default:
      if (running) return latest;
      return choose_ahead(behind, 12 - behind, look, tense) ? season_of(season, begun + 1, anchor.southern) : latest;
  }
}

}  // namespace newsgloss

// Dates told from today ("last month", "two years ago") or from the date before them ("the next day").
#include "entities/dates.h"
#include "entities/numbers.h"

namespace newsgloss {
namespace {

struct Holiday {
  std::string_view words;  // separated by single spaces, lower case
  int month;
  int day;
};

// Feasts with a fixed day in the common calendar.
constexpr Holiday holidays[] = {
    {"christmas day", 12, 25},
    {"christmas eve", 12, 24},
    {"boxing day", 12, 26},
    {"new year's day", 1, 1},
    {"new year\xE2\x80\x99s day", 1, 1},
    {"new year's eve", 12, 31},
    {"new year\xE2\x80\x99s eve", 12, 31},
    {"may day", 5, 1},
    {"valentine's day", 2, 14},
    {"valentine\xE2\x80\x99s day", 2, 14},
    {"halloween", 10, 31},
    {"international women's day", 3, 8},
    {"international women\xE2\x80\x99s day", 3, 8},
    {"christmas", 12, 25},
};

bool is_dash(const Atom& atom) { return atom.is_sign(U'-') || (atom.sign >= 0x2010 && atom.sign <= 0x2014); }

/// Does the text from atom `at` read `words`, over any cut of tokens? Sets `last`.
bool reads(const Atoms& a, std::uint32_t at, std::string_view words, std::uint32_t& last) {
  std::size_t done = 0;
  std::uint32_t i = at;
  while (done < words.size()) {
    if (i > at && a[i].space_before) {
      if (words[done] != ' ') return false;
      ++done;
    }
    const std::string_view piece = a[i].lower;
    if (piece.empty() || words.substr(done, piece.size()) != piece) return false;
    done += piece.size();
    ++i;
  }
  last = i;
  return a[i].space_before || a[i].kind != AtomKind::word;
}

DatePeriod point(Grain grain, CivilDate date) { return {{grain, date}, std::nullopt}; }
DatePeriod year_point(int year) { return point(Grain::year, {year, 1, 1}); }
DatePeriod month_point(int year, int month) { return point(Grain::month, {year, month, 1}); }

DatePeriod quarter_of(int year, int quarter) {
  return {{Grain::month, {year, quarter * 3 - 2, 1}}, DatePoint{Grain::month, {year, quarter * 3, 1}}};
}
DatePeriod half_of(int year, int half) {
  return {{Grain::month, {year, half * 6 - 5, 1}}, DatePoint{Grain::month, {year, half * 6, 1}}};
}

/// The unit of calendar time `steps` from `today`.
std::optional<DatePeriod> unit_from(CivilDate today, CalendarUnit unit, int steps) {
  switch (unit) {
    case CalendarUnit::day:
      return point(Grain::day, add_days(today, steps));
    case CalendarUnit::night:
      return point(Grain::day, add_days(today, steps));
    case CalendarUnit::week:
      return point(Grain::week, add_days(monday_of(today), steps * 7));
    case CalendarUnit::month:
      return point(Grain::month, add_months(today, steps));
    case CalendarUnit::year:
      return year_point(today.year + steps);
    case CalendarUnit::weekend: {
      const CivilDate saturday = add_days(monday_of(today), 5 + steps * 7);
      return DatePeriod{{Grain::day, saturday}, DatePoint{Grain::day, add_days(saturday, 1)}};
    }
    case CalendarUnit::quarter: {
      const int all = today.year * 4 + (today.month - 1) / 3 + steps;
      return quarter_of(all / 4, all % 4 + 1);
    }
    case CalendarUnit::decade: {
      if (steps != 0) return std::nullopt;  // "the last decade" is ten years up to now
      const int from = today.year / 10 * 10;
      return DatePeriod{{Grain::year, {from, 1, 1}}, DatePoint{Grain::year, {from + 9, 1, 1}}};
    }
    case CalendarUnit::century:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<CalendarUnit> unit_at(const Atom& atom) {
  const auto unit = atom.as(WordClass::calendar_unit);
  if (!unit) return std::nullopt;
  return static_cast<CalendarUnit>(*unit);
}

bool is_plural(const Atom& atom) { return atom.lower.ends_with("s") || atom.lower == "centuries"; }

Look look_of(int step) { return step < 0 ? Look::last : step > 0 ? Look::next : Look::this_one; }

bool is_year_kind(const Atom& atom) {
  return atom.is_word("school") || atom.is_word("academic") || atom.is_word("fiscal") || atom.is_word("financial") ||
         atom.is_word("calendar") || atom.is_word("marketing") || atom.is_word("crop");
}

/// last Tuesday, this June, next week, last night, this morning, the past year
std::optional<FoundDate> with_relative(const DateContext& in, std::uint32_t at) {
  const Atoms& a = in.atoms;
  auto step = a[at].as(WordClass::relative);
  if (!step) return std::nullopt;
  std::uint32_t i = at + 1;
  const bool after_the = a[at - 1].is_word("the");
  const bool past =
      a[at].is_word("past") || a[at].is_word("coming") || a[at].is_word("upcoming") || a[at].is_word("forthcoming");
  bool vague = after_the || (past && a[at - 1].is_word("the"));
  if (a[at].is_word("previous")) vague = true;
  if (a[at].is_word("this") && a[i].is(WordClass::relative)) step = a[i++].as(WordClass::relative);  // this past Sunday
  FoundDate found;
  const Atom& head = a[i];
  const auto& today = in.anchor.today;
  if (const auto weekday = head.capital ? head.as(WordClass::weekday) : std::nullopt) {
    if (read_partial(a, i)) return std::nullopt;  // "this Tuesday, Nov 4": the date says it all
    found.last = i + 1;
    if (a[found.last].is(WordClass::day_part)) ++found.last;
    if (const auto day = resolve_weekday(*weekday, look_of(*step), a[at].tense, in.anchor))
      found.period = DatePeriod{*day, std::nullopt};
    return found;
  }
  if (const auto month = bare_month(in, i, true)) {
    if (const auto partial = read_partial(a, i)) {  // next June 5
      found.last = partial->last;
      if (const auto day = resolve_month(partial->date, look_of(*step), a[at].tense, in.anchor))
        found.period = DatePeriod{*day, std::nullopt};
      return found;
    }
    found.last = i + 1;
    if (const auto when = resolve_month({0, *month, 0, 0}, look_of(*step), a[at].tense, in.anchor))
      found.period = DatePeriod{*when, std::nullopt};
    return found;
  }
  if (const auto season = head.as(WordClass::season); season && (a[at].lower != "past" || !after_the)) {
    found.last = i + 1;
    found.period = resolve_season(*season, 0, look_of(*step), a[at].tense, in.anchor);
    return found;
  }
  if (head.is(WordClass::day_part) && *step <= 0 && a[at].lower != "past") {  // this morning; last night
    found.last = i + 1;
    if (today && !vague) found.period = point(Grain::day, add_days(*today, *step));
    return found;
  }
  if (is_year_kind(head) && (a[i + 1].is_word("year") || a[i + 1].is_word("quarter"))) {  // whose months we do not know
    found.last = i + 2;
    return found;
  }
  const auto unit = unit_at(head);
  if (!unit || is_plural(head)) return std::nullopt;
  if (*unit == CalendarUnit::day || (*unit == CalendarUnit::night && *step > 0)) return std::nullopt;
  found.last = i + 1;
  if (!vague && today) found.period = unit_from(*today, *unit, *step);
  if (a[at].is_word("current") && today) found.period = unit_from(*today, *unit, 0);
  return found;
}

/// the next day, that same year, the previous month: from the date before
std::optional<FoundDate> from_memory(const DateContext& in, std::uint32_t at) {
  const Atoms& a = in.atoms;
  std::uint32_t i = at;
  std::optional<int> step;
  const bool the = a[i].is_word("the");
  if (the) ++i;
  if (a[i].is_word("same") && the) {
    step = 0;
    ++i;
  } else if (a[i].is_word("that") && !the) {
    ++i;
    if (a[i].is_word("same")) ++i;
    step = 0;
  } else if (the && (a[i].is_word("following") || a[i].is_word("next"))) {
    step = 1;
    ++i;
  } else if (the && a[i].is_word("previous")) {
    step = -1;
    ++i;
  } else if (!the && a[i].is_word("next") && a[i + 1].is_word("day")) {
    step = 1;
    ++i;
  } else if (the && (a[i].is_word("day") || a[i].is_word("year")) && a[i + 1].is_word("before") &&
             !a[i + 2].is_word("yesterday")) {
    step = -1;
  } else if (the && a[i].is_word("day") && a[i + 1].is_word("after") && !a[i + 2].is_word("tomorrow")) {
    step = 1;
  }
  if (!step) return std::nullopt;
  const auto unit = unit_at(a[i]);
  if (!unit || is_plural(a[i])) return std::nullopt;
  if (*unit != CalendarUnit::day && *unit != CalendarUnit::week && *unit != CalendarUnit::month &&
      *unit != CalendarUnit::year)
    return std::nullopt;
  FoundDate found;
  found.last = i + 1;
  if (a[found.last].is_word("before") || a[found.last].is_word("after")) {
    const Atom& next = a[found.last + 1];  // "the day after the vote": a day we do not know
    if (a[at + 1].is_word("day") || a[at + 1].is_word("year")) {
      if (next.kind == AtomKind::word && !next.is_word("and") && !next.is_word("but")) return std::nullopt;
      ++found.last;
    }
  }
  if (!in.memory.point) return found;
  const DatePoint& from = *in.memory.point;
  const bool fine_enough = *unit == CalendarUnit::year || from.grain == Grain::day ||
                           (*unit == CalendarUnit::month && from.grain == Grain::month) ||
                           (*unit == CalendarUnit::week && from.grain == Grain::week);
  if (fine_enough) found.period = unit_from(from.date, *unit, *step);
  return found;
}

/// two years ago, a week later, 10 days earlier
std::optional<FoundDate> counted(const DateContext& in, std::uint32_t at) {
  const Atoms& a = in.atoms;
  std::uint32_t i = at + 1;
  int count = 1;
  if (!a[at].is_word("a") && !a[at].is_word("an")) {
    const auto number = read_number(a, at);
    if (!number) return std::nullopt;
    const auto whole = number->value ? number->value->integer() : std::nullopt;
    i = number->last;
    if (!whole || *whole > 10000) return std::nullopt;
    count = *whole;
  }
  const auto unit = unit_at(a[i]);
  if (!unit) return std::nullopt;
  const Atom& turn = a[i + 1];
  const bool ago = turn.is_word("ago");
  const bool later = turn.is_word("later");
  const bool earlier = turn.is_word("earlier") || turn.is_word("before");
  const bool from_now = turn.is_word("from") && (a[i + 2].is_word("now") || a[i + 2].is_word("today"));
  if (!ago && !later && !earlier && !from_now) return std::nullopt;
  if (turn.is_word("before") && a[i + 2].kind == AtomKind::word) return std::nullopt;  // two days before the vote
  FoundDate found;
  found.last = from_now ? i + 3 : i + 2;
  const bool bound = a[at - 1].as(WordClass::approximate) == 1;  // more than two years ago
  if (bound) return found;
  const int steps = ago || earlier ? -count : count;
  std::optional<CivilDate> base;
  if (ago || from_now) {
    base = in.anchor.today;
  } else if (in.memory.point) {
    const Grain grain = in.memory.point->grain;
    const bool fine_enough =
        grain == Grain::day || *unit == CalendarUnit::year || (*unit == CalendarUnit::month && grain == Grain::month);
    if (fine_enough) base = in.memory.point->date;
  }
  if (!base) return found;
  if (*unit == CalendarUnit::decade) {
    if (count * 10 < base->year) found.period = year_point(base->year + steps * 10);
    return found;
  }
  if (*unit == CalendarUnit::year && count >= base->year) return found;
  found.period = unit_from(*base, *unit, steps);
  return found;
}

/// "the end of June", "the start of the year", "early 2023", "mid-December", "late last year"
std::optional<FoundDate> with_position(const DateContext& in, std::uint32_t at) {
  const Atoms& a = in.atoms;
  std::uint32_t i = at;
  if (a[i].is_word("the")) ++i;
  const auto position = a[i].as(WordClass::position);
  if (!position) return std::nullopt;
  const bool adverb = a[i].is_word("early") || a[i].is_word("late") || a[i].is_word("mid");
  ++i;
  if (adverb) {
    if (is_dash(a[i])) ++i;
    if (a[i].is_word("in")) ++i;
    if (a[i].is_word("on")) return std::nullopt;  // "early on Tuesday": the day alone is the date
  } else {
    if (!a[i].is_word("of")) return std::nullopt;
    ++i;
  }
  FoundDate found;
  // of the year, of the month, of the week
  if (a[i].is_word("the") && !adverb) {
    const auto unit = unit_at(a[i + 1]);
    if (!unit || is_plural(a[i + 1]) || *unit == CalendarUnit::day) return std::nullopt;  // at the end of the day
    found.last = i + 2;
    const auto& today = in.anchor.today;
    if (!today) return found;
    if (*unit == CalendarUnit::year) {
      if (*position != 1) found.period = month_point(today->year, *position == 0 ? 1 : 12);
    } else if (*unit == CalendarUnit::month || *unit == CalendarUnit::week) {
      found.period = unit_from(*today, *unit, 0);
    }
    return found;
  }
  // a month's part is the month; a year's start and end are its first and last month
  auto inner = with_relative(in, i);
  if (!inner && a[i].kind == AtomKind::word && a[i].capital) {
    if (const auto month = bare_month(in, i, true); month || read_partial(a, i)) {
      const auto partial = read_partial(a, i);
      if (partial && partial->date.has_day()) return std::nullopt;
      PartialDate date = partial ? partial->date : PartialDate{0, *month, 0, 0};
      inner = FoundDate{partial ? partial->last : i + 1, std::nullopt};
      if (!partial && a[i + 1].is(WordClass::relative) && a[i + 2].is_word("year")) {
        inner->last = i + 3;
        if (in.anchor.today) date.year = in.anchor.today->year + *a[i + 1].as(WordClass::relative);
      }
      if (const auto when = resolve_month(date, look_before(a, at), a[at].tense, in.anchor))
        inner->period = DatePeriod{*when, std::nullopt};
    }
  }
  if (!inner) {
    if (a[i].kind == AtomKind::number || a[i].is_word("the")) {
      const std::uint32_t from = a[i].is_word("the") ? i + 1 : i;
      inner = a[from].kind == AtomKind::number && !read_partial(a, from) ? find_absolute_date(in, from) : std::nullopt;
      const bool whole = inner && (bare_year(a, from, true) || inner->period);
      if (!whole) return std::nullopt;
    } else if (const auto season = a[i].as(WordClass::season)) {
      inner = FoundDate{i + 1, resolve_season(*season, 0, look_before(a, at), a[at].tense, in.anchor)};
    }
  }
  if (!inner) return std::nullopt;
  found = *inner;
  if (!adverb && found.period && !found.period->last && found.period->first.grain == Grain::year) {
    const int year = found.period->first.date.year;
    if (*position == 1)
      found.period.reset();
    else
      found.period = month_point(year, *position == 0 ? 1 : 12);
  }
  return found;
}

/// "third quarter of 2025", "Q3 2025", "Q3", "the first half of the year"
std::optional<FoundDate> quarter(const DateContext& in, std::uint32_t at) {
  const Atoms& a = in.atoms;
  std::uint32_t i = 0;
  int nth = 0;
  int parts = 4;
  bool short_form = false;
  if (a[at].kind == AtomKind::word && (a[at].text == "Q" || a[at].text == "H") && a[at + 1].glued()) {
    const auto value = plain_integer(a[at + 1], 1);
    parts = a[at].text == "Q" ? 4 : 2;
    if (!value || *value < 1 || *value > parts || (a[at + 2].glued() && a[at + 2].kind == AtomKind::word))
      return std::nullopt;
    nth = *value;
    i = at + 2;
    short_form = true;
  } else if (const auto ordinal = read_ordinal(a, at)) {
    i = ordinal->last;
    if (is_dash(a[i])) ++i;
    if (a[i].is_word("fiscal") || a[i].is_word("financial")) return std::nullopt;
    if (a[i].is_word("quarter"))
      parts = 4;
    else if (a[i].is_word("half"))
      parts = 2;
    else
      return std::nullopt;
    if (ordinal->value < 1 || ordinal->value > parts) return std::nullopt;
    nth = ordinal->value;
    ++i;
  } else {
    return std::nullopt;
  }
  FoundDate found;
  found.last = i;
  int year = 0;
  const auto& today = in.anchor.today;
  std::uint32_t j = a[i].is_word("of") || a[i].is_word("in") ? i + 1 : i;
  if (a[j].is_word("FY") || a[j].is_word("fy")) return found;
  bool placed = false;
  if (const auto y = bare_year(a, j, true); y && (*y >= 1900)) {
    year = *y;
    found.last = j + 1;
    placed = true;
  } else if (const auto step = a[j].as(WordClass::relative); step && a[j + 1].is_word("year")) {
    if (today) year = today->year + *step;
    found.last = j + 2;
    placed = true;
  } else if (j > i && a[j].is_word("the") && a[j + 1].is_word("year")) {
    if (today) year = today->year;
    found.last = j + 2;
    placed = true;
  } else if (j > i && a[j].is_word("the") && is_year_kind(a[j + 1])) {
    found.last = j + 3;
    return found;  // of the fiscal year: not known
  }
  if (!placed) {
    const bool calendar =
        short_form ? parts == 4 : parts == 4 && in.atoms.sentence_has(a[at].sentence, WordClass::business);
    if (!calendar) return std::nullopt;  // the third quarter of a match
    if (today) {
      year = today->year;
      const bool begun = nth * 3 - 2 <= today->month;
      if (!begun && a[at].tense != Tense::future) --year;
    }
  }
  if (year != 0) found.period = parts == 4 ? quarter_of(year, nth) : half_of(year, nth);
  return found;
}

/// "spring of 2021", "summer 2023", "in the winter"
std::optional<FoundDate> season(const DateContext& in, std::uint32_t at) {
  const Atoms& a = in.atoms;
  const auto which = a[at].as(WordClass::season);
  if (!which) return std::nullopt;
  std::uint32_t i = a[at + 1].is_word("of") ? at + 2 : at + 1;
  FoundDate found;
  if (const auto year = bare_year(a, i, true); year && *year >= 1500) {
    found.last = i + 1;
    found.period = season_of(*which, *year, in.anchor.southern);
    return found;
  }
  if (const auto step = a[i].as(WordClass::relative); step && a[i + 1].is_word("year")) {
    found.last = i + 2;
    if (in.anchor.today) found.period = season_of(*which, in.anchor.today->year + *step, in.anchor.southern);
    return found;
  }
  return std::nullopt;
}

std::optional<FoundDate> holiday(const DateContext& in, std::uint32_t at) {
  const Atoms& a = in.atoms;
  if (!a[at].capital) return std::nullopt;
  for (const Holiday& feast : holidays) {
    if (feast.words.front() != a[at].lower.front()) continue;
    std::uint32_t last = 0;
    if (!reads(a, at, feast.words, last)) continue;
    const bool bare = feast.words == "christmas";
    PartialDate date{0, feast.month, feast.day, 0};
    std::uint32_t i = last;
    if (a[i].is_sign(U',')) ++i;
    if (const auto year = bare_year(a, i, true); year && *year >= 1500) {
      date.year = *year;
      last = i + 1;
    } else if (bare && !a[at - 1].is_word("at") && !a[at - 1].is_word("by") && !a[at - 1].is_word("since") &&
               !a[at - 1].is_word("before") && !a[at - 1].is(WordClass::relative)) {
      return std::nullopt;
    }
    FoundDate found;
    found.last = last;
    const auto step = a[at - 1].as(WordClass::relative);
    const Look look = step ? look_of(*step) : look_before(a, at);
    if (const auto day = resolve_month(date, look, a[at].tense, in.anchor))
      found.period = DatePeriod{*day, std::nullopt};
    return found;
  }
  return std::nullopt;
}

/// today, yesterday evening, the day before yesterday
std::optional<FoundDate> day_word(const DateContext& in, std::uint32_t at) {
  const Atoms& a = in.atoms;
  FoundDate found;
  int days = 0;
  if (a[at].is_word("the") && a[at + 1].is_word("day") && a[at + 2].is_word("before") &&
      a[at + 3].is_word("yesterday")) {
    found.last = at + 4;
    days = -2;
  } else if (a[at].is_word("the") && a[at + 1].is_word("day") && a[at + 2].is_word("after") &&
             a[at + 3].is_word("tomorrow")) {
    found.last = at + 4;
    days = 2;
  } else if (const auto step = a[at].as(WordClass::day_word)) {
    // USA Today, TODAY NICARAGUA
    if (a[at].capital && !a[at].sentence_start && (a[at - 1].capital || a[at + 1].capital)) return std::nullopt;
    found.last = at + 1;
    days = *step;
    if (a[found.last].is(WordClass::day_part)) ++found.last;
  } else {
    return std::nullopt;
  }
  if (in.anchor.today) found.period = point(Grain::day, add_days(*in.anchor.today, days));
  return found;
}

}  // namespace

std::optional<FoundDate> find_relative_date(const DateContext& in, std::uint32_t at) {
  const Atom& first = in.atoms[at];
  if (first.kind != AtomKind::word && first.kind != AtomKind::number) return std::nullopt;
  if (auto found = day_word(in, at)) return found;
  if (auto found = with_position(in, at)) return found;
  if (auto found = from_memory(in, at)) return found;
  if (auto found = with_relative(in, at)) return found;
  if (auto found = counted(in, at)) return found;
  if (auto found = quarter(in, at)) return found;
  if (auto found = season(in, at)) return found;
  return holiday(in, at);
}

}  // namespace newsgloss

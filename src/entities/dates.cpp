#include "entities/dates.h"

#include "entities/numbers.h"

namespace newsgloss {
namespace {

bool is_dash(const Atom& atom) { return atom.is_sign(U'-') || (atom.sign >= 0x2010 && atom.sign <= 0x2014); }
bool is_comma(const Atom& atom) { return atom.is_sign(U','); }
bool is_apostrophe(const Atom& atom) { return atom.is_sign(U'\'') || atom.is_sign(0x2019) || atom.is_sign(0x2018); }

/// Does something follow without white space that makes the number before it more than a number ("5%", "5m", "5:30")?
bool goes_on(const Atoms& atoms, std::uint32_t at) {
  const Atom& next = atoms[at];
  if (!next.glued()) return false;
  if (next.kind == AtomKind::word || next.kind == AtomKind::number || next.is_sign(U'%')) return true;
  const bool joiner = next.is_sign(U':') || next.is_sign(U'/');
  return joiner && atoms[at + 1].glued() && atoms[at + 1].kind == AtomKind::number;
}

/// A day of the month at `at`, with its suffix: "6", "06", "6th".
std::optional<int> day_of_month(const Atoms& atoms, std::uint32_t at, std::uint32_t& last) {
  const auto day = plain_integer(atoms[at], 2);
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  last = at + 1;
  if (is_ordinal_suffix(atoms[last])) ++last;
  if (goes_on(atoms, last)) return std::nullopt;
  return day;
}

std::optional<int> month_name(const Atom& atom, bool short_too = true) {
  if (!atom.capital) return std::nullopt;
  if (const auto month = atom.as(WordClass::month)) return month;
  return short_too ? atom.as(WordClass::month_short) : std::nullopt;
}

/// ", 2025" or " 2025" after a day or month.
int year_after(const Atoms& atoms, std::uint32_t at, std::uint32_t& last) {
  std::uint32_t i = at;
  if (is_comma(atoms[i])) ++i;
  if (atoms[i].is_word("of") || atoms[i].is_word("in")) ++i;
  const auto year = plain_integer(atoms[i], 4);
  if (!year || *year < 1000 || *year > 2999 || atoms[i].glued() || goes_on(atoms, i + 1)) return 0;
  if (atoms[i + 1].is(WordClass::magnitude) || atoms[i + 1].is(WordClass::percent)) return 0;
  last = i + 1;
  return *year;
}

std::uint32_t over_period(const Atoms& atoms, std::uint32_t at) {
  return atoms[at].is_sign(U'.') && atoms[at].glued() ? at + 1 : at;
}

std::optional<ReadPartial> month_day(const Atoms& atoms, std::uint32_t at) {
  const auto month = month_name(atoms[at]);
  if (!month) return std::nullopt;
  ReadPartial read;
  const std::uint32_t i = over_period(atoms, at + 1);
  if (const auto day = day_of_month(atoms, i, read.last)) {
    // "May 5 million", "June 12 percent": the number counts something
    if (atoms[read.last].is(WordClass::magnitude) || atoms[read.last].is(WordClass::percent)) return std::nullopt;
    read.date = {0, *month, *day, 0};
    read.date.year = year_after(atoms, read.last, read.last);
    return read;
  }
  if (const int year = year_after(atoms, i, read.last)) {
    read.date = {year, *month, 0, 0};
    return read;
  }
  return std::nullopt;
}

std::optional<ReadPartial> day_month(const Atoms& atoms, std::uint32_t at) {
  ReadPartial read;
  std::uint32_t i = 0;
  const auto day = day_of_month(atoms, at, i);
  if (!day) return std::nullopt;
  if (atoms[i].is_word("day") && atoms[i + 1].is_word("of")) i += 2;
  if (atoms[i].is_word("of")) ++i;
  const auto month = month_name(atoms[i]);
  if (!month) return std::nullopt;
  read.last = over_period(atoms, i + 1);
  if (read.last != i + 1 && !plain_integer(atoms[read.last], 4)) read.last = i + 1;
  read.date = {0, *month, *day, 0};
  read.date.year = year_after(atoms, read.last, read.last);
  return read;
}

std::optional<DatePoint> resolve(const DateContext& in, std::uint32_t at, const PartialDate& date, Look look) {
  return resolve_month(date, look, in.atoms[at].tense, in.anchor);
}

/// "of last year", "this year", "next year" after a month or a day: sets the year where today is known.
bool read_relative_year(const DateContext& in, std::uint32_t at, PartialDate& date, std::uint32_t& last) {
  std::uint32_t i = at;
  if (is_comma(in.atoms[i]) || in.atoms[i].is_word("of")) ++i;
  const auto step = in.atoms[i].as(WordClass::relative);
  if (!step || !in.atoms[i + 1].is_word("year")) return false;
  last = i + 2;
  if (in.anchor.today) date.year = in.anchor.today->year + *step;
  return true;
}

/// 2025-11-06, 6.11.2025, 06/11/2025.
std::optional<FoundDate> numeric_date(const DateContext& in, std::uint32_t at) {
  const Atoms& a = in.atoms;
  FoundDate found;
  if (a[at].kind == AtomKind::dotted) {
    const std::string_view text = a[at].text;
    const std::size_t first = text.find('.');
    const std::size_t second = text.find('.', first + 1);
    if (second == std::string_view::npos || text.find('.', second + 1) != std::string_view::npos) return std::nullopt;
    auto part = [](std::string_view digits) {
      int value = 0;
      if (digits.empty() || digits.size() > 4) return -1;
      for (char c : digits) value = c >= '0' && c <= '9' ? value * 10 + (c - '0') : 100000;
      return value;
    };
    const CivilDate date{part(text.substr(second + 1)), part(text.substr(first + 1, second - first - 1)),
                         part(text.substr(0, first))};
    if (text.size() - second - 1 != 4 || date.year < 1000 || !is_valid(date)) return std::nullopt;
    found.last = at + 1;
    found.period = DatePeriod{{Grain::day, date}, std::nullopt};
    return found;
  }
  const Atom& join = a[at + 1];
  if (a[at].kind != AtomKind::number || !join.glued() || !a[at + 2].glued() || !a[at + 3].glued() ||
      !a[at + 4].glued() || a[at + 3].sign != join.sign || (goes_on(a, at + 5) && a[at + 5].text != "T"))
    return std::nullopt;
  const auto x = plain_integer(a[at], 4);
  const auto y = plain_integer(a[at + 2], 2);
  const auto z = plain_integer(a[at + 4], 4);
  if (!x || !y || !z) return std::nullopt;
  found.last = at + 5;
  if ((join.is_sign(U'-') || join.is_sign(U'/')) && a[at].text.size() == 4 && a[at + 4].text.size() <= 2) {
    const CivilDate date{*x, *y, *z};
    if (!is_valid(date) || *x < 1000) return std::nullopt;
    found.period = DatePeriod{{Grain::day, date}, std::nullopt};
    return found;
  }
  if ((!join.is_sign(U'/') && !join.is_sign(U'-')) || a[at + 4].text.size() != 4 || a[at].text.size() > 2)
    return std::nullopt;
  const CivilDate european{*z, *y, *x};
  const CivilDate american{*z, *x, *y};
  if (!is_valid(european) && !is_valid(american)) return std::nullopt;
  const bool both = is_valid(european) && is_valid(american) && european != american;
  if (both && in.anchor.month_first == in.anchor.day_first) return found;  // either: no value
  const bool use_european = both ? in.anchor.day_first : is_valid(european);
  found.period = DatePeriod{{Grain::day, use_european ? european : american}, std::nullopt};
  return found;
}

/// Days and months, with ranges: "Aug 31 to Sept 1", "Nov 6-8, 2025", "26 June to 2 July", "May-June".
std::optional<FoundDate> day_or_month(const DateContext& in, std::uint32_t at) {
  const Atoms& a = in.atoms;
  const Look look = look_before(a, at);
  const bool between = a[at - 1].is_word("between");
  auto first = read_partial(a, at);
  if (!first) {  // "6-8 November", "between 3 and 5 May"
    std::uint32_t end = 0;
    const auto day = day_of_month(a, at, end);
    if (day) {
      const std::uint32_t next = over_connective(a, end, between);
      const auto second = next != end ? day_month(a, next) : std::nullopt;
      if (second && *day < second->date.day) {
        FoundDate found;
        found.last = second->last;
        PartialDate start = second->date;
        start.day = *day;
        PartialDate stop = second->date;
        if (stop.year == 0) read_relative_year(in, found.last, stop, found.last);
        start.year = stop.year;
        const auto from = resolve(in, at, start, look);
        const auto to = from ? resolve_from(stop, *from) : std::nullopt;
        if (from && to) found.period = DatePeriod{*from, to};
        return found;
      }
    }
    const auto month = bare_month(in, at, false);
    if (!month) return std::nullopt;
    first = ReadPartial{{0, *month, 0, 0}, at + 1};
  }
  FoundDate found;
  found.last = first->last;
  if (first->date.month == 0) return std::nullopt;
  const std::uint32_t next = over_connective(a, first->last, between);
  std::optional<ReadPartial> second;
  if (next != first->last) {
    second = read_partial(a, next);
    if (second && (second->date.has_day() != first->date.has_day() || second->date.month == 0)) second.reset();
    if (!second && first->date.has_day() && first->date.year == 0) {  // Nov 6-8
      std::uint32_t end = 0;
      const auto day = day_of_month(a, next, end);
      const Atom& after = a[end];
      if (day && *day > first->date.day && !after.is(WordClass::magnitude) && !after.is(WordClass::percent) &&
          !month_name(after)) {
        second = ReadPartial{{0, first->date.month, *day, 0}, end};
        second->date.year = year_after(a, end, second->last);
      }
    }
    if (!second && !first->date.has_day()) {
      if (const auto month = bare_month(in, next, true)) second = ReadPartial{{0, *month, 0, 0}, next + 1};
    }
  }
  if (!second && first->date.has_day() && first->date.year == 0 && a[first->last].is_word("and")) {  // May 5 and 6
    std::uint32_t end = 0;
    const auto day = day_of_month(a, first->last + 1, end);
    if (day && *day == first->date.day + 1 && a[end].kind != AtomKind::word && a[end].kind != AtomKind::number)
      second = ReadPartial{{0, first->date.month, *day, 0}, end};
    if (second) second->date.year = year_after(a, end, second->last);
  }
  if (!second) {
    if (first->date.year == 0) read_relative_year(in, found.last, first->date, found.last);
    if (const auto point = resolve(in, at, first->date, look)) found.period = DatePeriod{*point, std::nullopt};
    return found;
  }
  found.last = second->last;
  PartialDate start = first->date;
  PartialDate stop = second->date;
  if (stop.year == 0) read_relative_year(in, found.last, stop, found.last);
  if (stop.year != 0 && start.year == 0) start.year = start.month > stop.month ? stop.year - 1 : stop.year;
  const auto from = resolve(in, at, start, look);
  const auto to = from ? resolve_from(stop, *from) : std::nullopt;
  if (from && to) found.period = DatePeriod{*from, to};
  return found;
}

/// Weekdays: alone, in ranges, in brackets after nothing else.
std::optional<FoundDate> weekday_alone(const DateContext& in, std::uint32_t at) {
  const Atoms& a = in.atoms;
  const auto day = a[at].capital ? a[at].as(WordClass::weekday) : std::nullopt;
  if (!day) return std::nullopt;
  FoundDate found;
  found.last = at + 1;
  Look look = look_before(a, at);
  int weeks = 0;
  if (a[at + 2].is_word("week") && a[at + 1].is(WordClass::relative)) {  // Tuesday last week
    weeks = *a[at + 1].as(WordClass::relative);
    look = Look::this_one;
    found.last = at + 3;
  } else if (a[at + 1].is_word("of") && a[at + 2].is(WordClass::relative) && a[at + 3].is_word("week")) {
    weeks = *a[at + 2].as(WordClass::relative);
    look = Look::this_one;
    found.last = at + 4;
  }
  const bool recurring = a[at - 1].is_word("every") || a[at - 1].is_word("each");
  std::optional<DatePoint> from;
  if (!recurring) from = resolve_weekday(*day, look, a[at].tense, in.anchor);
  if (from) found.period = DatePeriod{{Grain::day, add_days(from->date, weeks * 7)}, std::nullopt};
  if (found.last == at + 1) {
    std::uint32_t next = over_connective(a, at + 1, a[at - 1].is_word("between"));
    const auto until = next != at + 1 && a[next].capital ? a[next].as(WordClass::weekday) : std::nullopt;
    if (until && !read_partial(a, next)) {
      found.last = next + 1;
      if (found.period) {
        const int days = (*until - *day + 7) % 7;
        // "Monday to Wednesday" with Monday past and Wednesday ahead is one stretch
        found.period->last = DatePoint{Grain::day, add_days(found.period->first.date, days)};
      }
      return found;
    }
  }
  if (a[found.last].is(WordClass::day_part)) ++found.last;
  return found;
}

DatePeriod years(int from, int to) { return {{Grain::year, {from, 1, 1}}, DatePoint{Grain::year, {to, 1, 1}}}; }

/// 2019, 2021-22, 2020 to 2022, the 1990s, '90s, the 19th century.
std::optional<FoundDate> year(const DateContext& in, std::uint32_t at) {
  const Atoms& a = in.atoms;
  FoundDate found;
  // decades
  const std::uint32_t digits = is_apostrophe(a[at]) ? at + 1 : at;
  if (a[digits].kind == AtomKind::number && a[digits + 1].glued() && a[digits + 1].is_word("s")) {
    const auto decade = plain_integer(a[digits], 4);
    const bool whole = a[digits].text.size() == 4 && decade && *decade >= 1000 && *decade < 2100;
    const bool part = digits > at && a[digits].text.size() == 2 && a[digits].glued();
    if (decade && *decade % 10 == 0 && (whole || part)) {
      const int from = whole ? *decade : 1900 + *decade;
      found.last = digits + 2;
      found.period = years(from, from % 100 == 0 && from < 2000 ? from + 99 : from + 9);
      return found;
    }
    return std::nullopt;
  }
  if (const auto nth = read_ordinal(a, at); nth && nth->value > 0 && nth->value < 30) {
    std::uint32_t i = nth->last;
    if (is_dash(a[i]) && a[i].glued()) ++i;
    if (a[i].is_word("century")) {
      found.last = i + 1;
      found.period = years(nth->value * 100 - 99, nth->value * 100);
      return found;
    }
    return std::nullopt;
  }
  if (a[at].kind != AtomKind::number) return std::nullopt;
  // ranges, whose form says that they are years
  const auto from = plain_integer(a[at], 4);
  if (!from || *from < 1000 || *from > 2999) return std::nullopt;
  const Atom& join = a[at + 1];
  if ((is_dash(join) || join.is_sign(U'/')) && join.glued() == a[at + 2].glued()) {
    const auto to = plain_integer(a[at + 2], 4);
    const std::size_t size = a[at + 2].text.size();
    int until = 0;
    if (to && size == 4 && *to > *from && *to - *from < 500 && *to < 2200) until = *to;
    if (to && size == 2 && join.glued() && *from >= 1800 && *to > *from % 100 &&
        (!join.is_sign(U'/') || *to == *from % 100 + 1))
      until = *from / 100 * 100 + *to;
    const bool plain_years = *from >= 1500 && until != 0;
    if (plain_years && !goes_on(a, at + 3) && a[at - 1].sign != U'$') {
      found.last = at + 3;
      found.period = years(*from, until);
      return found;
    }
  }
  if (!bare_year(a, at, false)) return std::nullopt;
  found.last = at + 1;
  found.period = DatePeriod{{Grain::year, {*from, 1, 1}}, std::nullopt};
  const std::uint32_t next = over_connective(a, at + 1, a[at - 1].is_word("between"));
  if (next != at + 1) {
    const auto until = bare_year(a, next, true);
    if (until && *until > *from) {
      found.last = next + 1;
      found.period = years(*from, *until);
    }
  }
  return found;
}

}  // namespace

std::uint32_t over_connective(const Atoms& atoms, std::uint32_t at, bool after_between) {
  const Atom& atom = atoms[at];
  if (atom.is_word("to") || atom.is_word("through") || atom.is_word("until") || atom.is_word("till") ||
      atom.is_word("thru"))
    return at + 1;
  if (after_between && atom.is_word("and")) return at + 1;
  const bool spaced_alike = atom.glued() == atoms[at + 1].glued();
  if (spaced_alike && (atom.is_sign(0x2013) || atom.is_sign(0x2012))) return at + 1;
  if (atom.is_sign(U'-') && spaced_alike) return at + 1;
  return at;
}

Look look_before(const Atoms& atoms, std::uint32_t at) {
  const Atom& before = atoms[at - 1].is_word("the") ? atoms[at - 2] : atoms[at - 1];  // since the January 7 quake
  const auto direction = before.as(WordClass::direction);
  if (!direction || *direction == 0) return Look::by_tense;
  return *direction < 0 ? Look::back : Look::ahead;
}

std::optional<ReadPartial> read_partial(const Atoms& atoms, std::uint32_t at) {
  auto day = [&](std::uint32_t i) {
    auto read = month_day(atoms, i);
    return read ? read : day_month(atoms, i);
  };
  if (auto read = day(at)) return read;
  const Atom& first = atoms[at];
  auto weekday = first.capital ? first.as(WordClass::weekday) : std::nullopt;
  if (!weekday && first.capital) weekday = first.as(WordClass::weekday_short);
  if (!weekday) return std::nullopt;
  std::uint32_t i = over_period(atoms, at + 1);
  if (atoms[i].is(WordClass::day_part)) ++i;
  if (is_comma(atoms[i])) ++i;
  if (atoms[i].is_word("the") || atoms[i].is_word("on")) ++i;
  auto read = day(i);
  if (!read || !read->date.has_day()) return std::nullopt;
  read->date.weekday = *weekday;
  return read;
}

std::optional<int> bare_month(const DateContext& in, std::uint32_t at, bool sure) {
  const Atoms& a = in.atoms;
  const auto month = month_name(a[at], false);
  if (!month) return std::nullopt;
  const Atom& before = a[at - 1];
  const Atom& after = a[at + 1];
  if (sure) return month;
  if (after.is_sign(0x2019) || is_apostrophe(after)) {
    // "June's vote" is one, "May's deal" may be hers
    if (in.anchor.name_month[static_cast<std::size_t>(*month)]) return std::nullopt;
  }
  const bool is_name_here = in.anchor.name_month[static_cast<std::size_t>(*month)];
  const bool in_or_since = before.is_word("in") || before.is_word("since") || before.is_word("during") ||
                           before.is_word("until") || before.is_word("till") || before.is_word("throughout");
  const bool next_is_name = after.capital && !after.is(WordClass::month) && !after.is(WordClass::weekday) &&
                            after.kind == AtomKind::word && !after.sentence_start;
  if (in_or_since) return next_is_name && is_name_here ? std::nullopt : month;
  if (is_name_here) return std::nullopt;
  const bool owned = is_apostrophe(before) || (before.is_word("s") && before.glued() && is_apostrophe(a[at - 2]));
  const bool possessed = owned || before.is_word("the");
  if (next_is_name && !possessed && !before.is(WordClass::direction)) return std::nullopt;
  const bool name_before = before.kind == AtomKind::word && before.capital && !before.sentence_start;
  if (name_before && !before.is(WordClass::weekday)) return std::nullopt;
  const bool weak =
      before.is(WordClass::direction) || before.is_word("to") || before.is_word("and") || before.is_word("or");
  // May and March are verbs too, and open sentences as such: they need a preposition.
  if (*month == 5) return before.is(WordClass::direction) ? month : std::nullopt;
  // the Women's March
  if (*month == 3 && !weak && (a[at].sentence_start || owned)) return std::nullopt;
  if (name_before || (before.sentence_start && before.capital && before.senses.empty() && !weak)) {
    // "Judy June": a capitalised word opens the sentence and is no known word
    if (before.kind == AtomKind::word && before.lower.size() > 2 && !before.is_word("the")) return std::nullopt;
  }
  return month;
}

std::optional<int> bare_year(const Atoms& atoms, std::uint32_t at, bool sure) {
  const auto year = plain_integer(atoms[at], 4);
  if (!year || atoms[at].text.size() != 4 || *year < 1000 || *year > 2199) return std::nullopt;
  const Atom& before = atoms[at - 1];
  const Atom& after = atoms[at + 1];
  if (goes_on(atoms, at + 1)) return std::nullopt;
  if (after.is_sign(U'.') && after.glued() && atoms[at + 2].glued() && atoms[at + 2].kind == AtomKind::number)
    return std::nullopt;
  if (is_dash(after) && after.glued() && atoms[at + 2].glued()) return std::nullopt;  // 2000-strong
  if (after.is(WordClass::magnitude) || after.is(WordClass::percent) || after.is(WordClass::zone) ||
      after.is_word("hours") || after.is_word("hrs") || after.is_word("people") || after.is_sign(U'%') ||
      after.is_sign(0xB0))
    return std::nullopt;
  if (after.kind == AtomKind::number && after.space_before && after.text.size() >= 3)
    return std::nullopt;  // a telephone
  if (atoms[at].glued() && !before.is_sign(U'(') && !before.is_sign(0x2018) && !before.is_sign(0x2019) &&
      !before.is_sign(U'\'') && !before.is_sign(0x201C) && !before.is_sign(U'"') && !is_dash(before) &&
      !before.is_sign(U'['))
    return std::nullopt;
  if (is_dash(before) && before.glued() && atoms[at].glued() && !atoms[at - 2].is(WordClass::position))
    return std::nullopt;
  if (sure) return year;
  if (before.is(WordClass::label) || before.sign == U'$' || before.sign == U'#' || before.kind == AtomKind::number)
    return std::nullopt;
  const bool introduced = before.is(WordClass::direction) || before.is(WordClass::position) || before.is_word("of") ||
                          before.is_word("to") || before.is_word("year") || before.is_word("circa") ||
                          before.is_word("around") || is_dash(before);
  const bool counted = after.kind == AtomKind::word && !after.capital && after.lower.size() > 3 &&
                       after.lower.ends_with("s") && !after.lower.ends_with("ss");
  if (*year < 1900 || *year > 2099) {
    const bool in = before.is_word("in") || before.is_word("since") || before.is_word("until") ||
                    before.is_word("year") || before.is_word("circa") || before.is_word("from") ||
                    before.is_word("by") || before.is(WordClass::position);
    const bool attributive =
        before.is_word("the") && *year % 100 != 0 && after.kind == AtomKind::word && *year >= 1500;  // the 1879 harvest
    return (in || attributive) && !counted && *year < 2099 ? year : std::nullopt;
  }
  const bool round = *year % 100 == 0;
  if (before.is(WordClass::approximate) && (round || counted)) return std::nullopt;
  if (round && counted && !before.is_word("in")) return std::nullopt;
  if (introduced) return year;
  if (round && after.kind == AtomKind::word && !after.capital) return std::nullopt;  // 2000 new homes
  return year;
}

std::optional<FoundDate> find_absolute_date(const DateContext& in, std::uint32_t at) {
  const Atom& first = in.atoms[at];
  if (first.kind == AtomKind::number || first.kind == AtomKind::dotted)
    if (auto found = numeric_date(in, at)) return found;
  if (first.kind == AtomKind::number || (first.kind == AtomKind::word && first.capital)) {
    if (auto found = day_or_month(in, at)) return found;
    if (auto found = weekday_alone(in, at)) return found;
  }
  return year(in, at);
}

std::optional<FoundDate> find_date(const DateContext& in, std::uint32_t at) {
  if (auto found = find_relative_date(in, at)) return found;
  return find_absolute_date(in, at);
}

}  // namespace newsgloss

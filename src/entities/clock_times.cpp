#include "entities/clock_times.h"

#include "entities/dates.h"
#include "entities/numbers.h"

namespace newsgloss {
namespace {

constexpr int day_minutes = 24 * 60;
constexpr int no_half = -1;  // neither am nor pm

struct Clock {
  std::uint32_t last = 0;
  int hour = 0;
  int minute = 0;
  bool with_minutes = false;
  int half = no_half;  // am 0, pm 12
};

int half_at(const Atoms& a, std::uint32_t at, std::uint32_t& last) {
  if (const auto half = a[at].as(WordClass::clock_half)) {
    // "am" alone is a verb: only beside digits, in lower or upper case
    last = at + 1;
    return *half;
  }
  return no_half;
}

/// Hours and minutes, and am or pm where it follows.
std::optional<Clock> clock(const Atoms& a, std::uint32_t at) {
  Clock read;
  if (a[at].kind != AtomKind::number) return std::nullopt;
  read.last = at + 1;
  const std::size_t point = a[at].text.find('.');
  if (point != std::string_view::npos) {  // 5.30pm
    const std::string_view text = a[at].text;
    if (text.size() - point != 3 || point > 2) return std::nullopt;
    for (char c : text)
      if (c == ',') return std::nullopt;
    for (std::size_t i = 0; i < point; ++i) read.hour = read.hour * 10 + (text[i] - '0');
    read.minute = (text[point + 1] - '0') * 10 + (text[point + 2] - '0');
    read.with_minutes = true;
  } else {
    const auto hour = plain_integer(a[at], 2);
    if (!hour) return std::nullopt;
    read.hour = *hour;
    const auto minute = plain_integer(a[at + 2], 2);
    if (a[at + 1].is_sign(U':') && a[at + 1].glued() && a[at + 2].glued() && minute && a[at + 2].text.size() == 2) {
      read.minute = *minute;
      read.with_minutes = true;
      read.last = at + 3;
      if (a[at + 3].is_sign(U':') && a[at + 3].glued() && plain_integer(a[at + 4], 2)) read.last = at + 5;  // seconds
    }
  }
  if (read.minute > 59 || read.hour > 24) return std::nullopt;
  read.half = half_at(a, read.last, read.last);
  return read;
}

std::optional<int> minutes_of(const Clock& read, int half) {
  int hour = read.hour;
  if (half != no_half) {
    if (hour < 1 || hour > 12) return std::nullopt;
    hour = hour % 12 + half;
  }
  const int minutes = hour * 60 + read.minute;
  if (minutes > day_minutes) return std::nullopt;
  return minutes;
}

/// "GMT", "(0930 GMT)" is not ours; "local time", "Eastern time", "EDT", "GMT+3".
void read_zone(const Atoms& a, FoundTime& time) {
  std::uint32_t i = time.last;
  if (const auto zone = a[i].text.size() > 2 && a[i].capital ? a[i].as(WordClass::zone) : std::nullopt) {
    time.zone = zone;
    time.last = i + 1;
    const Atom& sign = a[i + 1];
    const auto hours = plain_integer(a[i + 2], 2);
    if (*zone == 0 && sign.glued() && (sign.is_sign(U'+') || sign.is_sign(U'-')) && hours && *hours <= 14) {
      time.zone = sign.is_sign(U'+') ? *hours * 60 : -*hours * 60;
      time.last = i + 3;
    }
    return;
  }
  const std::string_view text = a[i].text;
  if (text == "IST" || text == "CST" || text == "ET" || text == "PT" || text == "AST") {
    time.last = i + 1;
  } else if (a[i].is_word("local") && a[i + 1].is_word("time")) {
    time.last = i + 2;
  }
}

}  // namespace

std::optional<FoundTime> find_clock_time(const Atoms& a, std::uint32_t at) {
  FoundTime time;
  if (a[at].is_word("noon") || a[at].is_word("midday") || a[at].is_word("midnight")) {
    if (a[at].capital && !a[at].sentence_start) return std::nullopt;
    time.minutes = a[at].is_word("midnight") ? 0 : 12 * 60;
    time.last = at + 1;
    read_zone(a, time);
    return time;
  }
  if (const auto hour = a[at].as(WordClass::number); hour && a[at + 1].kind == AtomKind::word) {
    const std::string_view next = a[at + 1].lower;
    if ((next == "o'clock" || next == "o\xE2\x80\x99"
                                      "clock") &&
        *hour >= 1 && *hour <= 12) {
      time.minutes = *hour * 60;
      time.known = false;
      time.last = at + 2;
      return time;
    }
    return std::nullopt;
  }
  if (const auto military = plain_integer(a[at], 4); military && a[at].text.size() == 4) {  // 1400 GMT
    const Atom& next = a[at + 1];
    const bool zone = next.text.size() > 2 && next.capital && next.is(WordClass::zone);
    const bool hours =
        next.is_word("hours") || next.is_word("hrs") || (next.glued() && (next.is_word("h") || next.is_word("hrs")));
    if ((zone || hours) && *military / 100 < 24 && *military % 100 < 60) {
      time.minutes = *military / 100 * 60 + *military % 100;
      time.last = hours ? at + 2 : at + 1;
      read_zone(a, time);
      return time;
    }
    return std::nullopt;
  }
  const auto first = clock(a, at);
  if (!first) return std::nullopt;
  if (a[first->last].is_word("o'clock") || a[first->last].is_word("o\xE2\x80\x99"
                                                                  "clock")) {
    time.minutes = first->hour * 60;
    time.known = first->hour > 12;
    time.last = first->last + 1;
    return time;
  }
  const std::uint32_t next = over_connective(a, first->last, a[at - 1].is_word("between"));
  std::optional<Clock> second;
  if (next != first->last) second = clock(a, next);
  if (second && second->half == no_half && !(first->with_minutes && second->with_minutes)) second.reset();
  // without am or pm a time needs minutes after a colon, or a zone
  const bool colon = first->with_minutes && a[at].text.find('.') == std::string_view::npos && first->hour < 24;
  if (first->half == no_half && !(second && second->half != no_half) && !colon) {
    if (!first->with_minutes || !a[first->last].is(WordClass::zone)) return std::nullopt;
  }
  if (first->half == 0 && first->last == at + 2 && a[at + 1].space_before && a[at + 1].lower == "am" &&
      !a[at + 1].capital && a[at + 2].is_word("i"))
    return std::nullopt;
  int half = first->half;
  if (half == no_half && second &&
      second->half != no_half) {  // "9-11 a.m." is all morning; "11-2 p.m." begins before noon
    half = second->half;
    if (first->hour < 12 && half == 12 && first->hour > second->hour % 12) half = 0;
  }
  const auto minutes = minutes_of(*first, half);
  if (!minutes) return std::nullopt;
  time.minutes = *minutes;
  time.last = first->last;
  if (second) {
    if (const auto until = minutes_of(*second, second->half)) {
      time.until = until;
      time.last = second->last;
    }
  }
  read_zone(a, time);
  return time;
}

std::optional<std::string> to_iso(const FoundTime& time, const std::optional<CivilDate>& day) {
  if (!time.known) return std::nullopt;
  auto append_clock = [&](std::string& out, int minutes) {
    out.append("T").append(zero_padded(minutes / 60, 2)).append(":").append(zero_padded(minutes % 60, 2));
    if (!time.zone) return;
    const int zone = *time.zone < 0 ? -*time.zone : *time.zone;
    if (zone == 0) {
      out.append("Z");
      return;
    }
    out.append(*time.zone < 0 ? "-" : "+")
        .append(zero_padded(zone / 60, 2))
        .append(":")
        .append(zero_padded(zone % 60, 2));
  };
  const std::string date = day ? to_iso(*day) : std::string();
  std::string out = date;
  append_clock(out, time.minutes);
  if (time.until) append_clock(out.append("/").append(date), *time.until);
  return out;
}

}  // namespace newsgloss

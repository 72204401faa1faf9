#include "entities/quantities.h"

#include <algorithm>
#include <array>

#include "entities/unit_table.h"

namespace newsgloss {
namespace {

bool is_hyphen_atom(const Atom& atom) { return atom.is_sign(U'-') || atom.is_sign(0x2010) || atom.is_sign(0x2011); }
bool is_dash(const Atom& atom) { return is_hyphen_atom(atom) || atom.is_sign(0x2013); }

// The units by text, for a search in halves.
constexpr auto sorted_units = [] {
  std::array<Unit, std::size(units)> all{};
  std::copy(std::begin(units), std::end(units), all.begin());
  std::sort(all.begin(), all.end(), [](const Unit& a, const Unit& b) { return a.text < b.text; });
  return all;
}();

const Unit* unit_named(std::string_view text) {
  const auto at = std::lower_bound(sorted_units.begin(), sorted_units.end(), text,
                                   [](const Unit& u, std::string_view t) { return u.text < t; });
  return at != sorted_units.end() && at->text == text ? &*at : nullptr;
}

struct ReadUnit {
  std::uint32_t last = 0;
  std::string symbol;
};

std::optional<ReadUnit> read_unit(const Atoms& a, std::uint32_t at, bool glued) {
  ReadUnit read;
  if (a[at].is_sign(0xB0)) {  // 30°C
    const std::string_view scale = a[at + 1].text;
    read.last = at + 2;
    if (scale == "C" || a[at + 1].is_word("celsius"))
      read.symbol =
          "\xC2\xB0"
          "C";
    else if (scale == "F" || a[at + 1].is_word("fahrenheit"))
      read.symbol =
          "\xC2\xB0"
          "F";
    else
      return std::nullopt;
    return read;
  }
  if (a[at].kind != AtomKind::word) return std::nullopt;
  if (a[at].is_word("degree") || a[at].is_word("degrees")) {
    read.last = at + 1;
    read.symbol = "\xC2\xB0";
    const bool celsius = a[at + 1].is_word("celsius") || a[at + 1].is_word("centigrade") || a[at + 1].text == "C";
    const bool fahrenheit = a[at + 1].is_word("fahrenheit") || a[at + 1].text == "F";
    if (celsius || fahrenheit) {
      read.symbol += celsius ? "C" : "F";
      ++read.last;
    }
    return read;
  }
  if (a[at].is_word("basis") && a[at + 1].is_word("points")) return ReadUnit{at + 2, "bp"};
  if (a[at].is_word("light") && is_hyphen_atom(a[at + 1]) && a[at + 2].is_word("years")) return ReadUnit{at + 3, "ly"};
  std::uint32_t i = at;
  std::string_view power;
  for (const Power& p : powers) {
    if (!a[i].is_word(p.text)) continue;
    power = p.suffix;
    ++i;
    if (a[i].is_sign(U'.')) ++i;
    if (is_hyphen_atom(a[i]) && a[i].glued()) ++i;
    break;
  }
  const Unit* unit = unit_named(a[i].text);
  if (unit == nullptr && !a[i].capital) unit = unit_named(a[i].lower);
  if (unit == nullptr && !power.empty() && a[i].lower == "m") unit = unit_named("metre");
  if (unit == nullptr && a[i].lower == "celsius") unit = unit_named("celsius");
  if (unit == nullptr && a[i].lower == "fahrenheit") unit = unit_named("fahrenheit");
  if (unit == nullptr) return std::nullopt;
  if (unit->form == UnitForm::glued && !(glued && a[i].glued())) return std::nullopt;
  read.symbol.assign(unit->symbol).append(power);
  read.last = i + 1;
  // per hour; km/h; m² as a sign
  if (a[read.last].is_sign(0xB2) && a[read.last].glued() && power.empty()) {
    read.symbol += "2";
    ++read.last;
  } else if (a[read.last].is_sign(0xB3) && a[read.last].glued() && power.empty()) {
    read.symbol += "3";
    ++read.last;
  }
  const bool slash = a[read.last].is_sign(U'/') && a[read.last].glued() && a[read.last + 1].glued();
  if (slash || a[read.last].is_word("per") || (a[read.last].is_word("an") && a[read.last + 1].is_word("hour"))) {
    const std::string_view of = a[read.last + 1].lower;
    std::string_view below;
    if (of == "hour" || of == "h" || of == "hr")
      below = "h";
    else if (of == "second" || of == "s" || of == "sec")
      below = "s";
    else if (of == "day")
      below = "day";
    else if (of == "year")
      below = "year";
    else if (of == "hectare")
      below = "ha";
    if (!below.empty()) {
      read.symbol.append("/").append(below);
      read.last += 2;
    }
  }
  return read;
}

/// "minus 5", "-5" where the sign is not a hyphen. The number's atom, and whether it is negative.
std::uint32_t over_minus(const Atoms& a, std::uint32_t at, bool& negative) {
  negative = false;
  if (a[at].is_word("minus") || a[at].is_word("negative")) {
    negative = true;
    return at + 1;
  }
  const bool sign = a[at].is_sign(U'-') || a[at].is_sign(0x2212) || a[at].is_sign(0x2013);
  if (sign && a[at].space_before && a[at + 1].glued() && a[at + 1].kind == AtomKind::number) {
    negative = true;
    return at + 1;
  }
  return at;
}

/// "5m": metres where the words say so. Million otherwise.
bool means_metres(const Atoms& a, std::uint32_t last) {
  static constexpr std::string_view metric[] = {
      "high",      "tall",       "long",         "wide",    "deep",  "above",  "below", "away",  "freestyle",
      "butterfly", "backstroke", "breaststroke", "hurdles", "relay", "sprint", "race",  "final", "world"};
  return std::any_of(std::begin(metric), std::end(metric), [&](std::string_view w) { return a[last].is_word(w); });
}

}  // namespace

std::optional<std::string> NumberRange::value() const {
  if (!from.value || (to && !to->value)) return std::nullopt;
  if (!to) return from.value->to_string();
  return from.value->to_string() + "/" + to->value->to_string();
}

std::optional<NumberRange> read_range(const Atoms& a, std::uint32_t at) {
  NumberRange range;
  auto first = read_number(a, at);
  if (!first) first = read_fraction(a, at);
  if (!first) return std::nullopt;
  range.from = *first;
  range.last = first->last;
  const Atom& join = a[range.last];
  const bool dash = is_dash(join) && join.glued() == a[range.last + 1].glued();
  const bool word =
      (join.is_word("to") && !a[at - 1].is_word("from")) || (join.is_word("and") && a[at - 1].is_word("between"));
  if (!dash && !word) return range;
  auto second = read_number(a, range.last + 1);
  if (!second || !second->value || !range.from.value) return range;
  NumberPhrase from = range.from;
  if (!from.has_magnitude && second->has_magnitude && from.value->less_than(Decimal{1, 3, false})) {  // 3 to 5 million
    for (const int power : {12, 9, 7, 6, 5, 3}) {
      const Decimal scaled = from.value->shifted(power);
      if (scaled.less_than(*second->value)) {
        from.value = scaled;
        break;
      }
    }
  }
  const auto upper = second->in_digits ? std::nullopt : second->value->integer();
  const auto lower = from.in_digits ? std::nullopt : from.value->integer();
  if (upper && lower && *upper >= 200 && *upper < 1000 && *upper % 100 == 0 && *lower < *upper / 100)
    from.value = from.value->shifted(2);  // two to three hundred
  if (!from.value->less_than(*second->value)) return range;
  range.from = from;
  range.to = second;
  range.last = second->last;
  return range;
}

std::optional<FoundQuantity> find_percent(const Atoms& a, std::uint32_t at) {
  bool negative = false;
  const std::uint32_t start = over_minus(a, at, negative);
  auto range = read_range(a, start);
  if (!range) return std::nullopt;
  auto percent_at = [&](std::uint32_t i) -> std::uint32_t {
    if (is_hyphen_atom(a[i]) && a[i].glued() && a[i + 1].glued() && !a[i + 1].is(WordClass::number)) ++i;
    if (a[i].is_sign(U'%') || a[i].is_sign(0xFF05)) return i + 1;
    if (a[i].is(WordClass::percent)) return a[i].lower == "pc" && a[i].capital ? 0 : i + 1;
    if (a[i].is_word("per") && (a[i + 1].is_word("cent") || a[i + 1].is_word("cents"))) return i + 2;
    if (a[i].is_word("percentage") && (a[i + 1].is_word("point") || a[i + 1].is_word("points"))) return i + 2;
    return 0;
  };
  std::uint32_t last = percent_at(range->last);
  if (last == 0 && range->to) {
    range->last = range->from.last;
    range->to.reset();
    last = percent_at(range->last);
  }
  if (last == 0) return std::nullopt;
  if (!range->to && is_dash(a[last]) && a[last].glued()) {  // 10%-15%
    const auto until = read_number(a, last + 1);
    const std::uint32_t end = until ? percent_at(until->last) : 0;
    if (end != 0 && range->from.value && until->value && range->from.value->less_than(*until->value)) {
      range->to = until;
      last = end;
    }
  }
  if (a[last - 1].kind == AtomKind::word && a[last].is_word("points") && a[last - 1].is(WordClass::percent)) ++last;
  FoundQuantity found;
  found.last = last;
  if (negative && range->from.value) range->from.value = range->from.value->negated();
  found.value = range->value();
  return found;
}

std::optional<FoundQuantity> find_quantity(const Atoms& a, std::uint32_t at) {
  bool negative = false;
  const std::uint32_t start = over_minus(a, at, negative);
  auto range = read_range(a, start);
  if (!range) return std::nullopt;
  auto unit_after = [&](std::uint32_t i) {
    const bool hyphen = is_hyphen_atom(a[i]) && a[i].glued() && a[i + 1].glued();
    return read_unit(a, hyphen ? i + 1 : i, !hyphen);
  };
  auto unit = unit_after(range->last);
  const NumberPhrase& final_number = range->to ? *range->to : range->from;
  if (!unit && final_number.ambiguous_m && means_metres(a, range->last)) {
    range->from.value = range->from.value ? std::optional(range->from.value->shifted(-6)) : std::nullopt;
    unit = ReadUnit{range->last, "m"};
  }
  if (!unit && range->to) {
    range->last = range->from.last;
    range->to.reset();
    unit = unit_after(range->last);
  }
  if (!unit) return std::nullopt;
  FoundQuantity found;
  found.last = unit->last;
  if (is_hyphen_atom(a[found.last]) && a[found.last].glued() &&
      (a[found.last + 1].is_word("old") || a[found.last + 1].is_word("olds")))
    found.last += 2;
  if (negative && range->from.value) range->from.value = range->from.value->negated();
  if (const auto number = range->value()) found.value = *number + " " + unit->symbol;
  return found;
}

}  // namespace newsgloss

#include "entities/numbers.h"

namespace newsgloss {
namespace {

constexpr int longest_phrase =
    16;  // atoms: "nine hundred and ninety-nine thousand nine hundred and ninety-nine" has 13

bool is_hyphen(const Atom& atom) { return atom.is_sign(U'-') || atom.is_sign(0x2010) || atom.is_sign(0x2011); }

std::optional<Decimal> vulgar_fraction(char32_t sign) {
  switch (sign) {
    case 0xBC:
      return Decimal::ratio(1, 4);
    case 0xBD:
      return Decimal::ratio(1, 2);
    case 0xBE:
      return Decimal::ratio(3, 4);
    case 0x2153:
      return Decimal::ratio(1, 3);
    case 0x2154:
      return Decimal::ratio(2, 3);
    default:
      return std::nullopt;
  }
}

/// Index of the atom after a glued hyphen, or `at` itself where there is none: "twenty-one", "twenty one".
std::uint32_t over_hyphen(const Atoms& atoms, std::uint32_t at) {
  return is_hyphen(atoms[at]) && atoms[at].glued() && atoms[at + 1].glued() ? at + 1 : at;
}

/// Words from one to 999: "three hundred and five", "twenty-one", "nine". Sets `last`; nothing when none starts here.
std::optional<std::uint32_t> below_thousand(const Atoms& atoms, std::uint32_t at, std::uint32_t& last) {
  auto below_hundred = [&](std::uint32_t i, std::uint32_t& end) -> std::optional<std::uint32_t> {
    if (const auto tens = atoms[i].as(WordClass::tens)) {
      end = i + 1;
      const std::uint32_t next = over_hyphen(atoms, end);
      const auto unit = atoms[next].as(WordClass::number);
      if (unit && *unit > 0 && *unit < 10) {
        end = next + 1;
        return static_cast<std::uint32_t>(*tens + *unit);
      }
      return static_cast<std::uint32_t>(*tens);
    }
    if (const auto small = atoms[i].as(WordClass::number)) {
      end = i + 1;
      return static_cast<std::uint32_t>(*small);
    }
    return std::nullopt;
  };
  auto value = below_hundred(at, last);
  if (!value) return std::nullopt;
  if (atoms[last].is_word("hundred")) {
    *value *= 100;
    ++last;
    const std::uint32_t next = atoms[last].is_word("and") ? last + 1 : last;
    std::uint32_t end = 0;
    if (const auto rest = below_hundred(next, end)) {
      *value += *rest;
      last = end;
    }
  }
  return value;
}

/// Multiplies by the magnitude words at `phrase.last` ("million", "lakh crore", "dozen").
void read_magnitudes(const Atoms& atoms, NumberPhrase& phrase, bool money) {
  for (int n = 0; n < 2; ++n) {
    std::uint32_t i = phrase.last;
    if (is_hyphen(atoms[i]) && atoms[i].glued() && atoms[i + 1].glued()) ++i;  // 5-million-strong
    const Atom& atom = atoms[i];
    std::optional<int> power = atom.as(WordClass::magnitude);
    if (!power && (atom.glued() || money || atom.lower.size() > 1) && n == 0 && phrase.in_digits && i == phrase.last) {
      power = atom.as(WordClass::magnitude_short);
      if (power && !money && atom.lower == "m") phrase.ambiguous_m = true;
      if (power && !money && atom.lower == "b") power.reset();  // 5B is a room
      if (power && atom.lower.size() == 1 && atom.space_before && !atom.capital) power.reset();
    }
    if (power) {
      if (phrase.value) phrase.value = phrase.value->shifted(*power);
    } else if (const auto many = atom.as(WordClass::collective)) {
      if (phrase.value) phrase.value = phrase.value->times(static_cast<std::uint32_t>(*many));
    } else {
      return;
    }
    phrase.has_magnitude = true;
    phrase.last = i + 1;
  }
}

std::optional<NumberPhrase> number_in_words(const Atoms& atoms, std::uint32_t at) {
  NumberPhrase phrase;
  std::uint32_t i = at;
  if (atoms[at].is_word("a") || atoms[at].is_word("half")) {  // a dozen, a million, a hundred, half a million
    const bool half = atoms[at].is_word("half");
    i = at + 1;
    if (half && (atoms[i].is_word("a") || atoms[i].is_word("an"))) ++i;
    const auto power = atoms[i].as(WordClass::magnitude);
    const auto many = atoms[i].as(WordClass::collective);
    if (!power && !many) return std::nullopt;
    phrase.value = half ? Decimal::ratio(1, 2) : Decimal{1, 0, false};
    phrase.last = i;
    read_magnitudes(atoms, phrase, false);
    return phrase;
  }
  Decimal total;
  bool any = false;
  while (i < at + longest_phrase) {
    std::uint32_t end = 0;
    std::uint32_t from = i;
    if (any && atoms[i].is_word("and")) from = i + 1;
    const auto part = below_thousand(atoms, from, end);
    if (!part) break;
    NumberPhrase piece;
    piece.value = Decimal{*part, 0, false};
    piece.last = end;
    if (atoms[end].is_word("and") && atoms[end + 1].is_word("a") && atoms[end + 2].is_word("half")) {
      piece.value = Decimal{*part * 10ULL + 5, -1, false};  // two and a half (million)
      piece.last = end + 3;
    } else if (atoms[end].is_word("point") && atoms[end + 1].is(WordClass::number)) {
      piece.value =
          Decimal{*part * 10ULL + static_cast<unsigned>(*atoms[end + 1].as(WordClass::number) % 10), -1, false};
      piece.last = end + 2;
    }
    read_magnitudes(atoms, piece, false);
    if (any && !phrase.has_magnitude) break;  // "one two": two numbers
    if (any && from != i && piece.has_magnitude) break;
    const auto sum = piece.value ? total.plus(*piece.value) : std::nullopt;
    if (!sum) break;
    total = *sum;
    any = true;
    phrase.has_magnitude = piece.has_magnitude;
    phrase.last = i = piece.last;
    if (!piece.has_magnitude) break;
  }
  if (!any) return std::nullopt;
  phrase.value = total;
  return phrase;
}

}  // namespace

bool is_ordinal_suffix(const Atom& atom) noexcept {
  return atom.kind == AtomKind::word && atom.glued() &&
         (atom.lower == "st" || atom.lower == "nd" || atom.lower == "rd" || atom.lower == "th");
}

std::optional<int> plain_integer(const Atom& atom, std::size_t digits) noexcept {
  if (atom.kind != AtomKind::number || atom.text.size() > digits) return std::nullopt;
  int value = 0;
  for (char c : atom.text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<NumberPhrase> read_number(const Atoms& atoms, std::uint32_t at, bool money) {
  const Atom& first = atoms[at];
  if (first.kind == AtomKind::word) return number_in_words(atoms, at);
  if (first.kind != AtomKind::number) return std::nullopt;
  NumberPhrase phrase;
  phrase.in_digits = true;
  phrase.value = Decimal::parse(first.text);
  phrase.last = at + 1;
  const Atom& next = atoms[at + 1];
  // "P5,000": where the tokeniser cut at the comma
  while (phrase.last < at + 9 && first.text.size() <= 3 && atoms[phrase.last].is_sign(U',') &&
         atoms[phrase.last].glued() && atoms[phrase.last + 1].glued() && atoms[phrase.last + 1].text.size() == 3 &&
         plain_integer(atoms[phrase.last + 1], 3)) {
    if (phrase.value)
      phrase.value = phrase.value->shifted(3).plus(
          Decimal{static_cast<std::uint64_t>(*plain_integer(atoms[phrase.last + 1], 3)), 0, false});
    phrase.last += 2;
  }
  if (phrase.last > at + 1) {
    read_magnitudes(atoms, phrase, money);
    return phrase;
  }
  const bool whole = plain_integer(first, 9).has_value();
  if (whole && next.is_sign(U'/') && next.glued() && atoms[at + 2].glued()) {  // 1/2
    const auto num = plain_integer(first, 2);
    const auto den = plain_integer(atoms[at + 2], 2);
    if (num && den && *num<*den&& * den> 1) {
      phrase.value = Decimal::ratio(static_cast<std::uint32_t>(*num), static_cast<std::uint32_t>(*den));
      phrase.last = at + 3;
    }
  } else if (whole && vulgar_fraction(next.sign) && next.glued()) {  // 2½
    if (phrase.value) phrase.value = phrase.value->plus(*vulgar_fraction(next.sign));
    phrase.last = at + 2;
  } else if (whole && next.space_before && plain_integer(next, 3) && next.text.size() == 3 && first.text.size() <= 3 &&
             first.text != "0" && (money || next.text == "000")) {  // 50 000
    std::uint32_t i = at + 1;
    while (i < at + 5 && plain_integer(atoms[i], 3) && atoms[i].text.size() == 3 && atoms[i].space_before) {
      if (phrase.value)
        phrase.value =
            phrase.value->shifted(3).plus(Decimal{static_cast<std::uint64_t>(*plain_integer(atoms[i], 3)), 0, false});
      ++i;
    }
    phrase.last = i;
  }
  if (phrase.last == at + 1 && next.is_word("and") && atoms[at + 2].is_word("a") && atoms[at + 3].is_word("half")) {
    if (phrase.value) phrase.value = phrase.value->plus(Decimal::ratio(1, 2));
    phrase.last = at + 4;
  }
  read_magnitudes(atoms, phrase, money);
  return phrase;
}

std::optional<NumberPhrase> read_fraction(const Atoms& atoms, std::uint32_t at) {
  NumberPhrase phrase;
  if (const auto sign = vulgar_fraction(atoms[at].sign)) {
    phrase.value = sign;
    phrase.last = at + 1;
    return phrase;
  }
  std::uint32_t i = at + 1;
  int numerator = 1;
  const bool article = atoms[at].is_word("a");
  if (!article) {
    const auto count = atoms[at].as(WordClass::number);
    if (!count || *count == 0) return std::nullopt;
    numerator = *count;
    i = over_hyphen(atoms, i);
  }
  const auto denominator = atoms[i].as(WordClass::fraction);
  if (!denominator) return std::nullopt;
  const bool hyphen = i > at + 1;
  const bool plural = atoms[i].lower.ends_with("s");
  // "a third of", "one third of", "two thirds", "one-third"; "a third man" and "one third place" are ordinals
  const bool of = atoms[i + 1].is_word("of");
  if (numerator == 1 ? (plural || !(of || (hyphen && !article))) : !plural) return std::nullopt;
  if (atoms[i].lower.starts_with("quarter") && !article && !hyphen && !of)
    return std::nullopt;  // two quarters: of a year
  phrase.value = Decimal::ratio(static_cast<std::uint32_t>(numerator), static_cast<std::uint32_t>(*denominator));
  phrase.last = i + 1;
  return phrase;
}

std::optional<OrdinalPhrase> read_ordinal(const Atoms& atoms, std::uint32_t at) {
  const Atom& first = atoms[at];
  if (first.kind == AtomKind::number) {
    if (!is_ordinal_suffix(atoms[at + 1])) return std::nullopt;
    const auto value = Decimal::parse(first.text);
    const auto integer = value ? value->integer() : std::nullopt;
    if (!integer) return std::nullopt;
    return OrdinalPhrase{at + 2, *integer};
  }
  if (const auto value = first.as(WordClass::ordinal)) return OrdinalPhrase{at + 1, *value};
  if (const auto value = first.as(WordClass::ordinal_tens)) return OrdinalPhrase{at + 1, *value};
  if (const auto tens = first.as(WordClass::tens)) {
    const std::uint32_t next = over_hyphen(atoms, at + 1);
    const auto unit = atoms[next].as(WordClass::ordinal);
    if (next > at + 1 && unit && *unit < 10) return OrdinalPhrase{next + 1, *tens + *unit};
  }
  return std::nullopt;
}

}  // namespace newsgloss

#include "text/characters.h"

#include <algorithm>
#include <iterator>

#include "text/character_tables.h"
#include "text/utf8.h"

namespace newsgloss {
namespace {

namespace tables = character_tables;

CharacterClass look_up(char32_t c) noexcept {
  const std::uint32_t key = static_cast<std::uint32_t>(c) << 8 | 0xFF;
  const std::uint32_t run = *(std::upper_bound(std::begin(tables::runs), std::end(tables::runs), key) - 1);
  switch (static_cast<tables::Class>(run & 0xFF)) {
    case tables::letter:
      return CharacterClass::letter;
    case tables::upper:
      return CharacterClass::upper;
    case tables::lower:
      return CharacterClass::lower;
    case tables::even_upper:
      return c % 2 == 0 ? CharacterClass::upper : CharacterClass::lower;
    case tables::odd_upper:
      return c % 2 == 1 ? CharacterClass::upper : CharacterClass::lower;
    case tables::cjk:
      return CharacterClass::cjk;
    case tables::mark:
      return CharacterClass::mark;
    case tables::digit:
      return CharacterClass::digit;
    case tables::number:
      return CharacterClass::number;
    case tables::space:
      return CharacterClass::space;
    case tables::ignorable:
      return CharacterClass::ignorable;
    case tables::punctuation:
      return CharacterClass::punctuation;
    case tables::symbol:
      return CharacterClass::symbol;
  }
  return CharacterClass::symbol;
}

CharacterClass ascii_class(char32_t c) noexcept {
  if (c >= 'a' && c <= 'z') return CharacterClass::lower;
  if (c >= 'A' && c <= 'Z') return CharacterClass::upper;
  if (c >= '0' && c <= '9') return CharacterClass::digit;
  if (c <= ' ' || c == 0x7F) return CharacterClass::space;
  switch (c) {
    case '$':
    case '+':
    case '<':
    case '=':
    case '>':
    case '^':
    case '`':
    case '|':
    case '~':
      return CharacterClass::symbol;
    default:
      return CharacterClass::punctuation;
  }
}

}  // namespace

CharacterClass class_of(char32_t c) noexcept { return c < 0x80 ? ascii_class(c) : look_up(c); }

bool is_apostrophe(char32_t c) noexcept {
  switch (c) {
    case '\'':
    case '`':
    case 0x00B4:
    case 0x02BB:
    case 0x02BC:
    case 0x2018:
    case 0x2019:
    case 0x2032:
      return true;
    default:
      return false;
  }
}

char32_t to_lower(char32_t c) noexcept {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  const auto* range = std::upper_bound(std::begin(tables::lower_ranges), std::end(tables::lower_ranges), c,
                                       [](char32_t value, const tables::LowerRange& r) { return value < r.first; });
  if (range != std::begin(tables::lower_ranges)) {
    --range;
    if (c <= range->last) return static_cast<char32_t>(static_cast<std::int32_t>(c) + range->delta);
  }
  const std::uint32_t key = static_cast<std::uint32_t>(c) << 8 | 0xFF;
  const std::uint32_t run = *(std::upper_bound(std::begin(tables::runs), std::end(tables::runs), key) - 1);
  const std::uint32_t kind = run & 0xFF;
  if ((kind == tables::even_upper && c % 2 == 0) || (kind == tables::odd_upper && c % 2 == 1)) return c + 1;
  return c;
}

void append_folded(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      const char c = text[at++];
      out += is_ascii_upper(c) ? static_cast<char>(c + 32) : c == '`' ? '\'' : c;
      continue;
    }
    const CodePoint c = decode(text, at);
    at += c.bytes;
    if (is_apostrophe(c.value))
      out += '\'';
    else if (is_hyphen(c.value))
      out += '-';
    else if (class_of(c.value) != CharacterClass::ignorable)
      append_utf8(out, to_lower(c.value));
  }
}

std::string fold_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_folded(out, text);
  return out;
}

bool is_capitalised(std::string_view word) noexcept {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = decode(word, at);
    if (is_letter(c.value) && !is_apostrophe(c.value)) return is_upper(c.value);
    at += c.bytes;
  }
  return false;
}

namespace {
struct Cases {
  bool upper = false;
  bool lower = false;
};
Cases cases_of(std::string_view word) noexcept {
  Cases found;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = decode(word, at);
    const CharacterClass kind = class_of(c.value);
    found.upper |= kind == CharacterClass::upper;
    found.lower |= kind == CharacterClass::lower;
    at += c.bytes;
  }
  return found;
}
}  // namespace

bool is_all_caps(std::string_view word) noexcept {
  const Cases found = cases_of(word);
  return found.upper && !found.lower;
}

bool is_all_lower(std::string_view word) noexcept {
  const Cases found = cases_of(word);
  return found.lower && !found.upper;
}

bool has_letter(std::string_view word) noexcept {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = decode(word, at);
    if (is_letter(c.value)) return true;
    at += c.bytes;
  }
  return false;
}

bool is_ascii(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace newsgloss

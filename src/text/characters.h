// Characters: what kind of character a code point is, its small letter, and what follows for words.
//
// All of Unicode, from generated tables (character_tables.h); no locale. ASCII takes a fast path; other code points
// cost one binary search over some 1,000 runs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsgloss {

enum class CharacterClass : unsigned char {
  upper,        // capitals and title-case letters
  lower,        // small letters
  letter,       // letters without case (Arabic, Hebrew, Thai, Devanagari …) and modifier letters (the 'okina)
  cjk,          // Han, Kana, Bopomofo, Hangul
  mark,         // combining marks and variation selectors
  digit,        // decimal digits of any script
  number,       // other numbers: fractions, superscripts, Roman numerals
  space,        // white space and control characters
  ignorable,    // shows nothing: soft hyphen, zero-width space and joiners, direction marks, byte-order mark
  punctuation,  // any P*
  symbol,       // currency, mathematical and other signs, emoji, private use
};

[[nodiscard]] CharacterClass class_of(char32_t c) noexcept;

[[nodiscard]] inline bool is_upper(char32_t c) noexcept {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : class_of(c) == CharacterClass::upper;
}
[[nodiscard]] inline bool is_lower(char32_t c) noexcept {
  return c < 0x80 ? c >= 'a' && c <= 'z' : class_of(c) == CharacterClass::lower;
}
/// Any letter, with or without case.
[[nodiscard]] inline bool is_letter(char32_t c) noexcept {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  return class_of(c) <= CharacterClass::cjk;
}
/// A decimal digit of any script.
[[nodiscard]] inline bool is_digit(char32_t c) noexcept {
  return c < 0x80 ? c >= '0' && c <= '9' : class_of(c) == CharacterClass::digit;
}
/// White space and control characters.
[[nodiscard]] inline bool is_space(char32_t c) noexcept {
  return c < 0x80 ? c <= ' ' || c == 0x7F : class_of(c) == CharacterClass::space;
}
[[nodiscard]] constexpr bool is_ascii_digit(char c) noexcept { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_ascii_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_ascii_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_ascii_letter(char c) noexcept { return is_ascii_upper(c) || is_ascii_lower(c); }

/// Straight, curly and other signs that stand for an apostrophe: ' U+2019 U+02BC U+02BB U+2018 ` U+00B4 U+2032.
[[nodiscard]] bool is_apostrophe(char32_t c) noexcept;

/// A hyphen that joins: - U+2010 U+2011.
[[nodiscard]] constexpr bool is_hyphen(char32_t c) noexcept { return c == '-' || c == 0x2010 || c == 0x2011; }

/// The simple small letter of `c`; `c` itself where it has none.
[[nodiscard]] char32_t to_lower(char32_t c) noexcept;

/// `text` in small letters, apostrophes made straight, hyphens made "-", and characters that show nothing (soft
/// hyphens, zero-width characters) left out: the form for looking words up. Valid UTF-8 in and out. Linear.
[[nodiscard]] std::string fold_case(std::string_view text);

/// `fold_case` appended to `out`, whose memory can so be reused.
void append_folded(std::string& out, std::string_view text);

/// Is the first letter of `word` a capital? Signs before it are skipped ("'abd" is not, "'Ali" is); a word without
/// letters, or with letters without case, is not.
[[nodiscard]] bool is_capitalised(std::string_view word) noexcept;

/// At least one capital and no small letter: "NATO", "U.S.", "COVID-19", "A".
[[nodiscard]] bool is_all_caps(std::string_view word) noexcept;

/// No capital, and at least one small letter.
[[nodiscard]] bool is_all_lower(std::string_view word) noexcept;

[[nodiscard]] bool has_letter(std::string_view word) noexcept;
[[nodiscard]] bool is_ascii(std::string_view text) noexcept;

}  // namespace newsgloss

// Folding: the form under which names are looked up and compared. ASCII lower case, Latin letters without their
// marks, a straight apostrophe. "Rene Fernandez" and "RENÉ FERNÁNDEZ" fold to the same bytes; other scripts only
// lose case where Unicode has simple pairs (Greek and Cyrillic capitals).
//
// Linear, no allocation beyond the output.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsgloss {

/// Appends the folded form of `text` (valid UTF-8) to `out`.
void append_folded(std::string& out, std::string_view text);

[[nodiscard]] std::string folded(std::string_view text);

/// How a word is written.
enum class Shape : unsigned char {
  lower,     // minister, e-commerce
  capital,   // Shen, McDonald, O'Brien, Al-Rai
  all_caps,  // SCO, U.S., LIU (two letters or more, no lower-case letter)
  initial,   // R.  R  (one capital letter)
  other,     // no letter at its start: 4,500  (  iPhone is lower
};

[[nodiscard]] Shape shape_of(std::string_view word) noexcept;

/// FNV-1a, the hash under which folded words are filed.
[[nodiscard]] constexpr std::uint64_t hash_of(std::string_view text,
                                              std::uint64_t seed = 14695981039346656037ULL) noexcept {
  for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return seed;
}

}  // namespace newsgloss

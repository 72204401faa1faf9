// Name keys: the form under which names are looked up and compared. Small letters, Latin letters without their marks,
// a straight apostrophe, a plain hyphen: "Rene Fernandez" and "REN\u00c9 FERN\u00c1NDEZ" have the same key. Other
// scripts only lose case.
//
// Linear, no allocation beyond the output.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsgloss {

/// Appends the key of `text` (valid UTF-8) to `out`.
void append_name_key(std::string& out, std::string_view text);

[[nodiscard]] std::string name_key(std::string_view text);

/// How a word is written.
enum class Shape : unsigned char {
  lower,     // minister, e-commerce, iPhone
  capital,   // Shen, McDonald, O'Brien
  all_caps,  // SCO, U.S., COVID-19 (two letters or more, none small)
  initial,   // R.  R  (one capital letter)
  other,     // no cased letter at its start: 4,500  (
};

[[nodiscard]] Shape shape_of(std::string_view word) noexcept;

/// FNV-1a, the hash under which keys are filed.
[[nodiscard]] constexpr std::uint64_t hash_of(std::string_view text,
                                              std::uint64_t seed = 14695981039346656037ULL) noexcept {
  for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return seed;
}

}  // namespace newsgloss

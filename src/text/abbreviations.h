// Abbreviations of news English that keep their period, and what the period means for the end of a sentence.
//
// The list follows the Associated Press stylebook's abbreviations (titles, months, states, companies) and general
// reference works. A word not listed here takes its period as the end of a sentence.
#pragma once

#include <cstdint>
#include <string_view>

namespace newsgloss {

enum class Abbreviation : unsigned char {
  none,
  title,      // stands before a name and never ends a sentence: Mr. Gen. St.
  numbering,  // one only before a digit: No. 5, pp. 3
  month,      // a month; ends a sentence only before a word that opens one
  place,      // a state, and also a common word or name: one only beside a comma, a digit or a small letter
  suffix,     // may end a sentence, and usually does not: Inc. Jr. etc. U.S. p.m.
};

/// The abbreviation that `word` (without its period) is, as written: "Sept" is one, "sept" is not.
[[nodiscard]] Abbreviation abbreviation(std::string_view word) noexcept;

}  // namespace newsgloss

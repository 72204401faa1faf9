// WordForm: what the taggers' features see of one token, computed once a token.
//
// The surface is normalised first, so that newswire, web pages and Penn-style files look alike: curly quotes and
// apostrophes become straight, `` and '' become ", dashes become -, -LRB- becomes (.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace newsgloss {

enum class Case : unsigned char { none, lower, capitalised, all_caps, mixed };

struct WordForm {
  std::uint64_t exact = 0;      // hash of the normalised surface
  std::uint64_t lower = 0;      // … in lower case, digits as 0
  std::uint32_t shape = 0;      // X upper, x lower, d digit, c caseless letter, else itself; at most 12 characters
  std::uint32_t collapsed = 0;  // the same with runs made one
  std::array<std::uint32_t, 4> prefix{};  // hash of the first 1 … 4 characters of the lower-case form; 0 where shorter
  std::array<std::uint32_t, 4> suffix{};
  Case letter_case = Case::none;
};

/// Linear in the token, of which at most 64 characters are looked at.
[[nodiscard]] WordForm word_form(std::string_view token);

}  // namespace newsgloss

// Line: a short block as the readers of front matter see it, tokens with their folded words.
//
// Bylines, dates, credits and furniture are short. A block longer than `longest_line` is text, and is never made into
// a Line; so what looks at Lines is linear in the article however it looks.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "text/tokenizer.h"

namespace newsgloss {

inline constexpr std::size_t longest_line = 600;  // bytes

struct Line {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<std::string> folded;  // fold_case of each token; a final period of an abbreviation is left out

  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(tokens.size()); }
  [[nodiscard]] std::string_view word(std::uint32_t i) const noexcept { return slice(text, tokens[i].span); }
  /// Is token `i` there, and one of `words` (folded)?
  [[nodiscard]] bool is(std::uint32_t i, std::initializer_list<std::string_view> words) const noexcept;
  [[nodiscard]] bool is_capitalised(std::uint32_t i) const noexcept;
  [[nodiscard]] bool is_all_caps(std::uint32_t i) const noexcept;
};

/// `text` must be valid UTF-8; the Line points into it.
[[nodiscard]] Line read_line(std::string_view text);

/// `text` without white space at its ends; the same for both sides of a Line's text.
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;

/// The longest start of `text` of at most `bytes` bytes that ends on a character boundary.
[[nodiscard]] std::string_view clip(std::string_view text, std::size_t bytes) noexcept;

}  // namespace newsgloss

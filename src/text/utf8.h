// UTF-8 in and out: validation with replacement, one-character decoding, and UTF-16 from JavaScript.
//
// The rest of the engine only ever sees valid UTF-8, so offsets can be converted without further checks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsgloss {

/// One decoded character: its code point and the number of bytes it takes.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t bytes = 0;
};

/// Decodes the character at `text[at]`. `text` must be valid UTF-8 and `at` a character boundary below its size.
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t at) noexcept;

/// Decodes the character that ends at `text[end - 1]`. `end` must be a character boundary above 0.
[[nodiscard]] CodePoint decode_before(std::string_view text, std::size_t end) noexcept;

/// Appends `value` as UTF-8.
void append_utf8(std::string& out, char32_t value);

/// True when `text` is well-formed UTF-8 (Unicode 15, table 3-7: no surrogates, no overlong forms).
[[nodiscard]] bool is_valid_utf8(std::string_view text) noexcept;

/// `text` with each maximal ill-formed part replaced by U+FFFD, as the WHATWG Encoding Standard does it, so that a
/// browser that decoded the same bytes sees the same text.
[[nodiscard]] std::string replace_invalid_utf8(std::string_view text);

/// UTF-8 of `text`; a lone surrogate becomes U+FFFD (one UTF-16 unit for one, so that offsets stay right).
[[nodiscard]] std::string from_utf16(std::u16string_view text);

}  // namespace newsgloss

// Text in terminal columns: how wide it is, how it wraps, and what of it is safe to show.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsgloss {

/// The columns `text` takes in a terminal: East Asian wide characters and emoji two, combining marks none. Valid
/// UTF-8. An approximation of Unicode's wcwidth by ranges (UAX 11), enough for layout.
[[nodiscard]] int columns_of(std::string_view text) noexcept;

/// `text` on one line, without what could steer a terminal: runs of white space and controls become one space.
[[nodiscard]] std::string printable(std::string_view text);

/// `text` cut at a word's end to `limit` columns, with "…" where something was cut.
[[nodiscard]] std::string shorten(std::string_view text, int limit);

/// Lines of at most `width` columns, broken at spaces; a word that is longer has a line of its own, cut where it
/// must be. The first line has `first` columns less.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, int width, int first = 0);

}  // namespace newsgloss

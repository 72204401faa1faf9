// Plain wire text → Article: one block a line (or, where blank lines separate paragraphs and lines are wrapped, one
// block between blank lines). Kinds are left for `classify_blocks`.
#pragma once

#include <string>
#include <string_view>

#include "article/article.h"

namespace newsgloss {

/// `text` may be any bytes: ill-formed UTF-8 is replaced, CR LF and a byte-order mark are understood, NUL becomes
/// U+FFFD. An empty or blank text gives an Article without blocks.
[[nodiscard]] Article parse_plain_text(std::string_view text, std::string id);

}  // namespace newsgloss

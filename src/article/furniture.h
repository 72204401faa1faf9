// Furniture: blocks of a page that are no part of the article. Share links, "Read more", copyright lines, newsletter
// and comment prompts, end marks, stray numbers.
#pragma once

#include "article/line.h"

namespace newsgloss {

/// Is the whole line furniture? Decided by tables of phrases that open such lines, of words that alone make one up,
/// and by lines without any letter.
[[nodiscard]] bool is_furniture(const Line& line);

}  // namespace newsgloss

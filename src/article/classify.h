// Decides the kind of blocks that came without one, from their text and place: headline first, then byline, date,
// dateline, captions with credits, subheadings, furniture.
#pragma once

#include "article/article.h"

namespace newsgloss {

/// Sets `kind` of every block whose `kind_given` is false. Linear in the text.
void classify_blocks(Article& article);

}  // namespace newsgloss

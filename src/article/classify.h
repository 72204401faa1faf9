// Decides the kind of blocks that came without one, from their text and place.
//
// In this order, the first that fits:
//   furniture    share bars, "Read more", copyright lines, end marks, stray numbers      (furniture.h)
//   date         labels, dates and times alone                                           (byline.h)
//   credit       a picture credit alone                                                  (credit_line.h)
//   byline       "By …" anywhere; a name with a role, a place or a date only before the body; "(Reporting by …;
//                Editing by …)" and a line that only names agencies, at either end
//   dateline     a dateline alone (one that opens a paragraph stays in its paragraph)    (front_matter.h)
//   list item    opens with a bullet, or with a number where its neighbour does too
//   caption      ends in a credit, or says what a picture shows ("is seen", "file photo", "Pictured:")
//   headline     the first block that is text, when it is short and no finished sentence
//   standfirst   between headline and byline (or date); or right after the headline and no finished sentence
//   subheading   short, no finished sentence, with text after it
//   quotation    wholly in quote marks, with its source after a dash
//   paragraph    everything else
//
// Kinds that were given stay, and count as context. A caption without credit that reads like a paragraph is taken for
// one: the text alone does not tell.
#pragma once

#include "article/article.h"

namespace newsgloss {

/// Sets `kind` of every block whose `kind_given` is false. Linear in the text.
void classify_blocks(Article& article);

}  // namespace newsgloss

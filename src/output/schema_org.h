// Annotations → schema.org JSON-LD: a NewsArticle with what it mentions, its Quotations and its ImageObjects.
//
// Fit to stand in a page's <script type="application/ld+json"> as it is: "<" is written as an escape, so that no text
// of the article ends the element. What speaks and is no Person (a ministry, a government named by its country) is an
// Organization in spokenByCharacter, whose range knows these two. Properties without a value are left out.
#pragma once

#include <string>

#include "annotate/annotations.h"
#include "output/json.h"

namespace newsgloss {

/// One object, no line break at its end. Linear.
[[nodiscard]] std::string to_schema_org(const Annotations& annotations, JsonStyle style = JsonStyle::compact);

}  // namespace newsgloss

// Annotations → a page that stands alone: the article with its names and statements marked, and beside it who said
// what, who is who, and what the pictures show. No script, no request, nothing to fetch; readable without style.
//
// Whatever the article says is text: & < > " ' are escaped, control characters become U+FFFD, and every name is kept
// from turning the direction of what stands beside it (<bdi>). The page's own policy forbids everything but its style.
//
//   std::string page = html_begin("Lake forum") + to_html(a, "a1-") + to_html(b, "a2-") + html_end();
#pragma once

#include <string>
#include <string_view>

#include "annotate/annotations.h"

namespace newsgloss {

/// `style` is more CSS, of our own.
[[nodiscard]] std::string html_begin(std::string_view title, std::string_view style = {});
[[nodiscard]] std::string html_end();

/// One article. `anchor` goes before the ids of its anchors, so that several can stand in one page: letters, digits
/// and hyphens. Linear in the text plus that of all spans.
[[nodiscard]] std::string to_html(const Annotations& annotations, std::string_view anchor);

/// `text` as HTML text or as an attribute's value in quote marks.
[[nodiscard]] std::string html_escaped(std::string_view text);

}  // namespace newsgloss

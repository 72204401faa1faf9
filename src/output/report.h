// Annotations → a page of plain text for a person at a terminal: who said what, who is who, places, dates, captions.
//
//   WHO SAID WHAT
//
//     Shen Yueyue, vice-chairwoman of the National Committee of …
//      ”› said: the "China-Central Asia Spirit" … has fostered enduring friendship and cooperation      ¶5
//       › She called for: the effective implementation of China's four major global initiatives         ¶7
//
// Statements are grouped by speaker, speakers in the order in which they are first heard. Long content is shortened;
// the JSON has all of it. Control characters of the article never reach the terminal.
#pragma once

#include <string>

#include "annotate/annotations.h"

namespace newsgloss {

struct ReportStyle {
  int width = 96;       // columns to wrap at; at least 40
  bool colour = false;  // ANSI bold and dim
};

/// Ends with a line break. Linear in the annotations.
[[nodiscard]] std::string to_report(const Annotations& annotations, ReportStyle style = {});

}  // namespace newsgloss

// Finding: one thing that was missed, found wrongly or found where nothing is, for an engineer to read.
//
//   missed entity   lake-forum:5   gold: PERSON Ana Otieno   found: -   text: ...Minister [Ana Otieno] said...
//
// One line each, parts with a TAB between, so that the list can be sorted, counted and searched.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace newsgloss::evaluation {

struct Finding {
  std::string what;   // "missed entity", "wrong speaker", ...
  std::string where;  // the file or article and, after a colon, its block or line
  std::string gold;   // empty: nothing
  std::string found;  // empty: nothing
  std::string text;
};

/// Where findings go; nothing is made where nobody wants them.
class Findings {
 public:
  virtual ~Findings() = default;
  virtual void add(const Finding& finding) = 0;
};

/// The finding as a line, without the line break. Nothing in it steers a terminal or breaks the line.
[[nodiscard]] std::string to_line(const Finding& finding);

/// The words around `span` (bytes of `text`, on character boundaries), with the span in brackets.
[[nodiscard]] std::string in_context(std::string_view text, Span span);

}  // namespace newsgloss::evaluation

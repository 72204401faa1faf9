// Annotations → a page of plain text for a person at a terminal: who said what, who is who, places, dates, captions.
#pragma once

#include <string>

#include "annotate/annotations.h"

namespace newsgloss {

/// Ends with a line break. Width is the number of columns to wrap at.
[[nodiscard]] std::string to_report(const Annotations& annotations, int width = 96);

}  // namespace newsgloss

// Annotations → comma-separated values (RFC 4180), a row a statement: who said what, for a spreadsheet.
//
// Columns: article, published, block, kind, speaker, role, gender, basis, source, cue, content, score. Several
// speakers are joined by "; "; parts of a split quote by " … ". Rows as in csv_row.h.
#pragma once

#include <string>

#include "annotate/annotations.h"

namespace newsgloss {

/// The row of column names.
[[nodiscard]] std::string csv_header();

/// The article's rows, none where it has no statement. Linear in the statements' text.
[[nodiscard]] std::string to_csv(const Annotations& annotations);

}  // namespace newsgloss

#include "output/csv_row.h"

namespace newsgloss {

void CsvRow::cell(std::string_view text) {
  if (!first_) row_ += ',';
  first_ = false;
  const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
  if (quoted) row_ += '"';
  if (formula) row_ += '\'';
  for (const char c : text) {
    if (c == '"') row_ += '"';
    row_ += c;
  }
  if (quoted) row_ += '"';
}

}  // namespace newsgloss

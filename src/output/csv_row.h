// A row of comma-separated values (RFC 4180).
//
// Cells with a comma, a quote mark or a line break stand in quote marks; rows end with CR LF. A cell that a spreadsheet
// would take for a formula (it begins with = + - @, a TAB or a carriage return) gets an apostrophe before it, since the
// article's words are not to be run (OWASP, "CSV Injection").
#pragma once

#include <string>
#include <string_view>

namespace newsgloss {

class CsvRow {
 public:
  void cell(std::string_view text);
  void cell(std::size_t number) { cell(std::to_string(number)); }
  [[nodiscard]] std::string take() { return std::move(row_) + "\r\n"; }

 private:
  std::string row_;
  bool first_ = true;
};

}  // namespace newsgloss

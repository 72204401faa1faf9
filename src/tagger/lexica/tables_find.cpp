#include "tagger/lexica/tables.h"

namespace newsgloss::lexica {

std::optional<std::string_view> Table::find(std::string_view key) const noexcept {
  const std::string_view all(text, size);
  if (key.empty()) return std::nullopt;
  std::size_t low = 0;  // both always at the start of a line, or the end
  std::size_t high = size;
  while (low < high) {
    std::size_t begin = low + (high - low) / 2;
    while (begin > low && all[begin - 1] != '\n') --begin;
    std::size_t end = begin;
    while (all[end] != '\n') ++end;  // every line ends with one
    const std::string_view line = all.substr(begin, end - begin);
    const std::size_t tab = line.find('\t');
    const std::string_view found = line.substr(0, tab);
    const int order = found.compare(key);
    if (order == 0) return tab == std::string_view::npos ? std::string_view{} : line.substr(tab + 1);
    if (order < 0) {
      low = end + 1;
    } else {
      high = begin;
    }
  }
  return std::nullopt;
}

}  // namespace newsgloss::lexica

// Words of a short text, split at white space: what the readers of credits look at.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace newsgloss {

[[nodiscard]] inline std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && text[at] == ' ') ++at;
    const std::size_t begin = at;
    while (at < text.size() && text[at] != ' ') ++at;
    if (begin < at) words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

template <typename Table>
[[nodiscard]] bool in_table(const Table& table, std::string_view word) {
  return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

}  // namespace newsgloss

// A folder for brat: NAME.txt and NAME.ann an article, and annotation.conf.
//
// What is in the folder already is never replaced: it may have been corrected by hand. Names come from the articles'
// ids
// (`file_name_of`); a second one that differs in nothing, or only in capitals, gets a number: story, Story-2, story-3.
// Memory: the names.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace newsgloss::cli {

class BratFolder {
 public:
  /// Makes the folder where it is not there, and its annotation.conf likewise. One that holds .ann or .txt files is
  /// taken only with `append`. Returns what is wrong, or "".
  [[nodiscard]] std::string open(const std::string& folder, bool append);

  /// Writes a pair of files; neither is left where one of them could not be written. Returns what is wrong, or "".
  [[nodiscard]] std::string add(std::string_view id, std::string_view ann, std::string_view txt);

 private:
  [[nodiscard]] std::string path_of(const std::string& name, std::string_view suffix) const;

  std::string folder_;
  std::unordered_map<std::string, std::size_t> taken_;  // a name, folded: the last number that was given to it
};

}  // namespace newsgloss::cli

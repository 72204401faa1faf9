// Articles in: the files of a command line, one article after the other, from plain text, JSON or JSON Lines.
//
// Memory: one article. A file that cannot be read and a line that is none are articles with a problem, so that each
// has its place in the output.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "cli/input.h"
#include "cli/options.h"

namespace newsgloss::cli {

enum class InputKind : unsigned char { txt, json, jsonl };

/// One article as it came: bytes to parse, or what went wrong in getting them.
struct ArticleJob {
  std::string label;
  std::size_t line = 0;  // of a JSON Lines file; 0: the article is the whole file
  InputKind kind = InputKind::txt;
  std::string bytes;
  std::string problem;
  std::size_t number = 0;  // of the article in this run, from 1
};

/// Where it came from, as a name for an article that has none: the file's name without folder and suffixes, and the
/// line.
[[nodiscard]] std::string place_of(const ArticleJob& job);

class ArticleFeed {
 public:
  /// `kind`: what all files hold; otherwise decided by each one's suffix (standard input: by its first byte).
  ArticleFeed(std::vector<std::string> names, std::optional<InputKind> kind);

  /// Some of it is JSON Lines.
  [[nodiscard]] bool has_lines() const noexcept { return has_lines_; }
  /// There may be more than one article.
  [[nodiscard]] bool several() const noexcept { return has_lines_ || names_.size() > 1; }

  /// The next article; false at the end, or after an interrupt.
  bool next(ArticleJob& job);

  /// How many there were so far.
  [[nodiscard]] std::size_t count() const noexcept { return count_; }

  /// How much of the files has been read, from 0 to 1; none where that cannot be known (pipes).
  [[nodiscard]] std::optional<double> part_read() const noexcept;

 private:
  [[nodiscard]] InputKind kind_of(const std::string& name);
  bool next_line(ArticleJob& job);
  bool whole(ArticleJob& job);

  std::vector<std::string> names_;
  std::optional<InputKind> kind_;
  bool has_lines_ = false;
  std::shared_ptr<Input> standard_input_;  // opened once, to see what it holds
  std::shared_ptr<Input> input_;           // the file that is being read, if one is
  InputKind input_kind_ = InputKind::txt;
  std::size_t next_name_ = 0;
  std::vector<std::uint64_t> sizes_;  // of the files as they lie there
  std::uint64_t bytes_before_ = 0;    // of the files that have been read
  std::uint64_t bytes_ = 0;           // of all; 0: not known
  std::size_t line_ = 0;
  bool any_ = false;       // the file has given an article
  bool reported_ = false;  // what is wrong with the file has been said
  std::size_t count_ = 0;
};

/// What parsing made of an article.
struct ReadArticle {
  Article article;
  std::string problem;                // "FILE:LINE: ..."; empty when all went well
  std::vector<std::string> warnings;  // likewise
};

/// `published` is for articles that do not say it.
[[nodiscard]] ReadArticle read_article(const ArticleJob& job, std::optional<CivilDate> published);

/// --input, --published and --jobs. Returns what is wrong, or "".
[[nodiscard]] std::string read_feed_options(const Options& options, std::optional<InputKind>& kind,
                                            std::optional<CivilDate>& published, unsigned& jobs);

}  // namespace newsgloss::cli

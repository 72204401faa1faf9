// Reading bytes for the command: files (compressed ones too) and standard input, whole or line by line, with errors
// as messages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cli/byte_source.h"

namespace newsgloss::cli {

/// A longer article is refused: about what the WebAssembly engine takes. Where each sign is a token, a byte of text
/// needs some 280 bytes of memory, 4.5 GB for this much; of prose 110. A newspaper's longest has a few hundred KB.
inline constexpr std::size_t max_article_bytes = std::size_t{16} << 20;

/// A file open for reading, or standard input for the name "-".
class Input {
 public:
  explicit Input(const std::string& name);

  /// The name to use in messages: the file's, or "<stdin>".
  [[nodiscard]] const std::string& label() const noexcept { return label_; }

  /// What went wrong so far ("No such file or directory"), if something did.
  [[nodiscard]] const std::optional<std::string>& problem() const noexcept { return problem_; }

  /// How much of the file, as it lies there, has been read.
  [[nodiscard]] std::uint64_t position() const noexcept { return source_->position(); }

  /// The next byte without taking it, or EOF.
  [[nodiscard]] int peek();

  /// The next line without its line break; false at the end of the input (look at `problem` then). A line longer
  /// than `max_article_bytes` comes back cut to that length with `too_long` set. Memory: the longest line.
  bool read_line(std::string& line, bool& too_long);

  /// All that is left; false when reading failed or there is more than `max_article_bytes`.
  bool read_all(std::string& bytes);

 private:
  bool fill();

  std::string label_;
  std::optional<std::string> problem_;
  std::unique_ptr<ByteSource> source_;
  std::string buffer_;
  std::size_t at_ = 0;
};

}  // namespace newsgloss::cli

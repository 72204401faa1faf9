// Output: where a command's results go. Standard output, or a file, compressed where its name ends in .gz or .zst.
//
// What is given to `write` in one call reaches the file in whole: bytes are held back until `flush`, or until some
// calls have filled the buffer, and never cut between two of them. So a reader of the file, and whoever ends the
// command, finds whole lines. Memory: the buffer and the longest single call.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsgloss::cli {

/// Takes bytes to the file. `write` and `finish` return "" or what went wrong.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual std::string write(std::string_view bytes) = 0;
  /// Ends the compressed data, if it is, and closes the file. Once only.
  virtual std::string finish() = 0;
};

class Output {
 public:
  Output();  // standard output

  enum class Mode : unsigned char { replace, append };

  /// Goes to `name` from now on; `append` adds to what is there (compressed: as a part of its own), which has to end
  /// with a whole line where that can be seen. Returns what is wrong, or "".
  [[nodiscard]] std::string open(const std::string& name, Mode mode = Mode::replace);

  /// False when something could not be written, now or before.
  bool write(std::string_view text);
  bool flush();
  /// Flushes and closes; nothing can be written any more. False when not all of it arrived.
  bool finish();

  /// What went wrong first; empty when nothing did.
  [[nodiscard]] const std::string& problem() const noexcept { return problem_; }

 private:
  std::unique_ptr<Sink> sink_;
  std::string buffer_;
  std::string problem_;
  bool finished_ = false;
};

/// What is wrong where the output, `name` or else standard output, is one of the files that are read: it would be lost,
/// and what is written would be read again without end. "" where it is none. `inputs` as on the command line.
[[nodiscard]] std::string output_is_input(const std::vector<std::string>& inputs, std::optional<std::string_view> name);

/// The command's one output.
[[nodiscard]] Output& output();

}  // namespace newsgloss::cli

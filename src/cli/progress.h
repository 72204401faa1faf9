// Progress on standard error: only on a terminal that does not show the output too, and only for more than a moment.
//
//   48210 articles, 37%, 262 articles/s, 1.1 MB/s, 5 min left
#pragma once

#include <unistd.h>

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>

namespace newsgloss::cli {

class Progress {
 public:
  /// `useful`: there may be many articles. `to_file`: the output goes to a file that was named, whatever standard
  /// output is.
  explicit Progress(bool useful, bool to_file = false)
      : shown_(useful && isatty(STDERR_FILENO) != 0 && (to_file || isatty(STDOUT_FILENO) == 0)) {}

  /// An article of so many bytes is done, and this part of all input has been read, from 0 to 1, if that is known.
  void one_more(std::size_t bytes, std::optional<double> part = std::nullopt) {
    ++count_;
    bytes_ += bytes;
    if (!shown_) return;
    part_ = part;
    const Clock::time_point now = Clock::now();
    if (now - last_ < std::chrono::milliseconds(500)) return;
    last_ = now;
    print(now, false);
  }
  ~Progress() {
    if (!printed_) return;
    print(Clock::now(), true);
    std::fputc('\n', stderr);
  }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

 private:
  using Clock = std::chrono::steady_clock;

  void print(Clock::time_point now, bool last) {
    const double seconds = std::chrono::duration<double>(now - start_).count();
    char text[160];
    int length = std::snprintf(text, sizeof text, "%zu articles", count_);
    const auto add = [&](const char* format, auto... values) {
      length += std::snprintf(text + length, sizeof text - static_cast<std::size_t>(length), format, values...);
    };
    if (part_) add(", %d%%", static_cast<int>(100 * *part_));
    add(", %.0f articles/s, %.1f MB/s", static_cast<double>(count_) / seconds,
        static_cast<double>(bytes_) / 1e6 / seconds);
    if (part_ && *part_ > 0 && !last) {
      const double left = seconds * (1 - *part_) / *part_;
      if (left < 90)
        add(", %.0f s left", left);
      else
        add(", %.0f min left", left / 60);
    }
    // Blanks over what a longer line may have left.
    std::fprintf(stderr, "\r%-78s", text);
    printed_ = true;
  }

  bool shown_;
  bool printed_ = false;
  std::size_t count_ = 0;
  std::size_t bytes_ = 0;  // of input
  std::optional<double> part_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
};

}  // namespace newsgloss::cli

// Progress on standard error: only on a terminal that does not show the output too, and only for more than a moment.
#pragma once

#include <unistd.h>

#include <chrono>
#include <cstddef>
#include <cstdio>

namespace newsgloss::cli {

class Progress {
 public:
  explicit Progress(bool useful) : shown_(useful && isatty(STDERR_FILENO) != 0 && isatty(STDOUT_FILENO) == 0) {}
  void one_more(std::size_t bytes) {
    ++count_;
    bytes_ += bytes;
    if (!shown_) return;
    const Clock::time_point now = Clock::now();
    if (now - last_ < std::chrono::milliseconds(500)) return;
    last_ = now;
    print(now);
  }
  ~Progress() {
    if (!printed_) return;
    print(Clock::now());
    std::fputc('\n', stderr);
  }

 private:
  using Clock = std::chrono::steady_clock;

  void print(Clock::time_point now) {
    const double seconds = std::chrono::duration<double>(now - start_).count();
    std::fprintf(stderr, "\r%zu articles, %.0f articles/s, %.1f MB/s ", count_, static_cast<double>(count_) / seconds,
                 static_cast<double>(bytes_) / 1e6 / seconds);
    printed_ = true;
  }

  bool shown_;
  bool printed_ = false;
  std::size_t count_ = 0;
  std::size_t bytes_ = 0;  // of input
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
};

}  // namespace newsgloss::cli

#include "cli/input.h"

#include <cstdio>

namespace newsgloss::cli {
namespace {
constexpr std::size_t buffer_bytes = std::size_t{1} << 16;
}

Input::Input(const std::string& name) : label_(name == "-" ? "<stdin>" : name), source_(open_source(name)) {
  problem_ = source_->problem();
}

// True when there is at least one byte at `at_`.
bool Input::fill() {
  if (at_ < buffer_.size()) return true;
  if (problem_) return false;
  buffer_.resize(buffer_bytes);
  at_ = 0;
  buffer_.resize(source_->read(buffer_.data(), buffer_bytes));
  if (buffer_.empty()) problem_ = source_->problem();
  return !buffer_.empty();
}

int Input::peek() { return fill() ? static_cast<unsigned char>(buffer_[at_]) : EOF; }

bool Input::read_line(std::string& line, bool& too_long) {
  line.clear();
  too_long = false;
  if (!fill()) return false;
  do {
    const std::size_t end = buffer_.find('\n', at_);
    const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
    const std::size_t room = max_article_bytes - line.size();
    too_long = too_long || stop - at_ > room;
    line.append(buffer_, at_, too_long ? room : stop - at_);
    at_ = end == std::string::npos ? stop : end + 1;
    if (end != std::string::npos) break;
  } while (fill());
  return !problem_;
}

bool Input::read_all(std::string& bytes) {
  bytes.clear();
  while (fill()) {
    if (bytes.size() + (buffer_.size() - at_) > max_article_bytes) {
      problem_ = "too large: an article may have " + std::to_string(max_article_bytes >> 20) + " MiB at most";
      return false;
    }
    bytes.append(buffer_, at_);
    at_ = buffer_.size();
  }
  return !problem_;
}

}  // namespace newsgloss::cli

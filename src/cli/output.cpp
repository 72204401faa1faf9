#include "cli/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#ifdef NEWSGLOSS_WITH_ZLIB
#include <zlib.h>
#endif
#ifdef NEWSGLOSS_WITH_ZSTD
#include <zstd.h>
#endif

namespace newsgloss::cli {
namespace {

constexpr std::size_t buffer_bytes = std::size_t{1} << 16;

class FileSink : public Sink {
 public:
  explicit FileSink(int file) : file_(file) {}
  ~FileSink() override {
    if (file_ > STDERR_FILENO) close(file_);
  }
  FileSink(const FileSink&) = delete;
  FileSink& operator=(const FileSink&) = delete;

  std::string write(std::string_view bytes) override {
    while (!bytes.empty()) {
      const ssize_t taken = ::write(file_, bytes.data(), bytes.size());
      if (taken >= 0)
        bytes.remove_prefix(static_cast<std::size_t>(taken));
      else if (errno != EINTR)
        return std::strerror(errno);
    }
    return "";
  }
  std::string finish() override {
    const int file = std::exchange(file_, -1);
    if (file <= STDERR_FILENO) return "";
    return close(file) == 0 ? "" : std::strerror(errno);
  }

 private:
  int file_;
};

#ifdef NEWSGLOSS_WITH_ZLIB
class GzipSink : public Sink {
 public:
  explicit GzipSink(std::unique_ptr<Sink> raw) : raw_(std::move(raw)) {
    ready_ = deflateInit2(&stream_, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK;
  }
  ~GzipSink() override { deflateEnd(&stream_); }
  GzipSink(const GzipSink&) = delete;
  GzipSink& operator=(const GzipSink&) = delete;

  std::string write(std::string_view bytes) override {
    // At most a buffer's worth comes at once or one article's, both far below what zlib counts in.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    return run(Z_NO_FLUSH);
  }
  std::string finish() override {
    stream_.avail_in = 0;
    std::string problem = run(Z_FINISH);
    std::string closing = raw_->finish();
    return problem.empty() ? closing : problem;
  }

 private:
  std::string run(int mode) {
    if (!ready_) return "out of memory";
    std::array<char, buffer_bytes> out;
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(out.data());
      stream_.avail_out = static_cast<uInt>(out.size());
      if (deflate(&stream_, mode) == Z_STREAM_ERROR) return "compression failed";
      if (std::string problem = raw_->write({out.data(), out.size() - stream_.avail_out}); !problem.empty())
        return problem;
    } while (stream_.avail_out == 0);
    return "";
  }

  std::unique_ptr<Sink> raw_;
  z_stream stream_{};
  bool ready_ = false;
};
#endif

#ifdef NEWSGLOSS_WITH_ZSTD
class ZstdSink : public Sink {
 public:
  explicit ZstdSink(std::unique_ptr<Sink> raw) : raw_(std::move(raw)), stream_(ZSTD_createCCtx()) {}
  ~ZstdSink() override { ZSTD_freeCCtx(stream_); }
  ZstdSink(const ZstdSink&) = delete;
  ZstdSink& operator=(const ZstdSink&) = delete;

  std::string write(std::string_view bytes) override { return run(bytes, ZSTD_e_continue); }
  std::string finish() override {
    std::string problem = run("", ZSTD_e_end);
    std::string closing = raw_->finish();
    return problem.empty() ? closing : problem;
  }

 private:
  std::string run(std::string_view bytes, ZSTD_EndDirective mode) {
    if (!stream_) return "out of memory";
    std::array<char, buffer_bytes> buffer;
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    for (;;) {
      ZSTD_outBuffer out{buffer.data(), buffer.size(), 0};
      const std::size_t left = ZSTD_compressStream2(stream_, &out, &in, mode);
      if (ZSTD_isError(left)) return ZSTD_getErrorName(left);
      if (std::string problem = raw_->write({buffer.data(), out.pos}); !problem.empty()) return problem;
      if (mode == ZSTD_e_end ? left == 0 : in.pos == in.size) return "";
    }
  }

  std::unique_ptr<Sink> raw_;
  ZSTD_CCtx* stream_;
};
#endif

// A run that was killed leaves such a file. What cannot be looked into is no such.
bool ends_within_line(const std::string& name) {
  const int file = ::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return false;
  char last = '\n';
  const bool read = lseek(file, -1, SEEK_END) >= 0 && ::read(file, &last, 1) == 1;
  close(file);
  return read && last != '\n';
}

}  // namespace

Output::Output() : sink_(std::make_unique<FileSink>(STDOUT_FILENO)) {}

std::string Output::open(const std::string& name, Mode mode) {
  const bool gzip = name.ends_with(".gz");
  const bool zstd = name.ends_with(".zst");
  if (name.ends_with(".xz")) return name + ": writes .gz and .zst, not .xz";
#ifndef NEWSGLOSS_WITH_ZLIB
  if (gzip) return name + ": this build cannot write .gz files: zlib was missing when it was built";
#endif
#ifndef NEWSGLOSS_WITH_ZSTD
  if (zstd) return name + ": this build cannot write .zst files: libzstd was missing when it was built";
#endif
  if (mode == Mode::append && !gzip && !zstd && ends_within_line(name))
    return name + ": ends within a line: cut it after its last whole one before anything is added";
  const int file =
      ::open(name.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | (mode == Mode::append ? O_APPEND : O_TRUNC), 0666);
  if (file < 0) return name + ": " + std::strerror(errno);
  sink_ = std::make_unique<FileSink>(file);
#ifdef NEWSGLOSS_WITH_ZLIB
  if (gzip) sink_ = std::make_unique<GzipSink>(std::move(sink_));
#endif
#ifdef NEWSGLOSS_WITH_ZSTD
  if (zstd) sink_ = std::make_unique<ZstdSink>(std::move(sink_));
#endif
  return "";
}

bool Output::write(std::string_view text) {
  buffer_ += text;
  return buffer_.size() < buffer_bytes ? problem_.empty() : flush();
}

bool Output::flush() {
  if (problem_.empty() && !finished_ && !buffer_.empty()) problem_ = sink_->write(buffer_);
  buffer_.clear();
  return problem_.empty();
}

bool Output::finish() {
  flush();
  if (!std::exchange(finished_, true)) {
    std::string closing = sink_->finish();
    if (problem_.empty()) problem_ = std::move(closing);
  }
  return problem_.empty();
}

std::string output_is_input(const std::vector<std::string>& inputs, std::optional<std::string_view> name) {
  struct stat out {};
  const bool named = name && *name != "-";
  if ((named ? stat(std::string(*name).c_str(), &out) : fstat(STDOUT_FILENO, &out)) != 0 || !S_ISREG(out.st_mode))
    return "";
  for (const std::string& input : inputs) {
    struct stat in {};
    if ((input == "-" ? fstat(STDIN_FILENO, &in) : stat(input.c_str(), &in)) != 0) continue;
    if (in.st_dev == out.st_dev && in.st_ino == out.st_ino)
      return (input == "-" ? "<stdin>" : input) + ": is read and cannot be the output, too";
  }
  return "";
}

Output& output() {
  static Output the_output;
  return the_output;
}

}  // namespace newsgloss::cli

#include "cli/byte_source.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

#include "cli/interrupt.h"
#include "cli/output.h"

#ifdef NEWSGLOSS_WITH_ZLIB
#include <zlib.h>
#endif
#ifdef NEWSGLOSS_WITH_LZMA
#include <lzma.h>
#endif
#ifdef NEWSGLOSS_WITH_ZSTD
#include <zstd.h>
#endif

namespace newsgloss::cli {
namespace {

constexpr std::size_t buffer_bytes = std::size_t{1} << 16;
constexpr int wait_milliseconds = 250;
[[maybe_unused]] constexpr const char* cut_short = "damaged: the compressed data ends too early";
[[maybe_unused]] constexpr std::size_t most_window = std::size_t{160} << 20;  // 128 MiB, and what manages it

std::function<void()>& waiting_action() {
  static std::function<void()> action;
  return action;
}

class FileSource : public ByteSource {
 public:
  explicit FileSource(const std::string& name)
      : file_(name == "-" ? STDIN_FILENO : open(name.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (file_ < 0) problem_ = std::strerror(errno);
  }
  ~FileSource() override {
    if (file_ > STDIN_FILENO) close(file_);
  }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  std::size_t read(char* into, std::size_t size) override {
    if (file_ < 0 || problem_) return 0;
    // Whoever feeds us line by line gets what is done before it is asked for more.
    if (!is_ready(0) && waiting_action()) waiting_action()();
    output().flush();
    while (!interrupted()) {
      // A signal between this look and a read that waits would be noticed only when the read ends: so none waits.
      if (!is_ready(wait_milliseconds)) continue;
      const ssize_t got = ::read(file_, into, size);
      if (got > 0) position_ += static_cast<std::uint64_t>(got);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno == EINTR) continue;
      problem_ = std::strerror(errno);  // a directory opens, and fails here
      break;
    }
    return 0;
  }
  [[nodiscard]] std::uint64_t position() const noexcept override { return position_; }

 private:
  // A read would not wait; one that fails does not.
  [[nodiscard]] bool is_ready(int milliseconds) const {
    pollfd what{file_, POLLIN, 0};
    return poll(&what, 1, milliseconds) > 0;
  }

  int file_;
  std::uint64_t position_ = 0;
};

// What the decompressors share: a buffer of compressed bytes.
class CompressedSource : public ByteSource {
 public:
  explicit CompressedSource(std::unique_ptr<ByteSource> raw) : raw_(std::move(raw)) { problem_ = raw_->problem(); }
  [[nodiscard]] std::uint64_t position() const noexcept override { return raw_->position(); }

 protected:
  /// Reads on where nothing is left; false at the file's end and on an error.
  bool refill() {
    if (begin_ < end_) return true;
    begin_ = 0;
    end_ = raw_->read(buffer_.data(), buffer_.size());
    any_ = any_ || end_ > 0;
    if (end_ == 0) problem_ = raw_->problem();
    return end_ > 0;
  }
  [[nodiscard]] char* left() noexcept { return buffer_.data() + begin_; }
  [[nodiscard]] std::size_t left_bytes() const noexcept { return end_ - begin_; }
  void taken(std::size_t bytes) noexcept { begin_ += bytes; }
  [[nodiscard]] bool any() const noexcept { return any_; }

 private:
  std::unique_ptr<ByteSource> raw_;
  std::array<char, buffer_bytes> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool any_ = false;  // the file is not empty
};

#ifdef NEWSGLOSS_WITH_ZLIB
// RFC 1952, members one after the other.
class GzipSource : public CompressedSource {
 public:
  explicit GzipSource(std::unique_ptr<ByteSource> raw) : CompressedSource(std::move(raw)) {
    if (inflateInit2(&stream_, 16 + MAX_WBITS) != Z_OK) problem_ = "out of memory";
  }
  ~GzipSource() override { inflateEnd(&stream_); }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;

  std::size_t read(char* into, std::size_t size) override {
    while (!problem_) {
      if (!refill()) {
        if (!problem_ && inside_) problem_ = cut_short;
        return 0;
      }
      if (!inside_) inflateReset(&stream_);
      stream_.next_in = reinterpret_cast<Bytef*>(left());
      stream_.avail_in = static_cast<uInt>(left_bytes());
      stream_.next_out = reinterpret_cast<Bytef*>(into);
      stream_.avail_out = static_cast<uInt>(size);
      const int status = inflate(&stream_, Z_NO_FLUSH);
      taken(left_bytes() - stream_.avail_in);
      inside_ = status != Z_STREAM_END;
      if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
        problem_ = std::string("damaged: ") + (stream_.msg ? stream_.msg : "no gzip data");
      const std::size_t made = size - stream_.avail_out;
      if (made > 0) return made;
    }
    return 0;
  }

 private:
  z_stream stream_{};
  bool inside_ = false;  // a member has begun and not ended
};
#endif

#ifdef NEWSGLOSS_WITH_LZMA
class XzSource : public CompressedSource {
 public:
  explicit XzSource(std::unique_ptr<ByteSource> raw) : CompressedSource(std::move(raw)) {
    if (lzma_stream_decoder(&stream_, most_window, LZMA_CONCATENATED) != LZMA_OK) problem_ = "out of memory";
  }
  ~XzSource() override { lzma_end(&stream_); }
  XzSource(const XzSource&) = delete;
  XzSource& operator=(const XzSource&) = delete;

  std::size_t read(char* into, std::size_t size) override {
    while (!problem_ && !ended_) {
      const bool more = refill();
      if (problem_ || (!more && !any())) return 0;
      stream_.next_in = reinterpret_cast<std::uint8_t*>(left());
      stream_.avail_in = left_bytes();
      stream_.next_out = reinterpret_cast<std::uint8_t*>(into);
      stream_.avail_out = size;
      const lzma_ret status = lzma_code(&stream_, more ? LZMA_RUN : LZMA_FINISH);
      taken(left_bytes() - stream_.avail_in);
      ended_ = status == LZMA_STREAM_END;
      if (status == LZMA_MEMLIMIT_ERROR)
        problem_ = "compressed with a window that is too large";
      else if (status == LZMA_BUF_ERROR)
        problem_ = cut_short;
      else if (status != LZMA_OK && status != LZMA_STREAM_END)
        problem_ = status == LZMA_FORMAT_ERROR ? "damaged: no xz data" : "damaged: the compressed data is corrupt";
      const std::size_t made = size - stream_.avail_out;
      if (made > 0) return made;
    }
    return 0;
  }

 private:
  lzma_stream stream_ = LZMA_STREAM_INIT;
  bool ended_ = false;
};
#endif

#ifdef NEWSGLOSS_WITH_ZSTD
class ZstdSource : public CompressedSource {
 public:
  explicit ZstdSource(std::unique_ptr<ByteSource> raw)
      : CompressedSource(std::move(raw)), stream_(ZSTD_createDStream()) {
    if (!stream_) problem_ = "out of memory";
  }
  ~ZstdSource() override { ZSTD_freeDStream(stream_); }
  ZstdSource(const ZstdSource&) = delete;
  ZstdSource& operator=(const ZstdSource&) = delete;

  std::size_t read(char* into, std::size_t size) override {
    while (!problem_) {
      // What the last call could not hand over comes first: only a call that filled less than asked has nothing left.
      if (!pending_ && !refill()) {
        if (!problem_ && inside_) problem_ = cut_short;
        return 0;
      }
      ZSTD_inBuffer in{left(), left_bytes(), 0};
      ZSTD_outBuffer out{into, size, 0};
      const std::size_t status = ZSTD_decompressStream(stream_, &out, &in);
      taken(in.pos);
      if (ZSTD_isError(status)) {
        problem_ = std::string("damaged: ") + ZSTD_getErrorName(status);
        return 0;
      }
      inside_ = status != 0;
      pending_ = inside_ && out.pos == size;
      if (out.pos > 0) return out.pos;
    }
    return 0;
  }

 private:
  ZSTD_DStream* stream_;
  bool inside_ = false;
  bool pending_ = false;
};
#endif

class Refused : public ByteSource {
 public:
  explicit Refused(std::string why) { problem_ = std::move(why); }
  std::size_t read(char*, std::size_t) override { return 0; }
};

struct Compression {
  std::string_view suffix;
  std::string_view library;
  std::unique_ptr<ByteSource> (*open)(std::unique_ptr<ByteSource>);  // null: this build has no such library
};

template <typename Source>
std::unique_ptr<ByteSource> make(std::unique_ptr<ByteSource> raw) {
  return std::make_unique<Source>(std::move(raw));
}

constexpr Compression compressions[] = {
#ifdef NEWSGLOSS_WITH_ZLIB
    {".gz", "zlib", make<GzipSource>},
#else
    {".gz", "zlib", nullptr},
#endif
#ifdef NEWSGLOSS_WITH_LZMA
    {".xz", "liblzma", make<XzSource>},
#else
    {".xz", "liblzma", nullptr},
#endif
#ifdef NEWSGLOSS_WITH_ZSTD
    {".zst", "libzstd", make<ZstdSource>},
#else
    {".zst", "libzstd", nullptr},
#endif
};

const Compression* compression_of(std::string_view name) {
  for (const Compression& compression : compressions)
    if (name.ends_with(compression.suffix)) return &compression;
  return nullptr;
}

}  // namespace

std::unique_ptr<ByteSource> open_source(const std::string& name) {
  const Compression* const compression = compression_of(name);
  if (!compression) return std::make_unique<FileSource>(name);
  if (!compression->open)
    return std::make_unique<Refused>("this build cannot read " + std::string(compression->suffix) +
                                     " files: " + std::string(compression->library) + " was missing when it was built");
  return compression->open(std::make_unique<FileSource>(name));
}

void before_waiting(std::function<void()> action) { waiting_action() = std::move(action); }

std::string without_compression(const std::string& name) {
  const Compression* const compression = compression_of(name);
  return name.substr(0, name.size() - (compression ? compression->suffix.size() : 0));
}

}  // namespace newsgloss::cli

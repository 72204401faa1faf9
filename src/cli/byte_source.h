// Byte sources: a file's bytes, decompressed where its name ends in .gz, .xz or .zst.
//
// Several compressed parts one after the other are read as one, as gzip, xz and zstd themselves do it. Each
// decompressor is there when CMake found its library. Memory: some buffers; what the file was compressed with decides
// about the window, and one above 128 MiB is refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace newsgloss::cli {

class ByteSource {
 public:
  virtual ~ByteSource() = default;

  /// Fills `into` with up to `size` bytes; 0 at the end, after an interrupt, or when something went wrong (look at
  /// `problem` then).
  virtual std::size_t read(char* into, std::size_t size) = 0;

  /// How much of the file, as it lies there, has been read.
  [[nodiscard]] virtual std::uint64_t position() const noexcept { return 0; }

  /// What went wrong ("Is a directory", "damaged: ..."), if something did.
  [[nodiscard]] const std::optional<std::string>& problem() const noexcept { return problem_; }

 protected:
  std::optional<std::string> problem_;
};

/// The file, or standard input for "-", which is taken as it is. Always gives a source; one that could not be opened
/// has a problem.
[[nodiscard]] std::unique_ptr<ByteSource> open_source(const std::string& name);

/// `action` is called, on the reading thread, before a read that has to wait because a pipe or a terminal has nothing
/// yet: the moment to hand over what is done. An empty one takes it back.
void before_waiting(std::function<void()> action);

/// `name` without .gz, .xz or .zst: what the suffix before it says is what the file holds.
[[nodiscard]] std::string without_compression(const std::string& name);

}  // namespace newsgloss::cli

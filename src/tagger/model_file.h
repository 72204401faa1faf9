// The model file: one blob of little-endian bytes that holds everything the learned taggers need.
//
//   offset  size
//   0       8      magic "newsglos"
//   8       4      format version (1)
//   12      4      n, the number of sections (1 to 32)
//   16      4      size of the whole file in bytes
//   20      4      CRC-32 of bytes 0 to 19 and of the section table
//   24      n * 16 section table, by rising offset: u32 kind, u32 offset, u32 size, u32 CRC-32 of the section
//   ...            sections, each at a multiple of 16, zero bytes between and after them, no gap above 15 bytes
//
// Kinds are four ASCII letters: META (a JSON object: name, licence, training sets, figures), LEXI (lexicon.h),
// ATTR (attribution_network.h), ENTI (entity_model.h), ENTN (entity_network.h). Readers of a section check all they
// read; unknown kinds are passed over, so that older readers can open newer files of the same format version.
//
// Reading is zero-copy: a ModelFile points into the bytes, which must outlive it. Every bit of a file is covered by a
// check, so damage anywhere is found. CRC-32 is that of IEEE 802.3 (reflected, polynomial 0xEDB88320). Linear in the
// file's size. Written by src/train/write_model.py and by nothing else.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace newsgloss {

/// A section's kind, as four ASCII letters read as a little-endian number.
enum class SectionKind : std::uint32_t {
  none = 0,
  meta = 0x4154454D,            // "META"
  lexicon = 0x4958454C,         // "LEXI"
  attribution = 0x52545441,     // "ATTR"
  entities = 0x49544E45,        // "ENTI"
  entity_network = 0x4E544E45,  // "ENTN"
};

/// "META", "LEXI", ...; "----" for `none` and kinds that this version does not know.
[[nodiscard]] std::string_view name_of(SectionKind kind) noexcept;

/// Why a model cannot be used, and what the caller can do about it.
enum class ModelError : unsigned char {
  none,                 // it can
  truncated,            // shorter than its header says, or than a header is: fetch it again
  not_a_model,          // other magic: a wrong file was given
  unsupported_version,  // of another format version: use the engine that came with it
  damaged_header,       // header or section table inconsistent or its checksum wrong: fetch it again
  damaged_section,      // a section's checksum is wrong, or what lies between sections: fetch it again
  missing_section,      // a section that is needed is not there: the file was made for another engine
  invalid_section,      // a section's checksum is right but its content is not: a fault of its writer
};

/// One sentence in English for `error`.
[[nodiscard]] std::string_view describe(ModelError error) noexcept;

struct ModelStatus {
  ModelError error = ModelError::none;
  SectionKind section = SectionKind::none;  // the section at fault, where one is
  [[nodiscard]] bool ok() const noexcept { return error == ModelError::none; }
  friend bool operator==(const ModelStatus&, const ModelStatus&) = default;
};

/// The same, with the section at fault: "… (section LEXI)".
[[nodiscard]] std::string describe(const ModelStatus& status);

/// CRC-32 (IEEE 802.3) of `bytes`; `seed` is the checksum of what came before.
[[nodiscard]] std::uint32_t crc32(std::span<const std::byte> bytes, std::uint32_t seed = 0) noexcept;

class ModelFile {
 public:
  struct Section {
    SectionKind kind = SectionKind::none;
    std::span<const std::byte> bytes;
    std::uint32_t checksum = 0;
  };
  static constexpr std::uint32_t format_version = 1;
  static constexpr std::size_t max_sections = 32;

  /// Checks everything and points `*this` at `bytes`. On an error the file is left empty.
  [[nodiscard]] ModelStatus open(std::span<const std::byte> bytes) noexcept;

  [[nodiscard]] std::span<const Section> sections() const noexcept { return {sections_.data(), count_}; }

  /// The first section of that kind; empty when there is none.
  [[nodiscard]] std::span<const std::byte> section(SectionKind kind) const noexcept;

  /// META as text; empty when there is none.
  [[nodiscard]] std::string_view meta() const noexcept;

 private:
  std::array<Section, max_sections> sections_{};
  std::size_t count_ = 0;
};

/// Reads little-endian numbers one after the other; past the end it gives zeros and remembers that it failed.
class SectionReader {
 public:
  explicit SectionReader(std::span<const std::byte> bytes) noexcept : bytes_(bytes) {}

  [[nodiscard]] std::uint8_t u8() noexcept { return static_cast<std::uint8_t>(number(1)); }
  [[nodiscard]] std::uint16_t u16() noexcept { return static_cast<std::uint16_t>(number(2)); }
  [[nodiscard]] std::uint32_t u32() noexcept { return number(4); }
  [[nodiscard]] std::int32_t i32() noexcept { return static_cast<std::int32_t>(number(4)); }
  [[nodiscard]] float f32() noexcept;
  /// The next `size` bytes, or none when fewer are left.
  [[nodiscard]] std::span<const std::byte> bytes(std::size_t size) noexcept;

  [[nodiscard]] std::size_t left() const noexcept { return bytes_.size() - at_; }
  [[nodiscard]] bool failed() const noexcept { return failed_; }
  /// Nothing failed and nothing is left over.
  [[nodiscard]] bool complete() const noexcept { return !failed_ && left() == 0; }

 private:
  [[nodiscard]] std::uint32_t number(std::size_t size) noexcept;

  std::span<const std::byte> bytes_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace newsgloss

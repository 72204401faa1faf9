#include "tagger/model_file.h"

#include <bit>

namespace newsgloss {
namespace {

constexpr std::string_view magic = "newsglos";
constexpr std::size_t header_size = 24;
constexpr std::size_t entry_size = 16;
constexpr std::size_t alignment = 16;

constexpr std::array<std::uint32_t, 256> make_crc_table() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < 256; ++i) {
    std::uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit) value = (value >> 1) ^ ((value & 1u) != 0 ? 0xEDB88320u : 0u);
    table[i] = value;
  }
  return table;
}
constexpr std::array<std::uint32_t, 256> crc_table = make_crc_table();

struct SectionName {
  SectionKind kind;
  std::string_view name;
};
constexpr std::array<SectionName, 5> section_names = {{{SectionKind::meta, "META"},
                                                       {SectionKind::lexicon, "LEXI"},
                                                       {SectionKind::attribution, "ATTR"},
                                                       {SectionKind::entities, "ENTI"},
                                                       {SectionKind::entity_network, "ENTN"}}};

constexpr std::array<std::string_view, 8> descriptions = {"no error",
                                                          "the model file is truncated",
                                                          "this is not a model file",
                                                          "the model file is of another format version",
                                                          "the model file's header is damaged",
                                                          "a section of the model file is damaged",
                                                          "the model file lacks a section that is needed",
                                                          "a section of the model file has invalid content"};

bool all_zero(std::span<const std::byte> bytes) noexcept {
  for (const std::byte b : bytes)
    if (b != std::byte{0}) return false;
  return true;
}

}  // namespace

std::string_view name_of(SectionKind kind) noexcept {
  for (const SectionName& entry : section_names)
    if (entry.kind == kind) return entry.name;
  return "----";
}

std::string_view describe(ModelError error) noexcept { return descriptions[static_cast<std::size_t>(error)]; }

std::string describe(const ModelStatus& status) {
  std::string text(describe(status.error));
  if (status.section != SectionKind::none) text.append(" (section ").append(name_of(status.section)).append(")");
  return text;
}

std::uint32_t crc32(std::span<const std::byte> bytes, std::uint32_t seed) noexcept {
  std::uint32_t value = ~seed;
  for (const std::byte b : bytes) value = (value >> 8) ^ crc_table[(value ^ std::to_integer<std::uint32_t>(b)) & 0xFFu];
  return ~value;
}

ModelStatus ModelFile::open(std::span<const std::byte> bytes) noexcept {
  count_ = 0;
  if (bytes.size() < header_size) return {ModelError::truncated};
  SectionReader header(bytes);
  for (const char c : magic)
    if (header.u8() != static_cast<std::uint8_t>(c)) return {ModelError::not_a_model};
  if (header.u32() != format_version) return {ModelError::unsupported_version};
  const std::size_t count = header.u32();
  const std::size_t size = header.u32();
  const std::uint32_t checksum = header.u32();
  if (count == 0 || count > max_sections) return {ModelError::damaged_header};
  const std::size_t table_end = header_size + count * entry_size;
  if (bytes.size() < table_end || bytes.size() < size) return {ModelError::truncated};
  const auto table = bytes.subspan(header_size, count * entry_size);
  if (crc32(table, crc32(bytes.first(20))) != checksum || bytes.size() != size) return {ModelError::damaged_header};

  SectionReader reader(table);
  std::size_t at = table_end;
  for (std::size_t i = 0; i < count; ++i) {
    const auto kind = static_cast<SectionKind>(reader.u32());
    const std::size_t offset = reader.u32();
    const std::size_t length = reader.u32();
    const std::uint32_t section_checksum = reader.u32();
    if (offset % alignment != 0 || offset < at || offset - at >= alignment || offset > size || length > size - offset)
      return {ModelError::damaged_header, kind};
    const auto content = bytes.subspan(offset, length);
    if (!all_zero(bytes.subspan(at, offset - at)) || crc32(content) != section_checksum)
      return {ModelError::damaged_section, kind};
    sections_[i] = {kind, content, section_checksum};
    at = offset + length;
  }
  if (size - at >= alignment || !all_zero(bytes.subspan(at))) return {ModelError::damaged_section};
  count_ = count;
  return {};
}

std::span<const std::byte> ModelFile::section(SectionKind kind) const noexcept {
  for (const Section& entry : sections())
    if (entry.kind == kind) return entry.bytes;
  return {};
}

std::string_view ModelFile::meta() const noexcept {
  const auto bytes = section(SectionKind::meta);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::uint32_t SectionReader::number(std::size_t size) noexcept {
  const auto raw = bytes(size);
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < raw.size(); ++i) value |= std::to_integer<std::uint32_t>(raw[i]) << (8 * i);
  return value;
}

float SectionReader::f32() noexcept { return std::bit_cast<float>(u32()); }

std::span<const std::byte> SectionReader::bytes(std::size_t size) noexcept {
  if (failed_ || size > left()) {
    failed_ = true;
    return {};
  }
  const auto result = bytes_.subspan(at_, size);
  at_ += size;
  return result;
}

}  // namespace newsgloss

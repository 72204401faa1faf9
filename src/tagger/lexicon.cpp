#include "tagger/lexicon.h"

#include <algorithm>

namespace newsgloss {
namespace {

/// Bits of a byte string, least significant first; zeros past the end.
class BitReader {
 public:
  explicit BitReader(std::span<const std::byte> bytes) noexcept : bytes_(bytes) {}
  [[nodiscard]] bool done() const noexcept { return at_ >= bytes_.size() * 8; }
  [[nodiscard]] std::uint32_t bit() noexcept {
    if (done()) return 0;
    const std::uint32_t value = (std::to_integer<std::uint32_t>(bytes_[at_ / 8]) >> (at_ % 8)) & 1u;
    ++at_;
    return value;
  }
  [[nodiscard]] std::size_t position() const noexcept { return at_; }

 private:
  std::span<const std::byte> bytes_;
  std::size_t at_ = 0;
};

constexpr std::uint32_t most_words = 1u << 20;
constexpr std::uint32_t most_parts = 64;
constexpr std::uint32_t widest_part = 64;

}  // namespace

bool Lexicon::open(std::span<const std::byte> section) {
  *this = {};
  SectionReader reader(section);
  const std::uint32_t version = reader.u32();
  const std::uint32_t words = reader.u32();
  const std::uint32_t parts = reader.u32();
  const std::uint32_t part_width = reader.u32();
  const float unit = reader.f32();
  const std::uint32_t rice = reader.u32();
  const std::uint32_t key_bytes = reader.u32();
  if (reader.failed() || version != 1 || words == 0 || words > most_words || parts == 0 || parts > most_parts ||
      part_width == 0 || part_width > widest_part || rice >= static_cast<std::uint32_t>(key_bits) ||
      !(unit > 0 && unit < 1))
    return false;
  const auto coded_keys = reader.bytes(key_bytes);
  const auto codes = reader.bytes(std::size_t{words} * parts);
  const auto centroids = reader.bytes(std::size_t{parts} * 256 * part_width);
  if (!reader.complete()) return false;

  std::vector<std::uint32_t> keys;
  keys.reserve(words);
  BitReader bits(coded_keys);
  std::uint64_t key = 0;
  for (std::uint32_t i = 0; i < words; ++i) {
    if (bits.done()) return false;
    std::uint64_t gap = 0;
    while (bits.bit() != 0) ++gap;
    gap <<= rice;
    for (std::uint32_t b = 0; b < rice; ++b) gap |= static_cast<std::uint64_t>(bits.bit()) << b;
    key += gap + (i == 0 ? 0 : 1);  // keys differ, so a gap of 1 is written as 0
    if (key >= 1u << key_bits) return false;
    keys.push_back(static_cast<std::uint32_t>(key));
  }
  if (bits.position() + 8 <= coded_keys.size() * 8) return false;

  buckets_.assign((1u << bucket_bits) + 1, 0);
  for (const std::uint32_t k : keys) ++buckets_[(k >> (key_bits - bucket_bits)) + 1];
  for (std::size_t i = 1; i < buckets_.size(); ++i) buckets_[i] += buckets_[i - 1];
  keys_ = std::move(keys);
  codes_ = codes;
  centroids_ = centroids;
  parts_ = parts;
  part_width_ = part_width;
  unit_ = unit;
  return true;
}

std::uint32_t Lexicon::find(std::uint64_t lower) const noexcept {
  if (keys_.empty()) return unknown;
  const auto key = static_cast<std::uint32_t>(lower >> (64 - key_bits));
  const std::uint32_t bucket = key >> (key_bits - bucket_bits);
  const std::uint32_t* first = keys_.data() + buckets_[bucket];
  const std::uint32_t* last = keys_.data() + buckets_[bucket + 1];
  const std::uint32_t* at = std::lower_bound(first, last, key);
  return at != last && *at == key ? static_cast<std::uint32_t>(at - keys_.data()) : unknown;
}

void Lexicon::vector(std::uint32_t index, std::int16_t* out) const noexcept {
  for (std::uint32_t part = 0; part < parts_; ++part) {
    const std::byte* centroid = centroids_.data() + (std::size_t{part} * 256 + code(index, part)) * part_width_;
    for (std::uint32_t i = 0; i < part_width_; ++i)
      *out++ = static_cast<std::int8_t>(std::to_integer<std::uint8_t>(centroid[i]));
  }
}

}  // namespace newsgloss

// Lexicon: word -> a vector of small integers, for some twenty thousand words, in about 12 to 20 bytes a word.
//
// Words are not stored, only 24-bit hashes of their folded form (WordForm::lower), so a word that is not in the
// lexicon is taken for one that is with a chance of n / 2^24 (about 1 in 700). Vectors are product-quantised (Jegou,
// Douze and Schmid 2011): cut into parts, each part one of 256 centroids.
//
// LEXI section: u32 version (1), u32 words n, u32 parts S, u32 width d of a part, f32 unit (a vector's element is its
// integer times the unit), u32 rice parameter k, u32 size of the keys in bytes; the keys, sorted, as gaps in a
// Golomb-Rice code (quotient in unary, 1s ended by a 0; then k bits; least significant bit first); n * S code bytes
// (part by part: all words' first codes first); S * 256 * d bytes of centroids (int8).
//
// Points into the section's bytes, which must outlive it. Look-up is a binary search within one of 4096 buckets.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tagger/model_file.h"

namespace newsgloss {

class Lexicon {
 public:
  static constexpr std::uint32_t unknown = 0xFFFFFFFFu;

  /// Reads a LEXI section; false when its content is invalid (the lexicon is then empty).
  [[nodiscard]] bool open(std::span<const std::byte> section);

  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(keys_.size()); }
  [[nodiscard]] std::uint32_t parts() const noexcept { return parts_; }
  /// Elements of a vector.
  [[nodiscard]] std::uint32_t width() const noexcept { return parts_ * part_width_; }
  /// What an element of 1 stands for.
  [[nodiscard]] float unit() const noexcept { return unit_; }

  /// The index of the word with this WordForm::lower, or `unknown`.
  [[nodiscard]] std::uint32_t find(std::uint64_t lower) const noexcept;

  /// Which of 256 centroids part `part` of word `index` is (a clustering of the words by that part).
  [[nodiscard]] std::uint8_t code(std::uint32_t index, std::uint32_t part) const noexcept {
    return std::to_integer<std::uint8_t>(codes_[std::size_t{part} * keys_.size() + index]);
  }

  /// Writes the vector of word `index` to `out`, which has room for `width()` elements.
  void vector(std::uint32_t index, std::int16_t* out) const noexcept;

 private:
  static constexpr int key_bits = 24;
  static constexpr int bucket_bits = 12;

  std::vector<std::uint32_t> keys_;     // sorted
  std::vector<std::uint32_t> buckets_;  // the first key of each value of the key's upper bits, and the end
  std::span<const std::byte> codes_;
  std::span<const std::byte> centroids_;
  std::uint32_t parts_ = 0;
  std::uint32_t part_width_ = 0;
  float unit_ = 0;
};

}  // namespace newsgloss

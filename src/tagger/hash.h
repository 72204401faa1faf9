// Feature hashing: 64-bit mixing in which a feature is named by numbers and words, without building strings
// (Weinberger et al. 2009, "Feature Hashing for Large Scale Multitask Learning").
//
// FNV-1a over bytes, finished with the mixer of splitmix64 (Steele et al. 2014). The trained weights depend on every
// bit of these functions: a change here needs a new model.
#pragma once

#include <cstdint>
#include <string_view>

namespace newsgloss {

constexpr std::uint64_t mix(std::uint64_t h) noexcept {
  h ^= h >> 30;
  h *= 0xBF58476D1CE4E5B9u;
  h ^= h >> 27;
  h *= 0x94D049BB133111EBu;
  return h ^ (h >> 31);
}

/// The hash of a pair, in this order.
constexpr std::uint64_t combine(std::uint64_t a, std::uint64_t b) noexcept {
  return mix((a + 0x9E3779B97F4A7C15u) * 0xBF58476D1CE4E5B9u ^ b);
}

constexpr std::uint64_t hash_bytes(std::string_view bytes) noexcept {
  std::uint64_t h = 0xCBF29CE484222325u;
  for (const char c : bytes) {
    h ^= static_cast<unsigned char>(c);
    h *= 0x100000001B3u;
  }
  return mix(h);
}

}  // namespace newsgloss

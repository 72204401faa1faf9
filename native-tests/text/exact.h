// Test inputs in buffers of exactly their size, so that reading one byte too far is an error the sanitiser shows.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace newsgloss::testing {

class Exact {
 public:
  explicit Exact(std::string_view text) : size_(text.size()), bytes_(new char[text.size()]) {
    std::copy(text.begin(), text.end(), bytes_.get());
  }
  [[nodiscard]] std::string_view view() const noexcept { return {bytes_.get(), size_}; }

 private:
  std::size_t size_;
  std::unique_ptr<char[]> bytes_;
};

/// A small generator with the same numbers everywhere (Steele, Lea and Flood: SplitMix64).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t operator()() noexcept {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t n) noexcept { return static_cast<std::size_t>((*this)() % n); }

 private:
  std::uint64_t state_;
};

/// What news text is made of, and what breaks tokenisers.
inline constexpr std::string_view pieces[] = {"a",
                                              "S",
                                              "said",
                                              "U.S.",
                                              "Mr.",
                                              "Sept.",
                                              "R.",
                                              "4,500",
                                              "$1.5bn",
                                              " ",
                                              " ",
                                              " ",
                                              "\n",
                                              ".",
                                              "...",
                                              "\u2026",
                                              ",",
                                              "?",
                                              "!",
                                              "'",
                                              "\u2019",
                                              "\u2018",
                                              "\"",
                                              "\u201C",
                                              "\u201D",
                                              "``",
                                              "''",
                                              "-",
                                              "\u2013",
                                              "\u2014",
                                              "--",
                                              "/",
                                              "(",
                                              ")",
                                              "[",
                                              "&",
                                              "@",
                                              "#",
                                              "http://",
                                              "www.",
                                              ".com",
                                              "n't",
                                              "'s",
                                              "'90s",
                                              "20-year-old",
                                              "O'Brien",
                                              "\u02BBO",
                                              "\u00A0",
                                              "\u200B",
                                              "\u00AD",
                                              "\u200D",
                                              "\uFEFF",
                                              "\u534E\u5E73",
                                              "\u0645\u062D\u0645\u062F",
                                              "\u0412\u043B",
                                              "e\u0301",
                                              "\U0001F468",
                                              "\U0001F3FD",
                                              "\U0001F1EB",
                                              "\u20E3",
                                              "1",
                                              "12",
                                              "2025-11-07",
                                              "No.",
                                              "I",
                                              "Ph",
                                              "\xEF\xBF\xBD",
                                              "_",
                                              "*",
                                              "\u00BD",
                                              "\u3002",
                                              "Nov. 7",
                                              "By ",
                                              "Photo: ",
                                              "(AP)",
                                              "Jane Doe",
                                              "Reuters",
                                              "\u00A9",
                                              "\u2022 ",
                                              "12:30"};

inline std::string random_text(Random& random, std::size_t pieces_at_most) {
  std::string text;
  for (std::size_t n = random.below(pieces_at_most + 1); n > 0; --n) text += pieces[random.below(std::size(pieces))];
  return text;
}

inline std::string random_bytes(Random& random, std::size_t bytes_at_most) {
  std::string text;
  for (std::size_t n = random.below(bytes_at_most + 1); n > 0; --n) {
    // Bytes of which UTF-8 is made, so that half-valid sequences are common.
    constexpr unsigned char common[] = {0x00, 0x20, 0x41, 0x7F, 0x80, 0xBF, 0xC0, 0xC2, 0xE0, 0xE2,
                                        0xED, 0xA0, 0x9F, 0xF0, 0x90, 0x8F, 0xF4, 0xF5, 0xFF, 0x2E};
    const std::size_t k = random.below(2 * std::size(common));
    text += static_cast<char>(k < std::size(common) ? common[k] : static_cast<unsigned char>(random.below(256)));
  }
  return text;
}

}  // namespace newsgloss::testing

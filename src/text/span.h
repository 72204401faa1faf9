// Span: a half-open range of bytes in one block's text.
//
// Every position inside the engine is a byte offset into the block's UTF-8 text. Nothing is copied out of the
// text; stages point at it. Offsets become UTF-16 code units (what JavaScript counts in) once, at the output.
//
//   text   "Shen said"          Span{0, 4} is "Shen", Span{5, 9} is "said", Span{4, 4} is empty.
//           0   4 5   9
#pragma once

#include <cstdint>
#include <string_view>

namespace newsgloss {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // exclusive

  [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - begin; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin >= end; }
  [[nodiscard]] constexpr bool contains(Span other) const noexcept { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const noexcept { return begin < other.end && other.begin < end; }
  friend constexpr bool operator==(Span, Span) noexcept = default;
};

/// The text under `span`. `span` must lie inside `text`.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, Span span) noexcept {
  return std::string_view(text.data() + span.begin, span.end - span.begin);
}

/// A half-open range of token indices in one block.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  // exclusive

  [[nodiscard]] constexpr std::uint32_t size() const noexcept { return last - first; }
  [[nodiscard]] constexpr bool empty() const noexcept { return first >= last; }
  [[nodiscard]] constexpr bool contains(std::uint32_t token) const noexcept { return first <= token && token < last; }
  [[nodiscard]] constexpr bool contains(TokenRange other) const noexcept {
    return first <= other.first && other.last <= last;
  }
  [[nodiscard]] constexpr bool overlaps(TokenRange other) const noexcept {
    return first < other.last && other.first < last;
  }
  friend constexpr bool operator==(TokenRange, TokenRange) noexcept = default;
};

}  // namespace newsgloss

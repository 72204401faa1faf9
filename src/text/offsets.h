// Byte offsets → UTF-16 code units or code points, in one pass over the text.
//
//   text     "é😀a"        bytes 0 2 6 7    UTF-16 0 1 3 4    code points 0 1 2 3
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace newsgloss {

enum class OffsetUnit : unsigned char { utf8, utf16, code_point };

/// Converts offsets into one text. Building it is linear; a conversion is O(1) (ASCII text) or O(64) at most.
class OffsetMap {
 public:
  OffsetMap() = default;
  /// `text` must be valid UTF-8 and outlive the map.
  OffsetMap(std::string_view text, OffsetUnit unit);

  /// The offset of byte `at` in the map's unit. `at` must be a character boundary, at most the text's size.
  [[nodiscard]] std::uint32_t operator()(std::uint32_t at) const noexcept;

 private:
  std::string_view text_;
  OffsetUnit unit_ = OffsetUnit::utf8;
  bool ascii_ = true;
  std::vector<std::uint32_t> every64_;  // the converted offset at byte 64 * i (rounded up to a boundary)
};

}  // namespace newsgloss

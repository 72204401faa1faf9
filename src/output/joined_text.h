// Joined text: an article as one text, its blocks one a line, and where spans lie in it.
//
//   blocks   "Lake forum"  "She spoke."        text   Lake forum\nShe spoke.
//   (block 1, bytes 0 to 3)                    3 code points from 11 to 14
//
// Formats that know no blocks (Web Annotation, brat) count in this text, in code points. A line break, a TAB or another
// control character (below U+0020) inside a block becomes a space, so that a line is a block and a TAB parts columns;
// nothing changes its length.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "text/offsets.h"
#include "text/span.h"

namespace newsgloss {

class JoinedText {
 public:
  /// `article` must outlive this.
  explicit JoinedText(const Article& article);

  /// Ends with the last block's text, without a line break.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

  /// Bytes of a block → code points of the whole text.
  [[nodiscard]] Span code_points(std::uint32_t block, Span bytes) const noexcept;
  /// Bytes of a block → bytes of the whole text.
  [[nodiscard]] Span bytes(std::uint32_t block, Span bytes) const noexcept;

 private:
  std::string text_;
  std::vector<OffsetMap> maps_;
  std::vector<Span> starts_;  // of each block: in bytes (begin) and code points (end)
};

}  // namespace newsgloss

#include "output/joined_text.h"

namespace newsgloss {

JoinedText::JoinedText(const Article& article) {
  std::uint32_t points = 0;
  for (const Block& block : article.blocks) {
    if (!maps_.empty()) {
      text_ += '\n';
      ++points;
    }
    starts_.push_back({static_cast<std::uint32_t>(text_.size()), points});
    maps_.emplace_back(block.text, OffsetUnit::code_point);
    points += maps_.back()(static_cast<std::uint32_t>(block.text.size()));
    for (const char c : block.text) text_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
}

Span JoinedText::code_points(std::uint32_t block, Span bytes) const noexcept {
  const std::uint32_t start = starts_[block].end;
  return {start + maps_[block](bytes.begin), start + maps_[block](bytes.end)};
}

Span JoinedText::bytes(std::uint32_t block, Span bytes) const noexcept {
  const std::uint32_t start = starts_[block].begin;
  return {start + bytes.begin, start + bytes.end};
}

}  // namespace newsgloss

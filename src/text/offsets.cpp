#include "text/offsets.h"

#include "text/characters.h"

namespace newsgloss {
namespace {

constexpr std::uint32_t stride = 64;

// How many units the character that starts with this byte takes; 0 inside a character.
std::uint32_t units(unsigned char byte, OffsetUnit unit) noexcept {
  if ((byte & 0xC0) == 0x80) return 0;
  return unit == OffsetUnit::utf16 && byte >= 0xF0 ? 2 : 1;
}

}  // namespace

OffsetMap::OffsetMap(std::string_view text, OffsetUnit unit) : text_(text), unit_(unit), ascii_(is_ascii(text)) {
  if (ascii_ || unit_ == OffsetUnit::utf8) return;
  every64_.reserve(text.size() / stride + 1);
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % stride == 0) every64_.push_back(count);
    count += units(static_cast<unsigned char>(text[i]), unit);
  }
  if (text.size() % stride == 0) every64_.push_back(count);
}

// A character is counted at its first byte, so the count at 64 * i is right for the boundary at or after it.
std::uint32_t OffsetMap::operator()(std::uint32_t at) const noexcept {
  if (ascii_ || unit_ == OffsetUnit::utf8) return at;
  std::uint32_t count = every64_[at / stride];
  for (std::uint32_t i = at / stride * stride; i < at; ++i) count += units(static_cast<unsigned char>(text_[i]), unit_);
  return count;
}

}  // namespace newsgloss

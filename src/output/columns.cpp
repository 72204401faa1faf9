#include "output/columns.h"

#include "text/utf8.h"

namespace newsgloss {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Combining marks, joiners and variation selectors of the scripts that names in news come with. Unicode 15.
constexpr Range zero_width[] = {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x064B, 0x065F},
                                {0x0900, 0x0902}, {0x093C, 0x093C}, {0x0941, 0x0948}, {0x094D, 0x094D},
                                {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF},
                                {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}};

// East Asian Width W and F, and emoji. UAX 11, Unicode 15.
constexpr Range double_width[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},   {0xAC00, 0xD7A3},
                                  {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
                                  {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD}};

template <std::size_t N>
bool is_in(const Range (&ranges)[N], char32_t c) noexcept {
  for (const Range& range : ranges)
    if (range.first <= c && c <= range.last) return true;
  return false;
}

int columns_of(char32_t c) noexcept {
  if (c < 0x300) return 1;
  if (is_in(zero_width, c)) return 0;
  return is_in(double_width, c) ? 2 : 1;
}

// White space, C0 and C1 controls, DEL, and the characters that reorder what follows.
bool is_blank(char32_t c) noexcept {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || (c >= 0x2000 && c <= 0x200A) || (c >= 0x2028 && c <= 0x202F) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x3000 || c == 0xFEFF;
}

// The bytes of `text` that fit into `limit` columns, whole characters; at least one character.
std::size_t fitting(std::string_view text, int limit) noexcept {
  std::size_t at = 0;
  int used = 0;
  while (at < text.size()) {
    const CodePoint c = decode(text, at);
    used += columns_of(c.value);
    if (used > limit && at > 0) break;
    at += c.bytes;
  }
  return at;
}

constexpr std::string_view ellipsis = "\xE2\x80\xA6";

}  // namespace

int columns_of(std::string_view text) noexcept {
  int columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    columns += columns_of(c.value);
    at += c.bytes;
  }
  return columns;
}

std::string printable(std::string_view text) {
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (is_blank(c.value)) {
      gap = true;
    } else {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      out.append(text, at, c.bytes);
    }
    at += c.bytes;
  }
  return out;
}

std::string shorten(std::string_view text, int limit) {
  std::size_t end = fitting(text, limit);
  if (end == text.size()) return std::string(text);
  end = fitting(text, limit - 2);  // room for " …"
  const std::size_t space = text.rfind(' ', end);
  if (space != std::string_view::npos && space > end / 2) end = space;
  std::string_view kept = text.substr(0, end);
  while (!kept.empty() && (kept.back() == ' ' || kept.back() == ',' || kept.back() == ';')) kept.remove_suffix(1);
  return std::string(kept) + ' ' + std::string(ellipsis);
}

std::vector<std::string> wrap(std::string_view text, int width, int first) {
  std::vector<std::string> lines(1);
  int room = width - first;
  int used = 0;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    std::string_view word = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    if (word.empty()) continue;
    const int columns = columns_of(word);
    const bool fits = columns <= room - (used > 0 ? used + 1 : 0);
    const bool fits_below = room < width && columns <= width;  // beside the first line's lead it does not
    if (!fits && (used > 0 || fits_below)) {
      lines.emplace_back();
      used = 0;
      room = width;
    }
    if (used == 0) {  // a word longer than a line
      for (std::size_t part = fitting(word, room); part < word.size(); part = fitting(word, room)) {
        lines.back() += word.substr(0, part);
        lines.emplace_back();
        word.remove_prefix(part);
        room = width;
      }
    }
    if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    lines.back() += word;
    used += columns_of(word);
  }
  return lines;
}

}  // namespace newsgloss

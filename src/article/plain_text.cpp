#include "article/plain_text.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "article/line.h"
#include "text/utf8.h"

namespace newsgloss {
namespace {

constexpr std::size_t widest_wrap = 120;  // characters; a longer line is not one of a wrapped text
constexpr std::size_t slack = 12;         // a wrapped line may fall this short of the width, beside the next word

struct TextLine {
  std::string_view text;  // trimmed; empty for a blank line
  std::size_t width = 0;  // in characters
  bool indented = false;
};

std::size_t characters(std::string_view text) noexcept {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The bytes that the line break at `at` takes; 0 for none. LF, CR, CR LF, FF, and Unicode's NEL, LS and PS.
std::size_t line_break(std::string_view text, std::size_t at) noexcept {
  switch (text[at]) {
    case '\n':
    case '\f':
      return 1;
    case '\r':
      return text.substr(at, 2) == "\r\n" ? 2 : 1;
    case '\xC2':
      return text.substr(at, 2) == "\xC2\x85" ? 2 : 0;
    case '\xE2': {
      const std::string_view three = text.substr(at, 3);
      return three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9" ? 3 : 0;
    }
    default:
      return 0;
  }
}

std::vector<TextLine> split_lines(std::string_view text) {
  std::vector<TextLine> lines;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t bytes = at < text.size() ? line_break(text, at) : 1;
    if (bytes == 0) {
      ++at;
      continue;
    }
    const std::string_view whole = text.substr(begin, at - begin);
    TextLine line;
    line.text = trim(whole);
    line.width = characters(line.text);
    line.indented = whole.substr(0, 2) == "  " || whole.substr(0, 1) == "\t";
    lines.push_back(line);
    at += bytes;
    begin = at;
  }
  return lines;
}

/// Would the next line's first word have fitted on this line? Then the break between them was meant.
bool meant(const TextLine& line, const TextLine& next, std::size_t width) noexcept {
  const std::size_t word = characters(next.text.substr(0, std::min(next.text.find(' '), next.text.size())));
  return line.width + 1 + word + slack < width;
}

/// The width of a text whose paragraphs are wrapped and set apart by blank lines; 0 where each line is a block.
std::size_t wrap_width(const std::vector<TextLine>& lines) noexcept {
  std::size_t width = 0;
  bool blank = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    width = std::max(width, lines[i].width);
    blank |= lines[i].text.empty() && i > 0 && i + 1 < lines.size();
  }
  if (!blank || width > widest_wrap || width < 30) return 0;
  std::size_t inner = 0;
  std::size_t open = 0;  // full lines that end in the middle of a sentence
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].text.empty() || lines[i + 1].text.empty()) continue;
    ++inner;
    constexpr std::string_view stops = ".!?\"";
    open += !meant(lines[i], lines[i + 1], width) && stops.find(lines[i].text.back()) == std::string_view::npos;
  }
  return inner > 0 && open * 2 >= inner ? width : 0;
}

}  // namespace

Article parse_plain_text(std::string_view text, std::string id) {
  Article article;
  article.id = std::move(id);
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  std::string clean = replace_invalid_utf8(text);
  if (clean.find('\0') != std::string::npos) {
    std::string shown;
    for (const char c : clean) {
      if (c == '\0')
        append_utf8(shown, 0xFFFD);
      else
        shown += c;
    }
    clean = std::move(shown);
  }
  const std::vector<TextLine> lines = split_lines(clean);
  const std::size_t width = wrap_width(lines);
  bool joins = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const TextLine& line = lines[i];
    if (line.text.empty()) {
      joins = false;
      continue;
    }
    if (joins && !line.indented) {
      std::string& block = article.blocks.back().text;
      block += ' ';
      block += line.text;
    } else {
      article.blocks.push_back({BlockKind::paragraph, std::string(line.text), false});
    }
    joins = width > 0 && i + 1 < lines.size() && !lines[i + 1].text.empty() && !meant(line, lines[i + 1], width);
  }
  return article;
}

}  // namespace newsgloss

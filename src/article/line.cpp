#include "article/line.h"

#include <algorithm>

#include "text/characters.h"
#include "text/utf8.h"

namespace newsgloss {

bool Line::is(std::uint32_t i, std::initializer_list<std::string_view> words) const noexcept {
  return i < size() && std::find(words.begin(), words.end(), folded[i]) != words.end();
}

bool Line::is_capitalised(std::uint32_t i) const noexcept { return i < size() && newsgloss::is_capitalised(word(i)); }

bool Line::is_all_caps(std::uint32_t i) const noexcept { return i < size() && newsgloss::is_all_caps(word(i)); }

Line read_line(std::string_view text) {
  Line line;
  line.text = text;
  tokenize(text, line.tokens);
  line.folded.reserve(line.tokens.size());
  for (const Token& token : line.tokens) {
    std::string word = fold_case(slice(text, token.span));
    if (token.kind == TokenKind::word && word.size() > 1 && word.back() == '.') word.pop_back();
    line.folded.push_back(std::move(word));
  }
  return line;
}

std::string_view trim(std::string_view text) noexcept {
  const auto blank = [](char32_t c) {
    const CharacterClass kind = class_of(c);
    return kind == CharacterClass::space || c == 0x200B || c == 0xFEFF;
  };
  while (!text.empty()) {
    const CodePoint first = decode(text, 0);
    if (!blank(first.value)) break;
    text.remove_prefix(first.bytes);
  }
  while (!text.empty()) {
    const CodePoint last = decode_before(text, text.size());
    if (!blank(last.value)) break;
    text.remove_suffix(last.bytes);
  }
  return text;
}

std::string_view clip(std::string_view text, std::size_t bytes) noexcept {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

}  // namespace newsgloss

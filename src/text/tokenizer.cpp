#include "text/tokenizer.h"

namespace newsgloss {
void tokenize(std::string_view text, std::vector<Token>& tokens) {
  tokens.clear();
  std::uint32_t at = 0;
  const auto size = static_cast<std::uint32_t>(text.size());
  while (at < size) {
    while (at < size && text[at] == ' ') ++at;
    const std::uint32_t begin = at;
    while (at < size && text[at] != ' ') ++at;
    if (begin < at) tokens.push_back({{begin, at}, TokenKind::word, true});
  }
}
}  // namespace newsgloss

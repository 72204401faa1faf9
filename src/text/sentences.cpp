#include "text/sentences.h"

namespace newsgloss {
void split_sentences(std::string_view, const std::vector<Token>& tokens, std::vector<TokenRange>& sentences) {
  sentences.clear();
  if (!tokens.empty()) sentences.push_back({0, static_cast<std::uint32_t>(tokens.size())});
}
}  // namespace newsgloss

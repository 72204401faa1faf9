#include "article/plain_text.h"

namespace newsgloss {
Article parse_plain_text(std::string_view text, std::string id) {
  Article article;
  article.id = std::move(id);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end != 0) article.blocks.push_back({BlockKind::paragraph, std::string(text.substr(0, end)), false});
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return article;
}
}  // namespace newsgloss

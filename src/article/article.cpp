#include "article/article.h"

#include <array>

namespace newsgloss {
namespace {
constexpr std::array<std::string_view, block_kind_count> kind_names = {
    "headline",  "standfirst", "byline",    "dateline", "date",   "subheading",
    "paragraph", "quotation",  "list-item", "caption",  "credit", "furniture"};
}

std::string_view name_of(BlockKind kind) noexcept { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<BlockKind> block_kind(std::string_view name) noexcept {
  for (std::size_t i = 0; i < kind_names.size(); ++i)
    if (kind_names[i] == name) return static_cast<BlockKind>(i);
  return std::nullopt;
}

}  // namespace newsgloss

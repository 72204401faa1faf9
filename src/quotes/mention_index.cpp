#include "quotes/mention_index.h"

#include <algorithm>

namespace newsgloss {

MentionIndex::MentionIndex(const std::vector<Entity>& entities, std::size_t blocks) : blocks_(blocks) {
  for (std::size_t e = 0; e < entities.size(); ++e)
    for (const Mention& mention : entities[e].mentions)
      if (mention.block < blocks && !mention.tokens.empty())
        blocks_[mention.block].push_back({mention.tokens, static_cast<EntityId>(e), mention.form});
  for (std::vector<PlacedMention>& list : blocks_)
    std::stable_sort(list.begin(), list.end(), [](const PlacedMention& a, const PlacedMention& b) {
      return a.tokens.first != b.tokens.first ? a.tokens.first < b.tokens.first : a.tokens.last > b.tokens.last;
    });
}

std::span<const PlacedMention> MentionIndex::in(std::uint32_t block, TokenRange tokens) const noexcept {
  const std::vector<PlacedMention>& list = blocks_[block];
  const auto before = [](const PlacedMention& mention, std::uint32_t token) { return mention.tokens.first < token; };
  const auto first = std::lower_bound(list.begin(), list.end(), tokens.first, before);
  const auto last = std::lower_bound(first, list.end(), tokens.last, before);
  return {list.data() + (first - list.begin()), static_cast<std::size_t>(last - first)};
}

}  // namespace newsgloss

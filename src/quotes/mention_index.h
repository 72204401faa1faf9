// MentionIndex: the mentions of all entities by place, for looking up who is named in a stretch of tokens.
//
// Built once from the entities; it does not follow later changes to them. A look-up is a binary search.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "entities/entities.h"

namespace newsgloss {

struct PlacedMention {
  TokenRange tokens;
  EntityId entity = 0;
  MentionForm form = MentionForm::name;

  [[nodiscard]] bool named() const noexcept { return form == MentionForm::name || form == MentionForm::acronym; }
};

class MentionIndex {
 public:
  MentionIndex(const std::vector<Entity>& entities, std::size_t blocks);

  /// Mentions of a block, by first token.
  [[nodiscard]] std::span<const PlacedMention> in_block(std::uint32_t block) const noexcept { return blocks_[block]; }
  /// Those that begin inside `tokens`.
  [[nodiscard]] std::span<const PlacedMention> in(std::uint32_t block, TokenRange tokens) const noexcept;

 private:
  std::vector<std::vector<PlacedMention>> blocks_;
};

}  // namespace newsgloss

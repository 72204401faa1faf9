#include "entities/entities.h"

#include <array>

namespace newsgloss {
namespace {
constexpr std::array<std::string_view, 4> form_names = {"name", "acronym", "nominal", "pronoun"};
constexpr std::array<std::string_view, 3> gender_names = {"unknown", "female", "male"};
constexpr std::array<std::string_view, 7> value_names = {"DATE",     "TIME",    "MONEY",   "PERCENT",
                                                         "QUANTITY", "ORDINAL", "CARDINAL"};
}  // namespace

std::string_view name_of(MentionForm form) noexcept { return form_names[static_cast<std::size_t>(form)]; }
std::string_view name_of(Gender gender) noexcept { return gender_names[static_cast<std::size_t>(gender)]; }
std::string_view name_of(ValueType type) noexcept { return value_names[static_cast<std::size_t>(type)]; }

std::vector<Entity> find_entities(const Document&, const Tagging&) { return {}; }

std::optional<EntityId> entity_at(const std::vector<Entity>& entities, std::uint32_t block, TokenRange tokens) {
  std::optional<EntityId> best;
  std::uint32_t longest = 0;
  for (std::size_t i = 0; i < entities.size(); ++i)
    for (const Mention& mention : entities[i].mentions)
      if (mention.block == block && mention.tokens.overlaps(tokens) && mention.tokens.size() > longest) {
        best = static_cast<EntityId>(i);
        longest = mention.tokens.size();
      }
  return best;
}

}  // namespace newsgloss

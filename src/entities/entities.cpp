#include "entities/entities.h"

#include <algorithm>
#include <array>

#include "entities/clusters.h"
#include "entities/links.h"
#include "entities/pronouns.h"
#include "entities/roles.h"
#include "entities/spans.h"

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

std::vector<Entity> find_entities(const Document& document, const Tagging& tagging) {
  Vocabulary vocabulary;
  vocabulary.read(document);
  std::vector<Entity> entities = cluster_names(vocabulary, refine_spans(vocabulary, tagging));
  find_roles(vocabulary, entities);
  resolve_pronouns(vocabulary, entities);
  link_entities(entities);
  std::stable_sort(entities.begin(), entities.end(), [](const Entity& a, const Entity& b) {
    const Mention& x = a.mentions.front();
    const Mention& y = b.mentions.front();
    return x.block != y.block ? x.block < y.block : x.tokens.first < y.tokens.first;
  });
  return entities;
}

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

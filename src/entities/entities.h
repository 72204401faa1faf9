// Entities and values: who and what an article names, and when and how much.
//
// `find_entities` takes the tagger's spans through these steps, a file each:
//   spans      join, trim and refine the tagger's spans              (spans.h)
//   clusters   which names mean the same entity                       (clusters.h)
//   roles      titles and appositions, gender evidence                (roles.h)
//   pronouns   third-person pronouns and "the minister" → a person    (pronouns.h)
// Values (dates, money, quantities …) do not depend on the tagger     (values.cpp)
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "article/document.h"
#include "tagger/tagger.h"

namespace newsgloss {

enum class MentionForm : unsigned char { name, acronym, nominal, pronoun };
enum class Gender : unsigned char { unknown, female, male };

[[nodiscard]] std::string_view name_of(MentionForm form) noexcept;
[[nodiscard]] std::string_view name_of(Gender gender) noexcept;

struct Mention {
  std::uint32_t block = 0;
  TokenRange tokens;
  MentionForm form = MentionForm::name;
  Score score = 0;
};

/// Where a place or an organisation can be looked up. Empty strings where nothing is known.
struct Link {
  std::string iso3166;
  std::string wikidata;
  friend bool operator==(const Link&, const Link&) = default;
};

struct Entity {
  EntityType type = EntityType::other;
  std::string name;                        // its fullest name in the article, as written
  std::vector<std::string> aliases;        // its other names, in order of appearance, without repeats
  std::optional<std::string> role;         // persons: verbatim from the article
  Gender gender = Gender::unknown;         // from evidence in the article alone
  Gender likely_gender = Gender::unknown;  // also from lists of given names; never printed
  std::optional<Link> link;
  std::vector<Mention> mentions;  // by place
  /// `gender` is told by pronouns alone, and goes where they turn out to be another's. Never printed.
  bool gender_by_pronouns = false;
};

/// An entity's id is its index here: entities are ordered by their first mention.
using EntityId = std::uint32_t;

enum class ValueType : unsigned char { date, time, money, percent, quantity, ordinal, cardinal };

[[nodiscard]] std::string_view name_of(ValueType type) noexcept;

struct Value {
  ValueType type = ValueType::cardinal;
  std::uint32_t block = 0;
  Span span;                         // bytes in the block
  std::optional<std::string> value;  // "2025-11-06", "USD 1.5e9", … ; nothing when it cannot be known
};

[[nodiscard]] std::vector<Entity> find_entities(const Document& document, const Tagging& tagging);

/// Ordered by place, not overlapping. Relative dates are resolved from `document.front.published`, or left without
/// a value where that is unknown.
[[nodiscard]] std::vector<Value> find_values(const Document& document);

/// The entity with a mention that overlaps these tokens, the longest first; nothing when none does.
[[nodiscard]] std::optional<EntityId> entity_at(const std::vector<Entity>& entities, std::uint32_t block,
                                                TokenRange tokens);

}  // namespace newsgloss

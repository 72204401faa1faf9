// Tagger: tokens → labelled spans, in two layers that do not know of each other.
//
//   entities      PERSON ORG GPE LOC FAC NORP EVENT PRODUCT WORK_OF_ART LAW OTHER
//   attribution   source, cue, content (Pareti 2016; PolNeAR): who spoke, the words that report it, what was said
//
// Spans of one layer are ordered, do not overlap and stay inside one block. A tagger may be coarse: LOC for any
// place and OTHER for any miscellaneous name; `entities/` refines. DATE and MONEY are not its business.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "article/document.h"

namespace newsgloss {

enum class EntityType : unsigned char { person, org, gpe, loc, fac, norp, event, product, work_of_art, law, other };
inline constexpr int entity_type_count = 11;

/// "PERSON", "WORK_OF_ART", …
[[nodiscard]] std::string_view name_of(EntityType type) noexcept;

enum class AttributionLabel : unsigned char { source, cue, content };

[[nodiscard]] std::string_view name_of(AttributionLabel label) noexcept;

/// Scores are probabilities in ten-thousandths (0 … 10000), integers so that every platform prints the same.
using Score = std::uint16_t;

struct EntitySpan {
  TokenRange tokens;
  EntityType type = EntityType::other;
  Score score = 0;
  friend bool operator==(const EntitySpan&, const EntitySpan&) = default;
};

struct AttributionSpan {
  TokenRange tokens;
  AttributionLabel label = AttributionLabel::source;
  Score score = 0;
  friend bool operator==(const AttributionSpan&, const AttributionSpan&) = default;
};

struct BlockTagging {
  std::vector<EntitySpan> entities;
  std::vector<AttributionSpan> attribution;
};

struct Tagging {
  std::vector<BlockTagging> blocks;  // one for each of the Document's
};

/// A tagger labels one block at a time, after it has seen the whole document (its features look across blocks).
/// Not thread-safe: one tagger a thread. Both members are linear in the tokens.
class Tagger {
 public:
  virtual ~Tagger() = default;

  /// Prepares document-wide features. `document` must stay alive and unchanged until the next `begin`.
  virtual void begin(const Document& document) = 0;

  /// Labels block `block` of the current document into `out` (cleared first).
  virtual void tag(std::uint32_t block, BlockTagging& out) = 0;
};

}  // namespace newsgloss

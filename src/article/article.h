// Article: what the engine reads. A list of blocks, each a kind and a text, as a page or a wire feed gives them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsgloss {

enum class BlockKind : unsigned char {
  headline,
  standfirst,
  byline,
  dateline,
  date,
  subheading,
  paragraph,
  quotation,
  list_item,
  caption,
  credit,
  furniture,  // share links, "read more", copyright lines: shown to nobody, annotated by nobody
};

inline constexpr int block_kind_count = 12;

/// The schema's name of a kind: "headline", "list-item", …
[[nodiscard]] std::string_view name_of(BlockKind kind) noexcept;

/// The kind of that name, or nothing for an unknown one.
[[nodiscard]] std::optional<BlockKind> block_kind(std::string_view name) noexcept;

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::string text;         // valid UTF-8, one line
  bool kind_given = false;  // false: `classify_blocks` decides the kind from the text
};

/// A calendar date. `month` and `day` are 1-based.
struct CivilDate {
  int year = 0;
  int month = 0;
  int day = 0;
  friend constexpr bool operator==(CivilDate, CivilDate) noexcept = default;
};

struct Article {
  std::string id;
  std::string url;
  std::string lang;                    // as given; empty when not
  std::optional<CivilDate> published;  // as given; `read_front_matter` fills it from byline or dateline otherwise
  std::vector<Block> blocks;
};

/// Is this a block whose text is read for entities and quotes?
[[nodiscard]] constexpr bool is_read(BlockKind kind) noexcept { return kind != BlockKind::furniture; }

}  // namespace newsgloss

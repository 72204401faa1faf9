// Front matter: what bylines, date lines and datelines say about the article itself.
//
//   "November 07, 2025 By Fang Aiqing, Mao Weihua"   date 2025-11-07; authors Fang Aiqing | Mao Weihua
//   "By A. Author, B. Writer and C. Penn in Nairobi"  authors A. Author | B. Writer | C. Penn
//   "URUMQI, Nov 7 (Xinhua) — The forum …"            dateline "URUMQI, Nov 7 (Xinhua)", place URUMQI, agency Xinhua
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "text/span.h"

namespace newsgloss {

/// A span in a block of the article.
struct BlockSpan {
  std::uint32_t block = 0;
  Span span;
  friend constexpr bool operator==(BlockSpan, BlockSpan) noexcept = default;
};

struct Dateline {
  BlockSpan whole;                // without the dash that follows
  Span place;                     // in the same block; empty when none
  Span agency;                    // in the same block; empty when none
  std::optional<CivilDate> date;  // year from the publication date where the line gives none
};

struct FrontMatter {
  std::optional<std::uint32_t> headline;  // block
  std::vector<BlockSpan> authors;
  std::optional<Dateline> dateline;
  std::optional<CivilDate> published;  // as given, else from a date or byline block, else from the dateline
};

/// Reads it from the blocks' kinds and texts. A date without a year counts only where a year is known. Linear.
[[nodiscard]] FrontMatter read_front_matter(const Article& article);

/// The dateline that opens `text`, if one does ("CITY, Month day (Agency) — …"). `published` gives the year.
[[nodiscard]] std::optional<Dateline> find_dateline(std::string_view text, std::optional<CivilDate> published);

}  // namespace newsgloss

// Gold files: articles and captions annotated by hand, as JSON.
//
// An article (one file):
//   {"id": "...", "published": "2025-11-07" | null,
//    "blocks": [{"kind": "url" | a kind of newsgloss/1, "text": "..."}],
//    "entities": [{"id", "type", "name", "gender", "role", "mentions": [{"block", "text", "occurrence", "form"}]}],
//    "quotes": [{"kind", "content": [place...], "cue": place | null, "speaker": entity id | null}],
//    "dates": [{"block", "text", "occurrence", "value": "2025-11-04" | null}]}
// A place is given by its words and which occurrence of them in the block is meant (1, the default, is the first).
// Blocks of kind "url" are no part of the text: they are left out, and block numbers are those without them.
//
// A page with captions (one file):
//   {"id", "headline", "date", "paragraphs": ["..."], "captions": [{"text": "...", "gold": {
//     "credit": {"text", "photographer", "agency", "in": "text" | elsewhere} | null, "paragraphs": [0, 2],
//     "names": [{"text": "...", "body": [{"paragraph": 0, "text": "..."}]}]}}]}
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "article/article.h"

namespace newsgloss::evaluation {

/// What is wrong with a gold file: "quotes[3].content: no list".
struct GoldProblem {
  std::string message;
};

struct GoldPlace {
  std::uint32_t block = 0;
  std::string text;
  std::uint32_t occurrence = 1;
};

struct GoldMention {
  GoldPlace place;
  std::string form;
};

struct GoldEntity {
  std::string id;
  std::string type;
  std::string name;
  std::string gender;
  std::string role;  // empty: none
  std::vector<GoldMention> mentions;
};

struct GoldQuote {
  std::string kind;
  std::vector<GoldPlace> content;
  std::optional<GoldPlace> cue;
  std::optional<std::string> speaker;  // an entity's id
};

struct GoldDate {
  GoldPlace place;
  std::string value;  // empty: none
};

struct GoldBlock {
  std::string kind;
  std::string text;
};

struct GoldArticle {
  std::string id;
  std::optional<CivilDate> published;
  std::vector<GoldBlock> blocks;
  std::vector<GoldEntity> entities;
  std::vector<GoldQuote> quotes;
  std::vector<GoldDate> dates;

  /// The article to annotate: its blocks, their kinds left for the engine to decide.
  [[nodiscard]] Article article() const;
};

[[nodiscard]] std::variant<GoldArticle, GoldProblem> parse_gold_article(std::string_view json);

struct GoldCaption {
  struct Credit {
    std::string text;
    std::string photographer;
    std::string agency;
  };
  struct Name {
    std::string text;
    std::vector<GoldPlace> body;  // where the paragraphs (by number) have it; empty: nowhere
  };
  std::string text;
  std::optional<Credit> credit;  // only one that stands in the text
  std::vector<Name> names;
  std::vector<std::uint32_t> paragraphs;
};

struct GoldPage {
  std::string id;
  std::string headline;
  std::optional<CivilDate> published;
  std::vector<GoldCaption> captions;
  std::vector<std::string> paragraphs;

  /// Headline, captions, paragraphs, in this order, their kinds given.
  [[nodiscard]] Article article() const;
};

[[nodiscard]] std::variant<GoldPage, GoldProblem> parse_gold_page(std::string_view json);

}  // namespace newsgloss::evaluation

// A small article annotated by hand, so that the writers are tested apart from the engine.
#pragma once

#include <string>
#include <string_view>

#include "annotate/annotations.h"

namespace newsgloss::test {

/// Builds Annotations from text: places are given as (block, the words, which occurrence of them).
class Sample {
 public:
  Annotations a;

  std::uint32_t block(BlockKind kind, std::string text) {
    a.article.blocks.push_back({kind, std::move(text), true});
    a.tokens.emplace_back();
    tokenize(a.article.blocks.back().text, a.tokens.back());
    return static_cast<std::uint32_t>(a.article.blocks.size() - 1);
  }

  [[nodiscard]] BlockSpan at(std::uint32_t block, std::string_view words) const {
    const std::size_t begin = a.article.blocks[block].text.find(words);
    if (begin == std::string::npos) return {block, {0, 0}};
    return {block, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())}};
  }

  [[nodiscard]] Mention mention(std::uint32_t block, std::string_view words, MentionForm form = MentionForm::name,
                                Score score = 9800) const {
    const BlockSpan span = at(block, words);
    TokenRange range;
    const std::vector<Token>& tokens = a.tokens[block];
    while (tokens[range.first].span.begin < span.span.begin) ++range.first;
    range.last = range.first;
    while (range.last < tokens.size() && tokens[range.last].span.end <= span.span.end) ++range.last;
    return {block, range, form, score};
  }

  /// One of everything that the schema has.
  static Sample forum() {
    Sample s;
    s.a.article.id = "forum";
    s.a.article.lang = "en";
    s.block(BlockKind::headline, "Lake forum \xE2\x80\x9Copens\xE2\x80\x9D \xF0\x9F\x90\x9F");
    s.block(BlockKind::byline, "By Ana Rey and Tom Oke");
    s.block(BlockKind::paragraph,
            "KISUMU, Nov 7 (LNA) \xE2\x80\x94 Minister Ana\xC3\xAFs Otieno said \xE2\x80\x9CWe act now,\xE2\x80\x9D "
            "and she urged Kenya to spend $3.7 million.");
    s.block(BlockKind::caption, "Ana\xC3\xAFs Otieno, left, in Kisumu on Tuesday. J. Doe/LNA");
    s.a.front.headline = 0;
    s.a.front.authors = {s.at(1, "Ana Rey"), s.at(1, "Tom Oke")};
    s.a.front.published = CivilDate{2025, 11, 7};
    s.a.front.dateline = Dateline{s.at(2, "KISUMU, Nov 7 (LNA)"), s.at(2, "KISUMU").span, s.at(2, "LNA").span, {}};
    Entity otieno{EntityType::person,
                  "Ana\xC3\xAFs Otieno",
                  {"Otieno"},
                  "Minister",
                  Gender::female,
                  Gender::female,
                  {},
                  {s.mention(2, "Ana\xC3\xAFs Otieno"), s.mention(2, "she", MentionForm::pronoun, 8125),
                   s.mention(3, "Ana\xC3\xAFs Otieno", MentionForm::name, 10000)}};
    Entity kenya{EntityType::gpe,        "Kenya", {}, {}, Gender::unknown, Gender::unknown, Link{"KE", "Q114"},
                 {s.mention(2, "Kenya")}};
    s.a.entities = {otieno, kenya};
    s.a.values = {{ValueType::money, 2, s.at(2, "$3.7 million").span, "USD 3.7e6"},
                  {ValueType::date, 3, s.at(3, "Tuesday").span, {}}};
    s.a.quotes = {{QuoteKind::direct,
                   {s.at(2, "\xE2\x80\x9CWe act now,\xE2\x80\x9D")},
                   s.at(2, "said"),
                   s.at(2, "Minister Ana\xC3\xAFs Otieno"),
                   {0},
                   SpeakerBasis::name,
                   9000},
                  {QuoteKind::indirect,
                   {s.at(2, "Kenya to spend $3.7 million")},
                   s.at(2, "urged"),
                   s.at(2, "she"),
                   {0},
                   SpeakerBasis::pronoun,
                   501},
                  {QuoteKind::mixed, {s.at(2, "act")}, {}, {}, {}, SpeakerBasis::implicit, 0}};
    s.a.captions = {{3,
                     s.at(3, "Ana\xC3\xAFs Otieno, left, in Kisumu on Tuesday.").span,
                     Credit{s.at(3, "J. Doe/LNA").span, "J. Doe", "LNA"},
                     {0},
                     {{0, "left"}},
                     {{2, 8000}},
                     "2025-11-04",
                     false},
                    {3, {0, 0}, {}, {}, {}, {}, {}, true}};
    return s;
  }
};

}  // namespace newsgloss::test

// Evaluation figures, counted by hand.
#include <algorithm>

#include "catch.h"
#include "evaluation/article_score.h"
#include "evaluation/caption_score.h"
#include "evaluation/figures.h"
#include "evaluation/finding.h"
#include "evaluation/label_score.h"
#include "evaluation/places.h"
#include "output/sample.h"

using namespace newsgloss;
using namespace newsgloss::evaluation;
using newsgloss::test::Sample;

namespace {

class Kept : public Findings {
 public:
  std::vector<std::string> lines;
  void add(const Finding& finding) override { lines.push_back(to_line(finding)); }
  [[nodiscard]] bool has(const std::string& start) const {
    return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return line.rfind(start, 0) == 0; });
  }
};

// `part` of the figures' text, in the order given.
bool has(const std::string& figures, const std::string& part) { return figures.find(part) != std::string::npos; }

std::string prf(const std::string& name, const std::string& p, const std::string& r, const std::string& f1,
                const std::string& gold, const std::string& indent = " ") {
  const std::string inner = "\n" + indent + " ";
  return indent + "\"" + name + "\": {" + inner + "\"p\": " + p + "," + inner + "\"r\": " + r + "," + inner +
         "\"f1\": " + f1 + "," + inner + "\"gold\": " + gold + "\n" + indent + "}";
}

}  // namespace

TEST_CASE("evaluation: decimals are rounded to the nearest, ties to even, as printed by Python", "[evaluation]") {
  struct Row {
    double value;
    const char* text;
  };
  for (const Row& row : {Row{0, "0.0"},
                         {100, "100.0"},
                         {66.66666666666667, "66.7"},
                         {0.25, "0.2"},
                         {0.75, "0.8"},
                         {88.65, "88.7"},
                         {99.95, "100.0"},
                         {12.349999, "12.3"}})
    CHECK(one_decimal(row.value) == row.text);
}

TEST_CASE("evaluation: figures as JSON", "[evaluation]") {
  FiguresWriter out;
  out.count("articles", 2);
  out.counts("entities", {2, 1, 1});
  out.open("kinds");
  out.share("direct", {1, 3});
  out.share("mixed", {});
  out.close();
  out.open("none");
  out.close();
  CHECK(out.take() ==
        "{\n \"articles\": 2,\n \"entities\": {\n  \"p\": 66.7,\n  \"r\": 66.7,\n  \"f1\": 66.7,\n  \"gold\": 3\n },\n"
        " \"kinds\": {\n  \"direct\": 33.3,\n  \"mixed\": null\n },\n \"none\": {}\n}\n");
}

TEST_CASE("evaluation: labels become spans", "[evaluation]") {
  using Labels = std::vector<std::string>;
  using Spans = std::vector<LabelSpan>;
  CHECK(spans_of({}) == Spans{});
  CHECK(spans_of(Labels{"O", "B-PER", "I-PER", "O"}) == Spans{{1, 3, "PER"}});
  CHECK(spans_of(Labels{"B-PER", "B-PER", "I-LOC"}) == Spans{{0, 1, "PER"}, {1, 2, "PER"}, {2, 3, "LOC"}});
  CHECK(spans_of(Labels{"I-PER", "E-PER", "S-PER"}) == Spans{{0, 2, "PER"}, {2, 3, "PER"}});
  CHECK(spans_of(Labels{"B-PER", "O", "I-PER"}) == Spans{{0, 1, "PER"}, {2, 3, "PER"}});
}

TEST_CASE("evaluation: entity labels under a map", "[evaluation]") {
  const LabelMap* const map = entity_map("worldwide");
  REQUIRE(map);
  CHECK(entity_map("conll"));
  CHECK(entity_map("uner"));
  CHECK(!entity_map("ontonotes"));
  LabelScore score(*map);
  Kept kept;
  score.add({"a.bio:1",
             {"Ana", "Otieno", "of", "Kenya", "met", "Rey", "on", "Monday"},
             {"B-Person", "I-Person", "O", "B-Location", "O", "B-Person", "O", "B-Date"},
             {"B-PERSON", "O", "O", "B-GPE", "O", "O", "O", "B-EVENT"}},
            &kept);
  score.add({"a.bio:10", {"Lagos"}, {"O"}, {"B-LOC"}}, &kept);
  // Dates are not counted, and neither are events; a place of either kind is a location.
  CHECK(score.by_type().at("PER") == Counts{0, 1, 2});
  CHECK(score.by_type().at("LOC") == Counts{1, 1, 0});
  CHECK(score.by_type().size() == 2);
  CHECK(score.figures() ==
        "{\n" + prf("all", "33.3", "33.3", "33.3", "3") + ",\n" + prf("per_org_loc", "33.3", "33.3", "33.3", "3") +
            ",\n" + prf("LOC", "50.0", "100.0", "66.7", "1") + ",\n" + prf("PER", "0.0", "0.0", "0.0", "2") + "\n}\n");
  CHECK(kept.lines == std::vector<std::string>{
                          "wrong PER\ta.bio:1\tgold: PER Ana Otieno\tfound: PER Ana\ttext: [Ana Otieno] of Kenya met "
                          "Rey on Monday",
                          "missed PER\ta.bio:1\tgold: PER Rey\tfound: -\ttext: Ana Otieno of Kenya met [Rey] on Monday",
                          "spurious LOC\ta.bio:10\tgold: -\tfound: LOC Lagos\ttext: [Lagos]"});
}

TEST_CASE("evaluation: attribution labels count as they are", "[evaluation]") {
  LabelScore score(attribution_map());
  score.add({"x:1",
             {"She", "said", "so", "."},
             {"B-source", "B-cue", "B-content", "O"},
             {"B-source", "O", "B-content", "I-content"}},
            nullptr);
  CHECK(score.figures() == "{\n" + prf("content", "0.0", "0.0", "0.0", "1") + ",\n" +
                               prf("cue", "0.0", "0.0", "0.0", "1") + ",\n" +
                               prf("source", "100.0", "100.0", "100.0", "1") + "\n}\n");
}

TEST_CASE("evaluation: places count UTF-16, and occurrences", "[evaluation]") {
  Texts texts;
  texts.add("\xF0\x9F\x90\x9F caf\xC3\xA9, caf\xC3\xA9");
  bool lost = false;
  CHECK(texts.find({0, "caf\xC3\xA9", 1}, lost) == Place{0, 3, 7});
  CHECK(texts.find({0, "caf\xC3\xA9", 2}, lost) == Place{0, 9, 13});
  CHECK(!lost);
  CHECK(texts.words({0, 9, 13}) == "caf\xC3\xA9");
  CHECK(texts.words({0, 0, 2}) == "\xF0\x9F\x90\x9F");
  CHECK(texts.find({0, "tea", 1}, lost) == Place{0, 12, 15});  // its last character: matches nothing
  CHECK(lost);
}

TEST_CASE("evaluation: shared characters and words", "[evaluation]") {
  const Cover whole({{0, 0, 10}});
  CHECK(overlap(whole, Cover({{0, 5, 10}})) == 0.5);
  CHECK(overlap(whole, Cover({{0, 5, 15}, {0, 8, 20}, {1, 0, 5}})) == 0.25);
  CHECK(overlap(whole, Cover({{1, 0, 10}})) == 0);
  CHECK(overlap(whole, Cover({})) == 0);
  CHECK(overlap(Cover({{0, 0, 2}, {0, 4, 6}, {2, 0, 6}}), Cover({{0, 1, 5}, {2, 3, 9}})) == 0.5);
  CHECK(word_set("The vice-Chair, the \xC3\x89"
                 "cole_2") == std::vector<std::string>{"chair", "the", "vice",
                                                       "\xC3\xA9"
                                                       "cole_2"});
  CHECK(overlap(word_set("deputy prime minister"), word_set("Minister")) < 0.5);
  CHECK(overlap(word_set("foreign minister"), word_set("Minister")) == 0.5);
}

TEST_CASE("evaluation: a credit's bare words", "[evaluation]") {
  for (const auto& [text, bare] : {std::pair<std::string, std::string>{"Photo by Ana Rey", "ana rey"},
                                   {"(Photograph: Ana Rey/LNA)", "ana rey/lna"},
                                   {"PHOTOS BY ANA REY.", "ana rey"},
                                   {"Courtesy of the museum ", "the museum"},
                                   {"Ana Rey", "ana rey"},
                                   {"Image", ""},
                                   {"[Credit: \xC3\x89va]", "\xC3\xA9va"},
                                   {"", ""}})
    CHECK(bare_credit(text) == bare);
}

TEST_CASE("evaluation: an article against its gold", "[evaluation]") {
  const Sample sample = Sample::forum();
  // The sample: Otieno (names in blocks 2 and 3, "she"), Kenya; three quotes; one date without a value.
  const auto parsed = parse_gold_article(R"({"id": "forum", "published": "2025-11-07",
    "blocks": [
      {"kind": "url", "text": "https://example.org"},
      {"kind": "headline", "text": "Lake forum \u201copens\u201d \ud83d\udc1f"},
      {"kind": "paragraph", "text": "By Ana Rey and Tom Oke"},
      {"kind": "paragraph", "text": "KISUMU, Nov 7 (LNA) \u2014 Minister Ana\u00efs Otieno said \u201cWe act now,\u201d and she urged Kenya to spend $3.7 million."},
      {"kind": "caption", "text": "Ana\u00efs Otieno, left, in Kisumu on Tuesday. J. Doe/LNA"}],
    "entities": [
      {"id": "e1", "type": "PERSON", "name": "Ana\u00efs Otieno", "gender": "female", "role": "prime minister", "mentions": [
        {"block": 3, "text": "Ana\u00efs Otieno", "form": "name"}, {"block": 3, "text": "she", "form": "pronoun"}]},
      {"id": "e2", "type": "LOC", "name": "Kenya", "mentions": [{"block": 3, "text": "Kenya", "form": "name"}]},
      {"id": "e3", "type": "GPE", "name": "KISUMU", "mentions": [{"block": 3, "text": "KISUMU", "form": "name"}]}],
    "quotes": [
      {"id": "q1", "kind": "direct", "content": [{"block": 3, "text": "\u201cWe act now,\u201d"}], "speaker": "e1",
       "cue": {"block": 3, "text": "said"}},
      {"id": "q2", "kind": "indirect", "content": [{"block": 3, "text": "to spend $3.7 million"}], "speaker": null,
       "cue": {"block": 3, "text": "Kenya"}},
      {"id": "q3", "kind": "indirect", "content": [{"block": 2, "text": "Tom Oke"}], "speaker": "e1", "cue": null}],
    "dates": [{"block": 4, "text": "Tuesday", "value": "2025-11-04"}, {"block": 3, "text": "Nov 7", "value": null}]})");
  REQUIRE(std::holds_alternative<GoldArticle>(parsed));
  const GoldArticle& gold = std::get<GoldArticle>(parsed);
  REQUIRE(gold.blocks.size() == 4);
  CHECK(gold.article().blocks[3].text == sample.a.article.blocks[3].text);

  ArticleScore score;
  Kept kept;
  CHECK(score.add(gold, sample.a, &kept).empty());
  const std::string figures = score.figures();
  CAPTURE(figures);
  // Contents: one exact, one of 21 characters in 27 (0.78); "act" lies in the first, and is matched with nothing.
  CHECK(has(figures, prf("quotes_overlap_0.3", "66.7", "66.7", "66.7", "3")));
  CHECK(has(figures, prf("quotes_overlap_0.8", "33.3", "33.3", "33.3", "3")));
  CHECK(has(figures, "\"recall_by_kind\": {\n  \"direct\": 100.0,\n  \"indirect\": 50.0\n }"));
  CHECK(has(figures,
            "\"speaker_accuracy\": 50.0,\n \"named_speaker_accuracy\": 100.0,\n \"wrong_speakers\": 1,\n "
            "\"missed_speakers\": 0,\n \"further_speakers\": 0,\n \"who_said_what_f1\": 50.0,\n "
            "\"cue_match\": 50.0"));
  // Found: two names and a pronoun in one cluster, two of three right; gold's both are found together.
  CHECK(has(figures, "\"person_b3\": {\n  \"p\": 44.4,\n  \"r\": 100.0,\n  \"f1\": 61.5\n }"));
  CHECK(has(figures, prf("entities", "66.7", "66.7", "66.7", "3")));
  CHECK(has(figures, prf("GPE/LOC", "100.0", "50.0", "66.7", "2", "  ")));
  CHECK(has(figures, "\"dates_recall\": 0.0"));
  CHECK(has(figures, prf("roles", "100.0", "100.0", "100.0", "1")));
  CHECK(has(figures, "\"gender\": 100.0,\n \"block_kind\": 75.0\n"));

  CHECK(kept.has("missed entity\tforum:2\tgold: GPE/LOC KISUMU\tfound: -\ttext: [KISUMU], Nov 7 (LNA) "));
  CHECK(kept.has("wrong block kind\tforum:1\tgold: paragraph\tfound: byline\ttext: []By Ana Rey and Tom Oke"));
  CHECK(kept.has("spurious speaker\tforum:2\tgold: -\tfound: Ana\xC3\xAFs Otieno\ttext: ..."));
  CHECK(kept.has("missed quote\tforum:1\tgold: indirect Tom Oke\tfound: -\ttext: By Ana Rey and [Tom Oke]"));
  CHECK(
      kept.has("missed date\tforum:3\tgold: 2025-11-04\tfound: -\ttext: Ana\xC3\xAFs Otieno, left, in Kisumu on "
               "[Tuesday]. J. Doe/LNA"));
  std::size_t spurious = 0;
  for (const std::string& line : kept.lines) spurious += line.rfind("spurious quote\t", 0) == 0;
  CHECK(spurious == 1);
}

TEST_CASE("evaluation: captions against their gold", "[evaluation]") {
  Sample s;
  s.block(BlockKind::headline, "Forum");
  s.block(BlockKind::caption, "Ana Otieno in Kisumu. Photo by J. Doe/LNA");
  s.block(BlockKind::caption, "A boat.");
  s.block(BlockKind::paragraph, "The forum ended.");
  s.block(BlockKind::paragraph, "Minister Otieno spoke.");
  s.a.entities = {{EntityType::person,
                   "Ana Otieno",
                   {},
                   {},
                   Gender::unknown,
                   Gender::unknown,
                   {},
                   {s.mention(1, "Ana Otieno"), s.mention(4, "Otieno")}}};
  s.a.captions = {{1,
                   s.at(1, "Ana Otieno in Kisumu.").span,
                   Credit{s.at(1, "Photo by J. Doe/LNA").span, "J. Doe", {}},
                   {0},
                   {},
                   {{3, 9000}, {4, 8000}},
                   {},
                   false},
                  {2, s.at(2, "A boat.").span, {}, {}, {}, {}, {}, false}};
  const auto parsed = parse_gold_page(R"({"id": "p", "headline": "Forum", "date": "2025-11-07",
    "paragraphs": ["The forum ended.", "Minister Otieno spoke."],
    "captions": [
      {"text": "Ana Otieno in Kisumu. Photo by J. Doe/LNA", "gold": {"credit": {"text": "J. Doe/LNA",
        "photographer": "J. Doe", "agency": "LNA", "in": "text"}, "paragraphs": [1], "names": [
        {"text": "Ana Otieno", "body": [{"paragraph": 1, "text": "Otieno"}]},
        {"text": "Kisumu", "body": [{"paragraph": 0, "text": "forum"}]}, {"text": "J. Doe", "body": []}]}},
      {"text": "A boat.", "gold": {"credit": {"text": "X", "in": "element"}, "paragraphs": [], "names": []}}]})");
  REQUIRE(std::holds_alternative<GoldPage>(parsed));
  CaptionScore score;
  Kept kept;
  CHECK(score.add(std::get<GoldPage>(parsed), s.a, &kept).empty());
  CHECK(score.figures() == "{\n \"captions\": 2,\n" + prf("credit", "100.0", "100.0", "100.0", "1") + ",\n" +
                               prf("photographer", "100.0", "100.0", "100.0", "1") + ",\n" +
                               prf("agency", "0.0", "0.0", "0.0", "1") +
                               ",\n \"name_links\": 50.0,\n \"best_paragraph\": 0.0,\n \"paragraph_in_top3\": 100.0,\n "
                               "\"abstains\": 100.0\n}\n");
  CHECK(kept.lines.size() == 3);
  CHECK(
      kept.has("wrong paragraph\tp:1\tgold: blocks 4\tfound: blocks 3, 4\ttext: Ana Otieno in Kisumu. Photo by J. "
               "Doe/LNA"));
}

TEST_CASE("evaluation: gold that is none is refused with a reason", "[evaluation]") {
  for (const auto& [text, message] :
       {std::pair<std::string, std::string>{"", "no JSON object"},
        {"[]", "no JSON object"},
        {"{}", "blocks: missing"},
        {R"({"blocks": [], "quotes": [{"id": "q1", "content": [{"block": 0, "text": "x"}]}]})",
         "quote q1: no place with \"block\" and \"text\""}}) {
    const auto parsed = parse_gold_article(text);
    REQUIRE(std::holds_alternative<GoldProblem>(parsed));
    CHECK(std::get<GoldProblem>(parsed).message == message);
  }
  const auto page = parse_gold_page(R"({"captions": [{"text": "x", "gold": {"paragraphs": [3]}}]})");
  REQUIRE(std::holds_alternative<GoldProblem>(page));
  CHECK(std::get<GoldProblem>(page).message == "paragraphs: no paragraph 3");
}

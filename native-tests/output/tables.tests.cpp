// Annotations as tables: CoNLL and CSV.
#include "catch.h"
#include "output/conll.h"
#include "output/csv.h"
#include "output/sample.h"

using namespace newsgloss;
using newsgloss::test::Sample;

TEST_CASE("CoNLL: a token a line, innermost attribution first", "[output]") {
  Sample s;
  s.a.article.id = "x 1";
  s.block(BlockKind::paragraph, "Ana Otieno said Rey urged talks. She left.");
  s.a.entities = {{EntityType::person,
                   "Ana Otieno",
                   {},
                   {},
                   Gender::unknown,
                   Gender::unknown,
                   {},
                   {s.mention(0, "Ana Otieno"), s.mention(0, "She", MentionForm::pronoun)}},
                  {EntityType::person, "Rey", {}, {}, Gender::unknown, Gender::unknown, {}, {s.mention(0, "Rey")}}};
  s.a.quotes = {
      {QuoteKind::indirect,
       {s.at(0, "Rey urged talks")},
       s.at(0, "said"),
       s.at(0, "Ana Otieno"),
       {0},
       SpeakerBasis::name,
       9000},
      {QuoteKind::indirect, {s.at(0, "talks")}, s.at(0, "urged"), s.at(0, "Rey"), {1}, SpeakerBasis::name, 9000}};
  CHECK(to_conll(s.a) ==
        "-DOCSTART- x 1\n\n"
        "Ana\tB-PERSON\te0\tB-source\tq0\n"
        "Otieno\tI-PERSON\te0\tI-source\tq0\n"
        "said\tO\t_\tB-cue\tq0\n"
        "Rey\tB-PERSON\te1\tB-source\tq1\n"
        "urged\tO\t_\tB-cue\tq1\n"
        "talks\tO\t_\tB-content\tq1\n"
        ".\tO\t_\tO\t_\n"
        "\n"
        "She\tO\te0\tO\t_\n"
        "left\tO\t_\tO\t_\n"
        ".\tO\t_\tO\t_\n"
        "\n");
}

TEST_CASE("CoNLL: content that an inner source cuts begins again", "[output]") {
  Sample s;
  s.block(BlockKind::paragraph, "It said the court, Rey added, was wrong");
  s.a.quotes = {
      {QuoteKind::indirect,
       {s.at(0, "the court, Rey added, was wrong")},
       s.at(0, "said"),
       s.at(0, "It"),
       {},
       SpeakerBasis::pronoun,
       1},
      {QuoteKind::indirect, {s.at(0, "was wrong")}, s.at(0, "added"), s.at(0, "Rey"), {}, SpeakerBasis::name, 1}};
  const std::string out = to_conll(s.a);
  CHECK(
      out.find("the\tO\t_\tB-content\tq0\ncourt\tO\t_\tI-content\tq0\n,\tO\t_\tI-content\tq0\nRey\tO\t_\tB-source\tq1\n"
               "added\tO\t_\tB-cue\tq1\n,\tO\t_\tB-content\tq0\nwas\tO\t_\tB-content\tq1\n") != std::string::npos);
}

TEST_CASE("CoNLL: content that goes on in the next sentence begins again there", "[output]") {
  Sample s;
  s.block(BlockKind::paragraph, "\"We act. We pay,\" Rey said.");
  s.a.quotes = {{QuoteKind::direct, {s.at(0, "\"We act. We pay,\"")}, s.at(0, "said"), {}, {}, SpeakerBasis::name, 1}};
  const std::string out = to_conll(s.a);
  CHECK(out.find(".\tO\t_\tI-content\tq0\n\nWe\tO\t_\tB-content\tq0\npay\tO\t_\tI-content\tq0\n") != std::string::npos);
}

TEST_CASE("CSV: a row a statement, cells quoted where they must be", "[output]") {
  const Sample sample = Sample::forum();
  CHECK(csv_header() == "article,published,block,kind,speaker,role,gender,basis,source,cue,content,score\r\n");
  CHECK(to_csv(sample.a) ==
        "forum,2025-11-07,2,direct,Ana\xC3\xAFs Otieno,Minister,female,name,Minister Ana\xC3\xAFs Otieno,said,"
        "\"\xE2\x80\x9CWe act now,\xE2\x80\x9D\",0.9\r\n"
        "forum,2025-11-07,2,indirect,Ana\xC3\xAFs Otieno,Minister,female,pronoun,she,urged,Kenya to spend $3.7 million,"
        "0.0501\r\n"
        "forum,2025-11-07,2,mixed,,,,implicit,,,act,0\r\n");
  Sample s;
  s.a.article.id = "a \"b\", c\nd";
  s.block(BlockKind::paragraph, "x");
  s.a.quotes = {{QuoteKind::direct, {s.at(0, "x"), s.at(0, "x")}, {}, {}, {}, SpeakerBasis::implicit, 10000}};
  CHECK(to_csv(s.a) == "\"a \"\"b\"\", c\nd\",,0,direct,,,,implicit,,,x \xE2\x80\xA6 x,1\r\n");
}

TEST_CASE("tables: nothing in an article is no row", "[output]") {
  CHECK(to_csv(Annotations{}).empty());
  CHECK(to_conll(Annotations{}) == "-DOCSTART- \n\n");
}

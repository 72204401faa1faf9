#include "quotes/relations.h"

#include "catch.h"
#include "quotes/reading.h"

using namespace newsgloss;
using newsgloss::testing::Reading;

namespace {

std::string written(const Reading& reading, const std::vector<Relation>& relations) {
  std::string out;
  for (const Relation& relation : relations) {
    const DocumentBlock& block = reading.document.blocks[relation.block];
    if (!out.empty()) out += " ## ";
    out += name_of(relation.kind);
    out += ": ";
    for (std::size_t i = 0; i < relation.content.size(); ++i) {
      if (i > 0) out += " ... ";
      out += block.words(relation.content[i]);
    }
    if (relation.cue) out += " <" + std::string(block.words(*relation.cue)) + ">";
    if (relation.source) out += " [" + std::string(block.words(*relation.source)) + "]";
  }
  return out;
}

std::string relations_of(const std::vector<std::string>& lines) {
  const Reading reading(lines);
  return written(reading, find_relations(reading.document, reading.tag(), find_quotations(reading.document)));
}

}  // namespace

TEST_CASE("relations: content is trimmed as the schema asks") {
  CHECK(relations_of({"She said that the harvest was poor."}) == "indirect: the harvest was poor <said> [She]");
  CHECK(relations_of({"\"It works,\" she said."}) == "direct: \"It works,\" <said> [she]");
  CHECK(relations_of({"Abebe said: \"The well is dry.\""}) == "direct: \"The well is dry.\" <said> [Abebe]");
  CHECK(relations_of({"She said the plan was \"a step back for all of us\"."}) ==
        "mixed: the plan was \"a step back for all of us\" <said> [She]");
  CHECK(relations_of({"She said the \"Friendship Plan\" had begun."}) ==
        "indirect: the \"Friendship Plan\" had begun <said> [She]");
}

TEST_CASE("relations: one, two, split, continued") {
  CHECK(relations_of({"She called for calm and urged voters to wait."}) ==
        "indirect: calm <called for> [She] ## indirect: voters to wait <urged> [She]");
  CHECK(relations_of({"\"We go,\" he said, \"and we stay.\""}) ==
        "direct: \"We go,\" ... \"and we stay.\" <said> [he]");
  CHECK(relations_of({"\"We go,\" he said. \"We stay.\""}) == "direct: \"We go,\" <said> [he] ## direct: \"We stay.\"");
  CHECK(relations_of({"\u201CWe go,\u201D he said.", "\u201CWe stay.\u201D"}) ==
        "direct: \u201CWe go,\u201D <said> [he] ## direct: \u201CWe stay.\u201D");
  CHECK(relations_of({"To cut waste, she highlighted the value of repair."}) ==
        "indirect: To cut waste ... the value of repair <highlighted> [she]");
  CHECK(relations_of({"Repairs, she pointed out, have been slow."}) ==
        "indirect: Repairs ... have been slow <pointed out> [she]");
}

TEST_CASE("relations: an outer report takes the whole sentence") {
  CHECK(relations_of({"Liu told officers that he had seen nothing, the precinct said."}) ==
        "indirect: Liu told officers that he had seen nothing <said> [the precinct] ## "
        "indirect: he had seen nothing <told> [Liu]");
}

TEST_CASE("relations: a quotation alone needs to be speech, and on its own") {
  CHECK(relations_of({"The troops' \"rules of engagement with all sides\" were changed."}).empty());
  CHECK(relations_of({"They sang \"Home Again\" until dawn."}).empty());
  CHECK(relations_of({"\"We stay. It is our land.\""}) == "direct: \"We stay. It is our land.\"");
}

TEST_CASE("relations: a quotation beside a cue is content though the tagger missed it") {
  const Reading reading({"\"It works,\" she said. \"We are glad.\""});
  Tagging tagging;
  tagging.blocks.resize(1);
  tagging.blocks[0].attribution = {{reading.find(0, "she"), AttributionLabel::source, 9000},
                                   {reading.find(0, "said"), AttributionLabel::cue, 9000}};
  CHECK(written(reading, find_relations(reading.document, tagging, find_quotations(reading.document))) ==
        "direct: \"It works,\" <said> [she] ## direct: \"We are glad.\"");
}

TEST_CASE("relations: spans that cut a quotation grow to its marks") {
  const Reading reading({"\"It works well,\" she said."});
  Tagging tagging;
  tagging.blocks.resize(1);
  tagging.blocks[0].attribution = {{reading.find(0, "works well"), AttributionLabel::content, 5000},
                                   {reading.find(0, "she"), AttributionLabel::source, 9000},
                                   {reading.find(0, "said"), AttributionLabel::cue, 9000}};
  CHECK(written(reading, find_relations(reading.document, tagging, find_quotations(reading.document))) ==
        "direct: \"It works well,\" <said> [she]");
}

TEST_CASE("relations: lone sources and cues are dropped") {
  const Reading reading({"The minister spoke at noon."});
  Tagging tagging;
  tagging.blocks.resize(1);
  tagging.blocks[0].attribution = {{reading.find(0, "The minister"), AttributionLabel::source, 9000},
                                   {reading.find(0, "spoke"), AttributionLabel::cue, 9000}};
  CHECK(find_relations(reading.document, tagging, find_quotations(reading.document)).empty());
}

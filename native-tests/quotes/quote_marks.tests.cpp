#include "quotes/quote_marks.h"

#include "catch.h"
#include "quotes/reading.h"

using namespace newsgloss;
using newsgloss::testing::Reading;

namespace {
/// "speech: ... | label: ..." for every block, blocks apart by " / "; ">" goes on, "<" continues.
std::string quotations_of(const std::vector<std::string>& lines) {
  const Reading reading(lines);
  const auto found = find_quotations(reading.document);
  std::string out;
  for (std::size_t b = 0; b < found.size(); ++b) {
    if (b > 0) out += " / ";
    bool first = true;
    for (const Quotation& quotation : found[b]) {
      if (!first) out += " | ";
      first = false;
      out += quotation.sort == QuotationSort::speech     ? "speech"
             : quotation.sort == QuotationSort::fragment ? "fragment"
                                                         : "label";
      out += quotation.continues ? "<: " : ": ";
      out += reading.document.blocks[b].words(quotation.tokens);
      if (quotation.goes_on) out += ">";
    }
  }
  return out;
}
}  // namespace

TEST_CASE("quote marks: speech, fragments and labels") {
  CHECK(quotations_of({"\"It works,\" she said."}) == "speech: \"It works,\"");
  CHECK(quotations_of({"\"No,\" he said."}) == "speech: \"No,\"");
  CHECK(quotations_of({"He called it \"a step back for all of us\"."}) == "fragment: \"a step back for all of us\"");
  CHECK(quotations_of({"The \"Friendship Plan\" began."}) == "label: \"Friendship Plan\"");
  CHECK(quotations_of({"So-called \u2018experts\u2019 spoke."}) == "label: \u2018experts\u2019");
  CHECK(quotations_of({"The film \"The Long Way to the Sea\" won."}) == "label: \"The Long Way to the Sea\"");
  CHECK(quotations_of({"\"No,\" says Abebe, author of \"The Long Way to the Sea.\""}) ==
        "speech: \"No,\" | label: \"The Long Way to the Sea.\"");
  CHECK(quotations_of({"Abebe says in a film, \"Living Under the Old Bridge,\" that it hurt."}) ==
        "label: \"Living Under the Old Bridge,\"");
  CHECK(quotations_of({"He said, \"Long Live Old Lagos.\""}) == "speech: \"Long Live Old Lagos.\"");
  CHECK(quotations_of({"Abebe said: \"The well is dry.\""}) == "speech: \"The well is dry.\"");
  CHECK(quotations_of({"\u201CIt works\u201D, she said."}) == "speech: \u201CIt works\u201D");
}

TEST_CASE("quote marks: quotations over paragraphs") {
  CHECK(quotations_of({"\u201CWe tried.", "\u201CIt worked,\u201D he said."}) ==
        "speech: \u201CWe tried.> / speech<: \u201CIt worked,\u201D");
  CHECK(quotations_of({"\u201CWe tried.", "It worked,\u201D he said."}) ==
        "speech: \u201CWe tried.> / speech<: It worked,\u201D");
  CHECK(quotations_of({"\u201COne.", "\u201CTwo.", "\u201CThree.\u201D", "\u201CFour.\u201D"}) ==
        "speech: \u201COne.> / speech<: \u201CTwo.> / speech<: \u201CThree.\u201D / speech: \u201CFour.\u201D");
}

TEST_CASE("quote marks: a wrong mark spoils its own sentence and no more") {
  // The open mark in the middle has no close: it ends with its sentence, and what follows is read as if it had one.
  CHECK(quotations_of({"He called it \u201Cpoor. The road is open.", "\u201CGood,\u201D she said."}) ==
        "fragment: \u201Cpoor. / speech: \u201CGood,\u201D");
  CHECK(quotations_of({"A stray end.\u201D The road is open. \u201CGood,\u201D she said."}) ==
        "speech: \u201CGood,\u201D");
  CHECK(quotations_of({"\u201CGood,\u201D she said.", "A stray end.\u201D", "\u201CFine,\u201D he said."}) ==
        "speech: \u201CGood,\u201D /  / speech: \u201CFine,\u201D");
  CHECK(quotations_of({"The 5\" pipe burst.", "\"Shut it,\" he said."}).find("speech: \"Shut it,\"") !=
        std::string::npos);
}

TEST_CASE("quote marks: speech whose open mark was lost") {
  CHECK(quotations_of({"The wells were dug by hand and nobody paid us for it.\u201D The council disagrees."}) ==
        "speech: The wells were dug by hand and nobody paid us for it.\u201D");
  CHECK(quotations_of({"The stray end of a name\u201D stands in the middle of this sentence."}).empty());
}

#include "tagger/attribution_features.h"

#include "catch.h"

using namespace newsgloss;

namespace {

Article article_of(const std::vector<std::string>& paragraphs) {
  Article article;
  for (const std::string& text : paragraphs) article.blocks.push_back({BlockKind::paragraph, text, true});
  return article;
}

struct Extracted {
  Article article;
  Document document;
  std::vector<std::vector<TokenFeatures>> blocks;

  explicit Extracted(const std::vector<std::string>& paragraphs) : article(article_of(paragraphs)) {
    document = read_document(article);
    AttributionFeatures features;
    features.begin(document);
    blocks.resize(paragraphs.size());
    for (std::uint32_t b = 0; b < blocks.size(); ++b) features.extract(b, blocks[b]);
  }

  [[nodiscard]] std::uint32_t at(std::size_t block, std::string_view word, AttributionFeature feature) const {
    const DocumentBlock& b = document.blocks[block];
    for (std::uint32_t i = 0; i < b.tokens.size(); ++i)
      if (b.token(i) == word) return blocks[block][i].hashes[static_cast<std::size_t>(feature)];
    FAIL("no such word");
    return 0;
  }
};

bool same(const std::vector<TokenFeatures>& a, const std::vector<TokenFeatures>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i].word != b[i].word || a[i].last_part != b[i].last_part || a[i].hashes != b[i].hashes) return false;
  return true;
}

constexpr AttributionFeature quotation = AttributionFeature::quotation;

}  // namespace

TEST_CASE("Curly and straight quote marks have the same features") {
  const Extracted curly(
      {"\u201CThe harbour can\u2019t wait,\u201D Amina Diallo told reporters in Dakar. \u201CWe start in May.\u201D"});
  const Extracted straight({"\"The harbour can't wait,\" Amina Diallo told reporters in Dakar. \"We start in May.\""});
  REQUIRE(curly.blocks[0].size() == straight.blocks[0].size());
  CHECK(same(curly.blocks[0], straight.blocks[0]));
}

TEST_CASE("Tokens know whether they are quoted") {
  const Extracted e({"Rain fell. \u201CFloods came,\u201D Ito said.",   // 0
                     "\u201CRivers rose and",                           // 1: not closed here
                     "then nobody slept",                               // 2
                     "until morning,\u201D he added. Crowds left.",     // 3: closed here
                     "\u201CBridges broke.",                            // 4: the paragraph after opens anew
                     "\u201CRoads too,\u201D she said. Trains ran."});  // 5
  const std::uint32_t out = e.at(0, "Rain", quotation);
  const std::uint32_t in = e.at(0, "Floods", quotation);
  CHECK(out != in);
  CHECK(e.at(0, "said", quotation) == out);
  const std::uint32_t running = e.at(1, "rose", quotation);  // inside, and the block ends so
  CHECK(running != in);
  CHECK(e.at(2, "nobody", quotation) == running);
  CHECK(e.at(3, "morning", quotation) == in);
  CHECK(e.at(3, "added", quotation) == out);
  CHECK(e.at(3, "Crowds", quotation) == out);
  CHECK(e.at(4, "broke", quotation) == running);
  CHECK(e.at(5, "Roads", quotation) == in);
  CHECK(e.at(5, "Trains", quotation) == out);
}

TEST_CASE("A mark that is never closed does not quote the rest of the article") {
  const Extracted e(
      {"The \u201Cgreen belt plan was shelved.", "Farmers protested.", "\u201CEnough,\u201D said Okoro."});
  CHECK(e.at(1, "Farmers", quotation) == e.at(2, "said", quotation));
}

TEST_CASE("A capitalised word that also occurs in small letters is told apart") {
  const Extracted e({"Bill met the press. A bill was passed.", "Ravi met the press."});
  CHECK(e.at(0, "Bill", AttributionFeature::document) != e.at(1, "Ravi", AttributionFeature::document));
}

TEST_CASE("The part after the last hyphen stands in for an unknown word") {
  const Extracted e({"The state-run firm and the firm run by Oyelaran."});
  const DocumentBlock& block = e.document.blocks[0];
  std::uint64_t compound = 0;
  std::uint64_t plain = 0;
  for (std::uint32_t i = 0; i < block.tokens.size(); ++i) {
    if (block.token(i) == "state-run") compound = e.blocks[0][i].last_part;
    if (block.token(i) == "run") plain = e.blocks[0][i].word;
  }
  CHECK(compound != 0);
  CHECK(compound == plain);
}

TEST_CASE("Features of articles without tokens") {
  CHECK(Extracted({}).blocks.empty());
  CHECK(Extracted({"", "   "}).blocks[1].empty());
}

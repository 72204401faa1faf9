#include "tagger/entity_model.h"

#include "catch.h"
#include "tagger/exponential.h"
#include "tagger/model_builder.h"

using namespace newsgloss;
using namespace newsgloss::test;

namespace {

struct Loaded : ReleasedModel {
  EntityModel model;
  Loaded() { REQUIRE(model.open(file.section(SectionKind::entities), lexicon).ok()); }
  std::string tag(const std::vector<std::string>& paragraphs) {
    Article article;
    for (const std::string& text : paragraphs) article.blocks.push_back({BlockKind::paragraph, text, true});
    const Document document = read_document(article);
    model.begin(document);
    std::string out;
    std::vector<EntitySpan> spans;
    for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
      model.tag(b, spans);
      std::uint32_t end = 0;
      for (const EntitySpan& span : spans) {
        CHECK(span.tokens.first >= end);
        CHECK_FALSE(span.tokens.empty());
        CHECK(span.tokens.last <= document.blocks[b].tokens.size());
        CHECK(span.score <= 10000);
        end = span.tokens.last;
        out += std::string(out.empty() ? "" : "; ") + std::string(name_of(span.type)) + " " +
               std::string(document.blocks[b].words(span.tokens));
      }
    }
    return out;
  }
};

}  // namespace

TEST_CASE("entity model: names of wire copy", "[tagger][entity-model]") {
  Loaded loaded;
  CHECK(loaded.tag({"Finance Minister Amina Wekesa told reporters in Nairobi that Kenya had repaid the loan."}) ==
        "PERSON Amina Wekesa; LOC Nairobi; LOC Kenya");
  CHECK(loaded.tag({"The Ugandan army said on Friday it had found the missing boat."}) == "NORP Ugandan");
  CHECK(loaded.tag({"the price of maize fell again", "", "14"}).empty());
  CHECK(loaded.tag({}).empty());
}

TEST_CASE("entity model: the same text gives the same spans, whatever came before", "[tagger][entity-model]") {
  Loaded loaded;
  const std::vector<std::string> article = {"Ministers from Tajikistan met in Osh.", "Rahim Karimov opened the talks."};
  const std::string first = loaded.tag(article);
  static_cast<void>(loaded.tag({"Osh is a musician. OSH RELEASES ALBUM", "Karimov Ltd sold shares."}));
  CHECK(loaded.tag(article) == first);
}

TEST_CASE("entity model: a section cut anywhere is refused", "[tagger][entity-model]") {
  ModelFile file;
  REQUIRE(file.open(released_model()).ok());
  Lexicon lexicon;
  REQUIRE(lexicon.open(file.section(SectionKind::lexicon)));
  const auto section = file.section(SectionKind::entities);
  const ModelStatus invalid{ModelError::invalid_section, SectionKind::entities};
  for (std::size_t size = 0; size < section.size(); size += size < 4096 ? 61 : 9973) {
    const std::vector<std::byte> cut(section.begin(), section.begin() + static_cast<std::ptrdiff_t>(size));
    EntityModel model;
    CAPTURE(size);
    CHECK(model.open(cut, lexicon) == invalid);
  }
  std::vector<std::byte> longer(section.begin(), section.end());
  longer.push_back(std::byte{0});
  EntityModel model;
  CHECK(model.open(longer, lexicon) == invalid);
}

TEST_CASE("exponential", "[tagger]") {
  const std::vector<std::pair<float, double>> rows = {
      {0.0F, 1.0}, {1.0F, 2.718281828459}, {-1.0F, 0.367879441171}, {-20.0F, 2.061153622e-9}, {10.5F, 36315.5026742}};
  for (const auto& [x, value] : rows) CHECK(static_cast<double>(exponential(x)) == Approx(value).epsilon(1e-6));
  CHECK(exponential(-200.0F) == 0.0F);
}

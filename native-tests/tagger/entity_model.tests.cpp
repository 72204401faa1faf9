#include "tagger/entity_model.h"

#include <cmath>
#include <random>

#include "catch.h"
#include "tagger/exponential.h"
#include "tagger/model_builder.h"

using namespace newsgloss;
using namespace newsgloss::test;

namespace {

enum class Network : unsigned char { with, without };

struct Loaded : ReleasedModel {
  EntityModel model;
  explicit Loaded(Network network = Network::with) {
    const auto learned =
        network == Network::with ? file.section(SectionKind::entity_network) : std::span<const std::byte>{};
    REQUIRE(model.open(file.section(SectionKind::entities), learned, lexicon).ok());
  }
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
    CHECK(model.open(cut, {}, lexicon) == invalid);
  }
  std::vector<std::byte> longer(section.begin(), section.end());
  longer.push_back(std::byte{0});
  EntityModel model;
  CHECK(model.open(longer, {}, lexicon) == invalid);
}

TEST_CASE("entity model: what probabilities are worth must be probabilities, and not fall", "[tagger][entity-model]") {
  ModelFile file;
  REQUIRE(file.open(released_model()).ok());
  Lexicon lexicon;
  REQUIRE(lexicon.open(file.section(SectionKind::lexicon)));
  const auto section = file.section(SectionKind::entities);
  constexpr std::size_t worth = 20 + (EntityModel::labels + 1) * EntityModel::labels * 2;  // after head and transitions
  const std::vector<std::pair<std::size_t, unsigned>> damage = {
      {0, 10001},  // of type 0 at probability 0: more than certain
      {4, 0},      // of type 0 at the last knot: less than before it
      {6 * 5 + 4, 65535},
  };
  for (const auto& [knot, value] : damage) {
    std::vector<std::byte> bytes(section.begin(), section.end());
    bytes[worth + 2 * knot] = static_cast<std::byte>(value & 0xFF);
    bytes[worth + 2 * knot + 1] = static_cast<std::byte>(value >> 8);
    EntityModel model;
    CAPTURE(knot);
    CHECK_FALSE(model.open(bytes, {}, lexicon).ok());
  }
}

TEST_CASE("entity model: a name that the text leaves no doubt of scores higher than one that it does",
          "[tagger][entity-model]") {
  Loaded loaded;
  const auto score_of_first = [&](const std::string& text) -> int {
    Article article;
    article.blocks.push_back({BlockKind::paragraph, text, true});
    const Document document = read_document(article);
    loaded.model.begin(document);
    std::vector<EntitySpan> spans;
    loaded.model.tag(0, spans);
    return spans.empty() ? 0 : spans.front().score;
  };
  const int sure = score_of_first("They arrived in Nairobi on Monday.");
  CHECK(sure > 9000);
  const int unsure = score_of_first("We saw the Falling Orchard.");
  CHECK(unsure > 0);
  CHECK(unsure + 1000 < sure);
}

TEST_CASE("entity model: the released file's network is read, corrects the CRF, and every build of its kernels agrees",
          "[tagger][entity-model]") {
  const std::vector<std::string> article = {
      "Envoys from Vanuatu met the fisheries agency in Honiara; Losa Taumoepeau led the talks.",
      "The Mekong Delta Growers Union wants Can Tho to pay, according to Le Van Duc.", "", "He signed."};
  Loaded with;
  REQUIRE_FALSE(with.file.section(SectionKind::entity_network).empty());
  const auto spans_of = [&article](EntityModel& model) {
    Article blocks;
    for (const std::string& text : article) blocks.blocks.push_back({BlockKind::paragraph, text, true});
    const Document document = read_document(blocks);
    model.begin(document);
    std::vector<std::vector<EntitySpan>> out(document.blocks.size());
    for (std::uint32_t b = 0; b < out.size(); ++b) model.tag(b, out[b]);
    return out;
  };
  const auto best = spans_of(with.model);
  for (const NetworkKernels* kernels : {&scalar_kernels(), &simd_kernels()}) {
    with.model.use(*kernels);
    CHECK(spans_of(with.model) == best);
  }
  Loaded without(Network::without);
  const auto crf_alone = spans_of(without.model);
  CHECK_FALSE(crf_alone[0].empty());
  CHECK_FALSE(crf_alone == best);  // scores at least
}

TEST_CASE("entity model: a network's section cut anywhere is refused, a damaged one refused or read",
          "[tagger][entity-model]") {
  const ReleasedModel released;
  const auto crf = released.file.section(SectionKind::entities);
  const auto section = released.file.section(SectionKind::entity_network);
  const ModelStatus invalid{ModelError::invalid_section, SectionKind::entity_network};
  for (std::size_t size = 1; size < section.size(); size += size < 128 ? 7 : 4999) {
    EntityModel model;
    CAPTURE(size);
    CHECK(model.open(crf, section.first(size), released.lexicon) == invalid);
  }
  Bytes longer(section.begin(), section.end());
  longer.push_back(std::byte{0});
  EntityModel model;
  CHECK(model.open(crf, longer, released.lexicon) == invalid);

  Article article;
  article.blocks.push_back({BlockKind::paragraph, "Amina Wekesa flew from Nairobi to Osh on Friday.", true});
  const Document document = read_document(article);
  std::mt19937 random(5);
  for (std::size_t round = 0; round < 80; ++round) {
    Bytes content(section.begin(), section.end());
    const std::size_t at = round < 60 ? round : random() % content.size();
    content[at] ^= static_cast<std::byte>(1u << (random() % 8));
    EntityModel damaged;
    CAPTURE(at);
    const ModelStatus status = damaged.open(crf, content, released.lexicon);
    if (!status.ok()) {
      CHECK(status == invalid);
      continue;
    }
    std::vector<EntitySpan> spans;
    damaged.begin(document);
    damaged.tag(0, spans);
    for (const EntitySpan& span : spans) CHECK(span.score <= 10000);
  }
}

TEST_CASE("entity model: sentences longer than the network reads at a time", "[tagger][entity-model]") {
  Loaded loaded;
  std::string text;
  for (int i = 0; i < 1300; ++i) text += "from Nairobi to Osh ";  // no sentence end
  const std::string found = loaded.tag({text});
  CHECK(found.starts_with("LOC Nairobi; LOC Osh"));
  CHECK(found.ends_with("LOC Nairobi; LOC Osh"));
  CHECK(loaded.tag({std::string(100000, 'x')}).empty());
}

TEST_CASE("exponential", "[tagger]") {
  const std::vector<std::pair<float, double>> rows = {
      {0.0F, 1.0}, {1.0F, 2.718281828459}, {-1.0F, 0.367879441171}, {-20.0F, 2.061153622e-9}, {10.5F, 36315.5026742}};
  for (const auto& [x, value] : rows) CHECK(static_cast<double>(exponential(x)) == Approx(value).epsilon(1e-6));
  CHECK(exponential(-200.0F) == 0.0F);
}

TEST_CASE("natural logarithm", "[tagger]") {
  for (const double x :
       {1.0e-6, 0.002, 0.01, 0.25, 0.499, 0.5, 0.70710678, 0.70710679, 0.9999, 1.0, 1.002, 3.0, 1.0e6}) {
    CAPTURE(x);
    CHECK(static_cast<double>(natural_logarithm(static_cast<float>(x))) ==
          Approx(std::log(static_cast<double>(static_cast<float>(x)))).margin(2e-6));
  }
}

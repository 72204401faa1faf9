#include "tagger/attribution_model.h"

#include <random>

#include "catch.h"
#include "tagger/model_builder.h"
#include "tagger/model_tagger.h"
#include "tagger/rule_tagger.h"

using namespace newsgloss;
using namespace newsgloss::test;

namespace {

Article article_of(const std::vector<std::string>& paragraphs) {
  Article article;
  for (const std::string& text : paragraphs) article.blocks.push_back({BlockKind::paragraph, text, true});
  return article;
}

const std::vector<std::string>& wire_copy() {
  static const std::vector<std::string> paragraphs = {
      "The port of Tema will stay closed until Thursday, the transport minister said.",
      "\u201CWe cannot send crews out in this weather,\u201D Kwame Mensah told reporters in Accra.",
      "According to the harbour authority, 14 ships are waiting offshore.",
      "The storm has passed.",
      "Fishermen in Elmina complained that nobody had warned them.",
      ""};
  return paragraphs;
}

struct Loaded : ReleasedModel {
  AttributionModel model;
  Loaded() { REQUIRE(model.open(file, lexicon).ok()); }
  std::vector<std::vector<AttributionSpan>> tag(const Article& article) {
    const Document document = read_document(article);
    std::vector<std::vector<AttributionSpan>> out(document.blocks.size());
    model.begin(document);
    for (std::uint32_t b = 0; b < out.size(); ++b) model.tag(b, out[b]);
    return out;
  }
};

}  // namespace

TEST_CASE("The released model finds who said what in plain wire copy") {
  Loaded loaded;
  const Article article = article_of(wire_copy());
  const Document document = read_document(article);
  const auto tagged = loaded.tag(article);
  struct Expected {
    std::uint32_t block;
    AttributionLabel label;
    std::string_view text;
  };
  const std::vector<Expected> expected = {
      {0, AttributionLabel::content, "The port of Tema will stay closed until Thursday"},
      {0, AttributionLabel::source, "the transport minister"},
      {0, AttributionLabel::cue, "said"},
      {1, AttributionLabel::content, "\u201CWe cannot send crews out in this weather,\u201D"},
      {1, AttributionLabel::source, "Kwame Mensah"},
      {2, AttributionLabel::cue, "According to"},
      {2, AttributionLabel::source, "the harbour authority"},
      {2, AttributionLabel::content, "14 ships are waiting offshore"},
      {4, AttributionLabel::source, "Fishermen in Elmina"},
      {4, AttributionLabel::cue, "complained"},
      {4, AttributionLabel::content, "that nobody had warned them"},
  };
  for (const Expected& e : expected) {
    CAPTURE(e.text);
    bool found = false;
    for (const AttributionSpan& span : tagged[e.block])
      found |= span.label == e.label && document.blocks[e.block].words(span.tokens) == e.text;
    CHECK(found);
  }
  CHECK(tagged[3].empty());
  CHECK(tagged[5].empty());
}

TEST_CASE("Spans are in order, without overlap, with probabilities as scores; every build of the kernels agrees") {
  Loaded loaded;
  const Article article = article_of(wire_copy());
  const Document document = read_document(article);
  const auto best = loaded.tag(article);
  for (std::size_t b = 0; b < best.size(); ++b) {
    std::uint32_t last = 0;
    for (const AttributionSpan& span : best[b]) {
      CHECK(span.tokens.first >= last);
      CHECK(span.tokens.last > span.tokens.first);
      CHECK(span.tokens.last <= document.blocks[b].tokens.size());
      CHECK(span.score > 1500);
      CHECK(span.score <= 10000);
      last = span.tokens.last;
    }
  }
  for (const NetworkKernels* kernels : {&scalar_kernels(), &simd_kernels()}) {
    loaded.model.use(*kernels);
    CHECK(loaded.tag(article) == best);
  }
}

TEST_CASE("An article's tags do not depend on the articles before it") {
  Loaded used;
  (void)used.tag(article_of({"\u201COne,\u201D said Two. \u201CThree", "four five six seven eight"}));
  Loaded fresh;
  CHECK(used.tag(article_of(wire_copy())) == fresh.tag(article_of(wire_copy())));
}

TEST_CASE("Odd articles are tagged without harm") {
  Loaded loaded;
  CHECK(loaded.tag({}).empty());
  CHECK(loaded.tag(article_of({""}))[0].empty());
  (void)loaded.tag(article_of({"Yes"}));
  (void)loaded.tag(article_of({"\u201C"}));
  (void)loaded.tag(article_of({std::string(100000, 'x')}));
  (void)loaded.tag(article_of({std::string(5000, '"')}));
  (void)loaded.tag(
      article_of({"\u5317\u4EAC\u5E02\u957F\u8BF4\u3002 \u0645\u0631\u062D\u0628\u0627 \U0001F600 "
                  "\u0928\u092E\u0938\u094D\u0924\u0947"}));
}

TEST_CASE("A block of 200,000 tokens is read to its end") {
  Loaded loaded;
  std::string text;
  for (int i = 0; i < 18200; ++i) text += "The minister said on Monday that prices will fall soon . ";
  const auto whole = loaded.tag(article_of({text}));
  REQUIRE_FALSE(whole[0].empty());
  CHECK(whole[0].back().tokens.last > 200000);
  std::string words;
  for (int i = 0; i < 3000; ++i) words += "said ";  // no sentence end in reach: cut anywhere
  const auto tagged = loaded.tag(article_of({words}));
  for (const AttributionSpan& span : tagged[0]) CHECK(span.tokens.last <= 3000);
}

TEST_CASE("The released model file is whole, and refused when it is not") {
  Bytes bytes = released_model();
  ModelFile file;
  REQUIRE(file.open(bytes).ok());
  CHECK_FALSE(file.meta().empty());
  CHECK(bytes.size() < 900000);  // the budget of 750,000 counts its brotli form (678,000)
  std::mt19937 random(1);
  for (int round = 0; round < 150; ++round) {
    const std::size_t bit = random() % (bytes.size() * 8);
    bytes[bit / 8] ^= static_cast<std::byte>(1u << (bit % 8));
    CAPTURE(bit);
    CHECK_FALSE(file.open(bytes).ok());
    CHECK(make_model_tagger(bytes, AttributionsFrom::model).tagger == nullptr);
    bytes[bit / 8] ^= static_cast<std::byte>(1u << (bit % 8));
  }
  for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{24}, bytes.size() / 2, bytes.size() - 1}) {
    const Bytes cut(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
    CHECK(make_model_tagger(cut, AttributionsFrom::model).status.error == ModelError::truncated);
  }
}

TEST_CASE("A section with a right checksum but damaged content is refused or read, never more") {
  ModelFile file;
  REQUIRE(file.open(released_model()).ok());
  Lexicon lexicon;
  REQUIRE(lexicon.open(file.section(SectionKind::lexicon)));
  const auto section = file.section(SectionKind::attribution);
  const Article article = article_of(wire_copy());
  const Document document = read_document(article);
  std::mt19937 random(3);
  for (int round = 0; round < 60; ++round) {
    Bytes content(section.begin(), section.end());
    const std::size_t at = round < 40 ? static_cast<std::size_t>(round) : random() % content.size();
    content[at] ^= static_cast<std::byte>(1u << (random() % 8));
    const Bytes bytes = model_of({{SectionKind::attribution, content}});
    ModelFile damaged;
    REQUIRE(damaged.open(bytes).ok());
    AttributionModel model;
    const ModelStatus status = model.open(damaged, lexicon);
    CAPTURE(at);
    if (!status.ok()) {
      CHECK(status == ModelStatus{ModelError::invalid_section, SectionKind::attribution});
      continue;
    }
    std::vector<AttributionSpan> spans;
    model.begin(document);
    for (std::uint32_t b = 0; b < document.blocks.size(); ++b) model.tag(b, spans);
  }
  AttributionModel model;
  ModelFile empty;
  const Bytes bytes = model_of({{SectionKind::meta, Writer().text("{}").bytes}});
  REQUIRE(empty.open(bytes).ok());
  CHECK(model.open(empty, lexicon) == ModelStatus{ModelError::missing_section, SectionKind::attribution});
}

TEST_CASE("A model without a section for entities gives those of the rules, and its own attributions") {
  ModelFile released;
  REQUIRE(released.open(released_model()).ok());
  const auto part = [&released](SectionKind kind) {
    const auto bytes = released.section(kind);
    return Bytes(bytes.begin(), bytes.end());
  };
  const Bytes without_entities = model_of(
      {{SectionKind::lexicon, part(SectionKind::lexicon)}, {SectionKind::attribution, part(SectionKind::attribution)}});
  ModelTagger made = make_model_tagger(without_entities, AttributionsFrom::model);
  REQUIRE(made.status.ok());
  const Article article = article_of(wire_copy());
  const Document document = read_document(article);
  made.tagger->begin(document);
  const std::unique_ptr<Tagger> rules = make_rule_tagger();
  rules->begin(document);
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
    BlockTagging learned;
    BlockTagging ruled;
    made.tagger->tag(b, learned);
    rules->tag(b, ruled);
    CHECK(learned.entities == ruled.entities);
  }
  Loaded loaded;
  BlockTagging learned;
  made.tagger->tag(1, learned);
  CHECK(learned.attribution == loaded.tag(article)[1]);
}

#include "annotate/annotator.h"

#include "catch.h"
#include "output/json.h"
#include "tagger/released.h"

using namespace newsgloss;
using namespace newsgloss::test;

namespace {

Article article_of(std::vector<std::string> texts) {
  Article article;
  article.id = std::string("t");
  for (std::string& text : texts) article.blocks.push_back({BlockKind::paragraph, std::move(text), false});
  return article;
}

const std::vector<std::string> story = {
    "Lake forum opens in Kisumu", "By Ana Rey", "Minister Ana\xC3\xAFs Otieno said on Tuesday that talks had begun.",
    "", "\xE2\x80\x9CWe act now,\xE2\x80\x9D she said. \xE2\x80\x9CNot next year.\xE2\x80\x9D"};

}  // namespace

TEST_CASE("annotator: steps of any size give what the whole gives", "[annotate]") {
  Annotator annotator(released_tagger());
  const std::string whole = to_json(annotator.annotate(article_of(story)));
  for (const std::size_t budget : {std::size_t{0}, std::size_t{1}, std::size_t{9}, std::size_t{1} << 40}) {
    CAPTURE(budget);
    annotator.begin(article_of(story));
    std::size_t steps = 0;
    while (!annotator.step(budget)) ++steps;
    CHECK(steps <= 2 * story.size() + 1);
    CHECK(annotator.step(budget));
    CHECK(to_json(annotator.result()) == whole);
  }
}

TEST_CASE("annotator: the same article gives the same, whatever came before", "[annotate]") {
  Annotator annotator(released_tagger());
  const std::string first = to_json(annotator.annotate(article_of(story)));
  (void)annotator.annotate(article_of({"Otieno, a river in Peru, rose.", "\xE2\x80\x9CUnclosed"}));
  annotator.begin(article_of({"dropped half-way", "second"}));
  annotator.step(1);
  CHECK(to_json(annotator.annotate(article_of(story))) == first);
  CHECK(to_json(Annotator(released_tagger()).annotate(article_of(story))) == first);
}

TEST_CASE("annotator: results come when they are due", "[annotate]") {
  Annotator annotator(released_tagger());
  CHECK(annotator.step(1));  // nothing begun
  CHECK(annotator.result().article.blocks.empty());
  annotator.begin(article_of(story));
  CHECK(annotator.result().article.blocks.empty());  // not done
}

TEST_CASE("annotator: articles with little in them", "[annotate]") {
  Annotator annotator(released_tagger());
  CHECK(annotator.annotate(article_of({})).article.blocks.empty());
  for (const char* text : {"", " ", "\n", ".", "\xE2\x80\x9C", "\xF0\x9F\x90\x9F", "\xE2\x80\x8B"}) {
    CAPTURE(text);
    const Annotations a = annotator.annotate(article_of({text, text}));
    REQUIRE(a.article.blocks.size() == 2);
    CHECK(a.article.blocks[0].text == text);
  }
}

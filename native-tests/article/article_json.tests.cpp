#include "article/article_json.h"

#include "catch.h"
#include "text/exact.h"
#include "text/utf8.h"

using namespace newsgloss;
using newsgloss::testing::Exact;
using newsgloss::testing::Random;

namespace {
std::variant<Article, JsonProblem> parse(std::string_view json) { return parse_article_json(Exact(json).view()); }
}  // namespace

TEST_CASE("a whole article", "[article_json]") {
  const auto result = parse(
      R"({"id": "a-1", "url": "https://example.org/a", "lang": "en", "published": "2025-11-07T08:00:00Z", "extra": {"blocks": [[1, {"text": 2}]]},
          "blocks": [{"kind": "headline", "text": "Harbour reopens"}, {"text": " two\nlines ", "kind": null, "attributes": {"text": []}},
                     {"kind": "list-item", "text": ""}]})");
  REQUIRE(std::holds_alternative<Article>(result));
  const Article& article = std::get<Article>(result);
  CHECK(article.id == "a-1");
  CHECK(article.url == "https://example.org/a");
  CHECK(article.lang == "en");
  CHECK(article.published == CivilDate{2025, 11, 7});
  REQUIRE(article.blocks.size() == 3);
  CHECK(article.blocks[0].kind == BlockKind::headline);
  CHECK(article.blocks[0].kind_given);
  CHECK(article.blocks[1].text == " two\nlines ");
  CHECK_FALSE(article.blocks[1].kind_given);
  CHECK(article.blocks[2].kind == BlockKind::list_item);
}

TEST_CASE("what may be missing, null or odd", "[article_json]") {
  for (const char* json :
       {R"({"blocks":[]})", R"({"id":null,"url":null,"lang":null,"published":null,"blocks":[]})",
        R"({"blocks":[],"published":""})", "\xEF\xBB\xBF{\"blocks\":[]}", "  {\"blocks\" : [ ] }\n"}) {
    CAPTURE(json);
    const auto result = parse(json);
    REQUIRE(std::holds_alternative<Article>(result));
    CHECK_FALSE(std::get<Article>(result).published);
  }
  CHECK(std::get<Article>(parse(R"({"id":17,"blocks":[]})")).id == "17");
}

TEST_CASE("text is repaired, not refused", "[article_json]") {
  const struct {
    const char *json, *text;
  } rows[] = {
      {"{\"blocks\":[{\"text\":\"a\xFFz\"}]}", "a\uFFFDz"},
      {R"({"blocks":[{"text":"\ud83d\ude00"}]})", "\U0001F600"},
      {R"({"blocks":[{"text":"a\ud83d"}]})", "a\uFFFD"},
      {R"({"blocks":[{"text":"\ude00\ud83d\ud83d\ude00"}]})", "\uFFFD\uFFFD\U0001F600"},
      {R"({"blocks":[{"text":"\\ud83d"}]})", "\\ud83d"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.json);
    const auto result = parse(row.json);
    REQUIRE(std::holds_alternative<Article>(result));
    CHECK(std::get<Article>(result).blocks[0].text == row.text);
  }
  CHECK(std::get<Article>(parse(R"({"blocks":[{"text":"a\u0000b"}]})")).blocks[0].text == std::string("a\0b", 3));
}

TEST_CASE("what is wrong, and where", "[article_json]") {
  const struct {
    const char *json, *message;  // the message starts so
  } rows[] = {
      {R"({"blocks":[{"kind":"paragraf","text":"x"}]})", "blocks[0].kind: unknown kind \"paragraf\""},
      {R"({"blocks":[{"text":"x"},{"kind":"caption"}]})", "blocks[1].text: missing"},
      {R"({"blocks":[{"text":3}]})", "blocks[0].text: expected a string"},
      {R"({"blocks":[{"text":null}]})", "blocks[0].text: expected a string"},
      {R"({"blocks":[{"text":["x"]}]})", "blocks[0].text: expected a string, found an array"},
      {R"({"blocks":["x"]})", "blocks[0]: expected an object"},
      {R"({"blocks":{}})", "blocks: expected an array, found an object"},
      {R"({"blocks":null})", "blocks: expected an array"},
      {R"({"id":"x"})", "blocks: missing"},
      {R"({"id":["x"],"blocks":[]})", "id: expected a string, found an array"},
      {R"({"lang":7,"blocks":[]})", "lang: expected a string"},
      {R"({"published":"7 Nov","blocks":[]})", "published: \"7 Nov\" is not a date"},
      {R"({"published":"2025-02-30","blocks":[]})", "published: \"2025-02-30\" is not a date"},
      {R"({"published":20251107,"blocks":[]})", "published: expected a date"},
      {"[]", "expected an object, found an array"},
      {"\"x\"", "expected an object"},
      {"", "line 1, column 1: "},
      {"{\"blocks\":\n [{\"text\": \"x\"},]}", "line 2, column 17: "},
      {"{\"blocks\":[]} x", "line 1, column 15: "},
      {"{\"blocks\":[{\"text\":\"x", "line 1, column 22: "},
  };
  for (const auto& row : rows) {
    CAPTURE(row.json);
    const auto result = parse(row.json);
    REQUIRE(std::holds_alternative<JsonProblem>(result));
    CHECK(std::get<JsonProblem>(result).message.substr(0, std::string_view(row.message).size()) == row.message);
  }
}

TEST_CASE("a message never repeats a whole article; depth is no danger", "[article_json]") {
  const std::string long_text(1 << 20, 'x');
  const auto result = parse("{\"blocks\":[{\"text\":\"" + long_text + "\"} 1]}");
  REQUIRE(std::holds_alternative<JsonProblem>(result));
  CHECK(std::get<JsonProblem>(result).message.size() < 400);
  std::string deep = "{\"blocks\":[],\"x\":";
  deep += std::string(200000, '[') + std::string(200000, ']') + "}";
  CHECK(std::holds_alternative<Article>(parse(deep)));
  CHECK(std::holds_alternative<JsonProblem>(parse(std::string(200000, '['))));
}

TEST_CASE("broken JSON of any kind is a message", "[article_json]") {
  const std::string whole =
      R"({"id":"a","published":"2025-11-07","x":[1,{"y":null}],"blocks":[{"kind":"headline","text":"T\u00e9\ud83d"},{"text":"b"}]})";
  Random random(6);
  for (std::size_t cut = 0; cut < whole.size(); ++cut)
    REQUIRE(std::holds_alternative<JsonProblem>(parse(whole.substr(0, cut))));
  for (int round = 0; round < 4000; ++round) {
    std::string json = whole;
    for (std::size_t n = 1 + random.below(4); n > 0; --n)
      json[random.below(json.size())] = static_cast<char>(random.below(256));
    const auto result = parse(json);
    if (const auto* problem = std::get_if<JsonProblem>(&result)) {
      REQUIRE_FALSE(problem->message.empty());
      REQUIRE(is_valid_utf8(problem->message));
    } else {
      for (const Block& block : std::get<Article>(result).blocks) REQUIRE(is_valid_utf8(block.text));
    }
  }
}

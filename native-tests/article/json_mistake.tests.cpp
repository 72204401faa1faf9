#include "article/json_mistake.h"

#include <nlohmann/json.hpp>

#include "catch.h"
#include "text/exact.h"

using newsgloss::find_json_mistake;
using newsgloss::testing::Exact;
using newsgloss::testing::Random;

// The same rows are in web/tests/json-mistake.test.mjs.
TEST_CASE("find_json_mistake: where, and what was expected", "[article_json]") {
  const struct {
    std::string json;
    std::size_t at;
    std::string message;
  } rows[] = {
      {"", 0, "expected a value, found the end"},
      {" x", 1, "expected a value, found 'x'"},
      {"tru", 0, "expected a value, found 't'"},
      {R"({"blocks": [})", 12, "expected a value or ']', found '}'"},
      {R"({"a": 1,})", 8, "expected a name in quotes, found '}'"},
      {"{a: 1}", 1, "expected a name in quotes or '}', found 'a'"},
      {R"({"a" 1})", 5, "expected ':', found '1'"},
      {"[1 2]", 3, "expected ',' or ']', found '2'"},
      {R"({"a": 1]})", 7, "expected ',' or '}', found ']'"},
      {"[1,]", 3, "expected a value, found ']'"},
      {"{} x", 3, "expected the end, found 'x'"},
      {"[01]", 2, "expected ',' or ']', found '1'"},
      {"-", 1, "expected a digit, found the end"},
      {"1.x", 2, "expected a digit, found 'x'"},
      {"1e+", 3, "expected a digit, found the end"},
      {R"(["a)", 3, "the string does not end"},
      {R"(["a\)", 4, "the string does not end"},
      {R"(["\x"])", 2, "a backslash that escapes nothing"},
      {R"(["\u12g4"])", 6, "expected four hexadecimal digits, found 'g'"},
      {"[\"a\tb\"]", 3, "U+0009 in a string must be escaped"},
      {std::string("[\0]", 3), 1, "expected a value or ']', found U+0000"},
      {"[\xC2\xA0]", 1, "expected a value or ']', found U+00A0"},
      {"[\xF0\x9F\x90\x9F]", 1, "expected a value or ']', found U+01F41F"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.json);
    const auto mistake = find_json_mistake(Exact(row.json).view());
    REQUIRE(mistake);
    CHECK(mistake->at == row.at);
    CHECK(mistake->message == row.message);
  }
  for (const char* json : {"{}", " [] ", "[[],{}]", "-0.5e+7", "0", R"({"a": [true, false, null, "\u00e9\\\/"]})"}) {
    CAPTURE(json);
    CHECK_FALSE(find_json_mistake(json));
  }
}

TEST_CASE("find_json_mistake: agrees with the JSON reader about what is JSON", "[article_json]") {
  const std::string whole = R"({"a":[1,-2.5e3,{"y":null}],"b":"T\u00e9\n","c":[true,false,[]]})";
  Random random(11);
  for (int round = 0; round < 4000; ++round) {
    std::string json = whole;
    for (std::size_t n = 1 + random.below(3); n > 0; --n)
      json[random.below(json.size())] = static_cast<char>(0x20 + random.below(95));
    CAPTURE(json);
    const auto mistake = find_json_mistake(Exact(json).view());
    if (!nlohmann::json::accept(json)) {
      REQUIRE(mistake);
      REQUIRE(mistake->at <= json.size());
    } else {
      REQUIRE_FALSE(mistake);
    }
  }
  const std::string deep(200'000, '[');
  CHECK(find_json_mistake(deep)->at == deep.size());
}

#include "output/json.h"

#include <nlohmann/json.hpp>

#include "catch.h"
#include "output/json_writer.h"
#include "output/sample.h"

using namespace newsgloss;
using newsgloss::test::Sample;

TEST_CASE("JSON: strings", "[output]") {
  struct Row {
    std::string text, json;
  };
  const Row rows[] = {
      {"", R"("")"},
      {"plain", R"("plain")"},
      {"\"\\/", R"("\"\\/")"},
      {"\b\f\n\r\t", R"("\b\f\n\r\t")"},
      {std::string("a\0b\x1f\x7f", 5), R"("a\u0000b\u001f\u007f")"},
      {"\xE2\x80\xA8x\xE2\x80\xA9", R"("\u2028x\u2029")"},
      {"\xE2\x80\x9Cq\xE2\x80\x9D \xE2\x82\xAC", "\"\xE2\x80\x9Cq\xE2\x80\x9D \xE2\x82\xAC\""},
      {"\xF0\x9F\x90\x9F\xE2\x80\xA8", "\"\xF0\x9F\x90\x9F\\u2028\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    std::string out;
    append_json_string(out, row.text);
    CHECK(out == row.json);
    CHECK(nlohmann::json::parse(out).get<std::string>() == row.text);
  }
}

TEST_CASE("JSON: scores are decimals of integers", "[output]") {
  struct Row {
    std::uint32_t value;
    std::string json;
  };
  for (const Row& row : {Row{0, "0"},
                         {1, "0.0001"},
                         {10, "0.001"},
                         {501, "0.0501"},
                         {9800, "0.98"},
                         {9999, "0.9999"},
                         {10000, "1"},
                         {12000, "1.2"}}) {
    JsonWriter json(JsonStyle::compact);
    json.ten_thousandths(row.value);
    CHECK(json.take() == row.json);
  }
}

TEST_CASE("JSON: layout", "[output]") {
  const auto write = [](JsonStyle style) {
    JsonWriter json(style);
    json.open_object();
    json.key("a");
    json.open_array(JsonWriter::Layout::flat);
    json.integer(1);
    json.open_object();
    json.key("x");
    json.null();
    json.key("y");
    json.boolean(true);
    json.close_object();
    json.close_array();
    json.key("b");
    json.open_array();
    json.close_array();
    json.key("c");
    json.open_array();
    json.string("s");
    json.string("t");
    json.close_array();
    json.close_object();
    return json.take();
  };
  CHECK(write(JsonStyle::compact) == R"({"a":[1,{"x":null,"y":true}],"b":[],"c":["s","t"]})");
  CHECK(write(JsonStyle::pretty) ==
        "{\n  \"a\": [1, {\"x\": null, \"y\": true}],\n  \"b\": [],\n  \"c\": [\n    \"s\",\n    \"t\"\n  ]\n}");
}

// Every key of the schema, in its order, with a value of every kind. Offsets are UTF-16 code units.
TEST_CASE("JSON: schema newsgloss/1", "[output]") {
  const Sample sample = Sample::forum();
  CHECK(
      to_json(sample.a) ==
      "{\"schema\":\"newsgloss/1\",\"id\":\"forum\","
      "\"article\":{\"headline\":0,\"authors\":[\"Ana Rey\",\"Tom Oke\"],\"published\":\"2025-11-07\","
      "\"dateline\":\"KISUMU, Nov 7 (LNA)\",\"lang\":\"en\"},"
      "\"blocks\":[{\"kind\":\"headline\",\"text\":\"Lake forum \xE2\x80\x9Copens\xE2\x80\x9D \xF0\x9F\x90\x9F\"},"
      "{\"kind\":\"byline\",\"text\":\"By Ana Rey and Tom Oke\"},"
      "{\"kind\":\"paragraph\",\"text\":\"KISUMU, Nov 7 (LNA) \xE2\x80\x94 Minister Ana\xC3\xAFs Otieno said "
      "\xE2\x80\x9CWe act now,\xE2\x80\x9D and she urged Kenya to spend $3.7 million.\"},"
      "{\"kind\":\"caption\",\"text\":\"Ana\xC3\xAFs Otieno, left, in Kisumu on Tuesday. J. Doe/LNA\"}],"
      "\"entities\":[{\"id\":0,\"type\":\"PERSON\",\"name\":\"Ana\xC3\xAFs Otieno\",\"aliases\":[\"Otieno\"],"
      "\"role\":\"Minister\",\"gender\":\"female\",\"link\":null,\"mentions\":["
      "{\"block\":2,\"start\":31,\"end\":43,\"form\":\"name\",\"score\":0.98},"
      "{\"block\":2,\"start\":67,\"end\":70,\"form\":\"pronoun\",\"score\":0.8125},"
      "{\"block\":3,\"start\":0,\"end\":12,\"form\":\"name\",\"score\":1}]},"
      "{\"id\":1,\"type\":\"GPE\",\"name\":\"Kenya\",\"aliases\":[],\"role\":null,\"gender\":\"unknown\","
      "\"link\":{\"iso3166\":\"KE\",\"wikidata\":\"Q114\"},\"mentions\":["
      "{\"block\":2,\"start\":77,\"end\":82,\"form\":\"name\",\"score\":0.98}]}],"
      "\"values\":[{\"type\":\"MONEY\",\"block\":2,\"start\":92,\"end\":104,\"value\":\"USD 3.7e6\"},"
      "{\"type\":\"DATE\",\"block\":3,\"start\":33,\"end\":40,\"value\":null}],"
      "\"quotes\":[{\"id\":0,\"kind\":\"direct\",\"content\":[{\"block\":2,\"start\":49,\"end\":62}],"
      "\"cue\":{\"block\":2,\"start\":44,\"end\":48},\"source\":{\"block\":2,\"start\":22,\"end\":43},"
      "\"speakers\":[0],\"basis\":\"name\",\"score\":0.9},"
      "{\"id\":1,\"kind\":\"indirect\",\"content\":[{\"block\":2,\"start\":77,\"end\":104}],"
      "\"cue\":{\"block\":2,\"start\":71,\"end\":76},\"source\":{\"block\":2,\"start\":67,\"end\":70},"
      "\"speakers\":[0],\"basis\":\"pronoun\",\"score\":0.0501},"
      "{\"id\":2,\"kind\":\"mixed\",\"content\":[{\"block\":2,\"start\":53,\"end\":56}],"
      "\"cue\":null,\"source\":null,\"speakers\":[],\"basis\":\"implicit\",\"score\":0}],"
      "\"captions\":[{\"block\":3,\"description\":{\"start\":0,\"end\":41},"
      "\"credit\":{\"start\":42,\"end\":52,\"photographer\":\"J. Doe\",\"agency\":\"LNA\"},"
      "\"entities\":[0],\"positions\":[{\"entity\":0,\"text\":\"left\"}],\"paragraphs\":[{\"block\":2,\"score\":0.8}],"
      "\"date\":\"2025-11-04\",\"filePhoto\":false},"
      "{\"block\":3,\"description\":{\"start\":0,\"end\":0},\"credit\":null,\"entities\":[],\"positions\":[],"
      "\"paragraphs\":[],\"date\":null,\"filePhoto\":true}]}");
}

TEST_CASE("JSON: nothing known is null, not left out", "[output]") {
  CHECK(to_json(Annotations{}) ==
        R"({"schema":"newsgloss/1","id":"","article":{"headline":null,"authors":[],"published":null,"dateline":null,)"
        R"("lang":null},"blocks":[],"entities":[],"values":[],"quotes":[],"captions":[]})");
}

TEST_CASE("JSON: offsets in the unit that was asked for", "[output]") {
  Sample s;
  s.block(BlockKind::paragraph, "\xC3\xA9\xF0\x9F\x90\x9F Kenya");
  s.a.entities = {{EntityType::gpe, "Kenya", {}, {}, Gender::unknown, Gender::unknown, {}, {s.mention(0, "Kenya")}}};
  struct Row {
    OffsetUnit unit;
    int start, end;
  };
  for (const Row& row : {Row{OffsetUnit::utf8, 7, 12}, {OffsetUnit::utf16, 4, 9}, {OffsetUnit::code_point, 3, 8}}) {
    const auto json = nlohmann::json::parse(to_json(s.a, row.unit));
    CHECK(json["entities"][0]["mentions"][0]["start"] == row.start);
    CHECK(json["entities"][0]["mentions"][0]["end"] == row.end);
  }
}

TEST_CASE("JSON: pretty and compact say the same", "[output]") {
  const Sample sample = Sample::forum();
  const std::string pretty = to_json(sample.a, OffsetUnit::utf16, JsonStyle::pretty);
  CHECK(nlohmann::ordered_json::parse(pretty).dump() == nlohmann::ordered_json::parse(to_json(sample.a)).dump());
  CHECK(pretty.find("\n        {\"block\": 2, \"start\": 31, \"end\": 43, \"form\": \"name\", \"score\": 0.98},\n") !=
        std::string::npos);
}

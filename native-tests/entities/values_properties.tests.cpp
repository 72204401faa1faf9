// What holds for values of any text: ordered, apart, on character boundaries, the same twice, linear.
#include <string>

#include "article/document.h"
#include "catch.h"
#include "entities/entities.h"

namespace {

using namespace newsgloss;

constexpr const char* pieces[] = {
    "May ",
    "5",
    ",",
    " ",
    "2025",
    "-",
    "Nov. ",
    "Tuesday ",
    "$",
    "1.5bn",
    "three ",
    "million ",
    "per cent",
    "last ",
    "the ",
    "end ",
    "of ",
    "year ",
    "ago ",
    "%",
    "\xE2\x82\xAC",
    "\xC2\xB0"
    "C ",
    "\xE2\x80\x93",
    "12th ",
    "half ",
    "a ",
    "dozen ",
    "T",
    "14:30 ",
    "GMT ",
    "R",
    "N",
    "and ",
    "to ",
    "between ",
    "first ",
    "quarter ",
    "\xF0\x9F\x99\x82",
    "'",
    "90s ",
    "/",
    "06",
    ".",
    "next ",
    "day ",
    "later ",
    "minus ",
    "km ",
    "Rs ",
    "+",
    "0",
    "http://a.b/1/2 ",
    "\xE6\x97\xA5 ",
    "Q3 ",
    "spring ",
    "mid-",
    "one ",
    "hundred ",
    "\n",
    "will ",
    "was ",
};

Document document_of(Article& article, const std::string& text) {
  article.blocks.clear();
  article.blocks.push_back({BlockKind::paragraph, text, true});
  article.published = CivilDate{2025, 11, 7};
  return read_document(article);
}

void check_shape(const std::string& text) {
  CAPTURE(text);
  Article article;
  const Document document = document_of(article, text);
  const auto values = find_values(document);
  std::uint32_t before = 0;
  bool ordered = true;
  bool inside = true;
  bool boundary = true;
  for (const Value& value : values) {
    ordered = ordered && value.span.begin >= before && !value.span.empty();
    inside = inside && value.span.end <= text.size();
    auto starts = [&](std::uint32_t at) {
      return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    };
    boundary = boundary && inside && starts(value.span.begin) && starts(value.span.end);
    before = value.span.end;
  }
  CHECK(ordered);
  CHECK(inside);
  CHECK(boundary);
  const auto again = find_values(document);
  REQUIRE(again.size() == values.size());
  for (std::size_t i = 0; i < values.size(); ++i) CHECK(again[i].value == values[i].value);
}

}  // namespace

TEST_CASE("values of random texts are ordered, apart and whole characters", "[values][property]") {
  std::uint64_t state = 88172645463325252ULL;
  auto next = [&] {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
  };
  for (int n = 0; n < 2000; ++n) {
    std::string text;
    const std::size_t count = next() % 24;
    for (std::size_t i = 0; i < count; ++i) text += pieces[next() % std::size(pieces)];
    check_shape(text);
  }
}

TEST_CASE("no blocks, empty blocks, only furniture: no values", "[values]") {
  Article article;
  CHECK(find_values(read_document(article)).empty());
  article.blocks.push_back({BlockKind::paragraph, "", true});
  article.blocks.push_back({BlockKind::furniture, "Read more: 12 November", true});
  CHECK(find_values(read_document(article)).empty());
}

TEST_CASE("a token of kilobytes of signs holds no value, and those around it are found", "[values]") {
  Article article;
  article.blocks.push_back({BlockKind::paragraph, "In 2024 " + std::string(5000, '.') + " 14 boats sank.", true});
  article.blocks.push_back({BlockKind::paragraph, "Code x" + std::string(2000, '7') + "-7 cost $5 million.", true});
  const std::vector<Value> values = find_values(read_document(article));
  REQUIRE(values.size() == 3);
  CHECK(values[0].value == "2024");
  CHECK(values[1].value == "14");
  CHECK(values[2].type == ValueType::money);
}

#include "text/offsets.h"

#include "catch.h"
#include "text/exact.h"
#include "text/utf8.h"

using namespace newsgloss;
using newsgloss::testing::Exact;
using newsgloss::testing::Random;

TEST_CASE("the drawing in the header", "[offsets]") {
  const std::string text =
      "\u00E9\U0001F600"
      "a";
  const OffsetMap utf16(text, OffsetUnit::utf16);
  const OffsetMap points(text, OffsetUnit::code_point);
  const OffsetMap bytes(text, OffsetUnit::utf8);
  const std::uint32_t at[] = {0, 2, 6, 7};
  const std::uint32_t in_utf16[] = {0, 1, 3, 4};
  const std::uint32_t in_points[] = {0, 1, 2, 3};
  for (int i = 0; i < 4; ++i) {
    CHECK(utf16(at[i]) == in_utf16[i]);
    CHECK(points(at[i]) == in_points[i]);
    CHECK(bytes(at[i]) == at[i]);
  }
}

TEST_CASE("equal to counting character by character, for texts of any size", "[offsets]") {
  Random random(2);
  for (int round = 0; round < 400; ++round) {
    const Exact text(replace_invalid_utf8(round % 2 == 0 ? newsgloss::testing::random_text(random, 120)
                                                         : newsgloss::testing::random_bytes(random, 200)));
    const OffsetMap utf16(text.view(), OffsetUnit::utf16);
    const OffsetMap points(text.view(), OffsetUnit::code_point);
    std::uint32_t units = 0;
    std::uint32_t count = 0;
    for (std::uint32_t at = 0;;) {
      REQUIRE(utf16(at) == units);
      REQUIRE(points(at) == count);
      if (at == text.view().size()) break;
      const CodePoint c = decode(text.view(), at);
      at += c.bytes;
      units += c.value > 0xFFFF ? 2 : 1;
      ++count;
    }
  }
}

TEST_CASE("lengths beside the stride of the map", "[offsets]") {
  for (std::size_t n = 0; n < 200; ++n) {
    std::string text;
    for (std::size_t i = 0; i < n; ++i) text += "\u00E9";
    const OffsetMap map(text, OffsetUnit::utf16);
    REQUIRE(map(static_cast<std::uint32_t>(text.size())) == n);
  }
}

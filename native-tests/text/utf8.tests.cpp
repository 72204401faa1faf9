#include "text/utf8.h"

#include "catch.h"
#include "text/exact.h"

using namespace newsgloss;
using newsgloss::testing::Exact;
using newsgloss::testing::Random;
using namespace std::string_literals;

TEST_CASE("ill-formed UTF-8 is replaced as browsers do it", "[utf8]") {
  const struct {
    std::string in, out;
  } rows[] = {
      {"", ""},
      {"plain", "plain"},
      {"caf\u00E9 \U0001F600", "caf\u00E9 \U0001F600"},
      {"a\xFFz", "a\uFFFDz"},
      {"\xC3", "\uFFFD"},      // cut off
      {"\xE2\x82", "\uFFFD"},  // cut off: one replacement for the maximal part
      {"\xE2\x82x", "\uFFFDx"},
      {"\xF0\x9F\x98", "\uFFFD"},
      {"\xC0\xAF", "\uFFFD\uFFFD"},  // overlong
      {"\xE0\x80\xAF", "\uFFFD\uFFFD\uFFFD"},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},            // a surrogate
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},  // above U+10FFFF
      {"\xF8\x88\x80\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"\x80\xBF", "\uFFFD\uFFFD"},
      {"\xF1\x80\x80\xE1\x80\xC2"
       "b",
       "\uFFFD\uFFFD\uFFFDb"},  // Unicode 15, table 3-8's cousin
      {"nul\0here"s, "nul\0here"s},
  };
  for (const auto& row : rows) {
    CAPTURE(row.in);
    const Exact in(row.in);
    CHECK(replace_invalid_utf8(in.view()) == row.out);
    CHECK(is_valid_utf8(in.view()) == (row.in == row.out));
  }
}

TEST_CASE("any bytes become valid UTF-8, and valid UTF-8 stays", "[utf8]") {
  Random random(1);
  for (int i = 0; i < 20000; ++i) {
    const Exact in(newsgloss::testing::random_bytes(random, 24));
    const std::string out = replace_invalid_utf8(in.view());
    REQUIRE(is_valid_utf8(out));
    REQUIRE((out == in.view()) == is_valid_utf8(in.view()));
    std::string again;
    for (std::size_t at = 0; at < out.size();) {
      const CodePoint c = decode(out, at);
      append_utf8(again, c.value);
      at += c.bytes;
      REQUIRE(decode_before(out, at).value == c.value);
    }
    REQUIRE(again == out);
  }
}

TEST_CASE("UTF-16 from JavaScript; a lone surrogate is one U+FFFD", "[utf8]") {
  CHECK(from_utf16(u"caf\u00E9 \U0001F600") == "caf\u00E9 \U0001F600");
  CHECK(from_utf16(std::u16string{u'a', 0xD83D, u'b'}) == "a\uFFFDb");
  CHECK(from_utf16(std::u16string{0xDE00, 0xD83D}) == "\uFFFD\uFFFD");
  CHECK(from_utf16(std::u16string{0xD83D, 0xD83D, 0xDE00}) == "\uFFFD\U0001F600");
  CHECK(from_utf16(std::u16string(1, u'\0')) == std::string(1, '\0'));
}

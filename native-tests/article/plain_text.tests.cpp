#include "article/plain_text.h"

#include "catch.h"
#include "text/exact.h"
#include "text/utf8.h"

using namespace newsgloss;
using newsgloss::testing::Exact;
using newsgloss::testing::Random;
using namespace std::string_literals;

namespace {

std::vector<std::string> blocks_of(std::string_view given) {
  const Exact text(given);
  std::vector<std::string> out;
  for (const Block& block : parse_plain_text(text.view(), "x").blocks) out.push_back(block.text);
  return out;
}

using Blocks = std::vector<std::string>;

}  // namespace

TEST_CASE("one block a line", "[plain_text]") {
  CHECK(blocks_of("") == Blocks{});
  CHECK(blocks_of(" \n\t\r\n\xC2\xA0\n") == Blocks{});
  CHECK(blocks_of("\xEF\xBB\xBFOne\r\nTwo\rThree\n\n  Four  ") == Blocks{"One", "Two", "Three", "Four"});
  CHECK(blocks_of("One\u2028Two\u2029Three\fFour") == Blocks{"One", "Two", "Three", "Four"});
  CHECK(blocks_of("a\0b\n\xFF"s) == Blocks{"a\uFFFDb", "\uFFFD"});
  const Article article = parse_plain_text("One", "name");
  CHECK(article.id == "name");
  CHECK_FALSE(article.blocks[0].kind_given);
}

TEST_CASE("wrapped paragraphs between blank lines are joined", "[plain_text]") {
  const char* wrapped =
      "Harbour reopens after storm\n"
      "By Jane Doe\n"
      "\n"
      "The harbour reopened on Monday after workers had cleared the wreckage of nine\n"
      "boats that a storm had thrown onto the quay, the port authority said in a short\n"
      "statement.\n"
      "\n"
      "Trade will resume on Tuesday, it said, and the fishing fleet is to leave on the\n"
      "morning tide.\n";
  CHECK(blocks_of(wrapped) ==
        Blocks{"Harbour reopens after storm", "By Jane Doe",
               "The harbour reopened on Monday after workers had cleared the wreckage of nine boats that a storm had "
               "thrown onto the quay, the port authority said in a short statement.",
               "Trade will resume on Tuesday, it said, and the fishing fleet is to leave on the morning tide."});
}

TEST_CASE("lines that are whole stay blocks, with blank lines between or not", "[plain_text]") {
  CHECK(blocks_of("Short headline\n\nOne sentence is here.\nAnother one is there.\n\nA third.\n") ==
        Blocks{"Short headline", "One sentence is here.", "Another one is there.", "A third."});
}

TEST_CASE("any bytes: valid UTF-8 without line breaks, nothing lost but space", "[plain_text]") {
  Random random(5);
  for (int round = 0; round < 3000; ++round) {
    const std::string text =
        round % 2 == 0 ? newsgloss::testing::random_bytes(random, 60) : newsgloss::testing::random_text(random, 30);
    for (const std::string& block : blocks_of(text)) {
      REQUIRE_FALSE(block.empty());
      REQUIRE(is_valid_utf8(block));
      REQUIRE(block.find_first_of(std::string("\n\r\f\0", 4)) == std::string::npos);
    }
  }
}

TEST_CASE("a line of ten megabytes is a block", "[plain_text]") {
  const std::string line(10 << 20, 'x');
  CHECK(blocks_of(line) == Blocks{line});
}

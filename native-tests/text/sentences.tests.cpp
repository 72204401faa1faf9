#include "text/sentences.h"

#include "catch.h"
#include "text/exact.h"
#include "text/utf8.h"

using namespace newsgloss;
using newsgloss::testing::Exact;
using newsgloss::testing::Random;

namespace {

std::string sentences_of(std::string_view given) {
  const Exact text(given);
  std::vector<Token> tokens;
  std::vector<TokenRange> sentences;
  tokenize(text.view(), tokens);
  split_sentences(text.view(), tokens, sentences);
  std::string out;
  for (const TokenRange range : sentences) {
    if (!out.empty()) out += " || ";
    out += slice(text.view(), {tokens[range.first].span.begin, tokens[range.last - 1].span.end});
  }
  return out;
}

}  // namespace

TEST_CASE("sentence boundaries: || marks them", "[sentences]") {
  const char* rows[] = {
      "",
      "A heading without a stop",
      "It rained. || The crowd left! || Why? || Nobody knew.",
      // abbreviations
      "Mr. Khan met Gen. Roe. || They spoke.",
      "R. Hakimov came. || So did J. R. Doe.",
      "He lives in the U.S. || The house is old.",
      "The U.S. Senate met on Sept. 1 at noon.",
      "It opened at 9 a.m. Tuesday. || It shut at 4 p.m. || Police watched.",
      "He works for Acme Inc. || The firm is small.",
      "Acme Inc. Chairman Jane Doe spoke.",
      "They chose Plan B. || The end was near.",
      "We met Amartya Sen. || He won.",
      "See No. 5. || No. 6 is missing.",
      "It cost 5.50. || 30 were sold.",
      "Lee, Kim, etc. || Officials agreed.",
      // quotes
      "\"It works.\" || Then he left.",
      "\"It works,\" he said. || She left.",
      "\"Why?\" he asked.",
      "\"Why?\" Smith asked. || \"Never!\" || The crowd ran.",
      "\u201CI know.\u201D || \u201CSo do I.\u201D",
      "\u201CStop!\u201D Mayor Jane Doe told reporters. || Nobody did.",
      "\"We came. || We saw,\" he said.",
      "He said: \"No.\" || (He laughed.) || They left.",
      "He called it \"the best.\" || It was not.",
      "\u2018No.\u2019 || She left.",
      // ellipses, lists, odd spacing
      "Well... maybe. || Then\u2026 || Nothing came.",
      "1. First of all. || It is so.",
      "He left.The end came. || It did. . . || Yes.",
      "Yahoo! said so.",
      "\"I know.\" \u2014 Jane Doe",
      "\u4ED6\u8D70\u4E86\u3002 || \u5979\u6765\u4E86\u3002",
  };
  for (const char* row : rows) {
    std::string text = row;
    for (std::size_t at = text.find("|| "); at != std::string::npos; at = text.find("|| ")) text.erase(at, 3);
    CAPTURE(text);
    std::string expected = row;
    if (expected.find("left.The") != std::string::npos) expected.insert(expected.find("The end"), " || ");
    CHECK(sentences_of(text) == expected);
  }
}

TEST_CASE("sentences cover all tokens without gaps", "[sentences]") {
  Random random(4);
  std::vector<Token> tokens;
  std::vector<TokenRange> sentences;
  for (int round = 0; round < 5000; ++round) {
    const Exact text(replace_invalid_utf8(newsgloss::testing::random_text(random, 24)));
    tokenize(text.view(), tokens);
    split_sentences(text.view(), tokens, sentences);
    std::uint32_t at = 0;
    for (const TokenRange range : sentences) {
      REQUIRE(range.first == at);
      REQUIRE(range.last > range.first);
      at = range.last;
    }
    REQUIRE(at == tokens.size());
  }
}

TEST_CASE("A sentence without end is cut, so that memory for it stays small", "[text]") {
  std::string text;
  for (int i = 0; i < 10000; ++i) text += ", ";
  std::vector<Token> tokens;
  std::vector<TokenRange> sentences;
  tokenize(text, tokens);
  split_sentences(text, tokens, sentences);
  REQUIRE(tokens.size() == 10000);
  REQUIRE(sentences.size() == 3);
  CHECK(sentences[0].size() == 4096);
  CHECK(sentences[1].size() == 4096);
  CHECK(sentences[2].last == 10000);
}

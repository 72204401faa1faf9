#include "tagger/given_tokens.h"

#include "catch.h"

using namespace newsgloss;

namespace {

struct Case {
  std::vector<std::string_view> written;
  std::string_view text;
};

std::string kinds_of(const GivenBlock& block) {
  std::string out;
  for (const Token& token : block.tokens) {
    if (token.kind == TokenKind::open_quote) out += '(';
    if (token.kind == TokenKind::close_quote) out += ')';
    if (token.kind == TokenKind::possessive) out += 's';
    if (token.kind == TokenKind::word) out += 'w';
    if (token.kind == TokenKind::number) out += '1';
    if (token.kind == TokenKind::dash) out += '-';
    if (token.kind == TokenKind::punctuation) out += '.';
    if (token.kind == TokenKind::symbol) out += '$';
    if (token.kind == TokenKind::link) out += '@';
  }
  return out;
}

}  // namespace

TEST_CASE("Given tokens are put together to readable text, one token for each") {
  const std::vector<Case> cases = {
      {{}, ""},
      {{"Rain"}, "Rain"},
      {{"``", "It", "'s", "true", ",", "''", "she", "said", "."}, "\u201CIt's true,\u201D she said."},
      {{"-LRB-", "AP", "-RRB-", "A", "word"}, "(AP) A word"},
      {{"costs", "$", "5", "per", "kilo"}, "costs $5 per kilo"},
      {{"\"", "Go", "!", "\"", "he", "cried"}, "\"Go!\" he cried"},
      {{"did", "n't", "say"}, "didn't say"},
      {{"New York", "", "\u00E9"}, "New York _ \u00E9"},
      {{"the", "Kumasi", "-", "Tamale", "road"}, "the Kumasi-Tamale road"},
      {{"Covid", "-", "19"}, "Covid-19"},
      {{"rain", "--", "and", "wind", "-"}, "rain -- and wind -"},
      {{"-", "Rain", ",", "-", "wind"}, "- Rain, - wind"},
      {{"Dr", ".", "Mensah"}, "Dr. Mensah"},
  };
  GivenBlock block;
  for (const Case& c : cases) {
    join_given_tokens(c.written, block);
    CAPTURE(c.text);
    CHECK(block.text == c.text);
    REQUIRE(block.tokens.size() == c.written.size());
    std::uint32_t last = 0;
    for (const Token& token : block.tokens) {
      CHECK(token.span.begin >= last);
      CHECK(token.span.end > token.span.begin);
      CHECK(token.span.end <= block.text.size());
      last = token.span.end;
    }
  }
}

TEST_CASE("Quote marks of given tokens open and close") {
  const std::vector<std::pair<std::vector<std::string_view>, std::string_view>> cases = {
      {{"``", "yes", "''"}, "(w)"},
      {{"\"", "yes", "\"", "\"", "no", "\""}, "(w)(w)"},
      {{"`", "yes", "'"}, "(w)"},
      {{"workers", "'", "pay"}, "wsw"},
      // '' for both marks, as some converters write
      {{"said", ":", "''", "Yes", ".", "''"}, "w.(w.)"},
      {{"''", "Yes", ",", "''", "he", "said"}, "(w.)ww"},
      // a closing mark whose opening one stands in another chunk
      {{"Yes", ",", "''", "he", "said", ".", "``", "No", ".", "''"}, "w.)ww.(w.)"},
      {{"Yes", ",", "''", "he", "said"}, "w.)ww"},
  };
  GivenBlock block;
  for (const auto& [written, kinds] : cases) {
    join_given_tokens(written, block);
    CAPTURE(block.text);
    CHECK(kinds_of(block) == kinds);
  }
}

TEST_CASE("A given block becomes a block of a document") {
  GivenBlock given;
  join_given_tokens({"It", "rained", ".", "Nobody", "minded", "."}, given);
  DocumentBlock block;
  read_given_block(given, block);
  CHECK(block.text == "It rained. Nobody minded.");
  CHECK(block.tokens.size() == 6);
  REQUIRE(block.sentences.size() == 2);
  CHECK(block.sentences[0] == TokenRange{0, 3});
}

TEST_CASE("Many unmatched marks are read in linear time") {
  const std::vector<std::string_view> marks(200000, "''");
  GivenBlock block;
  join_given_tokens(marks, block);
  CHECK(block.tokens.size() == marks.size());
}

TEST_CASE("The period of an abbreviation, given apart, ends no sentence") {
  const std::vector<std::pair<std::vector<std::string_view>, std::vector<TokenRange>>> cases = {
      {{"Dr", ".", "Mensah", "left", ".", "Rain", "fell", "."}, {{0, 5}, {5, 8}}},
      {{"the", "U", ".", "S", ".", "State", "Department", "said"}, {{0, 8}}},
      {{"W", ".", "Adjei", "won", "."}, {{0, 5}}},
      {{"It", "ended", ".", "Crowds", "cheered"}, {{0, 3}, {3, 5}}},
  };
  GivenBlock given;
  DocumentBlock block;
  for (const auto& [written, sentences] : cases) {
    join_given_tokens(written, given);
    CAPTURE(given.text);
    read_given_block(given, block);
    CHECK(block.tokens.size() == written.size());
    REQUIRE(block.sentences.size() == sentences.size());
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      CHECK(block.sentences[i].first == sentences[i].first);
      CHECK(block.sentences[i].last == sentences[i].last);
    }
  }
}

#include "text/quote_pairs.h"

#include <string>

#include "catch.h"

using namespace newsgloss;

namespace {
/// Pairs written out: their text, "<" where unopened, ">" where unclosed, "+" for each level of depth.
std::string pairs_of(const std::string& text) {
  std::vector<Token> tokens;
  tokenize(text, tokens);
  std::vector<QuotePair> pairs;
  pair_quote_marks(text, tokens, pairs);
  std::string out;
  for (const QuotePair& pair : pairs) {
    if (!out.empty()) out += " | ";
    out.append(pair.depth, '+');
    if (!pair.opened) out += "<";
    out += text.substr(tokens[pair.tokens.first].span.begin,
                       tokens[pair.tokens.last - 1].span.end - tokens[pair.tokens.first].span.begin);
    if (!pair.closed) out += ">";
  }
  return out;
}
}  // namespace

TEST_CASE("quote pairs: families and nesting") {
  struct Row {
    const char* text;
    const char* pairs;
  };
  for (const Row& row : std::vector<Row>{
           {"", ""},
           {"No marks here.", ""},
           {"\"One,\" he said. \"Two.\"", "\"One,\" | \"Two.\""},
           {"\u201COne,\u201D he said.", "\u201COne,\u201D"},
           {"\u00ABUn\u00BB et \u00ABdeux\u00BB", "\u00ABUn\u00BB | \u00ABdeux\u00BB"},
           {"\u201COut \u2018in\u2019 out\u201D", "\u201COut \u2018in\u2019 out\u201D | +\u2018in\u2019"},
           {"\u2018Out \u201Cin\u201D out\u2019", "\u2018Out \u201Cin\u201D out\u2019 | +\u201Cin\u201D"},
           {"\u201COne. \u201CTwo,\u201D he said.", "\u201COne. > | \u201CTwo,\u201D"},
           {"\u201COne and no end.", "\u201COne and no end.>"},
           {"and an end.\u201D He left.", "<and an end.\u201D"},
           {"The workers\u2019 pay and the miners\u2019 pay", ""},
           {"\u201CThe workers\u2019 pay,\u201D she said", "\u201CThe workers\u2019 pay,\u201D"},
           {"'Tis late and the '90s are gone", ""},
           {"He said \"go\". She said \"stay\".", "\"go\" | \"stay\""},
       }) {
    CAPTURE(row.text);
    std::string want = row.pairs;
    const std::size_t blank = want.find(" >");  // an unclosed pair ends with its last token
    if (blank != std::string::npos) want.erase(blank, 1);
    CHECK(pairs_of(row.text) == want);
  }
}

TEST_CASE("quote pairs: ordered, nested properly, inside the block, whatever the marks") {
  const std::vector<std::string> pieces = {"\"",     "'", "\u201C", "\u201D", "\u2018", "\u2019", "\u00AB", "\u00BB",
                                           "\u201E", "a", "b",      " ",      " ",      ".",      ","};
  std::uint32_t state = 7;
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) {
      state = state * 1664525u + 1013904223u;
      text += pieces[(state >> 16) % pieces.size()];
    }
    CAPTURE(text);
    std::vector<Token> tokens;
    tokenize(text, tokens);
    std::vector<QuotePair> pairs;
    pair_quote_marks(text, tokens, pairs);
    std::uint32_t first = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      REQUIRE(pairs[i].tokens.first >= first);
      REQUIRE(pairs[i].tokens.first < pairs[i].tokens.last);
      REQUIRE(pairs[i].tokens.last <= tokens.size());
      first = pairs[i].tokens.first;
    }
  }
}

#include "output/report.h"

#include <fstream>
#include <iterator>
#include <sstream>

#include "catch.h"
#include "output/columns.h"
#include "output/sample.h"

using namespace newsgloss;
using newsgloss::test::Sample;

TEST_CASE("columns: width of a text in a terminal", "[output]") {
  struct Row {
    std::string text;
    int columns;
  };
  for (const Row& row : {Row{"", 0},
                         {"abc", 3},
                         {"\xC3\xA9", 1},
                         {"e\xCC\x81", 1},
                         {"\xE4\xB9\xA0\xE8\xBF\x91", 4},
                         {"\xF0\x9F\x90\x9F!", 3},
                         {"\xE2\x80\x9Cq\xE2\x80\x9D", 3}}) {
    CAPTURE(row.text);
    CHECK(columns_of(row.text) == row.columns);
  }
}

TEST_CASE("columns: nothing that steers a terminal is printed", "[output]") {
  CHECK(printable(" a\t\n b\x1b[31m ") == "a b [31m");
  CHECK(printable(std::string("x\0y\x7f", 4)) == "x y");
  CHECK(printable("a\xC2\x9B"
                  "b \xE2\x80\xAEz") == "a b z");  // C1 CSI, right-to-left override
  CHECK(printable("") == "");
}

TEST_CASE("columns: shorten at a word's end", "[output]") {
  CHECK(shorten("one two", 7) == "one two");
  CHECK(shorten("one two three", 12) == "one two \xE2\x80\xA6");
  CHECK(shorten("one two, three", 13) == "one two \xE2\x80\xA6");
  CHECK(shorten("abcdefghijkl", 6) == "abcd \xE2\x80\xA6");
  CHECK(columns_of(shorten("\xE4\xB9\xA0\xE8\xBF\x91\xE5\xB9\xB3\xE4\xB9\xA0\xE8\xBF\x91", 7)) <= 7);
}

TEST_CASE("columns: wrap", "[output]") {
  using Lines = std::vector<std::string>;
  CHECK(wrap("", 10) == Lines{""});
  CHECK(wrap("one two three", 7) == Lines{"one two", "three"});
  CHECK(wrap("one two three", 7, 4) == Lines{"one", "two", "three"});
  CHECK(wrap("one two", 7, 7) == Lines{"", "one two"});
  CHECK(wrap("abcdefghij kl", 4) == Lines{"abcd", "efgh", "ij", "kl"});
  CHECK(wrap("a  b", 4) == Lines{"a b"});
}

TEST_CASE("report: who said what, who is who, captions", "[output]") {
  const Sample sample = Sample::forum();
  std::ifstream file(NEWSGLOSS_SOURCE_DIR "/native-tests/output/report.expected.txt", std::ios::binary);
  const std::string expected((std::istreambuf_iterator<char>(file)), {});
  CHECK(to_report(sample.a, {80, false}) == expected);
}

TEST_CASE("report: no line is wider than asked, and colour only when asked", "[output]") {
  Sample s = Sample::forum();
  s.a.entities[0].role =
      "deputy chairperson of the standing committee of the intergovernmental assembly of the lake basin states";
  s.a.article.blocks[2].text += std::string(500, 'x');
  s.a.quotes[1].content[0].span.end = static_cast<std::uint32_t>(s.a.article.blocks[2].text.size());
  for (const int width : {40, 60, 96, 120}) {
    std::istringstream lines(to_report(s.a, {width, false}));
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(width, line);
      CHECK(columns_of(line) <= width);
      CHECK(line.find('\x1b') == std::string::npos);
    }
  }
  CHECK(to_report(s.a, {96, true}).find("\x1b[1mWHO SAID WHAT\x1b[0m") != std::string::npos);
}

TEST_CASE("report: an article with nothing in it", "[output]") {
  CHECK(to_report(Annotations{}) == "(no headline)\n0 words\n");
}

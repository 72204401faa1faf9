// `newsgloss tag` from outside: every line comes back, with two more columns where it is not empty.
#include <sstream>
#include <vector>

#include "catch.h"
#include "cli/command.h"

using newsgloss::test::Run;
using newsgloss::test::Workplace;

namespace {

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);) out.push_back(part);
  return out;
}

}  // namespace

TEST_CASE("tag: lines are kept, two columns are added", "[cli]") {
  const Workplace here;
  const std::vector<std::string> lines = {"-DOCSTART- story-1\tO",
                                          "",
                                          "``",
                                          "It",
                                          "works",
                                          ",",
                                          "''",
                                          "said",
                                          "Mr.",
                                          "O'Brien\tB-PER\tx",
                                          "-LRB-",
                                          "51",
                                          "-RRB-",
                                          ".",
                                          "",
                                          "",
                                          "New York",
                                          "\tempty",
                                          " ",
                                          "caf\xE9",
                                          "-DOCSTART-",
                                          "Direct",
                                          "on"};
  std::string input;
  for (const std::string& line : lines) input += line + '\n';
  for (const bool last_break : {true, false}) {
    const Run run = here.run("tag -", last_break ? input : input.substr(0, input.size() - 1));
    CHECK(run.status == 0);
    CHECK(run.error.empty());
    CHECK(run.out.back() == '\n');
    const std::vector<std::string> out = split(run.out, '\n');
    REQUIRE(out.size() == lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      CAPTURE(lines[i], out[i]);
      if (lines[i].empty()) {
        CHECK(out[i].empty());
        continue;
      }
      REQUIRE(out[i].compare(0, lines[i].size() + 1, lines[i] + '\t') == 0);
      const std::vector<std::string> added = split(out[i].substr(lines[i].size() + 1), '\t');
      REQUIRE(added.size() == 2);
      for (const std::string& label : added) CHECK((label == "O" || label[1] == '-'));
      if (lines[i][0] == '-' && lines[i][1] == 'D') CHECK((added[0] == "O" && added[1] == "O"));
    }
  }
}

TEST_CASE("tag: BIO labels are well formed, and a chunk's first is never I", "[cli]") {
  const Workplace here;
  std::string input = "-DOCSTART-\n\n";
  for (int i = 0; i < 20; ++i)
    input +=
        "President\nAna\nOtieno\nof\nKenya\nsaid\non\nTuesday\nthat\ntalks\nwith\nUganda\nhad\nbegun\n.\n\n"
        "Otieno\n\n``\nWe\nact\n,\n''\nshe\ntold\nreporters\nin\nNairobi\n.\n\n";
  const Run run = here.run("tag", input);
  CHECK(run.status == 0);
  std::size_t entities = 0;
  std::size_t attribution = 0;
  std::string before[2] = {"O", "O"};
  for (const std::string& line : split(run.out, '\n')) {
    const std::vector<std::string> columns = split(line, '\t');
    for (std::size_t c = 0; c < 2; ++c) {
      const std::string label = columns.empty() ? "O" : columns[c + 1];
      CAPTURE(line);
      if (label[0] == 'I') CHECK(before[c].substr(1) == label.substr(1));
      if (label[0] == 'B') ++(c == 0 ? entities : attribution);
      before[c] = label;
    }
  }
  CHECK(entities > 0);
  CHECK(attribution > 0);
}

TEST_CASE("tag: Windows line breaks stay", "[cli]") {
  const Workplace here;
  CHECK(here.run("tag", "on\r\n\r\nby\r\n").out == "on\tO\tO\r\n\r\nby\tO\tO\r\n");
}

TEST_CASE("tag: documents do not know of each other, files neither", "[cli]") {
  const Workplace here;
  const std::string one = "-DOCSTART-\n\nOtieno\nspoke\n.\n\nPresident\nAna\nOtieno\nsaid\nso\n.\n\n";
  const std::string two = "-DOCSTART-\n\nThe\nriver\nOtieno\nrose\n.\n\n";
  here.write("one.bio", one);
  here.write("two.bio", two);
  const std::string apart = here.run("tag one.bio").out + here.run("tag two.bio").out;
  CHECK(here.run("tag", one + two).out == apart);
  CHECK(here.run("tag one.bio two.bio").out == apart);
}

TEST_CASE("tag: bad input", "[cli]") {
  const Workplace here;
  here.make_folder("folder");
  CHECK(here.run("tag folder").error == "folder: Is a directory\n");
  CHECK(here.run("tag missing").error == "missing: No such file or directory\n");
  const Run empty = here.run("tag -");
  CHECK(empty.status == 1);
  CHECK(empty.error == "<stdin>: empty: no token in it\n");
  CHECK(here.run("tag --format x").status == 2);
  here.write("good", "on\n");
  const Run among = here.run("tag good missing good");
  CHECK(among.status == 1);
  CHECK(among.out == "on\tO\tO\non\tO\tO\n");
}

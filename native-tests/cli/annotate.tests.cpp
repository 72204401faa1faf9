// `newsgloss annotate` from outside: inputs, formats, what is said of bad input, exit statuses.
#include <nlohmann/json.hpp>

#include "catch.h"
#include "cli/command.h"

using newsgloss::test::Run;
using newsgloss::test::Workplace;
using nlohmann::json;

namespace {

std::string line_of(const std::string& id, const std::string& text = "Minister Ana Otieno said talks had begun.") {
  return json{{"id", id}, {"blocks", {{{"text", text}}}}}.dump() + '\n';
}

std::vector<json> parse_lines(const std::string& text) {
  std::vector<json> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    REQUIRE(end != std::string::npos);
    out.push_back(json::parse(text.substr(at, end - at)));
    at = end + 1;
  }
  return out;
}

bool starts_with(const std::string& text, const std::string& start) {
  return text.compare(0, start.size(), start) == 0;
}

}  // namespace

TEST_CASE("command: what it is and how it is called", "[cli]") {
  const Workplace here;
  CHECK(here.run("").status == 2);
  CHECK(starts_with(here.run("--help").out, "newsgloss - "));
  CHECK(starts_with(here.run("--version").out, "newsgloss 0."));
  for (const char* command : {"annotate", "tag", "report", "eval", "info"}) {
    CAPTURE(command);
    const Run help = here.run(std::string(command) + " --help");
    CHECK(help.status == 0);
    CHECK(starts_with(help.out, std::string("Usage: newsgloss ") + command));
    CHECK(help.error.empty());
  }
  const Run unknown = here.run("judge x.bio");
  CHECK(unknown.status == 2);
  CHECK(unknown.error == "newsgloss: unknown command \"judge\"\nTry: newsgloss --help\n");
  CHECK(here.run("info").out.find("schema    newsgloss/1\n") != std::string::npos);
}

TEST_CASE("annotate: wrong usage is status 2, with a reason and nothing on standard output", "[cli]") {
  struct Row {
    std::string arguments;
    std::string message;
  };
  const Row rows[] = {
      {"--input html x", "--input is txt, json or jsonl, not \"html\""},
      {"--format=xml x",
       "--format is json, jsonl, text, conll, csv, w3c, schema.org, html, brat or brat-txt, not \"xml\""},
      {"--offsets bytes x", "--offsets is utf16, utf8 or codepoint, not \"bytes\""},
      {"--published tomorrow x", "--published is a date, YYYY-MM-DD, not \"tomorrow\""},
      {"--published 2025-02-29 x", "--published is a date, YYYY-MM-DD, not \"2025-02-29\""},
      {"--jobs 0 x", "--jobs is a number from 1 to 256, not \"0\""},
      {"--jobs 2x x", "--jobs is a number from 1 to 256, not \"2x\""},
      {"--jobs", "--jobs needs a value"},
      {"--colour x", "unknown option --colour"},
      {"-x", "unknown option -x"},
      {"--help=yes", "--help takes no value"},
  };
  const Workplace here;
  for (const Row& row : rows) {
    CAPTURE(row.arguments);
    const Run run = here.run("annotate " + row.arguments);
    CHECK(run.status == 2);
    CHECK(run.out.empty());
    CHECK(run.error == "newsgloss annotate: " + row.message + "\nTry: newsgloss annotate --help\n");
  }
}

TEST_CASE("annotate: one file is one object, several are an array", "[cli]") {
  const Workplace here;
  here.write("a.txt", "Lake forum opens\n\nMinister Ana Otieno said talks had begun.\n");
  here.write("b.json", "{\n  \"id\": \"b\",\n  \"published\": \"2025-11-07T10:00:00Z\",\n  \"blocks\": []\n}\n");
  const Run one = here.run("annotate a.txt");
  CHECK(one.status == 0);
  CHECK(one.error.empty());
  CHECK(starts_with(one.out, "{\n  \"schema\": \"newsgloss/1\",\n  \"id\": \"a\",\n"));
  CHECK(one.out.substr(one.out.size() - 3) == "\n}\n");
  CHECK(json::parse(one.out)["blocks"].size() == 2);

  const Run both = here.run("annotate a.txt b.json");
  CHECK(both.status == 0);
  const json array = json::parse(both.out);
  REQUIRE(array.size() == 2);
  CHECK(array[0] == json::parse(one.out));
  CHECK(array[1]["id"] == "b");
  CHECK(array[1]["article"]["published"] == "2025-11-07");

  const Run lines = here.run("annotate --format jsonl a.txt b.json");
  CHECK(parse_lines(lines.out) == std::vector<json>{array[0], array[1]});
}

TEST_CASE("annotate: standard input is told by its first byte, or by --input", "[cli]") {
  const Workplace here;
  for (const char* arguments : {"annotate", "annotate -"}) {
    CHECK(parse_lines(here.run(arguments, line_of("x") + line_of("y")).out).size() == 2);
    CHECK(json::parse(here.run(arguments, "Lake forum opens\n").out)["blocks"][0]["text"] == "Lake forum opens");
  }
  CHECK(json::parse(here.run("annotate --input json", "\n{\"id\": \"p\",\n \"blocks\": []}").out)["id"] == "p");
  CHECK(json::parse(here.run("annotate --input txt", "{curly}").out)["blocks"][0]["text"] == "{curly}");
  here.write("odd.dat", line_of("x"));
  CHECK(json::parse(here.run("annotate --input jsonl --format json odd.dat").out).size() == 1);
  here.write("-dash.txt", "Lake forum opens\n");
  CHECK(here.run("annotate -- -dash.txt").status == 0);
}

TEST_CASE("annotate: a bad line has its error in its place, and the rest goes on", "[cli]") {
  const Workplace here;
  here.write("in.jsonl", "\xEF\xBB\xBF" + line_of("one") + "\n" + "{\"blocks\": [}\n" + line_of("two").substr(0, 20) +
                             "\n" + "{\"blocks\": [{\"text\": \"x\", \"kind\": \"paragraf\"}]}\r\n" + "  \r\n" +
                             "[1]\n" + line_of("three").substr(0, line_of("three").size() - 1));
  for (const char* jobs : {"1", "3"}) {
    CAPTURE(jobs);
    const Run run = here.run(std::string("annotate in.jsonl --jobs ") + jobs);
    CHECK(run.status == 1);
    const std::vector<json> lines = parse_lines(run.out);
    REQUIRE(lines.size() == 6);
    CHECK(lines[0]["id"] == "one");
    CHECK(starts_with(lines[1]["error"], "in.jsonl:3: column 13: "));
    CHECK(starts_with(lines[2]["error"], "in.jsonl:4: column "));
    CHECK(lines[3]["error"] == "in.jsonl:5: blocks[0].kind: unknown kind \"paragraf\"");
    CHECK(lines[4]["error"] == "in.jsonl:7: expected an object, found an array");
    CHECK(lines[5]["id"] == "three");
    std::string errors;
    for (std::size_t i = 1; i < 5; ++i) errors += lines[i]["error"].get<std::string>() + '\n';
    CHECK(run.error == errors);
  }
}

TEST_CASE("annotate: bad files", "[cli]") {
  struct Row {
    std::string name;
    std::string error;
  };
  const Row rows[] = {
      {"missing.txt", "missing.txt: No such file or directory"},
      {"missing.jsonl", "missing.jsonl: No such file or directory"},
      {"folder", "folder: Is a directory"},
      {"empty.txt", "empty.txt: empty file"},
      {"empty.json", "empty.json: empty file"},
      {"empty.jsonl", "empty.jsonl: empty: no article in it"},
      {"blank.txt", "blank.txt: no text in it"},
      {"blank.jsonl", "blank.jsonl: empty: no article in it"},
      {"cut.json", "cut.json:3: column "},
      {"kind.json", "kind.json: blocks[0].kind: unknown kind \"x\""},
  };
  const Workplace here;
  here.make_folder("folder");
  for (const char* name : {"empty.txt", "empty.json", "empty.jsonl"}) here.write(name, "");
  for (const char* name : {"blank.txt", "blank.jsonl"}) here.write(name, " \n\t\n \r\n");
  here.write("cut.json", "{\"id\": 1,\n \"blocks\": [\n  {\"text\":");
  here.write("kind.json", "{\"blocks\": [{\"text\": \"\", \"kind\": \"x\"}]}");
  here.write("good.txt", "Lake forum opens\n");
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const bool lines = row.name.find("jsonl") != std::string::npos;
    const Run alone = here.run("annotate --format json " + row.name);
    CHECK(alone.status == 1);
    CHECK(starts_with(alone.error, row.error));
    CHECK(alone.error.find('\n') == alone.error.size() - 1);
    if (!lines) CHECK(alone.out.empty());

    const Run among = here.run("annotate --format jsonl good.txt " + row.name + " good.txt");
    CHECK(among.status == 1);
    CHECK(among.error == alone.error);
    const std::vector<json> out = parse_lines(among.out);
    REQUIRE(out.size() == 3);
    CHECK(out[0] == out[2]);
    CHECK(out[1]["error"].get<std::string>() + '\n' == alone.error);

    const json array = json::parse(here.run("annotate --format json good.txt " + row.name + " good.txt").out);
    CHECK(array == json(out));
  }
}

TEST_CASE("annotate: bytes that are no text", "[cli]") {
  const Workplace here;
  here.write("latin.txt", "Lake forum\nThe caf\xE9 was closed.\n");
  const Run latin = here.run("annotate latin.txt");
  CHECK(latin.status == 0);
  CHECK(latin.error == "latin.txt:2: warning: not UTF-8; bad bytes replaced\n");
  CHECK(json::parse(latin.out)["blocks"][1]["text"] == "The caf\xEF\xBF\xBD was closed.");

  // UTF-16, which some editors call Unicode: said once, whatever the kind of file.
  for (const char* name : {"wide.txt", "wide.json", "wide.jsonl"}) {
    here.write(name, std::string("\xFF\xFE{\0}\0\n\0{\0}\0", 12));
    const Run wide = here.run(std::string("annotate --format jsonl latin.txt ") + name + " latin.txt");
    CHECK(wide.status == 1);
    CHECK(wide.error.find(std::string("\n") + name +
                          ": is UTF-16 and no UTF-8: convert it first (iconv -f UTF-16 -t UTF-8)\n") !=
          std::string::npos);
    CHECK(parse_lines(wide.out).size() == 3);
  }

  const Run line = here.run("annotate -", line_of("a") + "{\"blocks\": [{\"text\": \"caf\xE9\"}]}\n");
  CHECK(line.error == "<stdin>:2: warning: not UTF-8; bad bytes replaced\n");
  CHECK(parse_lines(line.out)[1]["blocks"][0]["text"] == "caf\xEF\xBF\xBD");

  const Run nul = here.run("annotate --input txt", std::string("a\0b c\n", 6));
  CHECK(nul.status == 0);
  CHECK(json::parse(nul.out)["blocks"][0]["text"] ==
        "a\xEF\xBF\xBD"
        "b c");
  CHECK(json::parse(
            here.run("annotate --input json", R"({"blocks": [{"text": "a\u0000\ud83d"}]})").out)["blocks"][0]["text"] ==
        std::string("a\0\xEF\xBF\xBD", 5));
}

TEST_CASE("annotate: a line of 10 MB is an article like any other", "[cli]") {
  const Workplace here;
  std::string text;
  while (text.size() < 10'000'000) text += "Minister Ana Otieno said on Tuesday that talks had begun. ";
  const Run run = here.run("annotate -", line_of("before") + line_of("long", text) + line_of("after"));
  CHECK(run.status == 0);
  const std::vector<json> lines = parse_lines(run.out);
  REQUIRE(lines.size() == 3);
  CHECK(lines[1]["blocks"][0]["text"] == text);
  CHECK(lines[2]["id"] == "after");
}

TEST_CASE("annotate: more text than an article may have is refused, and the rest goes on", "[cli]") {
  const Workplace here;
  const std::string text(std::size_t{17} << 20, '.');
  for (const char filling : {'.', ' '}) {  // blanks alone are no blank line
    const Run blanks = here.run("annotate -", line_of("before") + std::string(text.size(), filling) + "x\n");
    CHECK(blanks.status == 1);
    CHECK(blanks.error == "<stdin>:2: line longer than an article may be (16 MiB)\n");
  }
  const Run lines = here.run("annotate -", line_of("before") + line_of("long", text) + line_of("after"));
  CHECK(lines.status == 1);
  CHECK(lines.error == "<stdin>:2: line longer than an article may be (16 MiB)\n");
  const std::vector<json> found = parse_lines(lines.out);
  REQUIRE(found.size() == 3);
  CHECK(found[1]["error"].get<std::string>().find("longer than an article may be") != std::string::npos);
  CHECK(found[2]["id"] == "after");
  here.write("long.txt", text);
  const Run file = here.run("annotate long.txt");
  CHECK(file.status == 1);
  CHECK(file.error.find("an article may have 16 MiB at most") != std::string::npos);
}

TEST_CASE("annotate: threads do not change a byte", "[cli]") {
  const Workplace here;
  std::string lines;
  for (int i = 0; i < 300; ++i)
    lines += i % 17 == 5 ? "bad\n"
                         : line_of(std::to_string(i),
                                   "Ana Otieno said " + std::string(static_cast<std::size_t>(i), 'x') + " on Tuesday.");
  const Run alone = here.run("annotate -", lines);
  CHECK(alone.status == 1);
  // A first byte "{" makes it JSON Lines; the error lines are in the middle.
  for (const char* jobs : {"2", "7"}) {
    const Run run = here.run(std::string("annotate --jobs ") + jobs, lines);
    CHECK(run.status == alone.status);
    CHECK((run.out == alone.out));
    CHECK((run.error == alone.error));
  }
}

TEST_CASE("annotate: options", "[cli]") {
  const Workplace here;
  const std::string fish = "\xF0\x9F\x90\x9F \xC3\xA9 on Nov 7, 2025";
  const auto published = [&](const std::string& arguments, const std::string& input) {
    return json::parse(here.run("annotate --input json " + arguments, input).out)["article"]["published"];
  };
  CHECK(published("--published 2025-11-07", R"({"blocks": []})") == "2025-11-07");
  CHECK(published("--published=2025-11-07", R"({"blocks": [], "published": null})") == "2025-11-07");
  CHECK(published("--published 2025-11-07", R"({"blocks": [], "published": "2024-02-29"})") == "2024-02-29");
  CHECK(published("", R"({"blocks": []})") == nullptr);
  const json blocks = json::parse(here.run("annotate --offsets codepoint --input txt", fish + "\n").out)["blocks"];
  CHECK(blocks[0]["text"] == fish);
}

TEST_CASE("annotate: text is a report, and goes without colour into a file", "[cli]") {
  const Workplace here;
  here.write("a.txt", "Lake forum opens\n\nMinister Ana Otieno said talks had begun.\n");
  const Run run = here.run("annotate --format text a.txt missing.txt a.txt");
  CHECK(run.status == 1);
  CHECK(run.error == "missing.txt: No such file or directory\n");
  CHECK(run.out.find('\x1b') == std::string::npos);
  const Run one = here.run("annotate --format text a.txt");
  CHECK(run.out == one.out + "\n" + one.out);
}

TEST_CASE("annotate: csv and conll", "[cli]") {
  const Workplace here;
  const std::string two = line_of("a") + "bad\n" + line_of("b");
  const Run csv = here.run("annotate --format csv", two);
  CHECK(csv.status == 1);
  CHECK(starts_with(csv.out, "article,published,block,kind,speaker,role,gender,basis,source,cue,content,score\r\n"));
  CHECK(csv.out.find("\r\nbad") == std::string::npos);
  const Run conll = here.run("annotate --format conll", two);
  CHECK(starts_with(conll.out, "-DOCSTART- a\n\nMinister\t"));
  CHECK(conll.out.find("\n\n-DOCSTART- b\n\nMinister\t") != std::string::npos);
  CHECK(here.run("tag", conll.out).status == 0);
}

TEST_CASE("annotate: output that cannot be written is a failure", "[cli]") {
  if (!std::filesystem::exists("/dev/full")) return;
  const Workplace here;
  here.write("a.txt", "Lake forum opens\n");
  const Run run = here.run("annotate a.txt >/dev/full");
  CHECK(run.status == 1);
  CHECK(run.error == "newsgloss: cannot write the output: No space left on device\n");
}

TEST_CASE("annotate: the output is none of what is read", "[cli]") {
  const Workplace here;
  const std::string lines = line_of("a") + line_of("b");
  here.write("a.jsonl", lines);
  std::filesystem::create_symlink("a.jsonl", here.folder() / "link.jsonl");
  for (const char* arguments :
       {"annotate a.jsonl --output a.jsonl", "annotate a.jsonl --output ./link.jsonl --append",
        "annotate a.jsonl >>a.jsonl", "annotate link.jsonl --output a.jsonl", "report a.jsonl --output a.jsonl"}) {
    CAPTURE(arguments);
    const Run run = here.run(arguments);
    CHECK(run.status == 1);
    CHECK(run.error.find(": is read and cannot be the output, too\n") != std::string::npos);
    CHECK(here.read("a.jsonl") == lines);
  }
  const Run own = here.run("annotate - --output a.jsonl <a.jsonl");
  CHECK(own.status == 1);
  CHECK(own.error == "<stdin>: is read and cannot be the output, too\n");
  CHECK(here.read("a.jsonl") == lines);
}

TEST_CASE("annotate: formats of others, one article and several", "[cli]") {
  const Workplace here;
  const std::string one = line_of("a");
  const std::string two = line_of("a") + "bad\n" + line_of("b");
  for (const char* format : {"w3c", "schema.org"}) {
    CAPTURE(format);
    const json several = json::parse(here.run(std::string("annotate --format ") + format, two).out);
    REQUIRE(several.size() == 3);
    CHECK(several[0].contains("@context"));
    CHECK(several[1].contains("error"));
    CHECK(json::parse(here.run(std::string("annotate --input json --format ") + format, one).out) == several[0]);
  }
  const Run html = here.run("annotate --format html", two);
  CHECK(html.status == 1);
  CHECK(starts_with(html.out, "<!doctype html>\n"));
  CHECK(html.out.find("id=\"a1-b0\"") != std::string::npos);
  CHECK(html.out.find("id=\"a3-b0\"") != std::string::npos);
  CHECK(html.out.substr(html.out.size() - 16) == "</body>\n</html>\n");
  CHECK(here.run("annotate --format brat", one).out.find("T1\tPERSON 9 19\tAna Otieno\n") != std::string::npos);
}

// What is left when a run does not come to its end: whole lines, plain or compressed, and a way to go on.
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "catch.h"
#include "cli/archive.h"
#include "cli/command.h"

using newsgloss::test::archive;
using newsgloss::test::archived_article;
using newsgloss::test::lines_of;
using newsgloss::test::Run;
using newsgloss::test::Running;
using newsgloss::test::Workplace;
using nlohmann::json;

namespace {

void wait_for_bytes(const std::filesystem::path& file, std::uintmax_t bytes) {
  std::error_code not_there;
  for (int i = 0; i < 6000; ++i) {
    if (std::filesystem::file_size(file, not_there) >= bytes && !not_there) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

}  // namespace

TEST_CASE("annotate: an interrupt leaves whole lines, and the rest can be had", "[cli]") {
  constexpr std::size_t articles = 60'000;
  const Workplace here;
  here.write("in.jsonl", archive(articles));
  struct Row {
    const char* output;
    const char* jobs;
    int signal;
    const char* unpack;
  };
  const Row rows[] = {{"", "1", SIGINT, "cat"},
                      {"", "3", SIGTERM, "cat"},
                      {"a.jsonl", "2", SIGHUP, "cat"},
                      {"a.jsonl.gz", "1", SIGINT, "gzip -dc"},
                      {"a.jsonl.gz", "3", SIGINT, "gzip -dc"},
                      {"a.jsonl.zst", "3", SIGINT, "zstd -dc"}};
  for (const Row& row : rows) {
    CAPTURE(row.output, row.jobs, row.signal);
    const std::string output = row.output;
    const std::string unpack = row.unpack;
    if (std::system(("command -v " + unpack.substr(0, unpack.find(' ')) + " >/dev/null").c_str()) != 0) {
      WARN("skipped: no command for " << output);
      continue;
    }
    std::error_code none;
    for (const std::string& old : {std::string("out"), std::string("err"), output})
      if (!old.empty()) std::filesystem::remove(here.folder() / old, none);
    std::vector<std::string> arguments = {"annotate", "in.jsonl", "--jobs", row.jobs};
    if (!output.empty()) arguments.insert(arguments.end(), {"--output", output});
    Running run(here.folder(), arguments, {});
    wait_for_bytes(here.folder() / (output.empty() ? "out" : output), output.find(".jsonl.") == 1 ? 5'000 : 100'000);
    run.interrupt(row.signal);
    CHECK(run.wait() == 128 + row.signal);
    if (here.read("err").find("was missing when it was built") != std::string::npos) continue;

    const std::string file = output.empty() ? "out" : output;
    const Run unpacked = here.run("info >/dev/null; " + unpack + " " + file);
    CHECK(unpacked.status == 0);  // gzip and zstd say of a file that ends too early
    CHECK(unpacked.error.empty());
    const std::vector<std::string> lines = lines_of(unpacked.out);
    REQUIRE(!lines.empty());
    REQUIRE(lines.size() < articles);
    CHECK(lines.back().back() == '\n');
    CHECK(json::parse(lines.back())["id"] == std::to_string(lines.size() - 1));
    const std::string skip = "--skip " + std::to_string(lines.size());
    CHECK(here.read("err") == "interrupted: go on with " + skip + (output.empty() ? "" : " --append") + "\n");

    // Going on does what the message says; what is there already is never replaced.
    if (output.empty()) continue;
    const std::string before = here.read(file);
    CHECK(here.run("annotate in.jsonl --output " + file + " " + skip).status == 2);
    CHECK((here.read(file) == before));
    here.write("short.jsonl", archive(lines.size() + 20));
    CHECK(here.run("annotate short.jsonl --append --output " + file + " " + skip).status == 0);
    const std::vector<std::string> all = lines_of(here.run("info >/dev/null; " + unpack + " " + file).out);
    REQUIRE(all.size() == lines.size() + 20);
    for (std::size_t i = 0; i < all.size(); ++i)
      REQUIRE(all[i].find("\"id\":\"" + std::to_string(i) + "\"") != std::string::npos);
  }
}

TEST_CASE("annotate: an interrupt among articles that are skipped does not move the place to go on at", "[cli]") {
  const Workplace here;
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  Running run(here.folder(), {"annotate", "--skip", "10", "-"}, {ends[0]});
  close(ends[0]);
  const std::string lines = archive(3);
  REQUIRE(write(ends[1], lines.data(), lines.size()) == static_cast<ssize_t>(lines.size()));
  std::this_thread::sleep_for(std::chrono::seconds(1));
  run.interrupt(SIGINT);
  CHECK(run.wait() == 130);
  CHECK(here.read("err") == "interrupted: go on with --skip 10\n");
  close(ends[1]);
}

TEST_CASE("annotate: --append adds what fits to what is there", "[cli]") {
  const Workplace here;
  here.write("a.jsonl", archive(2));
  here.write("b.jsonl", archived_article(2));
  const std::string one = here.run("annotate a.jsonl b.jsonl").out;
  for (const char* first : {"annotate a.jsonl --output out.jsonl", "annotate b.jsonl --skip 0 --output other.jsonl"})
    CHECK(here.run(first).status == 0);
  CHECK(here.run("annotate b.jsonl --append --output out.jsonl").status == 0);
  CHECK((here.read("out.jsonl") == one));
  CHECK(here.run("annotate a.jsonl --append --output new.jsonl").status == 0);  // not there: made
  CHECK(lines_of(here.read("new.jsonl")).size() == 2);
  for (const char* file : {"a.jsonl", "b.jsonl"})
    CHECK(here.run(std::string("annotate --format csv --append --output out.csv ") + file).status == 0);
  CHECK((here.read("out.csv") == here.run("annotate --format csv a.jsonl b.jsonl").out));

  struct Row {
    std::string arguments;
    int status;
    std::string message;
  };
  const Row rows[] = {
      {"a.jsonl --append", 2, "--append needs --output FILE"},
      {"a.jsonl --append --output -", 2, "--append needs --output FILE"},
      {"a.jsonl --append --output out.json --format json", 2, "--append is for jsonl, csv and conll"},
      {"a.jsonl --skip 1 --output out.jsonl", 2, "out.jsonl is there already: with --skip, add to it with --append"},
      {"a.jsonl --append --output cut.jsonl", 1, "cut.jsonl: ends within a line"},
  };
  here.write("cut.jsonl", one.substr(0, one.size() - 9));
  for (const Row& row : rows) {
    CAPTURE(row.arguments);
    const Run run = here.run("annotate " + row.arguments);
    CHECK(run.status == row.status);
    CHECK(run.out.empty());
    CHECK(run.error.find(row.message) != std::string::npos);
  }
  CHECK((here.read("out.jsonl") == one));
  CHECK((here.read("cut.jsonl") == one.substr(0, one.size() - 9)));
}

TEST_CASE("annotate: a reader that goes away is no failure to speak of", "[cli]") {
  const Workplace here;
  here.write("a.jsonl", archive(2000));
  for (const char* jobs : {"1", "2"}) {
    CAPTURE(jobs);
    const Run run = here.run(std::string("annotate a.jsonl --jobs ") + jobs + " | head -n 1");
    CHECK(run.status == 0);
    CHECK(run.error.empty());
    CHECK(json::parse(run.out)["id"] == "0");
  }
}

TEST_CASE("annotate: progress is for a terminal, and for one that does not show the output", "[cli]") {
  const Workplace here;
  here.write("in.jsonl", archive(6000));
  // A terminal for standard error, and where asked for standard output too; what was printed on it.
  const auto printed = [&](std::vector<std::string> options, bool output_too) {
    const int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    REQUIRE((terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0));
    const int shown = open(ptsname(terminal), O_RDWR | O_NOCTTY | O_CLOEXEC);
    REQUIRE(shown >= 0);
    std::vector<std::string> arguments = {"annotate", "in.jsonl"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    Running run(here.folder(), arguments, {-1, output_too ? shown : -1, shown});
    close(shown);
    std::string text;
    char bytes[4096];
    for (ssize_t got = 0; (got = read(terminal, bytes, sizeof bytes)) > 0;)
      text.append(bytes, static_cast<std::size_t>(got));
    close(terminal);
    CHECK(run.wait() == 0);
    return text;
  };
  for (const bool output_too : {false, true}) {
    CAPTURE(output_too);
    const std::string text =
        printed(output_too ? std::vector<std::string>{"--output", "o.jsonl"} : std::vector<std::string>{}, output_too);
    CHECK(text.find("\r6000 articles, 100%, ") != std::string::npos);
    CHECK(text.find(" articles/s, ") != std::string::npos);
    CHECK(text.find(" MB/s") != std::string::npos);
    CHECK(text.find(" left") != std::string::npos);
    CHECK(text.back() == '\n');
  }
  CHECK(printed({}, true).find("articles/s") == std::string::npos);  // the output itself
  CHECK(here.run("annotate in.jsonl >o.jsonl").error.empty());       // no terminal
}

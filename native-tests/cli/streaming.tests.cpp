// Archives: streaming in constant memory, going on after an interruption, compressed files, pipes that end.
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "catch.h"
#include "cli/command.h"

using newsgloss::test::Run;
using newsgloss::test::Workplace;
using nlohmann::json;

namespace {

std::string article(std::size_t i) {
  std::string text = "Minister Ana Otieno said on Tuesday that talks with Kenya had begun in hall " +
                     std::to_string(i) + ". \"We act now,\" she said.";
  return json{{"id", std::to_string(i)}, {"blocks", {{{"text", text}}}}}.dump() + '\n';
}

std::string archive(std::size_t articles) {
  std::string out;
  for (std::size_t i = 0; i < articles; ++i) out += article(i);
  return out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    out.push_back(text.substr(at, end == std::string::npos ? end : end - at + 1));
    at = end == std::string::npos ? text.size() : end + 1;
  }
  return out;
}

// Starts the command on its own; its standard input is `in`, its output a file.
pid_t start(const std::filesystem::path& out, int in, const std::vector<std::string>& arguments) {
  const pid_t child = fork();
  if (child != 0) return child;
  if (in >= 0) dup2(in, STDIN_FILENO);
  if (!std::freopen(out.c_str(), "w", stdout) || !std::freopen((out.string() + ".err").c_str(), "w", stderr)) _exit(99);
  std::vector<char*> argv;
  std::vector<std::string> words = {NEWSGLOSS_COMMAND};
  words.insert(words.end(), arguments.begin(), arguments.end());
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  execv(argv[0], argv.data());
  _exit(99);
}

}  // namespace

TEST_CASE("annotate: --skip goes on where an earlier run ended", "[cli]") {
  const Workplace here;
  here.write("a.jsonl", archive(5) + "\nbad\n" + archive(3));
  here.write("b.jsonl", archive(2));
  const std::vector<std::string> whole = lines_of(here.run("annotate a.jsonl b.jsonl").out);
  REQUIRE(whole.size() == 11);
  for (const std::size_t skip : {0U, 1U, 5U, 6U, 9U, 10U, 11U, 50U})
    for (const char* jobs : {"1", "3"}) {
      CAPTURE(skip, jobs);
      const Run rest = here.run("annotate a.jsonl b.jsonl --skip " + std::to_string(skip) + " --jobs " + jobs);
      CHECK(rest.status == (skip < 6 ? 1 : 0));
      CHECK(lines_of(rest.out) ==
            std::vector<std::string>(whole.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(skip, 11)),
                                     whole.end()));
    }
  CHECK(here.run("annotate --skip -1 a.jsonl").status == 2);
  CHECK(here.run("annotate --format csv --skip 1 b.jsonl").out.rfind("1,", 0) == 0);
}

TEST_CASE("annotate: compressed input and output", "[cli]") {
  const Workplace here;
  const std::string plain = archive(400);  // several buffers
  here.write("a.jsonl", plain);
  const std::string expected = here.run("annotate a.jsonl").out;
  for (const auto& [suffix, tool] :
       {std::pair<std::string, std::string>{".gz", "gzip"}, {".zst", "zstd"}, {".xz", "xz"}}) {
    CAPTURE(suffix);
    const Run written = here.run("annotate a.jsonl --output out.jsonl" + suffix);
    if (suffix == ".xz") {
      CHECK(written.status == 1);
    } else if (written.error.find("was missing when it was built") == std::string::npos) {
      CHECK(written.status == 0);
      CHECK(written.out.empty());
      CHECK(here.read("out.jsonl" + suffix).size() < expected.size() / 4);
      // What it wrote, it reads: annotations are articles too, since they have blocks.
      const Run read = here.run("annotate out.jsonl" + suffix);
      CHECK(read.status == 0);
      CHECK(lines_of(read.out).size() == 400);
    }
    if (std::system(("command -v " + tool + " >/dev/null").c_str()) != 0) {
      WARN("skipped: no " << tool << " command");
      continue;
    }
    const Run unpacked = here.run("info >/dev/null; " + tool + " -qkf a.jsonl; " + tool + " -qc a.jsonl >>a.jsonl" +
                                  suffix + "; '" NEWSGLOSS_COMMAND "' annotate a.jsonl" + suffix);
    if (unpacked.error.find("this build cannot read") != std::string::npos) continue;
    CHECK(unpacked.status == 0);
    CHECK((unpacked.out == expected + expected));  // two parts, one after the other
    if (suffix != ".xz") CHECK((here.run("info >/dev/null; " + tool + " -dc out.jsonl" + suffix).out == expected));
    const std::string bytes = here.read("a.jsonl" + suffix);
    here.write("cut.jsonl" + suffix, bytes.substr(0, bytes.size() / 4));
    const Run cut = here.run("annotate cut.jsonl" + suffix);
    CHECK(cut.status == 1);
    CHECK(cut.error == "cut.jsonl" + suffix + ": damaged: the compressed data ends too early\n");
    for (const std::string& line : lines_of(cut.out)) CHECK(json::accept(line));
  }
  CHECK(here.run("annotate a.jsonl --output missing/out.jsonl").error ==
        "missing/out.jsonl: No such file or directory\n");
}

TEST_CASE("annotate: a reader that goes away is no failure to speak of", "[cli]") {
  const Workplace here;
  here.write("a.jsonl", archive(2000));
  const Run run = here.run("annotate a.jsonl --jobs 2 | head -n 1");
  CHECK(run.status == 0);
  CHECK(run.error.empty());
  CHECK(json::parse(run.out)["id"] == "0");
}

TEST_CASE("annotate: a line in is a line out, before more is read", "[cli]") {
  const Workplace here;
  here.write("out", "");
  const std::filesystem::path out =
      std::filesystem::temp_directory_path() / ("newsgloss-line-" + std::to_string(getpid()));
  int pipe_ends[2];
  REQUIRE(pipe(pipe_ends) == 0);
  fcntl(pipe_ends[1], F_SETFD, FD_CLOEXEC);
  const pid_t child = start(out, pipe_ends[0], {"annotate", "-"});
  close(pipe_ends[0]);
  const std::string line = article(7);
  REQUIRE(write(pipe_ends[1], line.data(), line.size()) == static_cast<ssize_t>(line.size()));
  std::string seen;
  for (int i = 0; i < 400 && seen.empty(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(25));
    std::ifstream file(out);
    seen.assign(std::istreambuf_iterator<char>(file), {});
  }
  CHECK(lines_of(seen).size() == 1);
  // Waiting for more, it is interrupted: it ends by itself, and says where to go on.
  kill(child, SIGINT);
  int status = 0;
  CHECK(waitpid(child, &status, 0) == child);
  CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 130));
  std::ifstream errors(out.string() + ".err");
  CHECK(std::string(std::istreambuf_iterator<char>(errors), {}) == "interrupted: go on with --skip 1\n");
  close(pipe_ends[1]);
  std::filesystem::remove(out);
  std::filesystem::remove(out.string() + ".err");
}

TEST_CASE("annotate: an interrupt leaves whole lines, and the rest can be had", "[cli]") {
  const Workplace here;
  const std::filesystem::path folder = std::filesystem::temp_directory_path();
  const std::filesystem::path in = folder / ("newsgloss-in-" + std::to_string(getpid()) + ".jsonl");
  const std::filesystem::path out = folder / ("newsgloss-out-" + std::to_string(getpid()));
  std::ofstream(in) << archive(60'000);
  for (const char* jobs : {"1", "3"}) {
    CAPTURE(jobs);
    std::filesystem::remove(out);
    const pid_t child = start(out, -1, {"annotate", in.string(), "--jobs", jobs});
    std::error_code not_there;
    for (std::uintmax_t size = 0; size < 100'000 || not_there; size = std::filesystem::file_size(out, not_there))
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    kill(child, SIGINT);
    int status = 0;
    waitpid(child, &status, 0);
    CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 130));
    std::ifstream file(out);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    const std::vector<std::string> lines = lines_of(text);
    REQUIRE(!lines.empty());
    CHECK(lines.size() < 60'000);
    CHECK(text.back() == '\n');
    CHECK(json::parse(lines.back())["id"] == std::to_string(lines.size() - 1));
    std::ifstream errors(out.string() + ".err");
    CHECK(std::string(std::istreambuf_iterator<char>(errors), {}) ==
          "interrupted: go on with --skip " + std::to_string(lines.size()) + "\n");
  }
  for (const std::filesystem::path& path : {in, out, std::filesystem::path(out.string() + ".err")})
    std::filesystem::remove(path);
}

TEST_CASE("annotate: memory does not grow with the archive", "[cli]") {
#if defined(__SANITIZE_ADDRESS__)
  WARN("skipped: the address sanitiser keeps freed memory");
#else
  const Workplace here;
  const std::filesystem::path folder = std::filesystem::temp_directory_path();
  const std::filesystem::path in = folder / ("newsgloss-mem-" + std::to_string(getpid()) + ".jsonl");
  const std::filesystem::path out = folder / ("newsgloss-memout-" + std::to_string(getpid()));
  std::vector<long> kilobytes;
  for (const std::size_t articles : {5'000U, 30'000U}) {
    {
      // Bit by bit: a forked child's peak begins at its parent's.
      std::ofstream file(in);
      for (std::size_t i = 0; i < articles; ++i) file << article(i);
    }
    const pid_t child = start(out, -1, {"annotate", in.string(), "--jobs", "2"});
    int status = 0;
    rusage usage{};
    REQUIRE(wait4(child, &status, 0, &usage) == child);
    CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
    kilobytes.push_back(usage.ru_maxrss);
  }
  CAPTURE(kilobytes);
  CHECK(kilobytes[1] < kilobytes[0] + 4'000);  // the larger output is 60 MB
  for (const std::filesystem::path& path : {in, out, std::filesystem::path(out.string() + ".err")})
    std::filesystem::remove(path);
#endif
}

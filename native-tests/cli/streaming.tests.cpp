// Archives: streaming in constant memory and no faster than its output is taken, going on after an interruption,
// compressed files.
#include <fcntl.h>
#include <poll.h>

#include <chrono>
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
    // What is before the damage is kept, and where it is is said.
    const std::vector<std::string> kept = lines_of(cut.out);
    REQUIRE(!kept.empty());
    const std::string place = kept.size() == 1 ? "" : ':' + std::to_string(kept.size());
    CHECK(cut.error == "cut.jsonl" + suffix + place + ": damaged: the compressed data ends too early\n");
    for (const std::string& line : kept) CHECK(json::accept(line));
    CHECK(cut.out.find(expected.substr(0, cut.out.size() - kept.back().size())) == 0);
  }
  CHECK(here.run("annotate a.jsonl --output missing/out.jsonl").error ==
        "missing/out.jsonl: No such file or directory\n");
}

TEST_CASE("annotate: a line in is a line out, before more is read", "[cli]") {
  for (const char* jobs : {"1", "3"}) {
    CAPTURE(jobs);
    const Workplace here;
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    Running run(here.folder(), {"annotate", "-", "--jobs", jobs}, {ends[0]});
    close(ends[0]);
    for (const std::size_t lines : {1U, 2U}) {
      const std::string line = archived_article(lines);
      REQUIRE(write(ends[1], line.data(), line.size()) == static_cast<ssize_t>(line.size()));
      for (int i = 0; i < 800 && lines_of(here.read("out")).size() < lines; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(25));
      CHECK(lines_of(here.read("out")).size() == lines);
    }
    // Waiting for more, it is interrupted: it ends by itself, and says where to go on.
    run.interrupt(SIGINT);
    CHECK(run.wait() == 130);
    CHECK(here.read("err") == "interrupted: go on with --skip 2\n");
    close(ends[1]);
  }
}

TEST_CASE("annotate: what is read waits for what is taken", "[cli]") {
  constexpr std::size_t articles = 20'000;
  const std::string lines = archive(articles);  // 4 MB
  for (const char* jobs : {"1", "3"}) {
    CAPTURE(jobs);
    const Workplace here;
    int in[2];
    int out[2];
    REQUIRE((pipe(in) == 0 && pipe(out) == 0));
    for (const int end : {in[1], out[0]}) fcntl(end, F_SETFD, FD_CLOEXEC);
    Running run(here.folder(), {"annotate", "-", "--jobs", jobs}, {in[0], out[1]});
    close(in[0]);
    close(out[1]);
    fcntl(in[1], F_SETFL, O_NONBLOCK);

    // Nobody reads: soon nothing more is accepted. What is held is the two pipes (64 KB each), a buffer of input and
    // one of output, and 4 articles a thread.
    std::size_t given = 0;
    for (int idle = 0; given < lines.size() && idle < 100;) {
      const ssize_t taken = write(in[1], lines.data() + given, std::min<std::size_t>(lines.size() - given, 4096));
      if (taken > 0) {
        given += static_cast<std::size_t>(taken);
        idle = 0;
        continue;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      pollfd first{out[0], POLLIN, 0};
      if (poll(&first, 1, 0) > 0) ++idle;  // it has begun to write
    }
    CHECK(given < 400'000);

    // The reader comes: everything goes through, in order.
    std::thread feeder([&] {
      fcntl(in[1], F_SETFL, 0);
      while (given < lines.size()) {
        const ssize_t taken = write(in[1], lines.data() + given, lines.size() - given);
        if (taken <= 0) break;
        given += static_cast<std::size_t>(taken);
      }
      close(in[1]);
    });
    std::string written;
    char bytes[65536];
    for (ssize_t got = 0; (got = read(out[0], bytes, sizeof bytes)) > 0;)
      written.append(bytes, static_cast<std::size_t>(got));
    feeder.join();
    close(out[0]);
    CHECK(run.wait() == 0);
    const std::vector<std::string> found = lines_of(written);
    REQUIRE(found.size() == articles);
    for (std::size_t i = 0; i < articles; ++i)
      REQUIRE(found[i].find("\"id\":\"" + std::to_string(i) + "\"") != std::string::npos);
  }
}

TEST_CASE("annotate: at most four articles a thread are held", "[cli]") {
  // The first article takes so long that all that may be held behind it is: then what is accepted says how much that
  // is.
  std::string prose;
  while (prose.size() < 1'000'000) prose += "Minister Ana Otieno said on Tuesday that talks had begun. ";
  const auto line = [&](std::size_t bytes) {
    return json{{"blocks", {{{"text", prose.substr(0, bytes)}}}}}.dump() + '\n';
  };
  const std::string first = line(prose.size());
  const std::string next = line(16'384);
  const Workplace here;
  {
    std::string lines = first;
    for (int i = 0; i < 400; ++i) lines += next;
    here.write("in.jsonl", lines);
  }
  for (const int jobs : {1, 2, 3}) {
    CAPTURE(jobs);
    // The place in the file is shared with the command that reads it: it tells how much has been read.
    const int in = open((here.folder() / "in.jsonl").c_str(), O_RDONLY | O_CLOEXEC);
    int out[2];
    REQUIRE((in >= 0 && pipe(out) == 0));
    fcntl(out[0], F_SETFD, FD_CLOEXEC);
    const Running run(here.folder(), {"annotate", "-", "--jobs", std::to_string(jobs)}, {in, out[1]});
    close(out[1]);
    off_t place = 0;
    for (int idle = 0; idle < 100; ++idle) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      pollfd begun{out[0], POLLIN, 0};
      const bool waits = poll(&begun, 1, 0) > 0;  // the first is done, and nobody reads it
      if (const off_t now = lseek(in, 0, SEEK_CUR); !waits || now != place) {
        place = now;
        idle = 0;
      }
    }
    // Held are what is promised (one thread: the first itself), one article in hand, and a buffer of input (64 KB).
    const std::size_t held = (static_cast<std::size_t>(place) - first.size()) / next.size();
    const std::size_t promised = jobs == 1 ? 0 : 4 * static_cast<std::size_t>(jobs) - 1;
    CHECK(held >= promised);
    CHECK(held <= promised + 1 + 65'536 / next.size() + 1);
    close(in);
    close(out[0]);
  }
}

TEST_CASE("annotate: ten times the archive takes no more memory", "[cli]") {
#if defined(__SANITIZE_ADDRESS__)
  WARN("skipped: the address sanitiser keeps freed memory");
#else
  struct Row {
    std::size_t articles;
    const char* in;
    const char* out;
  };
  const Row rows[] = {{4'000, "in.jsonl", "out.jsonl"}, {2'000, "in.jsonl.gz", "out.jsonl.zst"}};
  for (const Row& row : rows) {
    CAPTURE(row.in);
    const Workplace here;
    std::vector<long> kilobytes;  // at the most
    for (const std::size_t articles : {row.articles, 10 * row.articles}) {
      here.write("in.jsonl", archive(articles));
      if (std::string(row.in).find(".gz") != std::string::npos &&
          here.run("info >/dev/null; gzip -1 -kf in.jsonl").status != 0) {
        WARN("skipped: no gzip command");
        return;
      }
      Running run(here.folder(), {"annotate", row.in, "--jobs", "2", "--output", row.out}, {});
      kilobytes.push_back(0);
      const int status = run.wait(kilobytes.back());
      if (here.read("err").find("was missing when it was built") != std::string::npos) return;
      CHECK(status == 0);
      CHECK(kilobytes.back() > 0);
    }
    CAPTURE(kilobytes);
    CHECK(kilobytes[1] * 100 < kilobytes[0] * 115);  // the larger output of the first row is 80 MB
  }
#endif
}

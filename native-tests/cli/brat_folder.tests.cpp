// `newsgloss annotate --format brat --output FOLDER/`: pairs of files, their names, what is kept and what is refused.
#include <sys/mount.h>
#include <unistd.h>

#include <algorithm>

#include "catch.h"
#include "cli/archive.h"
#include "cli/command.h"

using newsgloss::test::archive;
using newsgloss::test::Run;
using newsgloss::test::Workplace;
using nlohmann::json;

namespace {

std::string line_of(const json& id, const std::string& text = "Minister Ana Otieno said talks had begun.") {
  json article = {{"blocks", {{{"text", text}}}}};
  if (!id.is_null()) article["id"] = id;
  return article.dump() + '\n';
}

/// What is below `folder`, sorted.
std::vector<std::string> files_of(const std::filesystem::path& folder) {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    out.push_back(std::filesystem::relative(entry.path(), folder).string());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

TEST_CASE("brat folder: a pair an article, named by id, in the input's order", "[cli]") {
  const Workplace here;
  here.write("a.jsonl", line_of("../../etc/x", "Hall 1.") + line_of("Story", "Hall 2.") + "bad\n" +
                            line_of("story", "Hall 3.") + line_of(nullptr, "Hall 4.") + line_of("story-2", "Hall 5.") +
                            line_of("STORY", "Hall 6.") + line_of("con", "Hall 7.") + line_of("..", "Hall 8."));
  here.write("lake.txt", "Lake forum opens\n\nMinister Ana Otieno said talks had begun.\n");
  for (const char* jobs : {"1", "3"}) {
    CAPTURE(jobs);
    const std::string out = std::string("out") + jobs;
    const Run run =
        here.run("annotate a.jsonl lake.txt - --input jsonl --format brat --output deep/" + out + "/ --jobs " + jobs,
                 line_of(nullptr, "Hall 9."));
    CHECK(run.status == 1);
    CHECK(run.out.empty());
    CHECK(run.error.find("a.jsonl:3: ") == 0);
    const auto text_of = [&](const std::string& name) { return here.read("deep/" + out + '/' + name + ".txt"); };
    const std::pair<const char*, const char*> rows[] = {{"_etc_x", "1"}, {"Story", "2"},     {"story-2", "3"},
                                                        {"a-5", "4"},    {"story-2-2", "5"}, {"STORY-3", "6"},
                                                        {"_con", "7"},   {"article", "8"},   {"stdin-1", "9"}};
    std::vector<std::string> expected = {"annotation.conf"};
    for (const auto& [name, hall] : rows) {
      CAPTURE(name);
      CHECK(text_of(name) == std::string("Hall ") + hall + ".\n");
      expected.insert(expected.end(), {std::string(name) + ".ann", std::string(name) + ".txt"});
    }
    std::sort(expected.begin(), expected.end());
    CHECK(files_of(here.folder() / "deep" / out) == expected);
  }
  // Nothing is outside of it.
  CHECK(files_of(here.folder() / "deep").size() == 2 * (1 + 19));

  // A plain text has its file's name; a folder that is there needs no slash; the bytes are those of the two formats.
  here.make_folder("plain");
  CHECK(here.run("annotate lake.txt --format brat --output plain").status == 0);
  CHECK(files_of(here.folder() / "plain") == std::vector<std::string>{"annotation.conf", "lake.ann", "lake.txt"});
  CHECK(here.read("plain/lake.ann") == here.run("annotate lake.txt --format brat").out);
  CHECK(here.read("plain/lake.txt") == here.run("annotate lake.txt --format brat-txt").out);
}

TEST_CASE("brat folder: what is there is not replaced", "[cli]") {
  const Workplace here;
  here.write("a.jsonl", archive(3));
  CHECK(here.run("annotate a.jsonl --format brat --output out/").status == 0);
  here.write("out/0.ann", "corrected\n");
  here.write("out/annotation.conf", "[entities]\n");
  for (const char* more : {"", " --skip 2"}) {
    const Run again = here.run(std::string("annotate a.jsonl --format brat --output out/") + more);
    CHECK(again.status == 1);
    CHECK(again.error.find("out/: holds ") == 0);
    CHECK(again.error.find("add to it with --append, or name another folder\n") != std::string::npos);
  }
  CHECK(files_of(here.folder() / "out").size() == 7);

  // Going on: the rest is added, with the names of one run.
  here.write("b.jsonl", archive(3) + line_of("0") + line_of("3"));
  CHECK(here.run("annotate b.jsonl --format brat --output out --skip 3 --append").status == 0);
  CHECK(files_of(here.folder() / "out").size() == 11);
  CHECK(here.read("out/0-2.txt") == "Minister Ana Otieno said talks had begun.\n");
  CHECK(here.read("out/0.ann") == "corrected\n");
  CHECK(here.read("out/annotation.conf") == "[entities]\n");

  // A link that somebody put there leads nowhere.
  here.make_folder("trap");
  std::filesystem::create_symlink(here.folder() / "outside", here.folder() / "trap" / "x.txt");
  CHECK(here.run("annotate --format brat --output trap --append -", line_of("x")).status == 0);
  CHECK(!std::filesystem::exists(here.folder() / "outside"));
  CHECK(std::filesystem::exists(here.folder() / "trap" / "x-2.ann"));
}

TEST_CASE("brat folder: what cannot be written is said, and no half pair is left", "[cli]") {
  const Workplace here;
  here.write("a.jsonl", archive(20));
  here.write("file", "x");
  const Run blocked = here.run("annotate a.jsonl --format brat --output file/out/");
  CHECK(blocked.status == 1);
  CHECK(blocked.error == "file/out/: Not a directory\n");
  const Run json_there = here.run("annotate a.jsonl --output nothing/");
  CHECK(json_there.status == 1);
  CHECK(json_there.error == "nothing/: Is a directory\n");
  const Run appended = here.run("annotate a.jsonl --format html --append --output x.html");
  CHECK(appended.status == 2);

  if (geteuid() != 0) {
    here.make_folder("locked");
    std::filesystem::permissions(here.folder() / "locked",
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    CHECK(here.run("annotate a.jsonl --format brat --output locked/out/").error == "locked/out/: Permission denied\n");
  }

  // A disk of 64 KB: some pairs fit.
  here.make_folder("disk");
  const std::string disk = (here.folder() / "disk").string();
  if (mount("newsgloss", disk.c_str(), "tmpfs", 0, "size=64k") != 0) {
    WARN("skipped: no disk can be mounted here");
    return;
  }
  for (const char* jobs : {"1", "3"}) {
    CAPTURE(jobs);
    const Run full =
        here.run(std::string("annotate a.jsonl --format brat --output disk/out") + jobs + "/ --jobs " + jobs);
    CHECK(full.status == 1);
    CHECK(full.out.empty());
    CHECK(full.error.find("newsgloss: cannot write the output: disk/out" + std::string(jobs)) == 0);
    CHECK(full.error.find(": No space left on device\n") == full.error.size() - 26);
    std::vector<std::string> files = files_of(here.folder() / "disk" / ("out" + std::string(jobs)));
    CHECK(files.size() % 2 == 1);
    CHECK(files.size() > 3);
    CHECK(files.size() < 41);
    std::filesystem::remove_all(here.folder() / "disk" / ("out" + std::string(jobs)));
  }
  umount(disk.c_str());
}

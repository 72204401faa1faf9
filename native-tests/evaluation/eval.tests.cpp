// `newsgloss eval` from outside; and, where there is data, against the independent scorer.
#include <cstdlib>

#include "catch.h"
#include "cli/command.h"

using newsgloss::test::Run;
using newsgloss::test::Workplace;

namespace {

// The line of a JSON object's member in the figures.
bool has(const Run& run, const std::string& part) { return run.out.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("eval: labels", "[cli][evaluation]") {
  const Workplace here;
  const std::string gold =
      "-DOCSTART- a\tO\n\nPresident\tO\nAna\tB-Person\nOtieno\tI-Person\nof\tO\nKenya\tB-Location\nspoke\tO\n.\tO\n\n";
  here.write("a.bio", gold);
  const Run run = here.run("eval entities a.bio");
  CHECK(run.status == 0);
  CHECK(run.error.empty());
  CHECK(run.out.rfind("{\n \"all\": {\n  \"p\": ", 0) == 0);
  CHECK(has(run, "\"LOC\": {"));
  const Run errors = here.run("eval entities --errors a.bio a.bio");
  CHECK(errors.status == 0);
  CHECK(errors.out.find("\n{\n \"all\": {") != std::string::npos);
  CHECK(here.run("eval entities a.bio").out == here.run("eval entities --map worldwide a.bio").out);
  here.write("crlf.bio", "Kenya\tB-LOC\r\n\r\n");
  CHECK(has(here.run("eval entities --map conll crlf.bio"), "\"gold\": 1"));
  CHECK(has(here.run("eval attribution a.bio"), "{"));
}

TEST_CASE("eval: compressed gold", "[cli][evaluation]") {
  if (std::system("command -v xz >/dev/null && command -v gzip >/dev/null") != 0) {
    WARN("skipped: no xz or gzip command");
    return;
  }
  const Workplace here;
  here.write("a.bio", "Ana\tB-Person\nOtieno\tI-Person\nspoke\tO\n\n");
  const Run plain = here.run("eval entities a.bio");
  for (const std::string suffix : {".xz", ".gz"}) {
    CAPTURE(suffix);
    const Run run = here.run("info >/dev/null; " + std::string(suffix == ".xz" ? "xz" : "gzip") +
                             " -kf a.bio; '" NEWSGLOSS_COMMAND "' eval entities a.bio" + suffix);
    if (run.error.find("this build cannot read") != std::string::npos) continue;
    CHECK(run.status == 0);
    CHECK(run.out == plain.out);
    const std::string bytes = here.read("a.bio" + suffix);
    here.write("cut.bio" + suffix, bytes.substr(0, bytes.size() / 2));
    const Run cut = here.run("eval entities cut.bio" + suffix);
    CHECK(cut.status == 1);
    CHECK(cut.error == "cut.bio" + suffix + ": damaged: the compressed data ends too early\n");
    here.write("no.bio" + suffix, "Ana\tB-Person\n");
    CHECK(here.run("eval entities no.bio" + suffix).error.rfind("no.bio" + suffix + ": damaged: ", 0) == 0);
  }
}

TEST_CASE("eval: articles and captions, a file or a folder", "[cli][evaluation]") {
  const Workplace here;
  here.make_folder("gold");
  here.write(
      "gold/a.json",
      R"({"id": "a", "published": null, "blocks": [{"kind": "paragraph", "text": "Minister Ana Otieno said talks had begun."}],
                 "entities": [{"id": "e1", "type": "PERSON", "name": "Ana Otieno", "gender": "unknown", "role": null,
                 "mentions": [{"block": 0, "text": "Ana Otieno", "occurrence": 1, "form": "name"}]}],
                 "quotes": [{"id": "q1", "kind": "indirect", "content": [{"block": 0, "text": "talks had begun"}],
                 "cue": {"block": 0, "text": "said"}, "speaker": "e1"}], "dates": []})");
  here.write("gold/notes.txt", "not a gold file");
  const Run folder = here.run("eval articles gold");
  CHECK(folder.status == 0);
  CHECK(folder.error.empty());
  CHECK(has(folder, "\"articles\": 1,"));
  CHECK(has(folder, "\"who_said_what_f1\": 100.0"));
  CHECK(here.run("eval articles gold/a.json").out == folder.out);
  CHECK(has(here.run("eval articles gold gold/a.json"), "\"articles\": 2,"));

  here.write("c.json", R"({"id": "c", "headline": "Forum", "date": null, "paragraphs": ["Minister Ana Otieno spoke."],
      "captions": [{"text": "Ana Otieno in Kisumu. PHOTO: J. DOE / REUTERS", "gold": {"credit": null, "paragraphs": [0],
      "names": [{"text": "Nobody", "body": [{"paragraph": 0, "text": "Otieno"}]}]}}]})");
  const Run captions = here.run("eval captions --errors c.json");
  CHECK(captions.status == 0);
  CHECK(captions.error == "c.json: warning: block 1: gold words not found: \"Nobody\"\n");
  CHECK(has(captions, "spurious credit\tc:1\tgold: -\tfound: PHOTO: J. DOE / REUTERS\t"));
  CHECK(has(captions, "\n\n{\n \"captions\": 1,\n"));
}

TEST_CASE("eval: wrong usage and bad files", "[cli][evaluation]") {
  const Workplace here;
  here.make_folder("empty");
  here.write("bad.json", "{\"blocks\": 3}");
  here.write("empty.bio", "");
  struct Row {
    std::string arguments;
    int status;
    std::string message;
  };
  for (const Row& row :
       {Row{"", 2, "newsgloss eval: what is to be compared? entities, attribution, articles or captions\n"},
        {"pages x", 2, "newsgloss eval: compares entities, attribution, articles or captions, not \"pages\"\n"},
        {"entities", 2, "newsgloss eval: no file given\n"},
        {"entities --map x y", 2, "newsgloss eval: --map is worldwide, conll or uner, not \"x\"\n"},
        {"articles --map uner y", 2, "newsgloss eval: --map is for entities only\n"},
        {"entities missing.bio", 1, "missing.bio: No such file or directory\n"},
        {"entities empty.bio", 1, "empty.bio: empty: no token in it\n"},
        {"articles missing", 1, "missing: No such file or directory\n"},
        {"articles empty", 1, "empty: no .json file in it\n"},
        {"articles bad.json", 1, "bad.json: not a gold file: blocks: missing\n"},
        {"captions bad.json", 1, "bad.json: not a gold file: captions: missing\n"}}) {
    CAPTURE(row.arguments);
    const Run run = here.run("eval " + row.arguments);
    CHECK(run.status == row.status);
    CHECK(run.out.empty());
    CHECK(run.error.rfind(row.message, 0) == 0);
  }
}

// The scorer is a script of its own that shares no code with this repository. It is looked for at NEWSGLOSS_SCORER, or
// beside the data, at tools/score.py.
TEST_CASE("eval: the same figures as the independent scorer, to the byte", "[cli][evaluation][data]") {
  const char* const data = std::getenv("NEWSGLOSS_DATA");
  if (!data) {
    WARN("skipped: NEWSGLOSS_DATA does not name the folder of development data");
    return;
  }
  const char* const given = std::getenv("NEWSGLOSS_SCORER");
  const std::string scorer = given ? given : std::string(data) + "/../tools/score.py";
  if (!std::filesystem::exists(scorer)) {
    WARN("skipped: no scorer at " << scorer << " (NEWSGLOSS_SCORER names it)");
    return;
  }
  struct Row {
    std::string scorer_task;
    std::string task;
    std::string file;
    std::string option;
  };
  const Workplace here;
  std::size_t compared = 0;
  for (const Row& row : {Row{"articles", "articles", "gold/articles", ""},
                         {"captions", "captions", "gold/captions", ""},
                         {"attribution", "attribution", "polnear.dev.bio.xz", ""},
                         {"ner", "entities", "ner/worldwide/dev.bio", ""},
                         {"ner", "entities", "ner/wikigold/wikigold.bio", " --map conll"}}) {
    const std::string path = std::filesystem::absolute(std::filesystem::path(data) / row.file).string();
    if (!std::filesystem::exists(path)) {
      WARN("skipped: no " << path);
      continue;
    }
    CAPTURE(row.file);
    const Run ours = here.run("eval " + row.task + " '" + path + "'" + row.option);
    const Run theirs =
        here.run("info >/dev/null; NEWSGLOSS='" NEWSGLOSS_COMMAND "' python3 '" +
                 std::filesystem::absolute(scorer).string() + "' " + row.scorer_task + " '" + path + "'" + row.option);
    CHECK(ours.status == 0);
    CHECK(theirs.status == 0);
    CHECK(ours.out == theirs.out);
    ++compared;
  }
  CHECK(compared > 0);
}

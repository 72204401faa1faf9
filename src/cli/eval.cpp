// `newsgloss eval`: the engine against files annotated by hand, as figures in JSON and, with --errors, as a list of
// everything that differs.
#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "annotate/annotator.h"
#include "cli/commands.h"
#include "cli/engine.h"
#include "cli/given_document.h"
#include "cli/input.h"
#include "cli/options.h"
#include "evaluation/article_score.h"
#include "evaluation/caption_score.h"
#include "evaluation/gold.h"
#include "evaluation/label_score.h"
#include "text/utf8.h"

namespace newsgloss::cli {
namespace {

using namespace evaluation;

constexpr std::string_view help = R"(Usage: newsgloss eval entities    [--map MAP] [OPTION...] FILE.bio...
       newsgloss eval attribution             [OPTION...] FILE.bio...
       newsgloss eval articles                [OPTION...] FOLDER|FILE.json...
       newsgloss eval captions                [OPTION...] FOLDER|FILE.json...

Compares what the engine finds with what a person marked, and prints precision, recall and F1 (per cent)
as JSON. Several files, and the .json files of a folder, are counted together.

  entities      names: spans whose start, end and type agree
  attribution   source, cue and content: likewise
  articles      quotes and their speakers, persons, names, dates, roles
  captions      credits, names linked to the text, paragraphs

  --map MAP     what the file's types are called: worldwide (default), conll, uner
  --errors      first lists each thing that was missed, wrong or spurious, one a line: what, where, gold,
                found, text, with a TAB between; a blank line, then the figures
  --model FILE  another model
  --help        prints this

FILE.bio has a token a line, its gold label last (B-PER, I-PER, O; a TAB between), a blank line after each
sentence or paragraph, and -DOCSTART- before each document; it may be compressed (.xz, .gz, .zst).
)";

// Prints findings as they come; nothing where no list is wanted.
class Listing : public Findings {
 public:
  void add(const Finding& finding) override { write_out(to_line(finding) + '\n'); }
};

struct Task {
  Engine engine;
  const LabelMap* map = nullptr;
  Findings* findings = nullptr;
  std::vector<std::string> files;
};

// ---- files of labels

// Compares files of labelled tokens, a document at a time.
class LabelComparison {
 public:
  LabelComparison(const Task& task, LabelScore& score, bool entities)
      : findings_(task.findings), score_(score), labeller_(task.engine.make_tagger(AttributionsFrom::model)), entities_(entities) {}

  /// Returns what went wrong, or "".
  std::string read(Input& input) {
    std::string line;
    bool too_long = false;
    for (number_ = 0; input.read_line(line, too_long); ++number_) {
      if (too_long) return input.label() + ':' + std::to_string(number_ + 1) + ": line too long for a token";
      if (line.ends_with('\r')) line.pop_back();
      line = replace_invalid_utf8(line);
      if (line.starts_with(document_start)) compare_document(input.label());
      document_.add(line.substr(0, line.find('\t')));
      gold_.push_back(line.substr(line.rfind('\t') + 1));  // npos + 1 is 0: a line of one column is its own label
    }
    if (input.problem()) return input.label() + ": " + *input.problem();
    compare_document(input.label());
    end_chunk();
    return number_ == 0 ? input.label() + ": empty: no token in it" : "";
  }

 private:
  // Labels the lines gathered so far. A chunk may go on over the start of a document, if no blank line is between.
  void compare_document(const std::string& label) {
    const LineLabels labels = labeller_.label(document_);
    const std::vector<std::string>& found = entities_ ? labels.entity : labels.attribution;
    for (std::size_t i = 0; i < gold_.size(); ++i) {
      if (document_.lines[i].text.empty()) {
        end_chunk();
        continue;
      }
      if (chunk_.tokens.empty()) chunk_.where = label + ':' + std::to_string(number_ - gold_.size() + i + 1);
      chunk_.tokens.push_back(document_.lines[i].text);
      chunk_.gold.push_back(std::move(gold_[i]));
      chunk_.found.push_back(found[i]);
    }
    document_ = {};
    gold_.clear();
  }

  void end_chunk() {
    if (!chunk_.tokens.empty() && !chunk_.tokens.front().starts_with(document_start)) score_.add(chunk_, findings_);
    chunk_ = {};
  }

  Findings* findings_;
  LabelScore& score_;
  DocumentLabeller labeller_;
  bool entities_;
  GivenDocument document_;
  std::vector<std::string> gold_;  // of each line of `document_`
  LabelledChunk chunk_;
  std::size_t number_ = 0;
};

int compare_labels(const Task& task, const LabelMap& map, bool entities) {
  LabelScore score(map);
  LabelComparison comparison(task, score, entities);
  for (const std::string& name : task.files) {
    Input input(name);
    const std::string wrong = comparison.read(input);
    if (wrong.empty()) continue;
    write_error(wrong);
    return exit_failed;
  }
  if (task.findings) write_out("\n");
  write_out(score.figures());
  return finish_output(exit_fine);
}

// ---- files of JSON

// A folder's .json files by name; any other operand itself.
std::vector<std::string> json_files(const std::vector<std::string>& operands, std::string& problem) {
  std::vector<std::string> files;
  for (const std::string& operand : operands) {
    std::error_code error;
    if (!std::filesystem::is_directory(operand, error)) {
      files.push_back(operand);
      continue;
    }
    std::vector<std::string> inside;
    for (std::filesystem::directory_iterator entry(operand, error), end; !error && entry != end;
         entry.increment(error)) {
      const std::filesystem::path& path = entry->path();
      if (path.extension() == ".json" && !path.filename().string().starts_with('.')) inside.push_back(path.string());
    }
    if (error)
      problem = operand + ": " + error.message();
    else if (inside.empty())
      problem = operand + ": no .json file in it";
    std::sort(inside.begin(), inside.end());
    files.insert(files.end(), inside.begin(), inside.end());
  }
  return files;
}

template <typename Score, typename Gold>
int compare_json(const Task& task, std::variant<Gold, GoldProblem> (*parse)(std::string_view)) {
  std::string problem;
  const std::vector<std::string> files = json_files(task.files, problem);
  if (!problem.empty()) {
    write_error(problem);
    return exit_failed;
  }
  Score score;
  Annotator annotator(task.engine.make_tagger(AttributionsFrom::rules_and_model));
  for (const std::string& name : files) {
    Input input(name);
    std::string bytes;
    if (!input.read_all(bytes)) {
      write_error(input.label() + ": " + input.problem().value_or("cannot be read"));
      return exit_failed;
    }
    const auto gold = parse(bytes);
    if (const auto* wrong = std::get_if<GoldProblem>(&gold)) {
      write_error(input.label() + ": not a gold file: " + wrong->message);
      return exit_failed;
    }
    const Gold& page = std::get<Gold>(gold);
    for (const std::string& lost : score.add(page, annotator.annotate(page.article()), task.findings))
      write_error(input.label() + ": warning: " + lost);
  }
  if (task.findings) write_out("\n");
  write_out(score.figures());
  return finish_output(exit_fine);
}

int compare_entities(const Task& task) { return compare_labels(task, *task.map, true); }
int compare_attribution(const Task& task) { return compare_labels(task, attribution_map(), false); }
int compare_articles(const Task& task) { return compare_json<ArticleScore>(task, parse_gold_article); }
int compare_captions(const Task& task) { return compare_json<CaptionScore>(task, parse_gold_page); }

constexpr Choice<int (*)(const Task&)> tasks[] = {{"entities", compare_entities},
                                                  {"attribution", compare_attribution},
                                                  {"articles", compare_articles},
                                                  {"captions", compare_captions}};

}  // namespace

int run_eval(const Arguments& arguments) {
  Options options;
  std::string problem = options.parse(arguments, {{"map"}, {"model"}, {"errors", false}, {"help", false}});
  if (!problem.empty()) return usage_error("eval", problem);
  if (options.has("help")) {
    write_out(help);
    return finish_output(exit_fine);
  }
  if (options.operands().empty()) return usage_error("eval", "what is to be compared? " + names_of(tasks));
  const std::string& what = options.operands().front();
  const auto task_of = choose(tasks, what);
  if (!task_of) return usage_error("eval", "compares " + names_of(tasks) + ", not \"" + what + '"');

  Task task;
  task.files.assign(options.operands().begin() + 1, options.operands().end());
  if (task.files.empty()) return usage_error("eval", "no file given");
  const std::string map(options.get("map").value_or("worldwide"));
  task.map = entity_map(map);
  if (!task.map) return usage_error("eval", "--map is worldwide, conll or uner, not \"" + map + '"');
  if (options.has("map") && what != "entities") return usage_error("eval", "--map is for entities only");
  if (problem = task.engine.load(options); !problem.empty()) {
    write_error(problem);
    return exit_failed;
  }
  Listing listing;
  if (options.has("errors")) task.findings = &listing;
  return (*task_of)(task);
}

}  // namespace newsgloss::cli

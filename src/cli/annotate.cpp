// `newsgloss annotate`: articles in, annotations out, one at a time and in order, on as many threads as asked.
//
// An article that cannot be read becomes one line on standard error, `FILE:LINE: what is wrong`, and {"error": …} in
// its place in the output; the rest goes on. Nothing of an object is written before all of it is known.
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "annotate/annotator.h"
#include "cli/articles.h"
#include "cli/brat_folder.h"
#include "cli/commands.h"
#include "cli/engine.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "cli/ordered_pool.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "output/brat.h"
#include "output/conll.h"
#include "output/csv.h"
#include "output/html.h"
#include "output/json.h"
#include "output/json_writer.h"
#include "output/report.h"
#include "output/schema_org.h"
#include "output/web_annotation.h"
#include "text/utf8.h"

namespace newsgloss::cli {
namespace {

constexpr std::string_view help = R"(Usage: newsgloss annotate [OPTION...] [FILE...|-]

Reads articles and writes who and what they name, who said what, dates and
amounts, and what the captions show.

  --input txt|json|jsonl   what the files hold; otherwise decided by the suffix: .txt, .json (one
                           article), .jsonl or .ndjson (one article a line). Standard input ("-" or
                           no file) is taken as jsonl when its first byte is "{", else as txt.
                           A file may be compressed: .gz, .xz, .zst after the suffix
  --format FORMAT          json   one indented object; an array for several files (default)
                           jsonl  one line an article (default when the input is jsonl)
                           text   a report to read
                           csv    a row a statement, for spreadsheets
                           conll  a token a line: entity, entity id, source/cue/content, quote id
                           html   a page to read, without script
                           w3c    Web Annotation (JSON-LD)
                           schema.org  NewsArticle with mentions, quotations, images (JSON-LD)
                           brat   standoff, the .ann file of an article; with --output FOLDER/ a pair of files an
                                  article (NAME.ann, NAME.txt, after its id) and annotation.conf
                           brat-txt  the .txt file beside it: the blocks, one a line
  --offsets UNIT           what start and end count: utf16 (default, as JavaScript does), utf8, codepoint
  --published DATE         YYYY-MM-DD: publication date of the articles that are not given with their own;
                           "on Tuesday" is resolved from it
  --jobs N                 threads (default 1); the order of the output does not change
  --output FILE            writes there instead of to standard output; compressed where FILE ends in .gz or .zst
  --skip N                 leaves out the first N articles: to go on where an earlier run ended
  --append                 adds to the output FILE instead of replacing it (jsonl, csv, conll), or to FOLDER/ (brat)
  --model FILE             another model
  --help                   prints this

An article as JSON:
  {"id": "...", "url": "...", "lang": "en", "published": "2025-11-07",
   "blocks": [{"kind": "paragraph", "text": "..."}]}
Kinds (may be left out): headline standfirst byline dateline date subheading paragraph quotation
list-item caption credit furniture.

A bad article becomes one line on standard error (FILE:LINE: what is wrong) and, in JSON, {"error": ...}
in its place; the rest goes on, and the exit status is 1. JSON Lines are streamed: memory does not grow
with the file. After an interrupt (Ctrl-C) the articles under way are finished, the output ends with a whole
line, compressed or not, and what to give to --skip is said.
)";

enum class Format : unsigned char { json, jsonl, text, conll, csv, w3c, schema_org, html, brat, brat_text };

constexpr Choice<Format> formats[] = {{"json", Format::json},
                                      {"jsonl", Format::jsonl},
                                      {"text", Format::text},
                                      {"conll", Format::conll},
                                      {"csv", Format::csv},
                                      {"w3c", Format::w3c},
                                      {"schema.org", Format::schema_org},
                                      {"html", Format::html},
                                      {"brat", Format::brat},
                                      {"brat-txt", Format::brat_text}};
constexpr Choice<OffsetUnit> offset_units[] = {
    {"utf16", OffsetUnit::utf16}, {"utf8", OffsetUnit::utf8}, {"codepoint", OffsetUnit::code_point}};

// One object, or an array of them.
constexpr bool is_json_array(Format format) {
  return format == Format::json || format == Format::w3c || format == Format::schema_org;
}

struct Settings {
  std::optional<InputKind> input;
  std::optional<Format> format;
  OffsetUnit offsets = OffsetUnit::utf16;
  std::optional<CivilDate> published;
  unsigned jobs = 1;
  std::size_t skip = 0;  // articles
  bool to_file = false;  // --output
  bool pairs = false;    // a folder of pairs of files, for brat
  bool goes_on = false;  // what comes before the first article is there already
  ReportStyle report;
  Engine engine;
};

// What two runs write one after the other is what one run writes.
bool can_append(const Settings& settings) {
  const Format format = *settings.format;
  return format == Format::jsonl || format == Format::csv || format == Format::conll || settings.pairs;
}

struct Outcome {
  std::string text;                   // the article in the output's format, without framing
  std::string name;                   // of the pair of files: its id, or where it came from
  std::string source_text;            // the other one of the pair
  std::string problem;                // "FILE:LINE: …"; empty when all went well
  std::vector<std::string> warnings;  // likewise
  std::size_t input_bytes = 0;
};

// Bytes → annotations → text; one a thread.
class Worker {
 public:
  explicit Worker(const Settings& settings)
      : settings_(settings), annotator_(settings_.engine.make_tagger(AttributionsFrom::rules_and_model)) {}

  Outcome operator()(const ArticleJob& job) {
    Outcome outcome;
    outcome.input_bytes = job.bytes.size();
    ReadArticle read = read_article(job, settings_.published);
    outcome.warnings = std::move(read.warnings);
    if (!read.problem.empty()) return fail(std::move(outcome), std::move(read.problem));
    const Annotations annotations = annotator_.annotate(std::move(read.article));
    outcome.text = render(job, annotations);
    if (settings_.pairs) {
      outcome.name = annotations.article.id.empty() ? place_of(job) : annotations.article.id;
      outcome.source_text = to_brat_text(annotations);
    }
    return outcome;
  }

 private:
  [[nodiscard]] Outcome fail(Outcome outcome, std::string problem) const {
    JsonWriter json(settings_.format == Format::jsonl ? JsonStyle::compact : JsonStyle::pretty);
    json.open_object(JsonWriter::Layout::flat);
    json.key("error");
    json.string(replace_invalid_utf8(problem));
    json.close_object();
    outcome.text = json.take();
    outcome.problem = std::move(problem);
    return outcome;
  }

  [[nodiscard]] std::string render(const ArticleJob& job, const Annotations& annotations) const {
    switch (*settings_.format) {
      case Format::json:
        return to_json(annotations, settings_.offsets, JsonStyle::pretty);
      case Format::jsonl:
        return to_json(annotations, settings_.offsets, JsonStyle::compact);
      case Format::text:
        return to_report(annotations, settings_.report);
      case Format::conll:
        return to_conll(annotations);
      case Format::csv:
        return to_csv(annotations);
      case Format::w3c:
        return to_web_annotation(annotations, JsonStyle::pretty);
      case Format::schema_org:
        return to_schema_org(annotations, JsonStyle::pretty);
      case Format::html:
        return to_html(annotations, "a" + std::to_string(job.number) + '-');
      case Format::brat:
        return to_brat(annotations);
      case Format::brat_text:
        return to_brat_text(annotations);
    }
    return {};
  }

  Settings settings_;
  Annotator annotator_;
};

// Writes outcomes with what comes between them, and keeps the exit status.
class Printer {
 public:
  /// `folder`: where pairs of files go; null where all goes into the one output.
  Printer(Format format, bool several, bool goes_on, BratFolder* folder)
      : format_(format), several_(several), folder_(folder) {
    if (format_ == Format::csv && !goes_on) broken_ = !write_out(csv_header());
    if (format_ == Format::html) broken_ = !write_out(html_begin("Newsgloss"));
  }

  void print(const Outcome& outcome) {
    for (const std::string& warning : outcome.warnings) write_error(warning);
    if (!outcome.problem.empty()) {
      write_error(outcome.problem);
      status_ = exit_failed;
    }
    if (folder_) return add_pair(outcome);
    std::string out;
    switch (format_) {
      case Format::jsonl:
        out = outcome.text + '\n';
        break;
      case Format::text:
        if (!outcome.problem.empty()) return;
        if (count_ > 0) out += '\n';
        out += outcome.text;
        break;
      case Format::conll:
      case Format::csv:
      case Format::html:
      case Format::brat:
      case Format::brat_text:
        if (!outcome.problem.empty()) return;
        out = outcome.text;
        break;
      case Format::json:
      case Format::w3c:
      case Format::schema_org:
        if (several_) {
          out = count_ == 0 ? "[\n  " : ",\n  ";
          for (const char c : outcome.text) {  // no string holds a raw line break: all of them are layout
            out += c;
            if (c == '\n') out += "  ";
          }
        } else {
          if (!outcome.problem.empty()) return;
          out = outcome.text + '\n';
        }
        break;
    }
    ++count_;
    broken_ = !write_out(out) || broken_;
  }

  /// Nothing can be written any more: reading on is no use.
  [[nodiscard]] bool broken() const noexcept { return broken_; }

  int finish() {
    if (folder_) return status_;
    if (format_ == Format::html) write_out(html_end());
    if (is_json_array(format_) && several_) write_out(count_ == 0 ? "[]\n" : "\n]\n");
    return finish_output(status_);
  }

 private:
  void add_pair(const Outcome& outcome) {
    if (!outcome.problem.empty() || broken_) return;
    const std::string problem = folder_->add(outcome.name, outcome.text, outcome.source_text);
    if (problem.empty()) return;
    write_error("newsgloss: cannot write the output: " + problem);
    status_ = exit_failed;
    broken_ = true;
  }

  Format format_;
  bool several_;
  BratFolder* folder_;
  std::size_t count_ = 0;
  bool broken_ = false;
  int status_ = exit_fine;
};

// On a terminal the report is as wide as that, within reason, and coloured unless NO_COLOR is set (no-color.org).
ReportStyle report_style() {
  ReportStyle style;
  if (isatty(STDOUT_FILENO) == 0) return style;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    style.width = std::clamp<int>(size.ws_col, 60, 110);
  const char* const no_colour = std::getenv("NO_COLOR");
  style.colour = !no_colour || *no_colour == '\0';
  return style;
}

int annotate(const Settings& settings, ArticleFeed& feed, BratFolder& folder) {
  Printer printer(*settings.format, feed.several(), settings.goes_on, settings.pairs ? &folder : nullptr);
  Progress progress(feed.several(), settings.to_file);
  watch_interrupts();
  OrderedPool<ArticleJob, Outcome> pool(
      settings.jobs,
      [&settings] {
        return [worker = std::make_shared<Worker>(settings)](const ArticleJob& job) { return (*worker)(job); };
      },
      [&](const Outcome& outcome) {
        printer.print(outcome);
        progress.one_more(outcome.input_bytes, feed.part_read());
      });
  before_waiting([&pool] { pool.finish(); });
  ArticleJob job;
  while (!printer.broken() && feed.next(job))
    if (job.number > settings.skip) pool.submit(std::move(job));
  before_waiting({});
  pool.finish();
  const int status = printer.finish();
  if (!interrupted()) return status;
  write_error("interrupted: go on with --skip " + std::to_string(std::max(feed.count(), settings.skip)) +
              (settings.to_file && can_append(settings) ? " --append" : ""));
  return interrupted_status();
}

}  // namespace

int run_annotate(const Arguments& arguments) {
  Options options;
  std::string problem = options.parse(arguments, {{"input"},
                                                  {"format"},
                                                  {"offsets"},
                                                  {"published"},
                                                  {"jobs"},
                                                  {"output"},
                                                  {"skip"},
                                                  {"append", false},
                                                  {"model"},
                                                  {"help", false}});
  if (!problem.empty()) return usage_error("annotate", problem);
  if (options.has("help")) {
    write_out(help);
    return finish_output(exit_fine);
  }

  Settings settings;
  if (problem = read_feed_options(options, settings.input, settings.published, settings.jobs); !problem.empty())
    return usage_error("annotate", problem);
  if (const auto name = options.get("format")) {
    settings.format = choose(formats, *name);
    if (!settings.format)
      return usage_error("annotate", "--format is " + names_of(formats) + ", not \"" + std::string(*name) + '"');
  }
  if (const auto name = options.get("offsets")) {
    const auto unit = choose(offset_units, *name);
    if (!unit)
      return usage_error("annotate", "--offsets is " + names_of(offset_units) + ", not \"" + std::string(*name) + '"');
    settings.offsets = *unit;
  }
  if (const auto number = options.get("skip")) {
    const auto [end, error] = std::from_chars(number->data(), number->data() + number->size(), settings.skip);
    if (error != std::errc() || end != number->data() + number->size())
      return usage_error("annotate", "--skip is a number of articles, not \"" + std::string(*number) + '"');
  }
  if (problem = settings.engine.load(options); !problem.empty()) {
    write_error(problem);
    return exit_failed;
  }

  settings.report = options.has("output") ? ReportStyle{} : report_style();

  std::vector<std::string> names = options.operands();
  if (names.empty()) {
    if (isatty(STDIN_FILENO) != 0) return usage_error("annotate", "no FILE given (\"-\" reads standard input)");
    names.emplace_back("-");
  }
  if (problem = output_is_input(names, options.get("output")); !problem.empty()) {
    write_error(problem);
    return exit_failed;
  }
  ArticleFeed feed(names, settings.input);
  // What the output looks like depends on what comes in.
  if (!settings.format) settings.format = feed.has_lines() ? Format::jsonl : Format::json;
  settings.goes_on = settings.skip > 0;
  const bool append = options.has("append");
  const auto name = options.get("output");
  if (append && (!name || *name == "-")) return usage_error("annotate", "--append needs --output FILE");
  std::error_code unknown;
  settings.pairs = settings.format == Format::brat && name &&
                   (name->ends_with('/') || std::filesystem::is_directory(std::string(*name), unknown));
  if (append && !can_append(settings))
    return usage_error("annotate",
                       "--append is for jsonl, csv and conll, and for brat into a folder: of the others one file holds "
                       "one run");
  BratFolder folder;
  if (settings.pairs) {
    if (problem = folder.open(std::string(*name), append); !problem.empty()) {
      write_error(problem);
      return exit_failed;
    }
    settings.to_file = true;
  } else if (name && *name != "-") {
    const std::string file(*name);
    const bool holds_something = std::filesystem::file_size(file, unknown) > 0 && !unknown;
    if (settings.skip > 0 && holds_something && !append)
      return usage_error("annotate", file + " is there already: with --skip, add to it with --append, or name another");
    settings.goes_on = settings.goes_on || (append && holds_something);
    if (problem = output().open(file, append ? Output::Mode::append : Output::Mode::replace); !problem.empty()) {
      write_error(problem);
      return exit_failed;
    }
    settings.to_file = true;
  }
  return annotate(settings, feed, folder);
}

}  // namespace newsgloss::cli

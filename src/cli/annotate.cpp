// `newsgloss annotate`: articles in, annotations out, one at a time and in order, on as many threads as asked.
//
// An article that cannot be read becomes one line on standard error, `FILE:LINE: what is wrong`, and {"error": …} in
// its place in the output; the rest goes on. Nothing of an object is written before all of it is known.
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "annotate/annotator.h"
#include "article/article_json.h"
#include "article/civil_date.h"
#include "article/plain_text.h"
#include "cli/commands.h"
#include "cli/engine.h"
#include "cli/input.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "cli/ordered_pool.h"
#include "cli/output.h"
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
                           brat   standoff (.ann); its text is the blocks, one a line
  --offsets UNIT           what start and end count: utf16 (default, as JavaScript does), utf8, codepoint
  --published DATE         YYYY-MM-DD: publication date of the articles that are not given with their own;
                           "on Tuesday" is resolved from it
  --jobs N                 threads (default 1); the order of the output does not change
  --output FILE            writes there instead of to standard output; compressed where FILE ends in .gz or .zst
  --skip N                 leaves out the first N articles: to go on where an earlier run ended
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
line, and what to give to --skip is said.
)";

enum class InputKind : unsigned char { txt, json, jsonl };
enum class Format : unsigned char { json, jsonl, text, conll, csv, w3c, schema_org, html, brat };

constexpr Choice<InputKind> input_kinds[] = {
    {"txt", InputKind::txt}, {"json", InputKind::json}, {"jsonl", InputKind::jsonl}};
constexpr Choice<Format> formats[] = {{"json", Format::json},
                                      {"jsonl", Format::jsonl},
                                      {"text", Format::text},
                                      {"conll", Format::conll},
                                      {"csv", Format::csv},
                                      {"w3c", Format::w3c},
                                      {"schema.org", Format::schema_org},
                                      {"html", Format::html},
                                      {"brat", Format::brat}};
constexpr Choice<OffsetUnit> offset_units[] = {
    {"utf16", OffsetUnit::utf16}, {"utf8", OffsetUnit::utf8}, {"codepoint", OffsetUnit::code_point}};

// One object, or an array of them.
constexpr bool is_json_array(Format format) {
  return format == Format::json || format == Format::w3c || format == Format::schema_org;
}
constexpr unsigned max_jobs = 256;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Settings {
  std::optional<InputKind> input;
  std::optional<Format> format;
  OffsetUnit offsets = OffsetUnit::utf16;
  std::optional<CivilDate> published;
  unsigned jobs = 1;
  std::size_t skip = 0;  // articles
  ReportStyle report;
  Engine engine;
};

// One article as it came: bytes to parse, or what went wrong in getting them.
struct Job {
  std::string label;
  std::size_t line = 0;  // of a JSON Lines file; 0: the article is the whole file
  InputKind kind = InputKind::txt;
  std::string bytes;
  std::string problem;
  std::size_t number = 0;  // of the article in this run
};

struct Outcome {
  std::string text;                   // the article in the output's format, without framing
  std::string problem;                // "FILE:LINE: …"; empty when all went well
  std::vector<std::string> warnings;  // likewise
  std::size_t input_bytes = 0;
};

std::string at(const Job& job, std::size_t line, std::string_view message) {
  std::string out = job.label;
  if (line > 0) out += ':' + std::to_string(line);
  return out.append(": ").append(message);
}

// "line 3, column 18: …" of the JSON reader names a line of its own input: that is the file's line, or, in JSON
// Lines, always the first.
std::string json_problem(const Job& job, std::string_view message) {
  std::size_t line = 0;
  constexpr std::string_view prefix = "line ";
  if (message.starts_with(prefix)) {
    const char* const end = message.data() + message.size();
    const auto [next, error] = std::from_chars(message.data() + prefix.size(), end, line);
    std::string_view rest(next, static_cast<std::size_t>(end - next));
    if (error == std::errc() && rest.starts_with(", "))
      message = rest.substr(2);
    else
      line = 0;
  }
  return at(job, job.line > 0 ? job.line : line, message);
}

// The first line (from 1) of `bytes` that is not valid UTF-8; 0 when all are.
std::size_t first_invalid_line(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return 0;
  for (std::size_t line = 1;; ++line) {
    const std::size_t end = bytes.find('\n');
    if (end == std::string_view::npos || !is_valid_utf8(bytes.substr(0, end))) return line;
    bytes.remove_prefix(end + 1);
  }
}

// A plain text's id: the file's name without folder and suffix.
std::string id_of(const Job& job) {
  if (job.label == "<stdin>") return "";
  return replace_invalid_utf8(std::filesystem::path(without_compression(job.label)).stem().string());
}

// Bytes → annotations → text; one a thread.
class Worker {
 public:
  explicit Worker(const Settings& settings)
      : settings_(settings), annotator_(settings_.engine.make_tagger(AttributionsFrom::rules_and_model)) {}

  Outcome operator()(const Job& job) {
    Outcome outcome;
    outcome.input_bytes = job.bytes.size();
    if (!job.problem.empty()) return fail(std::move(outcome), job.problem);
    Article article;
    if (job.kind == InputKind::txt) {
      article = parse_plain_text(job.bytes, id_of(job));
      if (article.blocks.empty()) return fail(std::move(outcome), at(job, 0, "no text in it"));
    } else {
      auto parsed = parse_article_json(job.bytes);
      if (const auto* wrong = std::get_if<JsonProblem>(&parsed))
        return fail(std::move(outcome), json_problem(job, wrong->message));
      article = std::move(std::get<Article>(parsed));
    }
    if (const std::size_t line = first_invalid_line(job.bytes))
      outcome.warnings.push_back(at(job, job.line > 0 ? job.line : line, "warning: not UTF-8; bad bytes replaced"));
    if (!article.published) article.published = settings_.published;
    outcome.text = render(job, annotator_.annotate(std::move(article)));
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

  [[nodiscard]] std::string render(const Job& job, const Annotations& annotations) const {
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
    }
    return {};
  }

  Settings settings_;
  Annotator annotator_;
};

// Writes outcomes with what comes between them, and keeps the exit status.
class Printer {
 public:
  Printer(Format format, bool several, bool goes_on) : format_(format), several_(several) {
    if (format_ == Format::csv && !goes_on) broken_ = !write_out(csv_header());
    if (format_ == Format::html) broken_ = !write_out(html_begin("Newsgloss"));
  }

  void print(const Outcome& outcome) {
    for (const std::string& warning : outcome.warnings) write_error(warning);
    if (!outcome.problem.empty()) {
      write_error(outcome.problem);
      status_ = exit_failed;
    }
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
    if (format_ == Format::html) write_out(html_end());
    if (is_json_array(format_) && several_) write_out(count_ == 0 ? "[]\n" : "\n]\n");
    return finish_output(status_);
  }

 private:
  Format format_;
  bool several_;
  std::size_t count_ = 0;
  bool broken_ = false;
  int status_ = exit_fine;
};

InputKind kind_of(const Settings& settings, const std::string& name, std::optional<Input>& standard_input) {
  if (settings.input) return *settings.input;
  if (name == "-") return standard_input->peek() == '{' ? InputKind::jsonl : InputKind::txt;
  const std::string suffix = std::filesystem::path(without_compression(name)).extension().string();
  if (suffix == ".jsonl" || suffix == ".ndjson") return InputKind::jsonl;
  return suffix == ".json" ? InputKind::json : InputKind::txt;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

// Progress on standard error: only on a terminal that does not show the output too, and only for more than a moment.
class Progress {
 public:
  explicit Progress(bool useful) : shown_(useful && isatty(STDERR_FILENO) != 0 && isatty(STDOUT_FILENO) == 0) {}
  void one_more(std::size_t bytes) {
    ++count_;
    bytes_ += bytes;
    if (!shown_) return;
    const Clock::time_point now = Clock::now();
    if (now - last_ < std::chrono::milliseconds(500)) return;
    last_ = now;
    print(now);
  }
  ~Progress() {
    if (!printed_) return;
    print(Clock::now());
    std::fputc('\n', stderr);
  }

 private:
  using Clock = std::chrono::steady_clock;

  void print(Clock::time_point now) {
    const double seconds = std::chrono::duration<double>(now - start_).count();
    std::fprintf(stderr, "\r%zu articles, %.0f articles/s, %.1f MB/s ", count_, static_cast<double>(count_) / seconds,
                 static_cast<double>(bytes_) / 1e6 / seconds);
    printed_ = true;
  }

  bool shown_;
  bool printed_ = false;
  std::size_t count_ = 0;
  std::size_t bytes_ = 0;  // of input
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
};

// The pool, behind a count of what goes into it; the first `skip` articles do not.
class Pool {
 public:
  template <typename MakeWorker, typename Deliver>
  Pool(const Settings& settings, MakeWorker make_worker, Deliver deliver)
      : skip_(settings.skip), pool_(settings.jobs, make_worker, deliver) {}

  void submit(Job job) {
    job.number = ++count_;
    if (count_ > skip_) pool_.submit(std::move(job));
  }
  void finish() { pool_.finish(); }

  /// Articles so far, skipped ones too.
  [[nodiscard]] std::size_t count() const noexcept { return count_; }

 private:
  std::size_t skip_;
  OrderedPool<Job, Outcome> pool_;
  std::size_t count_ = 0;
};

// An input that gave no article for a reason of its own.
void submit_problem(const Input& input, std::string_view message, Pool& pool) {
  Job job;
  job.label = input.label();
  job.problem = at(job, 0, message);
  pool.submit(std::move(job));
}

void submit_lines(Input& input, Pool& pool, const Printer& printer) {
  bool any = false;
  std::string bytes;
  bool too_long = false;
  for (std::size_t line = 1; !printer.broken() && input.read_line(bytes, too_long); ++line) {
    if (interrupted()) return;  // the line may be cut
    if (line == 1 && bytes.starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
    if (is_blank(bytes)) continue;
    any = true;
    Job job{input.label(), line, InputKind::jsonl, std::move(bytes), "", 0};
    if (too_long) job.problem = at(job, line, "line longer than an article may be (256 MiB)");
    pool.submit(std::move(job));
    bytes.clear();
  }
  if (interrupted()) return;
  if (input.problem())
    submit_problem(input, *input.problem(), pool);
  else if (!any && !printer.broken())
    submit_problem(input, "empty: no article in it", pool);
}

void submit_whole(Input& input, InputKind kind, Pool& pool) {
  std::string bytes;
  const bool whole = input.read_all(bytes);
  if (interrupted()) return;
  if (!whole) return submit_problem(input, *input.problem(), pool);
  if (bytes.empty()) return submit_problem(input, "empty file", pool);
  pool.submit({input.label(), 0, kind, std::move(bytes), "", 0});
}

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

int annotate(Settings settings, const std::vector<std::string>& names) {
  // Standard input is opened once, to see what it holds: what the output looks like depends on it.
  bool lines = false;
  std::optional<Input> standard_input;
  for (const std::string& name : names) {
    if (name == "-" && !standard_input) standard_input.emplace("-");
    lines = lines || kind_of(settings, name, standard_input) == InputKind::jsonl;
  }
  if (!settings.format) settings.format = lines ? Format::jsonl : Format::json;

  Printer printer(*settings.format, names.size() > 1 || lines, settings.skip > 0);
  Progress progress(lines || names.size() > 1);
  watch_interrupts();
  Pool pool(
      settings,
      [&settings] { return [worker = std::make_shared<Worker>(settings)](const Job& job) { return (*worker)(job); }; },
      [&](const Outcome& outcome) {
        printer.print(outcome);
        progress.one_more(outcome.input_bytes);
      });
  for (const std::string& name : names) {
    if (printer.broken() || interrupted()) break;
    std::optional<Input> file;
    if (name != "-") file.emplace(name);
    Input& input = file ? *file : *standard_input;
    const InputKind kind = kind_of(settings, name, standard_input);
    if (kind == InputKind::jsonl)
      submit_lines(input, pool, printer);
    else
      submit_whole(input, kind, pool);
  }
  pool.finish();
  const int status = printer.finish();
  if (!interrupted()) return status;
  write_error("interrupted: go on with --skip " + std::to_string(pool.count()));
  return interrupted_status();
}

}  // namespace

int run_annotate(const Arguments& arguments) {
  Options options;
  std::string problem = options.parse(
      arguments,
      {{"input"}, {"format"}, {"offsets"}, {"published"}, {"jobs"}, {"output"}, {"skip"}, {"model"}, {"help", false}});
  if (!problem.empty()) return usage_error("annotate", problem);
  if (options.has("help")) {
    write_out(help);
    return finish_output(exit_fine);
  }

  Settings settings;
  if (const auto name = options.get("input")) {
    settings.input = choose(input_kinds, *name);
    if (!settings.input)
      return usage_error("annotate", "--input is " + names_of(input_kinds) + ", not \"" + std::string(*name) + '"');
  }
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
  if (const auto date = options.get("published")) {
    settings.published = parse_iso_date(*date);
    if (!settings.published)
      return usage_error("annotate", "--published is a date, YYYY-MM-DD, not \"" + std::string(*date) + '"');
  }
  if (const auto number = options.get("jobs")) {
    const auto [end, error] = std::from_chars(number->data(), number->data() + number->size(), settings.jobs);
    if (error != std::errc() || end != number->data() + number->size() || settings.jobs == 0 ||
        settings.jobs > max_jobs)
      return usage_error("annotate", "--jobs is a number from 1 to 256, not \"" + std::string(*number) + '"');
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
  if (const auto name = options.get("output"); name && *name != "-") {
    if (problem = output().open(std::string(*name)); !problem.empty()) {
      write_error(problem);
      return exit_failed;
    }
  }
  return annotate(std::move(settings), names);
}

}  // namespace newsgloss::cli

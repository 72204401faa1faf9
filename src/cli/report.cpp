// `newsgloss report`: source audit over many articles.
#include <unistd.h>

#include <charconv>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "annotate/annotator.h"
#include "cli/articles.h"
#include "cli/commands.h"
#include "cli/engine.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "cli/ordered_pool.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "output/source_audit.h"

namespace newsgloss::cli {
namespace {

constexpr std::string_view help = R"(Usage: newsgloss report [OPTION...] [FILE...|-]

Reads articles and writes who is quoted in them: how much is said by named people, by other names and by
unnamed sources; by gender, where the article gives evidence of it; who is heard most; by outlet (the host
of an article's "url") and by month.

  --format FORMAT          text (default), csv, or html: one page with charts that stands alone
  --top N                  how many of the most heard sources are listed (default 25)
  --input, --published, --jobs, --output, --model    as for newsgloss annotate
  --help                   prints this

A bad article becomes one line on standard error and is left out; the exit status is 1 then. People are
told apart by their full names.
)";

enum class Format : unsigned char { text, csv, html };
constexpr Choice<Format> formats[] = {{"text", Format::text}, {"csv", Format::csv}, {"html", Format::html}};

struct Settings {
  std::optional<InputKind> input;
  std::optional<CivilDate> published;
  unsigned jobs = 1;
  Format format = Format::text;
  std::size_t top = 25;
  Engine engine;
};

struct Outcome {
  ArticleDigest digest;
  std::string problem;
  std::vector<std::string> warnings;
  std::size_t input_bytes = 0;
};

// Bytes to digest; one a thread.
class Worker {
 public:
  explicit Worker(const Settings& settings)
      : published_(settings.published), annotator_(settings.engine.make_tagger(AttributionsFrom::rules_and_model)) {}

  Outcome operator()(const ArticleJob& job) {
    ReadArticle read = read_article(job, published_);
    Outcome outcome{{}, std::move(read.problem), std::move(read.warnings), job.bytes.size()};
    if (outcome.problem.empty()) outcome.digest = digest_of(annotator_.annotate(std::move(read.article)));
    return outcome;
  }

 private:
  std::optional<CivilDate> published_;
  Annotator annotator_;
};

int report(const Settings& settings, const std::vector<std::string>& names) {
  ArticleFeed feed(names, settings.input);
  Progress progress(feed.several());
  watch_interrupts();
  SourceAudit audit;
  int status = exit_fine;
  OrderedPool<ArticleJob, Outcome> pool(
      settings.jobs,
      [&settings] {
        return [worker = std::make_shared<Worker>(settings)](const ArticleJob& job) { return (*worker)(job); };
      },
      [&](const Outcome& outcome) {
        for (const std::string& warning : outcome.warnings) write_error(warning);
        progress.one_more(outcome.input_bytes);
        if (outcome.problem.empty()) return audit.add(outcome.digest);
        write_error(outcome.problem);
        status = exit_failed;
      });
  ArticleJob job;
  while (feed.next(job)) pool.submit(std::move(job));
  pool.finish();
  if (interrupted()) return interrupted_status();  // figures of a part would pass for those of the whole
  switch (settings.format) {
    case Format::text:
      write_out(audit.text(settings.top));
      break;
    case Format::csv:
      write_out(audit.csv(settings.top));
      break;
    case Format::html:
      write_out(audit.html(settings.top));
      break;
  }
  return finish_output(status);
}

}  // namespace

int run_report(const Arguments& arguments) {
  Options options;
  std::string problem = options.parse(
      arguments, {{"input"}, {"format"}, {"top"}, {"published"}, {"jobs"}, {"output"}, {"model"}, {"help", false}});
  if (!problem.empty()) return usage_error("report", problem);
  if (options.has("help")) {
    write_out(help);
    return finish_output(exit_fine);
  }
  Settings settings;
  if (problem = read_feed_options(options, settings.input, settings.published, settings.jobs); !problem.empty())
    return usage_error("report", problem);
  if (const auto name = options.get("format")) {
    const auto format = choose(formats, *name);
    if (!format)
      return usage_error("report", "--format is " + names_of(formats) + ", not \"" + std::string(*name) + '"');
    settings.format = *format;
  }
  if (const auto number = options.get("top")) {
    const char* const last = number->data() + number->size();
    const auto [end, error] = std::from_chars(number->data(), last, settings.top);
    if (error != std::errc() || end != last)
      return usage_error("report", "--top is a number of sources, not \"" + std::string(*number) + '"');
  }
  if (problem = settings.engine.load(options); !problem.empty()) {
    write_error(problem);
    return exit_failed;
  }
  std::vector<std::string> names = options.operands();
  if (names.empty()) {
    if (isatty(STDIN_FILENO) != 0) return usage_error("report", "no FILE given (\"-\" reads standard input)");
    names.emplace_back("-");
  }
  if (problem = output_is_input(names, options.get("output")); !problem.empty()) {
    write_error(problem);
    return exit_failed;
  }
  if (const auto name = options.get("output"); name && *name != "-") {
    if (problem = output().open(std::string(*name)); !problem.empty()) {
      write_error(problem);
      return exit_failed;
    }
  }
  return report(settings, names);
}

}  // namespace newsgloss::cli

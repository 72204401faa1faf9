#include "cli/articles.h"

#include <charconv>
#include <filesystem>
#include <utility>
#include <variant>

#include "article/article_json.h"
#include "article/civil_date.h"
#include "article/plain_text.h"
#include "cli/interrupt.h"
#include "text/utf8.h"

namespace newsgloss::cli {
namespace {

constexpr Choice<InputKind> input_kinds[] = {
    {"txt", InputKind::txt}, {"json", InputKind::json}, {"jsonl", InputKind::jsonl}};
constexpr unsigned max_jobs = 256;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// A text editor's "Unicode": every other byte would be a NUL.
constexpr std::string_view not_utf8 = "is UTF-16 and no UTF-8: convert it first (iconv -f UTF-16 -t UTF-8)";
bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

std::string at(const ArticleJob& job, std::size_t line, std::string_view message) {
  std::string out = job.label;
  if (line > 0) out += ':' + std::to_string(line);
  return out.append(": ").append(message);
}

// "line 3, column 18: …" of the JSON reader names a line of its own input: that is the file's line, or, in JSON
// Lines, always the first.
std::string json_problem(const ArticleJob& job, std::string_view message) {
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

// The file's name without folder and suffix.
std::string stem_of(const ArticleJob& job) {
  return replace_invalid_utf8(std::filesystem::path(without_compression(job.label)).stem().string());
}

// A plain text's id.
std::string id_of(const ArticleJob& job) { return job.label == "<stdin>" ? "" : stem_of(job); }

}  // namespace

std::string place_of(const ArticleJob& job) {
  const std::string file = job.label == "<stdin>" ? "stdin" : stem_of(job);
  return job.line == 0 ? file : file + '-' + std::to_string(job.line);
}

ArticleFeed::ArticleFeed(std::vector<std::string> names, std::optional<InputKind> kind)
    : names_(std::move(names)), kind_(kind) {
  bool all_sizes_known = true;
  for (const std::string& name : names_) {
    if (name == "-" && !standard_input_) standard_input_ = std::make_shared<Input>("-");
    has_lines_ = has_lines_ || kind_of(name) == InputKind::jsonl;
    std::error_code unknown;
    const std::uint64_t size = name == "-" ? 0 : std::filesystem::file_size(name, unknown);
    all_sizes_known = all_sizes_known && !unknown && name != "-";
    sizes_.push_back(unknown ? 0 : size);
    bytes_ += sizes_.back();
  }
  if (!all_sizes_known) bytes_ = 0;
}

std::optional<double> ArticleFeed::part_read() const noexcept {
  if (bytes_ == 0) return std::nullopt;
  return static_cast<double>(bytes_before_ + (input_ ? input_->position() : 0)) / static_cast<double>(bytes_);
}

InputKind ArticleFeed::kind_of(const std::string& name) {
  if (kind_) return *kind_;
  if (name == "-") return standard_input_->peek() == '{' ? InputKind::jsonl : InputKind::txt;
  const std::string suffix = std::filesystem::path(without_compression(name)).extension().string();
  if (suffix == ".jsonl" || suffix == ".ndjson") return InputKind::jsonl;
  return suffix == ".json" ? InputKind::json : InputKind::txt;
}

bool ArticleFeed::next(ArticleJob& job) {
  while (!interrupted()) {
    if (!input_) {
      if (next_name_ == names_.size()) return false;
      const std::string& name = names_[next_name_++];
      input_kind_ = kind_of(name);
      input_ = name == "-" ? standard_input_ : std::make_shared<Input>(name);
      line_ = 0;
      any_ = false;
      reported_ = false;
    }
    job = {};
    job.label = input_->label();
    job.kind = input_kind_;
    const bool got = input_kind_ == InputKind::jsonl ? next_line(job) : whole(job);
    if (interrupted()) return false;  // what came may be cut
    if (!got) {
      bytes_before_ += sizes_[next_name_ - 1];
      input_.reset();
      continue;
    }
    any_ = true;
    job.number = ++count_;
    return true;
  }
  return false;
}

// The next line that is not blank; at the end, what was wrong with the file, once.
bool ArticleFeed::next_line(ArticleJob& job) {
  bool too_long = false;
  while (!reported_ && input_->read_line(job.bytes, too_long)) {
    if (line_ == 0 && is_utf16(job.bytes)) {
      job.problem = at(job, 0, not_utf8);
      return reported_ = true;
    }
    if (++line_ == 1 && job.bytes.starts_with(byte_order_mark)) job.bytes.erase(0, byte_order_mark.size());
    if (!too_long && is_blank(job.bytes)) continue;
    job.line = line_;
    if (too_long)
      job.problem =
          at(job, line_, "line longer than an article may be (" + std::to_string(max_article_bytes >> 20) + " MiB)");
    return true;
  }
  // A file that was read to its end has given its articles; one that could not be is said once.
  if (input_->problem() || reported_ ? std::exchange(reported_, true) : any_) return false;
  // What is wrong with the bytes is wrong from the line on that could not be read.
  const std::size_t broken = input_->problem() && line_ > 0 ? line_ + 1 : 0;
  job.problem = at(job, broken, input_->problem() ? *input_->problem() : "empty: no article in it");
  return true;
}

// The file as one article, once.
bool ArticleFeed::whole(ArticleJob& job) {
  if (any_) return false;
  if (!input_->read_all(job.bytes))
    job.problem = at(job, 0, input_->problem().value_or("cannot be read"));
  else if (job.bytes.empty())
    job.problem = at(job, 0, "empty file");
  else if (is_utf16(job.bytes))
    job.problem = at(job, 0, not_utf8);
  return true;
}

ReadArticle read_article(const ArticleJob& job, std::optional<CivilDate> published) {
  ReadArticle read;
  if (!job.problem.empty()) {
    read.problem = job.problem;
    return read;
  }
  if (job.kind == InputKind::txt) {
    read.article = parse_plain_text(job.bytes, id_of(job));
    if (read.article.blocks.empty()) read.problem = at(job, 0, "no text in it");
  } else {
    auto parsed = parse_article_json(job.bytes);
    if (const auto* wrong = std::get_if<JsonProblem>(&parsed))
      read.problem = json_problem(job, wrong->message);
    else
      read.article = std::move(std::get<Article>(parsed));
  }
  if (!read.problem.empty()) return read;
  if (const std::size_t line = first_invalid_line(job.bytes))
    read.warnings.push_back(at(job, job.line > 0 ? job.line : line, "warning: not UTF-8; bad bytes replaced"));
  if (!read.article.published) read.article.published = published;
  return read;
}

std::string read_feed_options(const Options& options, std::optional<InputKind>& kind,
                              std::optional<CivilDate>& published, unsigned& jobs) {
  if (const auto name = options.get("input")) {
    kind = choose(input_kinds, *name);
    if (!kind) return "--input is " + names_of(input_kinds) + ", not \"" + std::string(*name) + '"';
  }
  if (const auto date = options.get("published")) {
    published = parse_iso_date(*date);
    if (!published) return "--published is a date, YYYY-MM-DD, not \"" + std::string(*date) + '"';
  }
  if (const auto number = options.get("jobs")) {
    const char* const last = number->data() + number->size();
    const auto [end, error] = std::from_chars(number->data(), last, jobs);
    if (error != std::errc() || end != last || jobs == 0 || jobs > max_jobs)
      return "--jobs is a number from 1 to 256, not \"" + std::string(*number) + '"';
  }
  return "";
}

}  // namespace newsgloss::cli

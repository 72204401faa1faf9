// `newsgloss tag`: tokens, one a line, in; the same lines with an entity and an attribution label, out.
//
// A chunk (the lines between blank lines) is a block, a document what lies between -DOCSTART- lines; the tagger sees
// the whole document before it labels its first chunk. Memory: the largest document.
#include <unistd.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/engine.h"
#include "cli/given_document.h"
#include "cli/input.h"
#include "cli/options.h"

namespace newsgloss::cli {
namespace {

constexpr std::string_view help = R"(Usage: newsgloss tag [--model FILE] [FILE...|-]

Reads tokens, one a line (a token ends at the first TAB, if there is one, and may hold spaces), with a
blank line after each sentence or paragraph and a line that starts with -DOCSTART- before each document.
Penn-style tokens (`` '' -LRB- -RRB-) are understood. Writes the same lines with two more columns on every
line that is not empty:

  the entity       B-TYPE, I-TYPE or O: PERSON ORG GPE LOC FAC NORP EVENT PRODUCT WORK_OF_ART LAW OTHER
  the attribution  B-LABEL, I-LABEL or O: source cue content

Names are looked up across a document, so one without -DOCSTART- lines is one document.
)";

// The document's lines with their two columns.
std::string with_labels(const GivenDocument& given, const LineLabels& labels) {
  std::string out;
  for (std::size_t i = 0; i < given.lines.size(); ++i) {
    std::string_view line = given.lines[i].text;
    const bool carriage_return = line.ends_with('\r');
    if (carriage_return) line.remove_suffix(1);
    out += line;
    if (!line.empty()) out.append("\t").append(labels.entity[i]).append("\t").append(labels.attribution[i]);
    out += carriage_return ? "\r\n" : "\n";
  }
  return out;
}

// One input, document by document. Returns what went wrong, or "".
std::string tag_input(Input& input, DocumentLabeller& labeller) {
  GivenDocument document;
  std::string line;
  bool too_long = false;
  std::size_t number = 0;
  const auto flush = [&] {
    const bool written = document.lines.empty() || write_out(with_labels(document, labeller.label(document)));
    document = {};
    return written;
  };
  while (input.read_line(line, too_long)) {
    ++number;
    if (too_long) return input.label() + ':' + std::to_string(number) + ": line too long for a token";
    if (line.starts_with(document_start) && !flush()) return "";
    document.add(std::move(line));
  }
  if (input.problem()) return input.label() + ": " + *input.problem();
  flush();
  return number == 0 ? input.label() + ": empty: no token in it" : "";
}

}  // namespace

int run_tag(const Arguments& arguments) {
  Options options;
  const std::string problem = options.parse(arguments, {{"model"}, {"help", false}});
  if (!problem.empty()) return usage_error("tag", problem);
  if (options.has("help")) {
    write_out(help);
    return finish_output(exit_fine);
  }
  std::vector<std::string> names = options.operands();
  if (names.empty()) {
    if (isatty(STDIN_FILENO) != 0) return usage_error("tag", "no FILE given (\"-\" reads standard input)");
    names.emplace_back("-");
  }

  Engine engine;
  if (const std::string wrong = engine.load(options); !wrong.empty()) {
    write_error(wrong);
    return exit_failed;
  }
  DocumentLabeller labeller(engine.make_tagger(AttributionsFrom::model));
  int status = exit_fine;
  for (const std::string& name : names) {
    Input input(name);
    const std::string wrong = tag_input(input, labeller);
    if (wrong.empty()) continue;
    write_error(wrong);
    status = exit_failed;
  }
  return finish_output(status);
}

}  // namespace newsgloss::cli

// `newsgloss tag`: tokens, one a line, in; the same lines with an entity and an attribution label, out.
//
// A chunk (the lines between blank lines) is a block, a document what lies between -DOCSTART- lines; the tagger sees
// the whole document before it labels its first chunk. Memory: the largest document.
#include <unistd.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "article/document.h"
#include "cli/commands.h"
#include "cli/engine.h"
#include "cli/input.h"
#include "cli/options.h"
#include "entities/spans.h"
#include "tagger/given_tokens.h"
#include "tagger/tagger.h"
#include "tagger/vocabulary.h"
#include "text/utf8.h"

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

constexpr std::string_view document_start = "-DOCSTART-";

// Lines of one document as they came, and which of them are tokens of which chunk.
struct GivenDocument {
  struct Line {
    std::string text;  // without the line break
    bool is_token = false;
  };
  struct Chunk {
    std::vector<std::size_t> lines;
  };
  std::vector<Line> lines;
  std::vector<Chunk> chunks;
  bool in_chunk = false;

  void add(std::string line) {
    const bool blank = line.empty() || (line.size() == 1 && line.front() == '\r');
    const bool is_token = !blank && !line.starts_with(document_start);
    if (is_token) {
      if (!in_chunk) chunks.emplace_back();
      chunks.back().lines.push_back(lines.size());
    }
    in_chunk = is_token;
    Line& added = lines.emplace_back();
    added.text = std::move(line);
    added.is_token = is_token;
  }
};

std::string token_of(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return replace_invalid_utf8(line.substr(0, line.find('\t')));
}

// Two columns for each line of a document; "O" where nothing is said.
struct Labels {
  std::vector<std::string> entity;
  std::vector<std::string> attribution;
};

template <typename SpanType, typename Name>
void label(std::vector<std::string>& column, const std::vector<std::size_t>& lines, const SpanType& span, Name name) {
  for (std::uint32_t i = span.tokens.first; i < span.tokens.last; ++i)
    column[lines[i]] = (i == span.tokens.first ? "B-" : "I-") + std::string(name);
}

class DocumentTagger {
 public:
  explicit DocumentTagger(std::unique_ptr<Tagger> tagger) : tagger_(std::move(tagger)) {}

  std::string tag(const GivenDocument& given) {
    const Labels labels = label_chunks(given);
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

 private:
  Labels label_chunks(const GivenDocument& given) {
    std::vector<GivenBlock> blocks(given.chunks.size());
    std::vector<std::string> words;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      words.clear();
      for (const std::size_t line : given.chunks[i].lines) words.push_back(token_of(given.lines[line].text));
      join_given_tokens({words.begin(), words.end()}, blocks[i]);
    }
    Article article;
    for (const GivenBlock& block : blocks) article.blocks.push_back({BlockKind::paragraph, block.text, true});
    Document document;
    document.article = &article;
    document.blocks.resize(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) read_given_block(blocks[i], document.blocks[i]);
    Tagging tagging;
    tagging.blocks.resize(document.blocks.size());
    tagger_->begin(document);
    for (std::uint32_t i = 0; i < tagging.blocks.size(); ++i) tagger_->tag(i, tagging.blocks[i]);

    Labels labels;
    labels.entity.assign(given.lines.size(), "O");
    labels.attribution = labels.entity;
    Vocabulary vocabulary;
    vocabulary.read(document);
    for (const NameSpan& name : refine_spans(vocabulary, tagging, NameStyle::as_tagged))
      label(labels.entity, given.chunks[name.block].lines, name, name_of(name.type));
    for (std::size_t i = 0; i < tagging.blocks.size(); ++i) {
      const std::vector<std::size_t>& lines = given.chunks[i].lines;
      for (const AttributionSpan& span : tagging.blocks[i].attribution)
        label(labels.attribution, lines, span, name_of(span.label));
    }
    return labels;
  }

  std::unique_ptr<Tagger> tagger_;
};

// One input, document by document. Returns what went wrong, or "".
std::string tag_input(Input& input, DocumentTagger& tagger) {
  GivenDocument document;
  std::string line;
  bool too_long = false;
  std::size_t number = 0;
  const auto flush = [&] {
    const bool written = document.lines.empty() || write_out(tagger.tag(document));
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
  DocumentTagger tagger(engine.make_tagger(AttributionsFrom::model));
  int status = exit_fine;
  for (const std::string& name : names) {
    Input input(name);
    const std::string wrong = tag_input(input, tagger);
    if (wrong.empty()) continue;
    write_error(wrong);
    status = exit_failed;
  }
  return finish_output(status);
}

}  // namespace newsgloss::cli

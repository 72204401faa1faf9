#include "cli/given_document.h"

#include <utility>

#include "article/document.h"
#include "entities/spans.h"
#include "tagger/given_tokens.h"
#include "tagger/vocabulary.h"
#include "text/utf8.h"

namespace newsgloss::cli {
namespace {

std::string token_of(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return replace_invalid_utf8(line.substr(0, line.find('\t')));
}

template <typename SpanType, typename Name>
void label_span(std::vector<std::string>& column, const std::vector<std::size_t>& lines, const SpanType& span,
                Name name) {
  for (std::uint32_t i = span.tokens.first; i < span.tokens.last; ++i)
    column[lines[i]] = (i == span.tokens.first ? "B-" : "I-") + std::string(name);
}

}  // namespace

void GivenDocument::add(std::string line) {
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

LineLabels DocumentLabeller::label(const GivenDocument& given) {
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

  LineLabels labels;
  labels.entity.assign(given.lines.size(), "O");
  labels.attribution = labels.entity;
  Vocabulary vocabulary;
  vocabulary.read(document);
  for (const NameSpan& name : refine_spans(vocabulary, tagging, NameStyle::as_tagged))
    label_span(labels.entity, given.chunks[name.block].lines, name, name_of(name.type));
  for (std::size_t i = 0; i < tagging.blocks.size(); ++i) {
    const std::vector<std::size_t>& lines = given.chunks[i].lines;
    for (const AttributionSpan& span : tagging.blocks[i].attribution)
      label_span(labels.attribution, lines, span, name_of(span.label));
  }
  return labels;
}

}  // namespace newsgloss::cli

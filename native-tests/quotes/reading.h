// Helpers of the attribution tests: a document from lines, and spans written out as text.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "article/document.h"
#include "tagger/rule_attribution.h"

namespace newsgloss::testing {

/// A document of paragraphs; a line that begins with "# " is a headline. Keeps its article alive.
struct Reading {
  std::unique_ptr<Article> article = std::make_unique<Article>();
  Document document;

  explicit Reading(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
      Block block;
      block.kind_given = true;
      block.kind = line.starts_with("# ") ? BlockKind::headline : BlockKind::paragraph;
      block.text = line.starts_with("# ") ? line.substr(2) : line;
      article->blocks.push_back(block);
    }
    document = read_document(*article);
  }

  [[nodiscard]] Tagging tag() const {
    Tagging tagging;
    tagging.blocks.resize(document.blocks.size());
    for (std::uint32_t b = 0; b < document.blocks.size(); ++b)
      tag_attribution(document, b, tagging.blocks[b].attribution);
    return tagging;
  }

  /// Tokens of the `nth` occurrence of `words` in a block.
  [[nodiscard]] TokenRange find(std::uint32_t block, std::string_view words, int nth = 1) const {
    const DocumentBlock& in = document.blocks[block];
    std::size_t at = std::string_view::npos;
    for (std::size_t from = 0; nth > 0; --nth, from = at + 1) at = in.text.find(words, from);
    TokenRange range;
    while (in.tokens[range.first].span.begin < at) ++range.first;
    range.last = range.first;
    while (range.last < in.tokens.size() && in.tokens[range.last].span.end <= at + words.size()) ++range.last;
    return range;
  }

  /// "source: ... | cue: ... | content: ...", in order.
  [[nodiscard]] std::string spans(std::uint32_t block = 0) const {
    std::vector<AttributionSpan> found;
    tag_attribution(document, block, found);
    std::string out;
    for (const AttributionSpan& span : found) {
      if (!out.empty()) out += " | ";
      out += span.label == AttributionLabel::source ? "S: " : span.label == AttributionLabel::cue ? "C: " : "Q: ";
      out += document.blocks[block].words(span.tokens);
    }
    return out;
  }
};

}  // namespace newsgloss::testing

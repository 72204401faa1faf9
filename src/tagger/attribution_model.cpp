#include "tagger/attribution_model.h"

#include <algorithm>

namespace newsgloss {
namespace {

/// Where the piece that starts at token `first` ends: the last sentence end within reach, or as far as it reaches.
/// `sentence` moves on with the pieces.
std::uint32_t piece_end(const DocumentBlock& block, std::uint32_t first, std::size_t& sentence) {
  const auto size = static_cast<std::uint32_t>(block.tokens.size());
  const std::uint32_t reach = first + static_cast<std::uint32_t>(AttributionNetwork::longest);
  if (size <= reach) return size;
  std::uint32_t end = first;
  while (sentence < block.sentences.size() && block.sentences[sentence].last <= reach)
    end = block.sentences[sentence++].last;
  return end > first ? end : reach;
}

}  // namespace

ModelStatus AttributionModel::open(const ModelFile& file, const Lexicon& lexicon) {
  const auto section = file.section(SectionKind::attribution);
  if (section.empty()) return {ModelError::missing_section, SectionKind::attribution};
  if (!network_.open(section, lexicon)) return {ModelError::invalid_section, SectionKind::attribution};
  decoder_.open(network_.transitions(), {network_.threshold(0), network_.threshold(1), network_.threshold(2)});
  return {};
}

void AttributionModel::begin(const Document& document) {
  document_ = &document;
  features_.begin(document);
}

void AttributionModel::tag(std::uint32_t block_index, std::vector<AttributionSpan>& out) {
  out.clear();
  const DocumentBlock& block = document_->blocks[block_index];
  features_.extract(block_index, tokens_);
  std::size_t sentence = 0;
  for (std::uint32_t first = 0; first < tokens_.size();) {
    const std::uint32_t end = piece_end(block, first, sentence);
    network_.run(std::span(tokens_).subspan(first, end - first), scores_);
    decoder_.decode(scores_, first, out);
    first = end;
  }
  for (AttributionSpan& span : out)
    span.score = static_cast<Score>(network_.calibrated(static_cast<std::size_t>(span.label), span.score));
}

}  // namespace newsgloss

// Document: an article cut into tokens and sentences. Every later stage reads it and none changes it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "article/front_matter.h"
#include "text/span.h"
#include "text/tokenizer.h"

namespace newsgloss {

struct DocumentBlock {
  BlockKind kind = BlockKind::paragraph;
  std::string_view text;  // points into the Article
  std::vector<Token> tokens;
  std::vector<TokenRange> sentences;

  [[nodiscard]] std::string_view token(std::uint32_t i) const noexcept { return slice(text, tokens[i].span); }
  /// Bytes from the start of the range's first token to the end of its last. The range must not be empty.
  [[nodiscard]] Span bytes(TokenRange range) const noexcept {
    return {tokens[range.first].span.begin, tokens[range.last - 1].span.end};
  }
  [[nodiscard]] std::string_view words(TokenRange range) const noexcept { return slice(text, bytes(range)); }
};

struct Document {
  const Article* article = nullptr;
  FrontMatter front;
  std::vector<DocumentBlock> blocks;  // one for each of the article's; furniture has no tokens

  [[nodiscard]] std::string_view text(BlockSpan at) const noexcept { return slice(blocks[at.block].text, at.span); }
};

/// Tokenises one block into `out`, whose memory is reused.
void read_block(const Block& block, DocumentBlock& out);

/// The whole article. It must outlive the Document. Linear in the text.
[[nodiscard]] Document read_document(const Article& article);

}  // namespace newsgloss

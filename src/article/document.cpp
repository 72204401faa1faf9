#include "article/document.h"

#include "text/sentences.h"

namespace newsgloss {

void read_block(const Block& block, DocumentBlock& out) {
  out.kind = block.kind;
  out.text = block.text;
  out.tokens.clear();
  out.sentences.clear();
  if (!is_read(block.kind)) return;
  tokenize(out.text, out.tokens);
  split_sentences(out.text, out.tokens, out.sentences);
}

Document read_document(const Article& article) {
  Document document;
  document.article = &article;
  document.front = read_front_matter(article);
  document.blocks.resize(article.blocks.size());
  for (std::size_t i = 0; i < article.blocks.size(); ++i) read_block(article.blocks[i], document.blocks[i]);
  return document;
}

}  // namespace newsgloss

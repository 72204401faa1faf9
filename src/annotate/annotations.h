// Annotations: everything the engine has to say about one article. Written out as schema newsgloss/1 by `output/`.
#pragma once

#include <string>
#include <vector>

#include "article/article.h"
#include "article/front_matter.h"
#include "captions/captions.h"
#include "entities/entities.h"
#include "quotes/quotes.h"

namespace newsgloss {

struct Annotations {
  Article article;                         // with every block's kind decided, and its language where that is clear
  std::vector<std::vector<Token>> tokens;  // of each block: mentions are token ranges
  FrontMatter front;
  std::vector<Entity> entities;
  std::vector<Value> values;
  std::vector<Quote> quotes;
  std::vector<Caption> captions;

  /// The bytes that a mention covers in its block.
  [[nodiscard]] Span span_of(const Mention& mention) const noexcept {
    const std::vector<Token>& in = tokens[mention.block];
    return {in[mention.tokens.first].span.begin, in[mention.tokens.last - 1].span.end};
  }
};

}  // namespace newsgloss

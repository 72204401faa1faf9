// Which paragraphs a picture belongs to: those that share its caption's names, dates and words.
//
// Each shared term counts by how rare it is among the paragraphs (inverse document frequency, Spärck Jones 1972), a
// name more than a word; a score is the part of the caption's own weight that a paragraph covers, with a little for
// standing next to the picture. Whether it belongs at all is decided by counting pieces of evidence, not by the score:
// a caption that shares one of its many names, or two words of twenty, with the best paragraph has none. Terms are
// looked up in an inverted index whose longest lists are left out, so a caption costs its terms times a constant,
// however long the article.
#pragma once

#include <vector>

#include "captions/captions.h"

namespace newsgloss {

/// The article's paragraphs, indexed by their terms. Linear in the article.
class ParagraphIndex {
 public:
  ParagraphIndex(const Document& document, const std::vector<Entity>& entities, const std::vector<Value>& values);

  /// The paragraphs that fit `block`'s tokens inside `description` best, at most three; empty when none does.
  [[nodiscard]] std::vector<ParagraphLink> match(std::uint32_t block, Span description) const;

 private:
  struct Posting {
    std::uint64_t term = 0;
    std::uint32_t paragraph = 0;  // index into paragraphs_
    friend auto operator<=>(const Posting&, const Posting&) = default;
  };
  enum class Evidence : unsigned char { name, date, word, word_of_name };
  struct Term {
    std::uint64_t key = 0;
    std::uint32_t weight = 0;  // of its kind: name, date, word
    Evidence evidence = Evidence::word;
  };
  struct Named {
    Span span;  // bytes in the block
    EntityId entity = 0;
  };

  void terms_of(std::uint32_t block, Span within, std::vector<Term>& out) const;

  const Document& document_;
  const std::vector<Value>& values_;
  std::vector<std::vector<Named>> mentions_;  // of each block, by place
  std::vector<std::uint32_t> first_value_;    // of each block, in values_
  std::vector<std::uint32_t> paragraphs_;     // their blocks
  std::vector<std::uint32_t> lengths_;        // their terms
  std::vector<Posting> postings_;             // by term
};

}  // namespace newsgloss

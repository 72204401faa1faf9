// Caption scores: credits told apart from descriptions, names linked to the text, paragraphs found.
//
//   credit, photographer, agency   the same words, "Photo by" and the like and signs at either end aside
//   name_links                     a caption's name and its mention in a paragraph are mentions of one entity
//   best_paragraph, in_top3        the paragraphs the picture belongs to; abstains: none given where there is none
#pragma once

#include <string>
#include <vector>

#include "annotate/annotations.h"
#include "evaluation/figures.h"
#include "evaluation/finding.h"
#include "evaluation/gold.h"

namespace newsgloss::evaluation {

class CaptionScore {
 public:
  /// `found` must be the annotations of `gold.article()`. `findings` may be null. Returns gold words that are not
  /// where gold says.
  std::vector<std::string> add(const GoldPage& gold, const Annotations& found, Findings* findings);

  /// JSON.
  [[nodiscard]] std::string figures() const;

 private:
  friend class CaptionComparison;

  std::size_t captions_ = 0;
  Counts credit_;
  Counts photographer_;
  Counts agency_;
  Share name_links_;
  Share best_paragraph_;
  Share in_top3_;
  Share abstains_;
};

/// `text` in small letters without what introduces a credit ("Photo by", "Courtesy of", "(") and what ends it.
[[nodiscard]] std::string bare_credit(std::string_view text);

}  // namespace newsgloss::evaluation

// Article scores: what the engine read in articles against what a person did.
//
//   quotes     contents matched one to one, best overlap first, at 0.3, 0.8 and 0.95 of shared characters over those
//              of the longer one
//   speakers   over quotes matched at 0.3: right when gold names nobody and none is given, or when the first given
//              speaker shares a name mention with the gold one. Who said what: matched and right, over all quotes with
//              a named speaker
//   clusters   of persons: B-cubed (Bagga and Baldwin 1998) over names and third-person pronouns
//   entities   name mentions, exact, GPE and LOC taken as one type
//   dates      a gold date with a value is found where a span that touches it has the same value
//   roles      half of the words shared; gender of found persons; kinds of blocks
//
// Sums and quotients are taken in the order of the gold file, so that the same files give the same decimals.
#pragma once

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "annotate/annotations.h"
#include "evaluation/figures.h"
#include "evaluation/finding.h"
#include "evaluation/gold.h"

namespace newsgloss::evaluation {

class ArticleScore {
 public:
  /// `found` must be the annotations of `gold.article()`. `findings` may be null. Returns the gold places whose words
  /// are not in their block, as messages: such a place counts as missed.
  std::vector<std::string> add(const GoldArticle& gold, const Annotations& found, Findings* findings);

  /// JSON.
  [[nodiscard]] std::string figures() const;

 private:
  friend class ArticleComparison;
  static constexpr std::array<double, 3> thresholds = {0.3, 0.8, 0.95};

  std::size_t articles_ = 0;
  std::array<Counts, thresholds.size()> quotes_{};
  std::vector<std::pair<std::string, Share>> recall_by_kind_;  // in the order in which kinds are first met
  Share speakers_;
  Share named_speakers_;
  std::size_t wrong_speakers_ = 0;
  std::size_t missed_speakers_ = 0;
  std::size_t further_speakers_ = 0;
  std::size_t said_right_ = 0;  // quotes with a named speaker: matched and right,
  std::size_t said_found_ = 0;  // found,
  std::size_t said_gold_ = 0;   // and in gold
  Share cues_;
  double precision_sum_ = 0;  // B-cubed, over found mentions
  std::size_t precision_count_ = 0;
  double recall_sum_ = 0;  // over gold mentions
  std::size_t recall_count_ = 0;
  std::map<std::string, Counts> entities_;
  Counts dates_;
  Counts roles_;
  Share gender_;
  Share kinds_;
};

}  // namespace newsgloss::evaluation

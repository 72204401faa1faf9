// Label scores: exact-span precision, recall and F1 of BIO labels, as the CoNLL shared tasks count them (Tjong Kim
// Sang and De Meulder 2003): a span counts when its start, its end and its type agree.
//
//   tokens  Ana      Otieno   spoke  in  Kenya
//   gold    B-PER    I-PER    O      O   B-LOC
//   found   B-PER    I-PER    O      O   B-GPE     worldwide: GPE is LOC, so two of two
//
// Corpora know fewer types than the engine; a LabelMap says which of both sides mean the same, and what it does not
// name is not counted. Linear in the labels.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evaluation/figures.h"
#include "evaluation/finding.h"

namespace newsgloss::evaluation {

struct LabelSpan {
  std::size_t begin = 0;
  std::size_t end = 0;  // exclusive
  std::string type;
  friend bool operator==(const LabelSpan&, const LabelSpan&) = default;
};

/// Spans of BIO labels (an S- alone, an E- or L- inside are understood). An I- that continues nothing begins a span.
/// By place; never overlapping.
[[nodiscard]] std::vector<LabelSpan> spans_of(const std::vector<std::string>& labels);

struct LabelMap;

/// "worldwide", "conll", "uner" for entities; nothing for other names.
[[nodiscard]] const LabelMap* entity_map(std::string_view name) noexcept;
/// source, cue and content.
[[nodiscard]] const LabelMap& attribution_map() noexcept;

/// A sentence or paragraph: what stands between blank lines.
struct LabelledChunk {
  std::string where;  // "dev.bio:120"
  std::vector<std::string> tokens;
  std::vector<std::string> gold;
  std::vector<std::string> found;
};

class LabelScore {
 public:
  explicit LabelScore(const LabelMap& map) : map_(map) {}

  /// The three lists must be equally long. `findings` may be null.
  void add(const LabelledChunk& chunk, Findings* findings);

  /// JSON: for entities "all" and "per_org_loc" first; then each type by name.
  [[nodiscard]] std::string figures() const;
  [[nodiscard]] const std::map<std::string, Counts>& by_type() const noexcept { return by_type_; }

 private:
  const LabelMap& map_;
  std::map<std::string, Counts> by_type_;
};

}  // namespace newsgloss::evaluation

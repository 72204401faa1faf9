#include "tagger/attribution_join.h"

#include <algorithm>
#include <cstddef>

#include "tagger/clause_words.h"

namespace newsgloss {
namespace {

// A learned cue and content count from this probability on. On the development articles any value from 0.4 to 0.6 gives
// the same who said what within 0.3; lower ones only add wrong quotes.
constexpr Score least_score = 4000;

// "It, he said", "discussed the issue": what the model takes for content below this many tokens is mostly a topic.
constexpr std::uint32_t shortest_content = 4;

using Spans = std::span<const AttributionSpan>;

/// The spans of one tagger, taken passage by passage from left to right.
class Reader {
 public:
  explicit Reader(Spans spans) : spans_(spans) {}

  /// Spans that begin before token `last`.
  Spans take(std::uint32_t last) {
    const std::size_t first = next_;
    while (next_ < spans_.size() && spans_[next_].tokens.first < last) ++next_;
    return spans_.subspan(first, next_ - first);
  }

  /// Where the sentence that ends at `last` must go on to, so that no span of this tagger is cut.
  [[nodiscard]] std::uint32_t reach(std::uint32_t last) const {
    std::uint32_t to = last;
    for (std::size_t i = next_; i < spans_.size() && spans_[i].tokens.first < last; ++i)
      to = to < spans_[i].tokens.last ? spans_[i].tokens.last : to;
    return to;
  }

 private:
  Spans spans_;
  std::size_t next_ = 0;
};

bool is_attribution(Spans spans) {
  bool cue = false;
  bool content = false;
  for (const AttributionSpan& span : spans) {
    cue = cue || span.label == AttributionLabel::cue;
    content = content || span.label == AttributionLabel::content;
  }
  return cue && content;
}

/// "did not respond to a request for comment": the corpus counts what was not said too, the schema does not.
bool says_something(const DocumentBlock& block, TokenRange content) {
  if (content.size() < shortest_content) return false;
  for (std::uint32_t t = content.first; t + 2 < content.last; ++t)
    if (block.token(t).starts_with("request") && block.token(t + 1) == "for" &&
        block.token(t + 2).starts_with("comment"))
      return false;
  return true;
}

/// Does the cue hold a verb that is known to report?
bool is_known_cue(const DocumentBlock& block, TokenRange cue) {
  for (std::uint32_t t = cue.first; t < cue.last; ++t)
    if (cue_form_of(LowerCase(block.token(t)).view()).verb != nullptr) return true;
  return false;
}

/// A clause, an infinitive or words in quotation marks, not a bare noun phrase.
bool is_clause(const DocumentBlock& block, TokenRange content) {
  for (std::uint32_t t = content.first; t < content.last; ++t) {
    if (block.tokens[t].kind == TokenKind::open_quote) return true;
    if ((word_classes_of(LowerCase(block.token(t)).view()) & auxiliary) != 0) return true;
  }
  const LowerCase first(block.token(content.first));
  return first.view() == "to" || first.view() == "that" ||
         (word_classes_of(first.view()) & (subject_pronoun | question)) != 0;
}

/// Sure of a cue and of content that says something. Behind a word that no table knows for a cue ("discussed the
/// issue", "felt some pressure", "voted against the bill") that has to be more than the name of a topic.
bool is_sure_attribution(const DocumentBlock& block, Spans spans) {
  bool cue = false;
  bool known = false;
  for (const AttributionSpan& span : spans) {
    if (span.label != AttributionLabel::cue || span.score < least_score) continue;
    cue = true;
    known = known || is_known_cue(block, span.tokens);
  }
  if (!cue) return false;
  // "the film, | which | tells | the story of a girl": things tell, show and restrict without saying anything.
  for (const AttributionSpan& span : spans)
    if (span.label == AttributionLabel::source && span.tokens.size() == 1 &&
        LowerCase(block.token(span.tokens.first)).view() == "which")
      known = false;
  return std::any_of(spans.begin(), spans.end(), [&](const AttributionSpan& span) {
    return span.label == AttributionLabel::content && span.score >= least_score && says_something(block, span.tokens) &&
           (known || is_clause(block, span.tokens));
  });
}

/// Calls `passage(rules' spans, model's spans)` for each passage, in order; ends when it returns false.
template <typename Passage>
void over_passages(const DocumentBlock& block, Spans rules, Spans learned, Passage passage) {
  Reader ruled(rules);
  Reader read(learned);
  for (std::size_t s = 0; s < block.sentences.size(); ++s) {
    std::uint32_t last = block.sentences[s].last;
    for (;;) {
      const std::uint32_t reach = std::max(ruled.reach(last), read.reach(last));
      if (reach <= last) break;
      while (s + 1 < block.sentences.size() && block.sentences[s].last < reach) ++s;
      last = std::max(reach, block.sentences[s].last);
    }
    // Evaluated in this order: both readers move on.
    const Spans by_rules = ruled.take(last);
    const Spans by_model = read.take(last);
    if (!passage(by_rules, by_model)) return;
  }
}

}  // namespace

bool covers_block(const DocumentBlock& block, Spans rules) {
  bool covered = true;
  over_passages(block, rules, {}, [&](Spans by_rules, Spans) { return covered = is_attribution(by_rules); });
  return covered;
}

void join_attributions(const DocumentBlock& block, Spans rules, Spans learned, std::vector<AttributionSpan>& out) {
  out.clear();
  over_passages(block, rules, learned, [&](Spans by_rules, Spans by_model) {
    const bool from_model = !is_attribution(by_rules) && is_sure_attribution(block, by_model);
    const Spans chosen = from_model ? by_model : by_rules;
    out.insert(out.end(), chosen.begin(), chosen.end());
    return true;
  });
}

}  // namespace newsgloss

#include "tagger/rule_attribution.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "tagger/clause_reader.h"

namespace newsgloss {
namespace {

constexpr Score sure = 9000;
constexpr Score likely = 7500;
constexpr Score guess = 6000;

constexpr std::uint32_t longest_circumstance = 16;  // tokens between "said" and "that": "on Monday in a statement"
constexpr std::uint32_t longest_quoted = 30;        // "quoted the deputy foreign minister of ... as saying"
constexpr std::uint32_t longest_person = 12;        // "told a group of reporters in Paris"

// Verbs that take a whole clause after "if": asked if, wondered if.
constexpr std::array<std::string_view, 3> asking = {"ask", "inquire", "wonder"};
// Nouns that say where something was said: "said in a statement the plan was dead".
constexpr std::array<std::string_view, 16> media = {
    "address", "briefing", "broadcast", "conference", "email",   "forum",  "interview", "letter",
    "message", "meeting",  "note",      "post",       "release", "speech", "statement", "tweet"};
// Nouns that stand in "in his view,".
constexpr std::array<std::string_view, 5> view_nouns = {"assessment", "eyes", "opinion", "view", "words"};
// Participles that say what an event shows rather than what somebody says, unless their subject is near.
constexpr std::array<std::string_view, 5> event_verbs = {"imply", "indicate", "show", "signal", "suggest"};
// Participles that report even without a comma before them: "issued a statement saying".
constexpr std::array<std::string_view, 5> plain_participles = {"accuse", "argue", "claim", "say", "warn"};
// Verbs that report the name somebody gives to something, where the name stands in quote marks.
constexpr std::array<std::string_view, 6> naming_verbs = {"brand", "call", "describe", "dub", "label", "term"};
// "according to plan" reports nothing.
constexpr std::array measures = std::to_array<std::string_view>(
    {"guidelines", "law",       "laws",       "need",     "needs",     "plan",        "plans", "policies",
     "policy",     "procedure", "procedures", "protocol", "protocols", "regulations", "rule",  "rules",
     "schedule",   "size",      "standards",  "taste",    "terms",     "type"});
// Verbs that name whose words follow: "quoted the minister as saying".
constexpr std::array<std::string_view, 5> quoting_verbs = {"cited", "cites", "quoted", "quotes", "reported"};
// "For example, he said, ...": what leads over to a report.
constexpr std::array transitions = std::to_array<std::string_view>(
    {"addition", "conclusion", "example", "fact", "general", "instance", "particular", "short", "turn"});
// Plurals without -s, and others that take a verb's base form.
constexpr std::array<std::string_view, 8> plural_nouns = {"children", "many",   "men",    "most",
                                                          "others",   "people", "police", "women"};
// What may introduce a participle that reports: "while voicing", "by saying".
constexpr std::array<std::string_view, 8> participle_openers = {"after", "and", "before", "but",
                                                                "by",    "in",  "when",   "while"};

template <std::size_t n>
bool any_of(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// What follows a cue and is its content.
struct Right {
  TokenRange cue;
  std::uint32_t content = 0;  // first token
  enum Frame : unsigned char { clause, object, quotation } frame = clause;
  bool strong = false;  // "that", a quotation, a colon: reports whatever else is there
};

class RuleAttribution {
 public:
  RuleAttribution(const Document& document, std::uint32_t block, std::vector<AttributionSpan>& spans)
      : reader_(document, block), kind_(document.blocks[block].kind), spans_(spans) {
    headline_ = kind_ == BlockKind::headline || kind_ == BlockKind::subheading;
    if (document.front.dateline && document.front.dateline->whole.block == block) {
      const std::uint32_t end = document.front.dateline->whole.span.end;
      while (opening_ < reader_.size() && reader_.block().tokens[opening_].span.begin < end) ++opening_;
      while (opening_ < reader_.size() && reader_.block().tokens[opening_].kind == TokenKind::dash) ++opening_;
    }
  }

  void run() {
    const std::size_t before = spans_.size();
    for (TokenRange unit : reader_.units()) {
      unit.first = std::max(unit.first, opening_);
      if (unit.first < unit.last) read_unit(unit);
    }
    std::sort(spans_.begin() + static_cast<std::ptrdiff_t>(before), spans_.end(),
              [](const AttributionSpan& a, const AttributionSpan& b) { return a.tokens.first < b.tokens.first; });
    // Rules look at one cue at a time; where two claim the same words the first keeps them.
    std::size_t kept = before;
    std::uint32_t end = 0;
    for (std::size_t i = before; i < spans_.size(); ++i) {
      AttributionSpan span = spans_[i];
      span.tokens.first = std::max(span.tokens.first, end);
      if (span.tokens.empty()) continue;
      end = span.tokens.last;
      spans_[kept++] = span;
    }
    spans_.resize(kept);
  }

 private:
  void add(TokenRange tokens, AttributionLabel label, Score score) {
    while (tokens.first < tokens.last && label == AttributionLabel::content && !reader_.in_quotation(tokens.last - 1) &&
           (reader_.is_mark(tokens.last - 1, ",.;:!?") || reader_.is_dash(tokens.last - 1)) &&
           !reader_.is_mark(tokens.last - 1, "!?"))
      --tokens.last;
    while (tokens.first < tokens.last && label == AttributionLabel::content && !reader_.in_quotation(tokens.first) &&
           (reader_.is_mark(tokens.first, ",;:") || reader_.is_dash(tokens.first)))
      ++tokens.first;
    if (!tokens.empty()) spans_.push_back({tokens, label, score});
  }

  [[nodiscard]] bool at_quotation(std::uint32_t i) const {
    return i < reader_.size() && reader_.in_quotation(i) && reader_.quotation_at(i).first == i;
  }

  // --- Is the form at `i` a verb that reports?
  [[nodiscard]] bool is_finite_verb(std::uint32_t i, TokenRange unit) const {
    const CueForm& cue = reader_[i].cue;
    if (!cue.verb || cue.form == VerbForm::participle_ing) return false;
    if (i == unit.first) return headline_ && cue.form == VerbForm::third_person;
    const std::uint32_t before = i - 1;
    if (reader_.block().tokens[before].kind == TokenKind::possessive) return false;
    if (reader_.is_mark(before, "-/") ||
        (reader_.block().tokens[before].kind == TokenKind::dash && !reader_.is_dash(before)))
      return false;
    if (reader_.in_quotation(before)) return true;
    if (reader_.is_word(before, "to")) {
      return before >= unit.first + 2 && reader_.is_word(before - 1, "on") && reader_.is_word(before - 2, "went");
    }
    const std::uint32_t group = reader_.verb_group(i, unit.first);
    bool passive = false;
    bool modal = false;
    for (std::uint32_t k = group; k < i; ++k) {
      static constexpr std::array<std::string_view, 6> be = {"was", "were", "is", "are", "been", "being"};
      passive |= any_of(be, LowerCase(reader_.text(k)).view());
      modal |= reader_.is(k, auxiliary) && !any_of(be, LowerCase(reader_.text(k)).view());
    }
    if (passive && cue.form == VerbForm::past) return false;
    if (group == unit.first) return false;
    if (cue.verb->lemma == "ask" && reader_.is_word(before, "when")) return false;  // When asked if ..., she said
    // "three confirmed cases", "locally transmitted confirmed cases": an adjective.
    if (cue.form == VerbForm::past && group == i && reader_[before].classes == 0 && !reader_[before].capital &&
        (reader_.block().tokens[before].kind == TokenKind::number || reader_.text(before).ends_with("ed")))
      return false;
    const std::uint32_t subject = group - 1;
    if (reader_.is(before, preposition) && !reader_.is(before, adverb)) return false;
    if (group == i && reader_.is(before, determiner | negation) &&
        !reader_.is(before, relative | subject_pronoun | adverb))
      return false;
    if (cue.form == VerbForm::base && !modal) {
      const LowerCase lower(reader_.text(subject));
      if (reader_.is(subject, subject_pronoun))
        return !reader_.is_word(subject, "he") && !reader_.is_word(subject, "she") && !reader_.is_word(subject, "it");
      return headline_ || reader_.is(subject, coordinator) || reader_.is_mark(subject, ",)") ||
             (lower.view().ends_with("s") && !reader_[subject].capital) || any_of(plural_nouns, lower.view());
    }
    return true;
  }

  [[nodiscard]] bool is_participle(std::uint32_t i, TokenRange unit) const {
    const CueForm& cue = reader_[i].cue;
    if (!cue.verb || cue.form != VerbForm::participle_ing) return false;
    if (i == unit.first) return true;
    const std::uint32_t before = i - 1;
    if (reader_.is_mark(before, ",") || reader_.is_dash(before) || reader_.in_quotation(before)) return true;
    if (any_of(plain_participles, cue.verb->lemma) && reader_[before].classes == 0 &&
        reader_.block().tokens[before].kind == TokenKind::word)
      return true;
    if (reader_.is_word(before, "also") && before > unit.first && reader_.is_word(before - 1, "while")) return true;
    return any_of(participle_openers, LowerCase(reader_.text(before)).view()) || reader_.is(before, auxiliary);
  }

  /// "Key stats: ...", "adding notes: ...": a noun in -s before a colon with no quotation behind it is a heading,
  /// unless somebody who can speak stands before it ("The minister notes: ...", "he adds: ...").
  [[nodiscard]] bool is_heading(std::uint32_t i, std::uint32_t colon) const {
    if (reader_[i].cue.form != VerbForm::third_person || at_quotation(colon + 1)) return false;
    const std::optional<TokenRange> subject = reader_.subject_before(i, 0, false);
    if (!subject || reader_.is_word(subject->first, "other")) return true;
    if (reader_.is(subject->first, determiner | subject_pronoun)) return false;
    return subject->size() < 2 || !reader_.is_name(subject->last - 1);
  }

  static constexpr std::array spans_of_time =
      std::to_array<std::string_view>({"evening", "month", "morning", "night", "week", "weekend", "year"});

  /// Skips "on Monday", "in a statement", "at a news conference in Paris, France": what may stand between a verb and
  /// its clause. Returns where it ends, `from` when nothing is there.
  [[nodiscard]] std::uint32_t skip_time(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t i = from;
    while (i < to) {
      // "last week", "earlier this month", "here on Monday"
      if (reader_.is_word(i, "earlier") || (i == from && reader_.is_word(i, "here"))) {
        ++i;
        continue;
      }
      if (i + 1 < to && (reader_.is_word(i, "last") || reader_.is_word(i, "this")) &&
          any_of(spans_of_time, LowerCase(reader_.text(i + 1)).view())) {
        i += 2;
        continue;
      }
      if (reader_.is(i, day) && !(reader_.is(i, auxiliary) && !reader_[i].capital)) {
        ++i;
        while (i < to &&
               (reader_.block().tokens[i].kind == TokenKind::number || reader_.is_word(i, "night") ||
                reader_.is_word(i, "morning") || reader_.is_word(i, "evening") || reader_.is_word(i, "afternoon")))
          ++i;
        continue;
      }
      if (reader_.is(i, preposition) && i + 1 < to) {
        if (reader_.is(i + 1, day) ||
            (i + 2 < to && reader_.block().tokens[i + 1].kind == TokenKind::number && reader_.is(i + 2, day))) {
          i += reader_.is(i + 1, day) ? 1U : 2U;
          continue;
        }
        std::uint32_t k = i + 1;
        while (k < to && k < i + 5 && (reader_.is(k, determiner) || reader_[k].classes == 0) &&
               reader_.block().tokens[k].kind == TokenKind::word && !any_of(media, LowerCase(reader_.text(k)).view()))
          ++k;
        if (k < to && any_of(media, LowerCase(reader_.text(k)).view()) &&
            (reader_.is_word(i, "in") || reader_.is_word(i, "at") || reader_.is_word(i, "during"))) {
          i = k + 1;
          continue;
        }
      }
      break;
    }
    return i;
  }

  [[nodiscard]] std::optional<Right> right_of(std::uint32_t i, TokenRange unit) const {
    const CueVerb& verb = *reader_[i].cue.verb;
    const std::uint32_t end = unit.last;
    Right right;
    right.cue = {i, i + 1};
    std::uint32_t next = i + 1;
    if (next >= end) return std::nullopt;
    std::uint8_t frames = verb.frames;

    if (is_light_verb(verb.lemma)) {
      for (std::uint32_t k = next; k < end && k < next + 4; ++k) {
        if (reader_.block().tokens[k].kind != TokenKind::word) break;
        if (is_attitude_noun(LowerCase(reader_.text(k)).view())) {
          if (k + 1 >= end || !(reader_.is(k + 1, preposition) || reader_.is_word(k + 1, "that"))) break;
          right.cue.last = k + 1;
          right.content = k + 1;
          right.strong = reader_.is_word(k + 1, "that");
          right.frame = right.strong ? Right::clause : Right::object;
          return right;
        }
        if (reader_.is(k, preposition)) break;
      }
    }
    bool particle = false;
    if (!verb.particles.empty() && list_holds(verb.particles, LowerCase(reader_.text(next)).view())) {
      particle = next + 1 < end && !reader_.is_mark(next + 1, ",.;");
      if (particle) {
        right.cue.last = ++next;
        frames |= cue_object;
        if (reader_.is_word(next - 1, "out")) frames |= cue_that | cue_bare | cue_speech;
        if (reader_.is_word(next - 1, "of") && verb.lemma == "say") frames &= static_cast<std::uint8_t>(~cue_object);
      }
    }
    if (!particle && any_of(naming_verbs, verb.lemma))
      for (std::uint32_t k = next; k < std::min(end, next + 10) && !reader_.is_mark(k, ",.;:"); ++k)
        if (reader_.block().tokens[k].kind == TokenKind::open_quote && k > next) {
          right.content = next;
          right.frame = Right::object;
          return right;
        }
    if ((frames & cue_particle_only) != 0 && !particle) return std::nullopt;

    // A quotation, at once or behind comma, colon or circumstances.
    if (at_quotation(next)) {
      right.content = next;
      right.strong = true;
      right.frame = (frames & cue_speech) != 0 ? Right::quotation : Right::object;
      return right;
    }
    if (reader_.is_mark(next, ":") && next + 1 < end && (frames & cue_speech) != 0 && !is_heading(i, next)) {
      right.content = next + 1;
      right.strong = true;
      right.frame = at_quotation(next + 1) ? Right::quotation : Right::clause;
      return right;
    }
    if ((frames & (cue_speech | cue_that)) != 0) {
      const std::uint32_t limit = std::min(end, next + longest_circumstance);
      for (std::uint32_t k = next; k < limit; ++k) {
        if (reader_.is_mark(k, ",:") && k + 1 < end && at_quotation(k + 1) && (frames & cue_speech) != 0) {
          right.content = k + 1;
          right.strong = true;
          right.frame = Right::quotation;
          return right;
        }
        if (reader_.is_word(k, "that") && (frames & cue_that) != 0 && k + 1 < end &&
            (k == next || !reader_.is_mark(k + 1, ",.")) && !(k > next && reader_.is(k + 1, auxiliary))) {
          right.content = k;
          right.strong = true;
          return right;
        }
        if (k == next && (frames & cue_object) != 0 && (frames & cue_person) == 0 && !particle &&
            !reader_.is(k, preposition | day | adverb | object_pronoun))
          break;  // "urged the group that ...": an object, not circumstances
        if (reader_.in_quotation(k) || reader_.is_mark(k, ";.:!?") ||
            reader_.is(k, auxiliary | relative | subordinator) || (reader_.is_mark(k, ",") && k == next) ||
            (k > next && reader_[k].cue.verb && reader_[k].cue.form == VerbForm::past))
          break;
        if ((frames & cue_person) == 0 && k == next && !reader_.is(k, preposition | day | adverb)) break;
      }
    }
    if ((frames & (cue_that | cue_speech | cue_person)) != 0) {
      std::uint32_t k = next;
      if ((frames & cue_person) != 0) k = person_end(next, end);
      const bool asks = any_of(asking, verb.lemma);
      if (asks && k == next && next < end && reader_.is(next, object_pronoun)) ++k;
      if (k < end && (reader_.is(k, question) || (asks && reader_.is_word(k, "if"))) && !reader_.is_word(k, "when") &&
          !reader_.is_word(k, "where")) {
        right.content = k;
        right.strong = true;
        return right;
      }
    }
    if ((frames & cue_infinitive) != 0 && reader_.is_word(next, "to") && next + 2 < end) {
      right.content = next;
      right.frame = Right::object;
      return right;
    }
    if ((frames & cue_person) != 0) {
      const std::uint32_t k = person_end(next, end);
      const bool plain = reader_.is(next, object_pronoun) || reader_.is_name(next);
      if (k > next && k + 2 < end && reader_.begins_phrase(k) &&
          (plain ? reader_[k].classes != 0 || reader_.is_name(k) || has_auxiliary(k, end)
                 : reader_.is(k, determiner | subject_pronoun) || reader_.is_name(k)) &&
          has_auxiliary(k, end)) {
        right.content = k;
        return right;
      }
      if (k > next && k + 1 < end && reader_.is_word(k, "to") && (frames & cue_object) != 0) {
        right.content = next;  // told farmers to sell
        right.frame = Right::object;
        return right;
      }
      if (verb.lemma == "tell" || verb.lemma == "inform") return std::nullopt;
    }
    if ((frames & cue_bare) != 0) {
      const std::uint32_t k = skip_time(next, end);
      const bool noun_phrase = k + 2 < end && reader_.begins_phrase(k) && !reader_.is(k, day);
      const bool clause_opener =
          k + 2 < end && (verb.lemma == "say" || (k == next && reader_.is_word(k, "while"))) &&
          (reader_.is(k, subordinator) || reader_.is_word(k, "about") || reader_.is_word(k, "there") ||
           opens_with_phrase_and_comma(k, end) || (reader_.is(k, adverb) && !reader_.is(k, negation)));
      const bool about =
          k + 2 < end && (reader_.is(k, number_word) || reader_.is_word(k, "about") || reader_.is_word(k, "more") ||
                          reader_.is_word(k, "only") || reader_.is_word(k, "there"));
      const bool weak = (frames & cue_speech) == 0 || verb.lemma == "add";  // "the index added 0.4 percent"
      if ((noun_phrase || clause_opener || about) && (!weak || has_auxiliary(k, end))) {
        right.content = k;
        if ((frames & cue_object) != 0 && !has_auxiliary(k, end)) right.frame = Right::object;
        return right;
      }
    }
    if ((frames & cue_object) != 0 && next + 1 <= end && next < end) {
      const TokenKind kind = reader_.block().tokens[next].kind;
      const bool participle_object = particle && (kind == TokenKind::word) && reader_[next].classes == 0;
      if ((reader_.begins_phrase(next) && !reader_.is(next, day) &&
           !reader_.is(next, subject_pronoun & ~object_pronoun)) ||
          participle_object || (particle && reader_.is(next, adverb)) || reader_.is(next, object_pronoun)) {
        right.content = next;
        right.frame = Right::object;
        return right;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] bool has_auxiliary(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to && i < from + 40; ++i)
      if (reader_.is(i, auxiliary)) return true;
    return false;
  }

  /// "over the past decade, the college has ...": an opening phrase with its comma close behind, and a clause.
  [[nodiscard]] bool opens_with_phrase_and_comma(std::uint32_t k, std::uint32_t end) const {
    if (k >= end || !reader_.is(k, preposition) || reader_.is_word(k, "of")) return false;
    for (std::uint32_t i = k + 1; i < end && i < k + 10; ++i)
      if (reader_.is_mark(i, ","))
        return i + 3 < end && (reader_.is(i + 1, determiner | subject_pronoun) || reader_.is_name(i + 1)) &&
               !reader_.in_quotation(i + 1);
    return false;
  }

  /// The person told: "reporters", "China Daily", "him", "a group of students".
  [[nodiscard]] std::uint32_t person_end(std::uint32_t from, std::uint32_t end) const {
    std::uint32_t i = from;
    const std::uint32_t limit = std::min(end, from + longest_person);
    if (i < limit && reader_.is(i, object_pronoun) &&
        !(reader_.is(i, determiner) && i + 1 < limit && reader_[i + 1].classes == 0))
      return i + 1;
    while (i < limit && reader_.is(i, determiner)) ++i;
    const bool named = i < limit && reader_.is_name(i);
    while (i < limit && reader_.block().tokens[i].kind == TokenKind::word &&
           (named ? reader_.is_name(i) || (reader_.is_word(i, "of") && i + 1 < limit && reader_.is_name(i + 1))
                  : reader_[i].classes == 0 && !reader_[i].capital)) {
      ++i;
      if (!named && reader_.text(i - 1).ends_with("s") && !reader_.text(i - 1).ends_with("ss")) break;
    }
    if (i == from) return from;
    i = std::max(i, skip_time(i, end));
    return i;
  }

  /// Where the circumstances behind a reporting verb end: the next comma, stop, dash or quotation.
  [[nodiscard]] std::uint32_t circumstances_end(std::uint32_t from, TokenRange unit) const {
    std::uint32_t i = from;
    for (; i < unit.last && i < from + 40; ++i)
      if (reader_.in_quotation(i) || reader_.is_mark(i, ",.;:!?") || reader_.is_dash(i)) break;
    return i;
  }

  // --- Where content ends.
  [[nodiscard]] std::uint32_t content_end(const Right& right, TokenRange unit, VerbForm form) const {
    std::uint32_t i = right.content;
    const bool quoted = right.frame == Right::quotation;
    if (quoted) i = reader_.quotation_at(i).last;
    for (; i < unit.last; ++i) {
      if (reader_.in_quotation(i)) {
        if (!quoted && i > right.content && has_own_cue(reader_.quotation_at(i), unit))
          return before_clause(i, right.content);
        i = reader_.quotation_at(i).last - 1;
        continue;
      }
      if (quoted) return i;
      const bool comma = reader_.is_mark(i, ",");
      const std::uint32_t next = i + 1;
      if (reader_.is_dash(i) && headline_) return i;
      if (comma && next < unit.last) {
        if (judges_content(next, unit) || is_according(next, unit) || closes_with_report(next, unit) ||
            opens_other_report(next, unit))
          return i;
        std::uint32_t cue = next;
        if (reader_.is(cue, subordinator | coordinator | preposition | adverb) && cue + 1 < unit.last) ++cue;
        if (is_participle(cue, unit) && participle_reports(cue, unit)) return i;
        if (right.frame == Right::object && reader_.is(next, relative | subordinator | question)) return i;
        if (right.frame == Right::object && reader_.is(next, coordinator) && next + 1 < unit.last &&
            reader_.is(next + 1, subject_pronoun))
          return i;
      }
      if (is_according(i, unit)) return i;
      if ((reader_.is(i, coordinator) || comma) && next < unit.last && i > right.content) {
        std::uint32_t cue = next;
        if (comma && reader_.is(cue, coordinator)) ++cue;
        while (cue < unit.last && cue < next + 3 && reader_.is(cue, adverb)) ++cue;
        if (cue < unit.last && reader_[cue].cue.verb && reader_[cue].cue.form == form && form != VerbForm::base &&
            cue > right.content + 1) {
          const std::optional<Right> other = right_of(cue, unit);
          const std::uint8_t frames = reader_[cue].cue.verb->frames;
          if (other &&
              (other->strong || right.frame == Right::object || (frames & cue_speech) != 0 || other->cue.size() > 1))
            return i;
        }
        if (!comma && is_participle(next, unit) && right.frame == Right::object && form == VerbForm::participle_ing &&
            participle_reports(next, unit))
          return i;
      }
      if (right.frame == Right::object && i > right.content &&
          (reader_.is_word(i, "while") || reader_.is_word(i, "whilst") || reader_.is_word(i, "although") ||
           (reader_.is_word(i, "even") && next < unit.last && reader_.is(next, subordinator))))
        return i;
      if (!comma && i > right.content + 1 && is_participle(i, unit) && participle_reports(i, unit)) {
        const bool plain = any_of(plain_participles, reader_[i].cue.verb->lemma);
        if (plain || (right.frame == Right::object && (reader_[i].cue.verb->frames & cue_speech) != 0)) return i;
      }
    }
    return unit.last;
  }

  /// "..., a charge the Treasury denied": what follows speaks about the report.
  [[nodiscard]] bool judges_content(std::uint32_t i, TokenRange unit) const {
    static constexpr std::array nouns =
        std::to_array<std::string_view>({"accusation", "accusations", "allegation", "allegations", "assertion",
                                         "charge", "charges", "claim", "claims"});
    if (reader_.is_word(i, "a") || reader_.is_word(i, "an")) ++i;
    return i + 2 < unit.last && any_of(nouns, LowerCase(reader_.text(i)).view()) &&
           (reader_.is(i + 1, determiner | relative | subject_pronoun) || reader_.is_name(i + 1));
  }

  /// ... but that "the stones would cry out," said the bishop: a quotation that another verb reports.
  [[nodiscard]] bool has_own_cue(TokenRange quotation, TokenRange unit) const {
    if (quotation.last >= unit.last || quotation.size() < 4 || !reader_.is_mark(quotation.last - 2, ",")) return false;
    const CueForm& cue = reader_[quotation.last].cue;
    return cue.verb && (cue.verb->frames & cue_speech) != 0 && is_finite_verb(quotation.last, unit);
  }

  /// Back over the words that open a clause: ", but that |".
  [[nodiscard]] std::uint32_t before_clause(std::uint32_t i, std::uint32_t first) const {
    while (i > first && !reader_.in_quotation(i - 1) &&
           (reader_.is(i - 1, coordinator) || reader_.is_word(i - 1, "that") || reader_.is_mark(i - 1, ",")))
      --i;
    return i;
  }

  /// ", while two relatives of the dead said ...", ", but the union called for ...": a clause with a subject and a
  /// reporting verb of its own.
  [[nodiscard]] bool opens_other_report(std::uint32_t from, TokenRange unit) const {
    if (!reader_.is(from, coordinator) && !reader_.is_word(from, "while")) return false;
    for (std::uint32_t k = from + 2; k < std::min(unit.last, from + 30); ++k) {
      if (reader_.in_quotation(k) || reader_.is_mark(k, ";:")) return false;
      const CueForm& cue = reader_[k].cue;
      if (!cue.verb || (cue.verb->frames & cue_speech) == 0 || cue.form == VerbForm::base || !is_finite_verb(k, unit))
        continue;
      const std::optional<TokenRange> subject = reader_.subject_before(k, from + 1, false);
      return subject && subject->first == from + 1 && right_of(k, unit).has_value();
    }
    return false;
  }

  /// Without the circumstances of the report at its end: "denied wrongdoing | in a statement on Wednesday".
  [[nodiscard]] std::uint32_t without_circumstances(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = last; i > first + 1 && last - i < 8; --i)
      if (reader_.is_word(i - 1, "in") && skip_time(i - 1, last) == last && !reader_.is(i, day)) return i - 1;
    return last;
  }

  /// "..., it said." at the very end: an outer report of the whole sentence.
  [[nodiscard]] bool closes_with_report(std::uint32_t from, TokenRange unit) const {
    std::uint32_t last = unit.last;
    while (last > from && reader_.is_mark(last - 1, ".")) --last;
    if (last <= from + 1 || last > from + 8) return false;
    const CueForm& cue = reader_[last - 1].cue;
    if (!cue.verb || (cue.verb->frames & cue_speech) == 0 || cue.form == VerbForm::participle_ing) return false;
    for (std::uint32_t i = from; i + 1 < last; ++i)
      if (reader_.is_mark(i, ",") || reader_.in_quotation(i) || reader_.is(i, relative & ~determiner)) return false;
    return reader_.is(from, subject_pronoun) || reader_.is(from, determiner) || reader_.is_name(from);
  }

  [[nodiscard]] bool participle_reports(std::uint32_t i, TokenRange unit) const {
    const std::optional<Right> right = right_of(i, unit);
    if (!right) return false;
    return right->strong || (reader_[i].cue.verb->frames & (cue_speech | cue_object)) != 0;
  }

  [[nodiscard]] bool is_according(std::uint32_t i, TokenRange unit) const {
    if (i + 2 >= unit.last || reader_.in_quotation(i)) return false;
    if (!(reader_.is_word(i, "according") && reader_.is_word(i + 1, "to")) &&
        !(reader_.is_word(i, "as") && reader_.is_word(i + 1, "per")))
      return false;
    for (std::uint32_t k = i + 2; k < std::min(unit.last, i + 5); ++k) {
      if (reader_.block().tokens[k].kind != TokenKind::word || reader_.is(k, preposition)) break;
      if (any_of(measures, LowerCase(reader_.text(k)).view())) return false;
    }
    return true;
  }

  // --- One sentence.
  void read_unit(TokenRange unit) {
    shared_source_ = std::nullopt;
    std::uint32_t zone = unit.first;  // what lies before belongs to earlier attributions
    if (kind_ == BlockKind::headline && read_headline_colon(unit)) return;
    for (std::uint32_t i = unit.first; i < unit.last;) {
      if (reader_.in_quotation(i)) {
        i = std::max(reader_.quotation_at(i).last, i + 1);
        continue;
      }
      std::uint32_t done = 0;
      if (is_according(i, unit))
        done = read_according(i, zone, unit);
      else if (const std::uint32_t saying = quoted_saying(i, unit); saying != 0)
        done = read_quoted_saying(i, saying, zone, unit);
      else if (reader_.is_word(i, "in") && i + 3 < unit.last)
        done = read_view(i, unit);
      else if (is_finite_verb(i, unit))
        done = read_finite(i, zone, unit);
      else if (is_participle(i, unit))
        done = read_participle(i, zone, unit);
      else if (is_unknown_report(i, zone, unit))
        done = read_postposed(i, zone, {i - 1, i}, quotation_end_before(i - 1), unit);
      if (done > i) {
        zone = done;
        i = done;
      } else {
        ++i;
      }
    }
  }

  [[nodiscard]] std::uint32_t quotation_end_before(std::uint32_t i) const {
    while (i > 0 && reader_.is_mark(i - 1, ",")) --i;
    return i;
  }

  /// "...", he justified. A pronoun and one word behind a quotation, then nothing: whatever the verb, it reports.
  [[nodiscard]] bool is_unknown_report(std::uint32_t i, std::uint32_t zone, TokenRange unit) const {
    if (i < zone + 2 || reader_[i].classes != 0 || reader_[i].capital || !reader_.is(i - 1, subject_pronoun))
      return false;
    if (reader_.block().tokens[i].kind != TokenKind::word || !(i + 1 >= unit.last || reader_.is_mark(i + 1, ",.")))
      return false;
    const std::uint32_t end = quotation_end_before(i - 1);
    return end > zone && reader_.in_quotation(end - 1);
  }

  /// "PM: we will win", "Taxes to rise: minister".
  bool read_headline_colon(TokenRange unit) {
    static constexpr std::array speakers = std::to_array<std::string_view>(
        {"analysts",  "ambassador", "bishop",    "court",      "doctors",     "government", "judge",     "lawyer",
         "leader",    "lawmaker",   "mp",        "prosecutor", "prosecutors", "scientists", "senator",   "spokeswoman",
         "union",     "witness",    "witnesses", "army",       "chief",       "ceo",        "chairman",  "coach",
         "envoy",     "experts",    "expert",    "governor",   "mayor",       "minister",   "ministry",  "official",
         "officials", "pm",         "police",    "president",  "report",      "sources",    "spokesman", "spokesperson",
         "study",     "survey",     "un"});
    for (std::uint32_t i = unit.first + 1; i + 1 < unit.last; ++i) {
      if (reader_.in_quotation(i) || !reader_.is_mark(i, ":")) continue;
      const auto denotes = [&](std::uint32_t token) { return any_of(speakers, LowerCase(reader_.text(token)).view()); };
      if (i - unit.first <= 4 && (denotes(i - 1) || at_quotation(i + 1)) && i + 3 < unit.last) {
        add({unit.first, i}, AttributionLabel::source, likely);
        add({i + 1, unit.last}, AttributionLabel::content, likely);
        return true;
      }
      if (unit.last - i - 1 <= 3 && denotes(unit.last - 1) && i > unit.first + 2) {
        add({unit.first, i}, AttributionLabel::content, likely);
        add({i + 1, unit.last}, AttributionLabel::source, likely);
        return true;
      }
      return false;
    }
    return false;
  }

  std::uint32_t read_according(std::uint32_t i, std::uint32_t zone, TokenRange unit) {
    TokenRange source = reader_.phrase_behind(i + 2, unit.last);
    TokenRange content;
    std::uint32_t done = source.last;
    if (i <= zone + 1) {
      // According to X, a chair of Y, the content: the clause begins behind the comma that a finite verb follows.
      std::uint32_t comma = 0;
      for (std::uint32_t k = i + 3; k < std::min(unit.last, i + 40); ++k) {
        if (reader_.in_quotation(k) || reader_.is_mark(k, ";")) break;
        if (!reader_.is_mark(k, ",")) {
          if (comma != 0 && reader_.is(k, auxiliary)) break;
          continue;
        }
        if (comma != 0 && k + 1 < unit.last && reader_.is(k + 1, relative))
          break;  // "..., who said": within the content
        if (comma == 0 || !reader_.is_name(comma + 1) || !reader_.is_mark(k, ",")) {
          if (reader_.block().tokens[std::min(k + 1, unit.last - 1)].kind == TokenKind::number && comma == 0 &&
              reader_.block().tokens[k - 1].kind == TokenKind::number)
            continue;  // May 5, 2022
          comma = k;
        }
      }
      if (comma == 0 || comma + 2 >= unit.last) return 0;
      source = {i + 2, comma};
      content = {comma + 1, unit.last};
      done = unit.last;
    } else {
      content = {zone, i};
      // "At that distance, according to the theory, ice should have ...": in the middle of the clause.
      std::uint32_t comma = source.first;
      while (comma < unit.last && comma < i + 20 && !reader_.is_mark(comma, ",")) ++comma;
      if (comma + 2 < unit.last && reader_.is_mark(comma, ",") && !reader_.is(comma + 1, relative) &&
          reader_.is(zone, preposition | adverb) && !has_auxiliary(zone, i) && has_auxiliary(comma + 1, unit.last)) {
        source.last = comma;
        add({comma + 1, unit.last}, AttributionLabel::content, likely);
        done = unit.last;
      }
      while (content.first < content.last && reader_.is(content.first, coordinator) &&
             !reader_.in_quotation(content.first))
        ++content.first;
    }
    if (content.empty() || source.empty()) return 0;
    add({i, i + 2}, AttributionLabel::cue, sure);
    add(source, AttributionLabel::source, sure);
    add(content, AttributionLabel::content, sure);
    shared_source_ = source;
    return done;
  }

  /// "Xinhua | quoted | the minister as | saying", "the minister was | quoted | as | saying": where "saying" is, or 0.
  [[nodiscard]] std::uint32_t quoted_saying(std::uint32_t i, TokenRange unit) const {
    if (!any_of(quoting_verbs, LowerCase(reader_.text(i)).view()) || i == unit.first) return 0;
    for (std::uint32_t k = i + 1; k + 1 < std::min(unit.last, i + longest_quoted); ++k) {
      if (reader_.in_quotation(k) || reader_.is_mark(k, ".;:")) return 0;
      const CueForm& next = reader_[k + 1].cue;
      if (reader_.is_word(k, "as") && next.verb && next.form == VerbForm::participle_ing &&
          (next.verb->frames & (cue_speech | cue_person)) != 0)
        return k + 1;
    }
    return 0;
  }

  /// "as saying to reporters on Tuesday"
  [[nodiscard]] bool is_person_told(const Right& right) const {
    return !right.strong && reader_.is_word(right.content, "to");
  }

  /// Whose words they are stands between the two verbs, or before a passive; the words behind, or in front: "CONTENT,
  /// Xinhua quoted him as saying on Monday."
  std::uint32_t read_quoted_saying(std::uint32_t i, std::uint32_t saying, std::uint32_t zone, TokenRange unit) {
    static constexpr std::array<std::string_view, 6> be = {"was", "were", "is", "are", "been", "being"};
    bool passive = false;
    const std::uint32_t group = reader_.verb_group(i, std::max(zone, unit.first));
    for (std::uint32_t k = group; k < i; ++k) passive |= any_of(be, LowerCase(reader_.text(k)).view());
    const std::optional<TokenRange> subject = reader_.subject_before(i, std::max(zone, unit.first), false);
    std::optional<TokenRange> source = subject;
    if (!passive) source = TokenRange{i + 1, saying - 1};
    if (!source || source->empty()) return 0;
    const std::optional<Right> right = right_of(saying, unit);
    if (right && !is_person_told(*right)) {
      const std::uint32_t end = content_end(*right, unit, VerbForm::past);
      add(*source, AttributionLabel::source, sure);
      add({saying, saying + 1}, AttributionLabel::cue, sure);
      add({right->content, end}, AttributionLabel::content, sure);
      shared_source_ = source;
      shared_form_ = VerbForm::past;
      return end;
    }
    if (!subject || subject->first < zone + 3) return 0;
    std::uint32_t before = subject->first;
    while (before > zone && reader_.is_mark(before - 1, ",")) --before;
    if (before == subject->first && !reader_.in_quotation(before - 1)) return 0;
    add(content_before(zone, before), AttributionLabel::content, sure);
    add(*source, AttributionLabel::source, sure);
    add({saying, saying + 1}, AttributionLabel::cue, sure);
    return circumstances_end(saying + 1, unit);
  }

  /// "In his view, ...", "In the ministry's opinion ...".
  std::uint32_t read_view(std::uint32_t i, TokenRange unit) {
    std::uint32_t noun = i + 2;
    if (reader_.block().tokens[noun].kind == TokenKind::possessive) ++noun;
    while (noun < unit.last && noun < i + 8 && !any_of(view_nouns, LowerCase(reader_.text(noun)).view())) ++noun;
    if (noun >= unit.last || noun >= i + 8 || !reader_.is_mark(std::min(noun + 1, unit.last - 1), ",")) return 0;
    TokenRange source = {i + 1, noun};
    if (reader_.block().tokens[noun - 1].kind == TokenKind::possessive)
      --source.last;
    else if (noun != i + 2 || !reader_.is(i + 1, determiner) || reader_.is_word(i + 1, "the") ||
             reader_.is_word(i + 1, "a"))
      return 0;
    if (source.empty() || noun + 2 >= unit.last) return 0;
    add(source, AttributionLabel::source, likely);
    add({noun, noun + 1}, AttributionLabel::cue, likely);
    add({noun + 2, unit.last}, AttributionLabel::content, likely);
    return unit.last;
  }

  std::uint32_t read_finite(std::uint32_t i, std::uint32_t zone, TokenRange unit) {
    const CueForm& form = reader_[i].cue;
    const bool speech = (form.verb->frames & cue_speech) != 0;
    const std::uint32_t group = reader_.verb_group(i, zone);
    const bool shared = group > zone && (reader_.is(group - 1, coordinator) ||
                                         (reader_.is_mark(group - 1, ",") && shared_source_ && group - 1 == zone));

    // Inverted: content [,] said X
    if (speech && group == i && i > zone) {
      std::uint32_t before = i;
      const bool comma = reader_.is_mark(before - 1, ",") || reader_.is_dash(before - 1);
      if (comma) --before;
      const bool quoted = before > unit.first && reader_.in_quotation(before - 1) && before > zone;
      if (quoted || (comma && before > zone)) {
        const std::uint32_t done = read_inverted(i, zone, before, quoted, unit);
        if (done != 0) return done;
      }
    }

    std::optional<TokenRange> source;
    if (!shared) source = reader_.subject_before(i, std::max(zone, unit.first), ends_its_clause(i, unit));
    if (source && is_participle(source->first, unit)) source = std::nullopt;
    if (!shared && speech && group > zone) {
      // "...," Ann Li, head of the union said: between a quotation and its verb stands the source, commas or not.
      std::uint32_t first = group;
      while (first > zone && group - first < 40 && !reader_.in_quotation(first - 1) &&
             !reader_.is_mark(first - 1, ";:.") && !reader_.is_dash(first - 1) &&
             !reader_.is(first - 1, auxiliary | subordinator))
        --first;
      if (first > zone && reader_.in_quotation(first - 1)) {
        while (first < group && reader_.is_mark(first, ",")) ++first;
        std::uint32_t last = group;
        while (last > first && reader_.is_mark(last - 1, ",")) --last;
        if (first < last && (reader_.is_name(first) || reader_.is(first, determiner)) &&
            !reader_.is(last - 1, preposition))
          source = TokenRange{first, last};
      }
    }
    std::optional<Right> right = right_of(i, unit);

    // Behind its content: CONTENT[,] SOURCE said ...
    if (speech && source) {
      std::uint32_t before = source->first;
      while (before > zone && reader_.is_mark(before - 1, ",")) --before;
      const bool quoted = before > zone && reader_.in_quotation(before - 1);
      const bool comma = before < source->first && before > zone;
      if (quoted && !(right && right->strong && right->frame == Right::clause))
        return read_postposed(i, zone, *source, before, unit);
      const bool adverb_only = (before == zone + 1 && reader_.is(zone, adverb | coordinator | preposition | day)) ||
                               is_transition(zone, before);
      if (comma && !right && !adverb_only && ends_its_clause(i, unit))
        return read_postposed(i, zone, *source, before, unit);
    }
    if (!right && source && speech && zone > unit.first && source->first <= zone + 1 &&
        closes_with_report(source->first, unit)) {
      add(*source, AttributionLabel::source, likely);  // "He said that he saw it, the court said."
      add({i, i + 1}, AttributionLabel::cue, likely);
      return unit.last;
    }
    if (!right && source && speech && source->first <= zone + (is_transition(zone, zone + 2) ? 3 : 2) &&
        i + 4 < unit.last && reader_.is_mark(i + 1, ",") && !is_participle(i + 2, unit) &&
        !reader_.is(i + 2, relative | preposition) && !reader_.in_quotation(i + 2)) {
      right = Right{{i, i + 1}, i + 2, Right::clause, false};  // He said, currently there are ...
    }
    if (!right) return 0;
    const std::uint32_t time = skip_time(right->content, unit.last);
    if (time > right->content && time + 1 >= unit.last) return 0;  // "a charge he denied last week"
    if (source && reader_.is(source->first, question)) return 0;
    if (source && reader_.is_word(source->first, "which") && !right->strong) return 0;
    if (source && reader_.is_word(source->first, "who") && !right->strong && right->frame == Right::object) return 0;
    if (source && source->size() == 1 && right->cue.size() == 1 && !right->strong && right->frame == Right::object &&
        (reader_.is_word(source->first, "it") || reader_.is_word(source->first, "this")))
      return 0;
    if (!source && !shared) {
      // "Claims the plan was dead" in a headline; else the subject is hidden: only a strong frame counts.
      if (!right->strong && !headline_) return 0;
      if (reader_.is(group > unit.first ? group - 1 : group, relative)) return 0;
    }
    if (shared && shared_source_ && form.form != shared_form_ && !right->strong) return 0;
    if (shared && !shared_source_) {
      if (!right->strong && (form.verb->frames & cue_speech) == 0) return 0;
      source = reader_.opening_subject(unit.first, group - 1);
      if (!source && !right->strong) return 0;
    }
    if (!right->strong && right->frame == Right::clause && (form.verb->frames & cue_speech) == 0 && !source) return 0;

    const std::uint32_t end = content_end(*right, unit, form.form);
    std::uint32_t content = end;
    // "said this in a statement": what it was has been told before.
    if (right->content + 1 < end && reader_.is_word(right->content, "this") &&
        reader_.is(right->content + 1, preposition | day | adverb)) {
      content = right->content + 1;
    } else if (right->frame == Right::object) {
      while (content > right->content && reader_.is_mark(content - 1, ".")) --content;
      content = without_circumstances(right->content, content);
    }
    if (source) {
      add(*source, AttributionLabel::source, sure);
      shared_source_ = source;
      shared_form_ = form.form;
      // "To expand exchanges, she highlighted ...", "If it rained, she said ...": a purpose or a condition before the
      // subject is part of what was said.
      if (source->first >= zone + 3 &&
          (reader_.is_word(zone, "to") || reader_.is_word(zone, "if") || reader_.is_word(zone, "unless")) &&
          reader_.is_mark(source->first - 1, ",") && zone == unit.first)
        add({zone, source->first - 1}, AttributionLabel::content, likely);
    }
    add(right->cue, AttributionLabel::cue, right->strong ? sure : likely);
    add({right->content, content}, AttributionLabel::content, right->strong ? sure : likely);
    return end;
  }

  /// Does the verb stand behind what it reports: at the end, or with circumstances or a person told behind it?
  [[nodiscard]] bool ends_its_clause(std::uint32_t i, TokenRange unit) const {
    const CueVerb& verb = *reader_[i].cue.verb;
    std::uint32_t next = i + 1;
    if (next < unit.last && list_holds(verb.particles, LowerCase(reader_.text(next)).view())) ++next;
    if (next >= unit.last || (verb.frames & cue_person) != 0) return true;
    const TokenKind kind = reader_.block().tokens[next].kind;
    return (kind != TokenKind::word && kind != TokenKind::number && kind != TokenKind::symbol) ||
           reader_.is(next, preposition | day | adverb | coordinator) || reader_.is_word(next, "citing") ||
           reader_.is_word(next, "quoting");
  }

  /// "For example", "In addition"
  [[nodiscard]] bool is_transition(std::uint32_t first, std::uint32_t last) const {
    return first + 2 == last && reader_.is(first, preposition) &&
           any_of(transitions, LowerCase(reader_.text(first + 1)).view());
  }

  std::uint32_t read_inverted(std::uint32_t i, std::uint32_t zone, std::uint32_t before, bool quoted, TokenRange unit) {
    const CueForm& form = reader_[i].cue;
    if (form.form == VerbForm::base) return 0;
    std::uint32_t from = i + 1;
    if (from >= unit.last || reader_.in_quotation(from)) return 0;
    const bool phrase = reader_.is_name(from) || reader_.is(from, determiner) ||
                        (reader_.is(from, subject_pronoun) && !reader_.is(from, relative)) ||
                        reader_[from].classes == 0;
    if (!phrase || reader_.block().tokens[from].kind != TokenKind::word || reader_.is_word(from, "that")) return 0;
    if (!quoted) {
      // Without quote marks only "CLAUSE, said NAME/the ..." at the clause's end, behind something long enough.
      if (before < zone + 3 || !(reader_.is_name(from) || reader_.is(from, determiner))) return 0;
      if (reader_.subject_before(i, zone, true)) return 0;
    }
    TokenRange source = reader_.phrase_behind(from, unit.last);
    if (reader_.is(from, subject_pronoun)) source = {from, from + 1};
    if (source.empty()) return 0;
    add({i, i + 1}, AttributionLabel::cue, sure);
    add(source, AttributionLabel::source, sure);
    add(content_before(zone, before), AttributionLabel::content, sure);
    shared_source_ = source;
    shared_form_ = reader_[i].cue.form;
    return continue_behind(source.last, unit);
  }

  std::uint32_t read_postposed(std::uint32_t i, std::uint32_t zone, TokenRange source, std::uint32_t before,
                               TokenRange unit) {
    const TokenRange content = content_before(zone, before);
    if (content.empty()) return 0;
    add(content, AttributionLabel::content, sure);
    add(source, AttributionLabel::source, sure);
    TokenRange cue = {i, i + 1};
    if (reader_[i].cue.verb && i + 1 < unit.last &&
        list_holds(reader_[i].cue.verb->particles, LowerCase(reader_.text(i + 1)).view()) &&
        reader_.is_word(i + 1, "out"))
      ++cue.last;
    add(cue, AttributionLabel::cue, sure);
    shared_source_ = source;
    shared_form_ = reader_[i].cue.form;
    return continue_behind(cue.last, unit);
  }

  [[nodiscard]] TokenRange content_before(std::uint32_t zone, std::uint32_t before) const {
    TokenRange content = {zone, before};
    while (content.first < content.last && !reader_.in_quotation(content.first) &&
           (reader_.is(content.first, coordinator) || reader_.is_mark(content.first, ",;")))
      ++content.first;
    if (content.size() > 3 && is_transition(content.first, content.first + 2) &&
        reader_.is_mark(content.first + 2, ","))
      content.first += 3;
    if (content.size() > 2 && reader_.is(content.first, adverb) && reader_.is_mark(content.first + 1, ","))
      content.first += 2;  // "Therefore, the fund was new, he said."
    if (content.size() > 2 && reader_.is_word(content.first, "that") && reader_.in_quotation(content.first + 1))
      ++content.first;
    return content;
  }

  /// What goes on behind a reporting clause in the middle: "..., he said, ...". Returns where reading resumes.
  std::uint32_t continue_behind(std::uint32_t from, TokenRange unit) {
    const std::uint32_t stop = circumstances_end(from, unit);
    if (stop >= unit.last) return std::max(from, unit.last);
    if (at_quotation(stop)) {
      const TokenRange quotation = reader_.quotation_at(stop);
      add({stop, std::min(quotation.last, unit.last)}, AttributionLabel::content, sure);
      return std::min(quotation.last, unit.last);
    }
    if (!reader_.is_mark(stop, ",") && !reader_.is_dash(stop) && !reader_.is_mark(stop, ":;")) return stop;
    std::uint32_t next = stop + 1;
    if (next >= unit.last) return next;
    if (at_quotation(next)) {
      const TokenRange quotation = reader_.quotation_at(next);
      add({next, std::min(quotation.last, unit.last)}, AttributionLabel::content, sure);
      return std::min(quotation.last, unit.last);
    }
    if (stop != from) return stop;  // circumstances came first: "X said on Monday, ..." is not a parenthesis
    const bool coordinated = reader_.is(next, coordinator);
    if (coordinated && next + 1 < unit.last) {
      if ((reader_[next + 1].cue.verb && reader_[next + 1].cue.form == shared_form_) || reader_.is(next + 1, adverb))
        return next;
      ++next;
    }
    if (reader_.is(next, relative | subordinator | question) || (is_participle(next, unit))) return stop;
    if (reader_.text(next).ends_with("ing") || is_according(next, unit)) return stop;
    if (reader_.is(next, preposition | adverb) && !coordinated) return stop;
    std::uint32_t end = unit.last;
    for (std::uint32_t k = next; k < unit.last; ++k) {
      if (reader_.in_quotation(k)) {
        k = reader_.quotation_at(k).last - 1;
        continue;
      }
      if (reader_.is_mark(k, ",") && k + 1 < unit.last && is_participle(k + 1, unit) &&
          participle_reports(k + 1, unit)) {
        end = k;
        break;
      }
    }
    add({next, end}, AttributionLabel::content, likely);
    return end;
  }

  /// "..., with | the governor | warning that ..."
  [[nodiscard]] std::optional<TokenRange> absolute_subject(std::uint32_t i, std::uint32_t zone) const {
    constexpr std::uint32_t reach = 12;
    for (std::uint32_t k = i; k-- > zone && i - k <= reach;) {
      if (reader_.in_quotation(k) || reader_.is_mark(k, ",;:") || reader_[k].cue.verb != nullptr) return std::nullopt;
      if (reader_.is_word(k, "with")) return k + 1 < i ? std::optional(TokenRange{k + 1, i}) : std::nullopt;
    }
    return std::nullopt;
  }

  std::uint32_t read_participle(std::uint32_t i, std::uint32_t zone, TokenRange unit) {
    const CueForm& form = reader_[i].cue;
    const std::uint32_t group = reader_.verb_group(i, zone);
    const bool progressive = i > unit.first && reader_.is(i - 1, auxiliary) && group < i;
    const std::optional<Right> right = right_of(i, unit);
    if (!right) return 0;
    if (!right->strong && (form.verb->frames & (cue_speech | cue_object)) == 0) return 0;
    if (!progressive && !shared_source_ && any_of(event_verbs, form.verb->lemma)) return 0;
    std::optional<TokenRange> source;
    if (progressive) {
      source = reader_.subject_before(i, zone, false);
      if (!source) return 0;
    } else if (const auto absolute = absolute_subject(i, std::max(zone, unit.first))) {
      source = absolute;
    } else if (!shared_source_) {
      source = reader_.opening_subject(unit.first, i);
      for (std::uint32_t k = unit.first + 1; !source && k < std::min(i, unit.first + 60); ++k)
        if (!reader_.in_quotation(k) && is_finite_verb(k, unit)) source = reader_.subject_before(k, unit.first, false);
      if (i == unit.first || reader_.is_mark(unit.first, ",")) source = std::nullopt;
      if (!source && !right->strong && i != unit.first) return 0;
    }
    std::uint32_t end = content_end(*right, unit, form.form);
    if (i == unit.first || (i == unit.first + 1 && i == zone + 1)) {
      // "Noting the delay, Sessions explained ...": up to the comma before the main clause's subject.
      std::uint32_t comma = right->content;
      std::uint32_t last = 0;
      for (std::uint32_t k = comma; k < std::min(end, unit.first + 60); ++k) {
        if (reader_.in_quotation(k)) continue;
        if (reader_.is_mark(k, ",") && k + 1 < unit.last &&
            (reader_.is(k + 1, subject_pronoun | determiner) || reader_.is_name(k + 1))) {
          last = k;
          if (!right->strong || reader_.is(k + 1, subject_pronoun)) break;
        }
      }
      if (last == 0) return 0;
      end = last;
    }
    if (source) {
      add(*source, AttributionLabel::source, guess);
      shared_source_ = source;
    }
    add(right->cue, AttributionLabel::cue, likely);
    add({right->content, end}, AttributionLabel::content, right->strong ? likely : guess);
    return end;
  }

  ClauseReader reader_;
  BlockKind kind_;
  bool headline_ = false;
  std::uint32_t opening_ = 0;  // first token behind the dateline
  std::vector<AttributionSpan>& spans_;
  std::optional<TokenRange> shared_source_;
  VerbForm shared_form_ = VerbForm::past;
};

}  // namespace

void tag_attribution(const Document& document, std::uint32_t block, std::vector<AttributionSpan>& spans) {
  const DocumentBlock& in = document.blocks[block];
  if (in.tokens.empty()) return;
  switch (in.kind) {
    case BlockKind::byline:
    case BlockKind::date:
    case BlockKind::dateline:
    case BlockKind::credit:
    case BlockKind::furniture:
      return;
    default:
      RuleAttribution(document, block, spans).run();
  }
}

}  // namespace newsgloss

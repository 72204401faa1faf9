#include "tagger/cue_clauses.h"

#include <algorithm>

namespace newsgloss {
namespace {

// Participles that report even without a comma before them: "issued a statement saying".
constexpr std::array<std::string_view, 5> plain_participles = {"accuse", "argue", "claim", "say", "warn"};
// "according to plan" reports nothing.
constexpr std::array measures = std::to_array<std::string_view>(
    {"guidelines", "law",       "laws",       "need",     "needs",     "plan",        "plans", "policies",
     "policy",     "procedure", "procedures", "protocol", "protocols", "regulations", "rule",  "rules",
     "schedule",   "size",      "standards",  "taste",    "terms",     "type"});
// Plurals without -s, and others that take a verb's base form.
constexpr std::array<std::string_view, 8> plural_nouns = {"children", "many",   "men",    "most",
                                                          "others",   "people", "police", "women"};
// What may introduce a participle that reports: "while voicing", "by saying".
constexpr std::array<std::string_view, 8> participle_openers = {"after", "and", "before", "but",
                                                                "by",    "in",  "when",   "while"};

}  // namespace

bool CueClauses::is_finite_verb(std::uint32_t i, TokenRange unit) const {
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

bool CueClauses::is_participle(std::uint32_t i, TokenRange unit) const {
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

std::uint32_t CueClauses::content_end(const FollowingContent& right, TokenRange unit, VerbForm form) const {
  std::uint32_t i = right.content;
  const bool quoted = right.frame == FollowingContent::quotation;
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
      if (right.frame == FollowingContent::object && reader_.is(next, relative | subordinator | question)) return i;
      if (right.frame == FollowingContent::object && reader_.is(next, coordinator) && next + 1 < unit.last &&
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
        const std::optional<FollowingContent> other = frames_.content_behind(cue, unit);
        const std::uint8_t frames = reader_[cue].cue.verb->frames;
        if (other && (other->strong || right.frame == FollowingContent::object || (frames & cue_speech) != 0 ||
                      other->cue.size() > 1))
          return i;
      }
      if (!comma && is_participle(next, unit) && right.frame == FollowingContent::object &&
          form == VerbForm::participle_ing && participle_reports(next, unit))
        return i;
    }
    if (right.frame == FollowingContent::object && i > right.content &&
        (reader_.is_word(i, "while") || reader_.is_word(i, "whilst") || reader_.is_word(i, "although") ||
         (reader_.is_word(i, "even") && next < unit.last && reader_.is(next, subordinator))))
      return i;
    if (!comma && i > right.content + 1 && is_participle(i, unit) && participle_reports(i, unit)) {
      const bool plain = any_of(plain_participles, reader_[i].cue.verb->lemma);
      if (plain || (right.frame == FollowingContent::object && (reader_[i].cue.verb->frames & cue_speech) != 0))
        return i;
    }
  }
  return unit.last;
}

bool CueClauses::judges_content(std::uint32_t i, TokenRange unit) const {
  static constexpr std::array nouns = std::to_array<std::string_view>(
      {"accusation", "accusations", "allegation", "allegations", "assertion", "charge", "charges", "claim", "claims"});
  if (reader_.is_word(i, "a") || reader_.is_word(i, "an")) ++i;
  return i + 2 < unit.last && any_of(nouns, LowerCase(reader_.text(i)).view()) &&
         (reader_.is(i + 1, determiner | relative | subject_pronoun) || reader_.is_name(i + 1));
}

bool CueClauses::has_own_cue(TokenRange quotation, TokenRange unit) const {
  if (quotation.last >= unit.last || quotation.size() < 4 || !reader_.is_mark(quotation.last - 2, ",")) return false;
  const CueForm& cue = reader_[quotation.last].cue;
  return cue.verb && (cue.verb->frames & cue_speech) != 0 && is_finite_verb(quotation.last, unit);
}

std::uint32_t CueClauses::before_clause(std::uint32_t i, std::uint32_t first) const {
  while (i > first && !reader_.in_quotation(i - 1) &&
         (reader_.is(i - 1, coordinator) || reader_.is_word(i - 1, "that") || reader_.is_mark(i - 1, ",")))
    --i;
  return i;
}

bool CueClauses::opens_other_report(std::uint32_t from, TokenRange unit) const {
  if (!reader_.is(from, coordinator) && !reader_.is_word(from, "while")) return false;
  for (std::uint32_t k = from + 2; k < std::min(unit.last, from + 30); ++k) {
    if (reader_.in_quotation(k) || reader_.is_mark(k, ";:")) return false;
    const CueForm& cue = reader_[k].cue;
    if (!cue.verb || (cue.verb->frames & cue_speech) == 0 || cue.form == VerbForm::base || !is_finite_verb(k, unit))
      continue;
    const std::optional<TokenRange> subject = reader_.subject_before(k, from + 1, false);
    return subject && subject->first == from + 1 && frames_.content_behind(k, unit).has_value();
  }
  return false;
}

std::uint32_t CueClauses::without_circumstances(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = last; i > first + 1 && last - i < 8; --i)
    if (reader_.is_word(i - 1, "in") && frames_.skip_time(i - 1, last) == last && !reader_.is(i, day)) return i - 1;
  return last;
}

bool CueClauses::closes_with_report(std::uint32_t from, TokenRange unit) const {
  std::uint32_t last = unit.last;
  while (last > from && reader_.is_mark(last - 1, ".")) --last;
  if (last <= from + 1 || last > from + 8) return false;
  const CueForm& cue = reader_[last - 1].cue;
  if (!cue.verb || (cue.verb->frames & cue_speech) == 0 || cue.form == VerbForm::participle_ing) return false;
  for (std::uint32_t i = from; i + 1 < last; ++i)
    if (reader_.is_mark(i, ",") || reader_.in_quotation(i) || reader_.is(i, relative & ~determiner)) return false;
  return reader_.is(from, subject_pronoun) || reader_.is(from, determiner) || reader_.is_name(from);
}

bool CueClauses::participle_reports(std::uint32_t i, TokenRange unit) const {
  const std::optional<FollowingContent> right = frames_.content_behind(i, unit);
  if (!right) return false;
  return right->strong || (reader_[i].cue.verb->frames & (cue_speech | cue_object)) != 0;
}

bool CueClauses::is_according(std::uint32_t i, TokenRange unit) const {
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

}  // namespace newsgloss

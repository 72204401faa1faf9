#include "tagger/cue_frames.h"

#include <algorithm>

namespace newsgloss {
namespace {

constexpr std::uint32_t longest_circumstance = 16;  // tokens between "said" and "that": "on Monday in a statement"
constexpr std::uint32_t longest_person = 12;        // "told a group of reporters in Paris"
// Verbs that take a whole clause after "if": asked if, wondered if.
constexpr std::array<std::string_view, 3> asking = {"ask", "inquire", "wonder"};
// Nouns that say where something was said: "said in a statement the plan was dead".
constexpr std::array<std::string_view, 16> media = {
    "address", "briefing", "broadcast", "conference", "email",   "forum",  "interview", "letter",
    "message", "meeting",  "note",      "post",       "release", "speech", "statement", "tweet"};
// Verbs that report the name somebody gives to something, where the name stands in quote marks.
constexpr std::array<std::string_view, 6> naming_verbs = {"brand", "call", "describe", "dub", "label", "term"};
constexpr std::array spans_of_time =
    std::to_array<std::string_view>({"evening", "month", "morning", "night", "week", "weekend", "year"});

}  // namespace

bool CueFrames::at_quotation(std::uint32_t i) const {
  return i < reader_.size() && reader_.in_quotation(i) && reader_.quotation_at(i).first == i;
}

bool CueFrames::is_heading(std::uint32_t i, std::uint32_t colon) const {
  if (reader_[i].cue.form != VerbForm::third_person || at_quotation(colon + 1)) return false;
  const std::optional<TokenRange> subject = reader_.subject_before(i, 0, false);
  if (!subject || reader_.is_word(subject->first, "other")) return true;
  if (reader_.is(subject->first, determiner | subject_pronoun)) return false;
  return subject->size() < 2 || !reader_.is_name(subject->last - 1);
}

std::uint32_t CueFrames::skip_time(std::uint32_t from, std::uint32_t to) const {
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

std::optional<FollowingContent> CueFrames::content_behind(std::uint32_t i, TokenRange unit) const {
  const CueVerb& verb = *reader_[i].cue.verb;
  const std::uint32_t end = unit.last;
  FollowingContent right;
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
        right.frame = right.strong ? FollowingContent::clause : FollowingContent::object;
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
        right.frame = FollowingContent::object;
        return right;
      }
  if ((frames & cue_particle_only) != 0 && !particle) return std::nullopt;

  // A quotation, at once or behind comma, colon or circumstances.
  if (at_quotation(next)) {
    right.content = next;
    right.strong = true;
    right.frame = (frames & cue_speech) != 0 ? FollowingContent::quotation : FollowingContent::object;
    return right;
  }
  if (reader_.is_mark(next, ":") && next + 1 < end && (frames & cue_speech) != 0 && !is_heading(i, next)) {
    right.content = next + 1;
    right.strong = true;
    right.frame = at_quotation(next + 1) ? FollowingContent::quotation : FollowingContent::clause;
    return right;
  }
  if ((frames & (cue_speech | cue_that)) != 0) {
    const std::uint32_t limit = std::min(end, next + longest_circumstance);
    for (std::uint32_t k = next; k < limit; ++k) {
      if (reader_.is_mark(k, ",:") && k + 1 < end && at_quotation(k + 1) && (frames & cue_speech) != 0) {
        right.content = k + 1;
        right.strong = true;
        right.frame = FollowingContent::quotation;
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
    right.frame = FollowingContent::object;
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
      right.frame = FollowingContent::object;
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
      if ((frames & cue_object) != 0 && !has_auxiliary(k, end)) right.frame = FollowingContent::object;
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
      right.frame = FollowingContent::object;
      return right;
    }
  }
  return std::nullopt;
}

bool CueFrames::has_auxiliary(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t i = from; i < to && i < from + 40; ++i)
    if (reader_.is(i, auxiliary)) return true;
  return false;
}

bool CueFrames::opens_with_phrase_and_comma(std::uint32_t k, std::uint32_t end) const {
  if (k >= end || !reader_.is(k, preposition) || reader_.is_word(k, "of")) return false;
  for (std::uint32_t i = k + 1; i < end && i < k + 10; ++i)
    if (reader_.is_mark(i, ","))
      return i + 3 < end && (reader_.is(i + 1, determiner | subject_pronoun) || reader_.is_name(i + 1)) &&
             !reader_.in_quotation(i + 1);
  return false;
}

std::uint32_t CueFrames::person_end(std::uint32_t from, std::uint32_t end) const {
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

}  // namespace newsgloss

#include "entities/pronoun_candidates.h"

#include <algorithm>
#include <string_view>

#include "tagger/clause_words.h"
#include "tagger/lexica/words.h"

namespace newsgloss {
namespace {

using Feature = PronounFeature;

constexpr std::uint32_t farthest = 12;     // sentences back
constexpr std::uint32_t longest_turn = 5;  // sentences in which one goes on speaking
constexpr std::uint32_t near = 8;          // tokens
constexpr std::uint32_t apposition = 40;   // tokens of "Ana Sosa, head of ...,"

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

PersonTrail::PersonTrail(const Vocabulary& vocabulary, const std::vector<Entity>& entities)
    : vocabulary_(vocabulary), entities_(entities), passed_(entities.size(), 0) {
  trail_.reserve(longest_trail + 1);
}

void PersonTrail::pass(std::uint32_t b, TokenRange tokens, EntityId person, TokenRange sentence,
                       std::uint32_t sentence_number, bool quoted, bool opens_block, bool by_pronoun) {
  const DocumentBlock& block = vocabulary_.document().blocks[b];
  PersonMention mention;
  mention.person = person;
  mention.block = b;
  mention.tokens = tokens;
  mention.sentence_number = sentence_number;
  mention.quoted = quoted;
  mention.opens_block = opens_block;
  mention.by_pronoun = by_pronoun;

  // A verb of speech beside the name, or after its apposition.
  const std::uint32_t after = tokens.last;
  const std::uint32_t end = sentence.last;
  if (after < end && word(b, after).text == ",") {
    std::uint32_t p = after + 1;
    while (p < end && p < after + apposition && word(b, p).text != ",") ++p;
    mention.said = p + 1 < end && word(b, p).text == "," && word(b, p + 1).is(word::speech_verb);
  }
  // Titles in front: "Prime Minister | Ana Sosa".
  std::uint32_t before = tokens.first;
  while (before > sentence.first && (word(b, before - 1).is(word::honorific | word::role | word::role_modifier) ||
                                     word(b, before - 1).people || word(b, before - 1).text == "the"))
    --before;
  mention.said = mention.said || is_said(b, {before, tokens.last}, sentence);
  mention.opens_sentence = before <= sentence.first + 1;
  if (before > sentence.first) {
    const std::string_view w = word(b, before - 1).text;
    mention.governed =
        is_one_of(w, {"of",  "with", "to",   "by",   "from", "for", "against",   "on",   "about", "between",
                      "and", "at",   "over", "than", "in",   "as",  "including", "like", "under", "into"});
    const bool fronted = before - sentence.first <= 2 && after < end && word(b, after).text == ",";
    mention.topic = fronted && w == "for" && (before == sentence.first + 1 || word(b, before - 2).text == "as");
    mention.joined = w == "and";
  }
  mention.joined = mention.joined || (after < end && word(b, after).text == "and");
  mention.owner = after < end && block.tokens[after].kind == TokenKind::possessive;
  const bool verb_behind =
      after < end && vocabulary_.shape(b, after) == Shape::lower && !word(b, after).is(word::function);
  mention.subject = mention.said || mention.topic ||
                    (!mention.governed && !mention.owner && (opens_block || mention.opens_sentence || verb_behind));

  if (first_ == 0xFFFFFFFF) first_ = person;
  most_passed_ = std::max(most_passed_, ++passed_[person]);
  if (trail_.size() >= longest_trail) trail_.erase(trail_.begin());
  trail_.push_back(mention);
}

bool PersonTrail::is_said(std::uint32_t b, TokenRange tokens, TokenRange sentence) const {
  std::uint32_t after = tokens.last;
  while (after < sentence.last && (word_classes_of(word(b, after).text) & (adverb | auxiliary)) != 0) ++after;
  return (after < sentence.last && word(b, after).is(word::speech_verb)) ||
         (tokens.first > sentence.first && word(b, tokens.first - 1).is(word::speech_verb));
}

bool PersonTrail::agrees(EntityId person, Gender gender) const {
  const Gender known =
      entities_[person].gender != Gender::unknown ? entities_[person].gender : entities_[person].likely_gender;
  return known == Gender::unknown || known == gender;
}

bool PersonTrail::breaks_clause(std::uint32_t b, std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t t = from; t < to; ++t) {
    const std::string& text = word(b, t).text;
    if (text == "," || text == ";" || text == ":" ||
        (word_classes_of(text) & (coordinator | subordinator | relative | question)) != 0)
      return true;
    if (word(b, t).is(word::speech_verb)) return true;
  }
  return false;
}

void PersonTrail::candidates(const PronounAt& pronoun, std::vector<PronounCandidate>& candidates) const {
  candidates.clear();
  struct Seen {
    const PersonMention* last;
    const PersonMention* subject;
  };
  std::vector<Seen> seen;
  for (std::size_t i = trail_.size(); i-- > 0;) {
    const PersonMention& mention = trail_[i];
    if (pronoun.sentence_number - mention.sentence_number > farthest) break;
    std::size_t at = 0;
    while (at < seen.size() && seen[at].last->person != mention.person) ++at;
    if (at < seen.size()) {
      if (seen[at].subject == nullptr && mention.subject) seen[at].subject = &mention;
      continue;
    }
    if (agrees(mention.person, pronoun.gender)) seen.push_back({&mention, mention.subject ? &mention : nullptr});
  }
  std::size_t newest_subject = seen.size();
  for (std::size_t i = 0; i < seen.size(); ++i)
    if (seen[i].subject != nullptr && (newest_subject == seen.size() || seen[newest_subject].subject < seen[i].subject))
      newest_subject = i;
  const auto speaker = std::find_if(trail_.rbegin(), trail_.rend(), [](const PersonMention& m) { return m.said; });
  const bool speaks = speaker != trail_.rend() && pronoun.sentence_number - speaker->sentence_number <= longest_turn &&
                      is_said(pronoun.block, {pronoun.token, pronoun.token + 1}, pronoun.sentence);
  for (std::size_t i = 0; i < seen.size(); ++i) {
    PronounCandidate candidate;
    candidate.person = seen[i].last->person;
    candidate.set(Feature::newest, i == 0);
    candidate.set(Feature::second_newest, i == 1);
    candidate.set(Feature::newest_subject, i == newest_subject);
    candidate.set(Feature::speaks_again, speaks && speaker->person == candidate.person);
    describe_person(pronoun, candidate);
    describe_last(pronoun, *seen[i].last, candidate);
    describe_subject(pronoun, seen[i].subject, candidate);
    candidates.push_back(candidate);
  }
}

void PersonTrail::describe_person(const PronounAt& pronoun, PronounCandidate& candidate) const {
  const Entity& entity = entities_[candidate.person];
  const std::uint32_t times = passed_[candidate.person];
  candidate.set(Feature::gender_shown, entity.gender == pronoun.gender);
  candidate.set(Feature::gender_likely, entity.gender != pronoun.gender && entity.likely_gender == pronoun.gender);
  candidate.set(Feature::named_twice, times >= 2);
  candidate.set(Feature::named_often, times >= 5);
  candidate.set(Feature::named_most, times > 0 && times == most_passed_);
  candidate.set(Feature::first_person, candidate.person == first_);
}

void PersonTrail::describe_last(const PronounAt& pronoun, const PersonMention& last,
                                PronounCandidate& candidate) const {
  const std::uint32_t back = pronoun.sentence_number - last.sentence_number;
  const bool subject = pronoun.grammar == PronounCase::subject;
  const bool possessive = pronoun.grammar == PronounCase::possessive;
  const bool object = pronoun.grammar == PronounCase::object;
  const bool same_block = last.block == pronoun.block;
  candidate.set(Feature::last_0, back == 0);
  candidate.set(Feature::last_1, back == 1);
  candidate.set(Feature::last_2, back == 2);
  candidate.set(Feature::last_3, back == 3);
  candidate.set(Feature::last_4, back == 4 || back == 5);
  candidate.set(Feature::last_far, back > 5);
  candidate.set(Feature::subject_for_subject, subject && last.subject);
  candidate.set(Feature::subject_for_possessive, possessive && last.subject);
  candidate.set(Feature::other_for_object, object && !last.subject);
  candidate.set(Feature::other_for_possessive, possessive && !last.subject);
  candidate.set(Feature::owner, last.owner);
  candidate.set(Feature::governed, last.governed);
  candidate.set(Feature::by_pronoun, last.by_pronoun);
  candidate.set(Feature::same_pronoun,
                last.by_pronoun && word(last.block, last.tokens.first).text == word(pronoun.block, pronoun.token).text);
  candidate.set(Feature::joined, last.joined);
  candidate.set(Feature::said, last.said);
  candidate.set(Feature::opens_block, last.opens_block && same_block);
  candidate.set(Feature::opened_before, last.opens_block && last.block + 1 == pronoun.block);
  candidate.set(Feature::topic, last.topic && back == 0);
  candidate.set(Feature::left_quotation, last.quoted && !pronoun.quoted);
  candidate.set(Feature::entered_quotation, !last.quoted && pronoun.quoted);
  candidate.set(Feature::speaks_it, !last.quoted && pronoun.quoted && last.said && same_block);
  const bool opens = pronoun.token <= pronoun.sentence.first + 1;
  candidate.set(Feature::parallel, opens && subject && last.opens_sentence && back == 1);
  candidate.set(Feature::paragraphs, pronoun.token <= 1 && last.opens_block && last.block + 1 == pronoun.block);
  if (back != 0 || !same_block) return;
  const std::uint32_t gap = pronoun.token - last.tokens.last;
  const std::string_view next =
      last.tokens.last < pronoun.token ? word(last.block, last.tokens.last).text : std::string_view();
  const std::string_view behind = next == "," && last.tokens.last + 1 < pronoun.token
                                      ? word(last.block, last.tokens.last + 1).text
                                      : std::string_view();
  candidate.set(Feature::who, next == "who" || behind == "who" || behind == "whose");
  candidate.set(Feature::near_possessive, possessive && gap < near);
  candidate.set(Feature::joined_possessive, possessive && gap == 1 && next == "and");
  const bool clause = !breaks_clause(pronoun.block, last.tokens.last, pronoun.token);
  candidate.set(Feature::same_clause, clause);
  candidate.set(Feature::bound, clause && object && last.subject);
  candidate.set(Feature::reflexive, pronoun.grammar == PronounCase::reflexive && last.subject);
}

void PersonTrail::describe_subject(const PronounAt& pronoun, const PersonMention* subject,
                                   PronounCandidate& candidate) const {
  const std::uint32_t back = subject == nullptr ? farthest : pronoun.sentence_number - subject->sentence_number;
  candidate.set(Feature::subject_0, back == 0);
  candidate.set(Feature::subject_1, back == 1);
  candidate.set(Feature::subject_2, back == 2);
  candidate.set(Feature::subject_none, back > 2);
  candidate.set(Feature::subject_0_for_subject, back == 0 && pronoun.grammar == PronounCase::subject);
  candidate.set(Feature::subject_0_for_possessive, back == 0 && pronoun.grammar == PronounCase::possessive);
  candidate.set(Feature::subject_0_for_object, back == 0 && pronoun.grammar == PronounCase::object);
  candidate.set(Feature::subject_1_for_subject, back == 1 && pronoun.grammar == PronounCase::subject);
  candidate.set(Feature::subject_1_for_possessive, back == 1 && pronoun.grammar == PronounCase::possessive);
}

PronounCandidate PersonTrail::ahead(const PronounAt& pronoun, EntityId person, std::uint32_t name) const {
  PronounCandidate candidate;
  candidate.person = person;
  candidate.set(Feature::ahead, true);
  // "In his speech, Khan said"
  candidate.set(Feature::ahead_fronted, pronoun.token < pronoun.sentence.first + 6 && name > pronoun.token + 1 &&
                                            breaks_clause(pronoun.block, pronoun.token, name));
  describe_person(pronoun, candidate);
  return candidate;
}

}  // namespace newsgloss

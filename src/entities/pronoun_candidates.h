// Pronoun candidates: the persons that a "he" or "her" may mean, and what speaks for each of them.
//
//   "Kaur met Osei on Friday. She said his plan ..."      she: { Kaur: agrees, subject, one sentence back, ... },
//                                                              { Osei: agrees, no subject, ... }
//
// What is true of a candidate is a set of features, in the manner of Lappin and Leass (1994): nearness, grammatical
// role, agreement, parallelism, what stands between. pronoun_weights.h has learned how much each is worth.
//
// The trail keeps the last `longest_trail` mentions of persons, by name or pronoun, so a pronoun costs no more in a
// long article than in a short one.
#pragma once

#include <cstdint>
#include <vector>

#include "entities/entities.h"
#include "tagger/vocabulary.h"

namespace newsgloss {

enum class PronounCase : unsigned char { subject, object, possessive, reflexive };

struct PronounAt {
  std::uint32_t block = 0;
  std::uint32_t token = 0;
  TokenRange sentence;
  std::uint32_t sentence_number = 0;  // through the document
  PronounCase grammar = PronounCase::subject;
  Gender gender = Gender::unknown;
  bool quoted = false;
};

/// Each is a bit of `PronounCandidate::features`; the names' order is that of the weights.
enum class PronounFeature : unsigned char {
  // Sentences back to the last mention, and to the last one that is a subject.
  last_0,
  last_1,
  last_2,
  last_3,
  last_4,
  last_far,
  subject_0,
  subject_1,
  subject_2,
  subject_none,
  // The last mention.
  subject_for_subject,
  subject_for_possessive,
  other_for_object,
  other_for_possessive,
  owner,          // "Kaur's"
  governed,       // behind a preposition
  by_pronoun,     // itself a pronoun
  same_pronoun,   // the same word
  joined,         // "Kaur and Osei"
  said,           // beside a verb of speech
  opens_block,    // first person of this paragraph
  opened_before,  // of the paragraph before
  topic,          // "As for Kaur, she"
  who,            // "Kaur, who ... her"
  // The pronoun and the last mention.
  newest,
  second_newest,
  newest_subject,
  near_possessive,    // within eight words
  joined_possessive,  // "Kaur and her"
  same_clause,
  bound,       // "Kaur met her": object and subject of one verb
  reflexive,   // "Kaur saw herself"
  parallel,    // both open their sentences
  paragraphs,  // both open their paragraphs
  left_quotation,
  entered_quotation,
  speaks_it,     // said the words that the pronoun is part of
  speaks_again,  // spoke last, and the pronoun speaks ("he added")
  ahead,         // named behind the pronoun, in its sentence
  ahead_fronted,
  // The person.
  gender_shown,
  gender_likely,
  named_twice,
  named_often,
  named_most,
  first_person,
  subject_0_for_subject,
  subject_0_for_possessive,
  subject_0_for_object,
  subject_1_for_subject,
  subject_1_for_possessive,
  count
};

struct PronounCandidate {
  EntityId person = 0;
  std::uint64_t features = 0;

  void set(PronounFeature feature, bool on = true) noexcept {
    features |= static_cast<std::uint64_t>(on) << static_cast<unsigned>(feature);
  }
  [[nodiscard]] bool has(PronounFeature feature) const noexcept {
    return ((features >> static_cast<unsigned>(feature)) & 1U) != 0;
  }
};

/// A mention of a person as it was passed.
struct PersonMention {
  EntityId person = 0;
  std::uint32_t block = 0;
  TokenRange tokens;
  std::uint32_t sentence_number = 0;
  bool subject = false;
  bool opens_sentence = false;
  bool opens_block = false;
  bool quoted = false;
  bool said = false;
  bool governed = false;
  bool owner = false;
  bool joined = false;
  bool topic = false;
  bool by_pronoun = false;
};

class PersonTrail {
 public:
  static constexpr std::size_t longest_trail = 24;

  PersonTrail(const Vocabulary& vocabulary, const std::vector<Entity>& entities);

  /// A person is mentioned: reads what stands around the mention. Mentions come in order of place.
  void pass(std::uint32_t block, TokenRange tokens, EntityId person, TokenRange sentence, std::uint32_t sentence_number,
            bool quoted, bool opens_block, bool by_pronoun);

  /// Those who agree with the pronoun in gender, the last mentioned first. `candidates` is cleared before.
  void candidates(const PronounAt& pronoun, std::vector<PronounCandidate>& candidates) const;

  /// Nothing that the article shows, and no list of given names, speaks against this gender.
  [[nodiscard]] bool agrees(EntityId person, Gender gender) const;

  /// One who is named behind the pronoun, as a candidate.
  [[nodiscard]] PronounCandidate ahead(const PronounAt& pronoun, EntityId person, std::uint32_t name) const;

 private:
  [[nodiscard]] const Word& word(std::uint32_t block, std::uint32_t token) const {
    return vocabulary_.word(block, token);
  }
  [[nodiscard]] bool breaks_clause(std::uint32_t block, std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] bool is_said(std::uint32_t block, TokenRange tokens, TokenRange sentence) const;
  void describe_person(const PronounAt& pronoun, PronounCandidate& candidate) const;
  void describe_last(const PronounAt& pronoun, const PersonMention& last, PronounCandidate& candidate) const;
  void describe_subject(const PronounAt& pronoun, const PersonMention* subject, PronounCandidate& candidate) const;

  const Vocabulary& vocabulary_;
  const std::vector<Entity>& entities_;
  std::vector<PersonMention> trail_;   // oldest first
  std::vector<std::uint32_t> passed_;  // times that each entity was mentioned
  std::uint32_t most_passed_ = 0;
  EntityId first_ = 0xFFFFFFFF;  // the first person of the body
};

}  // namespace newsgloss

#include "entities/pronouns.h"

#include <algorithm>
#include <array>
#include <optional>

#include "article/credit_line.h"
#include "entities/pronoun_weights.h"
#include "tagger/clause_words.h"

namespace newsgloss {
namespace {

struct Pronoun {
  std::string_view word;
  Gender gender;
  PronounCase grammar;
};
constexpr std::array<Pronoun, 8> pronouns{{
    {"he", Gender::male, PronounCase::subject},
    {"him", Gender::male, PronounCase::object},
    {"his", Gender::male, PronounCase::possessive},
    {"himself", Gender::male, PronounCase::reflexive},
    {"she", Gender::female, PronounCase::subject},
    {"her", Gender::female, PronounCase::possessive},  // or object: told by what follows
    {"hers", Gender::female, PronounCase::object},
    {"herself", Gender::female, PronounCase::reflexive},
}};

const Pronoun* find_pronoun(std::string_view word) noexcept {
  for (const Pronoun& p : pronouns)
    if (p.word == word) return &p;
  return nullptr;
}

constexpr std::uint32_t longest_look_ahead = 30;  // tokens

struct NameAt {
  EntityId person = 0;
  TokenRange tokens;
};

int score_of(const PronounCandidate& candidate) noexcept {
  int score = 0;
  for (std::size_t f = 0; f < pronoun_weights.size(); ++f)
    if (candidate.has(static_cast<PronounFeature>(f))) score += pronoun_weights[f];
  return score;
}

class Resolver {
 public:
  Resolver(const Vocabulary& vocabulary, std::vector<Entity>& entities, const PronounObserver& observe)
      : vocabulary_(vocabulary),
        document_(vocabulary.document()),
        entities_(entities),
        observe_(observe),
        trail_(vocabulary, entities) {
    names_.resize(document_.blocks.size());
    for (EntityId e = 0; e < entities.size(); ++e)
      if (entities[e].type == EntityType::person)
        for (const Mention& m : entities[e].mentions) names_[m.block].push_back({e, m.tokens});
    for (auto& list : names_)
      std::sort(list.begin(), list.end(),
                [](const NameAt& a, const NameAt& b) { return a.tokens.first < b.tokens.first; });
    evidence_.resize(entities.size());
  }

  void run() {
    for (std::uint32_t b = 0; b < document_.blocks.size(); ++b) {
      const DocumentBlock& block = document_.blocks[b];
      if (block.kind == BlockKind::byline || block.kind == BlockKind::credit || block.kind == BlockKind::date) continue;
      read_block(b);
    }
    for (EntityId e = 0; e < entities_.size(); ++e) {
      Entity& entity = entities_[e];
      const auto [female, male] = evidence_[e];
      if (entity.gender == Gender::unknown && female != male) {
        entity.gender = female > male ? Gender::female : Gender::male;
        entity.likely_gender = entity.gender;
        entity.gender_by_pronouns = true;
      }
      std::sort(entity.mentions.begin(), entity.mentions.end(), [](const Mention& x, const Mention& y) {
        return x.block != y.block ? x.block < y.block : x.tokens.first < y.tokens.first;
      });
    }
  }

 private:
  void read_block(std::uint32_t b) {
    const DocumentBlock& block = document_.blocks[b];
    std::optional<EndCredit> ending;
    if (block.kind == BlockKind::caption) ending = credit_at_end(block.text);
    const std::size_t credit = ending ? ending->span.begin : block.text.size();
    std::size_t next = 0;
    bool quoted = false;
    bool first_person = true;
    for (const TokenRange& sentence : block.sentences) {
      ++sentence_;
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        const TokenKind kind = block.tokens[t].kind;
        if (kind == TokenKind::open_quote) quoted = true;
        if (kind == TokenKind::close_quote) quoted = false;
        if (next < names_[b].size() && names_[b][next].tokens.first <= t) {
          const NameAt& name = names_[b][next++];
          // A photographer is never "he".
          if (block.kind != BlockKind::caption || block.tokens[name.tokens.first].span.begin < credit) {
            trail_.pass(b, name.tokens, name.person, sentence, sentence_, quoted, first_person, false);
            first_person = false;
          }
          t = std::max(t, name.tokens.last - 1);
          continue;
        }
        const std::optional<PronounAt> pronoun = pronoun_at(b, t, sentence, quoted);
        if (!pronoun) continue;
        const std::optional<EntityId> person = choose(*pronoun, next);
        if (!person) continue;
        entities_[*person].mentions.push_back({b, {t, t + 1}, MentionForm::pronoun, 7000});
        ++(pronoun->gender == Gender::female ? evidence_[*person].female : evidence_[*person].male);
        if (entities_[*person].likely_gender == Gender::unknown) entities_[*person].likely_gender = pronoun->gender;
        trail_.pass(b, {t, t + 1}, *person, sentence, sentence_, quoted,
                    first_person && pronoun->grammar == PronounCase::subject, true);
        first_person = false;
      }
      quoted = quoted && sentence.last < block.tokens.size();
    }
  }

  [[nodiscard]] std::optional<PronounAt> pronoun_at(std::uint32_t b, std::uint32_t t, TokenRange sentence,
                                                    bool quoted) const {
    if (document_.blocks[b].tokens[t].kind != TokenKind::word || vocabulary_.word(b, t).text.size() > 7)
      return std::nullopt;
    const Pronoun* pronoun = find_pronoun(vocabulary_.word(b, t).text);
    if (pronoun == nullptr || (vocabulary_.shape(b, t) == Shape::all_caps && !vocabulary_.capitals_mean_little(b)))
      return std::nullopt;
    PronounAt at{b, t, sentence, sentence_, pronoun->grammar, pronoun->gender, quoted};
    if (pronoun->word == "her" && !has_noun_behind(b, t, sentence)) at.grammar = PronounCase::object;
    return at;
  }

  /// "her plan" or "met her on Monday"?
  [[nodiscard]] bool has_noun_behind(std::uint32_t b, std::uint32_t t, TokenRange sentence) const {
    return t + 1 < sentence.last && document_.blocks[b].tokens[t + 1].kind == TokenKind::word &&
           word_classes_of(vocabulary_.word(b, t + 1).text) == 0;
  }

  std::optional<EntityId> choose(const PronounAt& pronoun, std::size_t next) {
    trail_.candidates(pronoun, candidates_);
    if (pronoun.grammar == PronounCase::subject || pronoun.grammar == PronounCase::possessive)
      look_ahead(pronoun, next);
    if (observe_) observe_(pronoun, candidates_);
    const PronounCandidate* best = nullptr;
    int best_score = 0;
    for (const PronounCandidate& candidate : candidates_) {
      const int score = score_of(candidate);
      if (best != nullptr && score <= best_score) continue;
      best = &candidate;
      best_score = score;
    }
    if (best == nullptr) return std::nullopt;
    return best->person;
  }

  /// "In his speech, Khan said": the next person of the sentence who agrees, soon.
  void look_ahead(const PronounAt& pronoun, std::size_t next) {
    for (; next < names_[pronoun.block].size(); ++next) {
      const NameAt& name = names_[pronoun.block][next];
      if (name.tokens.first >= pronoun.sentence.last || name.tokens.first - pronoun.token > longest_look_ahead) return;
      if (!trail_.agrees(name.person, pronoun.gender)) continue;
      for (PronounCandidate& candidate : candidates_)
        if (candidate.person == name.person) return;
      candidates_.push_back(trail_.ahead(pronoun, name.person, name.tokens.first));
      return;
    }
  }

  struct Evidence {
    std::uint32_t female = 0;
    std::uint32_t male = 0;
  };

  const Vocabulary& vocabulary_;
  const Document& document_;
  std::vector<Entity>& entities_;
  const PronounObserver& observe_;
  PersonTrail trail_;
  std::vector<std::vector<NameAt>> names_;  // of each block
  std::vector<Evidence> evidence_;
  std::vector<PronounCandidate> candidates_;
  std::uint32_t sentence_ = 0;
};

}  // namespace

void resolve_pronouns(const Vocabulary& vocabulary, std::vector<Entity>& entities, const PronounObserver& observe) {
  Resolver(vocabulary, entities, observe).run();
}

Gender gender_of_pronoun(std::string_view text) noexcept {
  const Pronoun* found = find_pronoun(text);
  return found == nullptr ? Gender::unknown : found->gender;
}

}  // namespace newsgloss

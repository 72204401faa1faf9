#include "entities/pronouns.h"

#include <algorithm>
#include <array>
#include <optional>

#include "article/credit_line.h"
#include "tagger/lexica/words.h"

namespace newsgloss {
namespace {

struct Pronoun {
  std::string_view word;
  Gender gender;
  bool subject;
  bool possessive;
};
constexpr std::array<Pronoun, 8> pronouns{{
    {"he", Gender::male, true, false},
    {"him", Gender::male, false, false},
    {"his", Gender::male, false, true},
    {"himself", Gender::male, false, false},
    {"she", Gender::female, true, false},
    {"her", Gender::female, false, true},  // or object: treated alike
    {"hers", Gender::female, false, false},
    {"herself", Gender::female, false, false},
}};

const Pronoun* find_pronoun(std::string_view word) noexcept {
  for (const Pronoun& p : pronouns)
    if (p.word == word) return &p;
  return nullptr;
}

// A person mentioned, by name or pronoun, with what makes it likely to be meant again.
struct Event {
  EntityId person = 0;
  std::uint32_t block = 0;
  std::uint32_t token = 0;
  std::uint32_t sentence = 0;  // numbered through the document
  bool subject = false;
  bool opens_block = false;  // the first person of its paragraph
  bool quoted = false;
  bool speaks = false;  // a reporting verb stands beside it
};

struct NameAt {
  EntityId person = 0;
  TokenRange tokens;
};

constexpr std::size_t most_events = 24;
constexpr std::uint32_t farthest = 12;  // sentences back

class Resolver {
 public:
  Resolver(const Vocabulary& vocabulary, std::vector<Entity>& entities)
      : vocabulary_(vocabulary), document_(vocabulary.document()), entities_(entities) {
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
      }
      std::sort(entity.mentions.begin(), entity.mentions.end(), [](const Mention& x, const Mention& y) {
        return x.block != y.block ? x.block < y.block : x.tokens.first < y.tokens.first;
      });
    }
  }

 private:
  [[nodiscard]] const Word& word(std::uint32_t b, std::uint32_t t) const { return vocabulary_.word(b, t); }

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
          if (block.kind == BlockKind::caption && block.tokens[name.tokens.first].span.begin >= credit) {
            t = std::max(t, name.tokens.last - 1);  // a photographer is never "he"
            continue;
          }
          remember(b, name.tokens, name.person, sentence, quoted, first_person);
          first_person = false;
          t = std::max(t, name.tokens.last - 1);
          continue;
        }
        if (kind != TokenKind::word || word(b, t).text.size() > 7) continue;
        const Pronoun* pronoun = find_pronoun(word(b, t).text);
        if (pronoun == nullptr || (vocabulary_.shape(b, t) == Shape::all_caps && !vocabulary_.capitals_mean_little(b)))
          continue;
        EntityId person = 0;
        if (!choose(b, t, sentence, *pronoun, quoted, next, person)) continue;
        entities_[person].mentions.push_back({b, {t, t + 1}, MentionForm::pronoun, 7000});
        ++(pronoun->gender == Gender::female ? evidence_[person].female : evidence_[person].male);
        if (entities_[person].likely_gender == Gender::unknown) entities_[person].likely_gender = pronoun->gender;
        if (pronoun->possessive) {
          // A possessive keeps its person in mind, but is no subject.
          push({person, b, t, sentence_, false, false, quoted, false});
        } else {
          remember(b, {t, t + 1}, person, sentence, quoted, first_person && pronoun->subject);
        }
        first_person = false;
      }
      quoted = quoted && sentence.last < block.tokens.size();
    }
  }

  void push(const Event& event) {
    if (events_.size() >= most_events) events_.erase(events_.begin());
    events_.push_back(event);
  }

  void remember(std::uint32_t b, TokenRange tokens, EntityId person, TokenRange sentence, bool quoted,
                bool opens_block) {
    const DocumentBlock& block = document_.blocks[b];
    Event event{person, b, tokens.first, sentence_, false, opens_block, quoted, false};
    // A reporting verb beside the name, or after its apposition.
    std::uint32_t after = tokens.last;
    if (after < sentence.last && word(b, after).text == ",") {
      std::uint32_t p = after + 1;
      while (p < sentence.last && p < after + 40 && word(b, p).text != ",") ++p;
      if (p + 1 < sentence.last && word(b, p).text == "," && word(b, p + 1).is(word::speech_verb)) event.speaks = true;
    }
    const bool verb_after = after < sentence.last && word(b, after).is(word::speech_verb);
    const bool verb_before = tokens.first > sentence.first && word(b, tokens.first - 1).is(word::speech_verb);
    event.speaks = event.speaks || verb_after || verb_before;
    // A subject: what comes before it in its clause is no preposition, and no possessive follows.
    std::uint32_t before = tokens.first;
    while (before > sentence.first && (word(b, before - 1).is(word::honorific | word::role | word::role_modifier) ||
                                       word(b, before - 1).people || word(b, before - 1).text == "the"))
      --before;
    bool governed = false;
    if (before > sentence.first) {
      const std::string_view w = word(b, before - 1).text;
      for (const std::string_view p :
           {"of", "with", "to", "by", "from", "for", "against", "on", "about", "between", "and", "at", "over", "than"})
        governed = governed || w == p;
    }
    const bool possessed = after < sentence.last && block.tokens[after].kind == TokenKind::possessive;
    event.subject = event.speaks || (!governed && !possessed &&
                                     (opens_block || before <= sentence.first + 1 ||
                                      (after < sentence.last && vocabulary_.shape(b, after) == Shape::lower &&
                                       !word(b, after).is(word::function))));
    push(event);
  }

  [[nodiscard]] bool agrees(EntityId e, Gender gender) const {
    const Gender known = entities_[e].gender != Gender::unknown ? entities_[e].gender : entities_[e].likely_gender;
    return known == Gender::unknown || known == gender;
  }

  bool choose(std::uint32_t b, std::uint32_t t, TokenRange sentence, const Pronoun& pronoun, bool quoted,
              std::size_t next, EntityId& person) const {
    struct Choice {
      EntityId person;
      int score;
    };
    std::vector<Choice> choices;
    for (std::size_t i = events_.size(); i-- > 0;) {
      const Event& e = events_[i];
      const std::uint32_t distance = sentence_ - e.sentence;
      if (distance > farthest || !agrees(e.person, pronoun.gender)) continue;
      int score = 40 - 5 * static_cast<int>(std::min(distance, farthest));
      if (distance == 0) score += pronoun.possessive ? 8 : 2;
      // "Ghasemi and his crew", "Broughton explained his goals"
      if (pronoun.possessive && e.block == b && !e.quoted && t - e.token < 8) score += 8;
      if (pronoun.possessive && e.block == b && t - e.token < 6 && t > 0 && word(b, t - 1).text == "and") score += 12;
      // "… dismissed Raza, accusing him": an object goes with an object.
      if (!pronoun.possessive && !pronoun.subject && distance == 0 && !e.subject) score += 10;
      if (e.subject) score += 9;
      if (e.speaks) score += 3;
      if (e.opens_block && e.block + 1 == b) score += 6;
      if (e.opens_block && e.block == b) score += 4;
      if (e.quoted != quoted) score -= 6;
      if (entities_[e.person].gender == pronoun.gender)
        score += 6;
      else if (entities_[e.person].likely_gender == pronoun.gender)
        score += 4;
      // Object and subject of one verb differ: "Khan told him".
      if (distance == 0 && !pronoun.possessive && !pronoun.subject && e.subject && t - e.token < 6 &&
          pronoun.word.size() <= 3)
        score -= 14;
      // Who speaks a quotation is not its "he".
      if (quoted && !e.quoted && distance == 0 && e.speaks && e.block == b) score -= 25;
      bool known = false;
      for (Choice& c : choices)
        if (c.person == e.person) {
          c.score = std::max(c.score, score) + 1;
          known = true;
        }
      if (!known) choices.push_back({e.person, score});
    }
    if (choices.empty()) return look_ahead(b, t, sentence, pronoun, next, person);
    std::stable_sort(choices.begin(), choices.end(),
                     [](const Choice& x, const Choice& y) { return x.score > y.score; });
    if (choices.front().score < 0) return false;
    if (choices.size() > 1 && choices[0].score == choices[1].score) return false;
    person = choices.front().person;
    return true;
  }

  // "In his speech, Khan said": the next person of the sentence, soon.
  bool look_ahead(std::uint32_t b, std::uint32_t t, TokenRange sentence, const Pronoun& pronoun, std::size_t next,
                  EntityId& person) const {
    if (!pronoun.possessive && !pronoun.subject) return false;
    for (; next < names_[b].size(); ++next) {
      const NameAt& name = names_[b][next];
      if (name.tokens.first >= sentence.last || name.tokens.first - t > 30) return false;
      if (!agrees(name.person, pronoun.gender)) continue;
      person = name.person;
      return true;
    }
    return false;
  }

  struct Evidence {
    std::uint32_t female = 0;
    std::uint32_t male = 0;
  };

  const Vocabulary& vocabulary_;
  const Document& document_;
  std::vector<Entity>& entities_;
  std::vector<std::vector<NameAt>> names_;  // of each block
  std::vector<Evidence> evidence_;
  std::vector<Event> events_;  // the last ones, oldest first
  std::uint32_t sentence_ = 0;
};

}  // namespace

void resolve_pronouns(const Vocabulary& vocabulary, std::vector<Entity>& entities) {
  Resolver(vocabulary, entities).run();
}

Gender gender_of_pronoun(std::string_view text) noexcept {
  const Pronoun* found = find_pronoun(text);
  return found == nullptr ? Gender::unknown : found->gender;
}

}  // namespace newsgloss

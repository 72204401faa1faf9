#include "quotes/speakers.h"

#include <algorithm>
#include <array>
#include <compare>
#include <string>
#include <string_view>

#include "entities/pronouns.h"
#include "quotes/mention_index.h"
#include "quotes/source_head.h"
#include "quotes/speaker_words_table.h"
#include "tagger/clause_words.h"

namespace newsgloss {
namespace {

constexpr std::uint32_t pronoun_reach = 3;   // blocks back to the person a pronoun may mean
constexpr std::uint32_t token_reach = 400;   // tokens, likewise, so that long blocks cost no more than short ones
constexpr std::size_t most_candidates = 64;  // entities looked at for one nominal source
constexpr EntityId nobody = 0xFFFFFFFF;

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& words, std::string_view lower) {
  return std::find(words.begin(), words.end(), lower) != words.end();
}

/// Does `text` hold `word` (lower case) as a whole word, whatever its case?
bool has_word(std::string_view text, std::string_view word) {
  if (word.empty()) return false;
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  for (std::size_t i = 0; i + word.size() <= text.size(); ++i) {
    if (i > 0 && letter(text[i - 1])) continue;
    std::size_t k = 0;
    while (k < word.size() && lower(text[i + k]) == word[k]) ++k;
    if (k == word.size() && (i + k == text.size() || !letter(text[i + k]))) return true;
  }
  return false;
}

class SpeakerResolver {
 public:
  SpeakerResolver(const Document& document, const std::vector<Relation>& relations, std::vector<Entity>& entities)
      : document_(document),
        relations_(relations),
        entities_(entities),
        index_(entities, document.blocks.size()),
        spoke_(entities.size(), false) {
    for (std::uint32_t e = 0; e < entities.size(); ++e) {
      if (entities[e].type == EntityType::person && entities[e].role) index_words(*entities[e].role, e, roles_);
      if (entities[e].type == EntityType::org || entities[e].type == EntityType::event)
        index_words(entities[e].name, e, bodies_);
    }
    std::sort(roles_.begin(), roles_.end());
    std::sort(bodies_.begin(), bodies_.end());
  }

  std::vector<Quote> run() {
    quotes_.reserve(relations_.size());
    for (std::size_t r = 0; r < relations_.size(); ++r) {
      quotes_.push_back(resolve(r));
      for (const EntityId who : quotes_.back().speakers) spoke_[who] = true;
    }
    fill_from_behind();
    drop_taken_mentions();
    settle_genders();
    for (std::size_t e = 0; e < entities_.size(); ++e)
      std::stable_sort(entities_[e].mentions.begin(), entities_[e].mentions.end(),
                       [](const Mention& a, const Mention& b) {
                         return a.block != b.block ? a.block < b.block : a.tokens.first < b.tokens.first;
                       });

    return std::move(quotes_);
  }

 private:
  Quote resolve(std::size_t r) {
    const Relation& relation = relations_[r];
    const DocumentBlock& block = document_.blocks[relation.block];
    Quote quote;
    quote.kind = relation.kind;
    quote.score = relation.score;
    for (const TokenRange& piece : relation.content) quote.content.push_back({relation.block, block.bytes(piece)});
    if (relation.cue) quote.cue = BlockSpan{relation.block, block.bytes(*relation.cue)};
    if (!relation.source) {
      quote.basis = SpeakerBasis::implicit;
      if (relation.implicit()) quote.speakers = carried_over(r);
      return quote;
    }
    const TokenRange source = *relation.source;
    quote.source = BlockSpan{relation.block, block.bytes(source)};

    const std::uint16_t first_class = block.tokens[source.first].kind == TokenKind::word
                                          ? word_classes_of(LowerCase(block.token(source.first)).view())
                                          : std::uint16_t{0};
    if (source.size() == 1 && (first_class & (subject_pronoun | object_pronoun | determiner | relative)) != 0) {
      quote.basis = SpeakerBasis::pronoun;
      if (LowerCase(block.token(source.first)).view() == "they") {
        quote.speakers = joint_before(r);
        if (!quote.speakers.empty()) return quote;
      }
      const EntityId who = (first_class & relative) != 0 ? antecedent(relation) : pronoun(r);
      if (who != nobody) quote.speakers = {who};
      return quote;
    }
    quote.speakers = named_heads(block, source, index_.in(relation.block, source), entities_);
    if (!quote.speakers.empty()) {
      quote.basis = SpeakerBasis::name;
      return quote;
    }
    quote.basis = SpeakerBasis::nominal;
    const EntityId who = nominal(r);
    if (who != nobody) quote.speakers = {who};
    return quote;
  }

  // --- "who": the name right before it.
  [[nodiscard]] EntityId antecedent(const Relation& relation) const {
    const DocumentBlock& block = document_.blocks[relation.block];
    std::uint32_t end = relation.source->first;
    while (end > 0 && block.token(end - 1) == ",") --end;
    for (const PlacedMention& mention : index_.in(relation.block, {end > 20 ? end - 20 : 0, end}))
      if (mention.named() && mention.tokens.last == end && entities_[mention.entity].type == EntityType::person)
        return mention.entity;
    return nobody;
  }

  // --- "they": "Kaur and Osei", in this sentence or the one before, or who spoke together last.
  [[nodiscard]] std::vector<EntityId> joint_before(std::size_t r) const {
    const Relation& relation = relations_[r];
    const DocumentBlock& block = document_.blocks[relation.block];
    const std::uint32_t token = relation.source->first;
    if (r > 0 && quotes_[r - 1].speakers.size() > 1 && relation.block - relations_[r - 1].block <= 1)
      return quotes_[r - 1].speakers;
    std::size_t s = sentence_of(block, token);
    for (std::size_t back = 0; back < 2 && s < block.sentences.size(); ++back, --s) {
      const PlacedMention* before = nullptr;
      for (const PlacedMention& mention :
           index_.in(relation.block, {block.sentences[s].first, std::min(block.sentences[s].last, token)})) {
        if (!mention.named() || entities_[mention.entity].type != EntityType::person) continue;
        if (before != nullptr && before->tokens.last + 1 == mention.tokens.first &&
            LowerCase(block.token(before->tokens.last)).view() == "and")
          return {before->entity, mention.entity};
        before = &mention;
      }
    }
    return {};
  }

  /// Index of the sentence that holds the token; past the end where none does.
  [[nodiscard]] static std::size_t sentence_of(const DocumentBlock& block, std::uint32_t token) {
    const auto after = std::upper_bound(block.sentences.begin(), block.sentences.end(), token,
                                        [](std::uint32_t t, const TokenRange& s) { return t < s.first; });
    return after == block.sentences.begin() ? block.sentences.size()
                                            : static_cast<std::size_t>(after - block.sentences.begin()) - 1;
  }

  // --- "he", "she", "it", "they"
  EntityId pronoun(std::size_t r) {
    const Relation& relation = relations_[r];
    const DocumentBlock& block = document_.blocks[relation.block];
    const std::uint32_t token = relation.source->first;
    const EntityId clustered = mention_at(relation.block, *relation.source, MentionForm::pronoun);
    const LowerCase word(block.token(token));
    Gender gender = Gender::unknown;
    if (word.view() == "he" || word.view() == "his")
      gender = Gender::male;
    else if (word.view() == "she" || word.view() == "her")
      gender = Gender::female;
    else
      return clustered != nobody ? clustered : word.view() == "it" ? body_before(r) : nobody;
    // What this stage knows (who spoke last, whose words these are) says more than the clusters do.
    const EntityId who = person_before(r, relation.block, token, gender);
    if (who == nobody) return clustered != nobody && can_be(clustered, gender) ? clustered : nobody;
    if (who == clustered) return who;
    if (clustered != nobody) taken_.push_back({clustered, relation.block, token});
    if (who != nobody)
      entities_[who].mentions.push_back({relation.block, *relation.source, MentionForm::pronoun, relation.score});
    return who;
  }

  [[nodiscard]] EntityId mention_at(std::uint32_t block, TokenRange tokens, MentionForm form) const {
    for (const PlacedMention& mention : index_.in(block, tokens))
      if (mention.form == form) return mention.entity;
    return nobody;
  }

  struct Place {
    EntityId entity;
    std::uint32_t block;
    std::uint32_t token;
    friend auto operator<=>(const Place&, const Place&) = default;
  };

  /// Mentions are taken from an entity that they turn out not to mean, all at the end.
  void drop_taken_mentions() {
    std::sort(taken_.begin(), taken_.end());
    for (std::size_t i = 0; i < taken_.size(); ++i) {
      const EntityId entity = taken_[i].entity;
      if (i > 0 && taken_[i - 1].entity == entity) continue;
      std::erase_if(entities_[entity].mentions, [&](const Mention& mention) {
        return mention.form == MentionForm::pronoun &&
               std::binary_search(taken_.begin(), taken_.end(), Place{entity, mention.block, mention.tokens.first});
      });
      if (entities_[entity].gender_by_pronouns) entities_[entity].gender = Gender::unknown;  // told anew below
    }
  }

  /// A pronoun that was found to mean a person is evidence of the gender where there was none.
  void settle_genders() {
    for (Entity& entity : entities_) {
      if (entity.type != EntityType::person || entity.gender != Gender::unknown) continue;
      int female = 0;
      int male = 0;
      for (const Mention& mention : entity.mentions) {
        if (mention.form != MentionForm::pronoun) continue;
        const Gender gender =
            gender_of_pronoun(LowerCase(document_.blocks[mention.block].token(mention.tokens.first)).view());
        female += gender == Gender::female ? 1 : 0;
        male += gender == Gender::male ? 1 : 0;
      }
      if (female == male) continue;
      entity.gender = female > male ? Gender::female : Gender::male;
      entity.likely_gender = entity.gender;
    }
  }

  /// Entities by a word of their role or name.
  struct Entry {
    std::string word;
    EntityId entity;
    // Debian's Emscripten has no operator<=> for strings.
    friend bool operator<(const Entry& a, const Entry& b) {
      return a.word != b.word ? a.word < b.word : a.entity < b.entity;
    }
  };

  static void index_words(std::string_view text, EntityId entity, std::vector<Entry>& entries) {
    std::string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
      const char c = i < text.size() ? text[i] : ' ';
      if (c == ' ' || c == ',' || c == '(' || c == ')' || c == '-' || c == '.') {
        if (!word.empty()) entries.push_back({word, entity});
        word.clear();
      } else {
        word.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
      }
    }
  }

  /// Calls `visit` with the entities that have the word, at most so many, until it returns false.
  template <typename Visit>
  static void with_word(const std::vector<Entry>& entries, std::string_view word, Visit visit) {
    auto at = std::lower_bound(entries.begin(), entries.end(), word,
                               [](const Entry& entry, std::string_view w) { return entry.word.compare(w) < 0; });
    for (std::size_t seen = 0; at != entries.end() && at->word == word && seen < most_candidates; ++at, ++seen)
      if (!visit(at->entity)) return;
  }

  /// "it said" behind a body's own words: that body.
  [[nodiscard]] EntityId body_before(std::size_t r) const {
    if (r == 0 || quotes_[r - 1].speakers.size() != 1 || relations_[r].block - relations_[r - 1].block > 1)
      return nobody;
    const EntityId last = quotes_[r - 1].speakers[0];
    return entities_[last].type == EntityType::org || entities_[last].type == EntityType::gpe ? last : nobody;
  }

  /// Is the token part of what the relation reports? Nobody names himself there, and "he" is not whom he talks about.
  [[nodiscard]] bool in_content(const Relation& relation, std::uint32_t block, std::uint32_t token) const {
    if (relation.block != block) return false;
    for (const TokenRange& piece : relation.content)
      if (piece.contains(token)) return true;
    return false;
  }

  [[nodiscard]] bool can_be(EntityId who, Gender gender) const {
    const Entity& entity = entities_[who];
    if (entity.type != EntityType::person) return false;
    const Gender known = entity.gender != Gender::unknown ? entity.gender : entity.likely_gender;
    return known == Gender::unknown || known == gender;
  }

  /// "As for Kaur, | she", "For Kaur, | she": whom the sentence names first of all.
  [[nodiscard]] EntityId topic_of_sentence(std::uint32_t b, std::uint32_t token, Gender gender) const {
    const DocumentBlock& block = document_.blocks[b];
    const std::size_t sentence = sentence_of(block, token);
    if (sentence == block.sentences.size()) return nobody;
    std::uint32_t first = block.sentences[sentence].first;
    if (LowerCase(block.token(first)).view() == "as") ++first;
    if (first >= token || LowerCase(block.token(first)).view() != "for") return nobody;
    for (const PlacedMention& mention : index_.in(b, {first + 1, token}))
      if (mention.named() && mention.tokens.first <= first + 3 && mention.tokens.last < token &&
          block.token(mention.tokens.last) == "," && can_be(mention.entity, gender))
        return mention.entity;
    return nobody;
  }

  /// The nearest person before a token who can be meant: one who opens a sentence or spoke last comes before one who
  /// is merely named.
  [[nodiscard]] EntityId person_before(std::size_t r, std::uint32_t block, std::uint32_t token, Gender gender) const {
    if (const EntityId topic = topic_of_sentence(block, token, gender); topic != nobody) return topic;
    // Who spoke last in this block or the one before.
    if (r > 0) {
      const Quote& last = quotes_[r - 1];
      const std::uint32_t last_block = relations_[r - 1].block;
      // "the pilot said ...; he added ...": whoever it was that could not be told, "he" is the same.
      if (last.speakers.empty() && last.basis == SpeakerBasis::nominal && block - last_block <= 1 &&
          !noun_head(document_.blocks[last_block], *relations_[r - 1].source).plural)
        return nobody;
      if (last.speakers.size() == 1 && can_be(last.speakers[0], gender) && block - last_block <= 1 &&
          !subject_between(r, block, token, last.speakers[0], gender))
        return last.speakers[0];
    }
    for (std::uint32_t back = 0; back <= pronoun_reach && back <= block; ++back) {
      const std::uint32_t b = block - back;
      if (!is_body(b)) continue;
      EntityId subject = nobody;
      EntityId other = nobody;
      const std::uint32_t last = back == 0 ? token : static_cast<std::uint32_t>(document_.blocks[b].tokens.size());
      for (const PlacedMention& mention : index_.in(b, {last > token_reach ? last - token_reach : 0, last})) {
        if (!mention.named() || !can_be(mention.entity, gender)) continue;
        if (in_content(relations_[r], b, mention.tokens.first)) continue;
        if (opens_sentence(b, mention.tokens.first))
          subject = mention.entity;
        else
          other = other == nobody || other == mention.entity ? mention.entity : nobody - 1;
      }
      if (subject != nobody) return subject;
      if (other != nobody) return other == nobody - 1 ? nobody : other;
    }
    return nobody;
  }

  /// Is another person, who fits too, the subject of a sentence between two places?
  [[nodiscard]] bool subject_between(std::size_t r, std::uint32_t block, std::uint32_t token, EntityId who,
                                     Gender gender) const {
    const std::uint32_t from_block = relations_[r - 1].block;
    const std::uint32_t from = relations_[r - 1].content.back().last;
    // "..., he said": what stands before him in his sentence is what he says, and who has not spoken yet hardly does so
    // behind words of his own.
    const bool behind = !relations_[r].content.empty() && relations_[r].content.front().first < token;
    const std::size_t sentence = sentence_of(document_.blocks[block], token);
    const std::uint32_t own = behind && sentence < document_.blocks[block].sentences.size()
                                  ? document_.blocks[block].sentences[sentence].first
                                  : token;
    for (std::uint32_t b = from_block; b <= block; ++b) {
      const std::uint32_t first = b == from_block ? from : 0;
      const std::uint32_t last = b == block ? own : static_cast<std::uint32_t>(document_.blocks[b].tokens.size());
      if (first >= last) continue;
      if (last - first > token_reach) return true;  // too far to know
      for (const PlacedMention& mention : index_.in(b, {first, last})) {
        if (mention.named() && mention.entity != who && can_be(mention.entity, gender) &&
            (!behind || spoke_[mention.entity]) && !in_content(relations_[r], b, mention.tokens.first) &&
            opens_sentence(b, mention.tokens.first))
          return true;
      }
    }
    return false;
  }

  /// Does a sentence begin at or a few words before the token ("Prime Minister X", "On Monday, X")?
  [[nodiscard]] bool opens_sentence(std::uint32_t b, std::uint32_t token) const {
    const DocumentBlock& block = document_.blocks[b];
    const std::size_t sentence = sentence_of(block, token);
    if (sentence == block.sentences.size()) return true;
    const std::uint32_t first = block.sentences[sentence].first;
    if (token - first > 12) return false;
    for (std::uint32_t i = token; i > first; --i) {
      if (block.token(i - 1) == ",") return true;
      const LowerCase lower(block.token(i - 1));
      if ((word_classes_of(lower.view()) & preposition) != 0) return false;
      if (cue_form_of(lower.view()).verb != nullptr && i - 1 > first) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_body(std::uint32_t b) const {
    const BlockKind kind = document_.blocks[b].kind;
    return kind == BlockKind::paragraph || kind == BlockKind::quotation || kind == BlockKind::list_item ||
           kind == BlockKind::standfirst;
  }

  // --- "the minister", "the commission"
  EntityId nominal(std::size_t r) {
    const Relation& relation = relations_[r];
    const DocumentBlock& block = document_.blocks[relation.block];
    const NounHead head = noun_head(block, *relation.source);
    if (!head.found || !head.definite) return nobody;
    const LowerCase noun(block.token(head.noun));
    if (noun.view().empty() || (head.plural && !holds(any_body_nouns, noun.view()))) return nobody;
    if (noun.view() == "spokesman" || noun.view() == "spokeswoman" || noun.view() == "spokesperson") return nobody;
    const std::uint32_t end = head.noun + 1;

    EntityId found = nobody;
    bool several = false;
    const auto consider = [&](EntityId who) {
      if (found == nobody)
        found = who;
      else if (found != who)
        several = true;
    };
    const bool leads = holds(leader_nouns, noun.view());
    const auto visit_role = [&](EntityId who) {
      if (fits_modifiers(relation.block, head, *entities_[who].role) || stand_before_name(relation.block, head, who))
        consider(who);
      return !several;
    };
    with_word(roles_, noun.view(), visit_role);
    if (leads)
      for (const std::string_view other : leader_nouns)
        if (other != noun.view() && !several) with_word(roles_, other, visit_role);
    if (found == nobody)
      with_word(bodies_, noun.view(), [&](EntityId body) {
        const std::string& name = entities_[body].name;
        if (names_body(name, noun.view()) && fits_modifiers(relation.block, head, name)) consider(body);
        return !several;
      });
    if (several) {
      // Several could be meant: the one who spoke last, if among them.
      EntityId last = nobody;
      if (r > 0 && quotes_[r - 1].speakers.size() == 1 && relation.block - relations_[r - 1].block <= 1)
        last = quotes_[r - 1].speakers[0];
      found = nobody;
      if (last != nobody && entities_[last].type == EntityType::person && entities_[last].role &&
          has_word(*entities_[last].role, noun.view()) && fits_modifiers(relation.block, head, *entities_[last].role))
        found = last;
    }
    if (found == nobody && !several && head.modifiers.empty() && head.complement.empty()) {
      if (holds(any_body_nouns, noun.view()))
        found = body_in_mind(r, noun.view());
      else if (holds(paper_nouns, noun.view()))
        return issuer(r, noun.view());
    }
    if (found == nobody || !named_before(found, relation.block, relation.source->first)) return nobody;
    if (mention_at(relation.block, *relation.source, MentionForm::nominal) != nobody) return found;
    entities_[found].mentions.push_back(
        {relation.block, {relation.source->first, end}, MentionForm::nominal, relation.score});
    return found;
  }

  /// "the company": the body that spoke last, or the one that the sentences just before are about.
  [[nodiscard]] EntityId body_in_mind(std::size_t r, std::string_view noun) const {
    const Relation& relation = relations_[r];
    const auto fits = [&](EntityId who) {
      const Entity& entity = entities_[who];
      if (entity.type != EntityType::org) return false;
      if (holds(vague_body_nouns, noun)) return true;
      return std::none_of(body_nouns.begin(), body_nouns.end(),
                          [&](std::string_view other) { return other != noun && has_word(entity.name, other); });
    };
    for (std::size_t back = 1; back <= r && back <= 3; ++back) {
      if (relation.block - relations_[r - back].block > 2) break;
      const std::vector<EntityId>& speakers = quotes_[r - back].speakers;
      if (speakers.size() == 1 && fits(speakers[0])) return speakers[0];
    }
    for (std::uint32_t back = 0; back <= 1 && back <= relation.block; ++back) {
      const std::uint32_t b = relation.block - back;
      const std::uint32_t last =
          back == 0 ? relation.source->first : static_cast<std::uint32_t>(document_.blocks[b].tokens.size());
      EntityId found = nobody;
      for (const PlacedMention& mention : index_.in(b, {last > token_reach ? last - token_reach : 0, last})) {
        if (!mention.named() || !fits(mention.entity) || in_content(relation, b, mention.tokens.first)) continue;
        if (found != nobody && found != mention.entity) return nobody;
        found = mention.entity;
      }
      if (found != nobody) return found;
    }
    return nobody;
  }

  /// "the statement": who issued it, as the sentence says that tells of it first: "Kabar said this in a statement".
  [[nodiscard]] EntityId issuer(std::size_t r, std::string_view noun) const {
    constexpr std::uint32_t reach = 6;  // blocks
    const Relation& relation = relations_[r];
    for (std::uint32_t back = 0; back <= reach && back <= relation.block; ++back) {
      const std::uint32_t b = relation.block - back;
      const DocumentBlock& block = document_.blocks[b];
      const std::uint32_t last = back == 0 ? relation.source->first : static_cast<std::uint32_t>(block.tokens.size());
      for (std::uint32_t t = last; t-- > 1;) {
        if (last - t > token_reach) break;
        if (LowerCase(block.token(t)).view() != noun || LowerCase(block.token(t - 1)).view() == "the") continue;
        const std::size_t sentence = sentence_of(block, t);
        if (sentence == block.sentences.size()) continue;
        for (const PlacedMention& mention : index_.in(b, {block.sentences[sentence].first, t}))
          if (mention.named() && (entities_[mention.entity].type == EntityType::org ||
                                  entities_[mention.entity].type == EntityType::person))
            return mention.entity;
      }
    }
    return nobody;
  }

  /// Every modifier ("prime", "PTI", "Kabar's") must be in the role or name, else another minister is meant.
  [[nodiscard]] bool fits_modifiers(std::uint32_t b, const NounHead& head, std::string_view role) const {
    const DocumentBlock& block = document_.blocks[b];
    for (std::uint32_t i = head.modifiers.first; i < head.modifiers.last; ++i) {
      if (block.tokens[i].kind != TokenKind::word) continue;
      if (has_word(role, LowerCase(block.token(i)).view())) continue;
      // "the CDP president": by another of the body's names.
      bool known = false;
      for (const PlacedMention& mention : index_.in(b, {i, i + 1})) {
        if (!mention.named()) continue;
        known = role.find(entities_[mention.entity].name) != std::string_view::npos;
        for (const std::string& alias : entities_[mention.entity].aliases)
          known = known || role.find(alias) != std::string_view::npos;
      }
      if (!known) return false;
    }
    return true;
  }

  /// "the PTI chairman", of whom it said "PTI Chairman Ann Li": the modifiers stand right before one of the names.
  [[nodiscard]] bool stand_before_name(std::uint32_t b, const NounHead& head, EntityId who) const {
    constexpr std::uint32_t reach = 8;
    constexpr std::size_t names = 4;
    std::size_t seen = 0;
    for (const Mention& mention : entities_[who].mentions) {
      if (mention.form != MentionForm::name) continue;
      if (++seen > names) break;
      const DocumentBlock& at = document_.blocks[mention.block];
      bool all = head.modifiers.first < head.modifiers.last;
      for (std::uint32_t i = head.modifiers.first; all && i < head.modifiers.last; ++i) {
        const std::string_view modifier = document_.blocks[b].token(i);
        bool found = false;
        for (std::uint32_t k = mention.tokens.first; k-- > 0 && mention.tokens.first - k <= reach && !found;)
          found = at.token(k) == modifier;
        all = found;
      }
      if (all) return true;
    }
    return false;
  }

  /// Does the noun name this body: one of the nouns that stand for a body, or the last word of its name?
  [[nodiscard]] static bool names_body(std::string_view name, std::string_view noun) {
    if (!has_word(name, noun)) return false;
    const std::size_t space = name.rfind(' ');
    return holds(body_nouns, noun) || (space != std::string_view::npos && has_word(name.substr(space + 1), noun));
  }

  [[nodiscard]] bool named_before(EntityId who, std::uint32_t block, std::uint32_t token) const {
    if (document_.blocks[block].kind == BlockKind::headline) return true;  // it runs ahead of the article
    for (const Mention& mention : entities_[who].mentions)
      if (mention.form == MentionForm::name || mention.form == MentionForm::acronym)
        return mention.block < block || (mention.block == block && mention.tokens.first < token) ||
               mention.block <= block + 1;
    return false;
  }

  // --- A quotation without a cue goes on with the speaker before.
  [[nodiscard]] std::vector<EntityId> carried_over(std::size_t r) const {
    if (r == 0) return {};
    const Relation& relation = relations_[r];
    const Relation& last = relations_[r - 1];
    const Quote& quote = quotes_[r - 1];
    if (quote.speakers.empty()) return {};
    std::uint32_t block = last.block + 1;
    while (block < relation.block && !is_body(block)) ++block;  // a caption or subheading in between
    if (last.block != relation.block && block != relation.block) return {};
    if (last.block != relation.block && !is_body(last.block)) return {};
    // People do not name themselves.
    for (const TokenRange& piece : relation.content)
      for (const PlacedMention& mention : index_.in(relation.block, piece))
        if (mention.named() && mention.entity == quote.speakers[0]) return {};
    return {quote.speakers[0]};
  }

  /// A quotation that runs on into the next paragraph, where the cue stands, has that cue's speaker.
  void fill_from_behind() {
    for (std::size_t r = relations_.size(); r-- > 1;) {
      const Relation& relation = relations_[r];
      Quote& before = quotes_[r - 1];
      if (!relations_[r - 1].implicit() || !before.speakers.empty() || quotes_[r].speakers.empty()) continue;
      if (relation.block == relations_[r - 1].block + 1 && relation.continues)
        before.speakers = {quotes_[r].speakers[0]};
    }
  }

  const Document& document_;
  const std::vector<Relation>& relations_;
  std::vector<Entity>& entities_;
  MentionIndex index_;
  std::vector<Entry> roles_;
  std::vector<Entry> bodies_;
  std::vector<Place> taken_;
  std::vector<bool> spoke_;  // whether an entity has spoken yet
  std::vector<Quote> quotes_;
};

}  // namespace

std::vector<Quote> find_speakers(const Document& document, const std::vector<Relation>& relations,
                                 std::vector<Entity>& entities) {
  return SpeakerResolver(document, relations, entities).run();
}

}  // namespace newsgloss

#include "quotes/speakers.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "quotes/mention_index.h"
#include "quotes/source_head.h"
#include "quotes/speaker_words_table.h"
#include "tagger/clause_words.h"

namespace newsgloss {
namespace {

constexpr std::uint32_t pronoun_reach = 3;  // blocks back to the person a pronoun may mean
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
      : document_(document), relations_(relations), entities_(entities), index_(entities, document.blocks.size()) {
    for (std::uint32_t e = 0; e < entities.size(); ++e) {
      if (entities[e].type == EntityType::person && entities[e].role) with_role_.push_back(e);
      if (entities[e].type == EntityType::org) bodies_.push_back(e);
    }
  }

  std::vector<Quote> run() {
    quotes_.reserve(relations_.size());
    for (std::size_t r = 0; r < relations_.size(); ++r) quotes_.push_back(resolve(r));
    fill_from_behind();
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

  // --- "he", "she", "it", "they"
  EntityId pronoun(std::size_t r) {
    const Relation& relation = relations_[r];
    const DocumentBlock& block = document_.blocks[relation.block];
    const std::uint32_t token = relation.source->first;
    for (const PlacedMention& mention : index_.in(relation.block, *relation.source))
      if (mention.form == MentionForm::pronoun) return mention.entity;
    const LowerCase word(block.token(token));
    Gender gender = Gender::unknown;
    if (word.view() == "he" || word.view() == "his")
      gender = Gender::male;
    else if (word.view() == "she" || word.view() == "her")
      gender = Gender::female;
    else
      return nobody;
    const EntityId who = person_before(r, relation.block, token, gender);
    if (who != nobody)
      entities_[who].mentions.push_back({relation.block, *relation.source, MentionForm::pronoun, relation.score});
    return who;
  }

  [[nodiscard]] bool can_be(EntityId who, Gender gender) const {
    const Entity& entity = entities_[who];
    if (entity.type != EntityType::person) return false;
    const Gender known = entity.gender != Gender::unknown ? entity.gender : entity.likely_gender;
    return known == Gender::unknown || known == gender;
  }

  /// The nearest person before a token who can be meant: one who opens a sentence or spoke last comes before one who
  /// is merely named.
  [[nodiscard]] EntityId person_before(std::size_t r, std::uint32_t block, std::uint32_t token, Gender gender) const {
    // Who spoke last in this block or the one before.
    if (r > 0) {
      const Quote& last = quotes_[r - 1];
      const std::uint32_t last_block = relations_[r - 1].block;
      if (last.speakers.size() == 1 && can_be(last.speakers[0], gender) && block - last_block <= 1 &&
          !subject_between(last_block, relations_[r - 1].content.back().last, block, token, last.speakers[0], gender))
        return last.speakers[0];
    }
    for (std::uint32_t back = 0; back <= pronoun_reach && back <= block; ++back) {
      const std::uint32_t b = block - back;
      if (!is_body(b)) continue;
      EntityId subject = nobody;
      EntityId other = nobody;
      for (const PlacedMention& mention : index_.in_block(b)) {
        if (back == 0 && mention.tokens.first >= token) break;
        if (!mention.named() || !can_be(mention.entity, gender)) continue;
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
  [[nodiscard]] bool subject_between(std::uint32_t from_block, std::uint32_t from, std::uint32_t block,
                                     std::uint32_t token, EntityId who, Gender gender) const {
    for (std::uint32_t b = from_block; b <= block; ++b)
      for (const PlacedMention& mention : index_.in_block(b)) {
        if (b == from_block && mention.tokens.first < from) continue;
        if (b == block && mention.tokens.first >= token) break;
        if (mention.named() && mention.entity != who && can_be(mention.entity, gender) &&
            opens_sentence(b, mention.tokens.first))
          return true;
      }
    return false;
  }

  /// Does a sentence begin at or a few words before the token ("Prime Minister X", "On Monday, X")?
  [[nodiscard]] bool opens_sentence(std::uint32_t b, std::uint32_t token) const {
    const DocumentBlock& block = document_.blocks[b];
    const auto sentence = std::upper_bound(block.sentences.begin(), block.sentences.end(), token,
                                           [](std::uint32_t t, const TokenRange& s) { return t < s.first; });
    if (sentence == block.sentences.begin()) return true;
    const std::uint32_t first = (sentence - 1)->first;
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
    for (const PlacedMention& mention : index_.in(relation.block, *relation.source))
      if (mention.form == MentionForm::nominal && mention.tokens.first <= relation.source->first + 1)
        return mention.entity;
    const NounHead head = noun_head(block, *relation.source);
    if (!head.found || !head.definite || head.plural) return nobody;
    const LowerCase noun(block.token(head.noun));
    if (noun.view().empty()) return nobody;
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
    for (const EntityId who : with_role_) {
      const Entity& entity = entities_[who];
      const std::string_view role = *entity.role;
      bool fits = has_word(role, noun.view());
      if (!fits && leads)
        for (const std::string_view other : leader_nouns) fits |= has_word(role, other);
      if (fits && fits_modifiers(block, head, role)) consider(who);
    }
    if (found == nobody && holds(body_nouns, noun.view()))
      for (const EntityId body : bodies_)
        if (has_word(entities_[body].name, noun.view()) && fits_modifiers(block, head, entities_[body].name))
          consider(body);
    if (several) {
      // Several could be meant: the one who spoke last, if among them.
      EntityId last = nobody;
      if (r > 0 && quotes_[r - 1].speakers.size() == 1 && relation.block - relations_[r - 1].block <= 1)
        last = quotes_[r - 1].speakers[0];
      found = nobody;
      if (last != nobody && entities_[last].type == EntityType::person && entities_[last].role &&
          has_word(*entities_[last].role, noun.view()) && fits_modifiers(block, head, *entities_[last].role))
        found = last;
    }
    if (found == nobody || !named_before(found, relation.block, relation.source->first)) return nobody;
    entities_[found].mentions.push_back(
        {relation.block, {relation.source->first, end}, MentionForm::nominal, relation.score});
    return found;
  }

  /// Every modifier ("prime", "PTI", "Kabar's") must be in the role or name, else another minister is meant.
  [[nodiscard]] static bool fits_modifiers(const DocumentBlock& block, const NounHead& head, std::string_view role) {
    for (std::uint32_t i = head.modifiers.first; i < head.modifiers.last; ++i) {
      if (block.tokens[i].kind != TokenKind::word) continue;
      if (!has_word(role, LowerCase(block.token(i)).view())) return false;
    }
    return true;
  }

  [[nodiscard]] bool named_before(EntityId who, std::uint32_t block, std::uint32_t token) const {
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
  std::vector<EntityId> with_role_;
  std::vector<EntityId> bodies_;
  std::vector<Quote> quotes_;
};

}  // namespace

std::vector<Quote> find_speakers(const Document& document, const std::vector<Relation>& relations,
                                 std::vector<Entity>& entities) {
  return SpeakerResolver(document, relations, entities).run();
}

}  // namespace newsgloss

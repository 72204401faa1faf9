#include "entities/roles.h"

#include <algorithm>
#include <string>

#include "tagger/clause_words.h"
#include "tagger/lexica/fold.h"
#include "tagger/lexica/words.h"

namespace newsgloss {
namespace {

constexpr std::uint32_t longest_role = 40;  // tokens
constexpr std::uint32_t no_entity = 0xFFFFFFFF;

class RoleReader {
 public:
  RoleReader(const Vocabulary& vocabulary, std::vector<Entity>& entities)
      : vocabulary_(vocabulary), document_(vocabulary.document()), entities_(entities) {
    owners_.resize(document_.blocks.size());
    for (std::size_t b = 0; b < owners_.size(); ++b) owners_[b].assign(document_.blocks[b].tokens.size(), no_entity);
    for (std::uint32_t e = 0; e < entities.size(); ++e)
      for (const Mention& m : entities[e].mentions)
        for (std::uint32_t t = m.tokens.first; t < m.tokens.last; ++t) owners_[m.block][t] = e;
  }

  void run() {
    for (Entity& entity : entities_) {
      if (entity.type != EntityType::person) continue;
      read_gender(entity);
      read_role(entity);
    }
  }

 private:
  // Where the role of one mention stands; empty when it has none.
  struct Found {
    TokenRange tokens;
    int rank = 0;  // how much it says: a pre-name title less than an apposition
  };

  [[nodiscard]] const Word& word(std::uint32_t t) const { return vocabulary_.word(block_, t); }
  [[nodiscard]] const std::string& text(std::uint32_t t) const { return vocabulary_.word(block_, t).text; }
  [[nodiscard]] Shape shape(std::uint32_t t) const { return vocabulary_.shape(block_, t); }
  [[nodiscard]] const Token& token(std::uint32_t t) const { return document_.blocks[block_].tokens[t]; }
  [[nodiscard]] std::uint32_t owner(std::uint32_t t) const { return owners_[block_][t]; }
  [[nodiscard]] bool is_person(std::uint32_t t) const {
    return owner(t) != no_entity && entities_[owner(t)].type == EntityType::person;
  }
  [[nodiscard]] bool is_word(std::uint32_t t) const { return token(t).kind == TokenKind::word; }

  void enter(const Mention& m) {
    block_ = m.block;
    begin_ = 0;
    end_ = static_cast<std::uint32_t>(document_.blocks[m.block].tokens.size());
    for (const TokenRange& s : document_.blocks[m.block].sentences)
      if (s.contains(m.tokens.first)) {
        begin_ = s.first;
        end_ = std::max(s.last, m.tokens.last);
      }
  }

  void read_gender(Entity& entity) {
    bool female = false;
    bool male = false;
    for (const Mention& m : entity.mentions) {
      enter(m);
      for (std::uint32_t t = m.tokens.first, steps = 0; t > begin_ && steps < 4; ++steps) {
        const Word& w = word(--t);
        if (owner(t) != no_entity || !(w.is(word::honorific | word::role | word::role_modifier))) break;
        female = female || w.is(word::female);
        male = male || w.is(word::male);
      }
    }
    if (female != male) entity.gender = female ? Gender::female : Gender::male;
    entity.likely_gender = entity.gender;
    if (entity.gender != Gender::unknown) return;
    for (const Mention& m : entity.mentions) {
      if (m.tokens.size() < 2) continue;
      // Given names stand first, or last behind a family name.
      const Word& first = vocabulary_.word(m.block, m.tokens.first);
      const Word& last = vocabulary_.word(m.block, m.tokens.last - 1);
      if (first.size_at_most(2)) continue;  // Ti, Wu, Jo: a name of any kind
      if (first.is(word::given_female)) entity.likely_gender = Gender::female;
      if (first.is(word::given_male)) entity.likely_gender = Gender::male;
      if (!first.is(word::given_name) && !first.is(word::surname)) continue;
      if (!first.is(word::given_name) && last.is(word::given_female)) entity.likely_gender = Gender::female;
      if (!first.is(word::given_name) && last.is(word::given_male)) entity.likely_gender = Gender::male;
      if (entity.likely_gender != Gender::unknown) return;
    }
  }

  void read_role(Entity& entity) {
    Found best;
    std::uint32_t best_block = 0;
    std::size_t tried = 0;
    for (const Mention& m : entity.mentions) {
      if (++tried > 12) break;  // roles are given early
      enter(m);
      if (best.rank >= 3) break;
      for (const Found found :
           {before_name(m.tokens), after_name(m.tokens), before_comma(m.tokens), predicate(m.tokens)}) {
        if (found.tokens.empty() || found.rank <= best.rank) continue;
        // "an artist's impression of Rehua": the name is what the phrase is about, nobody's role.
        if (document_.blocks[block_].token(found.tokens.last - 1) == "of") continue;
        best = found;
        best_block = block_;
      }
    }
    if (best.tokens.empty()) return;
    const DocumentBlock& b = document_.blocks[best_block];
    // "Mao criticised former vice president Gilbert Bukenya": the verb is another's.
    while (best.tokens.size() > 1) {
      const std::string_view first = b.token(best.tokens.first);
      if (first.empty() || first.front() < 'a' || first.front() > 'z') break;
      const CueForm cue = cue_form_of(LowerCase(first).view());
      if (cue.verb == nullptr || cue.form == VerbForm::base) break;
      ++best.tokens.first;
    }
    entity.role = std::string(b.words(best.tokens));
    block_ = best_block;
    // The role's head says the gender too: spokeswoman, vice-chairwoman.
    bool female = false;
    bool male = false;
    for (std::uint32_t t = best.tokens.first; t < best.tokens.last; ++t) {
      if (text(t) == "of" || text(t) == "for" || text(t) == "to") break;
      female = female || word(t).is(word::female);
      male = male || word(t).is(word::male);
    }
    if (entity.gender == Gender::unknown && female != male) {
      entity.gender = female ? Gender::female : Gender::male;
      entity.likely_gender = entity.gender;
    }
  }

  [[nodiscard]] bool determiner(std::uint32_t t) const {
    const std::string& w = text(t);
    return w == "the" || w == "a" || w == "an" || w == "its" || w == "his" || w == "their" || w == "her" || w == "our";
  }

  /// "including | Vice-President Rui Sá", "The BBC cited | Crown Prince ...": what stands before a role and is none of
  /// it.
  [[nodiscard]] static bool leads_in(std::string_view lower) {
    const CueForm cue = cue_form_of(lower);
    return word_classes_of(lower) != 0 || (cue.verb != nullptr && cue.form != VerbForm::base);
  }

  // "Kyrgyz | Deputy Prime Minister | Bakyt Torobayev", "former Liverpool chairman Martin Broughton"
  Found before_name(TokenRange name) {
    // Honorifics between office and name: "Prime Minister Dr Ana Sosa".
    std::uint32_t last = name.first;
    while (last > begin_ && word(last - 1).is(word::honorific) && !word(last - 1).is(word::role) &&
           owner(last - 1) == no_entity)
      --last;
    std::uint32_t first = last;
    bool has_role = false;
    std::uint32_t ordinary = 0;
    while (first > begin_ && last - first < 14) {
      const std::uint32_t t = first - 1;
      const Word& w = word(t);
      // "Election Commissioner (CEC) Ali Raza", "People's Party (PPP) chairman"
      if (text(t) == ")" && (owner(t) == no_entity)) {
        std::uint32_t open = t;
        while (open > begin_ && t - open < 5 && text(open) != "(") --open;
        if (text(open) != "(" || open == begin_) break;
        if (!has_role && !word(open - 1).is(word::role)) break;
        first = open;
        continue;
      }
      if (owner(t) != no_entity) {  // the place or organisation: UNHCR spokesman
        if (!has_role || is_person(t)) break;
        const std::uint32_t e = owner(t);
        std::uint32_t from = t;
        while (from > begin_ && owner(from - 1) == e) --from;
        // A demonym stays outside, but for "former South African president".
        if (entities_[e].type == EntityType::norp &&
            (from == begin_ || !word(from - 1).is(word::role_modifier) || shape(from - 1) != Shape::lower))
          break;
        first = from;
        continue;
      }
      if (token(t).kind == TokenKind::dash && !token(t).space_before && first < last) {  // vice-president
        if (t == begin_ || !is_word(t - 1)) break;
        first = t - 1;
        continue;
      }
      if (token(t).kind == TokenKind::possessive && has_role) {  // the country's president
        break;
      }
      if (!is_word(t)) break;
      if (w.is(word::role)) {
        has_role = true;
        first = t;
        continue;
      }
      if (!has_role) break;
      if (w.is(word::role_modifier) && !(w.text == "first" && shape(t) == Shape::lower && t > begin_)) {
        first = t;
        continue;
      }
      if (w.text == "and" && t > begin_ && (word(t - 1).is(word::role | word::role_modifier)) &&
          shape(t - 1) == Shape::capital) {
        first = t;
        continue;
      }
      if (w.is(word::function | word::speech_verb | word::calendar) || shape(t) == Shape::other) break;
      if (shape(t) == Shape::lower && leads_in(w.text)) break;
      // "Xinhua quoted | Foreign Minister ...": whoever stands before it does it.
      if (shape(t) == Shape::lower && w.text.ends_with("ed") && t > begin_ && owner(t - 1) != no_entity) break;
      if (++ordinary > 3) break;
      if (shape(t) == Shape::lower || shape(t) == Shape::capital) {
        // Ordinary words belong to the role only when a determiner, a place or the sentence's start comes before.
        std::uint32_t p = t;
        while (p > begin_ && t - p < 4 && owner(p - 1) == no_entity && is_word(p - 1) && !determiner(p - 1) &&
               !word(p - 1).is(word::function | word::speech_verb))
          --p;
        const bool anchored = p == begin_ || token(t).span.size() > 9 ||
                              (t > begin_ && token(t - 1).kind == TokenKind::dash && !token(t - 1).space_before) ||
                              owner(p - 1) != no_entity || determiner(p - 1) || text(p - 1) == "," ||
                              token(p - 1).kind == TokenKind::possessive;
        if (!anchored && shape(t) == Shape::lower) break;
        if (w.text.ends_with("ed") && !anchored) break;
        first = t;
        continue;
      }
      break;
    }
    while (first < last && (determiner(first) || text(first) == "and" || token(first).kind == TokenKind::dash)) ++first;
    if (!has_role || first >= last) return {};
    // "Captain" and the like alone say less than "chairman of the board".
    return {{first, last}, 3};
  }

  // The end of the noun phrase that starts at `t`, its head a role noun; `t` when it is none.
  std::uint32_t phrase_end(std::uint32_t t, bool& headed) const {
    headed = false;
    std::uint32_t last = t;
    const std::uint32_t limit = std::min(end_, t + longest_role);
    bool complement = false;
    while (last < limit) {
      const Word& w = word(last);
      const TokenKind kind = token(last).kind;
      // Before the head only what can modify it.
      if (!headed && owner(last) == no_entity && shape(last) != Shape::all_caps &&
          w.is(word::function | word::speech_verb) && !w.is(word::role_modifier | word::role) && w.text != "and" &&
          w.text != "one" && w.text != "of" && w.text != "the")
        break;
      if (owner(last) != no_entity) {
        if (is_person(last) && !complement) break;
        ++last;
        continue;
      }
      if (kind == TokenKind::open_quote || kind == TokenKind::close_quote) break;
      if (kind == TokenKind::dash && token(last).space_before) break;
      if (kind == TokenKind::punctuation) {
        if (w.text == "(") {
          std::uint32_t close = last;
          while (close < limit && text(close) != ")") ++close;
          if (close >= limit) break;
          last = close + 1;
          continue;
        }
        if (w.text == "/" || w.text == "&" || w.text == ".") {
          if (w.text == ".") break;
          ++last;
          continue;
        }
        if (w.text != ",") break;
        if (!goes_on(last, headed)) break;
        ++last;
        continue;
      }
      if (w.text == "who" || w.text == "which" || w.text == "whose" || w.text == "that" || w.text == "whom") break;
      if (w.is(word::speech_verb) && headed && shape(last) == Shape::lower && !(last > t && determiner(last - 1)))
        break;
      if (headed && (w.text == "is" || w.text == "was" || w.text == "has" || w.text == "had" || w.text == "will" ||
                     w.text == "would" || w.text == "have" || w.text == "are" || w.text == "were" ||
                     w.text == "could" || w.text == "as" || w.text == "but" || w.text == "while"))
        break;
      if (!complement && w.is(word::role)) headed = true;
      if (w.text == "from" && headed) break;
      if (w.text == "of" || w.text == "for" || w.text == "at" || w.text == "in" || w.text == "with" || w.text == "to") {
        if (!headed && !(last > t && text(last - 1) == "one")) break;
        complement = headed;
      }
      ++last;
    }
    return last;
  }

  // After the comma at `t`: does the same apposition go on ("…, apostolic administrator of …", "relations,
  // communications and brand manager")?
  [[nodiscard]] bool goes_on(std::uint32_t t, bool headed) const {
    std::uint32_t words = 0;
    for (std::uint32_t p = t + 1; p < end_ && words < 8; ++p, ++words) {
      if (!is_word(p)) {
        if (token(p).kind == TokenKind::dash || (text(p) == "," && !headed)) continue;
        return false;
      }
      const Word& w = word(p);
      if (w.text == "and" && p == t + 1) continue;
      if (w.is(word::speech_verb) && shape(p) == Shape::lower) return false;
      if (is_person(p)) return false;
      if (w.is(word::role) && (shape(p) == Shape::lower || headed == false)) return !(headed && determiner(t + 1));
      if (headed && (w.is(word::function) || words > 3)) return false;
    }
    return false;
  }

  // "youth harvester": a short phrase in small letters whose last word is an agent noun by its ending.
  [[nodiscard]] bool unknown_role(std::uint32_t first, std::uint32_t last) const {
    if (last == first || last - first > 3 || last >= end_) return false;
    if (text(last) != "," && text(last) != "." && text(last) != "of" && text(last) != "at" && text(last) != "from")
      return false;
    for (std::uint32_t t = first; t < last; ++t)
      if (shape(t) != Shape::lower || !is_word(t)) return false;
    const std::string& w = text(last - 1);
    if (w.size() < 6) return false;
    for (const std::string_view ending : {"er", "or", "ist", "ian", "man", "woman", "eer"})
      if (w.ends_with(ending)) return true;
    return false;
  }

  // "Shen Yueyue, vice-chairwoman of …, said"; "…, who heads the agency, …"; "(55), the mayor"
  Found after_name(TokenRange name) {
    std::uint32_t t = name.last;
    // "Jo Ruiz co-owner of the club": the comma forgotten.
    if (t + 1 < end_ && word(t).is(word::role) && shape(t) == Shape::lower && owner(t) == no_entity &&
        text(t + 1) == "of") {
      bool headed = false;
      const std::uint32_t last = phrase_end(t, headed);
      if (headed) return {{t, trimmed(t, last)}, 3};
    }
    if (t < end_ && text(t) == "(") {
      std::uint32_t close = t;
      while (close < end_ && close < t + 8 && text(close) != ")") ++close;
      t = close + 1;
    }
    if (t >= end_ || text(t) != ",") return {};
    ++t;
    // An age: "Rosa Lima, 54, the mayor"
    if (t + 1 < end_ && token(t).kind == TokenKind::number && text(t + 1) == ",") t += 2;
    if (t < end_ && text(t) == "who") {
      if (t + 1 < end_ &&
          (text(t + 1) == "heads" || text(t + 1) == "leads" || text(t + 1) == "chairs" || text(t + 1) == "runs")) {
        std::uint32_t last = t + 1;
        while (last < end_ && last < t + 20 && (owner(last) != no_entity || is_word(last))) ++last;
        return {{t + 1, last}, 4};
      }
      if (t + 2 >= end_ || !(text(t + 1) == "is" || text(t + 1) == "was")) return {};
      t += 2;
      if (text(t) == "also" && t + 1 < end_) ++t;
    }
    bool article = false;
    while (t < end_ && (text(t) == "the" || text(t) == "a" || text(t) == "an" || text(t) == "also")) {
      article = true;
      ++t;
    }
    if (t >= end_ || is_person(t)) return {};
    // "…, UNICEF's representative in …"
    std::uint32_t possessor = t;
    while (possessor < end_ && owner(possessor) != no_entity) ++possessor;
    if (possessor > t && possessor + 1 < end_ && token(possessor).kind == TokenKind::possessive) t = possessor + 1;
    bool headed = false;
    std::uint32_t last = phrase_end(t, headed);
    if (!headed && last < t + 8) headed = unknown_role(t, last);
    if (!headed || last <= t) return {};
    // "Ana Sosa, minister Jo Ruiz and …": a list of persons, each with an office of his own.
    if (last < end_ && is_person(last) && text(last - 1) != "of") return {};
    if (last + 1 < end_ && text(last) == ",") {
      std::uint32_t p = last + 1;
      while (p + 1 < end_ && word(p).is(word::honorific) && owner(p) == no_entity) ++p;
      if (is_person(p) && article) return {};
    }
    last = trimmed(t, last);
    return {{t, last}, 6};
  }

  [[nodiscard]] std::uint32_t trimmed(std::uint32_t first, std::uint32_t last) const {
    while (last > first + 1 && owner(last - 1) == no_entity && !is_word(last - 1) && text(last - 1) != ")") --last;
    return last;
  }

  // "The president of the council, Rosa Lima, said"
  Found before_comma(TokenRange name) {
    if (name.first < begin_ + 2) return {};
    std::uint32_t t = name.first;
    while (t > begin_ + 1 && word(t - 1).is(word::honorific) && owner(t - 1) == no_entity) --t;
    if (t < begin_ + 2) return {};
    const bool apart = text(t - 1) == ",";
    const std::uint32_t comma = apart ? t - 1 : t;
    const std::uint32_t stop = comma > begin_ + longest_role / 2 ? comma - longest_role / 2 : begin_;
    for (std::uint32_t p = comma; p-- > stop;) {
      if (is_person(p) || (token(p).kind == TokenKind::punctuation && text(p) != ",")) return {};
      if (token(p).kind == TokenKind::open_quote || token(p).kind == TokenKind::close_quote) return {};
      const bool start = p == begin_ || determiner(p);
      if (!start) continue;
      const std::uint32_t from = determiner(p) ? p + 1 : p;
      bool headed = false;
      std::uint32_t words = 0;
      for (std::uint32_t q = from; q < comma && words < 9; ++q, ++words) {
        if (word(q).is(word::role)) headed = true;
        if (headed || text(q) == "of" || word(q).is(word::speech_verb)) break;
      }
      if (headed) {
        bool check = false;
        if (phrase_end(from, check) < comma || !check) return {};
        if (!apart) {  // "the manager of Premier Holding Jo Ruiz": only with a complement before the name
          bool complement = false;
          for (std::uint32_t q = from; q < comma; ++q) complement = complement || text(q) == "of" || text(q) == "for";
          if (!complement) return {};
        }
        return {{from, comma}, 5};
      }
      if (determiner(p) && p + 1 < comma && p > begin_ && text(p - 1) != "of" && text(p - 1) != "for" &&
          text(p - 1) != "at" && text(p - 1) != "in")
        return {};
    }
    return {};
  }

  // "Rosa Lima is the head of the agency"
  Found predicate(TokenRange name) {
    std::uint32_t t = name.last;
    if (t + 3 < end_ && text(t) == "who") ++t;
    if (t + 2 >= end_ || !(text(t) == "is" || text(t) == "was")) return {};
    ++t;
    const bool article = text(t) == "the" || text(t) == "a" || text(t) == "an";
    if (!article) return {};
    ++t;
    bool headed = false;
    const std::uint32_t last = phrase_end(t, headed);
    if (!headed || last <= t || last - t > 16) return {};
    return {{t, trimmed(t, last)}, 1};
  }

  const Vocabulary& vocabulary_;
  const Document& document_;
  std::vector<Entity>& entities_;
  std::vector<std::vector<std::uint32_t>> owners_;  // token → entity
  std::uint32_t block_ = 0;
  std::uint32_t begin_ = 0;  // of the sentence
  std::uint32_t end_ = 0;
};

// Calls `use(word)` for the words of a phrase, folded.
template <typename Use>
void over_words(std::string_view phrase, Use use) {
  const std::string key = name_key(phrase);
  std::size_t at = 0;
  while (at < key.size()) {
    std::size_t end = at;
    while (end < key.size() && key[end] != ' ' && key[end] != ',' && key[end] != '(' && key[end] != ')' &&
           key[end] != '/')
      ++end;
    if (end > at && !use(std::string_view(key).substr(at, end - at))) return;
    at = end + 1;
  }
}

}  // namespace

void find_roles(const Vocabulary& vocabulary, std::vector<Entity>& entities) { RoleReader(vocabulary, entities).run(); }

std::string role_head(std::string_view role) {
  std::string head;
  over_words(role, [&](std::string_view w) {
    if ((w == "of" || w == "for" || w == "at" || w == "to" || w == "in") && !head.empty()) return false;
    if ((word_flags(w) & word::role) != 0) head = w;
    return true;
  });
  return head;
}

std::vector<EntityId> persons_with_role(const std::vector<Entity>& entities, std::string_view head) {
  std::vector<EntityId> found;
  for (std::size_t e = 0; e < entities.size(); ++e) {
    if (entities[e].type != EntityType::person || !entities[e].role) continue;
    bool has = false;
    over_words(*entities[e].role, [&](std::string_view w) {
      has = has || w == head || (w.ends_with(head) && w.size() > head.size() && w[w.size() - head.size() - 1] == '-');
      return !has;
    });
    if (has) found.push_back(static_cast<EntityId>(e));
  }
  return found;
}

std::vector<EntityId> entities_with_head(const std::vector<Entity>& entities, EntityType type, std::string_view head) {
  std::vector<EntityId> found;
  for (std::size_t e = 0; e < entities.size(); ++e) {
    if (entities[e].type != type) continue;
    bool has = false;
    over_words(entities[e].name, [&](std::string_view w) { return !(has = has || w == head); });
    if (has) found.push_back(static_cast<EntityId>(e));
  }
  return found;
}

Gender gender_of_word(std::string_view text) {
  const std::uint32_t flags = word_flags(name_key(text));
  if ((flags & word::female) != 0) return Gender::female;
  return (flags & word::male) != 0 ? Gender::male : Gender::unknown;
}

}  // namespace newsgloss

#include "quotes/source_head.h"

#include <algorithm>

#include "quotes/speaker_words_table.h"
#include "tagger/clause_words.h"

namespace newsgloss {
namespace {

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& words, std::string_view token) {
  const LowerCase lower(token);
  return std::find(words.begin(), words.end(), lower.view()) != words.end();
}

bool is_word(const DocumentBlock& block, std::uint32_t i, std::string_view word) {
  return LowerCase(block.token(i)).view() == word;
}

std::uint16_t classes(const DocumentBlock& block, std::uint32_t i) {
  return block.tokens[i].kind == TokenKind::word ? word_classes_of(LowerCase(block.token(i)).view()) : std::uint16_t{0};
}

bool is_capital(std::string_view token) noexcept {
  return (token.front() >= 'A' && token.front() <= 'Z') || static_cast<unsigned char>(token.front()) >= 0x80;
}

bool is_possessive(const DocumentBlock& block, std::uint32_t i) {
  return i < block.tokens.size() && block.tokens[i].kind == TokenKind::possessive;
}

/// Is the person named at `name` inside a phrase that hangs on another head ("a spokesman for X", "the wife of X")?
bool hangs_on_another(const DocumentBlock& block, std::uint32_t first, std::uint32_t name) {
  // Back to the nearest preposition; a comma or bracket in between starts afresh (an apposition).
  for (std::uint32_t i = name; i > first; --i) {
    const std::uint32_t at = i - 1;
    const std::string_view token = block.token(at);
    if (token == "," || token == "(" || token == ")") return false;
    const std::uint16_t word = classes(block, at);
    if ((word & coordinator) != 0) continue;
    if ((word & (relative | subordinator)) != 0 && (word & (determiner | preposition)) == 0) return true;
    if ((word & preposition) == 0) continue;
    // "minister of health X": an office with its field, then the name.
    const bool office = at > first && (holds(office_nouns, block.token(at - 1)) || is_word(block, at, "of"));
    const bool field =
        at + 1 < name && !holds(title_nouns, block.token(name - 1)) && (classes(block, name - 1) & determiner) == 0;
    if (office && is_word(block, at, "of") && field && at > first && holds(office_nouns, block.token(at - 1)))
      return false;
    // "executive director for policy X", "ambassador to Kenya X", "representative at the UN X"
    if ((is_word(block, at, "for") || is_word(block, at, "to") || is_word(block, at, "at")) && at > first &&
        holds(office_nouns, block.token(at - 1)) && field)
      return false;
    return true;
  }
  return false;
}

/// The token behind a bracketed remark that begins at `i`, or `i`.
std::uint32_t behind_brackets(const DocumentBlock& block, std::uint32_t i, std::uint32_t end) {
  if (i >= end || block.token(i) != "(") return i;
  std::uint32_t close = i;
  while (close < end && block.token(close) != ")") ++close;
  return close < end ? close + 1 : i;
}

/// No noun follows: "a Kabar report | by two of its staff", not "a Kabar research | team".
bool ends_phrase(const DocumentBlock& block, std::uint32_t i, std::uint32_t end) {
  return i >= end || block.tokens[i].kind != TokenKind::word || classes(block, i) != 0 ||
         block.token(i).ends_with("ed");
}

/// "Trump adviser Ann Li": a name that only describes the name behind it.
bool modifies_later_name(const DocumentBlock& block, TokenRange source, std::span<const PlacedMention> mentions,
                         std::size_t m, const std::vector<Entity>& entities) {
  for (std::size_t k = m + 1; k < mentions.size(); ++k) {
    const PlacedMention& later = mentions[k];
    if (!later.named() || later.tokens.last > source.last || entities[later.entity].type != EntityType::person)
      continue;
    if (later.tokens.first < mentions[m].tokens.last) continue;
    for (std::uint32_t i = behind_brackets(block, mentions[m].tokens.last, source.last); i < later.tokens.first; ++i)
      if (block.tokens[i].kind != TokenKind::word || classes(block, i) != 0) return false;
    return true;
  }
  return false;
}

}  // namespace

std::vector<EntityId> named_heads(const DocumentBlock& block, TokenRange source,
                                  std::span<const PlacedMention> mentions, const std::vector<Entity>& entities) {
  std::vector<EntityId> heads;
  std::uint32_t head_end = source.first;
  const auto add = [&](EntityId id, std::uint32_t end) {
    if (std::find(heads.begin(), heads.end(), id) == heads.end()) heads.push_back(id);
    head_end = end;
  };

  for (std::size_t m = 0; m < mentions.size(); ++m) {
    const PlacedMention& mention = mentions[m];
    if (!mention.named() || mention.tokens.last > source.last) continue;
    if (entities[mention.entity].type != EntityType::person) continue;
    const bool owner = is_possessive(block, mention.tokens.last);
    if (heads.empty()) {
      if (owner) {
        // "Li's lawyer, Bo Rasch": what follows the comma may still be named.
        continue;
      }
      // "X, son of Y": the first wins; a name after "who ..." or in an "of" phrase never is.
      if (hangs_on_another(block, source.first, mention.tokens.first)) continue;
      // "Li family members": a name that modifies a noun.
      const std::uint32_t next = mention.tokens.last;
      if (next < source.last && block.tokens[next].kind == TokenKind::word && classes(block, next) == 0 &&
          !is_capital(block.token(next)))
        continue;
      if (modifies_later_name(block, source, mentions, m, entities)) continue;
      add(mention.entity, mention.tokens.last);
      continue;
    }
    // A further name counts where "and" joins it: "A and B", "A, chief of X, and B".
    if (owner) continue;
    std::uint32_t join = 0;
    for (std::uint32_t i = mention.tokens.first; i > head_end; --i) {
      const std::uint32_t at = i - 1;
      const std::uint16_t word = classes(block, at);
      if ((word & coordinator) != 0) {
        join = at + 1;
        break;
      }
      if (block.token(at) == "," && at > head_end) {  // "A, B and C": names only, up to the comma
        if (at == head_end) join = at + 1;
        break;
      }
      if (block.token(at) == ",") {
        join = at + 1;
        break;
      }
      if ((word & (preposition | relative)) != 0) break;
    }
    if (join == 0) continue;
    // ", B" directly after A is a list only when an "and" follows; "Smith, John's brother" is not.
    if (block.token(join - 1) == ",") {
      bool list = false;
      for (std::uint32_t i = mention.tokens.last; i < source.last && !list; ++i)
        list = (classes(block, i) & coordinator) != 0;
      if (!list) continue;
    }
    // "head of the union of A and B": the head must be outside of it.
    if (hangs_on_another(block, std::max(head_end, join), mention.tokens.first)) continue;
    add(mention.entity, mention.tokens.last);
  }
  if (!heads.empty()) return heads;

  // A body or a place that is itself the phrase: "the World Bank", "Beijing", "Kabar (KBR)".
  for (const PlacedMention& mention : mentions) {
    if (!mention.named() || mention.tokens.last > source.last) continue;
    const EntityType type = entities[mention.entity].type;
    if (type == EntityType::person || type == EntityType::norp) continue;
    std::uint32_t next = mention.tokens.last;
    bool at_head = true;
    for (std::uint32_t i = source.first; i < mention.tokens.first; ++i) {
      const std::uint16_t word = classes(block, i);
      // "The builder, Valle Claro,": what is named right behind the phrase is what it means.
      const bool apposed = i + 1 == mention.tokens.first && i > source.first && is_word(block, source.first, "the");
      if ((word & (preposition | coordinator | relative)) != 0 || (block.token(i) == "," && !apposed)) at_head = false;
    }
    if (!at_head) break;
    if (is_possessive(block, next)) {
      if (next + 1 < source.last && holds(paper_nouns, block.token(next + 1))) return {mention.entity};
      continue;  // Kabar's National Bank
    }
    next = behind_brackets(block, next, source.last);
    if (next < source.last && holds(paper_nouns, block.token(next)) && ends_phrase(block, next + 1, source.last))
      return {mention.entity};  // a Kabar statement
    if (next < source.last) {
      const std::uint16_t word = classes(block, next);
      const std::string_view token = block.token(next);
      const bool ends = token == "," || (word & (coordinator | relative)) != 0 || is_word(block, next, "itself") ||
                        (type == EntityType::gpe && is_word(block, next, "government"));
      if (!ends) break;
    }
    heads.push_back(mention.entity);
    break;
  }
  if (!heads.empty()) return heads;

  // "a statement from the Kabar Bank", "the ministry's report" (above).
  const NounHead noun = noun_head(block, source);
  if (noun.found && holds(paper_nouns, block.token(noun.noun)) && noun.complement.size() >= 2) {
    const std::uint32_t link = noun.complement.first;
    if (is_word(block, link, "of") || is_word(block, link, "by") || is_word(block, link, "from"))
      for (const PlacedMention& mention : mentions) {
        const EntityType type = entities[mention.entity].type;
        if (!mention.named() || mention.tokens.first <= link || mention.tokens.last > source.last) continue;
        if (mention.tokens.first <= link + 2 && (type == EntityType::org || type == EntityType::person) &&
            mention.tokens.last == source.last)
          return {mention.entity};
        break;
      }
  }
  return heads;
}

NounHead noun_head(const DocumentBlock& block, TokenRange source) {
  NounHead head;
  std::uint32_t i = source.first;
  bool indefinite = false;
  while (i < source.last && (classes(block, i) & (determiner | number_word)) != 0) {
    if (is_word(block, i, "the") || is_word(block, i, "this") || is_word(block, i, "that"))
      head.definite = true;
    else
      indefinite = true;
    ++i;
  }
  const std::uint32_t start = i;
  if (i == source.first && i < source.last && is_capital(block.token(i))) head.definite = true;
  if (indefinite) head.definite = false;
  for (; i < source.last; ++i) {
    const TokenKind kind = block.tokens[i].kind;
    if (kind == TokenKind::possessive) continue;
    if (kind == TokenKind::dash && !block.tokens[i].space_before) continue;
    if (kind != TokenKind::word && kind != TokenKind::number) break;
    if ((classes(block, i) & (preposition | relative | coordinator | subordinator)) != 0) break;
    head.noun = i;
    head.found = true;
  }
  if (!head.found) return head;
  head.modifiers = {start, head.noun};
  head.complement = {head.noun + 1, source.last};
  const std::string_view noun = block.token(head.noun);
  head.plural = (noun.size() > 3 && noun.ends_with("s") && !noun.ends_with("ss") && !noun.ends_with("us")) ||
                is_word(block, head.noun, "people") || is_word(block, head.noun, "police");
  return head;
}

}  // namespace newsgloss

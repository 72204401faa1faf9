#include "tagger/rule_entities.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "tagger/lexica/gazetteer.h"
#include "tagger/name_phrases.h"
#include "tagger/name_types.h"

namespace newsgloss {
namespace {

constexpr std::size_t index(EntityType type) noexcept { return static_cast<std::size_t>(type); }

// A name's votes over the document. Filed by the hash of its key; looked up, never walked.
struct Name {
  TypeVotes votes{};
  bool worth_tagging = false;  // has a head, is in a gazetteer, or is no ordinary word
  bool firm = false;           // seen where a capital means something, or known to the lexica
};

struct Occurrence {
  std::uint32_t block = 0;
  NamePhrase phrase;
  std::uint32_t name = 0;
};

class Election {
 public:
  explicit Election(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  void add(std::uint32_t block, const NamePhrase& phrase) {
    key_.clear();
    vocabulary_.append_key_range(key_, block, phrase.tokens);
    const auto [at, fresh] = ids_.try_emplace(hash_of(key_), static_cast<std::uint32_t>(names_.size()));
    if (fresh) {
      names_.emplace_back();
      vote_by_words(vocabulary_, block, phrase.tokens, names_.back().votes);
      names_.back().worth_tagging = is_worth_tagging(block, phrase.tokens);
    }
    NameRecord& name = names_[at->second];
    const Word& first = vocabulary_.word(block, phrase.tokens.first);
    name.firm = name.firm || phrase.tokens.size() > 1 || !vocabulary_.opens(block, phrase.tokens.first) ||
                first.place || first.people || first.is(word::given_name | word::surname) || find_organization(key_);
    vote_by_context(vocabulary_, block, phrase, name.votes);
    occurrences_.push_back({block, phrase, at->second});
  }

  // Parts of names lean on the whole: Shen on Shen Yueyue, Paratus on Paratus Group.
  void share() {
    std::unordered_map<std::uint64_t, TypeVotes> parts;
    for (const Occurrence& o : occurrences_) {
      const TokenRange range = o.phrase.tokens;
      if (range.size() < 2) continue;
      const EntityType type = winner(names_[o.name].votes);
      const auto give = [&](std::uint32_t token, int votes) {
        parts[hash_of(vocabulary_.word(o.block, token).text)][index(type)] += votes;
      };
      if (type == EntityType::person) {
        give(range.last - 1, 80);
        give(range.first, 60);
        for (std::uint32_t t = range.first + 1; t + 1 < range.last && t < range.first + 4; ++t) give(t, 40);
        if (range.size() > 2) {
          std::string tail;
          vocabulary_.append_key_range(tail, o.block, {range.first + 1, range.last});
          parts[hash_of(tail)][index(type)] += 80;
        }
      } else if (type == EntityType::org || type == EntityType::fac) {
        give(range.first, 12);
        // Song Lam Logistics … Song Lam
        if (range.size() > 2 && vocabulary_.word(o.block, range.last - 1).is(word::organization_head)) {
          std::string stem;
          vocabulary_.append_key_range(stem, o.block, {range.first, range.last - 1});
          parts[hash_of(stem)][index(type)] += 60;
        }
      }
    }
    for (const Occurrence& o : occurrences_) {
      if (o.phrase.tokens.size() > 4 || names_[o.name].shared) continue;
      key_.clear();
      vocabulary_.append_key_range(key_, o.block, o.phrase.tokens);
      const auto found = parts.find(hash_of(key_));
      names_[o.name].shared = true;
      if (found == parts.end()) continue;
      if (names_[o.name].votes[index(EntityType::gpe)] >= 120) continue;  // a country
      for (std::size_t i = 0; i < found->second.size(); ++i) names_[o.name].votes[i] += std::min(found->second[i], 160);
      if (found->second[index(EntityType::person)] > 0 &&
          vocabulary_.shape(o.block, o.phrase.tokens.first) != Shape::lower)
        names_[o.name].worth_tagging = true;
    }
  }

  // A name in parentheses right after another is its short form: it takes its type.
  void share_short_forms() {
    for (std::size_t i = 1; i < occurrences_.size(); ++i) {
      const Occurrence& longer = occurrences_[i - 1];
      const Occurrence& shorter = occurrences_[i];
      const TokenRange range = shorter.phrase.tokens;
      if (longer.block != shorter.block || longer.phrase.tokens.last + 1 != range.first || range.size() > 3) continue;
      if (vocabulary_.word(shorter.block, range.first - 1).text != "(") continue;
      if (longer.phrase.tokens.size() < 2) continue;
      const bool acronym = vocabulary_.shape(shorter.block, range.first) == Shape::all_caps;
      TypeVotes& votes = names_[longer.name].votes;
      EntityType type = winner(votes);
      if (acronym && type == EntityType::person) {  // persons have no acronyms
        votes[index(EntityType::org)] += votes[index(type)] + 40;
        type = EntityType::org;
      }
      if (type != EntityType::person && type != EntityType::norp) names_[shorter.name].votes[index(type)] += 100;
    }
  }

  // Names in one list are of one kind: "Al Ruwais, Al Mirfa, Dubai and Sharjah".
  void share_lists() {
    for (int pass = 0; pass < 2; ++pass)
      for (std::size_t k = 1; k < occurrences_.size(); ++k) {
        const std::size_t i = pass == 0 ? k : occurrences_.size() - k;
        const Occurrence& a = occurrences_[pass == 0 ? i - 1 : i];
        const Occurrence& b = occurrences_[pass == 0 ? i : i - 1];
        if (a.block != b.block || !listed(a, b)) continue;
        const EntityType type = winner(names_[a.name].votes);
        TypeVotes& votes = names_[b.name].votes;
        if (names_[a.name].votes[index(type)] < 60 || votes[index(winner(votes))] >= 55) continue;
        if (type == EntityType::gpe || type == EntityType::norp || type == EntityType::org) votes[index(type)] += 60;
      }
  }

  void elect(std::vector<std::vector<EntitySpan>>& blocks) const {
    for (const Occurrence& o : occurrences_) {
      const NameRecord& name = names_[o.name];
      TypeVotes votes = name.votes;
      // One occurrence's own title outweighs the rest: President Lincoln in an article on Lincoln, Nebraska.
      if (o.phrase.after_title) votes[index(EntityType::person)] += 60;
      const EntityType type = winner(votes);
      const bool titled = o.phrase.after_title && type == EntityType::person;
      if (!name.worth_tagging && !titled) continue;
      if (o.phrase.tokens.size() == 1 && votes[index(type)] < 8 && !titled) continue;
      if (!name.firm && !titled && votes[index(type)] < 25) continue;
      std::int32_t sum = 20;
      for (const std::int32_t v : votes) sum += std::max(v, 0);
      const std::int32_t best = std::max(votes[index(type)], 0);
      blocks[o.block].push_back({o.phrase.tokens, type, static_cast<Score>(10000LL * best / sum)});
    }
  }

 private:
  struct NameRecord : Name {
    bool shared = false;
  };

  // Is there only a comma or "and" between the two?
  [[nodiscard]] bool listed(const Occurrence& a, const Occurrence& b) const {
    const TokenRange x = a.phrase.tokens.first < b.phrase.tokens.first ? a.phrase.tokens : b.phrase.tokens;
    const TokenRange y = a.phrase.tokens.first < b.phrase.tokens.first ? b.phrase.tokens : a.phrase.tokens;
    if (y.first <= x.last || y.first - x.last > 2) return false;
    for (std::uint32_t t = x.last; t < y.first; ++t) {
      const std::string& w = vocabulary_.word(a.block, t).text;
      if (w != "," && w != "and" && w != "or") return false;
    }
    return true;
  }

  static EntityType winner(const TypeVotes& votes) {
    std::size_t best = index(EntityType::org);
    for (std::size_t i = 0; i < votes.size(); ++i)
      if (votes[i] > votes[best]) best = i;
    return static_cast<EntityType>(best);
  }

  [[nodiscard]] bool is_worth_tagging(std::uint32_t block, TokenRange range) const {
    if (find_place(key_) || find_organization(key_)) return true;
    std::uint32_t ordinary = 0;
    std::uint32_t words = 0;
    bool head = false;
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      const Word& w = vocabulary_.word(block, t);
      if (vocabulary_.shape(block, t) == Shape::lower || vocabulary_.shape(block, t) == Shape::other) continue;
      ++words;
      const bool acronym = vocabulary_.shape(block, t) == Shape::all_caps && !vocabulary_.capitals_mean_little(block) &&
                           !w.is(word::plain_acronym);
      if ((w.is(word::common | word::any_head | word::role | word::honorific | word::role_modifier) || w.lower > 0) &&
          !acronym && !w.place && !w.people)
        ++ordinary;
      if (w.is(word::any_head | word::work_head)) head = true;
    }
    if (range.size() == 1 && vocabulary_.word(block, range.first).is(word::particle)) return false;
    if (ordinary < words) return words > 1 || vocabulary_.shape(block, range.first) != Shape::initial;
    return words >= 2 && (head || !vocabulary_.opens(block, range.first));
  }

  const Vocabulary& vocabulary_;
  std::string key_;
  std::vector<NameRecord> names_;
  std::unordered_map<std::uint64_t, std::uint32_t> ids_;
  std::vector<Occurrence> occurrences_;
};

}  // namespace

void RuleEntities::read(const Document& document) {
  vocabulary_.read(document);
  blocks_.assign(document.blocks.size(), {});
  Election election(vocabulary_);
  std::vector<NamePhrase> phrases;
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
    find_name_phrases(vocabulary_, b, phrases);
    for (const NamePhrase& phrase : phrases) election.add(b, phrase);
  }
  election.share_short_forms();
  election.share_lists();
  election.share();
  election.elect(blocks_);
}

void RuleEntities::tag(std::uint32_t block, std::vector<EntitySpan>& out) const { out = blocks_[block]; }

}  // namespace newsgloss

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
    vote_by_context(vocabulary_, block, phrase, names_[at->second].votes);
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
        if (range.size() > 2) {
          std::string tail;
          vocabulary_.append_key_range(tail, o.block, {range.first + 1, range.last});
          parts[hash_of(tail)][index(type)] += 80;
        }
      } else if (type == EntityType::org || type == EntityType::fac) {
        give(range.first, 12);
      }
    }
    for (const Occurrence& o : occurrences_) {
      if (o.phrase.tokens.size() > 4 || names_[o.name].shared) continue;
      key_.clear();
      vocabulary_.append_key_range(key_, o.block, o.phrase.tokens);
      const auto found = parts.find(hash_of(key_));
      names_[o.name].shared = true;
      if (found == parts.end()) continue;
      for (std::size_t i = 0; i < found->second.size(); ++i) names_[o.name].votes[i] += std::min(found->second[i], 160);
      if (found->second[index(EntityType::person)] > 0 &&
          vocabulary_.shape(o.block, o.phrase.tokens.first) != Shape::lower)
        names_[o.name].worth_tagging = true;
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
  election.share();
  election.elect(blocks_);
}

void RuleEntities::tag(std::uint32_t block, std::vector<EntitySpan>& out) const { out = blocks_[block]; }

}  // namespace newsgloss

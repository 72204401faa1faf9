#include "entities/person_clusters.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace newsgloss {
namespace {

constexpr std::size_t most_candidates = 8;

struct Person {
  std::vector<std::uint32_t> words;  // ids of the longest form's words
  std::uint32_t first_block = 0;
  std::uint32_t recent = 0;           // number of the name that mentioned it last, plus one; 0: not yet
  std::vector<std::uint32_t> beside;  // words of the role beside the full names
};

class PersonClusters {
 public:
  PersonClusters(const Vocabulary& vocabulary, const std::vector<NameSpan>& names)
      : vocabulary_(vocabulary), names_(names), cluster_(names.size(), no_cluster) {}

  std::vector<std::uint32_t> run() {
    for (std::uint32_t i = 0; i < names_.size(); ++i)
      if (names_[i].type == EntityType::person) full_name(i);
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      if (names_[i].type != EntityType::person) continue;
      if (cluster_[i] == no_cluster) short_name(i);
      persons_[cluster_[i]].recent = i + 1;
    }
    return std::move(cluster_);
  }

 private:
  [[nodiscard]] std::string_view text(std::uint32_t id) const { return vocabulary_.word_of(id).text; }

  std::vector<std::uint32_t> words_of(std::uint32_t i) const {
    const NameSpan& name = names_[i];
    std::vector<std::uint32_t> words;
    for (std::uint32_t t = name.tokens.first; t < name.tokens.last; ++t) {
      const TokenKind kind = vocabulary_.document().blocks[name.block].tokens[t].kind;
      if (kind == TokenKind::word && words.size() < 8) words.push_back(vocabulary_.id(name.block, t));
    }
    return words;
  }

  // One letter apart, and long enough for that to be a slip or another spelling: Fernandez, Fernandes.
  static bool nearly(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (a.size() < 6 || b.size() > 40 || b.size() - a.size() > 1) return false;
    std::size_t at = 0;
    while (at < a.size() && a[at] == b[at]) ++at;
    if (at == 0) return false;
    return a.substr(a.size() == b.size() ? std::min(at + 1, a.size()) : at) == b.substr(std::min(at + 1, b.size()));
  }

  [[nodiscard]] bool same_word(std::uint32_t a, std::uint32_t b) const {
    if (a == b) return true;
    const std::string_view x = text(a);
    const std::string_view y = text(b);
    if (x.empty() || y.empty()) return false;
    const bool initial =
        (x.size() <= 2 && (x.size() == 1 || x[1] == '.')) || (y.size() <= 2 && (y.size() == 1 || y[1] == '.'));
    return initial ? x[0] == y[0] : nearly(x, y);
  }

  // Every word of the shorter stands in the longer, in order.
  [[nodiscard]] bool contains(const std::vector<std::uint32_t>& longer,
                              const std::vector<std::uint32_t>& shorter) const {
    std::size_t at = 0;
    for (const std::uint32_t word : shorter) {
      while (at < longer.size() && !same_word(longer[at], word)) ++at;
      if (at == longer.size()) return false;
      ++at;
    }
    return true;
  }

  [[nodiscard]] bool compatible(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
    const auto& longer = a.size() >= b.size() ? a : b;
    const auto& shorter = a.size() >= b.size() ? b : a;
    if (contains(longer, shorter)) return true;
    // First and last agree, what is between does not matter: Rahim R. Hakimov, Rahim Hakimov.
    return same_word(a.front(), b.front()) && same_word(a.back(), b.back());
  }

  void file(std::uint32_t person, std::uint32_t word) {
    std::vector<std::uint32_t>& list = by_word_[word];
    if (std::find(list.begin(), list.end(), person) != list.end()) return;
    if (list.size() >= most_candidates) list.erase(list.begin());
    list.push_back(person);
  }

  void full_name(std::uint32_t i) {
    std::vector<std::uint32_t> words = words_of(i);
    if (words.size() < 2) return;
    for (const std::uint32_t word : {words.back(), words.front()})
      if (const auto list = by_word_.find(word); list != by_word_.end())
        for (const std::uint32_t person : list->second)
          if (compatible(persons_[person].words, words)) {
            cluster_[i] = person;
            note_beside(i, persons_[person]);
            if (words.size() > persons_[person].words.size()) {
              for (const std::uint32_t w : words) file(person, w);
              persons_[person].words = std::move(words);
            }
            return;
          }
    cluster_[i] = add(words, names_[i].block);
    note_beside(i, persons_[cluster_[i]]);
  }

  // "prosecutor | Ann Li", "Ann Li | , a prosecutor": what may tell her from another Li.
  void note_beside(std::uint32_t i, Person& person) const {
    constexpr std::uint32_t reach = 3;
    constexpr std::size_t most = 24;
    const NameSpan& name = names_[i];
    const auto note = [&](std::uint32_t t) {
      if (person.beside.size() < most && vocabulary_.word(name.block, t).is(word::role))
        person.beside.push_back(vocabulary_.id(name.block, t));
    };
    for (std::uint32_t t = name.tokens.first; t-- > 0 && name.tokens.first - t <= reach;) note(t);
    const auto end = static_cast<std::uint32_t>(vocabulary_.document().blocks[name.block].tokens.size());
    if (name.tokens.last < end && vocabulary_.word(name.block, name.tokens.last).text == ",")
      for (std::uint32_t t = name.tokens.last + 1; t < end && t <= name.tokens.last + 1 + reach; ++t) note(t);
  }

  // "Li, the prosecutor, said": the role that tells which Li; `no_cluster` where none is given.
  [[nodiscard]] std::uint32_t told_role(std::uint32_t i) const {
    const NameSpan& name = names_[i];
    const auto end = static_cast<std::uint32_t>(vocabulary_.document().blocks[name.block].tokens.size());
    const std::uint32_t t = name.tokens.last;
    if (t + 2 >= end || vocabulary_.word(name.block, t).text != "," ||
        vocabulary_.word(name.block, t + 1).text != "the" || !vocabulary_.word(name.block, t + 2).is(word::role))
      return no_cluster;
    return vocabulary_.id(name.block, t + 2);
  }

  std::uint32_t add(const std::vector<std::uint32_t>& words, std::uint32_t block) {
    const auto person = static_cast<std::uint32_t>(persons_.size());
    persons_.push_back({words, block, 0, {}});
    for (const std::uint32_t word : words)
      if (text(word).size() > 1 && text(word)[1] != '.' && !vocabulary_.word_of(word).is(word::particle))
        file(person, word);
    return person;
  }

  // The gender that stands before the name ("Mrs Khan"), or that a given name suggests.
  [[nodiscard]] std::uint32_t gender_flags(std::uint32_t i) const {
    const NameSpan& name = names_[i];
    if (name.tokens.first == 0) return 0;
    return vocabulary_.word(name.block, name.tokens.first - 1).flags & (word::female | word::male);
  }

  void short_name(std::uint32_t i) {
    const std::vector<std::uint32_t> words = words_of(i);
    std::uint32_t best = no_cluster;
    long best_score = -1;
    if (!words.empty())
      if (const auto list = by_word_.find(words.back()); list != by_word_.end()) {
        const std::uint32_t wanted = gender_flags(i);
        const std::uint32_t role = told_role(i);
        for (const std::uint32_t candidate : list->second) {
          const Person& person = persons_[candidate];
          if (!contains(person.words, words)) continue;
          const bool before = person.recent > 0;
          long score = before ? 1000 + static_cast<long>(person.recent)
                              : 500 - std::min<long>(static_cast<long>(person.first_block), 400);
          if (person.words.back() == words.back() || person.words.front() == words.front()) score += 100000;
          const std::uint32_t flags = vocabulary_.word_of(person.words.front()).flags;
          if ((wanted & word::female) != 0 && (flags & word::given_male) != 0) score -= 50000;
          if ((wanted & word::male) != 0 && (flags & word::given_female) != 0) score -= 50000;
          if (role != no_cluster && std::find(person.beside.begin(), person.beside.end(), role) != person.beside.end())
            score += 20000;
          if (score > best_score) {
            best = candidate;
            best_score = score;
          }
        }
      }
    cluster_[i] = best != no_cluster ? best : add(words, names_[i].block);
  }

  const Vocabulary& vocabulary_;
  const std::vector<NameSpan>& names_;
  std::vector<std::uint32_t> cluster_;
  std::vector<Person> persons_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_word_;  // looked up, never walked
};

}  // namespace

std::vector<std::uint32_t> cluster_persons(const Vocabulary& vocabulary, const std::vector<NameSpan>& names) {
  return PersonClusters(vocabulary, names).run();
}

}  // namespace newsgloss

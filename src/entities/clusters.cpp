#include "entities/clusters.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "entities/person_clusters.h"
#include "tagger/lexica/gazetteer.h"

namespace newsgloss {
namespace {

// Types whose names may denote the same entity.
enum class Group : unsigned char { person, people, place, organization, other };

Group group_of(EntityType type) noexcept {
  switch (type) {
    case EntityType::person:
      return Group::person;
    case EntityType::norp:
      return Group::people;
    case EntityType::gpe:
    case EntityType::loc:
      return Group::place;
    case EntityType::org:
    case EntityType::fac:
      return Group::organization;
    default:
      return Group::other;
  }
}

// All names with one key and group, before they are joined to others.
struct Form {
  Group group = Group::other;
  std::uint32_t first = 0;  // the first name with it
  std::uint32_t count = 0;
  std::uint32_t words = 0;   // capitalised
  bool acronym = false;      // one word in capitals
  std::uint32_t parent = 0;  // union-find
  std::array<std::uint32_t, entity_type_count> types{};
};

struct LongName {
  std::uint32_t block = 0;
  TokenRange tokens;
  std::uint32_t form = no_cluster;  // the form it is, or is inside of
  bool whole = true;
};

class NameClusters {
 public:
  NameClusters(const Vocabulary& vocabulary, const std::vector<NameSpan>& names)
      : vocabulary_(vocabulary), names_(names), form_(names.size(), no_cluster) {}

  std::vector<Entity> run() {
    persons_ = cluster_persons(vocabulary_, names_);
    collect_forms();
    join_known();
    join_short_forms();
    join_acronyms();
    return build();
  }

 private:
  [[nodiscard]] const Word& word(std::uint32_t b, std::uint32_t t) const { return vocabulary_.word(b, t); }
  [[nodiscard]] Shape shape(std::uint32_t b, std::uint32_t t) const { return vocabulary_.shape(b, t); }
  [[nodiscard]] bool capital(std::uint32_t b, std::uint32_t t) const {
    return shape(b, t) == Shape::capital || shape(b, t) == Shape::all_caps || shape(b, t) == Shape::initial;
  }

  void collect_forms() {
    std::unordered_map<std::uint64_t, std::uint32_t> ids;
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      if (persons_[i] != no_cluster) continue;
      const NameSpan& name = names_[i];
      std::string key;
      vocabulary_.append_key_range(key, name.block, name.tokens);
      const Group group = group_of(name.type);
      if (group == Group::people) singular(key);
      const std::uint64_t hash = hash_of(key, 14695981039346656037ULL + static_cast<std::uint64_t>(group));
      const auto [at, fresh] = ids.try_emplace(hash, static_cast<std::uint32_t>(forms_.size()));
      if (fresh) {
        Form form;
        form.group = group;
        form.first = i;
        form.parent = at->second;
        for (std::uint32_t t = name.tokens.first; t < name.tokens.last; ++t)
          if (capital(name.block, t)) ++form.words;
        form.acronym =
            name.tokens.size() == 1 && shape(name.block, name.tokens.first) == Shape::all_caps && key.size() <= 12;
        forms_.push_back(form);
        keys_.push_back(key);
      }
      ++forms_[at->second].count;
      ++forms_[at->second].types[static_cast<std::size_t>(name.type)];
      form_[i] = at->second;
    }
  }

  // Iranians → iranian, when that is a people too.
  static void singular(std::string& key) {
    if (key.size() < 4 || key.back() != 's') return;
    const std::string_view shorter(key.data(), key.size() - 1);
    if (const auto place = find_place(shorter); place && place->kind == PlaceKind::people)
      key.pop_back();
    else if (key.ends_with("ians") || key.ends_with("eans"))
      key.pop_back();
  }

  std::uint32_t root(std::uint32_t form) {
    while (forms_[form].parent != form) form = forms_[form].parent = forms_[forms_[form].parent].parent;
    return form;
  }

  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    if (a != b) forms_[std::max(a, b)].parent = std::min(a, b);
  }

  // Names that the gazetteer holds for one country or organisation.
  void join_known() {
    std::unordered_map<std::uint64_t, std::uint32_t> seen;
    for (std::uint32_t f = 0; f < forms_.size(); ++f) {
      std::string_view id;
      if (forms_[f].group == Group::place) {
        const auto place = find_place(keys_[f]);
        if (place) id = place->wikidata;
      } else if (forms_[f].group == Group::organization) {
        if (const auto found = find_organization(keys_[f])) id = *found;
      }
      if (id.empty()) continue;
      const auto [at, fresh] = seen.try_emplace(hash_of(id), f);
      if (!fresh) join(at->second, f);
    }
  }

  std::vector<std::uint32_t> capital_words(std::uint32_t f) const {
    const NameSpan& name = names_[forms_[f].first];
    std::vector<std::uint32_t> words;
    for (std::uint32_t t = name.tokens.first; t < name.tokens.last && words.size() < 16; ++t)
      if (capital(name.block, t)) words.push_back(vocabulary_.id(name.block, t));
    return words;
  }

  // Paratus → Paratus Group, Xinjiang → Xinjiang Uygur autonomous region, Tainan Police Department → Tainan City
  // Police Department. A form joins the first longer one that starts (or starts and ends) as it does.
  void join_short_forms() {
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_first;  // at most eight longer forms a word
    std::vector<std::vector<std::uint32_t>> words(forms_.size());
    for (std::uint32_t f = 0; f < forms_.size(); ++f) {
      words[f] = capital_words(f);
      const NameSpan& name = names_[forms_[f].first];
      if (name.tokens.size() < 2 || words[f].empty()) continue;
      std::vector<std::uint32_t>& list = by_first[words[f].front()];
      if (list.size() < 8) list.push_back(f);
    }
    for (std::uint32_t f = 0; f < forms_.size(); ++f) {
      const Group group = forms_[f].group;
      if (words[f].empty() || (group != Group::place && group != Group::organization && group != Group::other))
        continue;
      const auto list = by_first.find(words[f].front());
      if (list == by_first.end()) continue;
      for (const std::uint32_t longer : list->second) {
        if (longer == f || forms_[longer].group != group) continue;
        // The Forum is not the Forum Initiative.
        if (group == Group::other && names_[forms_[longer].first].type != names_[forms_[f].first].type) continue;
        if (names_[forms_[longer].first].tokens.size() <= names_[forms_[f].first].tokens.size()) continue;
        if (shortens(f, longer, words)) {
          join(f, longer);
          break;
        }
      }
    }
  }

  bool shortens(std::uint32_t f, std::uint32_t longer, const std::vector<std::vector<std::uint32_t>>& words) const {
    const std::vector<std::uint32_t>& a = words[f];
    const std::vector<std::uint32_t>& b = words[longer];
    if (a.size() > b.size()) return false;
    const bool prefix = std::equal(a.begin(), a.end(), b.begin());
    const NameSpan& name = names_[forms_[longer].first];
    const Word& head = word(name.block, name.tokens.last - 1);
    if (forms_[f].group == Group::place) return prefix && head.is(word::government_head) && !is_country(f);
    const Word& only = vocabulary_.word_of(a.front());
    if (prefix) {
      // What is left out must be a head or a place: Paratus (Group), Claro (Nicaragua), Pikwakanagan (First Nation).
      if (only.place || only.people) return a.size() >= 2;
      if (a.size() == 1 && (only.is(word::common | word::any_head) || forms_[f].acronym)) return false;
      return true;
    }
    if (a.size() < 3) return false;
    if (a.back() != b.back()) return false;
    std::size_t at = 0;
    for (const std::uint32_t id : b)
      if (at < a.size() && a[at] == id) ++at;
    return at == a.size();
  }

  // "China" does not shorten "China Region": a country is what it is.
  [[nodiscard]] bool is_country(std::uint32_t f) const {
    const auto place = find_place(keys_[f]);
    return place && place->kind == PlaceKind::country;
  }

  // --- Acronyms

  // Initials of the capitalised words of a range, with and without the small words between them.
  void initials(std::uint32_t b, TokenRange range, std::string& capitals, std::string& all) const {
    capitals.clear();
    all.clear();
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      const Token& token = vocabulary_.document().blocks[b].tokens[t];
      if (token.kind != TokenKind::word) continue;
      const char letter = word(b, t).text.empty() ? '?' : word(b, t).text[0];
      all.push_back(letter);
      if (!capital(b, t)) continue;
      // An acronym inside a name stays whole: UN Office … → UNO…; its initial alone is tried by `capitals` too.
      capitals.push_back(letter);
    }
  }

  void join_acronyms() {
    // Long names, whole and the parts after "of", by their initials.
    std::unordered_map<std::uint64_t, LongName> by_initials;
    std::unordered_map<std::uint64_t, std::uint32_t> by_head;
    std::string capitals;
    std::string all;
    for (std::uint32_t f = 0; f < forms_.size(); ++f) {  // Basin Commission (of the Community): BC
      const NameSpan& name = names_[forms_[f].first];
      for (std::uint32_t t = name.tokens.first + 2; t < name.tokens.last; ++t)
        if (forms_[f].group == Group::organization && word(name.block, t).text == "of") {
          initials(name.block, {name.tokens.first, t}, capitals, all);
          if (capitals.size() >= 3) by_head.try_emplace(hash_of(capitals), f);
          break;
        }
    }
    for (int pass = 0; pass < 2; ++pass)  // whole names first
      for (std::uint32_t f = 0; f < forms_.size(); ++f) {
        const NameSpan& name = names_[forms_[f].first];
        if (name.tokens.size() < 2 || forms_[f].group == Group::people) continue;
        for (std::uint32_t t = name.tokens.first; t < name.tokens.last; ++t) {
          if (pass == 0 && t > name.tokens.first) break;
          if (pass == 1) {
            if (word(name.block, t).text != "of") continue;
            ++t;
            if (t < name.tokens.last && word(name.block, t).text == "the") ++t;
          }
          const TokenRange part{t, name.tokens.last};
          if (part.size() < 2) continue;
          initials(name.block, part, capitals, all);
          for (const std::string& key : {capitals, all})
            if (key.size() >= 2) by_initials.try_emplace(hash_of(key), LongName{name.block, part, f, pass == 0});
        }
      }
    for (std::uint32_t f = 0; f < forms_.size(); ++f) {
      if (forms_[f].group == Group::people) continue;
      const NameSpan& name = names_[forms_[f].first];
      if (!forms_[f].acronym) {  // a short name of its own kind: "Water Regulation Agency (Sanagua)"
        if (forms_[f].group != Group::organization || name.tokens.size() > 2) continue;
        const std::uint32_t beside = beside_parenthesis(name);
        if (beside != no_cluster && forms_[beside].group == Group::organization) join(f, beside);
        continue;
      }
      if (const std::uint32_t beside = beside_parenthesis(name); beside != no_cluster) {
        join(f, beside);
        continue;
      }
      std::string letters;
      for (const char c : keys_[f])
        if (c != '.') letters.push_back(c);
      if (const auto head = by_head.find(hash_of(letters)); head != by_head.end() && letters.size() >= 3) {
        join(f, head->second);
        continue;
      }
      const auto found = by_initials.find(hash_of(letters));
      if (found == by_initials.end() || letters.size() < 2) continue;
      if (forms_[found->second.form].group == Group::place && forms_[f].group != Group::place) continue;
      if (found->second.whole) {
        join(f, found->second.form);
      } else if (forms_[root(f)].group == Group::organization) {
        inside_.emplace(root(f), found->second);
      }
    }
  }

  // Schwartz and Hearst: "Long Name (LN)": the acronym's letters appear in order in the long name, the first one at
  // its start. The long name's form, or no_cluster.
  std::uint32_t beside_parenthesis(const NameSpan& name) {
    const std::uint32_t b = name.block;
    if (name.tokens.first < 2 || word(b, name.tokens.first - 1).text != "(") return no_cluster;
    const std::uint32_t end = name.tokens.first - 1;
    {
      // The name that ends where the parenthesis opens.
      const auto at = std::lower_bound(names_.begin(), names_.end(), name, [](const NameSpan& x, const NameSpan& y) {
        return x.block != y.block ? x.block < y.block : x.tokens.first < y.tokens.first;
      });
      if (at == names_.begin()) return no_cluster;
      const auto previous = static_cast<std::uint32_t>(at - names_.begin() - 1);
      const NameSpan& longer = names_[previous];
      if (longer.block != b || longer.tokens.last != end || form_[previous] == no_cluster) return no_cluster;
      if (forms_[form_[previous]].group == Group::people) return no_cluster;
      std::string text;
      vocabulary_.append_key_range(text, b, longer.tokens);
      const std::string& letters = word(b, name.tokens.first).text;
      if (text.empty() || letters.empty()) return no_cluster;
      std::size_t from = 0;
      std::size_t matched = 0;
      for (const char c : letters) {
        if (c == '.') continue;
        const std::size_t found = text.find(c, from);
        if (found == std::string::npos || (matched == 0 && found != 0 && text[found - 1] != ' ')) break;
        from = found + 1;
        ++matched;
      }
      if (matched == letters.size() || longer.tokens.size() >= 2) return form_[previous];
    }
    return no_cluster;
  }

  // --- Entities

  std::vector<Entity> build() {
    std::vector<Entity> entities;
    std::unordered_map<std::uint64_t, std::uint32_t> of_cluster;
    std::vector<std::array<std::uint32_t, entity_type_count>> types;
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      const bool person = persons_[i] != no_cluster;
      const std::uint64_t cluster = person ? persons_[i] : (1ULL << 32 | root(form_[i]));
      const auto [at, fresh] = of_cluster.try_emplace(cluster, static_cast<std::uint32_t>(entities.size()));
      if (fresh) {
        entities.emplace_back();
        types.emplace_back();
      }
      Entity& entity = entities[at->second];
      ++types[at->second][static_cast<std::size_t>(names_[i].type)];
      entity.mentions.push_back({names_[i].block, names_[i].tokens, MentionForm::name, names_[i].score});
      if (!person)
        if (const auto found = inside_.find(root(form_[i])); found != inside_.end()) {
          const LongName& place = found->second;
          entity.name = std::string(vocabulary_.document().blocks[place.block].words(place.tokens));
        }
    }
    for (std::size_t e = 0; e < entities.size(); ++e) {
      std::size_t best = static_cast<std::size_t>(names_type(entities[e]));
      for (std::size_t t = 0; t < types[e].size(); ++t)
        if (types[e][t] > types[e][best]) best = t;
      entities[e].type = static_cast<EntityType>(best);
      finish(entities[e]);
    }
    return entities;
  }

  // The type of the longest mention breaks ties.
  [[nodiscard]] EntityType names_type(const Entity& entity) const {
    const Mention* longest = &entity.mentions.front();
    for (const Mention& m : entity.mentions)
      if (m.tokens.size() > longest->tokens.size()) longest = &m;
    const auto at = std::lower_bound(names_.begin(), names_.end(), *longest, [](const NameSpan& x, const Mention& y) {
      return x.block != y.block ? x.block < y.block : x.tokens.first < y.tokens.first;
    });
    return at->type;
  }

  [[nodiscard]] std::string_view text(const Mention& m) const {
    return vocabulary_.document().blocks[m.block].words(m.tokens);
  }

  [[nodiscard]] bool in_capitals(const Mention& m) const {
    for (std::uint32_t t = m.tokens.first; t < m.tokens.last; ++t)
      if (shape(m.block, t) == Shape::capital) return false;
    return true;
  }

  // Fullest name, aliases, acronym forms.
  void finish(Entity& entity) const {
    const Mention* best = nullptr;
    const auto words = [&](const Mention& m) {
      std::uint32_t n = 0;
      for (std::uint32_t t = m.tokens.first; t < m.tokens.last; ++t)
        if (capital(m.block, t)) ++n;
      return n;
    };
    for (const Mention& m : entity.mentions) {
      if (best == nullptr) {
        best = &m;
        continue;
      }
      const bool caps_now = in_capitals(m);
      const bool caps_best = in_capitals(*best);
      const bool longer =
          words(m) > words(*best) ||
          (words(m) == words(*best) && m.tokens.size() > best->tokens.size() && entity.type != EntityType::norp);
      const bool spelt_out = caps_best && !caps_now && (words(m) > 1 || words(*best) == words(m));
      if ((longer && (!caps_now || caps_best)) || spelt_out) best = &m;
    }
    if (entity.name.empty()) entity.name = std::string(text(*best));
    for (Mention& m : entity.mentions) {
      const std::string_view written = text(m);
      if (m.tokens.size() == 1 && shape(m.block, m.tokens.first) == Shape::all_caps &&
          !vocabulary_.capitals_mean_little(m.block) && written.size() <= 8 && written != entity.name &&
          entity.type != EntityType::person && entity.name.find(' ') != std::string::npos)
        m.form = MentionForm::acronym;
      if (written == entity.name || entity.aliases.size() >= 32) continue;
      if (std::find(entity.aliases.begin(), entity.aliases.end(), written) == entity.aliases.end())
        entity.aliases.emplace_back(written);
    }
  }

  const Vocabulary& vocabulary_;
  const std::vector<NameSpan>& names_;
  std::vector<std::uint32_t> persons_;
  std::vector<std::uint32_t> form_;
  std::vector<Form> forms_;
  std::vector<std::string> keys_;
  std::unordered_map<std::uint32_t, LongName> inside_;  // cluster → its full name inside a longer one
};

}  // namespace

std::vector<Entity> cluster_names(const Vocabulary& vocabulary, const std::vector<NameSpan>& names) {
  return NameClusters(vocabulary, names).run();
}

}  // namespace newsgloss

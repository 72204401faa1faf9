#include "entities/spans.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "tagger/lexica/gazetteer.h"

namespace newsgloss {
namespace {

constexpr std::uint32_t longest_match = 12;  // tokens of a name looked for elsewhere

class Refiner {
 public:
  Refiner(const Vocabulary& vocabulary, NameStyle style)
      : vocabulary_(vocabulary), document_(vocabulary.document()), style_(style) {}

  std::vector<NameSpan> run(const Tagging& tagging) {
    if (style_ == NameStyle::flat) find_abbreviations();
    for (std::uint32_t b = 0; b < document_.blocks.size() && b < tagging.blocks.size(); ++b) {
      std::uint32_t free = 0;  // the first token after the last span
      for (const EntitySpan& span : tagging.blocks[b].entities) {
        NameSpan name{b, span.tokens, span.type, span.score};
        name.tokens.first = std::max(name.tokens.first, free);
        name.tokens.last = std::min(name.tokens.last, size(b));
        while (!name.tokens.empty()) {
          NameSpan part = name;
          if (style_ == NameStyle::flat) part.tokens.last = end_of_flat_name(name);
          name.tokens.first = part.tokens.last;
          add(part, free);
        }
      }
    }
    if (style_ == NameStyle::flat) {
      agree();
      know_speakers();
      fill();
    }
    spread();
    if (style_ == NameStyle::flat) take_given_titles();
    return std::move(names_);
  }

 private:
  [[nodiscard]] const Word& word(std::uint32_t b, std::uint32_t t) const { return vocabulary_.word(b, t); }
  [[nodiscard]] bool lower(std::uint32_t b, std::uint32_t t) const { return vocabulary_.shape(b, t) == Shape::lower; }
  [[nodiscard]] bool capital(std::uint32_t b, std::uint32_t t) const {
    const Shape shape = vocabulary_.shape(b, t);
    return shape == Shape::capital || shape == Shape::all_caps || shape == Shape::initial;
  }
  [[nodiscard]] std::uint32_t size(std::uint32_t b) const {
    return static_cast<std::uint32_t>(document_.blocks[b].tokens.size());
  }
  [[nodiscard]] std::string_view key(std::uint32_t b, TokenRange range) {
    key_.clear();
    vocabulary_.append_key_range(key_, b, range);
    return key_;
  }

  void add(NameSpan name, std::uint32_t& free) {
    if (!trim(name)) return;
    if (split_compound(name)) {
      free = name.tokens.last;
      return;
    }
    refine_type(name);
    if (style_ == NameStyle::flat && !is_name(name)) return;
    if (style_ == NameStyle::flat && is_constituency(name)) name.type = EntityType::gpe;
    if (style_ == NameStyle::flat && signs_byline(name)) name.type = EntityType::person;
    // "Constructora Valle Claro" is no person.
    if (style_ == NameStyle::flat && name.type == EntityType::person && name.tokens.size() > 1 &&
        word(name.block, name.tokens.first).is(word::organization_opener) &&
        !word(name.block, name.tokens.first).is(word::given_name | word::surname))
      name.type = EntityType::org;
    grow(name, free);
    free = name.tokens.last;
    names_.push_back(name);
  }

  // "Port of Salalah, Oman": up to the comma. Names of bodies keep theirs. "Ana Rey's Medea" in one person's span are
  // two names: whoever plays or makes, and what. So are "East China's Anhui Province", "Huaiyuan County of Bengbu City"
  // and "Town Hall in Devonport".
  [[nodiscard]] std::uint32_t end_of_flat_name(const NameSpan& name) const {
    const bool place = name.type == EntityType::gpe || name.type == EntityType::loc || name.type == EntityType::fac;
    const std::uint32_t last = std::min(name.tokens.last, size(name.block));
    if (!place && name.type != EntityType::person) return name.tokens.last;
    for (std::uint32_t t = name.tokens.first + 1; t + 1 < last; ++t) {
      if (document_.blocks[name.block].tokens[t].kind == TokenKind::possessive && capital(name.block, t + 1))
        return t + 1;
      if (!place) continue;
      if (word(name.block, t).text == ",") return t;
      if (lower(name.block, t) && word(name.block, t).text == "in") return t;
      if (lower(name.block, t) && word(name.block, t).text == "of" &&
          word(name.block, t - 1).is(word::government_head) && word(name.block, last - 1).is(word::government_head))
        return t;
    }
    if (place && last > name.tokens.first && word(name.block, last - 1).text == ",") return last - 1;
    return name.tokens.last;
  }

  // "mobile money (MM)": letters that stand for ordinary words.
  void find_abbreviations() {
    for (std::uint32_t b = 0; b < document_.blocks.size(); ++b)
      for (std::uint32_t t = 2; t + 1 < size(b); ++t) {
        if (word(b, t - 1).text != "(" || word(b, t + 1).text != ")" || vocabulary_.shape(b, t) != Shape::all_caps)
          continue;
        const std::string& letters = word(b, t).text;
        if (letters.size() < 2 || letters.size() > 6 || t - 1 < letters.size()) continue;
        const std::uint32_t first = t - 1 - static_cast<std::uint32_t>(letters.size());
        bool ordinary = true;
        for (std::uint32_t i = 0; ordinary && i < letters.size(); ++i)
          ordinary = lower(b, first + i) && word(b, first + i).text.front() == letters[i];
        if (ordinary) abbreviations_.insert(vocabulary_.id(b, t));
      }
  }

  // An illness or a term in capital letters is no name, a pandemic is: "COVID-19 cases", "the COVID-19 pandemic".
  [[nodiscard]] bool is_name(NameSpan& name) const {
    const std::uint32_t t = name.tokens.first;
    if (name.tokens.size() != 1 || name.type == EntityType::person || name.type == EntityType::gpe) return true;
    const Word& only = word(name.block, t);
    if (name.type == EntityType::org) return true;
    if (abbreviations_.contains(vocabulary_.id(name.block, t))) return false;
    if (!only.is(word::plain_acronym)) return true;
    const std::uint32_t next = t + 1;
    if (next >= size(name.block) || !lower(name.block, next) || !word(name.block, next).is(word::event_head))
      return false;
    ++name.tokens.last;
    name.type = EntityType::event;
    return true;
  }

  // "Steven Sim (PH-Bukit Mertajam)", "(R-Texas)": behind a party's letters stands the place that elected somebody.
  [[nodiscard]] bool is_constituency(const NameSpan& name) const {
    const std::uint32_t b = name.block;
    const std::uint32_t t = name.tokens.first;
    return name.type == EntityType::person && t >= 3 && word(b, t - 1).text == "-" && word(b, t - 3).text == "(" &&
           vocabulary_.shape(b, t - 2) == Shape::all_caps && name.tokens.last < size(b) &&
           word(b, name.tokens.last).text == ")";
  }

  // What the schema calls no name, or no part of one: a weekday, the "northern" of "northern Mali".
  void flatten(NameSpan& name) const {
    const auto is_calendar = [&](std::uint32_t t) { return word(name.block, t).is(word::calendar); };
    TokenRange& r = name.tokens;
    if (name.type == EntityType::other && r.size() == 1 && is_calendar(r.first)) r.last = r.first;
    while (r.size() > 1 && lower(name.block, r.first) && word(name.block, r.first).is(word::function)) ++r.first;
    if (name.type == EntityType::gpe || name.type == EntityType::loc || name.type == EntityType::norp)
      while (r.size() > 1 && lower(name.block, r.first) && is_compass(word(name.block, r.first).text)) ++r.first;
  }

  // No leading article, title or quote mark, no trailing possessive or punctuation.
  bool trim(NameSpan& name) {
    const std::vector<Token>& tokens = document_.blocks[name.block].tokens;
    TokenRange& r = name.tokens;
    r.last = std::min(r.last, size(name.block));
    const auto is_word = [&](std::uint32_t t) {
      return tokens[t].kind == TokenKind::word || tokens[t].kind == TokenKind::number ||
             tokens[t].kind == TokenKind::link;
    };
    while (!r.empty() && !is_word(r.last - 1) && !(word(name.block, r.last - 1).text == ")")) --r.last;
    while (!r.empty()) {
      const Word& w = word(name.block, r.first);
      const bool article = w.text == "the" || w.text == "a" || w.text == "an";
      const bool title = name.type == EntityType::person && r.size() > 1 && w.is(word::role | word::honorific) &&
                         !w.is(word::given_name | word::surname);
      if (is_word(r.first) && !title && !(article && r.size() > 1 && lower(name.block, r.first)) &&
          !(article && w.text == "the" && r.size() > 1))
        break;
      ++r.first;
    }
    if (style_ == NameStyle::flat) {
      flatten(name);
      drop_title(name);
    }
    return !r.empty();
  }

  // "Nobel Laureate | Ana Rey": a title of two words, the first of which is no title by itself.
  void drop_title(NameSpan& name) const {
    TokenRange& r = name.tokens;
    if (name.type != EntityType::person || r.size() < 4) return;
    const Word& second = word(name.block, r.first + 1);
    const Word& first = word(name.block, r.first);
    if (second.is(word::role) && !second.is(word::given_name | word::surname) && !first.is(word::given_name))
      r.first += 2;
  }

  static bool is_compass(std::string_view word) {
    constexpr std::array<std::string_view, 21> words = {
        "north-east", "north-west",   "south-east",   "south-west", "central",      "east",         "eastern",
        "north",      "northeast",    "northeastern", "northern",   "northwest",    "northwestern", "south",
        "southeast",  "southeastern", "southern",     "southwest",  "southwestern", "west",         "western"};
    return std::find(words.begin(), words.end(), word) != words.end();
  }

  // "China-Central Asia" tagged as one place.
  bool split_compound(const NameSpan& name) {
    if (name.type == EntityType::person) return false;
    for (std::uint32_t t = name.tokens.first + 1; t + 1 < name.tokens.last; ++t) {
      if (word(name.block, t).text != "-") continue;
      const TokenRange left{name.tokens.first, t};
      const TokenRange right{t + 1, name.tokens.last};
      if (find_place(key(name.block, name.tokens))) return false;
      if (!find_place(key(name.block, left)) || !find_place(key(name.block, right))) return false;
      for (const TokenRange part : {left, right}) {
        NameSpan half{name.block, part, name.type, name.score};
        refine_type(half);
        names_.push_back(half);
      }
      return true;
    }
    return false;
  }

  static EntityType type_of(PlaceKind kind) {
    if (kind == PlaceKind::people) return EntityType::norp;
    return kind == PlaceKind::region ? EntityType::loc : EntityType::gpe;
  }

  // GPE against LOC by gazetteer and head; EVENT, LAW … out of OTHER by head.
  void refine_type(NameSpan& name) {
    const bool place = name.type == EntityType::gpe || name.type == EntityType::loc;
    if (!place && name.type != EntityType::other && name.type != EntityType::norp) return;
    if (const auto found = find_place(key(name.block, name.tokens))) {
      name.type = type_of(found->kind);
      return;
    }
    if (name.type == EntityType::norp) return;
    // A tagger's "place" is a settlement or a state unless a word says otherwise.
    if (place) name.type = names_landscape(name) ? EntityType::loc : EntityType::gpe;
    if (name.tokens.size() < 2) return;
    std::uint32_t head = name.tokens.last - 1;
    for (std::uint32_t t = name.tokens.first + 1; t < name.tokens.last; ++t)
      if (lower(name.block, t) && (word(name.block, t).text == "of" || word(name.block, t).text == "on")) {
        head = t - 1;
        break;
      }
    const Word& w = word(name.block, head);
    if (place) {
      const bool opener = word(name.block, name.tokens.first).is(word::place_opener | word::location_head) &&
                          name.tokens.size() == 2 && !w.is(word::government_head);
      if (w.is(word::location_head) || (opener && word(name.block, name.tokens.first).is(word::location_head)))
        name.type = EntityType::loc;
      else if (w.is(word::facility_head))
        name.type = EntityType::fac;
      else if (w.is(word::government_head))
        name.type = EntityType::gpe;
      return;
    }
    if (w.is(word::event_head))
      name.type = EntityType::event;
    else if (w.is(word::law_head))
      name.type = EntityType::law;
    else if (w.is(word::product_head))
      name.type = EntityType::product;
    else if (w.is(word::work_head))
      name.type = EntityType::work_of_art;
  }

  // "Northern Midlands", "the Selenga river", "the Orkhon and Selenga rivers".
  [[nodiscard]] bool names_landscape(const NameSpan& name) const {
    const std::uint32_t b = name.block;
    if (name.tokens.size() > 1 && is_compass(word(b, name.tokens.first).text)) return true;
    const auto head_at = [&](std::uint32_t t) {
      return t < size(b) && lower(b, t) && word(b, t).is(word::location_head);
    };
    const std::uint32_t next = name.tokens.last;
    if (head_at(next)) return true;
    return next + 2 < size(b) && word(b, next).text == "and" && capital(b, next + 1) && head_at(next + 2) &&
           word(b, next + 2).text.ends_with('s');
  }

  // Ordinals and years before events; "autonomous region", "airport", "police station" written small after names.
  void grow(NameSpan& name, std::uint32_t free) {
    const std::uint32_t b = name.block;
    TokenRange& r = name.tokens;
    const std::uint32_t end = size(b);
    if ((name.type == EntityType::event || name.type == EntityType::other) && r.first > free) {
      const Word& w = word(b, r.first - 1);
      const std::string_view s = w.text;
      const bool numbered = is_numbered(b, r.first - 1);
      const bool year = s.size() == 4 && (s.starts_with("20") || s.starts_with("19")) && name.type == EntityType::event;
      const bool spelt =
          w.is(word::ordinal) && w.text != "annual" && w.text != "inaugural" && name.type == EntityType::event;
      if (numbered || year || spelt) --r.first;
    }
    // "9th Circuit Court of Appeals", "14th Dalai Lama"
    if (style_ == NameStyle::flat && r.first > free && is_numbered(b, r.first - 1) &&
        (name.type == EntityType::org || name.type == EntityType::fac))
      --r.first;
    const auto small = [&](std::uint32_t t, std::string_view what) {
      return t < end && lower(b, t) && word(b, t).text == what;
    };
    if (name.type == EntityType::gpe || name.type == EntityType::loc) {
      if (small(r.last, "autonomous") &&
          (small(r.last + 1, "region") || small(r.last + 1, "prefecture") || small(r.last + 1, "county"))) {
        r.last += 2;
        name.type = EntityType::gpe;
      } else if (small(r.last, "airport") || (small(r.last, "international") && small(r.last + 1, "airport"))) {
        r.last += small(r.last, "airport") ? 1U : 2U;
        name.type = EntityType::fac;
      }
    }
  }

  // "By | Achieng Wafula": who signs is a person, unless a word says that it is a paper or an agency.
  [[nodiscard]] bool signs_byline(const NameSpan& name) const {
    const std::uint32_t b = name.block;
    if (document_.blocks[b].kind != BlockKind::byline || name.tokens.first != 1 || word(b, 0).text != "by")
      return false;
    if (name.type == EntityType::person || name.tokens.size() < 2) return false;
    for (std::uint32_t t = name.tokens.first; t < name.tokens.last; ++t)
      if (!capital(b, t) || word(b, t).is(word::any_head | word::common) || word(b, t).place || word(b, t).people)
        return false;
    return true;
  }

  // "4th"
  [[nodiscard]] bool is_numbered(std::uint32_t b, std::uint32_t t) const {
    const std::string_view s = word(b, t).text;
    return document_.blocks[b].tokens[t].kind == TokenKind::number && s.size() >= 3 &&
           (s.ends_with("th") || s.ends_with("st") || s.ends_with("nd") || s.ends_with("rd"));
  }

  // "Meghan Ireland … Ireland said": a place, or a body, with the surname of somebody in the article is that person
  // where it reports.
  void know_speakers() {
    std::unordered_set<std::uint32_t> surnames;  // looked up, never walked
    for (const NameSpan& name : names_)
      if (name.type == EntityType::person && name.tokens.size() > 1)
        surnames.insert(vocabulary_.id(name.block, name.tokens.last - 1));
    for (NameSpan& name : names_) {
      if (name.type == EntityType::person || name.tokens.size() != 1) continue;
      const std::uint32_t b = name.block;
      const std::uint32_t t = name.tokens.first;
      const bool reports = (t + 1 < size(b) && lower(b, t + 1) && word(b, t + 1).is(word::speech_verb)) ||
                           (t > 0 && lower(b, t - 1) && word(b, t - 1).is(word::speech_verb));
      if (reports && surnames.contains(vocabulary_.id(b, t))) name.type = EntityType::person;
    }
  }

  // What a tagger leaves out and one word tells: a people's name in capitals ("Indigenous groups"), "surnamed Liu",
  // a numbered body ("4th Precinct").
  void fill() {
    std::vector<NameSpan> out;
    out.reserve(names_.size());
    std::size_t next = 0;
    for (std::uint32_t b = 0; b < document_.blocks.size(); ++b) {
      const std::uint32_t end = size(b);
      for (std::uint32_t t = 0; t < end; ++t) {
        if (next < names_.size() && names_[next].block == b && names_[next].tokens.first <= t) {
          t = names_[next].tokens.last - 1;
          out.push_back(names_[next++]);
          continue;
        }
        const std::uint32_t limit = next < names_.size() && names_[next].block == b ? names_[next].tokens.first : end;
        const NameSpan found = told_by_word(b, t, limit);
        if (found.tokens.empty()) continue;
        out.push_back(found);
        t = found.tokens.last - 1;
      }
    }
    names_ = std::move(out);
  }

  [[nodiscard]] NameSpan told_by_word(std::uint32_t b, std::uint32_t t, std::uint32_t limit) const {
    constexpr Score told = 7000;
    if (vocabulary_.capitals_mean_little(b)) return {};
    const auto name_at = [&](std::uint32_t i) { return i < limit && vocabulary_.shape(b, i) == Shape::capital; };
    if (is_numbered(b, t) && name_at(t + 1) && word(b, t + 1).is(word::organization_head)) {
      std::uint32_t last = t + 2;
      while (name_at(last)) ++last;
      return {b, {t, last}, EntityType::org, told};
    }
    if (!name_at(t)) return {};
    // "Article 370"
    if ((word(b, t).text == "article" || word(b, t).text == "section") && t + 1 < limit &&
        document_.blocks[b].tokens[t + 1].kind == TokenKind::number)
      return {b, {t, t + 2}, EntityType::law, told};
    const bool alone = (t == 0 || !name_at(t - 1) || vocabulary_.opens(b, t - 1)) && !name_at(t + 1);
    if (t > 0 && word(b, t - 1).text == "surnamed" && alone) return {b, {t, t + 1}, EntityType::person, told};
    if (word(b, t).people && alone && !word(b, t).is(word::given_name | word::surname))
      return {b, {t, t + 1}, EntityType::norp, told};
    return {};
  }

  // One name, one type throughout the article: the one that the tagger was surest of, taken together. Peoples and
  // their countries ("Swiss") are told apart by what stands beside them, and stay.
  void agree() {
    struct Votes {
      std::array<std::uint32_t, entity_type_count> scores{};
    };
    std::unordered_map<std::uint64_t, Votes> votes;  // looked up, never walked
    const auto votes_of = [&](const NameSpan& name) -> Votes& { return votes[hash_of(key(name.block, name.tokens))]; };
    for (const NameSpan& name : names_)
      if (name.type != EntityType::norp) votes_of(name).scores[static_cast<std::size_t>(name.type)] += name.score;
    for (NameSpan& name : names_) {
      if (name.type == EntityType::norp) continue;
      const auto& scores = votes_of(name).scores;
      name.type = static_cast<EntityType>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    }
  }

  struct Known {
    EntityType type = EntityType::other;
    Score score = 0;
    std::uint32_t count = 0;
  };

  // Finds names already tagged where they are not.
  void spread() {
    std::unordered_map<std::uint64_t, Known> known;                                  // looked up, never walked
    std::unordered_map<std::uint32_t, std::array<bool, longest_match + 1>> lengths;  // by first word
    const auto learn = [&](std::uint32_t b, TokenRange range, EntityType type, Score score) {
      if (range.size() > longest_match) return;
      Known& entry = known[hash_of(key(b, range))];
      if (entry.count++ == 0) {
        entry.type = type;
        entry.score = score;
      }
      lengths[vocabulary_.id(b, range.first)][range.size()] = true;
    };
    for (const NameSpan& name : names_) {
      const Word& only = word(name.block, name.tokens.first);
      if (name.tokens.size() > 1 || !(only.is(word::common | word::function) || only.lower > 0))
        learn(name.block, name.tokens, name.type, name.score);
    }
    for (const NameSpan& name : names_) {
      if (name.type != EntityType::person || name.tokens.size() < 2) continue;
      const Word& last = word(name.block, name.tokens.last - 1);
      const bool plain =
          last.is(word::common | word::role | word::any_head) || last.lower > 0 || last.place || last.people;
      if (plain) surnames_[vocabulary_.id(name.block, name.tokens.last - 1)] = name.score;
      if (!plain && !last.is(word::function))
        learn(name.block, {name.tokens.last - 1, name.tokens.last}, EntityType::person, name.score);
    }
    std::vector<NameSpan> out;
    out.reserve(names_.size());
    std::size_t next = 0;
    for (std::uint32_t b = 0; b < document_.blocks.size(); ++b) {
      const std::uint32_t end = size(b);
      for (std::uint32_t t = 0; t < end;) {
        if (next < names_.size() && names_[next].block == b && names_[next].tokens.first <= t) {
          t = std::max(t, names_[next].tokens.last);
          out.push_back(names_[next++]);
          continue;
        }
        const std::uint32_t limit = next < names_.size() && names_[next].block == b ? names_[next].tokens.first : end;
        NameSpan found;
        if (limit < end && limit - t < longest_match) {  // "Rising Heron", where the tagger has "Heron" alone
          found = match(b, t, names_[next].tokens.last, known, lengths);
          if (found.tokens.last == names_[next].tokens.last && found.tokens.first < limit)
            ++next;
          else
            found = {};
        }
        if (found.tokens.empty()) found = match(b, t, limit, known, lengths);
        if (!found.tokens.empty()) {
          out.push_back(found);
          t = found.tokens.last;
        } else {
          ++t;
        }
      }
    }
    names_ = std::move(out);
    take_particles();
  }

  // "von Ahlen" where the article also has "Julia von Ahlen".
  void take_particles() {
    const auto pair = [&](std::uint32_t b, std::uint32_t t) {
      return static_cast<std::uint64_t>(vocabulary_.id(b, t)) << 32 | vocabulary_.id(b, t + 1);
    };
    const auto particle = [&](std::uint32_t b, std::uint32_t t) {
      return lower(b, t) && word(b, t).is(word::particle);
    };
    std::unordered_set<std::uint64_t> known;
    for (const NameSpan& name : names_)
      if (name.type == EntityType::person && name.tokens.size() > 2 && particle(name.block, name.tokens.last - 2))
        known.insert(pair(name.block, name.tokens.last - 2));
    for (std::size_t i = 0; i < names_.size(); ++i) {
      NameSpan& name = names_[i];
      if (name.type != EntityType::person || name.tokens.size() != 1 || name.tokens.first == 0) continue;
      const bool free = i == 0 || names_[i - 1].block != name.block || names_[i - 1].tokens.last < name.tokens.first;
      if (free && particle(name.block, name.tokens.first - 1) &&
          known.contains(pair(name.block, name.tokens.first - 1)))
        --name.tokens.first;
    }
  }

  // "Sheikh Hasina": a title before a whole name ("Sheikh Mohammed bin Rashid"), and part of the name where the article
  // never has more of it.
  void take_given_titles() {
    const auto title = [&](const NameSpan& name) {
      const std::string_view before =
          name.tokens.first > 0 ? std::string_view(word(name.block, name.tokens.first - 1).text) : std::string_view();
      return before == "sheikh" || before == "shaikh" || before == "sheik";
    };
    std::unordered_set<std::uint32_t> titled;  // first words of whole names behind the title
    for (const NameSpan& name : names_)
      if (name.type == EntityType::person && name.tokens.size() > 1 && title(name))
        titled.insert(vocabulary_.id(name.block, name.tokens.first));
    for (std::size_t i = 0; i < names_.size(); ++i) {
      NameSpan& name = names_[i];
      const bool free = i == 0 || names_[i - 1].block != name.block || names_[i - 1].tokens.last < name.tokens.first;
      if (name.type == EntityType::person && name.tokens.size() == 1 && free && title(name) &&
          capital(name.block, name.tokens.first - 1) && !titled.contains(vocabulary_.id(name.block, name.tokens.first)))
        --name.tokens.first;
    }
  }

  NameSpan match(std::uint32_t b, std::uint32_t t, std::uint32_t limit,
                 const std::unordered_map<std::uint64_t, Known>& known,
                 const std::unordered_map<std::uint32_t, std::array<bool, longest_match + 1>>& lengths) {
    if (!capital(b, t)) return {};
    // A surname that is an ordinary word ("Shannon Chief … Chief said") needs the place of a subject or an owner.
    if (const auto surname = surnames_.find(vocabulary_.id(b, t)); surname != surnames_.end()) {
      const bool free = t == 0 || (!capital(b, t - 1) && word(b, t - 1).text != "the" && word(b, t - 1).text != "a" &&
                                   word(b, t - 1).text != "an" && word(b, t - 1).text != "-");
      const bool verb = t + 1 < limit &&
                        (lower(b, t + 1) || document_.blocks[b].tokens[t + 1].kind == TokenKind::possessive ||
                         word(b, t + 1).text == ",") &&
                        !word(b, t + 1).is(word::any_head);
      const bool place = word(b, t).place || word(b, t).people;
      if (free && verb && !place && (vocabulary_.shape(b, t) == Shape::capital))
        return {b, {t, t + 1}, EntityType::person, surname->second};
    }
    const auto sizes = lengths.find(vocabulary_.id(b, t));
    if (sizes == lengths.end()) return {};
    for (std::uint32_t n = std::min(longest_match, limit - t); n > 0; --n) {
      if (!sizes->second[n]) continue;
      const auto found = known.find(hash_of(key(b, {t, t + n})));
      if (found == known.end()) continue;
      if (!capital(b, t + n - 1) && word(b, t + n - 1).is(word::common)) continue;
      // A capitalised neighbour makes it part of another name.
      if (n == 1 && t + 1 < size(b) && capital(b, t + 1) && !vocabulary_.opens(b, t + 1) &&
          !word(b, t + 1).is(word::function | word::calendar))
        return {};
      if (n == 1 && t > 0 && capital(b, t - 1) && !vocabulary_.opens(b, t - 1) &&
          !word(b, t - 1).is(word::role | word::honorific | word::function | word::calendar))
        return {};
      return {b, {t, t + n}, found->second.type, found->second.score};
    }
    return {};
  }

  const Vocabulary& vocabulary_;
  const Document& document_;
  NameStyle style_;
  std::string key_;
  std::unordered_set<std::uint32_t> abbreviations_;    // of ordinary words; looked up only
  std::unordered_map<std::uint32_t, Score> surnames_;  // ordinary words that end persons' names; looked up only
  std::vector<NameSpan> names_;
};

}  // namespace

std::vector<NameSpan> refine_spans(const Vocabulary& vocabulary, const Tagging& tagging, NameStyle style) {
  return Refiner(vocabulary, style).run(tagging);
}

}  // namespace newsgloss

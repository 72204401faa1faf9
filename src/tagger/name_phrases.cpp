#include "tagger/name_phrases.h"

#include <string>

#include "tagger/lexica/gazetteer.h"

namespace newsgloss {
namespace {

constexpr std::uint32_t look_ahead = 24;    // tokens
constexpr std::uint32_t longest_name = 30;  // tokens

// One block, read through the vocabulary.
class Chunker {
 public:
  Chunker(const Vocabulary& vocabulary, std::uint32_t block, std::vector<NamePhrase>& out)
      : vocabulary_(vocabulary), document_block_(vocabulary.document().blocks[block]), block_(block), out_(out) {}

  void run() {
    for (const TokenRange& sentence : document_block_.sentences) {
      end_ = sentence.last;
      for (std::uint32_t t = sentence.first; t < end_;) {
        if (!starts_name(t)) {
          ++t;
          continue;
        }
        const std::uint32_t last = extend(t);
        split({t, last}, false);
        t = last;
      }
    }
  }

 private:
  [[nodiscard]] const Word& word(std::uint32_t t) const { return vocabulary_.word(block_, t); }
  [[nodiscard]] Shape shape(std::uint32_t t) const { return vocabulary_.shape(block_, t); }
  [[nodiscard]] const Token& token(std::uint32_t t) const { return document_block_.tokens[t]; }
  [[nodiscard]] std::string_view text(std::uint32_t t) const { return document_block_.token(t); }
  [[nodiscard]] bool capital(std::uint32_t t) const {
    return shape(t) == Shape::capital || shape(t) == Shape::all_caps || shape(t) == Shape::initial;
  }
  [[nodiscard]] bool is_text(std::uint32_t t, std::string_view what) const { return t < end_ && word(t).text == what; }
  [[nodiscard]] bool is_hyphen(std::uint32_t t) const {
    return t < end_ && token(t).kind == TokenKind::dash && !token(t).space_before && word(t).text == "-" &&
           t + 1 < end_ && !token(t + 1).space_before;
  }

  // An ordinary word of the language: by the lexicon or this document, or by its ending.
  [[nodiscard]] bool ordinary(std::uint32_t t) const {
    const Word& w = word(t);
    if (w.place || w.people) return false;
    if (w.is(word::common | word::any_head | word::function) || w.lower > w.capital) return true;
    const std::string_view s = w.text;
    if (s.size() < 8 || w.is(word::given_name | word::surname)) return false;
    for (const std::string_view ending : {"ness", "tion", "tions", "ment", "ments", "ship", "tional", "ical", "ance",
                                          "ence", "ity", "ities", "ism", "ology", "ics"})
      if (s.ends_with(ending)) return true;
    return false;
  }

  // Does this token, by itself, belong to a name?
  [[nodiscard]] bool in_name(std::uint32_t t) const {
    if (t >= end_ || !capital(t)) return false;
    if (token(t).kind != TokenKind::word) return false;
    const Word& w = word(t);
    if (t + 1 < end_ && token(t + 1).kind == TokenKind::symbol && !token(t + 1).space_before) return false;  // US$
    if (shape(t) == Shape::initial) {
      return w.text != "i" && w.text != "a";
    }
    const bool display = vocabulary_.capitals_mean_little(block_);
    if (w.is(word::plain_acronym) && w.text.size() > 3) return false;  // Covid
    if (shape(t) == Shape::all_caps && !display) {
      if (w.is(word::plain_acronym | word::calendar)) return false;
      if (w.is(word::function)) return w.place || find_organization(w.text).has_value();
      return true;
    }
    if (w.is(word::function)) return false;
    if (w.is(word::calendar) && w.is(word::given_name) && shape(t) == Shape::capital && t + 1 < end_ &&
        (word(t + 1).is(word::particle) ||
         (capital(t + 1) && !ordinary(t + 1) &&
          !word(t + 1).is(word::calendar | word::role | word::honorific | word::function))))
      return true;  // Jan Peters, June Ross
    if (w.is(word::calendar))
      return t > 0 && word(t - 1).is(word::given_name) && capital(t - 1) && !vocabulary_.opens(block_, t - 1);
    if (!vocabulary_.opens(block_, t)) return true;
    // The capital says nothing: ask the lexica and the rest of the document.
    if (w.place || w.people || w.capital > w.lower) return true;
    if (w.lower > 0) return false;
    // In a headline, a word that the body does not have is a name only when the lexica know it as one.
    const BlockKind kind = document_block_.kind;
    if (display && (kind == BlockKind::headline || kind == BlockKind::subheading) && w.opening == 0 &&
        vocabulary_.document().blocks.size() > 1)
      return w.is(word::given_name | word::surname) && !w.is(word::common);
    return !w.is(word::common | word::role) ||
           (w.is(word::given_name) && t + 1 < end_ && capital(t + 1) && !ordinary(t + 1));
  }

  // An ordinary word whose capital says nothing, but which the next one makes part of a name ("Supreme Court ruled").
  [[nodiscard]] bool leans_on_next(std::uint32_t t) const {
    if (!capital(t) || token(t).kind != TokenKind::word || t + 1 >= end_ || !vocabulary_.opens(block_, t)) return false;
    const Word& w = word(t);
    if (w.is(word::function | word::calendar) || !capital(t + 1)) return false;
    if (vocabulary_.capital_pair(vocabulary_.id(block_, t), vocabulary_.id(block_, t + 1))) return true;
    std::string key;
    vocabulary_.append_key_range(key, block_, {t, t + 2});
    if (find_organization(key) || find_place(key)) return true;
    if (vocabulary_.capitals_mean_little(block_)) return false;
    const Word& next = word(t + 1);
    if (next.is(word::function | word::calendar)) return false;
    return next.is(word::any_head | word::role | word::role_modifier) ||
           w.is(word::honorific | word::role | word::role_modifier);
  }

  [[nodiscard]] bool leans_on_previous(std::uint32_t t) const {
    return t > 0 && t < end_ && capital(t) && token(t).kind == TokenKind::word && capital(t - 1) &&
           !word(t).is(word::function | word::calendar) &&
           vocabulary_.capital_pair(vocabulary_.id(block_, t - 1), vocabulary_.id(block_, t));
  }

  [[nodiscard]] bool starts_name(std::uint32_t t) const { return in_name(t) || leans_on_next(t); }
  [[nodiscard]] bool continues_name(std::uint32_t t) const {
    return in_name(t) || leans_on_next(t) || leans_on_previous(t);
  }

  // The end of the run of capitalised words (with hyphens) that starts at `t`.
  [[nodiscard]] std::uint32_t run_end(std::uint32_t t) const {
    const std::uint32_t limit = t + look_ahead;
    while (t < end_ && t < limit && continues_name(t)) {
      ++t;
      if (is_hyphen(t) && continues_name(t + 1)) ++t;
    }
    return t;
  }

  [[nodiscard]] bool all_ordinary(TokenRange range) const {
    for (std::uint32_t t = range.first; t < range.last; ++t)
      if (token(t).kind == TokenKind::word && capital(t) && !ordinary(t)) return false;
    return true;
  }

  // The last capitalised word of a range; range.first when there is none.
  [[nodiscard]] std::uint32_t last_word(TokenRange range) const {
    for (std::uint32_t t = range.last; t > range.first; --t)
      if (capital(t - 1)) return t - 1;
    return range.first;
  }

  // The word before the first "of", "for" or "on".
  [[nodiscard]] std::uint32_t first_head(TokenRange range) const {
    for (std::uint32_t t = range.first + 1; t < range.last; ++t)
      if (is_text(t, "of") || is_text(t, "for") || is_text(t, "on")) return t - 1;
    return last_word(range);
  }

  [[nodiscard]] bool ends_in_head(TokenRange range) const {
    const Word& w = word(last_word(range));
    return w.is(word::organization_head | word::event_head | word::law_head | word::other_head | word::facility_head);
  }

  // "Good-Neighborliness, Friendship and Cooperation Commission", "Ministry of Education, Science and Technology":
  // the end of a list of ordinary capitalised words that starts after the comma or "and" at `t`; 0 when it is none.
  [[nodiscard]] std::uint32_t list_end(std::uint32_t t, bool complement) const {
    bool closed = is_text(t, "and") || is_text(t, "&");
    for (int items = 0; items < 8; ++items) {
      const std::uint32_t from = t + 1;
      const std::uint32_t to = run_end(from);
      if (to == from || !all_ordinary({from, to})) return 0;
      const Word& last = word(last_word({from, to}));
      if (closed) {
        if (complement) {
          const bool field = last.text == "resources" || last.text == "services" || last.text == "energy" ||
                             last.text == "technology" || last.text == "finance" || last.text == "defence";
          if (last.is(word::organization_head) && !field && is_text(to, "of")) return 0;
          return last.is(word::role) && !last.is(word::organization_head) ? 0 : to;
        }
        return ends_in_head({from, to}) ? to : 0;
      }
      t = to;
      if (is_text(t, ",") && is_text(t + 1, "and")) ++t;
      if (is_text(t, "and") || is_text(t, "&")) {
        closed = true;
      } else if (!is_text(t, ",")) {
        return 0;
      }
    }
    return 0;
  }

  // Grows the name that starts at `first` over capitalised words and connectors.
  [[nodiscard]] std::uint32_t extend(std::uint32_t first) const {
    std::uint32_t last = first + 1;
    bool complement = false;     // after "of", "for", "on"
    std::uint32_t part = first;  // where the current complement starts
    while (last < end_ && last - first < longest_name) {
      if (continues_name(last)) {
        ++last;
        continue;
      }
      const std::uint32_t next = connect({first, last}, part, complement);
      if (next == 0) break;
      if (is_text(last, "of") || is_text(last, "for") || is_text(last, "on")) {
        complement = true;
        part = is_text(last + 1, "the") ? last + 2 : last + 1;
      }
      last = next;
    }
    return last;
  }

  // Where the name goes on after a connector at `name.last`: the end of its next part, or 0.
  [[nodiscard]] std::uint32_t connect(TokenRange name, std::uint32_t part, bool complement) const {
    const std::uint32_t t = name.last;
    const Word& here = word(t);
    const Word& left = word(t - 1);
    // Hyphens: China-Central Asia, Yu-sheng, Tehreek-e-Insaf, Al-Najjar.
    if (is_hyphen(t)) {
      if (capital(t + 1) && token(t + 1).kind == TokenKind::word) return t + 2;
      if (is_hyphen(t + 2) && t + 3 < end_ && token(t + 1).span.size() <= 3) {
        if (shape(t + 3) == Shape::lower && word(t + 3).is(word::common)) return 0;
        return shape(t + 3) == Shape::capital || shape(t + 3) == Shape::lower ? t + 4 : 0;
      }
      if (shape(t + 1) == Shape::lower && part_of_given_name(name, t + 1)) return t + 2;
      return 0;
    }
    if (here.text == "." && shape(t - 1) == Shape::initial && t + 1 < end_ && capital(t + 1))
      return t + 2;  // W. McMillan
    if (here.text == "&" && t + 1 < end_ && capital(t + 1)) return run_end(t + 1) > t + 1 ? run_end(t + 1) : 0;
    if (token(t).kind == TokenKind::possessive) return connect_possessive(name);
    if (here.text == "of" || here.text == "for" || here.text == "on") return connect_preposition(name, complement);
    if (here.text == "and") {
      // Ministry of Hajj and Umrah
      const Word& head = word(first_head(name));
      if (complement && head.is(word::organization_head) && head.is(word::common | word::of_joiner) && t + 1 < end_ &&
          in_name(t + 1) && !word(t + 1).place && !word(t + 1).people &&
          !word(t + 1).is(word::given_name | word::role) && run_end(t + 1) == t + 2 && !is_text(t + 2, "of") &&
          !word(t + 1).is(word::organization_head) && !word(t - 1).place)
        return t + 2;
      if (!all_ordinary({part, t})) return 0;
      if (!complement &&
          (word(last_word(name)).is(word::organization_head | word::event_head | word::law_head | word::role)))
        return 0;
      return list_end(t, complement);
    }
    if (here.text == ",") {
      if (!all_ordinary({part, t}) || (!complement && (ends_in_head(name) || word(last_word(name)).is(word::role))))
        return 0;
      return list_end(t, complement);
    }
    if (here.text == "(") {  // Forum (Urumqi) Initiative
      const std::uint32_t to = run_end(t + 1);
      if (to == t + 1 || to - t > 4 || !is_text(to, ")") || to + 1 >= end_ || !in_name(to + 1)) return 0;
      return word(to + 1).is(word::organization_head | word::event_head | word::other_head | word::law_head) ? to + 2
                                                                                                             : 0;
    }
    // Fund for Saving the Aral Sea
    if (here.text == "the" && complement && t > part && ordinary(t - 1) && t + 1 < end_ && in_name(t + 1)) {
      const std::string_view s = word(t - 1).text;
      return s.ends_with("ing") ? run_end(t + 1) : 0;
    }
    // Particles of personal and place names: Ursula von der Leyen, Ciudad del Este, bin Salman.
    if (here.is(word::particle) && shape(t) == Shape::lower &&
        (!ordinary(t - 1) || word(t - 1).is(word::given_name | word::surname))) {
      std::uint32_t to = t + 1;
      while (to < end_ && to < t + 3 && word(to).is(word::particle) && shape(to) == Shape::lower) ++to;
      if (to < end_ && is_hyphen(to)) ++to;
      if (to < end_ && in_name(to) && !ordinary(to)) return to + 1;
      return 0;
    }
    // Formula 1, Boeing 747-300, Channel 51, Euro 2024
    if (token(t).kind == TokenKind::number &&
        (left.text == "formula" || left.text == "boeing" || left.text == "airbus" || left.text == "channel" ||
         left.text == "euro" || left.text == "iphone"))
      return t + 1;
    return 0;
  }

  // The small second half of a given name: Yu-sheng, Ki-moon, Jae-won; not China-led, Leumi-backed.
  [[nodiscard]] bool part_of_given_name(TokenRange name, std::uint32_t t) const {
    const Word& left = word(name.last - 1);
    const Word& right = word(t);
    if (left.place || left.people || ordinary(name.last - 1)) return false;
    const std::uint32_t names = word::given_name | word::given_female | word::given_male | word::surname;
    if (!right.is(~names)) return right.lower < 3;
    // An ordinary English word is one only after a family name: Ban Jae-won.
    if (name.size() < 2 || !capital(name.last - 2) || word(name.last - 2).place) return false;
    const std::uint32_t family = name.last - 2;
    if (ordinary(family) && (word(family).text.size() > 4 || vocabulary_.opens(block_, family))) return false;
    for (const std::string_view w :
         {"led", "born", "run", "made", "held", "elect", "era", "style", "wide", "like", "free", "area"})
      if (right.text == w) return false;
    return left.text.size() <= 5 && right.text.size() <= 5 && !right.text.ends_with("ed") &&
           !right.text.ends_with("ing") && !left.is(word::plain_acronym) && shape(name.last - 1) == Shape::capital;
  }

  // Children's Fund, Global Leaders' Meeting, Chinese People's Political Consultative Conference; not Johnson's Party.
  [[nodiscard]] std::uint32_t connect_possessive(TokenRange name) const {
    const std::uint32_t t = name.last;
    const std::uint32_t to = run_end(t + 1);
    if (to == t + 1) return 0;
    const Word& left = word(t - 1);
    const bool saint =
        t >= name.first + 2 && (is_text(t - 2, "st") || is_text(t - 2, "st.") || is_text(t - 2, "saint"));
    if (saint) return to;
    const Word& last = word(last_word({t + 1, to}));
    if (to == t + 2 && last.is(word::location_head) && !left.place && !left.people && name.size() == 1) return to;
    if (left.place || left.people || shape(t - 1) != Shape::capital || !left.is(word::common | word::role)) return 0;
    if (!ordinary(t + 1)) return 0;
    if (left.is(word::role) && !left.text.ends_with("s") && !last.is(word::organization_head)) return 0;
    return last.is(word::role) && !last.is(word::organization_head) ? 0 : to;
  }

  [[nodiscard]] std::uint32_t connect_preposition(TokenRange name, bool complement) const {
    const std::uint32_t t = name.last;
    std::uint32_t from = t + 1;
    const bool the = is_text(from, "the");
    if (the) ++from;
    if (from >= end_ || !in_name(from)) return 0;
    const Word& left = word(last_word(name));
    const Word& right = word(from);
    if (left.is(word::role) && !left.is(word::organization_head | word::of_joiner | word::law_head)) return 0;
    if (left.place && !left.is(word::any_head | word::of_joiner)) return 0;
    // Federal Republic of Nepal, but not "Kasoa Municipality of the Central Region".
    if (left.is(word::government_head | word::location_head) && !left.is(word::organization_head) &&
        last_word(name) > name.first && !all_ordinary({name.first, last_word(name)}) && !word(name.first).people)
      return 0;
    bool joins = false;
    if (is_text(t, "of")) {
      joins = left.is(word::any_head | word::of_joiner) || (complement && ordinary(t - 1) && ordinary(from));
    } else if (is_text(t, "for")) {
      joins = left.is(word::organization_head | word::event_head | word::law_head | word::other_head) &&
              (ordinary(from) || the) && left.text != "united";
    } else {
      joins = left.is(word::event_head | word::law_head | word::organization_head | word::work_head) &&
              ordinary(from) && !right.is(word::calendar);
    }
    if (!joins) return 0;
    const std::uint32_t to = run_end(from);
    return to;
  }

  [[nodiscard]] bool person_like(TokenRange range) const {
    if (range.empty() || range.size() > 8) return false;
    std::uint32_t words = 0;
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      const Word& w = word(t);
      if (w.text == "of" || w.text == "and" || w.text == "the" || w.text == "for" || w.text == "&" || w.text == ",")
        return false;
      if (!capital(t)) continue;
      ++words;
      const bool named = w.is(word::given_name | word::surname);
      if (w.is(word::any_head) && !named) return false;
      if (ordinary(t) && !named) return false;
      if (w.people && !named) return false;
    }
    const Word& first = word(range.first);
    if (words == 1 && (first.place || first.people)) return false;
    std::string key;
    vocabulary_.append_key_range(key, block_, range);
    if (find_place(key) || find_organization(key)) return false;
    return words > 0;
  }

  void add(TokenRange range, bool after_title) {
    while (!range.empty() && !capital(range.first) && token(range.first).kind != TokenKind::word) ++range.first;
    while (!range.empty() && token(range.last - 1).kind != TokenKind::word &&
           token(range.last - 1).kind != TokenKind::number)
      --range.last;
    if (!range.empty()) out_.push_back({range, after_title});
  }

  // The range without the offices and ordinary words at its end: "Tamil Nadu | Chief Minister".
  [[nodiscard]] TokenRange without_office(TokenRange range) const {
    while (!range.empty()) {
      const Word& w = word(range.last - 1);
      // "Rural Bank Manager": the bank goes with the office; "Palang Party leader": it is one of that name.
      const bool named = range.size() > 1 && capital(range.last - 2) && !ordinary(range.last - 2);
      const bool head = w.is(word::organization_head | word::facility_head) && !w.is(word::role) &&
                        (named || !w.is(word::role_modifier));
      if (head || w.place || w.people) break;
      if (!capital(range.last - 1) || w.is(word::role | word::role_modifier | word::honorific) ||
          ordinary(range.last - 1)) {
        --range.last;
        continue;
      }
      break;
    }
    return range;
  }

  // Cuts offices and demonyms off persons' names and compounds of places apart.
  void split(TokenRange range, bool after_title) {
    if (range.empty()) return;
    std::string key;
    vocabulary_.append_key_range(key, block_, range);
    if (find_place(key) || find_organization(key)) return add(range, after_title);

    // The last office or honorific with a person's name after it.
    for (std::uint32_t t = range.last - 1; t > range.first; --t) {
      const Word& title = word(t - 1);
      if (!title.is(word::role | word::honorific) || !person_like({t, range.last})) continue;
      if (word(t).is(word::honorific | word::role) && !word(t).is(word::given_name | word::surname)) continue;
      // Sultan, King and the like after an unknown name are parts of it: Sikandar Sultan Raja.
      if (title.is(word::honorific) && t - 1 > range.first && person_like({range.first, t - 1}) &&
          !ordinary(range.first) && !word(range.first).is(word::role_modifier | word::role))
        continue;
      const bool named_before = t - 1 > range.first && person_like({range.first, t - 1}) &&
                                title.is(word::given_name | word::surname) && word(range.first).is(word::given_name);
      if (named_before) continue;  // Martin Luther King Smith
      // "U" and such are honorifics only when nothing else stands before them.
      split_office({range.first, t});
      return add({t, range.last}, true);
    }
    const Word& last = word(range.last - 1);
    const bool named = range.size() >= 2 && word(range.first).is(word::given_name) &&
                       !word(range.first).is(word::common) && person_like({range.first, range.last - 1});
    if (last.is(word::role) && !last.is(word::organization_head | word::law_head | word::event_head) && !named)
      return split_office(range);
    if (last.is(word::honorific) && range.size() == 1 && !last.is(word::given_name | word::surname)) return;

    // A people or place before a person: Russian Roman Abramovich.
    if (range.size() >= 3) {
      for (std::uint32_t cut = std::min(range.first + 3, range.last - 2); cut > range.first; --cut) {
        key.clear();
        vocabulary_.append_key_range(key, block_, {range.first, cut});
        if (is_hyphen(cut) || !find_place(key)) continue;
        if (word(cut).is(word::given_name) && person_like({cut, range.last}) &&
            !word(range.first).is(word::given_name)) {
          add({range.first, cut}, false);
          return add({cut, range.last}, true);
        }
      }
    }
    // "the Akufo-Addo government": a person's, when capitalised too.
    if (range.size() >= 2 && (last.text == "government" || last.text == "administration" || last.text == "cabinet") &&
        !word(range.first).people && !word(range.first).place && person_like({range.first, range.last - 1}))
      return add({range.first, range.last - 1}, false);
    // Ordinary words before a full name: an office's field ("Financial Affairs Amina Diallo").
    for (std::uint32_t t = range.first + 1; t + 1 < range.last; ++t) {
      if (!capital(t - 1) || !ordinary(t - 1) || word(t - 1).is(word::given_name | word::surname)) break;
      if (word(t).is(word::given_name) && !ordinary(t) && person_like({t, range.last}) &&
          (t > range.first + 1 || word(t - 1).is(word::role | word::role_modifier)))
        return add({t, range.last}, true);
    }
    // "Senior American analysts": the capital of the sentence's first word says nothing.
    if (range.size() >= 2 && vocabulary_.opens(block_, range.first) && ordinary(range.first) &&
        !word(range.last - 1).is(word::any_head)) {
      key.clear();
      vocabulary_.append_key_range(key, block_, {range.first + 1, range.last});
      if (find_place(key)) return add({range.first + 1, range.last}, false);
    }
    if (split_compound(range)) return;
    add(range, after_title);
  }

  void split_office(TokenRange range) {
    TokenRange rest = without_office(range);
    if (!rest.empty()) split(rest, false);
  }

  // China-Central Asia, US-Japan: two places; not when a head makes one name of them (China-Central Asia Summit).
  bool split_compound(TokenRange range) {
    std::string key;
    for (std::uint32_t t = range.first + 1; t + 1 < range.last; ++t) {
      if (!is_hyphen(t)) continue;
      key.clear();
      vocabulary_.append_key_range(key, block_, {range.first, t});
      if (!find_place(key) && !find_organization(key)) return false;
      key.clear();
      vocabulary_.append_key_range(key, block_, {t + 1, range.last});
      if (!find_place(key) && !find_organization(key)) return false;
      add({range.first, t}, false);
      add({t + 1, range.last}, false);
      return true;
    }
    return false;
  }

  const Vocabulary& vocabulary_;
  const DocumentBlock& document_block_;
  std::uint32_t block_;
  std::uint32_t end_ = 0;
  std::vector<NamePhrase>& out_;
};

}  // namespace

void find_name_phrases(const Vocabulary& vocabulary, std::uint32_t block, std::vector<NamePhrase>& out) {
  out.clear();
  Chunker(vocabulary, block, out).run();
}

}  // namespace newsgloss

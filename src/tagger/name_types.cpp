#include "tagger/name_types.h"

#include <string>

#include "tagger/lexica/gazetteer.h"

namespace newsgloss {
namespace {

constexpr std::size_t index(EntityType type) noexcept { return static_cast<std::size_t>(type); }

struct HeadVote {
  std::uint32_t flag;
  EntityType type;
};
// A word may be several heads ("final", "state"): the first that applies counts most.
constexpr HeadVote head_votes[] = {
    {word::organization_head, EntityType::org}, {word::event_head, EntityType::event},
    {word::law_head, EntityType::law},          {word::facility_head, EntityType::fac},
    {word::location_head, EntityType::loc},     {word::government_head, EntityType::gpe},
    {word::other_head, EntityType::other},      {word::work_head, EntityType::work_of_art},
    {word::product_head, EntityType::product},
};

// Lower-case nouns right after or before a name, and what they say of it.
struct NounVote {
  std::string_view words;
  EntityType type;
  int votes;
};
constexpr NounVote nouns_after[] = {
    {" province region district county municipality prefecture governorate town city village township suburb oblast "
     "constituency metropolitan ",
     EntityType::gpe, 60},
    {" government authorities capital border residents officials ", EntityType::gpe, 25},
    {" river sea island islands mountain mountains peninsula lake valley basin coast desert forest delta strait ",
     EntityType::loc, 60},
    {" airport stadium hotel bridge road street highway prison station port building palace square market mosque "
     "temple church dam mine plant railway ",
     EntityType::fac, 45},
    {" party company group club bank newspaper airline agency firm team spokesman spokeswoman spokesperson "
     "shares employees coalition militants fighters magazine ",
     EntityType::org, 45},
    {" community communities people peoples tribe tribes tribal language youth chiefs elders nation descent "
     "population ethnic families traditions ",
     EntityType::norp, 35},
    {" war festival tournament earthquake elections championship championships summit games ", EntityType::event, 40},
};
constexpr NounVote nouns_before[] = {
    {" city town village province district county municipality suburb state island neighbouring neighboring ",
     EntityType::gpe, 50},
    {" company firm group airline bank newspaper agency giant giants conglomerate broadcaster manufacturer carmaker "
     "retailer operator startup party club side partner rivals champions ",
     EntityType::org, 45},
    {" film movie novel book album song documentary play musical series ", EntityType::work_of_art, 40},
};
constexpr std::string_view place_prepositions = " in near from across outside around throughout inside ";

bool listed(std::string_view list, std::string_view what) {
  if (what.empty()) return false;
  for (std::size_t at = list.find(what); at != std::string_view::npos; at = list.find(what, at + 1))
    if (list[at - 1] == ' ' && list[at + what.size()] == ' ') return true;
  return false;
}

bool ambiguous_country(std::string_view name) {
  for (const std::string_view country : {"jordan", "georgia", "chad", "israel", "ireland", "cyprus", "holland"})
    if (name == country) return true;
  return false;
}

bool ends_like_place(std::string_view s) {
  if (s.size() < 6) return false;
  for (const std::string_view ending : {"stan", "land", "shire", "ville", "burg", "pur", "abad", "grad", "polis",
                                        "town", "ovo", "istan", "field", "mouth"})
    if (s.ends_with(ending)) return true;
  return false;
}

bool ends_like_people(std::string_view s) {
  if (s.size() < 5) return false;
  for (const std::string_view ending : {"ian", "ians", "ese", "ean", "eans", "ish", "istani", "ians"})
    if (s.ends_with(ending)) return true;
  return false;
}

}  // namespace

void vote_by_words(const Vocabulary& vocabulary, std::uint32_t block, TokenRange name, TypeVotes& votes) {
  std::string key;
  vocabulary.append_key_range(key, block, name);
  const auto place = find_place(key);
  const auto word_at = [&](std::uint32_t t) -> const Word& { return vocabulary.word(block, t); };
  const bool single = name.size() == 1;
  if (place) {
    const Word& only = word_at(name.first);
    // Jordan, Georgia, Chad, Israel: also persons. China and India are given names to few.
    const bool also_person = single && only.is(word::given_name | word::surname) &&
                             (place->kind != PlaceKind::country || ambiguous_country(only.text));
    switch (place->kind) {
      case PlaceKind::people:
        votes[index(EntityType::norp)] += 100;
        return;
      case PlaceKind::region:
        votes[index(EntityType::loc)] += 100;
        return;
      case PlaceKind::country:
        votes[index(EntityType::gpe)] += also_person ? 60 : 120;
        break;
      case PlaceKind::capital:
        votes[index(EntityType::gpe)] += also_person ? 45 : 90;
        break;
      case PlaceKind::city:
        votes[index(EntityType::gpe)] += also_person ? 35 : 60;
        break;
    }
    if (!also_person) return;
  }
  if (find_organization(key)) {
    votes[index(EntityType::org)] += 100;
    return;
  }

  // The head: the last word before "of", "for", "on", or the last word.
  std::uint32_t head = name.last - 1;
  bool joined = false;
  for (std::uint32_t t = name.first + 1; t < name.last; ++t) {
    const std::string_view w = word_at(t).text;
    if ((w == "of" || w == "for" || w == "on") && vocabulary.shape(block, t) == Shape::lower) {
      head = t - 1;
      joined = true;
      break;
    }
  }
  if (head > name.first && vocabulary.shape(block, head) == Shape::other) --head;
  const Word& last = word_at(head);
  const bool has_head = (!single || joined) && last.is(word::any_head | word::work_head | word::product_head);
  if (has_head)
    for (const HeadVote& vote : head_votes)
      if (last.is(vote.flag)) {
        votes[index(vote.type)] += 90;
        break;
      }
  const Word& first = word_at(name.first);
  if (!single && first.is(word::organization_opener)) votes[index(EntityType::org)] += 80;
  if (!single && first.is(word::place_opener) && !has_head)
    votes[index(first.text == "lake" || first.text.starts_with("m") ? EntityType::loc : EntityType::gpe)] += 45;

  std::uint32_t words = 0;
  std::uint32_t ordinary = 0;
  std::uint32_t initials = 0;
  std::uint32_t particles = 0;
  std::uint32_t capitals = 0;
  bool org_inside = false;
  bool half_name = false;  // ends in the small half of a given name: Yu-sheng
  for (std::uint32_t t = name.first; t < name.last; ++t) {
    const Word& w = word_at(t);
    const Shape shape = vocabulary.shape(block, t);
    if (w.is(word::particle) && t > name.first && w.size_at_most(3)) ++particles;
    if (w.text == "and" || w.text == "of" || w.text == "&" || w.text == "for" || w.text == "on") org_inside = true;
    if (shape == Shape::lower && t > name.first + 1 && word_at(t - 1).text == "-" && t + 1 == name.last)
      half_name = true;
    if (shape == Shape::other || shape == Shape::lower) continue;
    ++words;
    if (shape == Shape::initial) ++initials;
    if (shape == Shape::all_caps) ++capitals;
    if (w.is(word::common | word::any_head) && !w.is(word::given_name | word::surname)) ++ordinary;
  }
  if (half_name && !has_head) votes[index(EntityType::person)] += 50;
  if (org_inside) votes[index(EntityType::org)] += 20;
  if (has_head) return;
  const bool given = first.is(word::given_name) && !first.is(word::particle);
  const bool family = word_at(name.last - 1).is(word::surname);
  const Word& final_word = word_at(name.last - 1);
  if (words >= 2 && final_word.place && !given && !final_word.is(word::surname | word::given_name)) {
    votes[index(EntityType::org)] += 50;  // Paratus Namibia
  } else if (words >= 2 && capitals == words && !vocabulary.capitals_mean_little(block) &&
             name.size() > words) {  // PML-N
    votes[index(EntityType::org)] += 45;
  } else if (words >= 2 && words <= 5 && ordinary == 0 && !org_inside) {
    votes[index(EntityType::person)] +=
        25 + (given ? 50 : 0) + (family ? 30 : 0) + (particles > 0 ? 20 : 0) + (initials > 0 ? 25 : 0);
  } else if (words >= 2) {
    votes[index(given && words == 2 ? EntityType::person : EntityType::org)] += 25;
    if (given && family) votes[index(EntityType::person)] += 40;
  } else if (single && vocabulary.shape(block, name.first) == Shape::all_caps &&
             !vocabulary.capitals_mean_little(block)) {
    votes[index(EntityType::org)] += first.text.size() <= 6 ? 45 : 20;
  } else {
    votes[index(EntityType::person)] += (given ? 20 : 0) + (first.is(word::surname) ? 20 : 0) + 3;
    votes[index(EntityType::gpe)] += 4;
  }
  if (single && ends_like_place(first.text)) votes[index(EntityType::gpe)] += 25;
  if (single && ends_like_people(first.text) && !given && !first.is(word::surname)) votes[index(EntityType::norp)] += 6;
}

void vote_by_context(const Vocabulary& vocabulary, std::uint32_t block, const NamePhrase& name, TypeVotes& votes) {
  const DocumentBlock& b = vocabulary.document().blocks[block];
  const auto size = static_cast<std::uint32_t>(b.tokens.size());
  const auto text = [&](std::uint32_t t) -> std::string_view {
    return t < size ? std::string_view(vocabulary.word(block, t).text) : std::string_view{};
  };
  const auto lower = [&](std::uint32_t t) { return t < size && vocabulary.shape(block, t) == Shape::lower; };
  std::int32_t& person = votes[index(EntityType::person)];
  if (name.after_title) person += 90;
  const std::uint32_t after = name.tokens.last;
  if (after < size) {
    const Word& next = vocabulary.word(block, after);
    if (next.is(word::speech_verb) && lower(after)) {
      person += 25;
      votes[index(EntityType::org)] += 15;
    }
    if (next.text == "who") person += 50;
    if (next.text == "-" && text(after + 1) == "based") votes[index(EntityType::gpe)] += 60;
    // An adjective of a people: "Tlaxcaltecan villages"
    if (lower(after) && !next.is(word::function | word::speech_verb) && name.tokens.size() == 1 &&
        ends_like_people(text(name.tokens.first)) &&
        !vocabulary.word(block, name.tokens.first).is(word::given_name | word::surname))
      votes[index(EntityType::norp)] += 20;
    if (lower(after) && !next.is(word::function))
      for (const NounVote& vote : nouns_after)
        if (listed(vote.words, next.text)) votes[index(vote.type)] += vote.votes;
    if (next.text == ",") {
      const std::uint32_t t = after + 1;
      if (t < size) {
        const Word& w = vocabulary.word(block, t);
        const bool article = w.text == "a" || w.text == "an" || w.text == "the";
        if (b.tokens[t].kind == TokenKind::number && text(t + 1) == "," && w.text.size() == 2) person += 80;
        if (text(t) == "who") person += 50;
        if ((lower(t) && w.is(word::role | word::role_modifier) && !w.is(word::organization_head)) ||
            (article && t + 1 < size && lower(t + 1) && vocabulary.word(block, t + 1).is(word::role)))
          person += 40;
        if (w.place && vocabulary.shape(block, t) != Shape::lower && name.tokens.first > 0 &&
            listed(place_prepositions, text(name.tokens.first - 1)))
          votes[index(EntityType::gpe)] += 30;
      }
    }
    if (b.tokens[after].kind == TokenKind::possessive) votes[index(EntityType::person)] += 2;
  }
  if (name.tokens.first > 0) {
    const std::uint32_t before = name.tokens.first - 1;
    const Word& previous = vocabulary.word(block, before);
    if (previous.is(word::honorific) && !previous.is(word::common)) person += 90;
    if (lower(before) && previous.is(word::role) && !previous.is(word::organization_head)) person += 60;
    if (previous.text == "of" && before > 0 && vocabulary.word(block, before - 1).is(word::role)) {
      votes[index(EntityType::org)] += 30;  // the leader of X
      votes[index(EntityType::gpe)] += 20;
      person -= 20;
    }
    if (previous.is(word::speech_verb) && lower(before)) person += 15;
    if (listed(place_prepositions, previous.text)) {
      const int weight = previous.text == "in" || previous.text == "near" ? 30 : 12;
      votes[index(EntityType::gpe)] += weight;
      person -= weight / 2;
    }
    if (previous.text == "at") votes[index(EntityType::gpe)] += 8, votes[index(EntityType::org)] += 6;
    if (previous.text == "the") {
      person -= 40;
      votes[index(EntityType::org)] += 8;
    }
    if (lower(before))
      for (const NounVote& vote : nouns_before)
        if (listed(vote.words, previous.text)) votes[index(vote.type)] += vote.votes;
    if (previous.text == "of" && before > 0 && vocabulary.word(block, before - 1).is(word::place_noun))
      votes[index(EntityType::gpe)] += 50;
  }
}

}  // namespace newsgloss

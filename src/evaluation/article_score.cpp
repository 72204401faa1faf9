#include "evaluation/article_score.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "evaluation/places.h"

namespace newsgloss::evaluation {
namespace {

// Mentions of the speaker and the reader are no person's mentions.
constexpr std::string_view first_and_second_person[] = {"i",   "me",   "my",        "mine", "myself", "we",   "us",
                                                        "our", "ours", "ourselves", "you",  "your",   "yours"};

bool is_first_or_second_person(const std::string& word) {
  return std::find(std::begin(first_and_second_person), std::end(first_and_second_person), word) !=
         std::end(first_and_second_person);
}

std::string merged_type(std::string_view type) {
  return std::string(type == "GPE" || type == "LOC" ? "GPE/LOC" : type);
}

bool is_name(MentionForm form) { return form == MentionForm::name || form == MentionForm::acronym; }

// Which cluster each place belongs to; places in the order in which they were first met.
class Clustering {
 public:
  void put(const Place& place, std::size_t cluster) {
    const auto [at, is_new] = cluster_.insert_or_assign(place, cluster);
    if (is_new) order_.push_back(place);
  }
  [[nodiscard]] std::optional<std::size_t> of(const Place& place) const {
    const auto at = cluster_.find(place);
    return at == cluster_.end() ? std::nullopt : std::optional(at->second);
  }
  [[nodiscard]] const std::vector<Place>& places() const noexcept { return order_; }
  [[nodiscard]] std::map<std::size_t, std::set<Place>> members() const {
    std::map<std::size_t, std::set<Place>> out;
    for (const auto& [place, cluster] : cluster_) out[cluster].insert(place);
    return out;
  }

 private:
  std::map<Place, std::size_t> cluster_;
  std::vector<Place> order_;
};

// The mean over `a`'s mentions of the share of their cluster that is in their cluster of `b`, as a sum.
double b_cubed_sum(const Clustering& a, const Clustering& b) {
  const auto in_a = a.members();
  const auto in_b = b.members();
  double sum = 0;
  for (const Place& place : a.places()) {
    const auto other = b.of(place);
    if (!other) continue;
    const std::set<Place>& mine = in_a.at(*a.of(place));
    const std::set<Place>& theirs = in_b.at(*other);
    std::size_t shared = 0;
    for (const Place& member : mine) shared += theirs.count(member);
    sum += static_cast<double>(shared) / static_cast<double>(mine.size());
  }
  return sum;
}

}  // namespace

// One article's comparison: a member function for each thing that is compared.
class ArticleComparison {
 public:
  ArticleComparison(ArticleScore& score, const GoldArticle& gold, const Annotations& found, Findings* findings)
      : score_(score), gold_(gold), found_(found), findings_(findings) {
    for (const Block& block : found.article.blocks) texts_.add(block.text);
    for (const GoldEntity& entity : gold.entities) {
      std::vector<Place>& places = gold_places_.emplace_back();
      for (const GoldMention& mention : entity.mentions) places.push_back(find(mention.place));
    }
    for (std::size_t id = 0; id < found.entities.size(); ++id) {
      std::vector<Place>& places = found_places_.emplace_back();
      for (const Mention& mention : found.entities[id].mentions) {
        places.push_back(texts_.at(mention.block, found.span_of(mention)));
        owner_[places.back()] = id;
      }
    }
  }

  std::vector<std::string> run() {
    ++score_.articles_;
    compare_kinds();
    compare_entities();
    compare_clusters();
    compare_persons();
    compare_quotes();
    compare_dates();
    return std::move(lost_);
  }

 private:
  // ---- places and messages
  Place find(const GoldPlace& place) {
    bool lost = false;
    const Place at = texts_.find(place, lost);
    if (lost) lost_.push_back("block " + std::to_string(place.block) + ": gold words not found: \"" + place.text + '"');
    return at;
  }
  [[nodiscard]] Place place(const BlockSpan& at) const { return texts_.at(at.block, at.span); }
  [[nodiscard]] std::string words(const Place& at) const { return std::string(texts_.words(at)); }

  void report(std::string what, const Place& at, std::string gold, std::string found) {
    if (!findings_) return;
    findings_->add({std::move(what), gold_.id + ':' + std::to_string(at.block), std::move(gold), std::move(found),
                    in_context(texts_[at.block], texts_.bytes(at))});
  }

  // ---- kinds of blocks
  void compare_kinds() {
    for (std::uint32_t b = 0; b < gold_.blocks.size(); ++b) {
      const std::string_view kind = name_of(found_.article.blocks[b].kind);
      score_.kinds_.add(gold_.blocks[b].kind == kind);
      if (gold_.blocks[b].kind != kind && findings_)
        findings_->add({"wrong block kind", gold_.id + ':' + std::to_string(b), gold_.blocks[b].kind, std::string(kind),
                        in_context(texts_[b], {0, 0})});
    }
  }

  // ---- entity name mentions
  using TypedPlace = std::pair<Place, std::string>;

  void compare_entities() {
    std::set<TypedPlace> gold;
    std::set<TypedPlace> found;
    for (std::size_t e = 0; e < gold_.entities.size(); ++e)
      for (std::size_t m = 0; m < gold_places_[e].size(); ++m)
        if (gold_.entities[e].mentions[m].form == "name")
          gold.emplace(gold_places_[e][m], merged_type(gold_.entities[e].type));
    for (std::size_t e = 0; e < found_.entities.size(); ++e)
      for (std::size_t m = 0; m < found_places_[e].size(); ++m)
        if (is_name(found_.entities[e].mentions[m].form))
          found.emplace(found_places_[e][m], merged_type(name_of(found_.entities[e].type)));
    std::vector<TypedPlace> missed;
    std::vector<TypedPlace> spurious;
    for (const TypedPlace& name : gold) {
      if (found.count(name) > 0)
        ++score_.entities_[name.second].right;
      else
        missed.push_back(name);
    }
    for (const TypedPlace& name : found)
      if (gold.count(name) == 0) spurious.push_back(name);
    for (const TypedPlace& name : missed) ++score_.entities_[name.second].missed;
    for (const TypedPlace& name : spurious) ++score_.entities_[name.second].spurious;
    if (findings_) list_entities(missed, std::move(spurious));
  }

  void list_entities(const std::vector<TypedPlace>& missed, std::vector<TypedPlace> spurious) {
    const auto shown = [this](const TypedPlace& name) { return name.second + ' ' + words(name.first); };
    for (const TypedPlace& name : missed) {
      const auto other = std::find_if(spurious.begin(), spurious.end(),
                                      [&name](const TypedPlace& s) { return s.first.touches(name.first); });
      report(other == spurious.end() ? "missed entity" : "wrong entity", name.first, shown(name),
             other == spurious.end() ? "" : shown(*other));
      if (other != spurious.end()) spurious.erase(other);
    }
    for (const TypedPlace& name : spurious) report("spurious entity", name.first, "", shown(name));
  }

  // ---- who is the same person
  void compare_clusters() {
    Clustering gold;
    Clustering found;
    for (std::size_t e = 0; e < gold_.entities.size(); ++e) {
      if (gold_.entities[e].type != "PERSON") continue;
      for (std::size_t m = 0; m < gold_places_[e].size(); ++m)
        if (gold_.entities[e].mentions[m].form != "nominal") gold.put(gold_places_[e][m], e);
    }
    for (std::size_t e = 0; e < found_.entities.size(); ++e) {
      if (found_.entities[e].type != EntityType::person) continue;
      for (std::size_t m = 0; m < found_places_[e].size(); ++m) {
        const Place& at = found_places_[e][m];
        const MentionForm form = found_.entities[e].mentions[m].form;
        if (form == MentionForm::nominal) continue;
        if (gold.of(at) || form != MentionForm::pronoun || !is_first_or_second_person(lower_case(texts_.words(at))))
          found.put(at, e);
      }
    }
    score_.precision_sum_ += b_cubed_sum(found, gold);
    score_.precision_count_ += found.places().size();
    score_.recall_sum_ += b_cubed_sum(gold, found);
    score_.recall_count_ += gold.places().size();
    if (findings_) list_clusters(gold, found);
  }

  // A person's found cluster is the one that holds most of its mentions.
  void list_clusters(const Clustering& gold, const Clustering& found) {
    std::map<std::size_t, std::size_t> person_of;  // found cluster → the gold person it was first taken for
    for (const auto& [e, places] : gold.members()) {
      std::map<std::size_t, std::size_t> votes;
      for (const Place& at : places)
        if (const auto cluster = found.of(at)) ++votes[*cluster];
      const std::string& name = gold_.entities[e].name;
      std::optional<std::size_t> best;
      for (const auto& [cluster, count] : votes)
        if (!best || count > votes[*best]) best = cluster;
      if (best) {
        const auto [taken, is_new] = person_of.emplace(*best, e);
        if (!is_new)
          report("merged persons", *places.begin(), name + " and " + gold_.entities[taken->second].name,
                 found_.entities[*best].name);
      }
      for (const Place& at : places) {
        const auto cluster = found.of(at);
        if (!cluster)
          report("missed person mention", at, name, "");
        else if (cluster != best)
          report("mention in another cluster", at, name, found_.entities[*cluster].name);
      }
    }
    for (const Place& at : found.places())
      if (!gold.of(at)) report("spurious person mention", at, "", found_.entities[*found.of(at)].name);
  }

  // ---- roles and gender
  // Gold entity and found entity are the same when they share a name mention.
  [[nodiscard]] bool same(std::size_t gold, std::size_t found) const {
    for (std::size_t m = 0; m < gold_places_[gold].size(); ++m) {
      if (gold_.entities[gold].mentions[m].form != "name") continue;
      const auto at = owner_.find(gold_places_[gold][m]);
      if (at != owner_.end() && at->second == found) return true;
    }
    return false;
  }

  void compare_persons() {
    for (std::size_t e = 0; e < gold_.entities.size(); ++e) {
      const GoldEntity& person = gold_.entities[e];
      if (person.type != "PERSON") continue;
      std::vector<const Entity*> hits;
      for (std::size_t id = 0; id < found_.entities.size(); ++id)
        if (same(e, id)) hits.push_back(&found_.entities[id]);
      compare_role(e, hits);
      if ((person.gender != "female" && person.gender != "male") || hits.empty()) continue;
      const bool right = std::any_of(hits.begin(), hits.end(),
                                     [&person](const Entity* hit) { return name_of(hit->gender) == person.gender; });
      score_.gender_.add(right);
      if (!right)
        report("wrong gender", gold_places_[e].front(), person.name + ": " + person.gender,
               std::string(name_of(hits.front()->gender)));
    }
  }

  void compare_role(std::size_t e, const std::vector<const Entity*>& hits) {
    const GoldEntity& person = gold_.entities[e];
    std::string all_roles;
    bool any = false;
    bool right = false;
    for (const Entity* hit : hits) {
      if (!hit->role || hit->role->empty()) continue;
      any = true;
      all_roles += (all_roles.empty() ? "" : "; ") + *hit->role;
      right = right || overlap(word_set(person.role), word_set(*hit->role)) >= 0.5;
    }
    if (!person.role.empty())
      ++(right ? score_.roles_.right : score_.roles_.missed);
    else if (any)
      ++score_.roles_.spurious;
    const bool fine = person.role.empty() ? !any : right;
    if (!fine && !gold_places_[e].empty())
      report(person.role.empty() ? "spurious role"
             : any               ? "wrong role"
                                 : "missed role",
             gold_places_[e].front(), person.role.empty() ? "" : person.name + ": " + person.role, all_roles);
  }

  // ---- quotes and their speakers
  struct Pair {
    double shared = 0;
    std::size_t gold = 0;
    std::size_t found = 0;
  };
  struct Matching {
    std::vector<Pair> pairs;
    std::set<std::size_t> gold;
    std::set<std::size_t> found;
  };

  void compare_quotes() {
    std::vector<Cover> gold;
    std::vector<Cover> found;
    for (const GoldQuote& quote : gold_.quotes) {
      std::vector<Place> parts;
      for (const GoldPlace& part : quote.content) parts.push_back(find(part));
      gold.emplace_back(std::move(parts));
    }
    for (const Quote& quote : found_.quotes) {
      std::vector<Place> parts;
      for (const BlockSpan& part : quote.content) parts.push_back(place(part));
      found.emplace_back(std::move(parts));
    }
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < gold.size(); ++i)
      for (std::size_t j = 0; j < found.size(); ++j) pairs.push_back({overlap(gold[i], found[j]), i, j});
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
      return std::tie(b.shared, b.gold, b.found) < std::tie(a.shared, a.gold, a.found);
    });
    for (std::size_t t = 0; t < ArticleScore::thresholds.size(); ++t) {
      const Matching matching = match(pairs, ArticleScore::thresholds[t]);
      score_.quotes_[t] +=
          {matching.pairs.size(), found.size() - matching.pairs.size(), gold.size() - matching.pairs.size()};
      if (t == 0) compare_matched(matching, gold, found);
    }
  }

  // One to one, best first.
  static Matching match(const std::vector<Pair>& pairs, double least) {
    Matching matching;
    for (const Pair& pair : pairs) {
      if (pair.shared < least) break;
      if (matching.gold.count(pair.gold) > 0 || matching.found.count(pair.found) > 0) continue;
      matching.gold.insert(pair.gold);
      matching.found.insert(pair.found);
      matching.pairs.push_back(pair);
    }
    return matching;
  }

  void compare_matched(const Matching& matching, const std::vector<Cover>& gold, const std::vector<Cover>& found) {
    for (std::size_t i = 0; i < gold.size(); ++i) {
      recall_of(gold_.quotes[i].kind).add(matching.gold.count(i) > 0);
      if (gold_.quotes[i].speaker) ++score_.said_gold_;
    }
    for (const Quote& quote : found_.quotes)
      if (!quote.speakers.empty()) ++score_.said_found_;
    for (const Pair& pair : matching.pairs)
      compare_speaker(gold_.quotes[pair.gold], found_.quotes[pair.found], gold[pair.gold]);
    if (findings_) list_quotes(matching, gold, found);
  }

  Share& recall_of(const std::string& kind) {
    for (auto& [name, share] : score_.recall_by_kind_)
      if (name == kind) return share;
    return score_.recall_by_kind_.emplace_back(kind, Share{}).second;
  }

  [[nodiscard]] std::optional<std::size_t> gold_entity(const std::string& id) const {
    std::optional<std::size_t> at;
    for (std::size_t e = 0; e < gold_.entities.size(); ++e)
      if (gold_.entities[e].id == id) at = e;
    return at;
  }

  void compare_speaker(const GoldQuote& gold, const Quote& found, const Cover& content) {
    const std::vector<EntityId>& said = found.speakers;
    const std::optional<std::size_t> speaker = gold.speaker ? gold_entity(*gold.speaker) : std::nullopt;
    const bool right = gold.speaker ? speaker && !said.empty() && same(*speaker, said.front()) : said.empty();
    score_.speakers_.add(right);
    if (gold.speaker) {
      score_.named_speakers_.add(right);
      score_.said_right_ += right ? 1 : 0;
      if (said.empty()) ++score_.missed_speakers_;
    }
    if (said.size() > 1) score_.further_speakers_ += said.size() - 1;
    if (!said.empty() && !right) ++score_.wrong_speakers_;
    if (!right)
      report(said.empty()   ? "missed speaker"
             : gold.speaker ? "wrong speaker"
                            : "spurious speaker",
             content.runs().front(), speaker ? gold_.entities[*speaker].name : "",
             said.empty() ? "" : found_.entities[said.front()].name);
    if (gold.cue) {
      const Place at = find(*gold.cue);
      const bool hit = found.cue && overlap(Cover({at}), Cover({place(*found.cue)})) > 0;
      score_.cues_.add(hit);
      if (!hit) report("wrong cue", at, words(at), found.cue ? words(place(*found.cue)) : "");
    }
  }

  void list_quotes(const Matching& matching, const std::vector<Cover>& gold, const std::vector<Cover>& found) {
    const auto said = [this](const Cover& cover) {
      std::string out;
      for (const Place& run : cover.runs()) out += (out.empty() ? "" : " ... ") + words(run);
      return out;
    };
    for (const Pair& pair : matching.pairs)
      if (pair.shared < ArticleScore::thresholds.back())
        report("inexact quote (" + one_decimal(100 * pair.shared) + " %)", gold[pair.gold].runs().front(),
               gold_.quotes[pair.gold].kind + ' ' + said(gold[pair.gold]), said(found[pair.found]));
    for (std::size_t i = 0; i < gold.size(); ++i)
      if (matching.gold.count(i) == 0 && !gold[i].runs().empty())
        report("missed quote", gold[i].runs().front(), gold_.quotes[i].kind + ' ' + said(gold[i]), "");
    for (std::size_t j = 0; j < found.size(); ++j)
      if (matching.found.count(j) == 0 && !found[j].runs().empty())
        report("spurious quote", found[j].runs().front(), "",
               std::string(name_of(found_.quotes[j].kind)) + ' ' + said(found[j]));
  }

  // ---- dates with a value
  using DatedPlace = std::pair<Place, std::string>;

  static bool agree(const DatedPlace& a, const DatedPlace& b) {
    return a.first.touches(b.first) && a.second == b.second;
  }

  void compare_dates() {
    std::set<DatedPlace> gold;
    std::vector<Place> all_gold;  // those without a value too
    std::set<DatedPlace> found;
    for (const GoldDate& date : gold_.dates) {
      all_gold.push_back(find(date.place));
      if (!date.value.empty()) gold.emplace(all_gold.back(), date.value);
    }
    for (const Value& value : found_.values)
      if ((value.type == ValueType::date || value.type == ValueType::time) && value.value && !value.value->empty())
        found.emplace(texts_.at(value.block, value.span), *value.value);
    for (const DatedPlace& date : gold) {
      const bool hit = std::any_of(found.begin(), found.end(), [&](const DatedPlace& f) { return agree(date, f); });
      ++(hit ? score_.dates_.right : score_.dates_.missed);
      if (hit || !findings_) continue;
      const auto other =
          std::find_if(found.begin(), found.end(), [&](const DatedPlace& f) { return f.first.touches(date.first); });
      report(other == found.end() ? "missed date" : "wrong date", date.first, date.second,
             other == found.end() ? "" : other->second);
    }
    // A value that gold is silent about is not judged: gold has the dates that matter to the story.
    for (const DatedPlace& date : found) {
      const auto judged =
          std::find_if(all_gold.begin(), all_gold.end(), [&](const Place& at) { return date.first.touches(at); });
      if (judged == all_gold.end()) continue;
      if (std::any_of(gold.begin(), gold.end(), [&](const DatedPlace& g) { return agree(g, date); })) continue;
      ++score_.dates_.spurious;
      const bool listed =
          std::any_of(gold.begin(), gold.end(), [&](const DatedPlace& g) { return g.first.touches(date.first); });
      if (!listed) report("spurious date", date.first, "", date.second);
    }
  }

  ArticleScore& score_;
  const GoldArticle& gold_;
  const Annotations& found_;
  Findings* findings_;
  Texts texts_;
  std::vector<std::vector<Place>> gold_places_;   // of each entity's mentions
  std::vector<std::vector<Place>> found_places_;  // likewise
  std::map<Place, std::size_t> owner_;            // the found entity that a place is a mention of, the last of them
  std::vector<std::string> lost_;
};

std::vector<std::string> ArticleScore::add(const GoldArticle& gold, const Annotations& found, Findings* findings) {
  return ArticleComparison(*this, gold, found, findings).run();
}

std::string ArticleScore::figures() const {
  const auto mean = [](double sum, std::size_t count) { return count > 0 ? sum / static_cast<double>(count) : 0.0; };
  const auto ratio = [&mean](std::size_t part, std::size_t all) { return mean(static_cast<double>(part), all); };
  FiguresWriter out;
  out.count("articles", articles_);
  out.counts("quotes_overlap_0.3", quotes_[0]);
  out.counts("quotes_overlap_0.8", quotes_[1]);
  out.counts("quotes_exact_0.95", quotes_[2]);
  out.open("recall_by_kind");
  for (const auto& [kind, share] : recall_by_kind_) out.share(kind, share);
  out.close();
  out.share("speaker_accuracy", speakers_);
  out.share("named_speaker_accuracy", named_speakers_);
  out.count("wrong_speakers", wrong_speakers_);
  out.count("missed_speakers", missed_speakers_);
  out.count("further_speakers", further_speakers_);
  out.percent("who_said_what_f1", f1_percent(ratio(said_right_, said_found_), ratio(said_right_, said_gold_)));
  out.share("cue_match", cues_);
  const double p = mean(precision_sum_, precision_count_);
  const double r = mean(recall_sum_, recall_count_);
  out.open("person_b3");
  out.percent("p", 100 * p);
  out.percent("r", 100 * r);
  out.percent("f1", f1_percent(p, r));
  out.close();
  Counts entities;
  for (const auto& [type, counts] : entities_) entities += counts;
  out.counts("entities", entities);
  out.open("by_type");
  for (const auto& [type, counts] : entities_) out.counts(type, counts);
  out.close();
  out.share("dates_recall", {dates_.right, dates_.right + dates_.missed});
  out.counts("dates", dates_);
  out.counts("roles", roles_);
  out.share("gender", gender_);
  out.share("block_kind", kinds_);
  return out.take();
}

}  // namespace newsgloss::evaluation

#include "evaluation/caption_score.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "evaluation/places.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace newsgloss::evaluation {
namespace {

constexpr std::string_view credit_words[] = {"photographs", "photograph", "photos",  "photo",
                                             "image",       "credit",     "picture", "courtesy"};
constexpr std::string_view credit_links[] = {"by", "of", ":"};

// The first of `words` that `text` begins with, which is removed. Longer words must come before their beginnings.
template <std::size_t N>
void remove_one(std::string_view& text, const std::string_view (&words)[N]) {
  for (const std::string_view word : words)
    if (text.starts_with(word)) return text.remove_prefix(word.size());
}

void remove_leading(std::string_view& text, std::string_view signs) {
  while (!text.empty()) {
    const CodePoint c = decode(text, 0);
    if (!is_space(c.value) && (c.bytes > 1 || signs.find(text[0]) == std::string_view::npos)) return;
    text.remove_prefix(c.bytes);
  }
}

void remove_trailing(std::string_view& text, std::string_view signs) {
  while (!text.empty()) {
    const CodePoint c = decode_before(text, text.size());
    if (!is_space(c.value) && (c.bytes > 1 || signs.find(text.back()) == std::string_view::npos)) return;
    text.remove_suffix(c.bytes);
  }
}

}  // namespace

std::string bare_credit(std::string_view text) {
  const std::string lower = lower_case(text);
  std::string_view rest = lower;
  remove_leading(rest, "([");
  remove_one(rest, credit_words);
  remove_leading(rest, "");
  remove_one(rest, credit_links);
  remove_leading(rest, "");
  remove_trailing(rest, ").]");
  return std::string(rest);
}

// One page's comparison.
class CaptionComparison {
 public:
  CaptionComparison(CaptionScore& score, const GoldPage& gold, const Annotations& found, Findings* findings)
      : score_(score), gold_(gold), found_(found), findings_(findings) {
    for (const Block& block : found.article.blocks) texts_.add(block.text);
    for (std::size_t id = 0; id < found.entities.size(); ++id)
      for (const Mention& mention : found.entities[id].mentions)
        owners_[texts_.at(mention.block, found.span_of(mention))].insert(id);
  }

  std::vector<std::string> run() {
    for (std::uint32_t i = 0; i < gold_.captions.size(); ++i) {
      const std::uint32_t block = 1 + i;  // after the headline
      const Caption* caption = nullptr;
      for (const Caption& c : found_.captions)
        if (c.block == block) caption = &c;
      ++score_.captions_;
      compare_credit(gold_.captions[i], caption, block);
      compare_paragraphs(gold_.captions[i], caption, block);
      compare_names(gold_.captions[i], block);
    }
    return std::move(lost_);
  }

 private:
  [[nodiscard]] std::uint32_t paragraph_block(std::uint32_t paragraph) const {
    return static_cast<std::uint32_t>(1 + gold_.captions.size()) + paragraph;
  }

  void report(std::string what, std::uint32_t block, std::string gold, std::string found) {
    if (findings_)
      findings_->add({std::move(what), gold_.id + ':' + std::to_string(block), std::move(gold), std::move(found),
                      std::string(texts_[block])});
  }

  void compare_words(std::string_view name, Counts& counts, std::uint32_t block, const std::string& gold,
                     const std::string& found) {
    if (!gold.empty() && !found.empty() && bare_credit(gold) == bare_credit(found)) {
      ++counts.right;
      return;
    }
    if (!found.empty()) ++counts.spurious;
    if (!gold.empty()) ++counts.missed;
    if (gold.empty() && found.empty()) return;
    const std::string_view what = gold.empty() ? "spurious " : found.empty() ? "missed " : "wrong ";
    report(std::string(what).append(name), block, gold, found);
  }

  void compare_credit(const GoldCaption& gold, const Caption* caption, std::uint32_t block) {
    const GoldCaption::Credit wanted = gold.credit.value_or(GoldCaption::Credit{});
    GoldCaption::Credit given;
    if (caption && caption->credit) {
      given.text = slice(texts_[block], caption->credit->span);
      given.photographer = caption->credit->photographer.value_or("");
      given.agency = caption->credit->agency.value_or("");
    }
    compare_words("credit", score_.credit_, block, wanted.text, given.text);
    compare_words("photographer", score_.photographer_, block, wanted.photographer, given.photographer);
    compare_words("agency", score_.agency_, block, wanted.agency, given.agency);
  }

  void compare_paragraphs(const GoldCaption& gold, const Caption* caption, std::uint32_t block) {
    std::vector<std::uint32_t> given;
    if (caption)
      for (const ParagraphLink& link : caption->paragraphs) given.push_back(link.block);
    const auto shown = [](const std::vector<std::uint32_t>& blocks) {
      std::string out;
      for (const std::uint32_t b : blocks) out += (out.empty() ? "blocks " : ", ") + std::to_string(b);
      return out;
    };
    if (gold.paragraphs.empty()) {
      score_.abstains_.add(given.empty());
      if (!given.empty()) report("spurious paragraph", block, "", shown(given));
      return;
    }
    std::vector<std::uint32_t> wanted;
    for (const std::uint32_t paragraph : gold.paragraphs) wanted.push_back(paragraph_block(paragraph));
    const auto is_wanted = [&wanted](std::uint32_t b) {
      return std::find(wanted.begin(), wanted.end(), b) != wanted.end();
    };
    const bool best = !given.empty() && is_wanted(given.front());
    score_.best_paragraph_.add(best);
    if (!best) report(given.empty() ? "missed paragraph" : "wrong paragraph", block, shown(wanted), shown(given));
    if (given.size() > 3) given.resize(3);
    score_.in_top3_.add(std::any_of(given.begin(), given.end(), is_wanted));
  }

  [[nodiscard]] Place find(const GoldPlace& place) {
    bool lost = false;
    const Place at = texts_.find(place, lost);
    if (lost) lost_.push_back("block " + std::to_string(place.block) + ": gold words not found: \"" + place.text + '"');
    return at;
  }

  void compare_names(const GoldCaption& gold, std::uint32_t block) {
    for (const GoldCaption::Name& name : gold.names) {
      if (name.body.empty()) continue;
      const Place in_caption = find({block, name.text, 1});
      bool linked = false;
      for (const GoldPlace& place : name.body) {
        const Place in_body = find({paragraph_block(place.block), place.text, 1});
        linked = linked || share_owner(in_caption, in_body);
      }
      score_.name_links_.add(linked);
      if (!linked) report("missed name link", block, name.text, "");
    }
  }

  [[nodiscard]] bool share_owner(const Place& a, const Place& b) const {
    const auto x = owners_.find(a);
    const auto y = owners_.find(b);
    if (x == owners_.end() || y == owners_.end()) return false;
    return std::any_of(x->second.begin(), x->second.end(), [&y](std::size_t id) { return y->second.count(id) > 0; });
  }

  CaptionScore& score_;
  const GoldPage& gold_;
  const Annotations& found_;
  Findings* findings_;
  Texts texts_;
  std::map<Place, std::set<std::size_t>> owners_;
  std::vector<std::string> lost_;
};

std::vector<std::string> CaptionScore::add(const GoldPage& gold, const Annotations& found, Findings* findings) {
  return CaptionComparison(*this, gold, found, findings).run();
}

std::string CaptionScore::figures() const {
  FiguresWriter out;
  out.count("captions", captions_);
  out.counts("credit", credit_);
  out.counts("photographer", photographer_);
  out.counts("agency", agency_);
  out.share("name_links", name_links_);
  out.share("best_paragraph", best_paragraph_);
  out.share("paragraph_in_top3", in_top3_);
  out.share("abstains", abstains_);
  return out.take();
}

}  // namespace newsgloss::evaluation

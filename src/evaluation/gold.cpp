#include "evaluation/gold.h"

#include <limits>
#include <nlohmann/json.hpp>

#include "article/civil_date.h"
#include "article/line.h"

namespace newsgloss::evaluation {
namespace {

using nlohmann::json;

const json null_value;

const json& member(const json& object, const char* key) {
  if (!object.is_object()) return null_value;
  const auto found = object.find(key);
  return found == object.end() ? null_value : *found;
}

std::string text_of(const json& value) { return value.is_string() ? value.get_ref<const std::string&>() : ""; }

std::string text_of(const json& object, const char* key) { return text_of(member(object, key)); }

// An array's elements; of anything else, none.
const json::array_t& list_of(const json& object, const char* key) {
  static const json::array_t none;
  const json& value = member(object, key);
  return value.is_array() ? value.get_ref<const json::array_t&>() : none;
}

std::optional<std::uint32_t> number_of(const json& object, const char* key) {
  const json& value = member(object, key);
  if (!value.is_number_unsigned()) return std::nullopt;
  const auto number = value.get<std::uint64_t>();
  if (number > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  return static_cast<std::uint32_t>(number);
}

// An id may be written as a string or as a number.
std::string id_of(const json& value) {
  return value.is_number_integer() ? std::to_string(value.get<std::int64_t>()) : text_of(value);
}

std::optional<CivilDate> date_of(const json& object, const char* key) {
  return parse_iso_date(trim(text_of(object, key)));
}

// Reads one article; the first thing that is wrong stays in `problem`.
class ArticleReader {
 public:
  GoldArticle gold;
  std::string problem;

  void read(const json& root) {
    gold.id = text_of(root, "id");
    gold.published = date_of(root, "published");
    read_blocks(root);
    for (const json& entity : list_of(root, "entities")) read_entity(entity);
    for (const json& quote : list_of(root, "quotes")) read_quote(quote);
    for (const json& date : list_of(root, "dates"))
      if (const auto at = place(date, "dates")) gold.dates.push_back({*at, text_of(date, "value")});
  }

 private:
  static constexpr std::uint32_t left_out = std::numeric_limits<std::uint32_t>::max();

  void fail(std::string message) {
    if (problem.empty()) problem = std::move(message);
  }

  void read_blocks(const json& root) {
    if (!member(root, "blocks").is_array()) return fail("blocks: missing");
    for (const json& block : list_of(root, "blocks")) {
      std::string kind = text_of(block, "kind");
      if (kind == "url") {
        number_.push_back(left_out);
        continue;
      }
      number_.push_back(static_cast<std::uint32_t>(gold.blocks.size()));
      gold.blocks.push_back({std::move(kind), text_of(block, "text")});
    }
  }

  // Nothing for a place in a block that is left out.
  std::optional<GoldPlace> place(const json& value, const std::string& where) {
    const auto block = number_of(value, "block");
    if (!block || *block >= number_.size() || !member(value, "text").is_string()) {
      fail(where + ": no place with \"block\" and \"text\"");
      return std::nullopt;
    }
    if (number_[*block] == left_out) return std::nullopt;
    return GoldPlace{number_[*block], text_of(value, "text"), number_of(value, "occurrence").value_or(1)};
  }

  void read_entity(const json& value) {
    GoldEntity entity{id_of(member(value, "id")), text_of(value, "type"), text_of(value, "name"),
                      text_of(value, "gender"),   text_of(value, "role"), {}};
    for (const json& mention : list_of(value, "mentions"))
      if (const auto at = place(mention, "entity " + entity.id))
        entity.mentions.push_back({*at, text_of(mention, "form")});
    gold.entities.push_back(std::move(entity));
  }

  void read_quote(const json& value) {
    const std::string where = "quote " + id_of(member(value, "id"));
    GoldQuote quote;
    quote.kind = text_of(value, "kind");
    for (const json& part : list_of(value, "content"))
      if (const auto at = place(part, where)) quote.content.push_back(*at);
    if (member(value, "cue").is_object()) quote.cue = place(member(value, "cue"), where);
    if (const json& speaker = member(value, "speaker"); !speaker.is_null()) quote.speaker = id_of(speaker);
    gold.quotes.push_back(std::move(quote));
  }

  std::vector<std::uint32_t> number_;  // of each block as written: its place without those left out
};

GoldCaption read_caption(const json& value) {
  GoldCaption caption;
  caption.text = text_of(value, "text");
  const json& gold = member(value, "gold");
  const json& credit = member(gold, "credit");
  if (text_of(credit, "in") == "text")
    caption.credit =
        GoldCaption::Credit{text_of(credit, "text"), text_of(credit, "photographer"), text_of(credit, "agency")};
  for (const json& number : list_of(gold, "paragraphs"))
    if (number.is_number_unsigned()) caption.paragraphs.push_back(number.get<std::uint32_t>());
  for (const json& name : list_of(gold, "names")) {
    GoldCaption::Name& added = caption.names.emplace_back();
    added.text = text_of(name, "text");
    for (const json& place : list_of(name, "body"))
      if (const auto paragraph = number_of(place, "paragraph"))
        added.body.push_back({*paragraph, text_of(place, "text"), 1});
  }
  return caption;
}

json parse(std::string_view text) { return json::parse(text, nullptr, /*allow_exceptions=*/false); }

}  // namespace

Article GoldArticle::article() const {
  Article article;
  article.id = id;
  article.published = published;
  for (const GoldBlock& block : blocks) article.blocks.push_back({BlockKind::paragraph, block.text, false});
  return article;
}

std::variant<GoldArticle, GoldProblem> parse_gold_article(std::string_view text) {
  const json root = parse(text);
  if (!root.is_object()) return GoldProblem{"no JSON object"};
  ArticleReader reader;
  reader.read(root);
  if (!reader.problem.empty()) return GoldProblem{std::move(reader.problem)};
  return std::move(reader.gold);
}

Article GoldPage::article() const {
  Article article;
  article.id = id;
  article.published = published;
  article.blocks.push_back({BlockKind::headline, headline, true});
  for (const GoldCaption& caption : captions) article.blocks.push_back({BlockKind::caption, caption.text, true});
  for (const std::string& text : paragraphs) article.blocks.push_back({BlockKind::paragraph, text, true});
  return article;
}

std::variant<GoldPage, GoldProblem> parse_gold_page(std::string_view text) {
  const json root = parse(text);
  if (!root.is_object()) return GoldProblem{"no JSON object"};
  if (!member(root, "captions").is_array()) return GoldProblem{"captions: missing"};
  GoldPage page;
  page.id = text_of(root, "id");
  page.headline = text_of(root, "headline");
  page.published = date_of(root, "date");
  for (const json& paragraph : list_of(root, "paragraphs")) page.paragraphs.push_back(text_of(paragraph));
  for (const json& caption : list_of(root, "captions")) page.captions.push_back(read_caption(caption));
  for (const GoldCaption& caption : page.captions) {
    const auto is_there = [&page](std::uint32_t paragraph) { return paragraph < page.paragraphs.size(); };
    for (const std::uint32_t paragraph : caption.paragraphs)
      if (!is_there(paragraph)) return GoldProblem{"paragraphs: no paragraph " + std::to_string(paragraph)};
    for (const GoldCaption::Name& name : caption.names)
      for (const GoldPlace& place : name.body)
        if (!is_there(place.block)) return GoldProblem{"names: no paragraph " + std::to_string(place.block)};
  }
  return page;
}

}  // namespace newsgloss::evaluation

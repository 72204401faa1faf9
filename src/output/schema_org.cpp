#include "output/schema_org.h"

#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "article/civil_date.h"
#include "output/json_writer.h"
#include "output/web_annotation.h"

namespace newsgloss {
namespace {

constexpr auto flat = JsonWriter::Layout::flat;

// The schema.org type of each EntityType, in its order.
constexpr std::array<std::string_view, entity_type_count> types = {"Person",       "Organization", "Place", "Place",
                                                                   "Place",        "Thing",        "Event", "Product",
                                                                   "CreativeWork", "Legislation",  "Thing"};

class SchemaOrgWriter {
 public:
  SchemaOrgWriter(const Annotations& annotations, JsonStyle style)
      : a_(annotations), iri_(article_iri(annotations.article)), json_(style) {}

  std::string write() {
    json_.open_object();
    member("@context", "https://schema.org");
    member("@type", "NewsArticle");
    member("@id", iri_);
    if (iri_.starts_with("http")) member("url", a_.article.url);
    if (!a_.article.id.empty()) member("identifier", a_.article.id);
    if (a_.front.headline) member("headline", a_.article.blocks[*a_.front.headline].text);
    write_authors();
    if (a_.front.published) member("datePublished", to_iso(*a_.front.published));
    if (a_.front.dateline) member("dateline", words(a_.front.dateline->whole));
    if (!a_.article.lang.empty()) member("inLanguage", a_.article.lang);
    write_body();
    write_mentions();
    write_quotations();
    write_images();
    json_.close_object();
    return escaped(json_.take());
  }

 private:
  void member(std::string_view key, std::string_view value) {
    json_.key(key);
    json_.string(value);
  }
  [[nodiscard]] std::string_view words(const BlockSpan& at) const {
    return slice(a_.article.blocks[at.block].text, at.span);
  }
  [[nodiscard]] std::string entity_iri(EntityId id) const { return iri_ + "#entity-" + std::to_string(id); }

  // "<" stands in strings only.
  static std::string escaped(const std::string& json) {
    std::string out;
    out.reserve(json.size());
    for (const char c : json)
      if (c == '<')
        out += "\\u003c";
      else
        out += c;
    return out;
  }

  void named(std::string_view type, std::string_view name) {
    json_.open_object(flat);
    member("@type", type);
    member("name", name);
    json_.close_object();
  }
  void reference(EntityId id) {
    json_.open_object(flat);
    member("@id", entity_iri(id));
    json_.close_object();
  }

  void write_authors() {
    if (a_.front.authors.empty()) return;
    json_.key("author");
    json_.open_array();
    const auto persons = first_named();
    for (const BlockSpan& author : a_.front.authors) {
      const auto person = persons.find({author.block, author.span.begin});
      json_.open_object(flat);
      member("@type", "Person");
      if (person != persons.end()) member("@id", entity_iri(person->second));
      member("name", words(author));
      json_.close_object();
    }
    json_.close_array();
  }

  // Persons by where they are named first.
  [[nodiscard]] std::map<std::pair<std::uint32_t, std::uint32_t>, EntityId> first_named() const {
    std::map<std::pair<std::uint32_t, std::uint32_t>, EntityId> out;
    for (EntityId id = 0; id < a_.entities.size(); ++id) {
      const Entity& entity = a_.entities[id];
      if (entity.type != EntityType::person || entity.mentions.empty()) continue;
      const Mention& first = entity.mentions.front();
      out.emplace(std::pair(first.block, a_.span_of(first).begin), id);
    }
    return out;
  }

  void write_body() {
    std::string body;
    for (const Block& block : a_.article.blocks) {
      const bool is_body = block.kind == BlockKind::paragraph || block.kind == BlockKind::quotation ||
                           block.kind == BlockKind::list_item || block.kind == BlockKind::subheading;
      if (!is_body) continue;
      if (!body.empty()) body += "\n\n";
      body += block.text;
    }
    if (!body.empty()) member("articleBody", body);
  }

  void write_mentions() {
    if (a_.entities.empty()) return;
    json_.key("mentions");
    json_.open_array();
    for (EntityId id = 0; id < a_.entities.size(); ++id) write_entity(id);
    json_.close_array();
  }

  void write_entity(EntityId id) {
    const Entity& entity = a_.entities[id];
    const bool country = entity.type == EntityType::gpe && entity.link && entity.link->iso3166.size() == 2;
    json_.open_object();
    member("@type", country ? "Country" : types[static_cast<std::size_t>(entity.type)]);
    member("@id", entity_iri(id));
    member("name", entity.name);
    if (!entity.aliases.empty()) {
      json_.key("alternateName");
      json_.open_array(flat);
      for (const std::string& alias : entity.aliases) json_.string(alias);
      json_.close_array();
    }
    if (entity.type == EntityType::person) {
      if (entity.role) member("jobTitle", *entity.role);
      if (entity.gender != Gender::unknown)
        member("gender", entity.gender == Gender::female ? "https://schema.org/Female" : "https://schema.org/Male");
    }
    if (country) member("identifier", entity.link->iso3166);
    // A demonym's link names its country, which is something else.
    if (entity.link && !entity.link->wikidata.empty() && entity.type != EntityType::norp)
      member("sameAs", "http://www.wikidata.org/entity/" + entity.link->wikidata);
    json_.close_object();
  }

  void write_quotations() {
    if (a_.quotes.empty()) return;
    json_.key("hasPart");
    json_.open_array();
    for (const Quote& quote : a_.quotes) {
      json_.open_object();
      member("@type", "Quotation");
      member("genre", std::string(name_of(quote.kind)) + " speech");
      std::string text;
      for (const BlockSpan& part : quote.content) (text += text.empty() ? "" : " \xE2\x80\xA6 ") += words(part);
      member("text", text);
      if (!quote.speakers.empty()) {
        json_.key("spokenByCharacter");
        json_.open_array();
        for (const EntityId id : quote.speakers) write_speaker(id);
        json_.close_array();
      }
      // "she" credits nobody
      if (quote.source && quote.basis != SpeakerBasis::pronoun) member("creditText", words(*quote.source));
      json_.close_object();
    }
    json_.close_array();
  }

  void write_speaker(EntityId id) {
    const Entity& entity = a_.entities[id];
    if (entity.type == EntityType::person || entity.type == EntityType::org) return reference(id);
    named("Organization", entity.name);
  }

  void write_images() {
    if (a_.captions.empty()) return;
    json_.key("image");
    json_.open_array();
    for (const Caption& caption : a_.captions) {
      json_.open_object();
      member("@type", "ImageObject");
      member("caption", words({caption.block, caption.description}));
      if (caption.credit) {
        member("creditText", words({caption.block, caption.credit->span}));
        if (caption.credit->photographer) {
          json_.key("creator");
          named("Person", *caption.credit->photographer);
        }
        if (caption.credit->agency) {
          json_.key("copyrightHolder");
          named("Organization", *caption.credit->agency);
        }
      }
      // A range is no date of schema.org's; a day, a month or a year is.
      if (caption.date)
        member(caption.date->find('/') == std::string::npos ? "dateCreated" : "temporalCoverage", *caption.date);
      if (!caption.entities.empty()) {
        json_.key("about");
        json_.open_array();
        for (const EntityId id : caption.entities) reference(id);
        json_.close_array();
      }
      json_.close_object();
    }
    json_.close_array();
  }

  const Annotations& a_;
  std::string iri_;
  JsonWriter json_;
};

}  // namespace

std::string to_schema_org(const Annotations& annotations, JsonStyle style) {
  return SchemaOrgWriter(annotations, style).write();
}

}  // namespace newsgloss

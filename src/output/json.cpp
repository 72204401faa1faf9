#include "output/json.h"

#include "article/civil_date.h"
#include "output/json_writer.h"

namespace newsgloss {
namespace {

constexpr auto flat = JsonWriter::Layout::flat;

// Writes one Annotations; a member function for each part of the schema, in the schema's order.
class AnnotationsWriter {
 public:
  AnnotationsWriter(const Annotations& annotations, OffsetUnit unit, JsonStyle style)
      : annotations_(annotations), json_(style) {
    maps_.reserve(annotations.article.blocks.size());
    for (const Block& block : annotations.article.blocks) maps_.emplace_back(block.text, unit);
  }

  std::string write() {
    json_.open_object();
    member("schema", "newsgloss/1");
    member("id", annotations_.article.id);
    write_article();
    write_blocks();
    write_entities();
    write_values();
    write_quotes();
    write_captions();
    json_.close_object();
    return json_.take();
  }

 private:
  void member(std::string_view key, std::string_view value) {
    json_.key(key);
    json_.string(value);
  }
  void member_or_null(std::string_view key, const std::optional<std::string>& value) {
    json_.key(key);
    value ? json_.string(*value) : json_.null();
  }
  void member(std::string_view key, std::uint32_t value) {
    json_.key(key);
    json_.integer(value);
  }
  void score(Score value) {
    json_.key("score");
    json_.ten_thousandths(value);
  }

  void start_end(std::uint32_t block, Span span) {
    member("start", maps_[block](span.begin));
    member("end", maps_[block](span.end));
  }
  void place(std::uint32_t block, Span span) {
    member("block", block);
    start_end(block, span);
  }
  void place_or_null(std::string_view key, const std::optional<BlockSpan>& at) {
    json_.key(key);
    if (!at) return json_.null();
    json_.open_object(flat);
    place(at->block, at->span);
    json_.close_object();
  }
  void ids(std::string_view key, const std::vector<EntityId>& entities) {
    json_.key(key);
    json_.open_array(flat);
    for (const EntityId id : entities) json_.integer(id);
    json_.close_array();
  }

  [[nodiscard]] std::string_view text(const BlockSpan& at) const {
    return slice(annotations_.article.blocks[at.block].text, at.span);
  }

  void write_article() {
    const FrontMatter& front = annotations_.front;
    json_.key("article");
    json_.open_object(flat);
    json_.key("headline");
    front.headline ? json_.integer(*front.headline) : json_.null();
    json_.key("authors");
    json_.open_array(flat);
    for (const BlockSpan& author : front.authors) json_.string(text(author));
    json_.close_array();
    json_.key("published");
    front.published ? json_.string(to_iso(*front.published)) : json_.null();
    json_.key("dateline");
    front.dateline ? json_.string(text(front.dateline->whole)) : json_.null();
    json_.key("lang");
    annotations_.article.lang.empty() ? json_.null() : json_.string(annotations_.article.lang);
    json_.close_object();
  }

  void write_blocks() {
    json_.key("blocks");
    json_.open_array();
    for (const Block& block : annotations_.article.blocks) {
      json_.open_object(flat);
      member("kind", name_of(block.kind));
      member("text", block.text);
      json_.close_object();
    }
    json_.close_array();
  }

  void write_entities() {
    json_.key("entities");
    json_.open_array();
    for (std::uint32_t id = 0; id < annotations_.entities.size(); ++id) write_entity(id, annotations_.entities[id]);
    json_.close_array();
  }

  void write_entity(std::uint32_t id, const Entity& entity) {
    json_.open_object();
    member("id", id);
    member("type", name_of(entity.type));
    member("name", entity.name);
    json_.key("aliases");
    json_.open_array(flat);
    for (const std::string& alias : entity.aliases) json_.string(alias);
    json_.close_array();
    member_or_null("role", entity.role);
    member("gender", name_of(entity.gender));
    write_link(entity.link);
    json_.key("mentions");
    json_.open_array();
    for (const Mention& mention : entity.mentions) {
      json_.open_object(flat);
      place(mention.block, annotations_.span_of(mention));
      member("form", name_of(mention.form));
      score(mention.score);
      json_.close_object();
    }
    json_.close_array();
    json_.close_object();
  }

  void write_link(const std::optional<Link>& link) {
    json_.key("link");
    if (!link || (link->iso3166.empty() && link->wikidata.empty())) return json_.null();
    json_.open_object(flat);
    if (!link->iso3166.empty()) member("iso3166", link->iso3166);
    if (!link->wikidata.empty()) member("wikidata", link->wikidata);
    json_.close_object();
  }

  void write_values() {
    json_.key("values");
    json_.open_array();
    for (const Value& value : annotations_.values) {
      json_.open_object(flat);
      member("type", name_of(value.type));
      place(value.block, value.span);
      member_or_null("value", value.value);
      json_.close_object();
    }
    json_.close_array();
  }

  void write_quotes() {
    json_.key("quotes");
    json_.open_array();
    for (std::uint32_t id = 0; id < annotations_.quotes.size(); ++id) {
      const Quote& quote = annotations_.quotes[id];
      json_.open_object();
      member("id", id);
      member("kind", name_of(quote.kind));
      json_.key("content");
      json_.open_array();
      for (const BlockSpan& part : quote.content) {
        json_.open_object(flat);
        place(part.block, part.span);
        json_.close_object();
      }
      json_.close_array();
      place_or_null("cue", quote.cue);
      place_or_null("source", quote.source);
      ids("speakers", quote.speakers);
      member("basis", name_of(quote.basis));
      score(quote.score);
      json_.close_object();
    }
    json_.close_array();
  }

  void write_captions() {
    json_.key("captions");
    json_.open_array();
    for (const Caption& caption : annotations_.captions) write_caption(caption);
    json_.close_array();
  }

  void write_caption(const Caption& caption) {
    json_.open_object();
    member("block", caption.block);
    json_.key("description");
    json_.open_object(flat);
    start_end(caption.block, caption.description);
    json_.close_object();
    json_.key("credit");
    if (caption.credit) {
      json_.open_object(flat);
      start_end(caption.block, caption.credit->span);
      member_or_null("photographer", caption.credit->photographer);
      member_or_null("agency", caption.credit->agency);
      json_.close_object();
    } else {
      json_.null();
    }
    ids("entities", caption.entities);
    json_.key("positions");
    json_.open_array();
    for (const PicturePosition& position : caption.positions) {
      json_.open_object(flat);
      member("entity", position.entity);
      member("text", position.text);
      json_.close_object();
    }
    json_.close_array();
    json_.key("paragraphs");
    json_.open_array();
    for (const ParagraphLink& link : caption.paragraphs) {
      json_.open_object(flat);
      member("block", link.block);
      score(link.score);
      json_.close_object();
    }
    json_.close_array();
    member_or_null("date", caption.date);
    json_.key("filePhoto");
    json_.boolean(caption.file_photo);
    json_.close_object();
  }

  const Annotations& annotations_;
  JsonWriter json_;
  std::vector<OffsetMap> maps_;  // one a block
};

}  // namespace

std::string to_json(const Annotations& annotations, OffsetUnit unit, JsonStyle style) {
  return AnnotationsWriter(annotations, unit, style).write();
}

}  // namespace newsgloss

#include "output/web_annotation.h"

#include <string_view>

#include "output/joined_text.h"
#include "output/json_writer.h"
#include "text/utf8.h"

namespace newsgloss {
namespace {

constexpr std::size_t context_points = 32;  // code points of prefix and suffix
constexpr auto flat = JsonWriter::Layout::flat;

// Unreserved characters of RFC 3986, and what a URL may hold besides them.
bool is_plain(char c, std::string_view also) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~").find(c) != std::string_view::npos || also.find(c) != std::string_view::npos;
}

std::string percent_encoded(std::string_view text, std::string_view also) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain(c, also))
      out += c;
    else
      out.append("%").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
  }
  return out;
}

class WebAnnotationWriter {
 public:
  WebAnnotationWriter(const Annotations& annotations, JsonStyle style)
      : a_(annotations), joined_(annotations.article), source_(article_iri(annotations.article)), json_(style) {}

  std::string write() {
    json_.open_object();
    member("@context", "http://www.w3.org/ns/anno.jsonld");
    member("id", source_ + "#newsgloss");
    member("type", "AnnotationCollection");
    member("label", "Newsgloss annotations");
    json_.key("total");
    json_.integer(count());
    json_.key("first");
    json_.open_object();
    member("id", source_ + "#newsgloss-page");
    member("type", "AnnotationPage");
    json_.key("startIndex");
    json_.integer(0);
    json_.key("items");
    json_.open_array();
    for (EntityId id = 0; id < a_.entities.size(); ++id) write_entity(id);
    for (const Value& value : a_.values) write_value(value);
    for (const Quote& quote : a_.quotes) write_quote(quote);
    for (const Caption& caption : a_.captions) write_caption(caption);
    json_.close_array();
    json_.close_object();
    json_.close_object();
    return json_.take();
  }

 private:
  void member(std::string_view key, std::string_view value) {
    json_.key(key);
    json_.string(value);
  }

  [[nodiscard]] std::size_t count() const {
    std::size_t n = a_.values.size() + a_.quotes.size();
    for (const Entity& entity : a_.entities) n += entity.mentions.size();
    for (const Caption& caption : a_.captions) n += (caption.credit ? 1U : 0U) + caption.paragraphs.size();
    return n;
  }

  void open(std::string_view motivation) {
    json_.open_object();
    member("id", source_ + "#annotation-" + std::to_string(++annotations_));
    member("type", "Annotation");
    member("motivation", motivation);
    json_.key("body");
    json_.open_array();
  }
  void close_bodies() { json_.close_array(); }
  void close() { json_.close_object(); }

  void textual(std::string_view purpose, std::string_view value) {
    json_.open_object(flat);
    member("type", "TextualBody");
    member("purpose", purpose);
    member("value", value);
    json_.close_object();
  }
  void entity_body(EntityId id) {
    json_.open_object(flat);
    member("id", source_ + "#entity-" + std::to_string(id));
    member("type", "TextualBody");
    member("purpose", "identifying");
    member("value", a_.entities[id].name);
    json_.close_object();
  }

  // The selectors of some bytes of a block; `begin` … `end` of the whole text are looked around for context.
  void resource(std::uint32_t block, Span span) {
    const std::string& text = joined_.text();
    const Span bytes = joined_.bytes(block, span);
    const Span points = joined_.code_points(block, span);
    std::size_t before = bytes.begin;
    for (std::size_t i = 0; i < context_points && before > 0; ++i) before -= decode_before(text, before).bytes;
    std::size_t after = bytes.end;
    for (std::size_t i = 0; i < context_points && after < text.size(); ++i) after += decode(text, after).bytes;
    member("source", source_);
    json_.key("selector");
    json_.open_array();
    json_.open_object(flat);
    member("type", "TextQuoteSelector");
    member("exact", slice(text, bytes));
    member("prefix", std::string_view(text).substr(before, bytes.begin - before));
    member("suffix", std::string_view(text).substr(bytes.end, after - bytes.end));
    json_.close_object();
    json_.open_object(flat);
    member("type", "TextPositionSelector");
    json_.key("start");
    json_.integer(points.begin);
    json_.key("end");
    json_.integer(points.end);
    json_.close_object();
    json_.close_array();
  }
  void target(std::uint32_t block, Span span) {
    json_.open_object();
    member("type", "SpecificResource");
    resource(block, span);
    json_.close_object();
  }
  void one_target(std::uint32_t block, Span span) {
    json_.key("target");
    target(block, span);
  }

  void write_entity(EntityId id) {
    const Entity& entity = a_.entities[id];
    for (const Mention& mention : entity.mentions) {
      open("identifying");
      textual("tagging", name_of(entity.type));
      entity_body(id);
      if (entity.link && !entity.link->wikidata.empty()) {
        json_.open_object(flat);
        member("type", "SpecificResource");
        // "Kenyan" is not Kenya, but has to do with it.
        member("purpose", entity.type == EntityType::norp ? "linking" : "identifying");
        member("source", "http://www.wikidata.org/entity/" + entity.link->wikidata);
        json_.close_object();
      }
      close_bodies();
      one_target(mention.block, a_.span_of(mention));
      close();
    }
  }

  void write_value(const Value& value) {
    open("tagging");
    textual("tagging", name_of(value.type));
    if (value.value) textual("describing", *value.value);
    close_bodies();
    one_target(value.block, value.span);
    close();
  }

  [[nodiscard]] std::string_view words(const BlockSpan& at) const {
    return slice(a_.article.blocks[at.block].text, at.span);
  }

  void write_quote(const Quote& quote) {
    open("describing");
    textual("tagging", std::string(name_of(quote.kind)) + " quotation");
    for (const EntityId id : quote.speakers) entity_body(id);
    if (quote.source) textual("describing", "source: " + std::string(words(*quote.source)));
    if (quote.cue) textual("describing", "cue: " + std::string(words(*quote.cue)));
    close_bodies();
    json_.key("target");
    json_.open_array();  // the parts of a split quote
    for (const BlockSpan& part : quote.content) target(part.block, part.span);
    json_.close_array();
    close();
  }

  void write_caption(const Caption& caption) {
    if (caption.credit) {
      open("describing");
      textual("tagging", "credit");
      if (caption.credit->photographer) textual("describing", "photographer: " + *caption.credit->photographer);
      if (caption.credit->agency) textual("describing", "agency: " + *caption.credit->agency);
      close_bodies();
      one_target(caption.block, caption.credit->span);
      close();
    }
    for (const ParagraphLink& link : caption.paragraphs) {
      open("linking");
      json_.open_object();
      member("type", "SpecificResource");
      member("purpose", "linking");
      resource(link.block, {0, static_cast<std::uint32_t>(a_.article.blocks[link.block].text.size())});
      json_.close_object();
      close_bodies();
      one_target(caption.block, caption.description);
      close();
    }
  }

  const Annotations& a_;
  JoinedText joined_;
  std::string source_;
  JsonWriter json_;
  std::size_t annotations_ = 0;
};

}  // namespace

std::string article_iri(const Article& article) {
  // A URL's own signs stay; the fragment is cut off, since ours takes its place.
  const std::string_view url = std::string_view(article.url).substr(0, article.url.find('#'));
  if (url.starts_with("http://") || url.starts_with("https://")) return percent_encoded(url, ":/?[]@!$&'()*+,;=%");
  return "urn:newsgloss:" + (article.id.empty() ? "article" : percent_encoded(article.id, ""));
}

std::string to_web_annotation(const Annotations& annotations, JsonStyle style) {
  return WebAnnotationWriter(annotations, style).write();
}

}  // namespace newsgloss

#include "output/html.h"

#include <algorithm>
#include <array>
#include <vector>

#include "article/civil_date.h"
#include "text/utf8.h"

namespace newsgloss {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

constexpr std::string_view page_style = R"(
:root{color-scheme:light dark;--ink:#1b1b1f;--paper:#fffdf8;--dim:#63636b;--line:#d9d5ca;--person:#8a2a1c;--org:#1d4f91;--place:#1f6b3a;--other:#6a3d8f;--quote:#fff1c2}
@media(prefers-color-scheme:dark){:root{--ink:#ececf1;--paper:#17171a;--dim:#a3a3ad;--line:#3a3a42;--person:#ff9f8c;--org:#8fbcff;--place:#86d9a3;--other:#d0a8f5;--quote:#3b3311}}
body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:44rem;color:var(--ink);background:var(--paper);font:1.06rem/1.6 Georgia,"Times New Roman",serif}
h1{font-size:1.9rem;line-height:1.2}h2{font-size:1.05rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line)}
.about,figcaption,.caption,.cue,small{color:var(--dim);font-size:.92rem}.caption{border-left:3px solid var(--line);padding-left:.8rem}
.quote{background:var(--quote)}a{color:inherit;text-decoration-line:underline;text-decoration-thickness:2px;text-underline-offset:.15em}
.person{text-decoration-color:var(--person)}.org{text-decoration-color:var(--org)}.place{text-decoration-color:var(--place)}.other{text-decoration-color:var(--other)}
td{padding:.05rem .7rem .05rem 0;vertical-align:top}ul,dl{padding-left:1.1rem}dd{margin:0 0 .5rem 1rem}article+article{margin-top:4rem;border-top:3px solid var(--line)}:target{outline:2px solid var(--org)}
)";

// The class of each EntityType, in its order: four hues, no more.
constexpr std::array<std::string_view, entity_type_count> classes = {
    "person", "org", "place", "place", "place", "other", "other", "other", "other", "other", "other"};

std::string_view element_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::headline:
      return "h1";
    case BlockKind::subheading:
      return "h3";
    case BlockKind::quotation:
      return "blockquote";
    default:
      return "p";
  }
}

class HtmlWriter {
 public:
  HtmlWriter(const Annotations& annotations, std::string_view anchor) : a_(annotations), anchor_(anchor) {}

  std::string write() {
    for (const Block& block : a_.article.blocks) {
      quote_at_.emplace_back(block.text.size(), none);
      entity_at_.emplace_back(block.text.size(), none);
    }
    mark_quotes();
    mark_entities();
    out_ += "<article" + lang() + ">\n";
    for (std::uint32_t b = 0; b < a_.article.blocks.size(); ++b) write_block(b);
    write_about();
    write_quotes();
    write_entities();
    write_captions();
    out_ += "</article>\n";
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string lang() const {
    return a_.article.lang.empty() ? "" : " lang=\"" + html_escaped(a_.article.lang) + '"';
  }
  [[nodiscard]] std::string id(std::string_view what, std::size_t number) const {
    return std::string(anchor_).append(what).append(std::to_string(number));
  }
  [[nodiscard]] std::string words(const BlockSpan& at) const {
    return html_escaped(slice(a_.article.blocks[at.block].text, at.span));
  }
  [[nodiscard]] std::string entity_link(EntityId entity) const {
    const Entity& e = a_.entities[entity];
    return "<a class=\"" + std::string(classes[static_cast<std::size_t>(e.type)]) + "\" href=\"#" + id("e", entity) +
           "\"><bdi>" + html_escaped(e.name) + "</bdi></a>";
  }

  // For each byte, the innermost quote and the entity that it belongs to: longest spans first, what lies inside over
  // them.
  void mark_quotes() {
    struct Part {
      BlockSpan at;
      std::uint32_t quote;
    };
    std::vector<Part> parts;
    for (std::uint32_t q = 0; q < a_.quotes.size(); ++q)
      for (const BlockSpan& at : a_.quotes[q].content) parts.push_back({at, q});
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Part& x, const Part& y) { return x.at.span.size() > y.at.span.size(); });
    for (const Part& part : parts) fill(quote_at_[part.at.block], part.at.span, part.quote);
  }
  void mark_entities() {
    for (std::uint32_t e = 0; e < a_.entities.size(); ++e)
      for (const Mention& mention : a_.entities[e].mentions) fill(entity_at_[mention.block], a_.span_of(mention), e);
  }
  static void fill(std::vector<std::uint32_t>& bytes, Span span, std::uint32_t value) {
    std::fill(bytes.begin() + span.begin, bytes.begin() + span.end, value);
  }

  void write_block(std::uint32_t b) {
    const Block& block = a_.article.blocks[b];
    if (block.kind == BlockKind::furniture) return;
    const std::string_view element = element_of(block.kind);
    out_.append("<").append(element).append(" id=\"").append(id("b", b)).append("\" class=\"");
    out_.append(name_of(block.kind)).append("\">");
    write_text(b);
    out_.append("</").append(element).append(">\n");
  }

  // Runs of the same quote and the same entity; a link never crosses a statement's end.
  void write_text(std::uint32_t b) {
    const std::string_view text = a_.article.blocks[b].text;
    std::uint32_t open_quote = none;
    for (std::size_t at = 0; at < text.size();) {
      const std::uint32_t quote = quote_at_[b][at];
      const std::uint32_t entity = entity_at_[b][at];
      std::size_t end = at + 1;
      while (end < text.size() && quote_at_[b][end] == quote && entity_at_[b][end] == entity) ++end;
      if (quote != open_quote) {
        if (open_quote != none) out_ += "</span>";
        if (quote != none) open_statement(quote);
        open_quote = quote;
      }
      const std::string words = html_escaped(text.substr(at, end - at));
      if (entity == none)
        out_ += words;
      else
        out_ += "<a class=\"" + std::string(classes[static_cast<std::size_t>(a_.entities[entity].type)]) +
                "\" href=\"#" + id("e", entity) + "\">" + words + "</a>";
      at = end;
    }
    if (open_quote != none) out_ += "</span>";
  }

  void open_statement(std::uint32_t quote) {
    std::string who;
    for (const EntityId e : a_.quotes[quote].speakers) (who += who.empty() ? "" : ", ") += a_.entities[e].name;
    out_ += "<span class=\"quote " + std::string(name_of(a_.quotes[quote].kind)) + '"';
    if (!who.empty()) out_ += " title=\"" + html_escaped(who) + '"';
    out_ += '>';
  }

  void write_about() {
    std::string about;
    const auto add = [&about](const std::string& part) { (about += about.empty() ? "" : " \xC2\xB7 ") += part; };
    for (const BlockSpan& author : a_.front.authors) add("<bdi>" + words(author) + "</bdi>");
    if (a_.front.published)
      add("<time datetime=\"" + to_iso(*a_.front.published) + "\">" + to_iso(*a_.front.published) + "</time>");
    if (!about.empty()) out_ += "<p class=\"about\">" + about + "</p>\n";
  }

  void write_quotes() {
    if (a_.quotes.empty()) return;
    out_ += "<section><h2>Who said what</h2>\n<dl>\n";
    for (const Quote& quote : a_.quotes) {
      std::string who;
      for (const EntityId e : quote.speakers) (who += who.empty() ? "" : ", ") += entity_link(e);
      if (who.empty()) who = quote.source ? "<bdi>" + words(*quote.source) + "</bdi>" : "(nobody named)";
      out_ += "<dt>" + who;
      if (quote.speakers.size() == 1 && a_.entities[quote.speakers[0]].role)
        out_ += ", <small>" + html_escaped(*a_.entities[quote.speakers[0]].role) + "</small>";
      if (quote.cue) out_ += " <span class=\"cue\">" + words(*quote.cue) + "</span>";
      out_ += "</dt>\n<dd><bdi>";
      for (std::size_t i = 0; i < quote.content.size(); ++i) {
        if (i > 0) out_ += " \xE2\x80\xA6 ";
        out_ += words(quote.content[i]);
      }
      out_ += "</bdi>";
      if (!quote.content.empty()) {
        const std::string number = std::to_string(quote.content.front().block);
        out_ += " <a href=\"#" + id("b", quote.content.front().block) + "\">\xC2\xB6" + number + "</a>";
      }
      out_ += "</dd>\n";
    }
    out_ += "</dl></section>\n";
  }

  void write_entities() {
    if (a_.entities.empty()) return;
    out_ += "<section><h2>Names</h2>\n<ul>\n";
    for (EntityId e = 0; e < a_.entities.size(); ++e) {
      const Entity& entity = a_.entities[e];
      out_ += "<li id=\"" + id("e", e) + "\"><bdi>" + html_escaped(entity.name) + "</bdi> <small>" +
              std::string(name_of(entity.type));
      if (entity.role) out_ += "; " + html_escaped(*entity.role);
      if (entity.gender != Gender::unknown) out_.append("; ").append(name_of(entity.gender));
      for (std::size_t i = 0; i < entity.aliases.size(); ++i)
        out_ += (i == 0 ? "; also <bdi>" : ", <bdi>") + html_escaped(entity.aliases[i]) + "</bdi>";
      out_ += "; \xC3\x97" + std::to_string(entity.mentions.size()) + "</small></li>\n";
    }
    out_ += "</ul></section>\n";
  }

  void write_captions() {
    if (a_.captions.empty()) return;
    out_ += "<section><h2>Pictures</h2>\n<ul>\n";
    for (const Caption& caption : a_.captions) {
      out_ += "<li>" + words({caption.block, caption.description});
      if (caption.credit) out_ += " <small>" + words({caption.block, caption.credit->span}) + "</small>";
      if (caption.file_photo) out_ += " <small>(file photo)</small>";
      for (const ParagraphLink& link : caption.paragraphs)
        out_ += " <a href=\"#" + id("b", link.block) + "\">\xC2\xB6" + std::to_string(link.block) + "</a>";
      out_ += "</li>\n";
    }
    out_ += "</ul></section>\n";
  }

  const Annotations& a_;
  std::string_view anchor_;
  std::string out_;
  std::vector<std::vector<std::uint32_t>> quote_at_;
  std::vector<std::vector<std::uint32_t>> entity_at_;
};

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        if ((static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') || c == 0x7F)
          out += "\xEF\xBF\xBD";
        else
          out += c;
    }
  }
  return out;
}

std::string html_begin(std::string_view title, std::string_view style) {
  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
         "base-uri 'none'; form-action 'none'\">\n"
         "<title>" +
         html_escaped(title) + "</title>\n<style>" + std::string(page_style) + std::string(style) +
         "</style>\n</head>\n<body>\n";
}

std::string html_end() { return "</body>\n</html>\n"; }

std::string to_html(const Annotations& annotations, std::string_view anchor) {
  return HtmlWriter(annotations, anchor).write();
}

}  // namespace newsgloss

#include "output/report.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "article/civil_date.h"
#include "output/columns.h"

namespace newsgloss {
namespace {

constexpr int least_width = 40;
constexpr int content_limit = 300;  // columns of what was said that are shown
constexpr std::string_view pilcrow = "\xC2\xB6";
constexpr std::string_view times = "\xC3\x97";
constexpr std::string_view middle_dot = "\xC2\xB7";
constexpr std::string_view gap = " \xE2\x80\xA6 ";

// How a statement is marked, by QuoteKind: two columns each.
constexpr std::array<std::string_view, 3> kind_marks = {"\xE2\x80\x9D ", " \xE2\x80\xBA", "\xE2\x80\x9D\xE2\x80\xBA"};

constexpr std::string_view legend =
    "\xE2\x80\x9D word for word, \xE2\x80\xBA in the reporter's words, \xE2\x80\x9D\xE2\x80\xBA partly quoted; "
    "\xC2\xB6 the article's block";

// The lists of names, in the order of the page.
struct NameList {
  std::string_view title;
  std::array<bool, entity_type_count> types;
};
constexpr std::array<bool, entity_type_count> types(std::initializer_list<EntityType> of) {
  std::array<bool, entity_type_count> set{};
  for (const EntityType type : of) set[static_cast<std::size_t>(type)] = true;
  return set;
}
constexpr NameList name_lists[] = {
    {"ORGANISATIONS", types({EntityType::org})},
    {"PLACES", types({EntityType::gpe, EntityType::loc, EntityType::fac})},
    {"NATIONALITIES AND GROUPS", types({EntityType::norp})},
    {"EVENTS, WORKS, LAWS, PRODUCTS",
     types({EntityType::event, EntityType::work_of_art, EntityType::law, EntityType::product, EntityType::other})},
};

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

class Report {
 public:
  Report(const Annotations& annotations, ReportStyle style)
      : a_(annotations), width_(std::max(style.width, least_width)), colour_(style.colour) {}

  std::string write() {
    write_head();
    write_quotes();
    write_people();
    for (const NameList& list : name_lists) write_names(list);
    write_dates();
    write_amounts();
    write_captions();
    return std::move(out_);
  }

 private:
  // Layout.
  [[nodiscard]] std::string styled(std::string_view text, std::string_view code) const {
    if (!colour_ || text.empty()) return std::string(text);
    return "\x1b[" + std::string(code) + 'm' + std::string(text) + "\x1b[0m";
  }
  [[nodiscard]] std::string bold(std::string_view text) const { return styled(text, "1"); }
  [[nodiscard]] std::string dim(std::string_view text) const { return styled(text, "2"); }

  void line(std::string_view text = "") { out_.append(text).append("\n"); }

  void title(std::string_view text) {
    line();
    line(bold(text));
    line();
  }

  // `text` wrapped behind `indent` columns; `lead` (already styled, `lead_columns` wide) begins the first line.
  // `tail` is put at the right end of the last line, or of a line of its own.
  void paragraph(std::string_view lead, int lead_columns, std::string_view text, int indent,
                 std::string_view tail = "") {
    const int room = width_ - indent - (tail.empty() ? 0 : 6);
    std::vector<std::string> lines = wrap(text, room, lead_columns - indent);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::string row = i == 0 ? std::string(lead) : std::string(static_cast<std::size_t>(indent), ' ');
      row += lines[i];
      if (i + 1 == lines.size() && !tail.empty()) {
        const int used = (i == 0 ? lead_columns : indent) + columns_of(lines[i]);
        row.append(static_cast<std::size_t>(std::max(1, width_ - used - columns_of(tail))), ' ').append(dim(tail));
      }
      line(row);
    }
  }

  // The article's words.
  [[nodiscard]] std::string words(const BlockSpan& at) const {
    return printable(slice(a_.article.blocks[at.block].text, at.span));
  }
  static std::string place(std::uint32_t block) { return std::string(pilcrow) + std::to_string(block); }

  void write_head() {
    if (a_.front.headline)
      for (const std::string& row : wrap(printable(a_.article.blocks[*a_.front.headline].text), width_))
        line(bold(row));
    else
      line(bold(a_.article.id.empty() ? "(no headline)" : printable(a_.article.id)));

    std::string facts;
    const auto fact = [&facts](const std::string& text) {
      if (!facts.empty()) facts.append(" ").append(middle_dot).append(" ");
      facts += text;
    };
    std::string authors;
    for (const BlockSpan& author : a_.front.authors) authors += (authors.empty() ? "By " : ", ") + words(author);
    if (!authors.empty()) fact(authors);
    if (a_.front.published) fact(to_iso(*a_.front.published));
    if (a_.front.dateline) fact(words(a_.front.dateline->whole));
    std::size_t words_read = 0;
    for (const std::vector<Token>& block : a_.tokens)
      for (const Token& token : block) words_read += token.kind == TokenKind::word || token.kind == TokenKind::number;
    fact(std::to_string(words_read) + (words_read == 1 ? " word" : " words"));
    for (const std::string& row : wrap(facts, width_)) line(dim(row));
  }

  // Who said what.
  [[nodiscard]] std::string speakers_of(const Quote& quote) const {
    std::string names;
    for (const EntityId id : quote.speakers) names += (names.empty() ? "" : ", ") + printable(a_.entities[id].name);
    return names;
  }

  // Statements of the same speakers, or of the same words where the article names nobody.
  struct Voice {
    std::string name;
    bool named = false;
    std::vector<const Quote*> quotes;
  };

  // What tells one voice from another. A pronoun that was not resolved, or no source at all, means the same voice
  // only in one run of statements.
  [[nodiscard]] std::string key_of(const Quote& quote) const {
    std::string key;
    for (const EntityId id : quote.speakers) key += std::to_string(id) + ' ';
    if (!key.empty()) return key;
    return quote.source ? '"' + capitalised(words(*quote.source)) : "-";
  }

  [[nodiscard]] std::vector<Voice> voices() const {
    std::vector<Voice> voices;
    std::map<std::string, std::size_t> known;  // only looked up, never walked
    std::string last;
    for (const Quote& quote : a_.quotes) {
      const bool named = !quote.speakers.empty();
      std::string key = key_of(quote);
      const bool lasting = named || quote.basis == SpeakerBasis::name || quote.basis == SpeakerBasis::nominal;
      if (!lasting && key != last) known.erase(key);
      const auto [voice, is_new] = known.emplace(key, voices.size());
      if (is_new) voices.push_back({named ? speakers_of(quote) : quote.source ? words(*quote.source) : "", named, {}});
      voices[voice->second].quotes.push_back(&quote);
      last = std::move(key);
    }
    return voices;
  }

  void write_quotes() {
    if (a_.quotes.empty()) return;
    title("WHO SAID WHAT");
    bool first = true;
    for (const Voice& voice : voices()) {
      if (!first) line();
      first = false;
      write_voice(voice);
      for (const Quote* quote : voice.quotes) write_quote(*quote);
    }
    line();
    for (const std::string& row : wrap(legend, width_ - 2)) line("  " + dim(row));
  }

  void write_voice(const Voice& voice) {
    const std::string name = voice.named          ? voice.name
                             : voice.name.empty() ? "(nobody named)"
                                                  : capitalised(voice.name) + " (not identified)";
    std::string role;
    const Quote& quote = *voice.quotes.front();
    if (quote.speakers.size() == 1 && a_.entities[quote.speakers[0]].role)
      role = printable(*a_.entities[quote.speakers[0]].role);
    const std::string lead = "  " + name + (role.empty() ? "" : ", ");
    const int columns = columns_of(lead);
    if (columns > width_ / 2 || role.empty())
      paragraph("  ", 2, lead.substr(2) + role, 4);
    else
      paragraph("  " + bold(name) + ", ", columns, role, 4);
  }

  void write_quote(const Quote& quote) {
    std::string said;
    for (const BlockSpan& part : quote.content) {
      if (!said.empty()) said += gap;
      said += words(part);
    }
    std::string lead = "  " + std::string(kind_marks[static_cast<std::size_t>(quote.kind)]) + ' ';
    // The words that report, in the article's order: "she said", "according to the institute".
    std::string verb = quote.cue ? words(*quote.cue) : quote.basis == SpeakerBasis::implicit ? "(goes on)" : "";
    if (quote.source && quote.basis != SpeakerBasis::name && !quote.speakers.empty()) {
      const std::string source = shorten(words(*quote.source), width_ / 3);
      const bool cue_first = quote.cue && quote.cue->span.begin < quote.source->span.begin;
      verb = verb.empty() ? source : cue_first ? verb + ' ' + source : source + ' ' + verb;
    }
    if (!verb.empty()) verb += ": ";
    const std::uint32_t block = quote.content.empty() ? 0 : quote.content.front().block;
    if (columns_of(verb) > width_ / 2)
      paragraph(lead, 5, verb + shorten(said, content_limit), 7, place(block));
    else
      paragraph(lead + dim(verb), 5 + columns_of(verb), shorten(said, content_limit), 7, place(block));
  }

  // Who is who.
  [[nodiscard]] std::string aliases_of(const Entity& entity) const {
    std::string also;
    for (const std::string& alias : entity.aliases) also += (also.empty() ? "also " : ", ") + printable(alias);
    return also;
  }
  static std::string count_of(const Entity& entity) {
    return std::string(times) + std::to_string(entity.mentions.size());
  }

  void write_people() {
    std::vector<const Entity*> people;
    int names = 0;
    for (const Entity& entity : a_.entities)
      if (entity.type == EntityType::person) {
        people.push_back(&entity);
        names = std::max(names, columns_of(printable(entity.name)));
      }
    if (people.empty()) return;
    title("PEOPLE");
    names = std::min(names, width_ / 3);
    for (const Entity* entity : people) {
      std::string name = shorten(printable(entity->name), names);
      const int columns = columns_of(name);
      std::string about = entity->role ? printable(*entity->role) : "";
      const auto add = [&about](const std::string& what) { about += (about.empty() ? "" : "; ") + what; };
      if (entity->gender != Gender::unknown) add(std::string(name_of(entity->gender)));
      if (!entity->aliases.empty()) add(aliases_of(*entity));
      const std::string lead = "  " + bold(name) + std::string(static_cast<std::size_t>(names - columns + 2), ' ');
      paragraph(lead, names + 4, about, names + 4, count_of(*entity));
    }
  }

  // The other names: most often mentioned first.
  void write_names(const NameList& list) {
    std::vector<const Entity*> entities;
    for (const Entity& entity : a_.entities)
      if (list.types[static_cast<std::size_t>(entity.type)]) entities.push_back(&entity);
    if (entities.empty()) return;
    std::stable_sort(entities.begin(), entities.end(),
                     [](const Entity* a, const Entity* b) { return a->mentions.size() > b->mentions.size(); });
    title(list.title);
    for (const Entity* entity : entities) {
      std::string name = printable(entity->name);
      const std::string also = aliases_of(*entity);
      if (!also.empty()) name += " (" + also + ')';
      paragraph("  ", 2, name, 4, count_of(*entity));
    }
  }

  // When and how much.
  void write_dates() {
    bool any = false;
    for (const Value& value : a_.values) {
      if (value.type != ValueType::date && value.type != ValueType::time) continue;
      if (!any) title("DATES");
      any = true;
      constexpr int value_columns = 24;
      std::string lead = "  " + shorten(value.value ? printable(*value.value) : "?", value_columns - 2);
      lead.append(static_cast<std::size_t>(std::max(1, value_columns + 2 - columns_of(lead))), ' ');
      paragraph(lead, columns_of(lead), words({value.block, value.span}), columns_of(lead), place(value.block));
    }
  }

  void write_amounts() {
    std::string text;
    for (const Value& value : a_.values) {
      if (value.type != ValueType::money && value.type != ValueType::percent && value.type != ValueType::quantity)
        continue;
      if (!text.empty()) text.append(" ").append(middle_dot).append(" ");
      text += words({value.block, value.span});
    }
    if (text.empty()) return;
    title("AMOUNTS");
    paragraph("  ", 2, text, 2);
  }

  // What the pictures show.
  void write_captions() {
    if (a_.captions.empty()) return;
    title("CAPTIONS");
    bool first = true;
    for (const Caption& caption : a_.captions) {
      if (!first) line();
      first = false;
      paragraph("  ", 2, words({caption.block, caption.description}), 2, place(caption.block));
      const auto detail = [this](std::string_view name, const std::string& text) {
        if (text.empty()) return;
        std::string lead = "    " + std::string(name);
        lead.append(static_cast<std::size_t>(std::max(1, 16 - columns_of(lead))), ' ');
        const int columns = columns_of(lead);
        paragraph(dim(lead), columns, text, columns);
      };
      detail("credit", credit_of(caption));
      detail("shows", shown_in(caption));
      detail("belongs to", paragraphs_of(caption));
      detail("taken", caption.date ? printable(*caption.date) : "");
      if (caption.file_photo) detail("note", "file photo");
    }
  }

  [[nodiscard]] std::string credit_of(const Caption& caption) const {
    if (!caption.credit) return "";
    std::string text = caption.credit->photographer ? printable(*caption.credit->photographer) : "";
    if (caption.credit->agency) text += (text.empty() ? "" : " / ") + printable(*caption.credit->agency);
    return text.empty() ? words({caption.block, caption.credit->span}) : text;
  }

  [[nodiscard]] std::string shown_in(const Caption& caption) const {
    std::string text;
    for (const EntityId id : caption.entities) {
      if (!text.empty()) text.append(" ").append(middle_dot).append(" ");
      text += printable(a_.entities[id].name);
      for (const PicturePosition& position : caption.positions)
        if (position.entity == id) text += " (" + printable(position.text) + ')';
    }
    return text;
  }

  [[nodiscard]] std::string paragraphs_of(const Caption& caption) const {
    std::string text;
    for (const ParagraphLink& link : caption.paragraphs) text += (text.empty() ? "" : ", ") + place(link.block);
    return text;
  }

  const Annotations& a_;
  int width_;
  bool colour_;
  std::string out_;
};

}  // namespace

std::string to_report(const Annotations& annotations, ReportStyle style) { return Report(annotations, style).write(); }

}  // namespace newsgloss

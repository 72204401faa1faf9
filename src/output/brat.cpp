#include "output/brat.h"

#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "output/columns.h"
#include "output/joined_text.h"

namespace newsgloss {
namespace {

class BratWriter {
 public:
  explicit BratWriter(const Annotations& annotations) : a_(annotations), joined_(annotations.article) {}

  std::string write() {
    for (const Entity& entity : a_.entities) write_entity(entity);
    for (const Value& value : a_.values) write_value(value);
    for (const Quote& quote : a_.quotes) write_quote(quote);
    for (const Caption& caption : a_.captions) write_credit(caption);
    return std::move(out_);
  }

 private:
  // A text-bound annotation; "" and no line where the spans are empty.
  std::string text_bound(std::string_view type, const std::vector<BlockSpan>& parts) {
    std::string offsets;
    std::string words;
    for (const BlockSpan& part : parts) {
      if (part.span.empty()) continue;
      const Span points = joined_.code_points(part.block, part.span);
      if (!offsets.empty()) {
        offsets += ';';
        words += ' ';
      }
      offsets += std::to_string(points.begin) + ' ' + std::to_string(points.end);
      words += slice(joined_.text(), joined_.bytes(part.block, part.span));
    }
    if (offsets.empty()) return "";
    std::string id = 'T' + std::to_string(++text_bounds_);
    out_.append(id).append("\t").append(type).append(" ").append(offsets).append("\t").append(words).append("\n");
    return id;
  }

  void relation(std::string_view type, const std::string& from, const std::string& to) {
    if (from.empty() || to.empty()) return;
    out_.append("R").append(std::to_string(++relations_)).append("\t").append(type);
    out_.append(" Arg1:").append(from).append(" Arg2:").append(to).append("\n");
  }

  void attribute(std::string_view type, const std::string& of, std::string_view value) {
    if (of.empty()) return;
    out_.append("A").append(std::to_string(++attributes_)).append("\t").append(type);
    out_.append(" ").append(of).append(" ").append(value).append("\n");
  }

  void note(const std::string& of, std::string_view text) {
    if (of.empty()) return;
    out_.append("#").append(std::to_string(++notes_)).append("\tAnnotatorNotes ").append(of).append("\t");
    out_.append(printable(text)).append("\n");
  }

  void write_entity(const Entity& entity) {
    std::vector<std::string> ids;
    for (const Mention& mention : entity.mentions) {
      ids.push_back(text_bound(name_of(entity.type), {{mention.block, a_.span_of(mention)}}));
      if (mention.form != MentionForm::name) attribute("Form", ids.back(), name_of(mention.form));
    }
    first_mention_.push_back(ids.empty() ? "" : ids.front());
    if (ids.size() > 1) {
      out_ += "*\tCoref";
      for (const std::string& id : ids) out_.append(" ").append(id);
      out_ += '\n';
    }
    const std::string& first = first_mention_.back();
    if (entity.gender != Gender::unknown) attribute("Gender", first, name_of(entity.gender));
    if (entity.role) note(first, "role: " + *entity.role);
    if (entity.link && !entity.link->wikidata.empty() && !first.empty())
      out_ += 'N' + std::to_string(++normalisations_) + "\tReference " + first + " Wikidata:" + entity.link->wikidata +
              '\t' + printable(entity.name) + '\n';
  }

  void write_value(const Value& value) {
    const std::string id = text_bound(name_of(value.type), {{value.block, value.span}});
    if (value.value) note(id, *value.value);
  }

  void write_quote(const Quote& quote) {
    const std::string content = text_bound("Content", quote.content);
    if (content.empty()) return;
    attribute("Kind", content, name_of(quote.kind));
    if (quote.source) relation("Source", content, text_bound("Source", {*quote.source}));
    if (quote.cue) relation("Cue", content, text_bound("Cue", {*quote.cue}));
    for (const EntityId id : quote.speakers) relation("Speaker", content, first_mention_[id]);
  }

  void write_credit(const Caption& caption) {
    if (!caption.credit) return;
    const std::string id = text_bound("Credit", {{caption.block, caption.credit->span}});
    if (caption.credit->photographer) note(id, "photographer: " + *caption.credit->photographer);
    if (caption.credit->agency) note(id, "agency: " + *caption.credit->agency);
  }

  const Annotations& a_;
  JoinedText joined_;
  std::string out_;
  std::vector<std::string> first_mention_;  // of each entity
  std::size_t text_bounds_ = 0;
  std::size_t relations_ = 0;
  std::size_t attributes_ = 0;
  std::size_t notes_ = 0;
  std::size_t normalisations_ = 0;
};

}  // namespace

std::string to_brat_text(const Annotations& annotations) {
  return annotations.article.blocks.empty() ? "" : JoinedText(annotations.article).text() + '\n';
}

std::string to_brat(const Annotations& annotations) { return BratWriter(annotations).write(); }

std::string brat_configuration() {
  std::string out = "[entities]\n";
  const auto line = [&out](std::string_view text) { out.append(text).append("\n"); };
  for (int i = 0; i < entity_type_count; ++i) line(name_of(static_cast<EntityType>(i)));
  for (const ValueType type : {ValueType::date, ValueType::time, ValueType::money, ValueType::percent,
                               ValueType::quantity, ValueType::ordinal, ValueType::cardinal})
    line(name_of(type));
  for (const std::string_view type : {"Content", "Source", "Cue", "Credit"}) line(type);
  line("[relations]");
  line("Source Arg1:Content, Arg2:Source");
  line("Cue Arg1:Content, Arg2:Cue");
  line("Speaker Arg1:Content, Arg2:<ENTITY>");
  line("Coref Arg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive");
  line("[attributes]");
  const auto attribute = [&out](std::string_view head, std::initializer_list<std::string_view> values) {
    out.append(head);
    for (std::string_view before = ", Value:"; const std::string_view value : values) {
      out.append(before).append(value);
      before = "|";
    }
    out += '\n';
  };
  attribute("Kind Arg:Content", {name_of(QuoteKind::direct), name_of(QuoteKind::indirect), name_of(QuoteKind::mixed)});
  attribute("Form Arg:<ENTITY>",
            {name_of(MentionForm::acronym), name_of(MentionForm::nominal), name_of(MentionForm::pronoun)});
  attribute("Gender Arg:PERSON", {name_of(Gender::female), name_of(Gender::male)});
  line("[events]");
  return out;
}

}  // namespace newsgloss

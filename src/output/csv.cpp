#include "output/csv.h"

#include <array>
#include <string_view>

#include "article/civil_date.h"
#include "output/csv_row.h"

namespace newsgloss {
namespace {

constexpr std::array<std::string_view, 12> columns = {"article", "published", "block",  "kind", "speaker", "role",
                                                      "gender",  "basis",     "source", "cue",  "content", "score"};

std::string decimal(Score score) {
  std::string digits = std::to_string(10000 + score % 10000).substr(1);
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  return std::to_string(score / 10000) + (digits.empty() ? "" : '.' + digits);
}

std::string row_of(const Annotations& a, const Quote& quote) {
  const auto words = [&a](const BlockSpan& at) { return slice(a.article.blocks[at.block].text, at.span); };
  const auto joined = [&](std::string_view between, auto of) {
    std::string out;
    for (const EntityId id : quote.speakers) {
      const std::string part = of(a.entities[id]);
      if (!out.empty() && !part.empty()) out += between;
      out += part;
    }
    return out;
  };
  std::string content;
  for (const BlockSpan& part : quote.content) {
    if (!content.empty()) content += " \xE2\x80\xA6 ";
    content += words(part);
  }
  CsvRow row;
  row.cell(a.article.id);
  row.cell(a.front.published ? to_iso(*a.front.published) : "");
  row.cell(quote.content.empty() ? "" : std::to_string(quote.content.front().block));
  row.cell(name_of(quote.kind));
  row.cell(joined("; ", [](const Entity& e) { return e.name; }));
  row.cell(joined("; ", [](const Entity& e) { return e.role.value_or(""); }));
  row.cell(joined("; ", [](const Entity& e) { return std::string(name_of(e.gender)); }));
  row.cell(name_of(quote.basis));
  row.cell(quote.source ? words(*quote.source) : "");
  row.cell(quote.cue ? words(*quote.cue) : "");
  row.cell(content);
  row.cell(decimal(quote.score));
  return row.take();
}

}  // namespace

std::string csv_header() {
  CsvRow row;
  for (const std::string_view column : columns) row.cell(column);
  return row.take();
}

std::string to_csv(const Annotations& annotations) {
  std::string out;
  for (const Quote& quote : annotations.quotes) out += row_of(annotations, quote);
  return out;
}

}  // namespace newsgloss

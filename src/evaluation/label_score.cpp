#include "evaluation/label_score.h"

#include <algorithm>
#include <span>

namespace newsgloss::evaluation {
namespace {

// A type as one side writes it, and as it is counted.
struct TypeRow {
  std::string_view written;
  std::string_view counted;
};

// The nine labels of Stanford's English Worldwide Newswire that are names.
constexpr TypeRow worldwide_gold[] = {{"Person", "PER"}, {"Organization", "ORG"}, {"Location", "LOC"},
                                      {"NORP", "NORP"},  {"Facility", "FAC"},     {"Product", "PRODUCT"}};
constexpr TypeRow worldwide_found[] = {{"PERSON", "PER"}, {"ORG", "ORG"}, {"GPE", "LOC"},        {"LOC", "LOC"},
                                       {"NORP", "NORP"},  {"FAC", "FAC"}, {"PRODUCT", "PRODUCT"}};
// CoNLL 2003 and Universal NER have the same three; a facility is a place there.
constexpr TypeRow three_gold[] = {{"PER", "PER"}, {"ORG", "ORG"}, {"LOC", "LOC"}};
constexpr TypeRow three_found[] = {{"PERSON", "PER"}, {"ORG", "ORG"}, {"GPE", "LOC"}, {"LOC", "LOC"}, {"FAC", "LOC"}};

std::string_view counted(std::span<const TypeRow> rows, std::string_view written) {
  for (const TypeRow& row : rows)
    if (row.written == written) return row.counted;
  return {};
}

}  // namespace

// Without rows every type counts, under its own name.
struct LabelMap {
  std::string_view name;
  std::span<const TypeRow> gold;
  std::span<const TypeRow> found;
  bool totals = false;  // figures begin with sums over types
};

namespace {

constexpr LabelMap entity_maps[] = {{"worldwide", worldwide_gold, worldwide_found, true},
                                    {"conll", three_gold, three_found, true},
                                    {"uner", three_gold, three_found, true}};
constexpr LabelMap attribution_labels = {"attribution", {}, {}, false};

std::vector<LabelSpan> mapped(std::span<const TypeRow> rows, std::vector<LabelSpan> spans) {
  std::vector<LabelSpan> out;
  for (LabelSpan& span : spans) {
    if (!rows.empty()) span.type = counted(rows, span.type);
    if (!span.type.empty()) out.push_back(std::move(span));
  }
  return out;
}

std::string words(const LabelledChunk& chunk, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) out += ' ';
    out += chunk.tokens[i];
  }
  return out;
}

std::string shown(const LabelledChunk& chunk, const LabelSpan& span) {
  return span.type + ' ' + words(chunk, span.begin, span.end);
}

std::string context(const LabelledChunk& chunk, const LabelSpan& span) {
  constexpr std::size_t tokens_around = 8;
  const std::size_t begin = span.begin > tokens_around ? span.begin - tokens_around : 0;
  const std::size_t end = std::min(chunk.tokens.size(), span.end + tokens_around);
  const auto beside = [&chunk](std::size_t from, std::size_t to) { return words(chunk, from, to); };
  return beside(begin, span.begin) + " [" + beside(span.begin, span.end) + "] " + beside(span.end, end);
}

// Each missed span with a wrong one that overlaps it, where one does; then the wrong ones that are left.
void list_errors(const LabelledChunk& chunk, const std::vector<LabelSpan>& missed, std::vector<LabelSpan> spurious,
                 Findings& findings) {
  for (const LabelSpan& gold : missed) {
    const auto other = std::find_if(spurious.begin(), spurious.end(), [&gold](const LabelSpan& span) {
      return span.begin < gold.end && gold.begin < span.end;
    });
    if (other == spurious.end()) {
      findings.add({"missed " + gold.type, chunk.where, shown(chunk, gold), "", context(chunk, gold)});
      continue;
    }
    findings.add({"wrong " + gold.type, chunk.where, shown(chunk, gold), shown(chunk, *other), context(chunk, gold)});
    spurious.erase(other);
  }
  for (const LabelSpan& span : spurious)
    findings.add({"spurious " + span.type, chunk.where, "", shown(chunk, span), context(chunk, span)});
}

}  // namespace

std::vector<LabelSpan> spans_of(const std::vector<std::string>& labels) {
  std::vector<LabelSpan> spans;
  bool inside = false;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::string_view label = labels[i];
    const std::size_t dash = label.find('-');
    const std::string_view prefix = label.substr(0, dash);
    const std::string_view type = dash == std::string_view::npos ? std::string_view() : label.substr(dash + 1);
    const bool goes_on = inside && prefix != "B" && prefix != "S" && prefix != "O" && type == spans.back().type;
    if (goes_on) {
      spans.back().end = i + 1;
      continue;
    }
    inside = prefix != "O";
    if (inside) spans.push_back({i, i + 1, std::string(type)});
  }
  return spans;
}

const LabelMap* entity_map(std::string_view name) noexcept {
  for (const LabelMap& map : entity_maps)
    if (map.name == name) return &map;
  return nullptr;
}

const LabelMap& attribution_map() noexcept { return attribution_labels; }

void LabelScore::add(const LabelledChunk& chunk, Findings* findings) {
  const std::vector<LabelSpan> gold = mapped(map_.gold, spans_of(chunk.gold));
  const std::vector<LabelSpan> found = mapped(map_.found, spans_of(chunk.found));
  std::vector<LabelSpan> missed;
  std::vector<LabelSpan> spurious;
  // Both lists are by place and disjoint within themselves, so a span's equal, if there is one, begins where it does.
  const auto has = [](const std::vector<LabelSpan>& in, const LabelSpan& span) {
    const auto at = std::lower_bound(in.begin(), in.end(), span.begin,
                                     [](const LabelSpan& s, std::size_t begin) { return s.begin < begin; });
    return at != in.end() && *at == span;
  };
  for (const LabelSpan& span : gold) {
    if (has(found, span))
      ++by_type_[span.type].right;
    else
      missed.push_back(span);
  }
  for (const LabelSpan& span : found)
    if (!has(gold, span)) spurious.push_back(span);
  for (const LabelSpan& span : missed) ++by_type_[span.type].missed;
  for (const LabelSpan& span : spurious) ++by_type_[span.type].spurious;
  if (findings) list_errors(chunk, missed, std::move(spurious), *findings);
}

std::string LabelScore::figures() const {
  FiguresWriter out;
  if (map_.totals) {
    Counts all;
    Counts core;
    for (const auto& [type, counts] : by_type_) {
      all += counts;
      if (type == "PER" || type == "ORG" || type == "LOC") core += counts;
    }
    out.counts("all", all);
    out.counts("per_org_loc", core);
  }
  for (const auto& [type, counts] : by_type_) out.counts(type, counts);
  return out.take();
}

}  // namespace newsgloss::evaluation

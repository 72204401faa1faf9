#include "output/source_audit.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "article/civil_date.h"
#include "output/columns.h"
#include "output/csv_row.h"

namespace newsgloss {
namespace {

constexpr std::array<std::string_view, source_class_count> class_names = {"named persons", "other names", "unnamed",
                                                                          "nobody"};
constexpr std::array<Gender, 3> genders = {Gender::female, Gender::male, Gender::unknown};

std::string_view shown(const std::string& key) { return key.empty() ? std::string_view("(unknown)") : key; }

std::size_t index_of(Gender gender) { return static_cast<std::size_t>(gender); }

// "37.5 %", in tenths from integers, rounded half up.
std::string percent(std::size_t part, std::size_t all) {
  if (all == 0) return "-";
  const std::size_t tenths = (part * 2000 + all) / (2 * all);
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " %";
}

std::string outlet_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return "";
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const std::size_t user = host.rfind('@'); user != std::string_view::npos) host.remove_prefix(user + 1);
  host = host.substr(0, host.find(':'));
  std::string out;
  for (const char c : host) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out.starts_with("www.") ? out.substr(4) : out;
}

std::size_t words_in(const Annotations& a, const BlockSpan& at) {
  const std::vector<Token>& tokens = a.tokens[at.block];
  auto token = std::lower_bound(tokens.begin(), tokens.end(), at.span.begin,
                                [](const Token& t, std::uint32_t begin) { return t.span.begin < begin; });
  std::size_t words = 0;
  for (; token != tokens.end() && token->span.end <= at.span.end; ++token)
    if (token->kind == TokenKind::word || token->kind == TokenKind::number) ++words;
  return words;
}

std::string padded(std::string_view text, int width, bool right = false) {
  const std::string cut = shorten(printable(text), width);
  const std::string space(static_cast<std::size_t>(std::max(0, width - columns_of(cut))), ' ');
  return right ? space + cut : cut + space;
}

std::vector<std::size_t> by_gender(const std::array<std::size_t, 3>& counts) {
  std::vector<std::size_t> out;
  out.reserve(std::size(genders));
  for (const Gender gender : genders) out.push_back(counts[index_of(gender)]);
  return out;
}

}  // namespace

ArticleDigest digest_of(const Annotations& a) {
  ArticleDigest digest;
  digest.outlet = outlet_of(a.article.url);
  if (a.front.published) digest.month = to_iso(*a.front.published).substr(0, 7);
  for (const Quote& quote : a.quotes) {
    ArticleDigest::Statement& statement = digest.statements.emplace_back();
    statement.kind = quote.kind;
    for (const BlockSpan& part : quote.content) statement.words += words_in(a, part);
    if (quote.speakers.empty()) {
      statement.source = quote.source ? SourceClass::unnamed : SourceClass::nobody;
      continue;
    }
    const Entity& speaker = a.entities[quote.speakers.front()];
    statement.source = speaker.type == EntityType::person ? SourceClass::person : SourceClass::other_name;
    statement.name = speaker.name;
    statement.type = speaker.type;
    statement.gender = speaker.gender;
    statement.role = speaker.role.value_or("");
  }
  return digest;
}

void SourceAudit::Tally::add(const ArticleDigest::Statement& statement) {
  ++statements;
  words += statement.words;
  if (statement.kind != QuoteKind::indirect) ++direct;
  ++by_source[static_cast<std::size_t>(statement.source)];
  if (statement.source == SourceClass::person) ++by_gender[index_of(statement.gender)];
}

void SourceAudit::add(const ArticleDigest& digest) {
  const std::array<Tally*, 3> tallies = {&all_, &outlets_[digest.outlet], &months_[digest.month]};
  for (Tally* const tally : tallies) ++tally->articles;
  std::set<Source*> met;
  for (const ArticleDigest::Statement& statement : digest.statements) {
    for (Tally* const tally : tallies) tally->add(statement);
    if (statement.name.empty()) continue;
    // A person with one word for a name is somebody else in every article.
    const bool one_word = statement.type == EntityType::person && statement.name.find(' ') == std::string::npos;
    Source& source =
        sources_[{one_word ? statement.name + '\n' + std::to_string(all_.articles) : statement.name, statement.type}];
    if (met.insert(&source).second) {
      source.name = statement.name;
      source.type = statement.type;
      ++source.articles;
      ++source.genders[index_of(statement.gender)];
    }
    ++source.statements;
    source.words += statement.words;
    if (statement.kind != QuoteKind::indirect) ++source.direct;
    if (!statement.role.empty()) ++source.roles[statement.role];
  }
}

Gender SourceAudit::Source::gender() const noexcept {
  const std::size_t female = genders[index_of(Gender::female)];
  const std::size_t male = genders[index_of(Gender::male)];
  return female == male ? Gender::unknown : female > male ? Gender::female : Gender::male;
}

std::string SourceAudit::Source::role() const {
  std::string best;
  std::size_t most = 0;
  for (const auto& [role, count] : roles)
    if (count > most) {
      most = count;
      best = role;
    }
  return best;
}

std::vector<const SourceAudit::Source*> SourceAudit::sources(std::size_t most) const {
  std::vector<const Source*> out;
  for (const auto& [key, source] : sources_) out.push_back(&source);
  std::stable_sort(out.begin(), out.end(), [](const Source* a, const Source* b) {
    return a->statements != b->statements ? a->statements > b->statements : a->words > b->words;
  });
  if (out.size() > most) out.resize(most);
  return out;
}

std::array<std::size_t, 3> SourceAudit::persons() const {
  std::array<std::size_t, 3> out{};
  for (const auto& [key, source] : sources_)
    if (source.type == EntityType::person) ++out[index_of(source.gender())];
  return out;
}

std::string SourceAudit::text(std::size_t most) const {
  std::string out = "SOURCES\n\n";
  const auto line = [&out](const std::string& text) { out.append("  ").append(text).append("\n"); };
  const auto count = [&line](std::string_view name, std::size_t part, std::size_t all) {
    line(padded(name, 28) + padded(std::to_string(part), 10, true) + padded(percent(part, all), 10, true));
  };
  line(padded("articles", 28) + padded(std::to_string(all_.articles), 10, true));
  line(padded("statements", 28) + padded(std::to_string(all_.statements), 10, true));
  line(padded("words said", 28) + padded(std::to_string(all_.words), 10, true));
  count("in quotation marks", all_.direct, all_.statements);
  for (std::size_t i = 0; i < class_names.size(); ++i)
    count("from " + std::string(class_names[i]), all_.by_source[i], all_.statements);
  out += "\nNAMED PERSONS, BY WHAT THE ARTICLES SAY OF THEIR GENDER\n\n";
  const auto people = persons();
  const std::size_t all_people = people[0] + people[1] + people[2];
  const std::size_t all_said = all_.by_source[static_cast<std::size_t>(SourceClass::person)];
  line(padded("", 14) + padded("persons", 20, true) + padded("statements", 20, true));
  for (const Gender gender : genders) {
    const std::size_t i = index_of(gender);
    line(padded(name_of(gender), 14) + padded(std::to_string(people[i]), 10, true) +
         padded(percent(people[i], all_people), 10, true) + padded(std::to_string(all_.by_gender[i]), 10, true) +
         padded(percent(all_.by_gender[i], all_said), 10, true));
  }
  out += "\nMOST HEARD (of " + std::to_string(sources_.size()) + ")\n\n";
  line(padded("", 44) + padded("articles", 9, true) + padded("said", 7, true) + padded("words", 8, true));
  for (const Source* source : sources(most)) {
    const std::string role = source->role();
    line(padded(source->name + (role.empty() ? "" : ", " + role), 44) +
         padded(std::to_string(source->articles), 9, true) + padded(std::to_string(source->statements), 7, true) +
         padded(std::to_string(source->words), 8, true));
  }
  const auto table = [&](std::string_view title, const std::map<std::string, Tally>& tallies) {
    out.append("\n").append(title).append("\n\n");
    line(padded("", 34) + padded("articles", 9, true) + padded("said", 8, true) + padded("unnamed", 10, true) +
         padded("female*", 10, true));
    for (const auto& [key, tally] : tallies)
      line(
          padded(shown(key), 34) + padded(std::to_string(tally.articles), 9, true) +
          padded(std::to_string(tally.statements), 8, true) +
          padded(percent(tally.by_source[static_cast<std::size_t>(SourceClass::unnamed)], tally.statements), 10, true) +
          padded(percent(tally.by_gender[index_of(Gender::female)],
                         tally.by_gender[index_of(Gender::female)] + tally.by_gender[index_of(Gender::male)]),
                 10, true));
  };
  table("BY OUTLET", outlets_);
  table("BY MONTH", months_);
  out += "\n  * of statements by named persons whose gender the article tells\n";
  return out;
}

std::string SourceAudit::csv(std::size_t most) const {
  std::string out;
  CsvRow header;
  for (const std::string_view name :
       {"table", "name", "type", "gender", "role", "articles", "statements", "direct", "words", "from_persons",
        "from_other_names", "unnamed", "nobody", "female", "male", "gender_unknown"})
    header.cell(name);
  out += header.take();
  const auto tally_row = [&out](std::string_view table, std::string_view name, const Tally& tally) {
    CsvRow row;
    for (const std::string_view cell : {table, name, std::string_view(), std::string_view(), std::string_view()})
      row.cell(cell);
    for (const std::size_t number : {tally.articles, tally.statements, tally.direct, tally.words}) row.cell(number);
    for (const std::size_t number : tally.by_source) row.cell(number);
    for (const std::size_t number : by_gender(tally.by_gender)) row.cell(number);
    out += row.take();
  };
  tally_row("all", "", all_);
  for (const auto& [key, tally] : outlets_) tally_row("outlet", shown(key), tally);
  for (const auto& [key, tally] : months_) tally_row("month", shown(key), tally);
  for (const Source* source : sources(most)) {
    CsvRow row;
    row.cell("source");
    row.cell(source->name);
    row.cell(name_of(source->type));
    row.cell(source->type == EntityType::person ? name_of(source->gender()) : "");
    row.cell(source->role());
    for (const std::size_t number : {source->articles, source->statements, source->direct, source->words})
      row.cell(number);
    for (int i = 0; i < source_class_count + 3; ++i) row.cell("");
    out += row.take();
  }
  return out;
}

}  // namespace newsgloss

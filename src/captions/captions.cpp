#include "captions/captions.h"

#include <algorithm>

#include "article/civil_date.h"
#include "article/line.h"
#include "captions/credit_words.h"
#include "captions/illustration.h"
#include "captions/positions.h"
#include "captions/words.h"
#include "text/characters.h"

namespace newsgloss {
namespace {

constexpr int archive_days = 60;  // a picture older than this was not taken for the article

/// The caption's text without its credit, trimmed.
Span description_of(std::string_view text, const std::optional<Credit>& credit) {
  Span left{0, static_cast<std::uint32_t>(text.size())};
  if (credit) {
    if (credit->span.begin > 0 && !trim(text.substr(0, credit->span.begin)).empty())
      left.end = credit->span.begin;
    else
      left.begin = credit->span.end;
  }
  const std::string_view trimmed = trim(slice(text, left));
  if (trimmed.empty()) return {left.begin, left.begin};
  const auto begin = static_cast<std::uint32_t>(trimmed.data() - text.data());
  Span out{begin, begin + static_cast<std::uint32_t>(trimmed.size())};
  constexpr std::string_view joints[] = {"|", "-", "\xE2\x80\x94", "\xE2\x80\x93"};  // between description and credit
  for (std::string_view joint : joints) {
    if (!credit || !slice(text, out).ends_with(joint)) continue;
    out.end -= static_cast<std::uint32_t>(joint.size());
    while (out.end > out.begin && text[out.end - 1] == ' ') --out.end;
  }
  return out;
}

/// "FILE - …", "File photo of …", "(file)", "Archive picture".
bool says_file(const DocumentBlock& block) {
  const auto n = static_cast<std::uint32_t>(block.tokens.size());
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::string_view word = block.token(i);
    if (word.size() > 8) continue;
    const std::string folded = fold_case(word);
    if (!in_table(credit_words::file_openers, folded)) continue;
    const std::string next = i + 1 < n ? fold_case(clip(block.token(i + 1), 16)) : std::string();
    const bool picture = next == "photo" || next == "picture" || next == "image" || next == "pic" ||
                         next == "photograph" || next == "footage";
    const bool opens =
        i == 0 && (next == "-" || next == ":" || next == "\xE2\x80\x94" || next == "\xE2\x80\x93" || next == ".");
    const std::string_view before = i > 0 ? block.token(i - 1) : std::string_view();
    const bool closed =
        (before == "(" || before == "/" || before == ",") && (next == ")" || next.empty() || next == "]");
    if (picture || opens || closed) return true;
  }
  return false;
}

/// The first date of the description that is a day; else the first month or year.
std::optional<std::string> date_of(std::uint32_t block, std::string_view text, Span description,
                                   const std::vector<Value>& values, std::size_t first) {
  std::optional<std::string> coarse;
  for (std::size_t i = first; i < values.size() && values[i].block == block; ++i) {
    const Value& value = values[i];
    if (value.type != ValueType::date || !value.value || !description.contains(value.span)) continue;
    if (value.value->find('/') != std::string::npos) continue;
    if (value.value->size() == 10) return value.value;
    // a year before a capitalised word belongs to a name ("2023 Open Cup")
    const bool in_name = value.span.end + 1 < description.end && text[value.span.end] == ' ' &&
                         text[value.span.end + 1] >= 'A' && text[value.span.end + 1] <= 'Z';
    if (!coarse && !in_name) coarse = value.value;
  }
  return coarse;
}

/// Was the picture taken well before the article?
bool is_older(const std::string& date, const std::optional<CivilDate>& published) {
  if (!published || date.size() < 4 || date.find('W') != std::string::npos) return false;
  auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    for (std::size_t i = at; i < at + size; ++i) value = value * 10 + (date[i] - '0');
    return value;
  };
  CivilDate last{number(0, 4), 12, 31};  // the latest day that it may mean
  if (date.size() >= 7) {
    last.month = number(5, 2);
    last.day = date.size() >= 10 ? number(8, 2) : 28;
  }
  return is_valid(last) && days_from_civil(*published) - days_from_civil(last) > archive_days;
}

}  // namespace

std::vector<Caption> read_captions(const Document& document, const std::vector<Entity>& entities,
                                   const std::vector<Value>& values) {
  std::vector<Caption> captions;
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
    if (document.blocks[b].kind != BlockKind::caption) continue;
    Caption caption;
    caption.block = b;
    captions.push_back(std::move(caption));
  }
  if (captions.empty()) return captions;

  // names in caption blocks, by place
  std::vector<std::vector<NamedInCaption>> names(document.blocks.size());
  for (std::size_t e = 0; e < entities.size(); ++e)
    for (const Mention& mention : entities[e].mentions)
      if (mention.block < document.blocks.size() && document.blocks[mention.block].kind == BlockKind::caption &&
          !mention.tokens.empty() && (mention.form == MentionForm::name || mention.form == MentionForm::acronym))
        names[mention.block].push_back(
            {static_cast<EntityId>(e), mention.tokens, entities[e].type == EntityType::person});

  const ParagraphIndex index(document, entities, values);
  std::size_t value = 0;
  std::vector<std::uint32_t> seen(entities.size(), 0);  // the last caption's block, plus one, that named the entity
  for (Caption& caption : captions) {
    const DocumentBlock& block = document.blocks[caption.block];
    caption.credit = find_credit(block.text);
    caption.description = description_of(block.text, caption.credit);
    std::vector<NamedInCaption>& here = names[caption.block];
    std::sort(here.begin(), here.end(),
              [](const NamedInCaption& a, const NamedInCaption& b) { return a.tokens.first < b.tokens.first; });
    std::erase_if(here,
                  [&](const NamedInCaption& name) { return !caption.description.contains(block.bytes(name.tokens)); });
    for (const NamedInCaption& name : here) {
      if (seen[name.entity] == caption.block + 1) continue;
      seen[name.entity] = caption.block + 1;
      caption.entities.push_back(name.entity);
    }
    caption.positions = find_positions(block, here);
    while (value < values.size() && values[value].block < caption.block) ++value;
    caption.date = date_of(caption.block, block.text, caption.description, values, value);
    caption.file_photo = says_file(block) || (caption.date && is_older(*caption.date, document.front.published));
    caption.paragraphs = index.match(caption.block, caption.description);
  }
  return captions;
}

}  // namespace newsgloss

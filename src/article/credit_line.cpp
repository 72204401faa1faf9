#include "article/credit_line.h"

#include <string>
#include <vector>

#include "article/agencies_lexicon.h"
#include "article/line.h"
#include "text/characters.h"

namespace newsgloss {
namespace {

constexpr std::size_t longest_credit = 160;  // bytes
constexpr std::uint32_t most_tokens = 24;

/// The agency name that ends with token `last - 1`: how many tokens it takes; 0 for none.
std::uint32_t agency_tokens(const Line& line, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t begin = last > first + 4 ? last - 4 : first; begin < last; ++begin) {
    const Span span{line.tokens[begin].span.begin, line.tokens[last - 1].span.end};
    if (find_agency(fold_case(slice(line.text, span))) != nullptr) return last - begin;
  }
  return 0;
}

/// Tokens that a credit's names may hold: capitalised words, particles, initials, slashes, ampersands.
bool is_name_like(const Line& line, std::uint32_t i) {
  const Token& token = line.tokens[i];
  if (token.kind == TokenKind::dash) return true;
  if (token.kind == TokenKind::link) return true;
  if (token.kind == TokenKind::possessive) return true;
  if (token.kind == TokenKind::number) return false;
  if (token.kind != TokenKind::word) return line.is(i, {"/", ",", "|", "&", "\xC2\xA9", ".", ":", "(", ")", "@"});
  if (line.is_capitalised(i)) return true;
  return line.is(i, {"via",   "and",  "for",      "of",   "the",     "de",       "da",  "del", "der",
                     "di",    "la",   "van",      "von",  "bin",     "al",       "el",  "by",  "in",
                     "photo", "file", "courtesy", "pool", "handout", "stringer", "for", "on",  "behalf"}) ||
         !has_letter(line.word(i)) || !(is_all_lower(line.word(i)));
}

bool all_name_like(const Line& line, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i)
    if (!is_name_like(line, i)) return false;
  return first < last;
}

/// Where a label ("Photo:", "Photograph by", "Image courtesy of", "AP Photo/") ends; `first` for none.
std::uint32_t label_end(const Line& line, std::uint32_t first, std::uint32_t last) {
  std::uint32_t i = first;
  bool picture = false;
  bool credit = false;
  while (i < last && line.is(i, {"file",
                                 "screen",
                                 "main",
                                 "lead",
                                 "featured",
                                 "cover",
                                 "aerial",
                                 "ap",
                                 "afp",
                                 "epa",
                                 "un",
                                 "reuters",
                                 "xinhua",
                                 "stock",
                                 "representational",
                                 "representative",
                                 "representation",
                                 "illustrative",
                                 "drone",
                                 "top"}))
    ++i;
  for (; i < last; ++i) {
    if (line.is(i, {"photo", "photos",     "photograph", "photographs", "photography", "pic",          "pics",
                    "pix",   "picture",    "pictures",   "image",       "images",      "illustration", "graphic",
                    "video", "screenshot", "screengrab", "grab",        "cartoon",     "artwork"}))
      picture = true;
    else if (line.is(i, {"credit", "credits", "courtesy"}))
      credit = true;
    else
      break;
  }
  if (!picture && !credit) return first;
  const std::uint32_t words = i;
  if (line.is(i, {":", "/", "|", "-", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xA9"}) && i < last) return i + 1;
  if (line.is(i, {"by", "of", "from", "via"}) && i < last) {
    ++i;
    return line.is(i, {":"}) && i < last ? i + 1 : i;
  }
  return credit && words == last ? words : first;
}

/// Is [first, last) of `line` a credit?
bool is_credit(const Line& line, std::uint32_t first, std::uint32_t last, bool bracketed) {
  while (last > first && line.is(last - 1, {".", ",", ";"})) --last;
  if (first >= last || last - first > most_tokens) return false;
  const std::uint32_t labelled = label_end(line, first, last);
  if (labelled > first) return labelled < last && all_name_like(line, labelled, last);
  if (line.is(first, {"\xC2\xA9"}) && last - first <= 8)
    return last > first + 1 && all_name_like(line, first + 1, last);
  if (line.is(first, {"courtesy", "supplied", "provided", "handout"}) &&
      line.is(first + 1, {"of", "by", ":", "/", "from"}))
    return last > first + 2 && last - first <= 12 && (line.is_capitalised(first + 2) || line.is(first + 2, {"the"}));
  if (!all_name_like(line, first, last)) return false;
  const std::uint32_t agency = agency_tokens(line, first, last);
  if (agency == last - first) return true;
  // NAME/AGENCY, NAME via AGENCY, NAME for AGENCY, NAME, AGENCY in brackets
  bool slash = false;
  bool via = false;
  bool caps = true;
  for (std::uint32_t i = first; i < last; ++i) {
    slash |= line.is(i, {"/"});
    via |= line.is(i, {"via"}) && i > first && i + 1 < last;
    if (line.tokens[i].kind == TokenKind::word && has_letter(line.word(i)))
      caps &= line.is_all_caps(i) || line.is(i, {"for", "and", "via"});
  }
  if (via) return true;
  if (line.is(first, {"/", ",", ":"}) || line.is(last - 1, {"/"})) return false;
  if (agency > 0 && (slash || line.is(last - agency - 1, {"for", ",", "|", "\xE2\x80\x93", "-", "(", "\xC2\xA9"}) ||
                     (caps && bracketed)))
    return true;
  if (slash) {
    bool first_part = false;  // "AP Photo/Jane Doe", "Getty Images/J. Doe", "Reuters/Jane Doe"
    for (std::uint32_t i = first + 1; i < last && i <= first + 4; ++i)
      if (line.is(i, {"/"})) first_part |= agency_tokens(line, first, i) == i - first;
    return first_part || (caps && last - first >= 3);
  }
  return false;
}

bool is_credit_text(std::string_view text) {
  std::string_view inner = trim(text);
  if (inner.empty() || inner.size() > longest_credit) return false;
  const bool round = inner.front() == '(' && inner.back() == ')';
  const bool square = inner.front() == '[' && inner.back() == ']';
  if (round || square) inner = trim(inner.substr(1, inner.size() - 2));
  if (inner.empty()) return false;
  const Line line = read_line(inner);
  return is_credit(line, 0, line.size(), round || square);
}

}  // namespace

bool is_credit_line(std::string_view text) { return is_credit_text(text); }

std::optional<Span> credit_at_end(std::string_view text) {
  const std::string_view whole = trim(text);
  if (whole.empty()) return std::nullopt;
  const auto end = static_cast<std::size_t>(whole.data() - text.data()) + whole.size();
  std::size_t from = end > longest_credit ? end - longest_credit : 0;
  while (from < end && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  const std::string_view tail = text.substr(from, end - from);
  const auto accept = [&](std::size_t at) -> std::optional<Span> {
    if (from + at == 0 || trim(text.substr(0, from + at)).empty()) return std::nullopt;
    if (!is_credit_text(tail.substr(at))) return std::nullopt;
    while (tail[at] == ' ') ++at;
    return Span{static_cast<std::uint32_t>(from + at), static_cast<std::uint32_t>(end)};
  };
  // A bracket that closes the block
  if (tail.back() == ')' || tail.back() == ']') {
    const std::size_t open = tail.rfind(tail.back() == ')' ? '(' : '[');
    if (open != std::string_view::npos) return accept(open);
  }
  const Line line = read_line(tail);
  // A label anywhere in the last line; what follows a sentence's end, a bar or a dash
  for (std::uint32_t i = 1; i < line.size(); ++i) {
    const std::size_t at = line.tokens[i].span.begin;
    const bool label = line.is_capitalised(i) && label_end(line, i, line.size()) > i;
    const bool after_stop = line.is(
        i - 1, {".", "!", "?", "\"", "\xE2\x80\x9D", "|", "\xE2\x80\x94", "\xE2\x80\x93", ")", ";", "\xE2\x80\x99"});
    if (!label && !after_stop && !line.is(i, {"\xC2\xA9"})) continue;
    if (line.is(i, {"(", "[", "|", "\xE2\x80\x94", "-"})) continue;
    if (std::optional<Span> span = accept(at)) return span;
  }
  return std::nullopt;
}

}  // namespace newsgloss

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

bool has_case(std::string_view word) noexcept {
  return is_all_caps(word) || is_all_lower(word) || is_capitalised(word);
}

/// Tokens that a credit's names may hold: capitalised words, particles, initials, slashes, ampersands.
bool is_name_like(const Line& line, std::uint32_t i) {
  const Token& token = line.tokens[i];
  if (token.kind == TokenKind::dash) return true;
  if (token.kind == TokenKind::link) return true;
  if (token.kind == TokenKind::possessive) return true;
  if (token.kind == TokenKind::number) return false;
  if (token.kind != TokenKind::word) return line.is(i, {"/", ",", "|", "&", "\xC2\xA9", ":", "(", ")", "@"});
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

enum class Certainty : unsigned char { none, likely, certain };

/// Name/Name: capitalised words on both sides of each slash, and nothing else ("Jane Doe/The Daily Bugle").
bool slashed_names(const Line& line, std::uint32_t first, std::uint32_t last) {
  std::uint32_t slashes = 0;
  std::uint32_t words = 0;
  bool word_before = false;
  for (std::uint32_t i = first; i < last; ++i) {
    const bool slash = line.is(i, {"/"});
    if (slash && !word_before) return false;
    slashes += slash;
    const bool word = line.tokens[i].kind == TokenKind::word && (line.is_capitalised(i) || !has_case(line.word(i)));
    if (!slash && !word && line.tokens[i].kind != TokenKind::dash && line.tokens[i].kind != TokenKind::possessive)
      return false;
    words += word;
    word_before = !slash;
  }
  return slashes >= 1 && slashes <= 3 && word_before && words >= 2 && words <= 12;
}

/// Is [first, last) of `line` a credit? `apart`: something sets it off from what stands before it.
Certainty credit(const Line& line, std::uint32_t first, std::uint32_t last, bool bracketed, bool apart) {
  using enum Certainty;
  while (last > first && line.is(last - 1, {".", ",", ";"})) --last;
  if (first >= last || last - first > most_tokens) return none;
  const std::uint32_t labelled = label_end(line, first, last);
  if (labelled > first) {
    const bool of_the = line.is(labelled - 1, {"of"}) && line.is(labelled, {"the"}) && last - labelled <= 8;
    return labelled < last && (of_the || all_name_like(line, labelled, last)) ? certain : none;
  }
  if (line.is(first, {"\xC2\xA9"})) return last - first <= 8 && all_name_like(line, first + 1, last) ? certain : none;
  if (line.is(first, {"courtesy", "supplied", "provided", "handout"}) &&
      line.is(first + 1, {"of", "by", ":", "/", "from"})) {
    const bool named = line.is_capitalised(first + 2) || line.is(first + 2, {"the"});
    return last > first + 2 && last - first <= 12 && named ? certain : none;
  }
  if (!all_name_like(line, first, last)) return none;
  const std::uint32_t agency = agency_tokens(line, first, last);
  if (agency == last - first) return likely;
  bool slash = false;
  bool via = false;
  bool caps = true;
  for (std::uint32_t i = first; i < last; ++i) {
    slash |= line.is(i, {"/"});
    via |= line.is(i, {"via"}) && i > first && i + 1 < last;
    if (line.tokens[i].kind == TokenKind::word && has_letter(line.word(i)))
      caps &= line.is_all_caps(i) || line.is(i, {"for", "and", "via"});
  }
  if (via) return certain;
  if (agency > 0 && slash) return certain;
  if (agency > 0 && line.is(last - agency - 1, {"for", ",", "|", "\xE2\x80\x93", "-", "(", "\xC2\xA9"})) return likely;
  if (slash && slashed_names(line, first, last)) {
    const bool two_words = last - first >= 4;
    return apart || caps || two_words ? certain : none;
  }
  if (bracketed && apart && last - first >= 2 && last - first <= 5 && !slash) return likely;  // "(Jane Doe)"
  return none;
}

Certainty credit_text(std::string_view text, bool apart) {
  std::string_view inner = trim(text);
  if (inner.empty() || inner.size() > longest_credit) return Certainty::none;
  const bool round = inner.front() == '(' && inner.back() == ')';
  const bool square = inner.front() == '[' && inner.back() == ']';
  if (round || square) inner = trim(inner.substr(1, inner.size() - 2));
  if (inner.empty()) return Certainty::none;
  const Line line = read_line(inner);
  return credit(line, 0, line.size(), round || square, apart);
}

/// The first token of "Name/Agency" that ends the line without anything setting it off; `size()` for none. Goes
/// back from the first slash over at most four capitalised words.
std::uint32_t unmarked_slash(const Line& line) {
  const std::uint32_t count = line.size();
  if (count < 4 || agency_tokens(line, 0, count) == 0) return count;
  std::uint32_t slash = count;
  for (std::uint32_t i = count; i-- > 0;) {
    if (!is_name_like(line, i)) break;
    if (line.is(i, {"/"})) slash = i;
  }
  if (slash == count || slash == 0) return count;
  std::uint32_t first = slash;
  while (first > 0 && slash - first < 4 && line.tokens[first - 1].kind == TokenKind::word &&
         line.is_capitalised(first - 1))
    --first;
  return first < slash ? first : count;
}

}  // namespace

bool is_credit_line(std::string_view text) { return credit_text(text, false) != Certainty::none; }

std::optional<EndCredit> credit_at_end(std::string_view text) {
  const std::string_view whole = trim(text);
  if (whole.empty()) return std::nullopt;
  const auto end = static_cast<std::size_t>(whole.data() - text.data()) + whole.size();
  std::size_t from = end > longest_credit ? end - longest_credit : 0;
  while (from < end && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  const std::string_view tail = text.substr(from, end - from);
  const auto accept = [&](std::size_t at, bool apart) -> std::optional<EndCredit> {
    if (trim(text.substr(0, from + at)).empty()) return std::nullopt;
    const Certainty found = credit_text(tail.substr(at), apart);
    if (found == Certainty::none) return std::nullopt;
    while (tail[at] == ' ') ++at;
    return EndCredit{{static_cast<std::uint32_t>(from + at), static_cast<std::uint32_t>(end)},
                     found == Certainty::certain};
  };
  const Line line = read_line(tail);
  // A bracket that closes the block
  if (tail.back() == ')' || tail.back() == ']') {
    const std::size_t open = tail.rfind(tail.back() == ')' ? '(' : '[');
    if (open == std::string_view::npos) return std::nullopt;
    std::uint32_t before = 0;
    while (before < line.size() && line.tokens[before].span.begin < open) ++before;
    const bool apart = before > 0 && line.is(before - 1, {".", "!", "?", "\"", "\xE2\x80\x9D"});
    return accept(open, apart);
  }
  // A label anywhere in the last line; what follows a sentence's end, a bar or a dash
  for (std::uint32_t i = 1; i < line.size(); ++i) {
    const bool label = line.is_capitalised(i) && label_end(line, i, line.size()) > i;
    const bool apart = line.is(
        i - 1, {".", "!", "?", "\"", "\xE2\x80\x9D", "|", "\xE2\x80\x94", "\xE2\x80\x93", ")", ";", "\xE2\x80\x99"});
    if (!label && !apart && !line.is(i, {"\xC2\xA9"})) continue;
    if (line.is(i, {"(", "[", "|", "\xE2\x80\x94", "-"})) continue;
    if (std::optional<EndCredit> found = accept(line.tokens[i].span.begin, true)) return found;
  }
  const std::uint32_t slashed = unmarked_slash(line);
  if (slashed < line.size()) return accept(line.tokens[slashed].span.begin, false);
  return std::nullopt;
}

}  // namespace newsgloss

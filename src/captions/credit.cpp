// find_credit: where a caption's credit stands.
//
// A credit follows the description's last sentence, stands in brackets at the end, or opens with a label; the web
// often glues it on ("… at the fair.Jane Doe/Globe Staff"). The longest tail that reads like a credit is taken. Only
// the last 200 bytes are looked at (and the first 120, for a credit in front): constant time.
#include <vector>

#include "article/line.h"
#include "captions/captions.h"
#include "captions/credit_parts.h"
#include "captions/credit_words.h"
#include "captions/words.h"
#include "text/characters.h"

namespace newsgloss {
namespace {

constexpr std::size_t longest_credit = 200;
constexpr std::size_t longest_front = 120;
constexpr std::size_t most_words = 18;

// In brackets at a caption's end, but no credit.
constexpr std::string_view positions[] = {"left", "right",    "center",    "centre",       "l",        "r",     "c",
                                          "l-r",  "far left", "far right", "not pictured", "pictured", "above", "below",
                                          "file"};

bool name_like(std::string_view word) {
  if (word == "&" || word == "/" || word == "|" || word == "-" || word == "\xC2\xA9" || word == "\xE2\x80\x93")
    return true;
  if (word.front() == '@' || word.find(".com") != std::string_view::npos) return true;
  for (char c : word)
    if (c >= '0' && c <= '9') return false;
  if (is_capitalised(word)) return true;
  std::string folded = fold_case(word);
  while (!folded.empty() && (folded.back() == '.' || folded.back() == ',')) folded.pop_back();
  if (in_table(credit_words::particles, folded)) return true;
  const std::size_t slash = folded.find('/');
  return slash != std::string::npos || (has_letter(word) && !is_all_lower(word));
}

bool all_name_like(std::string_view text) {
  const auto words = split_words(text);
  if (words.empty() || words.size() > most_words) return false;
  for (std::string_view word : words)
    if (!name_like(word)) return false;
  return is_capitalised(text) || is_agency_name(text) || text.front() == '@';
}

std::string_view without_end(std::string_view text) {
  text = trim(text);
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.remove_suffix(1);
  return text;
}

/// Does the whole of `text` read like a credit? `alone`: it stands after a full stop or in brackets, where bare names
/// do too.
bool reads_like_credit(std::string_view text, bool alone) {
  text = without_end(text);
  if (text.empty() || text.size() > longest_credit) return false;
  if (const std::size_t label = credit_label_size(text); label > 0) {
    const std::string_view rest = without_end(text.substr(label));
    const auto words = split_words(rest);
    if (words.empty() || words.size() > most_words) return false;
    const std::string_view named = rest.starts_with("the ") ? rest.substr(4) : rest;
    return all_name_like(named) || words.size() <= 3 || reads_like_credit(rest, false);
  }
  if (is_agency_name(text)) return true;
  if (!all_name_like(text)) return false;
  // no sentence inside: ". " only after an initial or an abbreviation
  for (std::size_t at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '.') --begin;
    if (at - begin > 3) return false;
  }
  if (text.find('/') != std::string_view::npos || text.find(" via ") != std::string_view::npos ||
      text.find('|') != std::string_view::npos)
    return text.find("/ ") == std::string_view::npos || all_name_like(text);
  const CreditParts parts = read_credit_parts(text);
  if (parts.photographer && parts.agency) return true;
  if (!alone) return false;
  return split_words(text).size() <= 6;
}

bool is_lower_at(std::string_view text, std::size_t at) { return text[at] >= 'a' && text[at] <= 'z'; }
bool is_upper_at(std::string_view text, std::size_t at) { return text[at] >= 'A' && text[at] <= 'Z'; }

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

/// Starts of the tails that may be a credit, from left to right. `alone` as above.
struct Start {
  std::size_t at = 0;
  bool alone = false;
};

std::vector<Start> tail_starts(std::string_view text, std::size_t from) {
  std::vector<Start> starts;
  for (std::size_t at = from; at < text.size(); ++at) {
    const char c = text[at];
    const bool stop = c == '.' || c == '!' || c == '?';
    if (stop) {
      std::size_t next = at + 1;
      bool quoted = false;
      while (next < text.size()) {  // closing quotes and brackets go with the sentence
        if (text[next] == '"' || text[next] == ')')
          ++next;
        else if (text.substr(next).starts_with("\xE2\x80\x9D") || text.substr(next).starts_with("\xE2\x80\x99"))
          next += 3;
        else
          break;
        quoted = true;
      }
      const std::size_t begin = skip_spaces(text, next);
      const bool spaced = begin > next;
      const bool glued =
          !spaced && begin < text.size() && at > 0 && is_lower_at(text, at - 1) && (is_upper_at(text, begin) || quoted);
      if (begin >= text.size() || !(spaced || glued)) continue;
      // an initial ("J. Doe") or a short title ends no sentence
      std::size_t word = at;
      while (word > 0 && text[word - 1] != ' ' && text[word - 1] != '.') --word;
      const bool abbreviation =
          c == '.' && spaced && (at - word <= 1 || (at - word <= 4 && is_upper_at(text, word) && at - word < 4));
      starts.push_back({begin, !abbreviation});
    } else if (c == '|' || c == '\n') {
      starts.push_back({skip_spaces(text, at + 1), true});
    } else if (c == '(' || c == '[') {
      if (at > from) starts.push_back({at, false});
    } else if (text.substr(at).starts_with("\xE2\x80\x94") || text.substr(at).starts_with("\xE2\x80\x93")) {
      starts.push_back({skip_spaces(text, at + 3), false});
    } else if (text.substr(at).starts_with("\xC2\xA9")) {
      starts.push_back({at, false});
    } else if (c == ' ' && at + 1 < text.size() && is_upper_at(text, at + 1)) {
      const std::string_view tail = text.substr(at + 1);
      const bool label = credit_label_size(tail) > 0 && (tail.find(':') < 24 || tail.find(" by ") < 24 ||
                                                         tail.find("ourtesy") < 24 || tail.find('/') < 12);
      if (label || (is_agency_name(tail) && is_all_caps(tail) && tail.size() > 3)) starts.push_back({at + 1, false});
    }
  }
  return starts;
}

/// A bracket group, or several, that closes the text: its start, or npos.
bool bracket_is_credit(std::string_view inner, bool after_stop) {
  inner = trim(inner);
  if (inner.empty() || in_table(positions, fold_case(inner))) return false;
  if (reads_like_credit(inner, after_stop)) return true;
  // "(Jane Doe, The Daily Post)", "(Jane Doe | Example News)"
  return after_stop && all_name_like(inner) && split_words(inner).size() <= 8;
}

/// No stop before it: "… in 1973 Jane Doe/Example/Getty Images". Names back from the first slash.
std::size_t run_before_slash(std::string_view text, std::size_t from) {
  const std::size_t slash = text.find('/', from);
  if (slash == std::string_view::npos || slash + 1 >= text.size()) return std::string_view::npos;
  const std::string_view after = without_end(text.substr(slash + 1));
  if (!all_name_like(trim(after))) return std::string_view::npos;
  std::size_t at = slash;
  std::size_t begin = std::string_view::npos;
  for (int words = 0; words < 4 && at > 0; ++words) {
    std::size_t end = at;
    while (end > 0 && text[end - 1] == ' ') --end;
    std::size_t start = end;
    while (start > 0 && text[start - 1] != ' ') --start;
    const std::string_view word = text.substr(start, end - start);
    if (word.empty() || !is_capitalised(word) || !name_like(word) ||
        (words > 0 && (word.back() == ',' || (word.back() == '.' && word.size() > 2))))
      break;
    begin = start;
    at = start;
    const bool initial_inside = words == 1 && word.size() <= 2;
    if (words >= 1 && !initial_inside) break;  // a given and a family name; the description's own names stay there
  }
  if (begin == std::string_view::npos || begin == 0) return std::string_view::npos;
  const std::string_view tail = text.substr(begin);
  const std::string_view name = trim(text.substr(begin, slash - begin));
  const bool known = is_agency_name(
      without_end(after.substr(after.find_last_of('/') == std::string_view::npos ? 0 : after.find_last_of('/') + 1)));
  if (!known && !is_organisation_name(after) && !is_agency_name(name)) return std::string_view::npos;
  return reads_like_credit(tail, false) ? begin : std::string_view::npos;
}

Credit make_credit(std::string_view caption, std::size_t begin, std::size_t end) {
  Credit credit;
  credit.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  const CreditParts parts = read_credit_parts(caption.substr(begin, end - begin));
  credit.photographer = parts.photographer;
  credit.agency = parts.agency;
  return credit;
}

/// A credit in front: "Photo: Jane Doe/AFP | The bridge …", "[Jane Doe/Al Jazeera] The bridge".
std::optional<Credit> credit_in_front(std::string_view caption) {
  const std::string_view front = clip(caption, longest_front);
  const char close = front.empty() ? '\0' : front.front() == '(' ? ')' : front.front() == '[' ? ']' : '\0';
  if (close != '\0') {
    const std::size_t end = front.find(close);
    if (end != std::string_view::npos && end + 1 < caption.size() && credit_label_size(front.substr(1, end - 1)) > 0 &&
        reads_like_credit(front.substr(1, end - 1), false))
      return make_credit(caption, 0, end + 1);
    return std::nullopt;
  }
  if (credit_label_size(front) == 0) return std::nullopt;
  for (std::string_view stop : {" | ", " - ", " \xE2\x80\x94 ", " \xE2\x80\x93 ", ". "}) {
    const std::size_t end = front.find(stop);
    if (end == std::string_view::npos || !reads_like_credit(front.substr(0, end), false)) continue;
    if (!all_name_like(trim(front.substr(credit_label_size(front), end - credit_label_size(front))))) continue;
    return make_credit(caption, 0, stop.front() == '.' ? end + 1 : end);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Credit> find_credit(std::string_view caption) {
  const std::string_view whole = trim(caption);
  if (whole.empty()) return std::nullopt;
  const auto first = static_cast<std::size_t>(whole.data() - caption.data());
  const std::size_t end = first + whole.size();
  std::string_view text = caption.substr(0, end);
  std::size_t from = end - first > longest_credit ? end - longest_credit : first;
  while (from < end && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  if (from == first && reads_like_credit(whole, false) && whole.find(". ") == std::string_view::npos)
    return make_credit(caption, first, end);

  // brackets at the end, one group or several, and an agency glued on behind them
  std::size_t begin = end;
  while (begin > from) {
    const std::string_view left = trim(text.substr(0, begin));
    std::size_t stop = left.empty() ? 0 : static_cast<std::size_t>(left.data() - text.data()) + left.size();
    if (stop > from && text[stop - 1] == '.' && stop > 1 && (text[stop - 2] == ')' || text[stop - 2] == ']')) --stop;
    if (stop <= from || (text[stop - 1] != ')' && text[stop - 1] != ']')) break;
    const std::size_t open = text.rfind(text[stop - 1] == ')' ? '(' : '[', stop - 1);
    if (open == std::string_view::npos || open < from) break;
    const std::string_view before = trim(text.substr(0, open));
    const bool after_stop =
        !before.empty() && (before.back() == '.' || before.back() == '!' || before.back() == '?' ||
                            before.back() == ')' || before.back() == '"' || before.ends_with("\xE2\x80\x9D"));
    if (!bracket_is_credit(text.substr(open + 1, stop - open - 2), after_stop)) break;
    begin = open;
  }
  if (begin < end) return make_credit(caption, begin == from && from == first ? first : begin, end);

  for (const Start& start : tail_starts(text, from)) {
    if (start.at >= end || trim(text.substr(first, start.at - first)).empty()) continue;
    const std::string_view tail = text.substr(start.at);
    if (tail.front() == '(' || tail.front() == '[') {  // "(AP Photo/Jane Doe)The Associated Press"
      const std::size_t close = tail.find(tail.front() == '(' ? ')' : ']');
      if (close == std::string_view::npos) continue;
      const std::string_view inner = tail.substr(1, close - 1);
      const std::string_view behind = without_end(tail.substr(close + 1));
      if (bracket_is_credit(inner, false) && !behind.empty() && reads_like_credit(behind, true) &&
          split_words(behind).size() <= 5)
        return make_credit(caption, start.at, end);
      continue;
    }
    if (reads_like_credit(tail, start.alone)) return make_credit(caption, start.at, end);
  }
  if (const std::size_t run = run_before_slash(text, from); run != std::string_view::npos)
    return make_credit(caption, run, end);
  return credit_in_front(caption);
}

}  // namespace newsgloss

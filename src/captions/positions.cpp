#include "captions/positions.h"

#include <string>

#include "captions/words.h"
#include "text/characters.h"

namespace newsgloss {
namespace {

constexpr std::string_view places[] = {"left", "right", "center",     "centre",     "middle", "front",
                                       "back", "rear",  "foreground", "background", "top",    "bottom"};
constexpr std::string_view marks[] = {"l", "r", "c", "2nd", "2l", "2r"};  // only in brackets: (L)
constexpr std::string_view leads[] = {"second", "third",  "fourth", "fifth", "first", "2nd",     "3rd",
                                      "4th",    "far",    "at",     "in",    "on",    "extreme", "back",
                                      "front",  "bottom", "top",    "upper", "lower"};
constexpr std::string_view links[] = {"from", "the", "row", "-"};

/// The words of a position that start at token `at`: "left", "second from right", "far left". The token after; `at`
/// for none. A range is of at most six tokens.
std::uint32_t position_end(const std::vector<std::string>& words, std::uint32_t at) {
  auto is_place = [&](std::uint32_t i) { return i < words.size() && in_table(places, words[i]); };
  auto is_lead = [&](std::uint32_t i) { return i < words.size() && in_table(leads, words[i]); };
  std::uint32_t i = at;
  bool led = false;
  while (i < at + 4 && (is_lead(i) || (led && i < words.size() && in_table(links, words[i])))) {
    led = true;
    if (is_place(i) && !(i + 1 < words.size() && (is_place(i + 1) || in_table(links, words[i + 1])))) break;
    ++i;
  }
  if (is_place(i)) return i + 1;
  return at;
}

}  // namespace

std::vector<PicturePosition> find_positions(const DocumentBlock& block, const std::vector<NamedInCaption>& names) {
  std::vector<PicturePosition> found;
  bool any = false;
  for (const NamedInCaption& name : names) any |= name.person;
  if (!any) return found;
  std::vector<std::string> words(block.tokens.size());
  for (std::uint32_t i = 0; i < words.size(); ++i) words[i] = fold_case(block.token(i));
  auto is = [&](std::uint32_t i, std::string_view word) { return i < words.size() && words[i] == word; };
  auto printed = [&](std::uint32_t first, std::uint32_t last) { return std::string(block.words({first, last})); };

  // "From left:", "(from left)", "L-R:", "left to right": an order for the persons that follow
  std::uint32_t order_first = 0;
  std::uint32_t order_last = 0;
  for (std::uint32_t i = 0; i + 1 < words.size() && order_last == 0; ++i) {
    const bool from = is(i, "from") && (is(i + 1, "left") || is(i + 1, "right"));
    const bool before_is_count = i > 0 && in_table(leads, words[i - 1]);
    if (from && !before_is_count) {
      order_first = i;
      order_last = i + 2;
      if (is(order_last, "to") && (is(order_last + 1, "right") || is(order_last + 1, "left"))) order_last += 2;
    } else if ((is(i, "left") || is(i, "right")) && is(i + 1, "to") && (is(i + 2, "right") || is(i + 2, "left"))) {
      order_first = i;
      order_last = i + 3;
    } else if (is(i, "l-r")) {
      order_first = i;
      order_last = i + 1;
    } else if (is(i, "l") && is(i + 1, "-") && is(i + 2, "r")) {
      order_first = i;
      order_last = i + 3;
    }
  }
  for (std::size_t n = 0; n < names.size(); ++n) {
    const NamedInCaption& name = names[n];
    if (!name.person) continue;
    const std::uint32_t after = name.tokens.last;
    // the position behind the name: ", left," "(left)" "(L)" "at left"
    std::uint32_t i = after;
    const bool bracket = is(i, "(") || is(i, "[");
    const bool comma = is(i, ",");
    if (bracket || comma) ++i;
    std::uint32_t end = position_end(words, i);
    if (end == i && bracket && i < words.size() && in_table(marks, words[i])) end = i + 1;
    if (end != i) {
      // "left" alone behind a name is a verb: a comma or bracket on both sides, or "at left"
      const bool closed = end >= words.size() || is(end, ",") || is(end, ")") || is(end, "]") || is(end, ".") ||
                          is(end, ";") || is(end, "and");
      const bool led = is(i, "at") || is(i, "far") || is(i, "on") || is(i, "in") || end > i + 1;
      if ((bracket && closed) || (comma && closed) || (!bracket && !comma && led && closed)) {
        if (is(i, "at") || is(i, "on") || is(i, "in")) ++i;
        if (is(i, "the")) ++i;
        found.push_back({name.entity, printed(i, end)});
        continue;
      }
    }
    // the position before it: "Left: Jane Doe", "left, Jane Doe"
    const std::uint32_t first = name.tokens.first;
    if (first >= 2 && (is(first - 1, ":") || is(first - 1, ",")) && in_table(places, words[first - 2]) &&
        (first == 2 || is(first - 3, ".") || is(first - 3, ";") || is(first - 3, "and") || is(first - 3, "far")) &&
        order_last == 0) {
      const std::uint32_t begin = first >= 3 && is(first - 3, "far") ? first - 3 : first - 2;
      found.push_back({name.entity, printed(begin, first - 1)});
      continue;
    }
    if (order_last != 0 && (first >= order_last || order_first > after))
      found.push_back({name.entity, printed(order_first, order_last)});
  }
  return found;
}

}  // namespace newsgloss

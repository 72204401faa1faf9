#include "text/quote_pairs.h"

#include <algorithm>
#include <array>

namespace newsgloss {
namespace {

enum Family : unsigned char { double_marks, single_marks, guillemets, no_family };
constexpr std::size_t families = 3;

struct Mark {
  std::string_view text;
  Family family;
};

constexpr std::array<Mark, 13> marks = {{{"\"", double_marks},
                                         {"\u201C", double_marks},
                                         {"\u201D", double_marks},
                                         {"\u201E", double_marks},
                                         {"``", double_marks},
                                         {"''", double_marks},
                                         {"'", single_marks},
                                         {"\u2018", single_marks},
                                         {"\u2019", single_marks},
                                         {"\u00AB", guillemets},
                                         {"\u00BB", guillemets},
                                         {"\u2039", guillemets},
                                         {"\u203A", guillemets}}};

Family family_of(std::string_view token) noexcept {
  for (const Mark& mark : marks)
    if (mark.text == token) return mark.family;
  return no_family;
}

/// Does this mark open? The tokenizer has decided by its surroundings; a straight mark that cannot close because
/// nothing is open, or cannot open because it sticks to the word before it, is read the other way round.
bool opens(std::string_view text, const std::vector<Token>& tokens, std::size_t i, bool family_is_open) noexcept {
  const std::string_view mark = slice(text, tokens[i].span);
  const bool open = tokens[i].kind == TokenKind::open_quote;
  if (mark != "\"" && mark != "'") return open && !(mark == "\u201C" && family_is_open && !tokens[i].space_before);
  const bool sticks_left = i > 0 && !tokens[i].space_before;
  const bool sticks_right = i + 1 < tokens.size() && !tokens[i + 1].space_before;
  if (open) return !(family_is_open && sticks_left);
  return !family_is_open && sticks_right && !sticks_left;
}

}  // namespace

void pair_quote_marks(std::string_view text, const std::vector<Token>& tokens, std::vector<QuotePair>& pairs) {
  pairs.clear();
  struct Open {
    std::uint32_t token;
    Family family;
  };
  std::vector<Open> stack;
  std::array<std::uint32_t, families> open_count = {};
  const auto add = [&](std::uint32_t first, std::uint32_t last, bool opened, bool closed, Family family) {
    pairs.push_back({{first, last}, opened, closed, family == single_marks, 0});
  };
  const auto drop_top = [&](std::uint32_t end) {  // an open mark that nothing closes
    --open_count[stack.back().family];
    // A lone single mark is an apostrophe ('tis), never a quotation of the rest of the block.
    if (stack.back().family != single_marks && end > stack.back().token + 1)
      add(stack.back().token, end, true, false, stack.back().family);
    stack.pop_back();
  };

  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::open_quote && tokens[i].kind != TokenKind::close_quote) continue;
    const Family family = family_of(slice(text, tokens[i].span));
    if (family == no_family) continue;
    const bool is_open = open_count[family] > 0;
    if (opens(text, tokens, i, is_open)) {
      if (is_open) {
        while (stack.back().family != family) drop_top(i);
        drop_top(i);
      }
      stack.push_back({i, family});
      ++open_count[family];
    } else if (is_open) {
      while (stack.back().family != family) {
        --open_count[stack.back().family];
        stack.pop_back();
      }
      add(stack.back().token, i + 1, true, true, family);
      --open_count[family];
      stack.pop_back();
    } else if (family != single_marks && pairs.empty() && stack.empty() && i > 0) {
      add(0, i + 1, false, true, family);
    }
  }
  while (!stack.empty()) drop_top(static_cast<std::uint32_t>(tokens.size()));

  std::sort(pairs.begin(), pairs.end(), [](const QuotePair& a, const QuotePair& b) {
    return a.tokens.first != b.tokens.first ? a.tokens.first < b.tokens.first : a.tokens.last > b.tokens.last;
  });
  std::vector<std::uint32_t> ends;
  for (QuotePair& pair : pairs) {
    while (!ends.empty() && ends.back() <= pair.tokens.first) ends.pop_back();
    pair.depth = static_cast<std::uint8_t>(std::min<std::size_t>(ends.size(), 255));
    ends.push_back(pair.tokens.last);
  }
}

}  // namespace newsgloss

#include "text/sentences.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "text/abbreviations.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace newsgloss {
namespace {

// Words that open a sentence and hardly ever go on after an abbreviation as part of a name. Sorted.
constexpr std::string_view openers[] = {
    "A",     "About", "According", "After",  "Although", "An",    "And",   "As",        "At",   "Because", "Before",
    "But",   "By",    "Despite",   "During", "For",      "From",  "He",    "Her",       "His",  "How",     "However",
    "I",     "If",    "In",        "It",     "Its",      "Last",  "Many",  "Meanwhile", "More", "Most",    "Mr",
    "Mr.",   "Mrs.",  "Ms.",       "My",     "No",       "Not",   "On",    "Once",      "One",  "Only",    "Or",
    "Our",   "She",   "Since",     "So",     "Some",     "That",  "The",   "Their",     "Then", "There",   "These",
    "They",  "This",  "Those",     "To",     "Two",      "Under", "Until", "We",        "What", "When",    "Where",
    "While", "Who",   "Why",       "With",   "Yet",      "You"};

// Reporting verbs that may follow a question or an exclamation and a name: "Why?" Smith asked. Sorted.
constexpr std::string_view reporting[] = {"added", "adds",    "asked",    "asks",  "cried",   "exclaimed",
                                          "joked", "replied", "said",     "says",  "shouted", "tells",
                                          "told",  "tweeted", "wondered", "wrote", "yelled"};

template <std::size_t n>
bool contains(const std::string_view (&sorted)[n], std::string_view word) noexcept {
  return std::binary_search(std::begin(sorted), std::end(sorted), word);
}

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Token>& tokens)
      : text_(text), tokens_(tokens), count_(static_cast<std::uint32_t>(tokens.size())) {}

  void run(std::vector<TokenRange>& sentences) {
    std::uint32_t first = 0;
    for (std::uint32_t i = 0; i < count_; ++i) {
      const End end = end_at(i, first);
      if (end == End::none) continue;
      const std::uint32_t after = behind(i);
      if (after < count_ && !ends(i, after, end)) {
        continue;
      }
      add(first, after, sentences);
      first = after;
      i = after - 1;
    }
    if (first < count_) add(first, count_, sentences);
  }

 private:
  enum class End : unsigned char { none, period, question, ellipsis, abbreviation, cjk };

  [[nodiscard]] std::string_view word(std::uint32_t i) const noexcept { return slice(text_, tokens_[i].span); }

  [[nodiscard]] End end_at(std::uint32_t i, std::uint32_t first) const noexcept {
    const std::string_view token = word(i);
    if (tokens_[i].kind == TokenKind::punctuation) {
      if (token == ".") {
        const bool item = i == first + 1 && tokens_[first].kind == TokenKind::number && !tokens_[i].space_before;
        return item ? End::none : End::period;  // "1. First of all"
      }
      if (token[0] == '!' || token[0] == '?') return End::question;
      if (token[0] == '.' || token == "\xE2\x80\xA6") return End::ellipsis;
      const char32_t c = decode(token, 0).value;
      if (c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF0E) return End::cjk;
      if (c == 0x061F || c == 0x0964 || c == 0x203D) return End::period;
      return End::none;
    }
    const bool lettered = tokens_[i].kind == TokenKind::word || tokens_[i].kind == TokenKind::number;
    return lettered && token.back() == '.' ? End::abbreviation : End::none;
  }

  /// The first token that is not part of the ending: further stops, closing quotes and brackets.
  [[nodiscard]] std::uint32_t behind(std::uint32_t i) const noexcept {
    std::uint32_t after = i + 1;
    while (after < count_) {
      const Token& token = tokens_[after];
      const std::string_view text = word(after);
      const bool bracket = text == ")" || text == "]" || text == "\xEF\xBC\x89";
      const bool stop = token.kind == TokenKind::punctuation && (text[0] == '.' || text[0] == '!' || text[0] == '?');
      if (token.kind != TokenKind::close_quote && !stop && !(bracket && !token.space_before)) break;
      ++after;
    }
    return after;
  }

  /// Does the ending that starts at token `i` end the sentence, given the token `after` it?
  [[nodiscard]] bool ends(std::uint32_t i, std::uint32_t after, End end) const noexcept {
    if (end == End::cjk) return true;
    const Token& next = tokens_[after];
    const std::string_view text = word(after);
    const bool quoted = after > i + 1 && tokens_[after - 1].kind == TokenKind::close_quote;
    switch (next.kind) {
      case TokenKind::dash:
      case TokenKind::possessive:
        return false;
      case TokenKind::punctuation:
        return opens_bracket(text) && next.space_before && end != End::abbreviation;
      case TokenKind::open_quote:
        if (end == End::abbreviation) return !before_name(i) && opens_at(after + 1);
        return after + 1 >= count_ || !is_all_lower(word(after + 1));
      case TokenKind::number:
        if (end == End::abbreviation) return false;
        return next.space_before || quoted;
      case TokenKind::symbol:
      case TokenKind::link:
        return end != End::abbreviation;
      default:
        break;
    }
    if (end == End::abbreviation) return abbreviation_ends(i, after);
    if (!next.space_before && !quoted && !is_capitalised(text)) return false;
    if (is_all_lower(text)) return false;
    if (quoted && end != End::period && reported(after)) return false;
    return true;
  }

  [[nodiscard]] static bool opens_bracket(std::string_view text) noexcept {
    return text == "(" || text == "[" || text == "\xC2\xBF" || text == "\xC2\xA1" || text == "\xEF\xBC\x88";
  }

  [[nodiscard]] bool opens_at(std::uint32_t i) const noexcept { return i < count_ && is_capitalised(word(i)); }

  /// Is token `i` an abbreviation that stands before a name: a title or an initial?
  [[nodiscard]] bool before_name(std::uint32_t i) const noexcept {
    const std::string_view stem = word(i).substr(0, word(i).size() - 1);
    if (abbreviation(stem) == Abbreviation::title) return true;
    return !stem.empty() && decode(stem, 0).bytes == stem.size();
  }

  /// What goes on for longer than `longest` is no prose; later stages hold some 600 bytes for each token of a sentence.
  static void add(std::uint32_t first, std::uint32_t last, std::vector<TokenRange>& sentences) {
    constexpr std::uint32_t longest = 4096;
    for (; last - first > longest; first += longest) sentences.push_back({first, first + longest});
    sentences.push_back({first, last});
  }

  [[nodiscard]] bool abbreviation_ends(std::uint32_t i, std::uint32_t after) const noexcept {
    const std::string_view next = word(after);
    if (!is_capitalised(next)) return false;
    if (contains(openers, next)) {
      // "Vitamin C. The trial": yes. "Sen. A. Smith": an initial is no opener.
      return next.size() > 1 || !(after + 1 < count_ && word(after + 1) == ".");
    }
    if (before_name(i)) return false;
    if (after > i + 1) return true;  // in "the U.S." Officials
    const std::string_view folded = word(i);
    const bool time =
        folded.size() >= 4 && (folded.substr(folded.size() - 3) == "m." || folded.substr(folded.size() - 3) == ".m." ||
                               folded.substr(folded.size() - 3) == ".M.");
    if (time) return !is_all_caps(next) && !day_or_month(next);
    return folded == "etc.";
  }

  [[nodiscard]] static bool day_or_month(std::string_view next) noexcept {
    constexpr std::string_view names[] = {"April",  "Aug",      "August",  "Dec",      "December", "Eastern",
                                          "Feb",    "February", "Friday",  "Jan",      "January",  "July",
                                          "June",   "March",    "May",     "Monday",   "Nov",      "November",
                                          "Oct",    "October",  "Pacific", "Saturday", "Sept",     "September",
                                          "Sunday", "Thursday", "Tuesday", "Wednesday"};
    if (!next.empty() && next.back() == '.') next.remove_suffix(1);
    return contains(names, next);
  }

  /// Do a name and a reporting verb follow: "Why?" Smith asked. / "Never!" Mr. A. B. Khan said.
  [[nodiscard]] bool reported(std::uint32_t after) const noexcept {
    const std::uint32_t limit = std::min(count_, after + 6);
    for (std::uint32_t i = after; i < limit; ++i) {
      if (contains(reporting, word(i))) return i > after;
      if (tokens_[i].kind != TokenKind::dash && !is_capitalised(word(i))) return false;
    }
    return false;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::uint32_t count_;
};

}  // namespace

void split_sentences(std::string_view text, const std::vector<Token>& tokens, std::vector<TokenRange>& sentences) {
  sentences.clear();
  Splitter(text, tokens).run(sentences);
}

}  // namespace newsgloss

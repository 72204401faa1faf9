#include "article/json_mistake.h"

#include "text/characters.h"
#include "text/utf8.h"

namespace newsgloss {
namespace {

bool is_hex_digit(char c) {
  const char low = static_cast<char>(c | 0x20);
  return is_ascii_digit(c) || (low >= 'a' && low <= 'f');
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::optional<JsonMistake> scan() {
    while (!mistake_ && !(expect_ == Expect::after && open_.empty() && (skip_blanks(), at_ == text_.size()))) {
      skip_blanks();
      step();
    }
    return std::move(mistake_);
  }

 private:
  enum class Expect : unsigned char { value, first_value, name, first_name, colon, after };

  void step() {
    const char c = peek();
    switch (expect_) {
      case Expect::first_value:
        if (c == ']') return close();
        [[fallthrough]];
      case Expect::value:
        return value(c);
      case Expect::first_name:
        if (c == '}') return close();
        [[fallthrough]];
      case Expect::name:
        if (c != '"') return wrong(expect_ == Expect::name ? "a name in quotes" : "a name in quotes or '}'");
        string();
        expect_ = Expect::colon;
        return;
      case Expect::colon:
        if (c != ':') return wrong("':'");
        ++at_;
        expect_ = Expect::value;
        return;
      case Expect::after:
        if (open_.empty()) return wrong("the end");
        if (c == open_.back()) return close();
        if (c != ',') return wrong(open_.back() == ']' ? "',' or ']'" : "',' or '}'");
        ++at_;
        expect_ = open_.back() == ']' ? Expect::value : Expect::name;
        return;
    }
  }

  void value(char c) {
    if (c == '{' || c == '[') {
      open_ += c == '{' ? '}' : ']';
      expect_ = c == '{' ? Expect::first_name : Expect::first_value;
      ++at_;
      return;
    }
    if (c == '"')
      string();
    else if (c == '-' || is_ascii_digit(c))
      number();
    else if (!literal())
      return wrong(expect_ == Expect::value ? "a value" : "a value or ']'");
    expect_ = Expect::after;
  }

  bool literal() {
    for (const std::string_view word : {"true", "false", "null"})
      if (text_.substr(at_, word.size()) == word) {
        at_ += word.size();
        return true;
      }
    return false;
  }

  void digits() {
    if (!is_ascii_digit(peek())) return wrong("a digit");
    while (is_ascii_digit(peek())) ++at_;
  }

  void number() {
    if (peek() == '-') ++at_;
    if (peek() == '0')
      ++at_;
    else
      digits();
    if (!mistake_ && peek() == '.') {
      ++at_;
      digits();
    }
    if (!mistake_ && (peek() == 'e' || peek() == 'E')) {
      ++at_;
      if (peek() == '+' || peek() == '-') ++at_;
      digits();
    }
  }

  void string() {
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        ++at_;
        return;
      }
      if (static_cast<unsigned char>(c) < 0x20) return fail(found() + " in a string must be escaped");
      if (c != '\\') continue;
      const std::size_t escape = at_++;
      if (peek() == 'u') {
        for (int i = 0; i < 4; ++i)
          if (++at_; !is_hex_digit(peek())) return wrong("four hexadecimal digits");
      } else if (at_ < text_.size() && std::string_view("\"\\/bfnrt").find(peek()) == std::string_view::npos) {
        at_ = escape;
        return fail("a backslash that escapes nothing");
      }
    }
    at_ = text_.size();
    fail("the string does not end");
  }

  void close() {
    open_.pop_back();
    ++at_;
    expect_ = Expect::after;
  }

  void skip_blanks() {
    while (at_ < text_.size() && std::string_view(" \t\n\r").find(text_[at_]) != std::string_view::npos) ++at_;
  }

  /// '\0' at the end; a NUL in the text is nowhere right either.
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  [[nodiscard]] std::string found() const {
    if (at_ >= text_.size()) return "the end";
    const char32_t c = decode(text_, at_).value;
    if (c > 0x20 && c < 0x7F) return {'\'', static_cast<char>(c), '\''};
    std::string out = "U+";
    for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) out += "0123456789ABCDEF"[(c >> shift) & 0xF];
    return out;
  }

  void wrong(std::string_view expected) { fail(std::string("expected ").append(expected) + ", found " + found()); }
  void fail(std::string message) { mistake_ = JsonMistake{at_, std::move(message)}; }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string open_;  // what closes each container that is open
  Expect expect_ = Expect::value;
  std::optional<JsonMistake> mistake_;
};

}  // namespace

std::optional<JsonMistake> find_json_mistake(std::string_view text) { return Scanner(text).scan(); }

}  // namespace newsgloss

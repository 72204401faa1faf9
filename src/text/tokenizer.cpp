#include "text/tokenizer.h"

#include <algorithm>
#include <iterator>

#include "text/abbreviations.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace newsgloss {
namespace {

constexpr std::uint32_t longest_local_part = 64;  // RFC 5321, 4.5.3.1.1: bounds the look-ahead for an e-mail's @

// Top-level domains that make a.b a host name without "www."; those that are also words are left out.
constexpr std::string_view top_level_domains[] = {"africa", "au", "ca",   "cn",  "co", "com", "edu", "eu", "fr",
                                                  "gov",    "ie", "info", "int", "io", "jp",  "ke",  "kr", "mil",
                                                  "net",    "ng", "nz",   "org", "ru", "tv",  "ug",  "uk", "za"};

constexpr std::uint32_t longest_dotted = 63;  // of a word with periods inside; bounds what is looked at again

// Degrees and company forms of more than single letters: Ph.D.  B.Sc.  S.p.A.
constexpr std::string_view before_degree[] = {"B", "M", "Ph", "S", "S.p"};

// Words after which 'd is a clitic (I'd, who'd); elsewhere it belongs to a name (Sa'd).
constexpr std::string_view before_d[] = {"he",   "how", "i",    "it",    "she", "that", "there",
                                         "they", "we",  "what", "where", "who", "you"};

// Words written with an apostrophe before them. "cause" and "bout" are left out: too often a quotation opens there.
constexpr std::string_view elided[] = {"em", "n", "til", "tis", "twas"};

template <std::size_t n>
bool is_one_of(const std::string_view (&words)[n], std::string_view word) noexcept {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_currency(char32_t c) noexcept {
  return c == '$' || (c >= 0xA2 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20CF) || c == 0xFF04 || c == 0xFFE5;
}

bool is_dash(char32_t c) noexcept { return is_hyphen(c) || (c >= 0x2012 && c <= 0x2015) || c == 0x2212; }

bool opens_bracket(char32_t c) noexcept {
  return c == '(' || c == '[' || c == '{' || c == '<' || c == 0xBF || c == 0xA1 || c == 0xFF08;
}

bool closes_clause(char32_t c) noexcept {
  switch (c) {
    case '.':
    case ',':
    case ';':
    case ':':
    case '!':
    case '?':
    case ')':
    case ']':
    case '}':
    case 0x2026:
    case 0x3001:
    case 0x3002:
      return true;
    default:
      return false;
  }
}

// Which way a quote mark is drawn. Straight marks, and marks that languages turn either way, are `either`.
enum class QuoteShape : unsigned char { none, open, close, either };

struct QuoteMark {
  QuoteShape shape = QuoteShape::none;
  bool single = false;
  bool fixed = false;  // never turned the other way
};

QuoteMark quote_mark(char32_t c) noexcept {
  using enum QuoteShape;
  switch (c) {
    case '"':
    case 0x201F:
    case 0x2033:
    case 0xFF02:
      return {either, false, false};
    case '\'':
    case '`':
    case 0xB4:
    case 0x2032:
    case 0x201B:
      return {either, true, false};
    case 0x201C:
    case 0xAB:
      return {open, false, false};
    case 0x201D:
    case 0xBB:
      return {close, false, false};
    case 0x2018:
    case 0x2039:
      return {open, true, false};
    case 0x2019:
    case 0x203A:
      return {close, true, false};
    case 0x201E:
    case 0x300C:
    case 0x300E:
    case 0x300A:
      return {open, false, true};
    case 0x201A:
      return {open, true, true};
    case 0x300D:
    case 0x300F:
    case 0x300B:
      return {close, false, true};
    default:
      return {};
  }
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::vector<Token>& tokens)
      : text_(text), size_(static_cast<std::uint32_t>(text.size())), tokens_(tokens) {
    find_at_sign();
  }

  void run() {
    bool space = true;
    while (at_ < size_) {
      const CodePoint c = decode(text_, at_);
      const CharacterClass kind = class_of(c.value);
      if (kind == CharacterClass::space || kind == CharacterClass::ignorable) {
        space = space || kind == CharacterClass::space || c.value == 0x200B || c.value == 0xFEFF;
        at_ += c.bytes;
        continue;
      }
      space_ = space;
      const std::uint32_t before = at_;
      next_token(c, kind);
      if (at_ <= before) emit(before + c.bytes, TokenKind::symbol);  // never without progress
      space = false;
    }
  }

 private:
  // ---- looking around

  [[nodiscard]] CodePoint peek(std::uint32_t at) const noexcept {
    return at < size_ ? decode(text_, at) : CodePoint{U' ', 0};
  }
  [[nodiscard]] char32_t before(std::uint32_t at) const noexcept {
    return at > 0 ? decode_before(text_, at).value : U' ';
  }
  [[nodiscard]] static bool is_word_part(CharacterClass kind) noexcept {
    return kind <= CharacterClass::letter || kind == CharacterClass::mark || kind == CharacterClass::digit ||
           kind == CharacterClass::number;
  }
  /// Letters with or without case, but not the apostrophes that Unicode counts as letters.
  [[nodiscard]] static bool is_plain_letter(char32_t c) noexcept { return is_letter(c) && !is_apostrophe(c); }
  [[nodiscard]] std::string_view cut(std::uint32_t begin, std::uint32_t end) const noexcept {
    return text_.substr(begin, end - begin);
  }
  /// Does `what` (small ASCII letters and signs) stand at `at`, in any case?
  [[nodiscard]] bool starts_with(std::uint32_t at, std::string_view what) const noexcept {
    if (size_ - at < what.size()) return false;
    for (const char c : what) {
      const char here = text_[at++];
      if ((is_ascii_upper(here) ? static_cast<char>(here + 32) : here) != c) return false;
    }
    return true;
  }

  void emit(std::uint32_t end, TokenKind kind) {
    tokens_.push_back({{at_, end}, kind, space_});
    at_ = end;
    space_ = false;
  }

  // ---- one token (or a word and what is split off it)

  void next_token(CodePoint c, CharacterClass kind) {
    if (link()) return;
    switch (kind) {
      case CharacterClass::upper:
      case CharacterClass::lower:
      case CharacterClass::mark:
        return word();
      case CharacterClass::letter:
        if (!is_apostrophe(c.value) || is_plain_letter(peek(at_ + c.bytes).value)) return word();
        return quote(c, {QuoteShape::either, true, false});
      case CharacterClass::cjk:
        return run_of_cjk();
      case CharacterClass::digit:
      case CharacterClass::number:
        return number(at_);
      default:
        break;
    }
    const QuoteMark mark = quote_mark(c.value);
    if (mark.shape != QuoteShape::none) return quote(c, mark);
    if (is_dash(c.value)) return dash(c);
    if (kind == CharacterClass::symbol) return symbol(c);
    punctuation(c);
  }

  // ---- links

  bool link() {
    const CodePoint first = peek(at_);
    if (first.value >= 0x80) return false;
    const std::uint32_t end = link_end();
    if (end <= at_) return false;
    emit(end, TokenKind::link);
    return true;
  }

  /// The end of the link that starts here; 0 for none.
  std::uint32_t link_end() {
    const char c = text_[at_];
    if (c == '@' || c == '#') {
      if (is_letter(before(at_)) || is_digit(before(at_))) return 0;
      std::uint32_t end = at_ + 1;
      bool letters = false;
      while (end < size_) {
        const CodePoint p = decode(text_, end);
        if (!is_word_part(class_of(p.value)) && p.value != '_') break;
        letters |= is_letter(p.value);
        end += p.bytes;
      }
      return letters ? end : 0;
    }
    if (!is_ascii_letter(c) && !is_ascii_digit(c)) return 0;
    if ((c | 0x20) == 'h' || (c | 0x20) == 'w') {
      for (const std::string_view scheme : {"https://", "http://", "www."})
        if (starts_with(at_, scheme)) return url_end(at_ + static_cast<std::uint32_t>(scheme.size()));
    }
    return email_end();
  }

  [[nodiscard]] std::uint32_t url_end(std::uint32_t from) const noexcept {
    std::uint32_t end = from;
    int brackets = 0;
    while (end < size_) {
      const CodePoint p = decode(text_, end);
      const CharacterClass kind = class_of(p.value);
      if (kind == CharacterClass::space || kind == CharacterClass::ignorable || kind == CharacterClass::cjk) break;
      if (quote_mark(p.value).shape != QuoteShape::none || p.value == '<' || p.value == '>' || p.value == 0x2026) break;
      if (p.value == '(') ++brackets;
      if (p.value == ')' && --brackets < 0) break;
      end += p.bytes;
    }
    while (end > from && (closes_clause(static_cast<unsigned char>(text_[end - 1])) || text_[end - 1] == '(')) {
      if (text_[end - 1] == ')' && brackets >= 0) break;  // balanced: part of the address
      --end;
    }
    return end > from ? end : 0;
  }

  void find_at_sign() {
    const std::size_t found = text_.find('@', at_);
    next_at_sign_ = found == std::string_view::npos ? size_ : static_cast<std::uint32_t>(found);
  }

  std::uint32_t email_end() {
    if (next_at_sign_ < at_) find_at_sign();
    if (next_at_sign_ >= size_ || next_at_sign_ - at_ > longest_local_part) return 0;
    for (std::uint32_t i = at_; i < next_at_sign_; ++i)
      if (!is_ascii_letter(text_[i]) && !is_ascii_digit(text_[i]) &&
          std::string_view("._%+-").find(text_[i]) == std::string_view::npos)
        return 0;
    std::uint32_t end = next_at_sign_ + 1;
    std::uint32_t last_good = 0;
    bool dot = false;
    while (end < size_ &&
           (is_ascii_letter(text_[end]) || is_ascii_digit(text_[end]) || text_[end] == '-' || text_[end] == '.')) {
      dot |= text_[end] == '.' && end > next_at_sign_ + 1;
      if (text_[end] != '.' && text_[end] != '-' && dot) last_good = end + 1;
      ++end;
    }
    return last_good;
  }

  // ---- words

  /// Skips letters, digits, marks, and what joins them, from `end`; stops at what `word` decides on.
  void word() {
    const std::uint32_t begin = at_;
    std::uint32_t end = begin;
    hyphens_.clear();
    bool capital_part = is_upper(peek(begin).value);
    for (;;) {
      end = letters_end(end);
      const CodePoint c = peek(end);
      const CodePoint next = peek(end + c.bytes);
      if (c.bytes == 0) break;
      if (is_hyphen(c.value)) {
        const CharacterClass kind = class_of(next.value);
        if (!is_word_part(kind) || next.bytes == 0) break;
        if (kind != CharacterClass::digit) {
          hyphens_.push_back({end, end + c.bytes});
          capital_part |= kind == CharacterClass::upper;
        }
        end += c.bytes;
        continue;
      }
      if (is_apostrophe(c.value) && is_plain_letter(next.value) && is_word_part(class_of(next.value))) {
        end += c.bytes;
        continue;
      }
      if (c.value == '&' && is_plain_letter(next.value) && is_plain_letter(before(end))) {
        end += c.bytes;
        continue;
      }
      if (c.value == '_' && is_word_part(class_of(next.value))) {
        end += c.bytes;
        continue;
      }
      if (c.value == '.') {
        const Period found = period(begin_of_part(begin), end);
        if (found != Period::apart) ++end;
        if (found == Period::inside || is_hyphen(peek(end).value)) continue;
      }
      break;
    }
    split_word(begin, end, capital_part);
  }

  [[nodiscard]] std::uint32_t begin_of_part(std::uint32_t begin) const noexcept {
    return hyphens_.empty() ? begin : hyphens_.back().end;
  }

  /// The end of the letters, digits, marks and invisible characters (between letters) from `end`.
  [[nodiscard]] std::uint32_t letters_end(std::uint32_t end) const noexcept {
    while (end < size_) {
      const CodePoint c = decode(text_, end);
      const CharacterClass kind = class_of(c.value);
      if (kind == CharacterClass::ignorable && c.value != 0x200B && c.value != 0xFEFF) {
        std::uint32_t after = end + c.bytes;
        while (after < size_ && class_of(decode(text_, after).value) == CharacterClass::ignorable)
          after += decode(text_, after).bytes;
        if (after >= size_ || !is_word_part(class_of(decode(text_, after).value))) return end;
        end = after;
        continue;
      }
      if (!is_word_part(kind)) return end;
      if (is_apostrophe(c.value)) return end;
      end += c.bytes;
    }
    return end;
  }

  /// What a period after letters is: the next token, the word's last character, or inside the word.
  enum class Period : unsigned char { apart, last, inside };

  /// Decides on the period at `end`, after the letters since `begin`.
  [[nodiscard]] Period period(std::uint32_t begin, std::uint32_t end) const noexcept {
    using enum Period;
    if (end - begin > longest_dotted || end == begin) return apart;
    const std::uint32_t after = end + 1;
    const char32_t next = peek(after).value;
    const std::string_view part = cut(begin, end);
    const std::size_t dot = part.rfind('.');
    const bool dotted = dot != std::string_view::npos;
    const bool one_letter = letters_in(dotted ? part.substr(dot + 1) : part) == 1 && !is_ascii_digit(part.back());
    const Abbreviation known = abbreviation(part);
    if (next == '.') return apart;  // an ellipsis
    if (is_plain_letter(next) && class_of(next) != CharacterClass::cjk) {
      const std::uint32_t next_end = letters_end(after);
      const std::string_view following = cut(after, next_end);
      if (one_letter && letters_in(following) == 1) return inside;  // U.S  a.m
      if (is_one_of(before_degree, part) && following.size() <= 2 && peek(next_end).value == '.') return inside;
      if (is_ascii_lower(part.back()) || is_ascii_digit(part.back())) {  // example.com  bbc.co.uk
        if (is_one_of(top_level_domains, following)) return inside;
        if (peek(next_end).value == '.' && starts_host(next_end + 1)) return inside;
      }
      if (!is_upper(next)) return apart;
      return (one_letter && is_upper(decode(part, 0).value)) || known == Abbreviation::title ? last
                                                                                             : apart;  // R.Hakimov
    }
    if (is_digit(next) && is_digit(before(end))) return inside;  // v1.5
    if (dotted) return one_letter || known != Abbreviation::none ? last : apart;
    if (one_letter) return initial(begin, after) ? last : apart;
    switch (known) {
      case Abbreviation::none:
        return apart;
      case Abbreviation::numbering:
        return is_digit(peek(skip_space(after)).value) ? last : apart;
      case Abbreviation::place: {
        const char32_t following = peek(skip_space(after)).value;
        return next == ',' || is_digit(following) || is_lower(following) || after_comma() ? last : apart;
      }
      default:
        return last;
    }
  }

  [[nodiscard]] bool starts_host(std::uint32_t at) const noexcept {
    return is_one_of(top_level_domains, cut(at, std::min(size_, letters_end_within(at, 8))));
  }
  [[nodiscard]] std::uint32_t letters_end_within(std::uint32_t at, std::uint32_t most) const noexcept {
    std::uint32_t end = at;
    while (end < size_ && end - at < most && is_ascii_letter(text_[end])) ++end;
    return end;
  }

  /// Is the single letter at `begin`, whose period ends at `after`, an initial ("R. Hakimov"), or "p. 5", "v. Wade"?
  [[nodiscard]] bool initial(std::uint32_t begin, std::uint32_t after) const noexcept {
    const CodePoint letter = decode(text_, begin);
    const std::uint32_t next = skip_space(after);
    const char32_t following = peek(next).value;
    if (is_lower(letter.value)) return is_digit(following) || (letter.value == 'v' && is_upper(following));
    if (next >= size_) return false;
    if (following == '-' || following == ',' || following == '\'') return true;
    if (!is_letter(following)) return false;
    if (letter.value != 'I') return true;
    return is_upper(following) && !tokens_.empty() && is_capitalised(slice(text_, tokens_.back().span));
  }

  [[nodiscard]] bool after_comma() const noexcept {
    return !tokens_.empty() && slice(text_, tokens_.back().span) == ",";
  }

  [[nodiscard]] std::uint32_t skip_space(std::uint32_t at) const noexcept {
    // Two spaces are as many as a typist puts after a period; more would make the look-ahead unbounded.
    for (int i = 0; i < 2 && at < size_; ++i) {
      const CodePoint c = decode(text_, at);
      if (!is_space(c.value)) break;
      at += c.bytes;
    }
    return at;
  }

  [[nodiscard]] static std::size_t letters_in(std::string_view part) noexcept {
    std::size_t n = 0;
    for (std::size_t at = 0; at < part.size();) {
      const CodePoint c = decode(part, at);
      n += is_word_part(class_of(c.value)) && class_of(c.value) != CharacterClass::mark;
      at += c.bytes;
    }
    return n;
  }

  /// Emits the word [begin, end): hyphens of capitalised compounds and clitics split off.
  void split_word(std::uint32_t begin, std::uint32_t end, bool capital_part) {
    const bool whole = !capital_part || letter_compound(begin, end);
    TokenKind kind = TokenKind::word;
    if (hyphens_.empty() && is_host(cut(begin, end))) kind = TokenKind::link;
    if (!whole) {
      for (const Span hyphen : hyphens_) {
        emit(hyphen.begin, kind);
        emit(hyphen.end, TokenKind::dash);
      }
    }
    const std::uint32_t base_end = clitic(at_, end);
    if (base_end > at_) emit(base_end, kind);
    if (base_end < end) emit(end, is_possessive(cut(base_end, end)) ? TokenKind::possessive : TokenKind::word);
  }

  [[nodiscard]] static bool is_host(std::string_view word) noexcept {
    const std::size_t dot = word.rfind('.');
    return dot != std::string_view::npos && dot + 2 < word.size() && is_one_of(top_level_domains, word.substr(dot + 1));
  }

  /// "T-shirt", "X-ray", "A-level": one capital, one hyphen, small letters.
  [[nodiscard]] bool letter_compound(std::uint32_t begin, std::uint32_t end) const noexcept {
    if (hyphens_.size() != 1 || hyphens_[0].begin != begin + 1) return false;
    return is_all_lower(cut(hyphens_[0].end, end));
  }

  [[nodiscard]] static bool is_possessive(std::string_view clitic) noexcept { return (clitic.back() | 0x20) == 's'; }

  /// Where the word [begin, end) is split before a clitic ('s, n't, 're …); `end` when it has none.
  [[nodiscard]] std::uint32_t clitic(std::uint32_t begin, std::uint32_t end) const noexcept {
    for (std::uint32_t letters = 1; letters <= 2; ++letters) {
      if (end - begin < letters + 2) return end;
      const std::uint32_t tail = end - letters;
      for (std::uint32_t i = tail; i < end; ++i)
        if (!is_ascii_letter(text_[i])) return end;
      if ((static_cast<unsigned char>(text_[tail - 1]) & 0xC0) == 0x80 || !is_ascii_letter(text_[tail - 1])) {
        const CodePoint mark = decode_before(text_, tail);
        if (!is_apostrophe(mark.value) || tail - mark.bytes <= begin) continue;
        const std::uint32_t base = tail - mark.bytes;
        const char a = static_cast<char>(text_[tail] | 0x20);
        if (letters == 2) {
          const char b = static_cast<char>(text_[tail + 1] | 0x20);
          const bool found = (a == 'l' && b == 'l') || (a == 'r' && b == 'e') || (a == 'v' && b == 'e');
          return found ? base : end;
        }
        if (a == 's') return base;
        if (a == 't' && base > begin + 1 && (text_[base - 1] | 0x20) == 'n') return base - 1;
        if (base - begin > 5) return end;
        const std::string folded = fold_case(cut(begin, base));
        if (a == 'm' && folded == "i") return base;
        if (a == 'd' && is_one_of(before_d, folded)) return base;
        return end;
      }
    }
    return end;
  }

  void run_of_cjk() {
    std::uint32_t end = at_;
    while (end < size_) {
      const CodePoint c = decode(text_, end);
      const CharacterClass kind = class_of(c.value);
      if (kind != CharacterClass::cjk && !(kind == CharacterClass::mark && end > at_)) break;
      end += c.bytes;
    }
    emit(end, TokenKind::word);
  }

  // ---- numbers

  void number(std::uint32_t from) {
    std::uint32_t end = digits_end(from);
    for (;;) {
      const CodePoint c = peek(end);
      if (c.bytes == 0) break;
      const std::uint32_t after = end + c.bytes;
      const bool joins = c.value == ',' ? groups_thousands(after)
                                        : c.value == '.' || c.value == ':' || c.value == '/' || is_hyphen(c.value) ||
                                              c.value == 0x2013 || c.value == 0x2044;
      if (!joins || !is_digit(peek(after).value)) break;
      end = digits_end(after);
    }
    // What sticks to it: 12th, 1.5bn, 7pm, 8a.m., 20-year-old, 1990s; a keycap; marks.
    if (peek(end).value == 0xFE0F || peek(end).value == 0x20E3) return emit(letters_end(end), TokenKind::symbol);
    end = letters_end(end);
    if ((text_[end - 1] == 'a' || text_[end - 1] == 'p') && starts_with(end, ".m.")) end += 3;
    for (;;) {
      const CodePoint c = peek(end);
      const CharacterClass kind = class_of(peek(end + c.bytes).value);
      if (c.bytes == 0 || !is_hyphen(c.value) || !is_word_part(kind)) break;
      end = letters_end(end + c.bytes);
    }
    emit(end, TokenKind::number);
  }

  [[nodiscard]] std::uint32_t digits_end(std::uint32_t end) const noexcept {
    while (end < size_) {
      const CodePoint c = decode(text_, end);
      const CharacterClass kind = class_of(c.value);
      if (kind != CharacterClass::digit && kind != CharacterClass::number) break;
      end += c.bytes;
    }
    return end;
  }

  /// Two or three digits and no more ("4,500", Indian "1,00,000").
  [[nodiscard]] bool groups_thousands(std::uint32_t at) const noexcept {
    std::uint32_t n = 0;
    while (n < 4 && at + n < size_ && is_ascii_digit(text_[at + n])) ++n;
    return n == 2 || n == 3;
  }

  // ---- quote marks and apostrophes

  void quote(CodePoint c, QuoteMark mark) {
    std::uint32_t end = at_ + c.bytes;
    if ((c.value == '\'' || c.value == '`') && peek(end).value == c.value) {  // '' and `` stand for one double mark
      ++end;
      mark.single = false;
      if (c.value == '`') mark = {QuoteShape::open, false, true};
    }
    const CodePoint next = peek(end);
    const char32_t left = space_ ? U' ' : before(at_);
    if (mark.single && apostrophe(end, left, next)) return;
    bool& pending = mark.single ? open_single_ : open_double_;
    if (mark.shape == QuoteShape::either && is_digit(left) && !pending && !is_letter(next.value))
      return emit(end, TokenKind::symbol);  // 10"
    const bool after_open = !space_ && !tokens_.empty() && tokens_.back().kind == TokenKind::open_quote;
    const bool ellipsis = next.value == '.' && peek(end + 1).value == '.';
    const bool opening = opens(mark, left, next.value, pending, after_open, ellipsis);
    pending = opening;
    emit(end, opening ? TokenKind::open_quote : TokenKind::close_quote);
  }

  /// Handles the single mark before `end` when it is an apostrophe and no quote mark.
  bool apostrophe(std::uint32_t end, char32_t left, CodePoint next) {
    const CharacterClass left_class = class_of(left);
    const bool after_word = is_word_part(left_class) || left_class == CharacterClass::cjk;
    if (is_digit(next.value) && !after_word) {  // '90s '68
      const std::uint32_t digits = digits_end(end);
      const bool two = digits - end == 2;
      const bool decade = two && peek(digits).value == 's';
      const bool year = two && !is_word_part(class_of(peek(digits).value)) && !closes_later(digits);
      if (decade || year) {
        const std::uint32_t stop = decade ? digits + 1 : digits;
        if (!is_plain_letter(peek(stop).value)) {
          emit(stop, TokenKind::number);
          return true;
        }
      }
      return false;
    }
    if (next.value < 0x80 && is_letter(next.value)) {
      const std::uint32_t letters = letters_end_within(end, 8);
      const bool word_ends = !is_word_part(class_of(peek(letters).value));
      const bool after_close = !space_ && !tokens_.empty() && !opens_bracket(left) && !is_dash(left) &&
                               tokens_.back().kind != TokenKind::open_quote;
      if (after_close && letters == end + 1 && word_ends && (text_[end] | 0x20) == 's') {  // the "Sun"'s, 1990's
        emit(letters, TokenKind::possessive);
        return true;
      }
      if (!after_word && word_ends && is_one_of(elided, fold_case(cut(end, letters)))) {
        const CodePoint second = peek(letters);  // 'n' takes its second apostrophe along
        const bool n = letters == end + 1 && is_apostrophe(second.value);
        emit(n ? letters + second.bytes : letters, TokenKind::word);
        return true;
      }
      return false;
    }
    if (is_digit(left) && is_digit(next.value)) {
      emit(end, TokenKind::symbol);  // 6'2"
      return true;
    }
    if (!after_word || is_digit(left) || is_word_part(class_of(next.value))) return false;
    const bool plural = left == 's' || left == 'S' || left == 'x' || left == 'z';
    if (open_single_) {
      const bool phrase_goes_on = is_space(next.value) && is_plain_letter(peek(end + next.bytes).value);
      if (!plural || !phrase_goes_on || !closes_later(end)) return false;
    } else if (!plural) {
      return false;
    }
    emit(end, TokenKind::possessive);
    return true;
  }

  /// Is there, before the next mark that opens, a single mark after `end` that could close the one that is open?
  [[nodiscard]] bool closes_later(std::uint32_t end) {
    if (later_from_ > end) return later_;  // the answer found from an earlier place still holds
    std::uint32_t at = end;
    later_ = false;
    char32_t left = U' ';
    while (at < size_) {
      const CodePoint c = decode(text_, at);
      if (is_apostrophe(c.value)) {
        const char32_t right = peek(at + c.bytes).value;
        const bool opener = is_space(left) && !is_space(right);
        const bool closer = !is_space(left) && !is_word_part(class_of(right)) && at + c.bytes <= size_;
        if (opener || closer) {
          later_ = closer;
          at += c.bytes;
          break;
        }
      }
      left = c.value;
      at += c.bytes;
    }
    later_from_ = at - (at < size_ || later_ ? 1 : 0);
    return later_;
  }

  [[nodiscard]] static bool opens(QuoteMark mark, char32_t left, char32_t right, bool pending, bool after_open,
                                  bool ellipsis) noexcept {
    if (mark.fixed) return mark.shape == QuoteShape::open;
    const bool space_left = is_space(left) || opens_bracket(left) || after_open;
    const bool space_right = is_space(right);
    if (space_left && !space_right) return !pending || !closes_clause(right) || ellipsis;
    if (space_right && !space_left) return false;
    if (!space_left && closes_clause(right) && !ellipsis) return false;
    if (mark.shape != QuoteShape::either) return mark.shape == QuoteShape::open;
    if (space_left) return !pending;  // space on both sides
    if (is_dash(right)) return false;
    if (is_dash(left) || left == '/') return true;
    return !pending;
  }

  // ---- the rest

  void dash(CodePoint c) {
    std::uint32_t end = at_ + c.bytes;
    while (end < size_ && peek(end).value == c.value) end += c.bytes;
    emit(end, TokenKind::dash);
  }

  /// A sign with what modifies it: variation selectors, skin tones, joined signs; a flag is two signs.
  void symbol(CodePoint c) {
    std::uint32_t end = at_ + c.bytes;
    if (c.value >= 0x1F1E6 && c.value <= 0x1F1FF) {
      const CodePoint second = peek(end);
      if (second.value >= 0x1F1E6 && second.value <= 0x1F1FF) end += second.bytes;
      return emit(end, TokenKind::symbol);
    }
    if (c.value < 0x80) {
      while (end < size_ && peek(end).value == c.value && !is_currency(c.value)) ++end;
      return emit(end, TokenKind::symbol);
    }
    while (end < size_) {
      const CodePoint next = decode(text_, end);
      const bool tone = next.value >= 0x1F3FB && next.value <= 0x1F3FF;
      const bool tag = next.value >= 0xE0020 && next.value <= 0xE007F;
      if (class_of(next.value) == CharacterClass::mark || tone || tag) {
        end += next.bytes;
        continue;
      }
      if (next.value == 0x200D) {
        const CodePoint joined = peek(end + next.bytes);
        if (class_of(joined.value) == CharacterClass::symbol) {
          end += next.bytes + joined.bytes;
          continue;
        }
      }
      break;
    }
    emit(end, TokenKind::symbol);
  }

  void punctuation(CodePoint c) {
    std::uint32_t end = at_ + c.bytes;
    const auto same = [&](std::string_view set) {
      while (end < size_ && set.find(text_[end]) != std::string_view::npos) ++end;
    };
    switch (c.value) {
      case '.':
        same(".");
        break;
      case '!':
      case '?':
        same("!?");
        break;
      case '*':
        same("*");
        break;
      case '_':
        same("_");
        break;
      case '#':
        same("#");
        break;
      default:
        while (class_of(peek(end).value) == CharacterClass::mark) end += peek(end).bytes;
        break;
    }
    emit(end, c.value == '#' || c.value == '%' || c.value == '@' || c.value == '&' ? TokenKind::symbol
                                                                                   : TokenKind::punctuation);
  }

  std::string_view text_;
  std::uint32_t size_;
  std::vector<Token>& tokens_;
  std::vector<Span> hyphens_;  // of the word being read
  std::uint32_t at_ = 0;
  bool space_ = true;
  std::uint32_t next_at_sign_ = 0;
  bool open_single_ = false;
  bool open_double_ = false;
  std::uint32_t later_from_ = 0;
  bool later_ = false;
};

}  // namespace

void tokenize(std::string_view text, std::vector<Token>& tokens) {
  tokens.clear();
  tokens.reserve(text.size() / 6 + 1);
  Tokenizer(text, tokens).run();
}

}  // namespace newsgloss

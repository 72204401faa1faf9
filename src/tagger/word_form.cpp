#include "tagger/word_form.h"

#include "tagger/hash.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace newsgloss {
namespace {

constexpr std::size_t longest = 64;  // characters looked at

/// The character that stands for `c` in features.
constexpr char32_t normalised(char32_t c) noexcept {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x02BB:
    case U'`':
      return U'\'';
    case 0x201C:
    case 0x201D:
    case 0x00AB:
    case 0x00BB:
      return U'"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return U'-';
    case 0x00A0:
      return U' ';
    default:
      return c;
  }
}

struct PennName {
  std::string_view written;
  std::string_view meant;
};
constexpr std::array<PennName, 9> penn_names = {{{"``", "\""},
                                                 {"''", "\""},
                                                 {"--", "-"},
                                                 {"-LRB-", "("},
                                                 {"-RRB-", ")"},
                                                 {"-LSB-", "["},
                                                 {"-RSB-", "]"},
                                                 {"-LCB-", "{"},
                                                 {"-RCB-", "}"}}};

/// Hash of characters, one at a time.
class Hasher {
 public:
  constexpr void add(char32_t c) noexcept {
    state_ ^= c;
    state_ *= 0x100000001B3u;
  }
  [[nodiscard]] constexpr std::uint64_t value() const noexcept { return mix(state_); }

 private:
  std::uint64_t state_ = 0xCBF29CE484222325u;
};

}  // namespace

WordForm word_form(std::string_view token) {
  for (const PennName& name : penn_names)
    if (token == name.written) token = name.meant;

  std::array<char32_t, longest> lower;
  std::size_t n = 0;
  std::size_t uppers = 0;
  std::size_t lowers = 0;
  bool first_upper = false;
  Hasher exact;
  Hasher shape;
  Hasher collapsed;
  char32_t last_class = 0;
  for (std::size_t at = 0; at < token.size() && n < longest;) {
    const CodePoint raw = decode(token, at);
    at += raw.bytes;
    const char32_t c = normalised(raw.value);
    exact.add(c);
    char32_t kind = c;
    char32_t low = c;
    if (is_digit(c)) {
      kind = U'd';
      low = U'0';
    } else if (is_upper(c)) {
      kind = U'X';
      low = to_lower(c);
      ++uppers;
      first_upper |= n == 0;
    } else if (is_lower(c)) {
      kind = U'x';
      ++lowers;
    } else if (is_letter(c)) {
      kind = U'c';
    }
    if (n < 12) shape.add(kind);
    if (kind != last_class) collapsed.add(kind);
    last_class = kind;
    lower[n++] = low;
  }

  WordForm form;
  form.exact = exact.value();
  form.shape = static_cast<std::uint32_t>(shape.value());
  form.collapsed = static_cast<std::uint32_t>(collapsed.value());
  Hasher whole;
  for (std::size_t i = 0; i < n; ++i) {
    whole.add(lower[i]);
    if (i < 4) form.prefix[i] = static_cast<std::uint32_t>(whole.value());
  }
  form.lower = whole.value();
  Hasher tail;
  for (std::size_t i = 0; i < n && i < 4; ++i) {
    tail.add(lower[n - 1 - i]);
    form.suffix[i] = static_cast<std::uint32_t>(tail.value());
  }
  if (uppers == 0) {
    form.letter_case = lowers ? Case::lower : Case::none;
  } else if (first_upper) {
    form.letter_case =
        lowers ? (uppers == 1 ? Case::capitalised : Case::mixed) : (uppers > 1 ? Case::all_caps : Case::capitalised);
  } else {
    form.letter_case = Case::mixed;
  }
  return form;
}

}  // namespace newsgloss

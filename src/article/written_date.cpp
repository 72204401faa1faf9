#include "article/written_date.h"

#include <iterator>

#include "article/civil_date.h"
#include "text/characters.h"

namespace newsgloss {
namespace {

constexpr std::string_view months[] = {"january", "february", "march",     "april",   "may",      "june",
                                       "july",    "august",   "september", "october", "november", "december"};
constexpr std::string_view weekdays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

/// `word` equals `name`, or is an abbreviation of it: at least three letters, at most four ("sept", "thur") or, for
/// weekdays, five ("thurs"); "march" and "sunday" are not abbreviated by "marc" or "sund".
bool names(std::string_view word, std::string_view name, std::string_view longer) noexcept {
  if (word.size() < 3 || word.size() > name.size()) return false;
  const auto same = [](std::string_view a, std::string_view lower) {
    if (a.size() != lower.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
      const char c = is_ascii_upper(a[i]) ? static_cast<char>(a[i] + 32) : a[i];
      if (c != lower[i]) return false;
    }
    return true;
  };
  if (same(word, name) || same(word, name.substr(0, 3))) return true;
  return longer.find(name) != std::string_view::npos && word.size() <= 5 && same(word, name.substr(0, word.size()));
}

template <std::size_t n>
int index_of(const std::string_view (&list)[n], std::string_view word, std::string_view longer) noexcept {
  if (!word.empty() && word.back() == '.') word.remove_suffix(1);
  for (std::size_t i = 0; i < n; ++i)
    if (names(word, list[i], longer)) return static_cast<int>(i) + 1;
  return 0;
}

struct Number {
  int value = 0;
  std::size_t digits = 0;
};

Number leading_number(std::string_view text) noexcept {
  Number n;
  while (n.digits < text.size() && n.digits < 5 && is_ascii_digit(text[n.digits]))
    n.value = n.value * 10 + (text[n.digits++] - '0');
  return n;
}

/// A day of the month: "7", "07", "7th", "1st".
int day_in(std::string_view token) noexcept {
  const Number n = leading_number(token);
  const std::string_view rest = token.substr(n.digits);
  const bool suffix = rest.empty() || rest == "th" || rest == "st" || rest == "nd" || rest == "rd";
  return n.digits >= 1 && n.digits <= 2 && suffix && n.value >= 1 && n.value <= 31 ? n.value : 0;
}

int year_in(std::string_view token) noexcept {
  const Number n = leading_number(token);
  return n.digits == 4 && token.size() == 4 && n.value >= 1000 ? n.value : 0;
}

class Reader {
 public:
  Reader(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first)
      : text_(text), tokens_(tokens), first_(first) {}

  std::optional<WrittenDate> read() {
    if (first_ >= tokens_.size()) return std::nullopt;
    if (tokens_[first_].kind == TokenKind::number) {
      if (std::optional<WrittenDate> joined = joined_date()) return joined;
      return day_first();
    }
    return month_first();
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const noexcept {
    return i < tokens_.size() ? slice(text_, tokens_[i].span) : std::string_view();
  }

  std::optional<WrittenDate> result(int year, int month, int day, std::uint32_t last) const {
    // Without a year, 29 February may exist.
    if (month != 0 && day > days_in_month(year == 0 ? 2024 : year, month)) return std::nullopt;
    return WrittenDate{{first_, last}, year, month, day};
  }

  /// A year after the day or month, with or without a comma: ", 2025" " 2025" ". 2025".
  std::optional<WrittenDate> with_year(int month, int day, std::uint32_t next) const {
    if (const int year = year_in(word(next))) return result(year, month, day, next + 1);
    const bool comma = word(next) == "," || word(next) == ".";
    if (comma && year_in(word(next + 1)) != 0 && tokens_[next + 1].kind == TokenKind::number)
      return result(year_in(word(next + 1)), month, day, next + 2);
    return result(0, month, day, next);
  }

  std::optional<WrittenDate> month_first() const {
    const int month = month_number(word(first_));
    if (month == 0 || !is_capitalised(word(first_))) return std::nullopt;
    std::uint32_t next = first_ + 1;
    if (word(next) == ".") ++next;
    if (word(next) == "the") ++next;
    const int day = day_in(word(next));
    if (day == 0) return std::nullopt;
    return with_year(month, day, next + 1);
  }

  std::optional<WrittenDate> day_first() const {
    const int day = day_in(word(first_));
    if (day == 0) return std::nullopt;
    std::uint32_t next = first_ + 1;
    if (word(next) == "of") ++next;
    const int month = month_number(word(next));
    if (month == 0 || !is_capitalised(word(next))) return std::nullopt;
    ++next;
    if (word(next) == "." && year_in(word(next + 1)) != 0) ++next;
    return with_year(month, day, next);
  }

  /// One token: 2025-11-07, 07/11/2025, 07-Nov-2025.
  std::optional<WrittenDate> joined_date() const {
    const std::string_view token = word(first_);
    const Number a = leading_number(token);
    if (a.digits == 0 || a.digits >= token.size()) return std::nullopt;
    const char separator = token[a.digits];
    if (separator != '-' && separator != '/' && separator != '.') return std::nullopt;
    const std::string_view middle = token.substr(a.digits + 1);
    const std::size_t second = middle.find(separator);
    if (second == std::string_view::npos) return std::nullopt;
    const std::string_view tail = middle.substr(second + 1);
    const Number b = leading_number(middle);
    const Number c = leading_number(tail);
    if (c.digits == 0) return std::nullopt;
    const std::string_view rest = tail.substr(c.digits);
    const std::uint32_t last = first_ + 1;
    if (const int month = month_number(middle.substr(0, second)))
      return a.digits <= 2 && c.digits == 4 && a.value >= 1 && rest.empty() ? result(c.value, month, a.value, last)
                                                                            : std::nullopt;
    if (b.digits != second || b.value == 0 || a.value == 0 || c.value == 0 || b.digits > 2) return std::nullopt;
    if (a.digits == 4 && c.digits <= 2 && (rest.empty() || rest[0] == 'T' || rest[0] == 't'))
      return b.value <= 12 ? result(a.value, b.value, c.value, last) : std::nullopt;
    if (a.digits > 2 || c.digits != 4 || !rest.empty() || a.value > 31 || b.value > 31) return std::nullopt;
    if (separator == '.') return b.value <= 12 ? result(c.value, b.value, a.value, last) : std::nullopt;
    if (a.value > 12 && b.value <= 12) return result(c.value, b.value, a.value, last);
    if (b.value > 12 && a.value <= 12) return result(c.value, a.value, b.value, last);
    if (a.value > 12) return std::nullopt;
    if (a.value == b.value) return result(c.value, a.value, b.value, last);
    return WrittenDate{{first_, last}, c.value, 0, 0};
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::uint32_t first_;
};

}  // namespace

std::optional<CivilDate> WrittenDate::date() const noexcept {
  if (year == 0 || month == 0) return std::nullopt;
  return CivilDate{year, month, day};
}

std::optional<WrittenDate> written_date_at(std::string_view text, const std::vector<Token>& tokens, std::uint32_t i) {
  return Reader(text, tokens, i).read();
}

int month_number(std::string_view word) noexcept { return index_of(months, word, "september"); }

int weekday_number(std::string_view word) noexcept { return index_of(weekdays, word, "tuesday wednesday thursday"); }

}  // namespace newsgloss

// The closed-class words that dates, times, numbers, money and quantities are written with, and their senses.
//
// A word may have several senses ("second" is an ordinal and a unit of time; "may" a month, "March" and "march" are
// told apart by the grammar). One binary search finds them all. Lower case, without a final period.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace newsgloss {

enum class WordClass : unsigned char {
  month,            // 1 … 12
  month_short,      // 1 … 12, only beside a day or a year: "Nov 6"
  weekday,          // 1 (Monday) … 7
  weekday_short,    // 1 … 7, only before a date: "Mon 4 May"
  day_word,         // days from today: yesterday -1
  day_part,         // morning, night
  season,           // 0 spring … 3 winter (northern)
  calendar_unit,    // CalendarUnit
  relative,         // last -1, this 0, next +1
  position,         // 0 start, 1 middle, 2 end
  direction,        // prepositions: since -1 (past), until +1 (open to the future), 0 no hint
  number,           // one … nineteen
  tens,             // twenty … ninety
  magnitude,        // power of ten: thousand 3, million 6, crore 7
  magnitude_short,  // glued to digits or money: bn 9, m 6, k 3
  collective,       // dozen 12, score 20
  ordinal,          // first … twentieth
  ordinal_tens,     // twentieth, thirtieth …
  fraction,         // denominators: half 2, third 3, quarters 4
  approximate,      // about, nearly, more (than): the value stands, but not to the unit
  future_cue,       // will, shall
  past_cue,         // said, was
  to_future,   // words after which "to" looks ahead: plans to, set to; 1: also by themselves; 2: only by themselves
  clock_half,  // am 0, pm 12
  zone,        // minutes east of Greenwich
  percent,     // percent, pc
  label,       // words that a number names rather than counts: Article 5, Room 12
  score_cue,   // beat, won, drew: a "3-1" near it is a score
  opener,      // other words that a value may start with: the (end of), minus, noon
  business,    // profit, revenue: a "third quarter" near it is a calendar one
};

enum class CalendarUnit : short { day, week, month, year, decade, century, quarter, weekend, night };

struct WordSense {
  std::string_view word;
  WordClass cls;
  short value;
};

/// All senses, by word. (`value_lexicon.cpp` makes it.)
extern const WordSense* const value_lexicon;

/// The senses of one word: a run in the lexicon.
class WordSenses {
 public:
  WordSenses() = default;
  constexpr WordSenses(const WordSense* first, const WordSense* last) noexcept : first_(first), last_(last) {}

  [[nodiscard]] bool empty() const noexcept { return first_ == last_; }
  [[nodiscard]] std::optional<int> as(WordClass cls) const noexcept {
    for (const WordSense* at = first_; at != last_; ++at)
      if (at->cls == cls) return at->value;
    return std::nullopt;
  }
  [[nodiscard]] bool is(WordClass cls) const noexcept { return as(cls).has_value(); }

  /// Where the run begins in the lexicon, and its length: for `senses_at`. 0 and 0 for none.
  [[nodiscard]] std::uint16_t first_index() const noexcept {
    return empty() ? std::uint16_t{0} : static_cast<std::uint16_t>(first_ - value_lexicon);
  }
  [[nodiscard]] std::uint8_t count() const noexcept { return static_cast<std::uint8_t>(last_ - first_); }

 private:
  const WordSense* first_ = nullptr;
  const WordSense* last_ = nullptr;
};

[[nodiscard]] inline WordSenses senses_at(std::uint16_t first, std::uint8_t count) noexcept {
  return {value_lexicon + first, value_lexicon + first + count};
}

/// `lower` is ASCII lower case without a final period. O(log of the lexicon).
[[nodiscard]] WordSenses value_senses(std::string_view lower) noexcept;

}  // namespace newsgloss

// Values of a document: dates, times, money, percentages, quantities, ordinals, cardinals, in order of place.
//
// One pass over each block's atoms; at each atom the grammars are asked in turn, what one finds is passed over whole,
// so values never overlap. Every grammar looks a bounded number of atoms ahead: linear in the text.
#include "entities/calendar.h"
#include "entities/clock_times.h"
#include "entities/dates.h"
#include "entities/entities.h"
#include "entities/money.h"
#include "entities/numbers.h"
#include "entities/quantities.h"
#include "entities/value_atoms.h"

namespace newsgloss {
namespace {

constexpr int opening_paragraphs = 4;  // where a full date may stand for an unknown publication date
constexpr int dateline_lag = 7;        // days: an article older than its dateline by more was dated by something else
constexpr std::uint32_t no_atom = static_cast<std::uint32_t>(-1);

bool is_hyphen_atom(const Atom& atom) { return atom.is_sign(U'-') || atom.is_sign(0x2010) || atom.is_sign(0x2011); }

/// Does this number belong to a name: COVID-19, G20, F-16, #5, 5G?
bool in_a_name(const Atoms& a, std::uint32_t at) {
  const Atom& before = a[at - 1];
  if (a[at].glued() &&
      (before.kind == AtomKind::word || before.is_sign(U'#') || before.is_sign(U'@') || before.is_sign(U'_')))
    return true;
  return a[at].glued() && is_hyphen_atom(before) && before.glued() && a[at - 2].kind == AtomKind::word &&
         a[at - 2].capital && !a[at - 2].is(WordClass::month);
}

/// A telephone number or the like: three groups of digits or more, nine digits or more. The atom after it, or `at`.
std::uint32_t over_telephone(const Atoms& a, std::uint32_t at) {
  std::uint32_t i = at;
  const bool plus = a[i].is_sign(U'+');
  if (plus) ++i;
  std::size_t digits = 0;
  int groups = 0;
  std::uint32_t last = at;
  bool odd = plus;  // groups of three after the first are thousands
  while (groups < 8) {
    if (a[i].is_sign(U'(') && a[i + 1].glued() && a[i + 2].is_sign(U')')) ++i;
    const auto group = plain_integer(a[i], 9);
    if (!group || (a[i].text.size() > 5 && groups > 0)) break;
    if (groups > 0 && a[i].text.size() != 3) odd = true;
    if (a[i].text.front() == '0' && groups == 0) odd = true;
    digits += a[i].text.size();
    ++groups;
    last = ++i;
    if (a[i].is_sign(U')')) ++i;
    if (is_hyphen_atom(a[i]) && a[i].glued() && a[i + 1].glued()) {
      odd = true;
      ++i;
    }
  }
  return odd && groups >= 3 && digits >= 9 ? last : at;
}

/// "one" as a pronoun, numbers in names: no cardinals.
bool is_cardinal(const Atoms& a, std::uint32_t at, const NumberPhrase& number) {
  const Atom& first = a[at];
  const Atom& before = a[at - 1];
  const Atom& after = a[number.last];
  if (number.in_digits) {
    if (in_a_name(a, at)) return false;
    if (after.glued() && (after.kind == AtomKind::word || after.kind == AtomKind::number)) return false;
    if (before.is(WordClass::label) && !(before.is_word("no") && !before.capital)) return false;
    if (before.is_sign(U'.') && a[at - 2].is(WordClass::label)) return false;
    const bool name_before =
        before.kind == AtomKind::word && before.capital && !before.sentence_start && !before.is(WordClass::month);
    const bool counts = after.kind == AtomKind::word && !after.capital;
    if (name_before && !counts && !after.is_sign(U',')) return false;
    return true;
  }
  if (first.is_word("one") && number.last == at + 1) {
    static constexpr std::string_view pronoun_before[] = {"no",  "any",   "every",   "each", "this", "that", "some",
                                                          "the", "which", "another", "for",  "only", "not",  "as"};
    for (std::string_view w : pronoun_before)
      if (before.is_word(w) && !after.is_word("of")) return false;
    if (after.kind != AtomKind::word || after.is_word("another") || after.is_word("'s") || after.is_word("can") ||
        after.is_word("day") || after.is_word("is") || after.is_word("was") || after.is_word("that") ||
        after.is_word("who") || after.is_word("which"))
      return false;
  }
  // "One Nation", "Seven Network": capitals inside a name
  const bool in_name =
      first.capital && !first.sentence_start && (before.capital || after.capital) && after.kind == AtomKind::word;
  return !in_name;
}

/// "3-1": a result. A CARDINAL without a value, over both numbers.
std::uint32_t over_score(const Atoms& a, std::uint32_t at) {
  const auto x = plain_integer(a[at], 3);
  const bool join = is_hyphen_atom(a[at + 1]) || a[at + 1].is_sign(0x2013);
  const auto y = plain_integer(a[at + 2], 3);
  if (!x || !y || !join || a[at + 1].space_before || a[at + 2].space_before) return at;
  const Atom& after = a[at + 3];
  if (after.glued() && after.kind == AtomKind::word) return at;
  if ((*x < *y || *x > 99 || *y > 99) && !a.sentence_has(a[at].sentence, WordClass::score_cue)) return at;
  if (is_hyphen_atom(after) && after.glued()) return at;
  return at + 3;
}

class ValueReader {
 public:
  ValueReader(const Document& document, std::vector<Value>& values)
      : document_(document), values_(values), local_(local_currencies(document)) {
    read_anchor();
  }

  void read() {
    for (std::uint32_t b = 0; b < document_.blocks.size(); ++b) {
      const DocumentBlock& block = document_.blocks[b];
      if (block.tokens.empty()) continue;
      block_ = b;
      atoms_.read(block);
      last_date_end_ = no_atom;
      if (blocks_since_date_++ > 1) memory_.point.reset();
      std::uint32_t at = 0;
      while (at < atoms_.size()) at = read_at(at);
    }
  }

 private:
  void read_anchor() {
    anchor_.today = document_.front.published;
    if (document_.front.dateline && document_.front.dateline->date && is_valid(*document_.front.dateline->date)) {
      const CivilDate written = *document_.front.dateline->date;
      if (!anchor_.today) {
        anchor_.today = written;
      } else {
        const int lag = days_from_civil(*anchor_.today) - days_from_civil(written);
        if (lag >= 0 && lag <= dateline_lag) anchor_.today = written;
      }
    }
    if (anchor_.today && !is_valid(*anchor_.today)) anchor_.today.reset();
    if (document_.article != nullptr) {
      static constexpr std::string_view southern[] = {"AU", "NZ", "ZA", "AR", "CL", "UY",
                                                      "PY", "BW", "NA", "ZW", "MZ", "LS"};
      static constexpr std::string_view day_first[] = {"GB", "IE", "AU", "NZ", "IN", "ZA",
                                                       "PK", "SG", "MY", "NG", "KE", "GH"};
      const std::string country = country_of_url(document_.article->url);
      for (std::string_view c : southern) anchor_.southern |= c == country;
      for (std::string_view c : day_first) anchor_.day_first |= c == country;
      anchor_.month_first = country == "US";
    }
    find_month_names();
    if (!anchor_.today) find_rough_date();
  }

  /// "Theresa May", "Mrs May": then "May" alone may be she.
  void find_month_names() {
    for (const DocumentBlock& block : document_.blocks) {
      for (std::uint32_t t = 1; t < block.tokens.size(); ++t) {
        const std::string_view text = block.token(t);
        int month = 0;
        if (text == "May")
          month = 5;
        else if (text == "June")
          month = 6;
        else if (text == "April")
          month = 4;
        else if (text == "August")
          month = 8;
        else
          continue;
        const std::string_view before = block.token(t - 1);
        if (block.tokens[t - 1].kind != TokenKind::word || before.size() < 2 || before[0] < 'A' || before[0] > 'Z')
          continue;
        if (before[1] < 'a' || before[1] > 'z') continue;  // LONDON May 5
        if (t + 1 < block.tokens.size() && block.tokens[t + 1].kind == TokenKind::number) continue;
        std::string lower(before);
        lower[0] = static_cast<char>(lower[0] + ('a' - 'A'));
        if (lower.back() == '.') lower.pop_back();
        static constexpr std::string_view openers[] = {"the",   "this", "that", "and", "but", "with",  "late", "when",
                                                       "while", "if",   "to",   "for", "or",  "these", "of",   "he",
                                                       "she",   "it",   "they", "we",  "you", "who",   "what"};
        bool opener = !value_senses(lower).empty();
        for (std::string_view w : openers) opener |= w == lower;
        if (!opener) anchor_.name_month[static_cast<std::size_t>(month)] = true;
      }
    }
  }

  void find_rough_date() {
    int paragraphs = 0;
    for (const DocumentBlock& block : document_.blocks) {
      if (block.tokens.empty()) continue;
      if (block.kind == BlockKind::paragraph && ++paragraphs > opening_paragraphs) return;
      atoms_.read(block);
      for (std::uint32_t at = 0; at < atoms_.size(); ++at) {
        const auto read = read_partial(atoms_, at);
        if (!read || read->date.year == 0 || read->date.day == 0) continue;
        const CivilDate date{read->date.year, read->date.month, read->date.day};
        if (!is_valid(date) || date.year < 1900) continue;
        anchor_.rough = date;
        return;
      }
    }
  }

  void emit(ValueType type, std::uint32_t first, std::uint32_t last, std::optional<std::string> value) {
    values_.push_back({type, block_, {atoms_[first].span.begin, atoms_[last - 1].span.end}, std::move(value)});
  }

  void remember(const DatePeriod& period) {
    memory_.point = period.last ? *period.last : period.first;
    blocks_since_date_ = 0;
  }

  /// The day of the date that a clock time at [first, last) goes with: just before it, or just after.
  std::optional<CivilDate> day_of_time(std::uint32_t first, std::uint32_t last) {
    auto links = [](const Atom& atom) {
      static constexpr std::string_view words[] = {"at", "around", "about", "by", "from",   "shortly", "just",
                                                   "on", "local",  "time",  "of", "before", "after"};
      for (std::string_view w : words)
        if (atom.is_word(w)) return true;
      return atom.is_sign(U',') || atom.is_sign(U'(') || atom.is_sign(U')');
    };
    if (last_date_end_ != no_atom && first - last_date_end_ <= 4) {
      bool linked = true;
      for (std::uint32_t i = last_date_end_; i < first; ++i) linked &= links(atoms_[i]);
      if (linked) return last_day_;
    }
    std::uint32_t i = last;
    for (int n = 0; n < 3 && links(atoms_[i]); ++n) ++i;
    const auto date = find_date({atoms_, anchor_, memory_}, i);
    if (date && date->period && !date->period->last && date->period->first.grain == Grain::day)
      return date->period->first.date;
    return std::nullopt;
  }

  /// Reads what starts at atom `at`; returns the next atom to read.
  std::uint32_t read_at(std::uint32_t at) {
    const Atom& first = atoms_[at];
    if (first.kind == AtomKind::link) return at + 1;
    // most words are no part of any value; what begins one is in the lexicon or has a capital (Rs, USD, N)
    if (first.kind == AtomKind::word && !first.capital && first.senses.empty()) return at + 1;
    const bool digits = first.kind == AtomKind::number;
    if (digits || first.is_sign(U'+')) {
      const std::uint32_t end = over_telephone(atoms_, at);
      if (end != at) return end;
    }
    if (digits && in_a_name(atoms_, at)) return at + 1;
    if (auto time = find_clock_time(atoms_, at)) {
      emit(ValueType::time, at, time->last, to_iso(*time, day_of_time(at, time->last)));
      return time->last;
    }
    if (auto money = find_money(atoms_, at, local_)) {
      emit(ValueType::money, at, money->last, std::move(money->value));
      return money->last;
    }
    if (auto date = find_date({atoms_, anchor_, memory_}, at)) return read_date(at, *date);
    if (first.kind == AtomKind::dotted) return at + 1;
    if (first.kind == AtomKind::symbol && !first.is_sign(U'-') && !first.is_sign(0x2212) && !first.is_sign(0x2013) &&
        first.sign < 0xB0)
      return at + 1;
    if (auto percent = find_percent(atoms_, at)) {
      emit(ValueType::percent, at, percent->last, std::move(percent->value));
      return percent->last;
    }
    if (auto quantity = find_quantity(atoms_, at)) {
      emit(ValueType::quantity, at, quantity->last, std::move(quantity->value));
      return quantity->last;
    }
    if (auto fraction = read_fraction(atoms_, at)) {
      emit(ValueType::cardinal, at, fraction->last, fraction->value->to_string());
      return fraction->last;
    }
    if (auto ordinal = read_ordinal(atoms_, at)) {
      emit(ValueType::ordinal, at, ordinal->last, std::to_string(ordinal->value));
      return ordinal->last;
    }
    return read_cardinal(at);
  }

  std::uint32_t read_date(std::uint32_t at, const FoundDate& date) {
    std::optional<CivilDate> day;
    if (date.period && !date.period->last && date.period->first.grain == Grain::day) day = date.period->first.date;
    if (day && atoms_[date.last].text == "T" && atoms_[date.last].glued()) {  // 2025-11-06T14:30
      if (auto time = find_clock_time(atoms_, date.last + 1)) {
        if (atoms_[time->last].text == "Z" && atoms_[time->last].glued()) {
          time->zone = 0;
          ++time->last;
        }
        emit(ValueType::time, at, time->last, to_iso(*time, day));
        return time->last;
      }
    }
    emit(ValueType::date, at, date.last, date.period ? std::optional(to_iso(*date.period)) : std::nullopt);
    if (date.period) remember(*date.period);
    last_day_ = day;
    last_date_end_ = date.last;
    return date.last;
  }

  std::uint32_t read_cardinal(std::uint32_t at) {
    const Atom& first = atoms_[at];
    if (first.kind == AtomKind::number) {
      const std::uint32_t end = over_score(atoms_, at);
      if (end != at) {
        emit(ValueType::cardinal, at, end, std::nullopt);
        return end;
      }
    }
    const auto range = read_range(atoms_, at);
    if (!range) return at + 1;
    if (!is_cardinal(atoms_, at, range->from)) {
      std::uint32_t next = range->from.last;  // a name's number with all its parts: Boeing 737-800
      while (is_hyphen_atom(atoms_[next]) && atoms_[next].glued() && atoms_[next + 1].glued() &&
             atoms_[next + 1].kind == AtomKind::number)
        next += 2;
      return next;
    }
    auto value = range->value();
    if (range->from.ambiguous_m && !range->to) {  // "5m people" are millions, "5m" alone may be metres
      const Atom& next = atoms_[range->last];
      if (next.kind != AtomKind::word || !next.lower.ends_with("s")) value.reset();
      if (next.is_word("people")) value = range->value();
    }
    emit(ValueType::cardinal, at, range->last, std::move(value));
    return range->last;
  }

  const Document& document_;
  std::vector<Value>& values_;
  LocalCurrencies local_;
  DateAnchor anchor_;
  DateMemory memory_;
  int blocks_since_date_ = 0;
  Atoms atoms_;
  std::uint32_t block_ = 0;
  std::uint32_t last_date_end_ = no_atom;
  std::optional<CivilDate> last_day_;
};

}  // namespace

std::vector<Value> find_values(const Document& document) {
  std::vector<Value> values;
  ValueReader(document, values).read();
  return values;
}

}  // namespace newsgloss

// Datelines: where and when a report was filed, and by whom, before its first words.
//
//   URUMQI, Nov 7 (Xinhua) — …   NAIROBI (Reuters) - …   GENEVA/LONDON — …   KYIV, Ukraine (AP) — …
//   KUWAIT CITY, July 24: …      Beijing, 7 November 2025 (AFP) – …          WASHINGTON, Nov. 7, 2025 /PRNewswire/ -- …
//
// What makes one: a dash or a colon within the first 160 bytes, and before it nothing but places, a date and an
// agency. A place in small letters needs a date or an agency beside it; one in capitals does not, but a colon after
// it needs a place that is no label ("BREAKING: …").
#include <algorithm>
#include <string>

#include "article/agencies_lexicon.h"
#include "article/civil_date.h"
#include "article/front_matter.h"
#include "article/line.h"
#include "article/written_date.h"
#include "text/characters.h"

namespace newsgloss {
namespace {

constexpr std::size_t longest_dateline = 160;  // bytes

// Words in capitals that newsrooms set before a colon or a dash and that are no places. Sorted.
constexpr std::string_view labels[] = {
    "advisory", "alert",      "analysis",  "announcement", "breaking",  "caption", "clarification", "column",
    "comment",  "correction", "editorial", "exclusive",    "explainer", "fact",    "factbox",       "feature",
    "file",     "focus",      "graphic",   "insight",      "interview", "just",    "listen",        "live",
    "more",     "news",       "note",      "opinion",      "photo",     "photos",  "podcast",       "poll",
    "profile",  "q",          "read",      "recap",        "related",   "report",  "review",        "see",
    "special",  "sponsored",  "summary",   "timeline",     "update",    "updated", "video",         "views",
    "warning",  "watch"};
static_assert(std::is_sorted(std::begin(labels), std::end(labels)));

class Reader {
 public:
  explicit Reader(const Line& line) : line_(line), count_(line.size()) {}

  /// `alone`: the line is a block of its own, so no dash has to follow.
  std::optional<Dateline> read(bool alone) {
    const std::uint32_t place_end = place();
    std::uint32_t i = place_end;
    bool dated = false;
    bool agency = false;
    std::optional<WrittenDate> date;
    while (i < count_) {
      if (line_.is(i, {","}) && i + 1 < count_) {
        const std::uint32_t next = i + 1 + weekday_tokens(i + 1);
        if (const auto found = written_date_at(line_.text, line_.tokens, next)) {
          date = found;
          dated = true;
          i = found->tokens.last;
          continue;
        }
        if (weekday_tokens(i + 1) > 0) {
          i = next;
          dated = true;
          continue;
        }
        break;
      }
      if (!dated && i == place_end && place_end > 0) {  // "CAIRO - 7 November 2025:" and "NAIROBI 7 Nov –"
        const bool bracket = line_.is(i, {"("});
        const std::uint32_t from = i + (bracket || line_.tokens[i].kind == TokenKind::dash ? 1 : 0);
        const auto found = written_date_at(line_.text, line_.tokens, from);
        if (found && (!bracket || line_.is(found->tokens.last, {")"}))) {
          date = found;
          dated = true;
          i = found->tokens.last + (bracket ? 1 : 0);
          continue;
        }
      }
      if (!agency) {
        const std::uint32_t end = agency_end(i);
        if (end > i) {
          agency = true;
          i = end;
          continue;
        }
      }
      break;
    }
    const bool place = place_end > 0;
    if (!place && !agency) return std::nullopt;
    if (!separated(i, place, dated, agency, alone)) return std::nullopt;
    Dateline found;
    found.whole.span = {line_.tokens[0].span.begin, line_.tokens[i - 1].span.end};
    if (place) found.place = {line_.tokens[0].span.begin, line_.tokens[place_end - 1].span.end};
    found.agency = agency_;
    if (date) {
      written_ = *date;
      found.date = date->date();
    }
    return found;
  }

  /// The date as written, where there is one; its year may be missing.
  [[nodiscard]] const std::optional<WrittenDate>& written() const noexcept { return written_; }

 private:
  [[nodiscard]] std::uint32_t weekday_tokens(std::uint32_t i) const noexcept {
    if (i >= count_ || weekday_number(line_.word(i)) == 0 || !line_.is_capitalised(i)) return 0;
    return line_.is(i + 1, {","}) && i + 2 < count_ && line_.tokens[i + 2].kind != TokenKind::dash ? 2 : 1;
  }

  /// Capitalised words, joined by "/", "and", hyphens or a comma before a region: "KYIV, Ukraine".
  std::uint32_t place() {
    std::uint32_t i = 0;
    std::uint32_t words = 0;
    while (i < count_) {
      const Token& token = line_.tokens[i];
      const bool starts_date = i > 0 && written_date_at(line_.text, line_.tokens, i).has_value();
      if (starts_date) break;
      if (token.kind == TokenKind::word && line_.is_capitalised(i) && line_.word(i).size() <= 24) {
        if (i > 0 && weekday_tokens(i) > 0) break;
        if (words == 0) caps_ = line_.is_all_caps(i);
        if (region_ == 0) caps_ &= line_.is_all_caps(i);
        ++words;
        ++i;
        continue;
      }
      if (words == 0) return 0;
      const bool word_next =
          i + 1 < count_ && line_.tokens[i + 1].kind == TokenKind::word && line_.is_capitalised(i + 1);
      if (!word_next) {
        if (token.kind == TokenKind::possessive || line_.is(i, {"de", "do", "da", "del", "al", "la", "le", "of"})) {
          if (token.kind == TokenKind::possessive) {
            ++i;
            continue;
          }
        }
        break;
      }
      const bool tight = !token.space_before && !line_.tokens[i + 1].space_before;
      if ((line_.is(i, {"/"}) || (token.kind == TokenKind::dash && tight && token.span.size() == 1) ||
           token.kind == TokenKind::possessive) ||
          line_.is(i, {"and", "&", "de", "do", "da", "del", "al", "la", "le", "of"})) {
        ++i;
        continue;
      }
      if (line_.is(i, {","}) && region_ < 2 && !written_date_at(line_.text, line_.tokens, i + 1) &&
          weekday_tokens(i + 1) == 0) {
        ++region_;
        ++i;
        continue;
      }
      break;
    }
    return words <= 8 ? i : 0;
  }

  /// The end of "(Agency)" or "/Agency/" at `i`; `i` for none. Sets `agency_`.
  std::uint32_t agency_end(std::uint32_t i) {
    const bool round = line_.is(i, {"("});
    if (!round && !line_.is(i, {"/"})) return i;
    const std::string_view closing = round ? ")" : "/";
    std::uint32_t end = i + 1;
    bool names = true;
    while (end < count_ && end < i + 10 && line_.word(end) != closing) {
      names &= line_.tokens[end].kind != TokenKind::word || line_.is_capitalised(end) ||
               line_.is(end, {"and", "the", "of"}) || !is_all_lower(line_.word(end));
      ++end;
    }
    if (end >= count_ || line_.word(end) != closing || end == i + 1) return i;
    const Span inside{line_.tokens[i + 1].span.begin, line_.tokens[end - 1].span.end};
    known_ = find_agency(fold_case(slice(line_.text, inside))) != nullptr;
    if (!names && !known_) return i;
    agency_ = inside;
    return end + 1;
  }

  /// Is what stands at `i` the end of a dateline: a dash or a colon with text (or, alone, nothing) behind it?
  [[nodiscard]] bool separated(std::uint32_t i, bool place, bool dated, bool agency, bool alone) const noexcept {
    if (place && std::binary_search(std::begin(labels), std::end(labels), std::string_view(line_.folded[0])))
      return false;
    if (i >= count_) return alone && place && ((agency && known_) || (dated && caps_));
    const Token& next = line_.tokens[i];
    if (next.kind == TokenKind::dash) {
      const bool last = i + 1 >= count_;
      const bool spaced = next.space_before || (!last && line_.tokens[i + 1].space_before) || next.span.size() > 1;
      if (!spaced || (last && !alone)) return false;
      if (agency) return true;
      if (!place) return false;
      return dated ||
             (caps_ && (line_.word(0).size() > 3 || line_.word(0).find('.') != std::string_view::npos || i > 1));
    }
    if (line_.is(i, {":", "."}) && i + 1 < count_) {
      if (line_.is(i, {":"})) return place && (dated || agency || (caps_ && line_.word(0).size() > 3));
      return place && agency && known_ && line_.tokens[i + 1].kind == TokenKind::dash;  // "LIMA (AFP).- …"
    }
    return place && caps_ && agency && known_ && line_.is_capitalised(i);  // "MANAGUA (EFE) The …"
  }

  const Line& line_;
  std::uint32_t count_;
  bool caps_ = false;
  bool known_ = false;
  std::uint32_t region_ = 0;
  Span agency_;
  std::optional<WrittenDate> written_;
};

/// The year that puts a day nearest before `published` (a day after it for time zones' sake).
std::optional<CivilDate> with_year_of(const WrittenDate& written, std::optional<CivilDate> published) {
  if (!published || written.month == 0 || written.year != 0) return written.date();
  CivilDate date{published->year, written.month, written.day};
  if (add_days(*published, 1) < date || !is_valid(date)) --date.year;
  if (!is_valid(date)) return std::nullopt;
  return date;
}

}  // namespace

std::optional<Dateline> find_dateline(std::string_view text, std::optional<CivilDate> published) {
  const std::string_view head = clip(text, longest_dateline);
  const Line line = read_line(head);
  if (line.size() == 0) return std::nullopt;
  Reader reader(line);
  std::optional<Dateline> found = reader.read(head.size() == text.size());
  if (found && reader.written()) found->date = with_year_of(*reader.written(), published);
  return found;
}

}  // namespace newsgloss

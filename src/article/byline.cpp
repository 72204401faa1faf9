#include "article/byline.h"

#include <algorithm>
#include <string>

#include "article/agencies_lexicon.h"
#include "article/written_date.h"
#include "text/characters.h"

namespace newsgloss {
namespace {

constexpr std::uint32_t most_tokens = 60;

// Words that describe a writer or name an employer. Sorted.
constexpr std::string_view role_words[] = {
    "agencies",      "agency",         "analyst",      "associate",   "bureau",
    "chief",         "columnist",      "contributing", "contributor", "correspondant",
    "correspondent", "correspondents", "daily",        "desk",        "digital",
    "director",      "editor",         "editors",      "fellow",      "freelance",
    "gazette",       "guardian",       "herald",       "intern",      "journalist",
    "journalists",   "lecturer",       "media",        "monitoring",  "network",
    "news",          "newspapers",     "newsroom",     "online",      "our",
    "post",          "press",          "producer",     "professor",   "radio",
    "reporter",      "reporters",      "senior",       "service",     "special",
    "staff",         "standard",       "star",         "team",        "times",
    "today",         "tribune",        "tv",           "university",  "web",
    "wire",          "wires",          "writer",       "writers"};
static_assert(std::is_sorted(std::begin(role_words), std::end(role_words)));

// Reads a line from the left; every part either fits a byline or ends the reading.
class Reader {
 public:
  explicit Reader(const Line& line) : line_(line), count_(line.size()) {}

  std::optional<Byline> date_line() {
    if (count_ == 0 || count_ > most_tokens) return std::nullopt;
    while (at_ < count_)
      if (!dates()) return std::nullopt;
    if (!out_.dated) return std::nullopt;
    settle_date();
    return out_;
  }

  std::optional<Byline> byline() {
    if (count_ == 0 || count_ > most_tokens) return std::nullopt;
    if (line_.is(0, {"(", "["})) ++at_;
    while (at_ < count_ && dates()) {
    }
    if (!markers()) {
      if (at_ >= count_) return std::nullopt;
    }
    bool named = false;
    while (at_ < count_) {
      if (!out_.marked && line_.is(at_, {"."}) && at_ + 1 < count_) return std::nullopt;  // a sentence, and more
      if (line_.is(at_, {"(", ")", "]", ";", ".", "|", "\xE2\x80\xA2", "\xC2\xB7", "/", ",", "&", ":"}) ||
          line_.tokens[at_].kind == TokenKind::dash) {
        first_ = first_ && line_.is(at_, {":"});
        ++at_;
        continue;
      }
      if (line_.is(at_, {"and", "with"})) {
        ++at_;
        continue;
      }
      if (line_.is(at_, {"in", "at", "from", "for", "of", "to", "near"})) {
        if (!out_.marked && !skipped_ && !(named && line_.is(at_, {"in"}))) return std::nullopt;
        ++at_;
        if (!skip_place()) return std::nullopt;
        continue;
      }
      if (markers()) {
        named = true;
        continue;
      }
      if (dates()) continue;
      if (role()) {
        named = true;
        continue;
      }
      if (name()) {
        named = true;
        continue;
      }
      return std::nullopt;
    }
    if (!named) return std::nullopt;
    // A lone word is a name only after "By", and only alone: "By Prashanth", but not "By Land and Sea". Beside
    // whole names it is a place or an employer.
    if (!singles_.empty()) {
      if (!out_.marked) return std::nullopt;
      const bool whole_names = out_.authors.size() > singles_.size();
      if (!whole_names && singles_.size() > 1) return std::nullopt;
      if (whole_names)
        std::erase_if(out_.authors,
                      [&](Span s) { return std::find(singles_.begin(), singles_.end(), s) != singles_.end(); });
    }
    settle_date();
    return out_;
  }

 private:
  // ---- dates

  /// One part of a date line, if one starts here.
  bool dates() {
    if (const auto date = written_date_at(line_.text, line_.tokens, at_)) {
      at_ = date->tokens.last;
      out_.dated = true;
      out_.described = true;
      if (const auto day = date->date())
        (updated_ ? update_ : publication_) = (updated_ ? update_ : publication_).value_or(*day);
      return true;
    }
    if (weekday_number(line_.word(at_)) != 0 && line_.is_capitalised(at_)) {
      ++at_;
      return true;
    }
    if (time()) {
      out_.dated = true;
      return true;
    }
    if (line_.is(at_, {"updated", "update", "modified", "revised", "edited"}) && !line_.is(at_ + 1, {"by"})) {
      updated_ = true;
      ++at_;
      return true;
    }
    if (line_.is(at_, {"published", "publish", "posted", "created", "issued", "released", "uploaded", "date", "first",
                       "last", "on", "at"}) &&
        !line_.is(at_ + 1, {"by"}) && date_ahead()) {
      if (line_.is(at_, {"published", "posted", "created", "issued", "released", "uploaded"})) updated_ = false;
      ++at_;
      return true;
    }
    if (out_.dated || date_ahead()) {
      if (line_.tokens[at_].kind == TokenKind::dash ||
          line_.is(at_, {":", ";", "|", ",", "/", "(", ")", "\xE2\x80\xA2", "\xC2\xB7", ".", "the", "of"})) {
        ++at_;
        return true;
      }
    }
    return false;
  }

  /// A time of day with its zone, or an age: "10:30 GMT", "5.30pm", "at 9 a.m. ET", "2 hours ago", "3 min read".
  bool time() {
    const std::string_view word = line_.folded[at_];
    const bool digit = is_ascii_digit(word[0]);
    if (digit) {
      const bool clock = word.find(':') != std::string_view::npos || word.size() > 3;
      const bool half =
          word.size() >= 3 && (word.substr(word.size() - 2) == "am" || word.substr(word.size() - 2) == "pm");
      const bool shaped = clock && word.size() <= 12 && (word.find(':') != std::string_view::npos || half);
      if (half || shaped) {
        ++at_;
        return true;
      }
      if (line_.is(at_ + 1, {"am", "pm", "a.m", "p.m", "hrs", "hours", "hour", "h"}) && !line_.is(at_ + 2, {"ago"})) {
        at_ += 2;
        return true;
      }
      if (line_.is(at_ + 1, {"second", "seconds", "sec", "minute", "minutes", "min", "mins", "hour", "hours", "hr",
                             "hrs", "day", "days", "week", "weeks", "month", "months", "year", "years"}) &&
          line_.is(at_ + 2, {"ago", "read"})) {
        at_ += 3;
        return true;
      }
      if (out_.dated && word.size() == 4 &&
          word.find_first_not_of("0123456789") == std::string_view::npos) {  // 0730 GMT
        ++at_;
        return true;
      }
      return false;
    }
    if (!out_.dated) return false;
    if (line_.is(at_, {"gmt",  "utc",  "bst",  "ist",  "est", "edt",  "et",  "cst", "cdt", "mst",  "mdt",  "pst",
                       "pdt",  "pt",   "cet",  "cest", "eet", "eest", "msk", "jst", "kst", "hkt",  "sgt",  "myt",
                       "pht",  "wib",  "ict",  "pkt",  "npt", "bdt",  "eat", "cat", "wat", "sast", "aest", "aedt",
                       "acst", "awst", "nzst", "nzdt", "brt", "art",  "am",  "pm",  "a.m", "p.m",  "hrs",  "z"})) {
      ++at_;
      if (line_.is(at_, {"+", "-"}) && at_ + 1 < count_) at_ += 2;
      return true;
    }
    if (line_.is(at_, {"beijing", "local", "moscow", "eastern", "london"}) && line_.is(at_ + 1, {"time"})) {
      at_ += 2;
      return true;
    }
    if (line_.is(at_, {"30:00z", "noon", "midnight"})) {
      ++at_;
      return true;
    }
    return false;
  }

  /// Is there a digit or a weekday in what is left? Then a label ("Published on") belongs to a date.
  [[nodiscard]] bool date_ahead() const noexcept {
    for (std::uint32_t i = at_; i < count_; ++i)
      if (line_.tokens[i].kind == TokenKind::number || weekday_number(line_.word(i)) != 0) return true;
    return false;
  }

  [[nodiscard]] bool date_after(std::uint32_t i) const noexcept {
    return line_.is(i + 1, {":"}) ||
           (i + 1 < count_ && (line_.tokens[i + 1].kind == TokenKind::number || month_of(i + 1) != 0));
  }

  void settle_date() {
    out_.date = publication_ ? publication_ : update_;
    out_.updated = !publication_ && update_;
  }

  // ---- names

  /// "By", "Written by", "Additional reporting by", "Author:", "Words:" …
  bool markers() {
    std::uint32_t i = at_;
    bool editors = false;
    bool reporting = false;
    while (line_.is(
        i, {"story",      "written",     "words",      "text",       "report",  "reporting", "reported",    "writing",
            "posted",     "published",   "compiled",   "additional", "further", "editing",   "edited",      "research",
            "translated", "translation", "production", "and",        "a",       "photos",    "photographs", "pictures",
            "graphics",   "video",       "authored",   "interview",  "review",  "analysis"})) {
      editors |= line_.is(i, {"editing", "edited", "translated", "translation", "production", "photos", "photographs",
                              "pictures", "graphics", "video", "additional", "further", "research"});
      reporting |= line_.is(i, {"reporting", "reported", "writing", "editing", "edited", "additional"});
      ++i;
    }
    if (line_.is(i, {"by"}) && i + 1 < count_ && (i > at_ || line_.word(i) != "by" || at_ == 0 || out_.dated)) {
      const bool reported = reporting && i > at_;
      at_ = i + 1;
      if (line_.is(at_, {":"})) ++at_;
      out_.marked = true;
      out_.tail |= reported;
      counted_ = !editors;
      first_ = true;
      return true;
    }
    if (line_.is(at_, {"author", "authors", "byline", "writer", "reporter", "words", "text", "story", "editor",
                       "editors", "source"}) &&
        line_.is(at_ + 1, {":"})) {
      counted_ = !line_.is(at_, {"editor", "editors", "source"});
      at_ += 2;
      out_.marked = true;
      first_ = true;
      return true;
    }
    return false;
  }

  /// A word that describes a writer: "Staff Reporter", "Political Correspondent", "special to", "The Associated Press".
  bool role() {
    for (std::uint32_t length = 4; length > 0; --length) {
      if (at_ + length > count_) continue;
      const Span span{line_.tokens[at_].span.begin, line_.tokens[at_ + length - 1].span.end};
      if (find_agency(fold_case(slice(line_.text, span))) == nullptr) continue;
      const bool employer =
          line_.is(at_ + length, {"writer", "writers", "reporter", "reporters", "correspondent", "correspondents",
                                  "staff", "journalist", "journalists", "news", "bureau"});
      if (out_.marked && first_ && counted_ && !employer && out_.authors.empty()) out_.authors.push_back(span);
      at_ += length;
      out_.described = true;
      skipped_ = true;
      first_ = false;
      return true;
    }
    // A role goes up to its head noun: "Senior Political Correspondent", "Times Staff Writer".
    if (line_.word(at_).back() == '.') return false;  // "B. Writer" is a name
    const bool first = first_ && out_.marked && counted_;
    for (std::uint32_t i = at_; i < count_ && i < at_ + 6 && line_.tokens[i].kind == TokenKind::word; ++i) {
      if (is_role_word(i)) {
        if (first && i >= at_ + 2) return false;  // "By Jane Doe Staff Writer": `name` comes first
        while (is_role_word(i + 1)) ++i;
        at_ = i + 1;
        skipped_ = true;
        first_ = false;
        out_.described = true;
        return true;
      }
      if (!line_.is_capitalised(i) && !(i == at_ && line_.is(i, {"the"}))) break;
      if (line_.is_all_caps(i) != line_.is_all_caps(at_) && line_.word(at_).size() > 3)
        break;  // "JOHN ROE Associated Press"
    }
    return false;
  }

  [[nodiscard]] bool is_role_word(std::uint32_t i) const noexcept {
    return i < count_ &&
           std::binary_search(std::begin(role_words), std::end(role_words), std::string_view(line_.folded[i]));
  }

  /// What follows "in", "for", "at": capitalised words, "the", commas inside "Washington, D.C." are left to the names.
  bool skip_place() {
    const std::uint32_t from = at_;
    while (at_ < count_ &&
           (line_.is_capitalised(at_) || line_.is(at_, {"the", "of", "de", "la"}) ||
            line_.tokens[at_].kind == TokenKind::dash || line_.tokens[at_].kind == TokenKind::possessive) &&
           line_.tokens[at_].kind != TokenKind::number && weekday_number(line_.word(at_)) == 0 && month_of(at_) == 0) {
      ++at_;
    }
    out_.described = true;
    after_place_ = true;
    return at_ > from;
  }

  [[nodiscard]] int month_of(std::uint32_t i) const noexcept {
    return i + 1 < count_ && line_.tokens[i + 1].kind == TokenKind::number ? month_number(line_.word(i)) : 0;
  }

  [[nodiscard]] bool name_token(std::uint32_t i) const noexcept {
    if (i >= count_) return false;
    const Token& token = line_.tokens[i];
    if (token.kind != TokenKind::word) return false;
    if (line_.is_capitalised(i)) return true;
    const char first = line_.word(i)[0];
    return static_cast<unsigned char>(first) >= 0x80 && !is_all_lower(line_.word(i));  // names without case
  }

  bool name() {
    while (line_.is(at_, {"dr", "mr", "mrs", "ms", "prof", "professor", "sir", "rev", "the"}) &&
           line_.tokens[at_].kind == TokenKind::word && name_token(at_ + 1))
      ++at_;
    if (!name_token(at_)) return false;
    std::uint32_t end = at_;
    std::uint32_t words = 0;
    const bool caps = line_.is_all_caps(at_) && line_.word(at_).size() > 2 && line_.word(at_).back() != '.';
    while (end < count_) {
      if (name_token(end)) {
        // "JANE DOE Associated Press": the name ends where the capitals do.
        if (caps && words >= 2 && !line_.is_all_caps(end)) break;
        if (words >= 2 && (ends_in_agency(end) || is_role_word(end))) break;
        if (words >= 1 && line_.is(end, {"published", "posted", "updated", "last"}) && date_after(end)) break;
        if (month_of(end) != 0 || (weekday_number(line_.word(end)) != 0 && words >= 2)) break;
        ++end;
        ++words;
        continue;
      }
      if (words > 0 &&
          line_.is(end, {"de",  "da",  "do",  "dos",  "das", "del", "della", "der", "di",  "du", "la", "le",
                         "van", "von", "bin", "bint", "ibn", "al",  "el",    "den", "ter", "y",  "e"}) &&
          (name_token(end + 1) || line_.is(end + 1, {"la", "der", "den", "-"}))) {
        ++end;
        continue;
      }
      const bool joined = end + 1 < count_ && words > 0 && !line_.tokens[end].space_before &&
                          !line_.tokens[end + 1].space_before && line_.tokens[end].kind == TokenKind::dash &&
                          line_.tokens[end + 1].kind == TokenKind::word;
      if (joined) {  // Jean-Pierre, Ki-moon
        end += 2;
        continue;
      }
      break;
    }
    if (words == 0 || words > 6) return false;
    const Span span{line_.tokens[at_].span.begin, line_.tokens[end - 1].span.end};
    const bool one = words == 1 && end == at_ + 1;
    at_ = end;
    if (one && (after_place_ || !counted_)) {  // "in Paris, France"
      return true;
    }
    if (!counted_) return true;
    first_ = false;
    after_place_ = false;
    out_.authors.push_back(span);
    if (one) singles_.push_back(span);
    return true;
  }

  [[nodiscard]] bool ends_in_agency(std::uint32_t i) const {
    for (std::uint32_t length = 3; length > 0; --length) {
      if (i + length > count_) continue;
      const Span span{line_.tokens[i].span.begin, line_.tokens[i + length - 1].span.end};
      if (find_agency(fold_case(slice(line_.text, span))) != nullptr) return true;
    }
    return false;
  }

  const Line& line_;
  std::uint32_t count_;
  std::uint32_t at_ = 0;
  Byline out_;
  std::optional<CivilDate> publication_;
  std::optional<CivilDate> update_;
  bool updated_ = false;
  bool counted_ = true;  // the names read now are authors'
  bool first_ = true;    // nothing but "By" has been read
  bool skipped_ = false;
  bool after_place_ = false;
  std::vector<Span> singles_;  // authors of one word
};

}  // namespace

std::optional<Byline> read_byline(const Line& line) { return Reader(line).byline(); }
std::optional<Byline> read_date_line(const Line& line) { return Reader(line).date_line(); }

}  // namespace newsgloss

#include "article/classify.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "article/byline.h"
#include "article/credit_line.h"
#include "article/front_matter.h"
#include "article/furniture.h"
#include "article/line.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace newsgloss {
namespace {

constexpr std::uint32_t longest_headline = 30;    // words
constexpr std::uint32_t longest_standfirst = 70;  // words
constexpr std::uint32_t longest_subheading = 16;  // words

// Phrases that describe a picture, as whole words in small letters.
constexpr std::string_view picture_phrases[] = {"aerial view of",
                                                "as pictured",
                                                "file photo",
                                                "file picture",
                                                "handout photo",
                                                "(center)",
                                                "(centre)",
                                                "(left)",
                                                "(pictured)",
                                                "(right)",
                                                "in this file",
                                                "in this image",
                                                "in this photo",
                                                "in this photograph",
                                                "in this picture",
                                                "is pictured",
                                                "is seen in this",
                                                "photo shows",
                                                "photo taken",
                                                "photo taken on",
                                                "photograph taken",
                                                "picture shows",
                                                "pose for a group photo",
                                                "pose for a photo",
                                                "poses for a photo",
                                                "pictured above",
                                                "pictured here",
                                                "pictured in",
                                                "screengrab",
                                                "screenshot from",
                                                "shown in this",
                                                "undated photo",
                                                "video grab"};

// A block that opens so is a caption.
constexpr std::string_view caption_openings[] = {"a file photo",
                                                 "caption :",
                                                 "file :",
                                                 "file -",
                                                 "file \xE2\x80\x93",
                                                 "file \xE2\x80\x94",
                                                 "file photo",
                                                 "illustrative image",
                                                 "photo :",
                                                 "photo caption :",
                                                 "photo shows",
                                                 "pictured :",
                                                 "picture :",
                                                 "image :",
                                                 "from left :",
                                                 "(from left)",
                                                 "from left to right",
                                                 "top :",
                                                 "above :",
                                                 "below :",
                                                 "left :",
                                                 "right :"};

/// What is known of a block before its neighbours are looked at.
struct Sketch {
  std::uint32_t words = 0;
  bool line = false;      // short enough for a Line
  bool finished = false;  // ends as a sentence does: . ! ? or an ellipsis, perhaps in quote marks or brackets
  bool question = false;  // ends in ? or !
  bool opens_quote = false;
  bool colon = false;  // ends in a colon
  bool bullet = false;
  bool numbered = false;
  bool capitalised = false;  // its first letter is a capital, or it opens with a digit or a quote
  bool furniture = false;
  bool credit = false;
  bool credited = false;        // ends in a credit, with something before it
  bool maybe_credited = false;  // ends in a bare agency or a bracketed name
  bool pictured = false;        // says what a picture shows
  bool dateline = false;        // alone
  bool blank = false;
  std::optional<Byline> byline;
  bool date = false;
  bool copyright = false;  // opens with the copyright sign
  bool agency = false;     // only agencies or roles are named
};

std::uint32_t count_words(std::string_view text) noexcept {
  std::uint32_t words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    at += c.bytes;
    const bool space = is_space(c.value);
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

/// The last character that is no closing quote mark or bracket.
char32_t last_character(std::string_view text) noexcept {
  for (std::size_t end = text.size(); end > 0;) {
    const CodePoint c = decode_before(text, end);
    const bool skipped = c.value == '"' || c.value == '\'' || c.value == ')' || c.value == ']' || c.value == 0x2019 ||
                         c.value == 0x201C || c.value == 0x201D || c.value == 0xBB || is_space(c.value) ||
                         class_of(c.value) == CharacterClass::ignorable;
    if (!skipped) return c.value;
    end -= c.bytes;
  }
  return 0;
}

bool is_bullet(char32_t c) noexcept {
  return c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0x25A0 || c == 0x2023 || c == 0x25E6 || c == 0xB7 ||
         c == 0x2043 || c == 0x25BA || c == 0x27A4 || c == 0x2713 || c == '*' || c == '-' || c == 0x2013;
}

/// "1." "2)" "(a)" "iv." before a space.
bool is_numbered(std::string_view text) noexcept {
  std::size_t at = 0;
  const bool bracket = text.substr(0, 1) == "(";
  if (bracket) ++at;
  const std::size_t first = at;
  while (at < text.size() && at < first + 3 && is_ascii_digit(text[at])) ++at;
  if (at == first && at + 1 < text.size() && is_ascii_letter(text[at]) && (text[at + 1] == ')')) ++at;
  if (at == first || at + 1 >= text.size()) return false;
  if (text[at] == ')' || (!bracket && text[at] == '.')) return text[at + 1] == ' ';
  return false;
}

bool opens_with(const Line& line, std::string_view phrase) {
  std::string start;
  for (std::uint32_t i = 0; i < line.size() && start.size() < phrase.size() + 8; ++i) {
    const bool joined = i > 0 && (line.folded[i - 1] == "(" || line.folded[i] == ")");
    if (i > 0 && !joined) start += ' ';
    start += line.folded[i];
  }
  return start.compare(0, phrase.size(), phrase) == 0 && (start.size() == phrase.size() || start[phrase.size()] == ' ');
}

bool describes_picture(const Line& line) {
  for (const std::string_view opening : caption_openings)
    if (opens_with(line, opening)) return true;
  const std::string folded = fold_case(line.text);
  for (const std::string_view phrase : picture_phrases) {
    const std::size_t at = folded.find(phrase);
    if (at == std::string::npos) continue;
    const std::size_t end = at + phrase.size();
    const bool whole =
        (at == 0 || !is_ascii_letter(folded[at - 1])) && (end == folded.size() || !is_ascii_letter(folded[end]));
    if (whole) return true;
  }
  return false;
}

Sketch sketch(std::string_view given) {
  const std::string_view text = trim(given);
  Sketch s;
  s.blank = text.empty();
  if (s.blank) return s;
  const char32_t first = decode(text, 0).value;
  const char32_t last = last_character(text);
  s.finished = last == '.' || last == '!' || last == '?' || last == 0x2026 || last == 0x3002 || last == 0x061F ||
               last == 0x0964 || last == ';' || last == ',';
  s.question = last == '?' || last == '!';
  s.colon = last == ':';
  s.copyright = first == 0xA9;
  s.opens_quote =
      first == '"' || first == 0x201C || first == 0x201D || first == 0x2018 || first == '\'' || first == 0xAB;
  s.capitalised = s.opens_quote || is_digit(first) || is_capitalised(clip(text, 64)) ||
                  class_of(first) == CharacterClass::cjk || class_of(first) == CharacterClass::letter;
  const std::uint32_t first_bytes = decode(text, 0).bytes;
  s.bullet = is_bullet(first) && first_bytes < text.size() &&
             (is_space(decode(text, first_bytes).value) || (first_bytes > 1 && first != 0x2013));
  s.numbered = is_numbered(text);
  if (const auto credit = credit_at_end(text)) (credit->certain ? s.credited : s.maybe_credited) = true;
  s.line = text.size() <= longest_line;
  if (!s.line) {
    s.words = longest_standfirst + 1;
    return s;
  }
  s.words = count_words(text);
  const Line line = read_line(text);
  s.furniture = is_furniture(line) || (s.words == 1 && line.tokens[0].kind == TokenKind::link);
  s.credit = is_credit_line(text);
  s.date = read_date_line(line).has_value();
  s.byline = read_byline(line);
  s.agency = s.byline && s.byline->authors.empty();
  s.pictured = describes_picture(line);
  const std::optional<Dateline> dateline = find_dateline(text, std::nullopt);
  if (dateline) {
    const std::string_view rest = trim(text.substr(dateline->whole.span.end));
    s.dateline = rest.size() <= 4 && count_words(rest) <= 1 && !has_letter(rest);
  }
  return s;
}

class Classifier {
 public:
  explicit Classifier(Article& article) : blocks_(article.blocks) {
    sketches_.reserve(blocks_.size());
    for (const Block& block : blocks_) sketches_.push_back(block.kind_given ? Sketch{} : sketch(block.text));
  }

  void run() {
    find_body();
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      if (!blocks_[i].kind_given) {
        blocks_[i].kind = kind_of(i);
        if (blocks_[i].kind == BlockKind::headline) headline_ = i;
      } else if (blocks_[i].kind == BlockKind::headline && headline_ == none) {
        headline_ = i;
      }
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// Text that belongs to the article's body beyond doubt: given as such, or a finished sentence of some length.
  [[nodiscard]] bool is_body(std::size_t i) const noexcept {
    if (blocks_[i].kind_given) return blocks_[i].kind == BlockKind::paragraph;
    const Sketch& s = sketches_[i];
    return !s.furniture && !s.credit && !s.date && !s.credited && !s.pictured && !s.bullet && s.words >= 8 &&
           s.finished && !strong_byline(s);
  }

  [[nodiscard]] static bool strong_byline(const Sketch& s) noexcept {
    return s.byline && (s.byline->marked || s.byline->tail);
  }

  /// The head ends where the first and the tail begins behind the last block of the body. A standfirst that is a
  /// sentence belongs to the head when a byline or a date follows it at once.
  void find_body() {
    first_body_ = blocks_.size();
    last_body_ = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!is_body(i)) continue;
      if (first_body_ == blocks_.size() && !before_byline(i)) first_body_ = i;
      last_body_ = i;
    }
  }

  /// Does a byline, date or dateline follow at once, with a headline-like block before?
  [[nodiscard]] bool before_byline(std::size_t i) const noexcept {
    if (i + 1 >= blocks_.size() || i == 0 || i > 3) return false;
    if (sketches_[i].words > longest_standfirst) return false;
    if (blocks_[i + 1].kind_given)
      return blocks_[i + 1].kind == BlockKind::byline || blocks_[i + 1].kind == BlockKind::date;
    const Sketch& next = sketches_[i + 1];
    return next.date ||
           (next.byline && !next.furniture && !next.byline->tail && (next.byline->marked || next.byline->dated));
  }

  [[nodiscard]] BlockKind kind_of(std::size_t i) const noexcept {
    const Sketch& s = sketches_[i];
    const bool head = i < first_body_;
    const bool tail = i > last_body_;
    if (s.blank) return BlockKind::furniture;
    if (!s.line) return s.credited && head ? BlockKind::caption : BlockKind::paragraph;
    if (s.date) return BlockKind::date;
    if (s.credit && s.copyright) return BlockKind::credit;
    if (s.furniture) return BlockKind::furniture;
    if (strong_byline(s) && !(i == 0 && blocks_.size() > 1 && s.byline->authors.empty())) return BlockKind::byline;
    if (s.agency && s.byline->described && (head || tail) && i > 0 && !after_caption(i)) return BlockKind::byline;
    if (s.credit) return BlockKind::credit;
    if (s.dateline) return BlockKind::dateline;
    if (s.credited || s.pictured || (s.maybe_credited && head && i > 0 && s.words <= longest_standfirst))
      return s.bullet || s.numbered ? BlockKind::list_item : BlockKind::caption;
    if (s.byline && i > 0 && head && has_headline() && (s.byline->described || bare_name(i))) return BlockKind::byline;

    if (s.bullet) return s.words > 1 ? BlockKind::list_item : BlockKind::furniture;
    if (s.numbered && (numbered(i + 1) || (i > 0 && numbered(i - 1)))) return BlockKind::list_item;

    if (pull_quote(i)) return BlockKind::quotation;
    if (!has_headline() && head && headline_like(i)) return BlockKind::headline;
    if (head && has_headline() && s.words <= longest_standfirst &&
        (before_byline(i) || (!s.finished && s.capitalised && i == headline_ + 1 && s.words >= 5)))
      return BlockKind::standfirst;
    if (subheading_like(i)) return BlockKind::subheading;

    return BlockKind::paragraph;
  }

  [[nodiscard]] bool has_headline() const noexcept { return headline_ != none; }
  [[nodiscard]] bool numbered(std::size_t i) const noexcept { return i < blocks_.size() && sketches_[i].numbered; }
  [[nodiscard]] bool after_caption(std::size_t i) const noexcept {
    return i > 0 && blocks_[i - 1].kind == BlockKind::caption;
  }

  /// "Jane Doe" alone, right below the headline or beside a date.
  [[nodiscard]] bool bare_name(std::size_t i) const noexcept {
    const Sketch& s = sketches_[i];
    if (s.words < 2 || s.words > 4 || s.byline->authors.size() != 1) return false;
    const bool date_next = i + 1 < blocks_.size() && sketches_[i + 1].date;
    return date_next || (i > 0 && sketches_[i - 1].date) || i == headline_ + 1;
  }

  [[nodiscard]] bool headline_like(std::size_t i) const noexcept {
    const Sketch& s = sketches_[i];
    if (s.words > longest_headline || s.words == 0 || s.colon) return false;
    if (s.finished && !s.question) return false;
    if (s.question && s.words > 20) return false;
    for (std::size_t next = i + 1; next < blocks_.size(); ++next)  // something must follow that it can head
      if (!sketches_[next].furniture && !sketches_[next].blank) return true;
    return false;
  }

  [[nodiscard]] bool subheading_like(std::size_t i) const noexcept {
    const Sketch& s = sketches_[i];
    if (s.words == 0 || s.words > longest_subheading || s.colon || !s.capitalised) return false;
    if (i + 1 >= blocks_.size() || i > last_body_) return false;
    if (s.finished && !(s.question && s.words <= 12 && !s.opens_quote)) return false;
    return true;
  }

  /// "…" — Jane Doe, minister
  [[nodiscard]] bool pull_quote(std::size_t i) const noexcept {
    const Sketch& s = sketches_[i];
    if (!s.opens_quote || s.words > longest_standfirst) return false;
    const Line line = read_line(trim(blocks_[i].text));
    std::uint32_t dash = 1;  // behind the first closing mark
    while (dash < line.size() && line.tokens[dash - 1].kind != TokenKind::close_quote) ++dash;
    if (dash + 1 >= line.size() || line.tokens[dash].kind != TokenKind::dash) return false;
    return !s.finished && line.size() - dash <= 14 && line.is_capitalised(dash + 1);
  }

  std::vector<Block>& blocks_;
  std::vector<Sketch> sketches_;
  std::size_t first_body_ = 0;
  std::size_t last_body_ = 0;
  std::size_t headline_ = none;
};

}  // namespace

void classify_blocks(Article& article) { Classifier(article).run(); }

}  // namespace newsgloss

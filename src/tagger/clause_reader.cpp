#include "tagger/clause_reader.h"

#include <algorithm>
#include <array>

#include "text/quote_pairs.h"
#include "text/utf8.h"

namespace newsgloss {
namespace {

constexpr std::uint32_t long_quotation = 5;  // words; shorter ones need a sign of speech
constexpr std::uint32_t longest_title = 12;  // words
constexpr std::uint32_t sure_title = 3;      // capitalised words that speech does not have in a row
constexpr std::uint32_t near_title = 2;      // directly behind a word: the film "Crossing Borders,"

bool is_capital(std::string_view token) noexcept {
  const char c = token.front();
  if (c >= 'A' && c <= 'Z') return true;
  if (static_cast<unsigned char>(c) < 0x80) return false;
  const char32_t value = decode(token, 0).value;  // Latin-1 and Latin Extended-A: capitals where even, about
  return (value >= 0xC0 && value <= 0xDE) || (value >= 0x100 && value < 0x180 && value % 2 == 0);
}

struct Title {
  bool looks = false;          // "The Long Road": each word with a capital, or of a closed class
  std::uint32_t capitals = 0;  // words of an open class
};

/// Inside quote marks: is this a title or a name rather than words said?
Title read_title(const DocumentBlock& block, TokenRange inner) {
  Title title;
  std::uint32_t words = 0;
  for (std::uint32_t i = inner.first; i < inner.last; ++i) {
    if (block.tokens[i].kind != TokenKind::word) continue;
    ++words;
    const bool open_class = word_classes_of(LowerCase(block.token(i)).view()) == 0;
    if (open_class && !is_capital(block.token(i))) return {};
    title.capitals += open_class;
  }
  title.looks = words > 0 && words <= longest_title;
  return title;
}

bool ends_speech(std::string_view token) noexcept {
  return token == "," || token == "." || token == "!" || token == "?" || token == "..." || token == "\u2026";
}

}  // namespace

bool stands_inside_sentence(const DocumentBlock& block, std::uint32_t i) noexcept {
  if (i > 0 && block.token(i - 1) == ",") --i;
  return i > 0 && block.tokens[i - 1].kind == TokenKind::word &&
         cue_form_of(LowerCase(block.token(i - 1)).view()).verb == nullptr;
}

ClauseReader::ClauseReader(const Document& document, std::uint32_t block) : block_(document.blocks[block]) {
  words_.resize(block_.tokens.size());
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    Word& word = words_[i];
    const TokenKind kind = block_.tokens[i].kind;
    if (kind != TokenKind::word && kind != TokenKind::possessive) continue;
    const LowerCase lower(block_.token(i));
    word.capital = is_capital(block_.token(i));
    word.classes = word_classes_of(lower.view());
    word.cue = cue_form_of(lower.view());
  }
  find_quotations(document, block);
  find_units();
  if (block_.kind != BlockKind::headline && block_.kind != BlockKind::subheading) forget_capital_verbs();
}

// "Army chief Said Chengriha": within a sentence a verb has no capital.
void ClauseReader::forget_capital_verbs() {
  for (const TokenRange& unit : units_)
    for (std::uint32_t i = unit.first + 1; i < unit.last; ++i)
      if (words_[i].capital && block_.tokens[i - 1].kind == TokenKind::word && words_[i].cue.verb != nullptr)
        words_[i].cue = {};
}

void ClauseReader::find_quotations(const Document& document, std::uint32_t block) {
  std::vector<QuotePair> pairs;
  pair_quote_marks(block_.text, block_.tokens, pairs);
  for (const QuotePair& pair : pairs) {
    if (pair.depth > 0) continue;
    if (!quotations_.empty() && pair.tokens.first < quotations_.back().last) continue;
    if (!pair.opened) {
      std::vector<QuotePair> before;
      if (block == 0) continue;
      const DocumentBlock& previous = document.blocks[block - 1];
      pair_quote_marks(previous.text, previous.tokens, before);
      if (before.empty() || before.back().closed) continue;
    }
    if (!pair.closed && pair.tokens.first != 0) continue;
    const std::uint32_t inner_last = pair.closed ? pair.tokens.last - 1 : pair.tokens.last;
    const TokenRange inner = {pair.opened ? pair.tokens.first + 1 : pair.tokens.first, inner_last};
    if (inner.empty()) continue;
    std::uint32_t count = 0;
    for (std::uint32_t i = inner.first; i < inner.last && count < long_quotation; ++i)
      count += block_.tokens[i].kind == TokenKind::word || block_.tokens[i].kind == TokenKind::number;
    const bool comma_behind = pair.tokens.last < size() && is_mark(pair.tokens.last, ",");
    const bool ends = ends_speech(text(inner.last - 1)) || (comma_behind && pair.tokens.first == 0);
    const bool introduced = pair.tokens.first > 0 && is_mark(pair.tokens.first - 1, ":");
    const Title title = read_title(block_, inner);
    if (!ends && !introduced && (count < long_quotation || title.looks)) continue;
    // ..., author of "The Long Road." The stop belongs to the sentence, unless a verb of speech stands before.
    const bool comma_before = pair.tokens.first > 0 && is_mark(pair.tokens.first - 1, ",");
    if (!introduced && title.looks && title.capitals >= (comma_before ? sure_title : near_title) &&
        stands_inside_sentence(block_, pair.tokens.first))
      continue;
    quotations_.push_back(pair.tokens);
    for (std::uint32_t i = pair.tokens.first; i < pair.tokens.last; ++i)
      words_[i].quotation = static_cast<std::uint32_t>(quotations_.size());
  }
}

void ClauseReader::find_units() {
  for (const TokenRange& sentence : block_.sentences) {
    const bool inside = sentence.first > 0 && in_quotation(sentence.first) && in_quotation(sentence.first - 1) &&
                        words_[sentence.first].quotation == words_[sentence.first - 1].quotation;
    if (inside && !units_.empty())
      units_.back().last = sentence.last;
    else
      units_.push_back(sentence);
  }
}

bool ClauseReader::is_mark(std::uint32_t i, std::string_view marks) const noexcept {
  const std::string_view token = text(i);
  return token.size() == 1 && marks.find(token.front()) != std::string_view::npos;
}

bool ClauseReader::is_word(std::uint32_t i, std::string_view lower) const noexcept {
  return text(i).size() == lower.size() && LowerCase(text(i)).view() == lower;
}

bool ClauseReader::begins_phrase(std::uint32_t i) const noexcept {
  const TokenKind kind = block_.tokens[i].kind;
  if (kind == TokenKind::number || kind == TokenKind::open_quote || kind == TokenKind::symbol) return true;
  if (kind != TokenKind::word) return false;
  if (words_[i].classes == 0) return true;
  return is(i, determiner | subject_pronoun | object_pronoun | number_word);
}

bool ClauseReader::has_auxiliary(std::uint32_t from, std::uint32_t to) const noexcept {
  for (std::uint32_t i = from; i < to; ++i) {
    if (is(i, relative) && !is(i, determiner)) return false;
    if (is(i, auxiliary) && !words_[i].capital) return true;
  }
  return false;
}

// "head of X", "45", "a doctor", "one of the leads", "who lectures at Y", "Minister of Health": what can stand between
// a name and the comma before its verb.
bool ClauseReader::is_apposition(std::uint32_t from, std::uint32_t to) const noexcept {
  if (from >= to) return false;
  if (is(from, relative) || (from + 1 < to && is(from, preposition) && is(from + 1, relative))) return true;
  if (is(from, subordinator | question) && !is(from, preposition)) return false;
  if (is(from, subject_pronoun) && !is(from, relative)) return false;
  return !has_auxiliary(from, to);
}

// Where the noun phrase begins in a stretch that may open with an adverb or a prepositional phrase: "On Monday | the
// minister", "In a statement | the ministry", "However | police".
std::uint32_t ClauseReader::after_introduction(std::uint32_t from, std::uint32_t to) const noexcept {
  while (from < to && (is(from, coordinator) || (is(from, adverb | day) && !is(from, determiner)))) ++from;
  if (from >= to || !is(from, preposition | subordinator)) return from;
  for (std::uint32_t i = to; i-- > from + 1;) {
    if (is(i - 1, preposition)) continue;
    if (is(i, determiner) && !is(i, relative)) return i;
    if (is_name(i) && !is_name(i - 1) && !is(i - 1, determiner | coordinator)) return i;
    if (is(i, subject_pronoun)) return i;
    if (is(i - 1, day) && words_[i].classes == 0) return i;
  }
  return to;
}

std::uint32_t ClauseReader::verb_group(std::uint32_t verb, std::uint32_t from) const noexcept {
  std::uint32_t end = verb;
  if (end >= from + 3 && is_word(end - 1, "to") && is_word(end - 2, "on") && is_word(end - 3, "went")) end -= 3;
  if (end >= from + 3 && is_word(end - 1, "as") && is_word(end - 2, "quoted")) end -= 2;
  while (end > from) {
    const std::uint16_t classes = words_[end - 1].classes;
    const bool skipped = (classes & (auxiliary | negation)) != 0 ||
                         ((classes & adverb) != 0 && (classes & (subject_pronoun | coordinator | subordinator)) == 0) ||
                         is_word(end - 1, "all") ||
                         (text(end - 1).size() > 4 && text(end - 1).ends_with("ly") && !words_[end - 1].capital);
    if (skipped) {
      --end;
      continue;
    }
    constexpr std::array<std::string_view, 9> spans_of_time = {"afternoon", "evening", "month",   "morning", "night",
                                                               "quarter",   "week",    "weekend", "year"};
    if (end >= from + 3 && is(end - 2, determiner) &&
        std::find(spans_of_time.begin(), spans_of_time.end(), text(end - 1)) != spans_of_time.end() &&
        !is_word(end - 2, "the") && !is_word(end - 2, "a")) {
      end -= 2;  // the office this week said
      continue;
    }
    if ((classes & day) != 0 && end >= from + 2 &&
        words_[end - 1].capital == (text(end - 1) != "today" && text(end - 1) != "yesterday")) {
      end -= end >= from + 3 && is(end - 2, preposition) ? 2U : 1U;  // X on Monday said; X, today
      continue;
    }
    break;
  }
  return end;
}

std::optional<TokenRange> ClauseReader::subject_before(std::uint32_t verb, std::uint32_t from,
                                                       bool behind_content) const {
  std::uint32_t end = verb_group(verb, from);
  const std::uint32_t stop = end > from + look_back ? end - look_back : from;
  if (end <= stop) return std::nullopt;
  if (is_mark(end - 1, ")")) {
    std::uint32_t open = end - 1;
    while (open > stop && !is_mark(open, "(")) --open;
    if (open <= stop) return std::nullopt;
  }
  if (in_quotation(end - 1)) return std::nullopt;

  const bool closing = is_mark(end - 1, ",");
  if (closing) --end;
  if (end <= stop) return std::nullopt;
  if (is_dash(end - 1)) {  // X - who is also Y - said
    std::uint32_t open = end - 1;
    while (open > stop && !is_dash(open - 1)) --open;
    if (open <= stop + 1) return std::nullopt;
    const std::uint32_t name_end = open - 1;
    std::uint32_t start = name_end;
    while (start > stop && !is_mark(start - 1, ",;:") && !in_quotation(start - 1)) --start;
    start = after_introduction(start, name_end);
    if (start >= name_end) return std::nullopt;
    return TokenRange{start, end};
  }
  if (is(end - 1, subject_pronoun)) {
    if (closing || is_word(end - 1, "there")) return std::nullopt;
    if (is_word(end - 1, "others") && end >= stop + 3 && is(end - 2, coordinator)) {
      // "Izumi and others": the list is the subject
    } else if (is_word(end - 1, "who") || !is(end - 1, determiner)) {
      return TokenRange{end - 1, end};
    }
  }
  if (is(end - 1, coordinator | preposition | relative | subordinator | question)) return std::nullopt;
  if (closing && is(end - 1, day | adverb)) return std::nullopt;

  // Segments between commas, nearest first.
  struct Segment {
    std::uint32_t first;
    std::uint32_t last;
  };
  std::array<Segment, 10> segments;
  std::size_t count = 0;
  std::uint32_t last = end;
  std::uint32_t depth = 0;
  std::uint32_t at = end;
  for (;; --at) {
    const bool edge = at == stop || in_quotation(at - 1) || is_mark(at - 1, ";:") || is_dash(at - 1) ||
                      (depth == 0 && is_mark(at - 1, ".!?")) ||
                      (is(at - 1, subordinator) && !is(at - 1, preposition | adverb)) ||
                      (is_word(at - 1, "after") && at > stop + 3 && at < end && (is_name(at) || is(at, determiner)) &&
                       !is_mark(at - 2, ","));
    if (edge || (depth == 0 && is_mark(at - 1, ","))) {
      if (at < last) segments[count++] = {at, last};
      if (edge || count == segments.size()) break;
      last = at - 1;
      continue;
    }
    if (is_mark(at - 1, ")")) ++depth;
    if (is_mark(at - 1, "(") && depth > 0) --depth;
  }
  if (count == 0) return std::nullopt;

  const auto name_like = [&](const Segment& s) {
    const bool article = s.first + 1 < s.last && is_word(s.first, "the") && is_name(s.first + 1);
    return (is_name(s.first) || article) && s.last - s.first <= 8 && !has_auxiliary(s.first, s.last);
  };
  std::size_t head = 0;
  std::uint32_t start = 0;
  if (closing) {
    if (!is_apposition(segments[0].first, segments[0].last)) return std::nullopt;
    for (head = 1; head < count; ++head) {
      const Segment& s = segments[head];
      std::uint32_t first = s.first;
      if (is(first, coordinator)) {
        if (first + 1 < s.last && is_name(first + 1)) continue;  // "A, chief of B, and | C, chief of D,"
        ++first;
      }
      if (first >= s.last) continue;
      const bool intro = is(first, preposition | subordinator);
      if (intro) first = after_introduction(first, s.last);
      if (first >= s.last || has_auxiliary(first, s.last)) continue;
      if (!is_name(first) && !is(first, determiner)) {
        // A bare plural ("officials, who ...,") only as the sentence's or the clause's own opening.
        if (head + 1 < count || is(first, relative) || words_[first].classes != 0 ||
            block_.tokens[first].kind != TokenKind::word)
          continue;
      }
      if (is(first, determiner) && !intro && head + 1 < count && name_like(segments[head + 1])) {
        start = segments[++head].first;
        break;
      }
      start = first;
      break;
    }
    if (head == count) {  // "Ann Li, today said"
      if (end + 1 < verb && count == 1 && name_like(segments[0])) return TokenRange{segments[0].first, end};
      return std::nullopt;
    }
    return TokenRange{start, end};
  }

  start = after_introduction(segments[0].first, segments[0].last);
  if (start >= end) return std::nullopt;
  const auto holds_coordinator = [&](std::uint32_t first, std::uint32_t until) {
    for (std::uint32_t i = first; i < until; ++i)
      if (is(i, coordinator)) return true;
    return false;
  };
  // "Prices were up and officials said": the subject begins behind the coordinator that follows a finite verb.
  if (has_auxiliary(start, end)) {
    std::uint32_t found = 0;
    for (std::uint32_t i = end; i-- > start + 1;)
      if (is(i - 1, coordinator) && has_auxiliary(start, i)) {
        found = i;
        break;
      }
    if (found == 0 || has_auxiliary(found, end)) return std::nullopt;
    return TokenRange{found, end};
  }
  // "A, B and C said"; "A, head of X, and B said".
  if (start == segments[0].first && is_name(start) && holds_coordinator(start, end)) {
    for (head = 1; head < count && name_like(segments[head]) && !(behind_content && head + 1 == count && count > 2);
         ++head)
      start = segments[head].first;
    if (start != segments[0].first && behind_content && start == segments[count - 1].first) start = segments[0].first;
  } else if (is(segments[0].first, coordinator) && is_name(start)) {
    for (head = 1; head < count; ++head) {
      if (name_like(segments[head]) && head + 1 <= count) {
        start = segments[head].first;
        break;
      }
      if (!is_apposition(segments[head].first, segments[head].last)) break;
    }
  }
  return TokenRange{start, end};
}

TokenRange ClauseReader::phrase_behind(std::uint32_t from, std::uint32_t to) const {
  // Prepositions that tell when or where it was said, not who said it, when they follow a name directly.
  constexpr std::array<std::string_view, 9> circumstances = {"at",     "in",   "on",    "during", "after",
                                                             "before", "when", "while", "as"};
  bool comma = false;
  bool lower_noun = false;
  std::uint32_t i = from;
  for (; i < to; ++i) {
    if (in_quotation(i) || is_mark(i, ";:.!?") || (is_dash(i) && i > from)) break;
    if (is_mark(i, ",")) {
      if (i + 1 >= to || in_quotation(i + 1)) break;
      const std::uint32_t next = i + 1;
      if (words_[next].cue.verb && words_[next].cue.form == VerbForm::participle_ing) break;
      if (is(next, coordinator)) {
        if (!(next + 1 < to && is_name(next + 1)) || has_auxiliary(next, std::min(to, next + 12))) break;
      } else if (is(next, subordinator | preposition | adverb | question | subject_pronoun) && !is(next, relative)) {
        break;
      } else if (text(next).size() > 4 && text(next).ends_with("ing") && words_[next].classes == 0 &&
                 !words_[next].capital) {
        break;
      }
      comma = true;
      continue;
    }
    if (is(i, day) && !(is(i, auxiliary) && !words_[i].capital)) break;
    if (!comma && !lower_noun && i > from)
      for (const std::string_view word : circumstances)
        if (is_word(i, word)) return {from, i};
    if (is(i, adverb) && i > from && !comma && !is(i, determiner)) break;
    if (words_[i].classes == 0 && !words_[i].capital && block_.tokens[i].kind == TokenKind::word) lower_noun = true;
  }
  while (i > from && (is_mark(i - 1, ",") || is(i - 1, preposition | coordinator))) --i;
  return {from, i};
}

std::optional<TokenRange> ClauseReader::opening_subject(std::uint32_t from, std::uint32_t to) const {
  std::uint32_t start = from;
  if (start < to && is(start, preposition | adverb | subordinator)) {  // "On Monday, ", "However, "
    while (start < to && start < from + 24 && !is_mark(start, ",")) ++start;
    if (start >= to || start == from + 24) return std::nullopt;
    ++start;
  }
  if (start >= to || in_quotation(start)) return std::nullopt;
  if (is(start, subject_pronoun) && !is(start, relative | determiner) && !is_word(start, "there"))
    return TokenRange{start, start + 1};
  std::uint32_t end = start;
  if (!is_name(start)) return std::nullopt;
  while (end < to && end < start + look_back && is_name(end)) ++end;
  const auto link = [&](std::uint32_t i) { return is_word(i, "of") || is_word(i, "from") || is_word(i, "for"); };
  while (end + 2 < to && link(end)) {  // Matsui from Nippon Ishin
    std::uint32_t next = end + 1;
    if (is_word(next, "the")) ++next;
    if (!is_name(next)) break;
    while (next < to && next < start + look_back && is_name(next)) ++next;
    end = next;
  }
  const std::uint32_t last = end;
  while (end < to && is(end, adverb)) ++end;
  if (end >= to || end == start) return std::nullopt;
  const bool verb =
      is(end, auxiliary) || words_[end].cue.verb || (words_[end].classes == 0 && text(end).ends_with("ed"));
  if (!verb || block_.tokens[end].kind != TokenKind::word) return std::nullopt;
  return TokenRange{start, last};
}

}  // namespace newsgloss

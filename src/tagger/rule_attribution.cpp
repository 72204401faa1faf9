#include "tagger/rule_attribution.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "tagger/cue_clauses.h"

namespace newsgloss {
namespace {

constexpr Score sure = 9000;
constexpr Score likely = 7500;
constexpr Score guess = 6000;

constexpr std::uint32_t longest_quoted = 30;  // "quoted the deputy foreign minister of ... as saying"

// Nouns that stand in "in his view,".
constexpr std::array<std::string_view, 5> view_nouns = {"assessment", "eyes", "opinion", "view", "words"};
// Participles that say what an event shows rather than what somebody says, unless their subject is near.
constexpr std::array<std::string_view, 5> event_verbs = {"imply", "indicate", "show", "signal", "suggest"};
// Verbs that name whose words follow: "quoted the minister as saying".
constexpr std::array<std::string_view, 5> quoting_verbs = {"cited", "cites", "quoted", "quotes", "reported"};
// "For example, he said, ...": what leads over to a report.
constexpr std::array transitions = std::to_array<std::string_view>(
    {"addition", "conclusion", "example", "fact", "general", "instance", "particular", "short", "turn"});

class RuleAttribution {
 public:
  RuleAttribution(const Document& document, std::uint32_t block, std::vector<AttributionSpan>& spans)
      : reader_(document, block),
        kind_(document.blocks[block].kind),
        headline_(kind_ == BlockKind::headline || kind_ == BlockKind::subheading),
        frames_(reader_),
        clauses_(reader_, frames_, headline_),
        spans_(spans) {
    if (document.front.dateline && document.front.dateline->whole.block == block) {
      const std::uint32_t end = document.front.dateline->whole.span.end;
      while (opening_ < reader_.size() && reader_.block().tokens[opening_].span.begin < end) ++opening_;
      while (opening_ < reader_.size() && reader_.block().tokens[opening_].kind == TokenKind::dash) ++opening_;
    }
  }

  void run() {
    const std::size_t before = spans_.size();
    for (TokenRange unit : reader_.units()) {
      unit.first = std::max(unit.first, opening_);
      if (unit.first < unit.last) read_unit(unit);
    }
    std::sort(spans_.begin() + static_cast<std::ptrdiff_t>(before), spans_.end(),
              [](const AttributionSpan& a, const AttributionSpan& b) { return a.tokens.first < b.tokens.first; });
    // Rules look at one cue at a time; where two claim the same words the first keeps them.
    std::size_t kept = before;
    std::uint32_t end = 0;
    for (std::size_t i = before; i < spans_.size(); ++i) {
      AttributionSpan span = spans_[i];
      span.tokens.first = std::max(span.tokens.first, end);
      if (span.tokens.empty()) continue;
      end = span.tokens.last;
      spans_[kept++] = span;
    }
    spans_.resize(kept);
  }

 private:
  void add(TokenRange tokens, AttributionLabel label, Score score) {
    while (tokens.first < tokens.last && label == AttributionLabel::content && !reader_.in_quotation(tokens.last - 1) &&
           (reader_.is_mark(tokens.last - 1, ",.;:!?") || reader_.is_dash(tokens.last - 1)) &&
           !reader_.is_mark(tokens.last - 1, "!?"))
      --tokens.last;
    while (tokens.first < tokens.last && label == AttributionLabel::content && !reader_.in_quotation(tokens.first) &&
           (reader_.is_mark(tokens.first, ",;:") || reader_.is_dash(tokens.first)))
      ++tokens.first;
    if (!tokens.empty()) spans_.push_back({tokens, label, score});
  }

  /// Where the circumstances behind a reporting verb end: the next comma, stop, dash or quotation.
  [[nodiscard]] std::uint32_t circumstances_end(std::uint32_t from, TokenRange unit) const {
    std::uint32_t i = from;
    for (; i < unit.last && i < from + 40; ++i)
      if (reader_.in_quotation(i) || reader_.is_mark(i, ",.;:!?") || reader_.is_dash(i)) break;
    return i;
  }

  // --- One sentence.
  void read_unit(TokenRange unit) {
    shared_source_ = std::nullopt;
    std::uint32_t zone = unit.first;  // what lies before belongs to earlier attributions
    if (kind_ == BlockKind::headline && read_headline_colon(unit)) return;
    for (std::uint32_t i = unit.first; i < unit.last;) {
      if (reader_.in_quotation(i)) {
        i = std::max(reader_.quotation_at(i).last, i + 1);
        continue;
      }
      std::uint32_t done = 0;
      if (clauses_.is_according(i, unit))
        done = read_according(i, zone, unit);
      else if (const std::uint32_t saying = quoted_saying(i, unit); saying != 0)
        done = read_quoted_saying(i, saying, zone, unit);
      else if (reader_.is_word(i, "in") && i + 3 < unit.last)
        done = read_view(i, unit);
      else if (clauses_.is_finite_verb(i, unit))
        done = read_finite(i, zone, unit);
      else if (clauses_.is_participle(i, unit))
        done = read_participle(i, zone, unit);
      else if (is_unknown_report(i, zone, unit))
        done = read_postposed(i, zone, {i - 1, i}, quotation_end_before(i - 1), unit);
      if (done > i) {
        zone = done;
        i = done;
      } else {
        ++i;
      }
    }
  }

  [[nodiscard]] std::uint32_t quotation_end_before(std::uint32_t i) const {
    while (i > 0 && reader_.is_mark(i - 1, ",")) --i;
    return i;
  }

  /// "...", he justified. A pronoun and one word behind a quotation, then nothing: whatever the verb, it reports.
  [[nodiscard]] bool is_unknown_report(std::uint32_t i, std::uint32_t zone, TokenRange unit) const {
    if (i < zone + 2 || reader_[i].classes != 0 || reader_[i].capital || !reader_.is(i - 1, subject_pronoun))
      return false;
    if (reader_.block().tokens[i].kind != TokenKind::word || !(i + 1 >= unit.last || reader_.is_mark(i + 1, ",.")))
      return false;
    const std::uint32_t end = quotation_end_before(i - 1);
    return end > zone && reader_.in_quotation(end - 1);
  }

  /// "PM: we will win", "Taxes to rise: minister".
  bool read_headline_colon(TokenRange unit) {
    static constexpr std::array speakers = std::to_array<std::string_view>(
        {"analysts",  "ambassador", "bishop",    "court",      "doctors",     "government", "judge",     "lawyer",
         "leader",    "lawmaker",   "mp",        "prosecutor", "prosecutors", "scientists", "senator",   "spokeswoman",
         "union",     "witness",    "witnesses", "army",       "chief",       "ceo",        "chairman",  "coach",
         "envoy",     "experts",    "expert",    "governor",   "mayor",       "minister",   "ministry",  "official",
         "officials", "pm",         "police",    "president",  "report",      "sources",    "spokesman", "spokesperson",
         "study",     "survey",     "un"});
    for (std::uint32_t i = unit.first + 1; i + 1 < unit.last; ++i) {
      if (reader_.in_quotation(i) || !reader_.is_mark(i, ":")) continue;
      const auto denotes = [&](std::uint32_t token) { return any_of(speakers, LowerCase(reader_.text(token)).view()); };
      if (i - unit.first <= 4 && (denotes(i - 1) || frames_.at_quotation(i + 1)) && i + 3 < unit.last) {
        add({unit.first, i}, AttributionLabel::source, likely);
        add({i + 1, unit.last}, AttributionLabel::content, likely);
        return true;
      }
      if (unit.last - i - 1 <= 3 && denotes(unit.last - 1) && i > unit.first + 2) {
        add({unit.first, i}, AttributionLabel::content, likely);
        add({i + 1, unit.last}, AttributionLabel::source, likely);
        return true;
      }
      return false;
    }
    return false;
  }

  std::uint32_t read_according(std::uint32_t i, std::uint32_t zone, TokenRange unit) {
    TokenRange source = reader_.phrase_behind(i + 2, unit.last);
    TokenRange content;
    std::uint32_t done = source.last;
    if (i <= zone + 1) {
      // According to X, a chair of Y, the content: the clause begins behind the comma that a finite verb follows.
      std::uint32_t comma = 0;
      for (std::uint32_t k = i + 3; k < std::min(unit.last, i + 40); ++k) {
        if (reader_.in_quotation(k) || reader_.is_mark(k, ";")) break;
        if (!reader_.is_mark(k, ",")) {
          if (comma != 0 && reader_.is(k, auxiliary)) break;
          continue;
        }
        if (comma != 0 && k + 1 < unit.last && reader_.is(k + 1, relative))
          break;  // "..., who said": within the content
        if (comma == 0 || !reader_.is_name(comma + 1) || !reader_.is_mark(k, ",")) {
          if (reader_.block().tokens[std::min(k + 1, unit.last - 1)].kind == TokenKind::number && comma == 0 &&
              reader_.block().tokens[k - 1].kind == TokenKind::number)
            continue;  // May 5, 2022
          comma = k;
        }
      }
      if (comma == 0 || comma + 2 >= unit.last) return 0;
      source = {i + 2, comma};
      content = {comma + 1, unit.last};
      done = unit.last;
    } else {
      content = {zone, i};
      // "At that distance, according to the theory, ice should have ...": in the middle of the clause.
      std::uint32_t comma = source.first;
      while (comma < unit.last && comma < i + 20 && !reader_.is_mark(comma, ",")) ++comma;
      if (comma + 2 < unit.last && reader_.is_mark(comma, ",") && !reader_.is(comma + 1, relative) &&
          reader_.is(zone, preposition | adverb) && !frames_.has_auxiliary(zone, i) &&
          frames_.has_auxiliary(comma + 1, unit.last)) {
        source.last = comma;
        add({comma + 1, unit.last}, AttributionLabel::content, likely);
        done = unit.last;
      }
      while (content.first < content.last && reader_.is(content.first, coordinator) &&
             !reader_.in_quotation(content.first))
        ++content.first;
    }
    if (content.empty() || source.empty()) return 0;
    add({i, i + 2}, AttributionLabel::cue, sure);
    add(source, AttributionLabel::source, sure);
    add(content, AttributionLabel::content, sure);
    shared_source_ = source;
    return done;
  }

  /// "Xinhua | quoted | the minister as | saying", "the minister was | quoted | as | saying": where "saying" is, or 0.
  [[nodiscard]] std::uint32_t quoted_saying(std::uint32_t i, TokenRange unit) const {
    if (!any_of(quoting_verbs, LowerCase(reader_.text(i)).view()) || i == unit.first) return 0;
    for (std::uint32_t k = i + 1; k + 1 < std::min(unit.last, i + longest_quoted); ++k) {
      if (reader_.in_quotation(k) || reader_.is_mark(k, ".;:")) return 0;
      const CueForm& next = reader_[k + 1].cue;
      if (reader_.is_word(k, "as") && next.verb && next.form == VerbForm::participle_ing &&
          (next.verb->frames & (cue_speech | cue_person)) != 0)
        return k + 1;
    }
    return 0;
  }

  /// "as saying to reporters on Tuesday"
  [[nodiscard]] bool is_person_told(const FollowingContent& right) const {
    return !right.strong && reader_.is_word(right.content, "to");
  }

  /// Whose words they are stands between the two verbs, or before a passive; the words behind, or in front: "CONTENT,
  /// Xinhua quoted him as saying on Monday."
  std::uint32_t read_quoted_saying(std::uint32_t i, std::uint32_t saying, std::uint32_t zone, TokenRange unit) {
    static constexpr std::array<std::string_view, 6> be = {"was", "were", "is", "are", "been", "being"};
    bool passive = false;
    const std::uint32_t group = reader_.verb_group(i, std::max(zone, unit.first));
    for (std::uint32_t k = group; k < i; ++k) passive |= any_of(be, LowerCase(reader_.text(k)).view());
    const std::optional<TokenRange> subject = reader_.subject_before(i, std::max(zone, unit.first), false);
    std::optional<TokenRange> source = subject;
    if (!passive) source = TokenRange{i + 1, saying - 1};
    if (!source || source->empty()) return 0;
    const std::optional<FollowingContent> right = frames_.content_behind(saying, unit);
    if (right && !is_person_told(*right)) {
      const std::uint32_t end = clauses_.content_end(*right, unit, VerbForm::past);
      add(*source, AttributionLabel::source, sure);
      add({saying, saying + 1}, AttributionLabel::cue, sure);
      add({right->content, end}, AttributionLabel::content, sure);
      shared_source_ = source;
      shared_form_ = VerbForm::past;
      return end;
    }
    if (!subject || subject->first < zone + 3) return 0;
    std::uint32_t before = subject->first;
    while (before > zone && reader_.is_mark(before - 1, ",")) --before;
    if (before == subject->first && !reader_.in_quotation(before - 1)) return 0;
    add(content_before(zone, before), AttributionLabel::content, sure);
    add(*source, AttributionLabel::source, sure);
    add({saying, saying + 1}, AttributionLabel::cue, sure);
    return circumstances_end(saying + 1, unit);
  }

  /// "In his view, ...", "In the ministry's opinion ...".
  std::uint32_t read_view(std::uint32_t i, TokenRange unit) {
    std::uint32_t noun = i + 2;
    if (reader_.block().tokens[noun].kind == TokenKind::possessive) ++noun;
    while (noun < unit.last && noun < i + 8 && !any_of(view_nouns, LowerCase(reader_.text(noun)).view())) ++noun;
    if (noun >= unit.last || noun >= i + 8 || !reader_.is_mark(std::min(noun + 1, unit.last - 1), ",")) return 0;
    TokenRange source = {i + 1, noun};
    if (reader_.block().tokens[noun - 1].kind == TokenKind::possessive)
      --source.last;
    else if (noun != i + 2 || !reader_.is(i + 1, determiner) || reader_.is_word(i + 1, "the") ||
             reader_.is_word(i + 1, "a"))
      return 0;
    if (source.empty() || noun + 2 >= unit.last) return 0;
    add(source, AttributionLabel::source, likely);
    add({noun, noun + 1}, AttributionLabel::cue, likely);
    add({noun + 2, unit.last}, AttributionLabel::content, likely);
    return unit.last;
  }

  std::uint32_t read_finite(std::uint32_t i, std::uint32_t zone, TokenRange unit) {
    const CueForm& form = reader_[i].cue;
    const bool speech = (form.verb->frames & cue_speech) != 0;
    const std::uint32_t group = reader_.verb_group(i, zone);
    const bool shared = group > zone && (reader_.is(group - 1, coordinator) ||
                                         (reader_.is_mark(group - 1, ",") && shared_source_ && group - 1 == zone));

    // Inverted: content [,] said X
    if (speech && group == i && i > zone) {
      std::uint32_t before = i;
      const bool comma = reader_.is_mark(before - 1, ",") || reader_.is_dash(before - 1);
      if (comma) --before;
      const bool quoted = before > unit.first && reader_.in_quotation(before - 1) && before > zone;
      if (quoted || (comma && before > zone)) {
        const std::uint32_t done = read_inverted(i, zone, before, quoted, unit);
        if (done != 0) return done;
      }
    }

    std::optional<TokenRange> source;
    if (!shared) source = reader_.subject_before(i, std::max(zone, unit.first), ends_its_clause(i, unit));
    if (source && clauses_.is_participle(source->first, unit)) source = std::nullopt;
    if (!shared && speech && group > zone) {
      // "...," Ann Li, head of the union said: between a quotation and its verb stands the source, commas or not.
      std::uint32_t first = group;
      while (first > zone && group - first < 40 && !reader_.in_quotation(first - 1) &&
             !reader_.is_mark(first - 1, ";:.") && !reader_.is_dash(first - 1) &&
             !reader_.is(first - 1, auxiliary | subordinator))
        --first;
      if (first > zone && reader_.in_quotation(first - 1)) {
        while (first < group && reader_.is_mark(first, ",")) ++first;
        std::uint32_t last = group;
        while (last > first && reader_.is_mark(last - 1, ",")) --last;
        if (first < last && (reader_.is_name(first) || reader_.is(first, determiner)) &&
            !reader_.is(last - 1, preposition))
          source = TokenRange{first, last};
      }
    }
    std::optional<FollowingContent> right = frames_.content_behind(i, unit);

    // Behind its content: CONTENT[,] SOURCE said ...
    if (speech && source) {
      std::uint32_t before = source->first;
      while (before > zone && reader_.is_mark(before - 1, ",")) --before;
      const bool quoted = before > zone && reader_.in_quotation(before - 1);
      const bool comma = before < source->first && before > zone;
      if (quoted && !(right && right->strong && right->frame == FollowingContent::clause))
        return read_postposed(i, zone, *source, before, unit);
      const bool adverb_only = (before == zone + 1 && reader_.is(zone, adverb | coordinator | preposition | day)) ||
                               is_transition(zone, before);
      if (comma && !right && !adverb_only && ends_its_clause(i, unit))
        return read_postposed(i, zone, *source, before, unit);
    }
    if (!right && source && speech && zone > unit.first && source->first <= zone + 1 &&
        clauses_.closes_with_report(source->first, unit)) {
      add(*source, AttributionLabel::source, likely);  // "He said that he saw it, the court said."
      add({i, i + 1}, AttributionLabel::cue, likely);
      return unit.last;
    }
    if (!right && source && speech && source->first <= zone + (is_transition(zone, zone + 2) ? 3 : 2) &&
        i + 4 < unit.last && reader_.is_mark(i + 1, ",") && !clauses_.is_participle(i + 2, unit) &&
        !reader_.is(i + 2, relative | preposition) && !reader_.in_quotation(i + 2)) {
      right = FollowingContent{{i, i + 1}, i + 2, FollowingContent::clause, false};  // He said, currently there are ...
    }
    if (!right) return 0;
    const std::uint32_t time = frames_.skip_time(right->content, unit.last);
    if (time > right->content && time + 1 >= unit.last) return 0;  // "a charge he denied last week"
    if (source && reader_.is(source->first, question)) return 0;
    if (source && reader_.is_word(source->first, "which") && !right->strong) return 0;
    if (source && reader_.is_word(source->first, "who") && !right->strong && right->frame == FollowingContent::object)
      return 0;
    if (source && source->size() == 1 && right->cue.size() == 1 && !right->strong &&
        right->frame == FollowingContent::object &&
        (reader_.is_word(source->first, "it") || reader_.is_word(source->first, "this")))
      return 0;
    if (!source && !shared) {
      // "Claims the plan was dead" in a headline; else the subject is hidden: only a strong frame counts.
      if (!right->strong && !headline_) return 0;
      if (reader_.is(group > unit.first ? group - 1 : group, relative)) return 0;
    }
    if (shared && shared_source_ && form.form != shared_form_ && !right->strong) return 0;
    if (shared && !shared_source_) {
      if (!right->strong && (form.verb->frames & cue_speech) == 0) return 0;
      source = reader_.opening_subject(unit.first, group - 1);
      if (!source && !right->strong) return 0;
    }
    if (!right->strong && right->frame == FollowingContent::clause && (form.verb->frames & cue_speech) == 0 && !source)
      return 0;

    const std::uint32_t end = clauses_.content_end(*right, unit, form.form);
    std::uint32_t content = end;
    // "said this in a statement": what it was has been told before.
    if (right->content + 1 < end && reader_.is_word(right->content, "this") &&
        reader_.is(right->content + 1, preposition | day | adverb)) {
      content = right->content + 1;
    } else if (right->frame == FollowingContent::object) {
      while (content > right->content && reader_.is_mark(content - 1, ".")) --content;
      content = clauses_.without_circumstances(right->content, content);
    }
    if (source) {
      add(*source, AttributionLabel::source, sure);
      shared_source_ = source;
      shared_form_ = form.form;
      // "To expand exchanges, she highlighted ...", "If it rained, she said ...": a purpose or a condition before the
      // subject is part of what was said.
      if (source->first >= zone + 3 &&
          (reader_.is_word(zone, "to") || reader_.is_word(zone, "if") || reader_.is_word(zone, "unless")) &&
          reader_.is_mark(source->first - 1, ",") && zone == unit.first)
        add({zone, source->first - 1}, AttributionLabel::content, likely);
    }
    add(right->cue, AttributionLabel::cue, right->strong ? sure : likely);
    add({right->content, content}, AttributionLabel::content, right->strong ? sure : likely);
    return end;
  }

  /// Does the verb stand behind what it reports: at the end, or with circumstances or a person told behind it?
  [[nodiscard]] bool ends_its_clause(std::uint32_t i, TokenRange unit) const {
    const CueVerb& verb = *reader_[i].cue.verb;
    std::uint32_t next = i + 1;
    if (next < unit.last && list_holds(verb.particles, LowerCase(reader_.text(next)).view())) ++next;
    if (next >= unit.last || (verb.frames & cue_person) != 0) return true;
    const TokenKind kind = reader_.block().tokens[next].kind;
    return (kind != TokenKind::word && kind != TokenKind::number && kind != TokenKind::symbol) ||
           reader_.is(next, preposition | day | adverb | coordinator) || reader_.is_word(next, "citing") ||
           reader_.is_word(next, "quoting");
  }

  /// "For example", "In addition"
  [[nodiscard]] bool is_transition(std::uint32_t first, std::uint32_t last) const {
    return first + 2 == last && reader_.is(first, preposition) &&
           any_of(transitions, LowerCase(reader_.text(first + 1)).view());
  }

  std::uint32_t read_inverted(std::uint32_t i, std::uint32_t zone, std::uint32_t before, bool quoted, TokenRange unit) {
    const CueForm& form = reader_[i].cue;
    if (form.form == VerbForm::base) return 0;
    std::uint32_t from = i + 1;
    if (from >= unit.last || reader_.in_quotation(from)) return 0;
    const bool phrase = reader_.is_name(from) || reader_.is(from, determiner) ||
                        (reader_.is(from, subject_pronoun) && !reader_.is(from, relative)) ||
                        reader_[from].classes == 0;
    if (!phrase || reader_.block().tokens[from].kind != TokenKind::word || reader_.is_word(from, "that")) return 0;
    if (!quoted) {
      // Without quote marks only "CLAUSE, said NAME/the ..." at the clause's end, behind something long enough.
      if (before < zone + 3 || !(reader_.is_name(from) || reader_.is(from, determiner))) return 0;
      if (reader_.subject_before(i, zone, true)) return 0;
    }
    TokenRange source = reader_.phrase_behind(from, unit.last);
    if (reader_.is(from, subject_pronoun)) source = {from, from + 1};
    if (source.empty()) return 0;
    add({i, i + 1}, AttributionLabel::cue, sure);
    add(source, AttributionLabel::source, sure);
    add(content_before(zone, before), AttributionLabel::content, sure);
    shared_source_ = source;
    shared_form_ = reader_[i].cue.form;
    return continue_behind(source.last, unit);
  }

  std::uint32_t read_postposed(std::uint32_t i, std::uint32_t zone, TokenRange source, std::uint32_t before,
                               TokenRange unit) {
    const TokenRange content = content_before(zone, before);
    if (content.empty()) return 0;
    add(content, AttributionLabel::content, sure);
    add(source, AttributionLabel::source, sure);
    TokenRange cue = {i, i + 1};
    if (reader_[i].cue.verb && i + 1 < unit.last &&
        list_holds(reader_[i].cue.verb->particles, LowerCase(reader_.text(i + 1)).view()) &&
        reader_.is_word(i + 1, "out"))
      ++cue.last;
    add(cue, AttributionLabel::cue, sure);
    shared_source_ = source;
    shared_form_ = reader_[i].cue.form;
    return continue_behind(cue.last, unit);
  }

  [[nodiscard]] TokenRange content_before(std::uint32_t zone, std::uint32_t before) const {
    TokenRange content = {zone, before};
    while (content.first < content.last && !reader_.in_quotation(content.first) &&
           (reader_.is(content.first, coordinator) || reader_.is_mark(content.first, ",;")))
      ++content.first;
    if (content.size() > 3 && is_transition(content.first, content.first + 2) &&
        reader_.is_mark(content.first + 2, ","))
      content.first += 3;
    if (content.size() > 2 && reader_.is(content.first, adverb) && reader_.is_mark(content.first + 1, ","))
      content.first += 2;  // "Therefore, the fund was new, he said."
    if (content.size() > 2 && reader_.is_word(content.first, "that") && reader_.in_quotation(content.first + 1))
      ++content.first;
    return content;
  }

  /// What goes on behind a reporting clause in the middle: "..., he said, ...". Returns where reading resumes.
  std::uint32_t continue_behind(std::uint32_t from, TokenRange unit) {
    const std::uint32_t stop = circumstances_end(from, unit);
    if (stop >= unit.last) return std::max(from, unit.last);
    if (frames_.at_quotation(stop)) {
      const TokenRange quotation = reader_.quotation_at(stop);
      add({stop, std::min(quotation.last, unit.last)}, AttributionLabel::content, sure);
      return std::min(quotation.last, unit.last);
    }
    if (!reader_.is_mark(stop, ",") && !reader_.is_dash(stop) && !reader_.is_mark(stop, ":;")) return stop;
    std::uint32_t next = stop + 1;
    if (next >= unit.last) return next;
    if (frames_.at_quotation(next)) {
      const TokenRange quotation = reader_.quotation_at(next);
      add({next, std::min(quotation.last, unit.last)}, AttributionLabel::content, sure);
      return std::min(quotation.last, unit.last);
    }
    if (stop != from) return stop;  // circumstances came first: "X said on Monday, ..." is not a parenthesis
    const bool coordinated = reader_.is(next, coordinator);
    if (coordinated && next + 1 < unit.last) {
      if ((reader_[next + 1].cue.verb && reader_[next + 1].cue.form == shared_form_) || reader_.is(next + 1, adverb))
        return next;
      ++next;
    }
    if (reader_.is(next, relative | subordinator | question) || (clauses_.is_participle(next, unit))) return stop;
    if (reader_.text(next).ends_with("ing") || clauses_.is_according(next, unit)) return stop;
    if (reader_.is(next, preposition | adverb) && !coordinated) return stop;
    std::uint32_t end = unit.last;
    for (std::uint32_t k = next; k < unit.last; ++k) {
      if (reader_.in_quotation(k)) {
        k = reader_.quotation_at(k).last - 1;
        continue;
      }
      if (reader_.is_mark(k, ",") && k + 1 < unit.last && clauses_.is_participle(k + 1, unit) &&
          clauses_.participle_reports(k + 1, unit)) {
        end = k;
        break;
      }
    }
    add({next, end}, AttributionLabel::content, likely);
    return end;
  }

  /// "..., with | the governor | warning that ..."
  [[nodiscard]] std::optional<TokenRange> absolute_subject(std::uint32_t i, std::uint32_t zone) const {
    constexpr std::uint32_t reach = 12;
    for (std::uint32_t k = i; k-- > zone && i - k <= reach;) {
      if (reader_.in_quotation(k) || reader_.is_mark(k, ",;:") || reader_[k].cue.verb != nullptr) return std::nullopt;
      if (reader_.is_word(k, "with")) return k + 1 < i ? std::optional(TokenRange{k + 1, i}) : std::nullopt;
    }
    return std::nullopt;
  }

  std::uint32_t read_participle(std::uint32_t i, std::uint32_t zone, TokenRange unit) {
    const CueForm& form = reader_[i].cue;
    const std::uint32_t group = reader_.verb_group(i, zone);
    const bool progressive = i > unit.first && reader_.is(i - 1, auxiliary) && group < i;
    const std::optional<FollowingContent> right = frames_.content_behind(i, unit);
    if (!right) return 0;
    if (!right->strong && (form.verb->frames & (cue_speech | cue_object)) == 0) return 0;
    if (!progressive && !shared_source_ && any_of(event_verbs, form.verb->lemma)) return 0;
    std::optional<TokenRange> source;
    if (progressive) {
      source = reader_.subject_before(i, zone, false);
      if (!source) return 0;
    } else if (const auto absolute = absolute_subject(i, std::max(zone, unit.first))) {
      source = absolute;
    } else if (!shared_source_) {
      source = reader_.opening_subject(unit.first, i);
      for (std::uint32_t k = unit.first + 1; !source && k < std::min(i, unit.first + 60); ++k)
        if (!reader_.in_quotation(k) && clauses_.is_finite_verb(k, unit))
          source = reader_.subject_before(k, unit.first, false);
      if (i == unit.first || reader_.is_mark(unit.first, ",")) source = std::nullopt;
      if (!source && !right->strong && i != unit.first) return 0;
    }
    std::uint32_t end = clauses_.content_end(*right, unit, form.form);
    if (i == unit.first || (i == unit.first + 1 && i == zone + 1)) {
      // "Noting the delay, Sessions explained ...": up to the comma before the main clause's subject.
      std::uint32_t comma = right->content;
      std::uint32_t last = 0;
      for (std::uint32_t k = comma; k < std::min(end, unit.first + 60); ++k) {
        if (reader_.in_quotation(k)) continue;
        if (reader_.is_mark(k, ",") && k + 1 < unit.last &&
            (reader_.is(k + 1, subject_pronoun | determiner) || reader_.is_name(k + 1))) {
          last = k;
          if (!right->strong || reader_.is(k + 1, subject_pronoun)) break;
        }
      }
      if (last == 0) return 0;
      end = last;
    }
    if (source) {
      add(*source, AttributionLabel::source, guess);
      shared_source_ = source;
    }
    add(right->cue, AttributionLabel::cue, likely);
    add({right->content, end}, AttributionLabel::content, right->strong ? likely : guess);
    return end;
  }

  ClauseReader reader_;
  BlockKind kind_;
  bool headline_;
  CueFrames frames_;
  CueClauses clauses_;
  std::uint32_t opening_ = 0;  // first token behind the dateline
  std::vector<AttributionSpan>& spans_;
  std::optional<TokenRange> shared_source_;
  VerbForm shared_form_ = VerbForm::past;
};

}  // namespace

void tag_attribution(const Document& document, std::uint32_t block, std::vector<AttributionSpan>& spans) {
  const DocumentBlock& in = document.blocks[block];
  if (in.tokens.empty()) return;
  switch (in.kind) {
    case BlockKind::byline:
    case BlockKind::date:
    case BlockKind::dateline:
    case BlockKind::credit:
    case BlockKind::furniture:
      return;
    default:
      RuleAttribution(document, block, spans).run();
  }
}

}  // namespace newsgloss

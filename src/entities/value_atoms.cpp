#include "entities/value_atoms.h"

#include "text/characters.h"
#include "text/utf8.h"

namespace newsgloss {
namespace {

/// Letters of any script and the marks on them; what else lies above ASCII is a sign.
bool is_word_character(char32_t c) { return c < 0x80 ? is_letter(c) : class_of(c) <= CharacterClass::mark; }

constexpr char32_t right_quote = 0x2019;

/// A longer token holds no value that anyone wrote: a line drawn of signs, encoded data. It is one atom, or each of its
/// signs would be one, at 80 bytes of memory a byte of text.
constexpr std::uint32_t longest_read = 1024;

/// End of the number that starts at `at`: digits, groups of thousands, a decimal part. `dotted` is set when more
/// periods with digits follow.
std::uint32_t number_end(std::string_view text, std::uint32_t at, std::uint32_t end, bool& dotted) {
  auto digits_from = [&](std::uint32_t from) {
    while (from < end && is_ascii_digit(text[from])) ++from;
    return from;
  };
  std::uint32_t stop = digits_from(at);
  if (stop - at <= 3) {  // 4,500 and 1,23,456: groups of two or three, the last of three
    std::uint32_t whole = stop;
    std::uint32_t probe = stop;
    while (probe + 1 < end && text[probe] == ',' && is_ascii_digit(text[probe + 1])) {
      const std::uint32_t group = digits_from(probe + 1);
      const std::uint32_t size = group - probe - 1;
      if (size < 2 || size > 3) break;
      probe = group;
      if (size == 3) whole = probe;
    }
    stop = whole;
  }
  const std::uint32_t integer = stop;
  std::uint32_t periods = 0;
  while (stop + 1 < end && text[stop] == '.' && is_ascii_digit(text[stop + 1])) {
    stop = digits_from(stop + 1);
    ++periods;
  }
  dotted = periods > 1;
  return periods == 0 ? integer : stop;
}

}  // namespace

void Atoms::cut(std::string_view text, const Token& token, std::uint32_t sentence, bool sentence_start) {
  std::uint32_t at = token.span.begin;
  const std::uint32_t end = token.span.end;
  bool first = true;
  while (at < end) {
    Kept atom;
    atom.sentence = sentence;
    atom.space_before = first && (token.space_before || at == 0);
    atom.sentence_start = first && sentence_start;
    atom.span.begin = at;
    if (token.kind == TokenKind::link || token.span.size() > longest_read) {
      atom.kind = AtomKind::link;
      at = end;
    } else if (is_ascii_digit(text[at])) {
      bool dotted = false;
      at = number_end(text, at, end, dotted);
      atom.kind = dotted ? AtomKind::dotted : AtomKind::number;
    } else {
      const CodePoint c = decode(text, at);
      const bool letter = is_word_character(c.value);
      if (letter) {
        atom.kind = AtomKind::word;
        at += c.bytes;
        while (at < end) {
          const CodePoint next = decode(text, at);
          const bool goes_on = is_word_character(next.value);
          if (!goes_on) {  // a period or an apostrophe joins letters; a final period belongs to an abbreviation
            const bool joins = next.value == U'.' || next.value == U'\'' || next.value == right_quote;
            const std::uint32_t after = at + next.bytes;
            if (!joins || (after < end && !is_ascii_letter(text[after])) || (after == end && next.value != U'.')) break;
          }
          at += next.bytes;
        }
      } else {
        atom.kind = AtomKind::symbol;
        at += c.bytes;
      }
    }
    atom.span.end = at;
    if (atom.kind == AtomKind::word) {
      std::string_view lower = slice(lower_, atom.span);
      if (lower.size() > 1 && lower.back() == '.') lower.remove_suffix(1);
      atom.capital = is_ascii_upper(text[atom.span.begin]);
      const WordSenses senses = value_senses(lower);
      atom.first_sense = senses.first_index();
      atom.senses = senses.count();
    }
    atoms_.push_back(atom);
    first = false;
  }
}

void Atoms::read(const DocumentBlock& block) {
  atoms_.clear();
  atoms_.reserve(block.tokens.size());
  text_ = block.text;
  kind_ = block.kind;
  lower_.assign(block.text);
  for (char& c : lower_)
    if (is_ascii_upper(c)) c = static_cast<char>(c + ('a' - 'A'));
  const auto sentences = static_cast<std::uint32_t>(block.sentences.size());
  std::uint32_t sentence = 0;
  for (std::uint32_t t = 0; t < block.tokens.size(); ++t) {
    while (sentence < sentences && block.sentences[sentence].last <= t) ++sentence;
    const bool start = t == 0 || (sentence < sentences && block.sentences[sentence].first == t);
    cut(block.text, block.tokens[t], sentence, start);
  }
  sentence_flags_.assign(sentences + 1, 0);
  for (const Kept& atom : atoms_) {
    if (atom.senses == 0) continue;
    const WordSenses senses = senses_at(atom.first_sense, atom.senses);
    if (senses.is(WordClass::score_cue)) sentence_flags_[atom.sentence] |= 1;
    if (senses.is(WordClass::business)) sentence_flags_[atom.sentence] |= 2;
  }
  mark_tenses();
}

bool Atoms::sentence_has(std::uint32_t sentence, WordClass cls) const noexcept {
  if (sentence >= sentence_flags_.size()) return false;
  return (sentence_flags_[sentence] & (cls == WordClass::score_cue ? 1 : 2)) != 0;
}

// Forward: the nearest verb before an atom decides. Backward: what comes before the sentence's first verb takes that
// one's tense. "will be held" is one group: "held" does not turn it back to the past.
void Atoms::mark_tenses() {
  Tense now = Tense::none;
  bool in_future_group = false;
  bool bare_infinitive = kind_ == BlockKind::headline;
  std::uint32_t first_of_sentence = 0;
  auto fill_back = [&](std::uint32_t to, Tense tense) {
    for (std::uint32_t i = first_of_sentence; i < to; ++i) set_tense(i, tense);
    first_of_sentence = to;
  };
  bool seen = false;
  for (std::uint32_t i = 0; i < atoms_.size(); ++i) {
    const Atom atom = (*this)[i];
    if (i == 0 || atoms_[i - 1].sentence != atom.sentence) {
      now = Tense::none;
      in_future_group = false;
      seen = false;
      first_of_sentence = i;
    }
    if (atom.kind == AtomKind::word && !(atom.capital && !atom.sentence_start)) {
      const Atom& before = (*this)[i - 1];
      Tense cue = Tense::none;
      const bool after_future_word =
          before.as(WordClass::to_future).value_or(2) < 2 || (bare_infinitive && before.kind == AtomKind::word);
      const int alone = atom.as(WordClass::to_future).value_or(0);
      if (atom.is(WordClass::future_cue) || (atom.lower == "to" && after_future_word) || alone == 1 ||
          (alone == 2 && !(*this)[i + 1].is_word("to"))) {
        cue = Tense::future;
        in_future_group = true;
      } else if (in_future_group) {
        const std::string_view w = atom.lower;
        const bool auxiliary = w == "be" || w == "have" || w == "been" || w == "not" || w == "also" || w == "only" ||
                               w == "soon" || w == "now" || w == "to" || w == "n't" || w.ends_with("ly");
        in_future_group = auxiliary;
      } else {
        const bool participle_like = before.is_word("a") || before.is_word("an") || before.is_word("the") ||
                                     before.is_word("of") || before.is_word("with") || before.is_word("its") ||
                                     before.is_word("his") || before.is_word("her") || before.is_word("their");
        const bool ed = atom.lower.size() > 4 && atom.lower.ends_with("ed") && !atom.lower.ends_with("eed");
        if ((atom.is(WordClass::past_cue) || ed) && !participle_like) cue = Tense::past;
      }
      if (cue != Tense::none) {
        if (!seen) fill_back(i, cue);
        seen = true;
        now = cue;
      }
    } else if (atom.kind != AtomKind::word) {
      in_future_group = false;
    }
    set_tense(i, now);
  }
}

}  // namespace newsgloss

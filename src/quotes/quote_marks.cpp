#include "quotes/quote_marks.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "tagger/clause_reader.h"
#include "tagger/clause_words.h"
#include "text/quote_pairs.h"

namespace newsgloss {
namespace {

constexpr std::uint32_t longest_label = 3;    // words that a scare-quoted term can have
constexpr std::uint32_t longest_title = 12;   // words, all of them capitalised or small
constexpr std::uint32_t sure_title = 3;       // capitalised words that speech does not have in a row
constexpr std::uint32_t near_title = 2;       // directly behind a word: the film "Crossing Borders,"
constexpr std::uint32_t shortest_speech = 8;  // words that need no punctuation to be a clause

constexpr std::array<std::string_view, 12> title_words = {"a",  "an", "and", "at",  "for", "from",
                                                          "in", "of", "on",  "the", "to",  "with"};

bool is_one_of(std::string_view token, std::string_view marks) noexcept {
  return token.size() == 1 && marks.find(token.front()) != std::string_view::npos;
}

bool is_capital(std::string_view token) noexcept { return token.front() >= 'A' && token.front() <= 'Z'; }

QuotationSort sort_of(const DocumentBlock& block, const QuotePair& pair) {
  const std::uint32_t first = pair.opened ? pair.tokens.first + 1 : pair.tokens.first;
  const std::uint32_t last = pair.closed ? pair.tokens.last - 1 : pair.tokens.last;
  if (first >= last) return QuotationSort::label;
  std::uint32_t words = 0;
  std::uint32_t capitals = 0;
  bool title = true;
  for (std::uint32_t i = first; i < last; ++i) {
    const TokenKind kind = block.tokens[i].kind;
    if (kind == TokenKind::number) ++words;
    if (kind != TokenKind::word) continue;
    ++words;
    const std::string_view token = block.token(i);
    if (word_classes_of(LowerCase(token).view()) == 0) ++capitals;
    if (!is_capital(token) && std::find(title_words.begin(), title_words.end(), token) == title_words.end())
      title = false;
  }
  const std::string_view inner_end = block.token(last - 1);
  const bool terminal = is_one_of(inner_end, ".!?") || inner_end == "\u2026" || inner_end == "...";
  const bool comma = inner_end == ",";
  const bool opens_sentence =
      std::any_of(block.sentences.begin(), block.sentences.end(),
                  [&](const TokenRange& sentence) { return sentence.first == pair.tokens.first; }) ||
      (pair.tokens.first > 0 && is_one_of(block.token(pair.tokens.first - 1), ",:"));
  const bool comma_behind = pair.tokens.last < block.tokens.size() && block.token(pair.tokens.last) == ",";
  if (words == 0) return QuotationSort::label;
  if (title && words <= longest_title && !terminal && !(comma && opens_sentence)) return QuotationSort::label;
  const std::uint32_t enough =
      pair.tokens.first > 0 && block.token(pair.tokens.first - 1) == "," ? sure_title : near_title;
  if (title && words <= longest_title && capitals >= enough && stands_inside_sentence(block, pair.tokens.first))
    return QuotationSort::label;
  const bool capital = is_capital(block.token(first));
  if (opens_sentence && (terminal || comma || comma_behind || words >= shortest_speech)) return QuotationSort::speech;
  if (terminal && capital && words > longest_label) return QuotationSort::speech;
  if (words > shortest_speech && capital) return QuotationSort::speech;
  if (words <= longest_label && !(comma && opens_sentence)) return QuotationSort::label;
  return QuotationSort::fragment;
}

/// A paragraph of speech whose open mark was lost: whole sentences from its start to a close mark.
bool is_unopened_speech(const DocumentBlock& block, const QuotePair& pair) {
  if (pair.opened || !pair.closed || pair.tokens.first != 0 || pair.tokens.size() < shortest_speech) return false;
  return is_one_of(block.token(pair.tokens.last - 2), ".!?") && is_capital(block.token(0));
}

}  // namespace

std::vector<std::vector<Quotation>> find_quotations(const Document& document) {
  std::vector<std::vector<Quotation>> found(document.blocks.size());
  std::vector<QuotePair> pairs;
  Quotation* open = nullptr;  // the block before ended in it
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    const DocumentBlock& block = document.blocks[b];
    if (block.tokens.empty()) {
      if (!is_read(block.kind)) continue;  // an advertisement line between two paragraphs of one quotation
      open = nullptr;
      continue;
    }
    pair_quote_marks(block.text, block.tokens, pairs);
    Quotation* before = open;
    open = nullptr;
    std::vector<Quotation>& list = found[b];
    list.reserve(pairs.size());
    std::size_t sentence = 0;
    for (const QuotePair& pair : pairs) {
      if (pair.depth > 0 || (!list.empty() && pair.tokens.first < list.back().tokens.last)) continue;
      if (!pair.opened && before == nullptr && !is_unopened_speech(block, pair)) continue;
      Quotation quotation;
      quotation.tokens = pair.tokens;
      quotation.sort = sort_of(block, pair);
      if (!pair.closed && pair.tokens.first != 0 && pair.tokens.last == block.tokens.size()) {
        while (sentence + 1 < block.sentences.size() && block.sentences[sentence].last <= pair.tokens.first) ++sentence;
        // "... he said. "And so on to the end: the paragraph's last words, opened behind a sentence's end.
        if (block.sentences[sentence].first != pair.tokens.first) {
          quotation.tokens.last = std::min(pair.tokens.last, block.sentences[sentence].last);
          if (quotation.sort == QuotationSort::speech && quotation.tokens.last != pair.tokens.last)
            quotation.sort = QuotationSort::fragment;
        }
      }
      if (before != nullptr && pair.tokens.first == 0) {
        quotation.continues = true;
        before->goes_on = true;
        if (quotation.sort == QuotationSort::fragment) quotation.sort = QuotationSort::speech;
      }
      list.push_back(quotation);
      if (!pair.closed && quotation.tokens.last == block.tokens.size()) open = &list.back();
    }
  }
  return found;
}

}  // namespace newsgloss

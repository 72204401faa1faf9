#include "cli/given_tokens.h"

#include "text/utf8.h"

namespace newsgloss::cli {
namespace {

enum class Glue : unsigned char { none, left, right, both };  // to which neighbour a token sticks

// How a token is spelled in running text, and what it is. Penn Treebank II bracketing guidelines, and the marks that
// tokenisers of news give as they are.
struct Spelling {
  std::string_view given;
  std::string_view printed;
  TokenKind kind;
  Glue glue;
};

constexpr Spelling spellings[] = {
    {"``", "\xE2\x80\x9C", TokenKind::open_quote, Glue::right},
    {"''", "\xE2\x80\x9D", TokenKind::close_quote, Glue::left},
    {"`", "\xE2\x80\x98", TokenKind::open_quote, Glue::right},
    {"\xE2\x80\x9C", "\xE2\x80\x9C", TokenKind::open_quote, Glue::right},
    {"\xE2\x80\x9D", "\xE2\x80\x9D", TokenKind::close_quote, Glue::left},
    {"\xE2\x80\x98", "\xE2\x80\x98", TokenKind::open_quote, Glue::right},
    {"\xC2\xAB", "\xC2\xAB", TokenKind::open_quote, Glue::right},
    {"\xC2\xBB", "\xC2\xBB", TokenKind::close_quote, Glue::left},
    {"-LRB-", "(", TokenKind::punctuation, Glue::right},
    {"-RRB-", ")", TokenKind::punctuation, Glue::left},
    {"-LSB-", "[", TokenKind::punctuation, Glue::right},
    {"-RSB-", "]", TokenKind::punctuation, Glue::left},
    {"-LCB-", "{", TokenKind::punctuation, Glue::right},
    {"-RCB-", "}", TokenKind::punctuation, Glue::left},
    {"(", "(", TokenKind::punctuation, Glue::right},
    {")", ")", TokenKind::punctuation, Glue::left},
    {"[", "[", TokenKind::punctuation, Glue::right},
    {"]", "]", TokenKind::punctuation, Glue::left},
    {",", ",", TokenKind::punctuation, Glue::left},
    {".", ".", TokenKind::punctuation, Glue::left},
    {";", ";", TokenKind::punctuation, Glue::left},
    {":", ":", TokenKind::punctuation, Glue::left},
    {"!", "!", TokenKind::punctuation, Glue::left},
    {"?", "?", TokenKind::punctuation, Glue::left},
    {"...", "...", TokenKind::punctuation, Glue::left},
    {"\xE2\x80\xA6", "\xE2\x80\xA6", TokenKind::punctuation, Glue::left},
    {"/", "/", TokenKind::punctuation, Glue::both},
    {"-", "-", TokenKind::dash, Glue::both},
    {"--", "--", TokenKind::dash, Glue::none},
    {"$", "$", TokenKind::symbol, Glue::right},
    {"\xC2\xA3", "\xC2\xA3", TokenKind::symbol, Glue::right},
    {"\xE2\x82\xAC", "\xE2\x82\xAC", TokenKind::symbol, Glue::right},
    {"'s", "'s", TokenKind::possessive, Glue::left},
    {"\xE2\x80\x99s", "\xE2\x80\x99s", TokenKind::possessive, Glue::left},
    {"n't", "n't", TokenKind::word, Glue::left},
    {"n\xE2\x80\x99t", "n\xE2\x80\x99t", TokenKind::word, Glue::left},
    {"'ll", "'ll", TokenKind::word, Glue::left},
    {"'re", "'re", TokenKind::word, Glue::left},
    {"'ve", "'ve", TokenKind::word, Glue::left},
    {"'d", "'d", TokenKind::word, Glue::left},
    {"'m", "'m", TokenKind::word, Glue::left},
};

const Spelling* find_spelling(std::string_view token) {
  for (const Spelling& spelling : spellings)
    if (spelling.given == token) return &spelling;
  return nullptr;
}

bool ends_in_s(std::string_view word) { return word.ends_with('s') || word.ends_with('S') || word.ends_with('z'); }

// Puts tokens behind one another; knows which straight quote marks are open.
class Joiner {
 public:
  GivenBlock take() { return std::move(block_); }

  void add(std::string_view given) {
    if (const Spelling* spelling = find_spelling(given)) return add(spelling->printed, spelling->kind, spelling->glue);
    if (given == "\"") return add_straight(given, double_open_);
    if (given == "'" || given == "\xE2\x80\x99") return add_apostrophe(given);
    add_other(given);
  }

 private:
  void add(std::string_view printed, TokenKind kind, Glue glue) {
    const bool start = block_.text.empty();
    const bool space = !start && !sticky_ && glue != Glue::left && glue != Glue::both;
    if (space) block_.text += ' ';
    const auto begin = static_cast<std::uint32_t>(block_.text.size());
    block_.text += printed;
    block_.tokens.push_back({{begin, static_cast<std::uint32_t>(block_.text.size())}, kind, start || space});
    sticky_ = glue == Glue::right || glue == Glue::both;
  }

  void add_straight(std::string_view mark, bool& is_open) {
    is_open ? add(mark, TokenKind::close_quote, Glue::left) : add(mark, TokenKind::open_quote, Glue::right);
    is_open = !is_open;
  }

  // A lone ' closes what one opened; else it is the possessive of a plural, or opens. A curly one never opens.
  void add_apostrophe(std::string_view mark) {
    const std::string_view text = block_.text;
    if (single_open_) return add_straight(mark, single_open_);
    if (!block_.tokens.empty() && block_.tokens.back().kind == TokenKind::word &&
        ends_in_s(slice(text, block_.tokens.back().span)))
      return add(mark, TokenKind::possessive, Glue::left);
    if (mark != "'") return add(mark, TokenKind::close_quote, Glue::left);
    add_straight(mark, single_open_);
  }

  // Whatever the tokenizer takes it for, when it takes it for one token.
  void add_other(std::string_view given) {
    if (given.empty()) return add("_", TokenKind::symbol, Glue::none);
    const std::string valid = replace_invalid_utf8(given);
    tokenize(valid, pieces_);
    const bool whole = pieces_.size() == 1 && pieces_.front().span == Span{0, static_cast<std::uint32_t>(valid.size())};
    const TokenKind kind = whole                                ? pieces_.front().kind
                           : valid[0] >= '0' && valid[0] <= '9' ? TokenKind::number
                                                                : TokenKind::word;
    add(valid, kind, Glue::none);
  }

  GivenBlock block_;
  std::vector<Token> pieces_;  // reused
  bool sticky_ = false;        // the last token sticks to the next
  bool double_open_ = false;
  bool single_open_ = false;
};

}  // namespace

GivenBlock join_tokens(const std::vector<std::string_view>& given) {
  Joiner joiner;
  for (const std::string_view token : given) joiner.add(token);
  return joiner.take();
}

}  // namespace newsgloss::cli

#include "tagger/given_tokens.h"

#include <algorithm>
#include <array>

#include "text/abbreviations.h"
#include "text/characters.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace newsgloss {
namespace {

struct WrittenSign {
  std::string_view written;
  std::string_view meant;
  TokenKind kind;
};

// Penn Treebank II bracketing guidelines and CoreNLP's ptb3Escaping, and signs that tell their kind by themselves.
constexpr std::array<WrittenSign, 26> signs = {{
    {"``", "\xE2\x80\x9C", TokenKind::open_quote},
    {"''", "\xE2\x80\x9D", TokenKind::close_quote},
    {"`", "\xE2\x80\x98", TokenKind::open_quote},
    {"\xE2\x80\x9C", "\xE2\x80\x9C", TokenKind::open_quote},
    {"\xE2\x80\x9D", "\xE2\x80\x9D", TokenKind::close_quote},
    {"\xE2\x80\x98", "\xE2\x80\x98", TokenKind::open_quote},
    {"\xC2\xAB", "\xC2\xAB", TokenKind::open_quote},
    {"\xC2\xBB", "\xC2\xBB", TokenKind::close_quote},
    {"-LRB-", "(", TokenKind::punctuation},
    {"-RRB-", ")", TokenKind::punctuation},
    {"-LSB-", "[", TokenKind::punctuation},
    {"-RSB-", "]", TokenKind::punctuation},
    {"-LCB-", "{", TokenKind::punctuation},
    {"-RCB-", "}", TokenKind::punctuation},
    {"-", "-", TokenKind::dash},
    {"--", "--", TokenKind::dash},
    {"---", "---", TokenKind::dash},
    {"\xE2\x80\x93", "\xE2\x80\x93", TokenKind::dash},
    {"\xE2\x80\x94", "\xE2\x80\x94", TokenKind::dash},
    {"'s", "'s", TokenKind::possessive},
    {"'S", "'S", TokenKind::possessive},
    {"\xE2\x80\x99s", "\xE2\x80\x99s", TokenKind::possessive},
    {"\xE2\x80\x99S", "\xE2\x80\x99S", TokenKind::possessive},
    {"$", "$", TokenKind::symbol},
    {"\xE2\x82\xAC", "\xE2\x82\xAC", TokenKind::symbol},
    {"\xC2\xA3", "\xC2\xA3", TokenKind::symbol},
}};

constexpr std::string_view joined_left = ".,;:!?%)]}";  // no space before these
constexpr std::string_view joined_right = "([{$";       // none after these
constexpr std::array<std::string_view, 7> contractions = {"n't", "'ll", "'re", "'ve", "'d", "'m", "n\xE2\x80\x99t"};

TokenKind kind_of(std::string_view token) {
  const char32_t first = decode(token, 0).value;
  if (is_digit(first)) return TokenKind::number;
  if (is_letter(first)) return TokenKind::word;
  if (token.find("://") != std::string_view::npos || (token.size() > 1 && (first == '@' || first == '#')))
    return TokenKind::link;
  return has_letter(token) ? TokenKind::word : TokenKind::punctuation;
}

/// Is `token` a closing double mark, as written?
bool closes_double(std::string_view token) { return token == "''" || token == "\xE2\x80\x9D"; }

/// Converters often write '' for both marks. One that closes nothing is taken to open when it starts the chunk, or when
/// the next double mark closes too (but not after a comma, which ends quotations).
std::vector<bool> find_wrong_closers(const std::vector<std::string_view>& written) {
  std::vector<bool> wrong(written.size(), false);
  bool inside = false;
  std::size_t next = 0;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const bool closes = closes_double(written[i]);
    if (!closes && written[i] != "``" && written[i] != "\xE2\x80\x9C" && written[i] != "\"") continue;
    if (closes && !inside) {
      for (next = std::max(next, i + 1); next < written.size(); ++next)
        if (closes_double(written[next]) || written[next] == "``" || written[next] == "\xE2\x80\x9C") break;
      const bool ends_clause = i > 0 && (written[i - 1] == "," || written[i - 1] == "?" || written[i - 1] == "!");
      wrong[i] = i == 0 || (!ends_clause && next < written.size() && closes_double(written[next]));
    }
    inside = closes ? wrong[i] : written[i] == "\"" ? !inside : true;
  }
  return wrong;
}

bool is_contraction(std::string_view token) {
  for (const std::string_view entry : contractions)
    if (token == entry) return true;
  return false;
}

/// May a hyphen given apart have joined this to its neighbour?
bool is_compound_part(std::string_view token) {
  const TokenKind kind = kind_of(token);
  return kind == TokenKind::word || kind == TokenKind::number;
}

/// Is `token` an abbreviation or an initial whose period was cut off?
bool wants_period(std::string_view token) {
  if (abbreviation(token) != Abbreviation::none) return true;
  const auto first = decode(token, 0);
  return first.bytes == token.size() && is_upper(first.value);
}

}  // namespace

void join_given_tokens(const std::vector<std::string_view>& written, GivenBlock& out) {
  out.text.clear();
  out.tokens.clear();
  bool in_double = false;
  bool in_single = false;
  const std::vector<bool> opens = find_wrong_closers(written);
  bool glue = true;  // nothing, or what wants no space after it, lies before
  for (std::size_t i = 0; i < written.size(); ++i) {
    std::string_view token = written[i];
    if (token.empty()) token = "_";
    if (opens[i]) token = "``";
    TokenKind kind = kind_of(token);
    for (const WrittenSign& sign : signs) {
      if (token != sign.written) continue;
      token = sign.meant;
      kind = sign.kind;
      break;
    }
    if (token == "\"") {
      kind = in_double ? TokenKind::close_quote : TokenKind::open_quote;
    } else if (token == "'" || token == "\xE2\x80\x99") {
      kind = in_single ? TokenKind::close_quote : TokenKind::possessive;
    }
    if (kind == TokenKind::open_quote || kind == TokenKind::close_quote) {
      const bool single = token == "'" || token == "\xE2\x80\x98" || token == "\xE2\x80\x99";
      (single ? in_single : in_double) = kind == TokenKind::open_quote;
    }
    const bool joins = kind == TokenKind::possessive || kind == TokenKind::close_quote || is_contraction(token) ||
                       (token.size() == 1 && joined_left.find(token) != std::string_view::npos);
    const bool hyphen = token == "-" && i > 0 && i + 1 < written.size() && is_compound_part(written[i - 1]) &&
                        is_compound_part(written[i + 1]);
    const bool space = !glue && !joins && !hyphen;
    if (space) out.text += ' ';
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += token;
    out.tokens.push_back({{begin, static_cast<std::uint32_t>(out.text.size())}, kind, space || begin == 0});
    glue = hyphen || kind == TokenKind::open_quote ||
           (token.size() == 1 && joined_right.find(token) != std::string_view::npos);
  }
}

void read_given_block(const GivenBlock& given, DocumentBlock& block) {
  block.kind = BlockKind::paragraph;
  block.text = given.text;
  block.tokens = given.tokens;
  block.sentences.clear();
  // Sentences are found with abbreviations whole, as the tokeniser makes them: "Dr", "." ends none.
  std::vector<Token> whole;
  std::vector<std::uint32_t> first;  // token of the block that each starts with
  whole.reserve(block.tokens.size());
  for (std::uint32_t t = 0; t < block.tokens.size(); ++t) {
    const Token& token = block.tokens[t];
    const bool cut_off = !whole.empty() && !token.space_before && first.back() + 1 == t &&
                         slice(block.text, token.span) == "." && wants_period(slice(block.text, whole.back().span));
    if (cut_off) {
      whole.back().span.end = token.span.end;
      continue;
    }
    whole.push_back(token);
    first.push_back(t);
  }
  first.push_back(static_cast<std::uint32_t>(block.tokens.size()));
  split_sentences(block.text, whole, block.sentences);
  for (TokenRange& sentence : block.sentences) sentence = {first[sentence.first], first[sentence.last]};
}

}  // namespace newsgloss

#include "tagger/vocabulary.h"

#include "tagger/lexica/gazetteer.h"

namespace newsgloss {
namespace {

bool is_capitalised(Shape shape) noexcept {
  return shape == Shape::capital || shape == Shape::all_caps || shape == Shape::initial;
}

// Title case: three of four words of four letters and more have a capital, and there are at least three of them. A
// full sentence of the body that is full of names does not count.
bool is_display(const DocumentBlock& block) {
  if (block.tokens.empty()) return false;
  const std::string_view last = slice(block.text, block.tokens.back().span);
  const bool headline = block.kind == BlockKind::headline || block.kind == BlockKind::subheading;
  if (!headline && (last == "." || last == "!" || last == "?")) return false;
  std::uint32_t long_words = 0;
  std::uint32_t capitalised = 0;
  for (const Token& token : block.tokens) {
    if (token.kind != TokenKind::word || token.span.size() < 4) continue;
    ++long_words;
    if (is_capitalised(shape_of(slice(block.text, token.span)))) ++capitalised;
  }
  return long_words >= 3 && capitalised * 4 >= long_words * 3;
}

}  // namespace

void Vocabulary::read(const Document& document) {
  document_ = &document;
  words_.clear();
  tokens_.clear();
  first_.clear();
  display_.clear();
  ids_.clear();
  pairs_.clear();
  std::string key;
  for (const DocumentBlock& block : document.blocks) {
    const auto base = static_cast<std::uint32_t>(tokens_.size());
    first_.push_back(base);
    const bool display = is_display(block);
    display_.push_back(display);
    for (const Token& token : block.tokens) {
      const std::string_view text = slice(block.text, token.span);
      key.clear();
      append_name_key(key, text);
      const auto [at, fresh] = ids_.try_emplace(hash_of(key), static_cast<std::uint32_t>(words_.size()));
      if (fresh) {
        Word& word = words_.emplace_back();
        word.text = key;
        word.flags = word_flags(key);
        if (const auto place = find_place(key)) {
          word.people = place->kind == PlaceKind::people;
          word.place = !word.people;
        }
      }
      TokenWord& entry = tokens_.emplace_back();
      entry.id = at->second;
      entry.shape = token.kind == TokenKind::word || token.kind == TokenKind::number ? shape_of(text) : Shape::other;
      entry.opens = display;
    }
    for (const TokenRange& sentence : block.sentences) {
      bool opens = true;
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        const Token& token = block.tokens[t];
        TokenWord& entry = tokens_[base + t];
        const char first = block.text[token.span.begin];
        if (token.kind == TokenKind::open_quote || first == ':') opens = true;
        if (token.kind != TokenKind::word && token.kind != TokenKind::number) continue;
        entry.opens = entry.opens || opens;
        opens = false;
        if (display) continue;
        Word& word = words_[entry.id];
        if (entry.shape == Shape::lower) ++word.lower;
        if (is_capitalised(entry.shape)) ++(entry.opens ? word.opening : word.capital);
      }
    }
    if (display) continue;
    for (std::uint32_t t = 0; t + 1 < block.tokens.size(); ++t) {
      const TokenWord& a = tokens_[base + t];
      const TokenWord& b = tokens_[base + t + 1];
      if (!a.opens && is_capitalised(a.shape) && is_capitalised(b.shape))
        pairs_.insert(static_cast<std::uint64_t>(a.id) << 32 | b.id);
    }
  }
}

void Vocabulary::append_key_range(std::string& out, std::uint32_t block, TokenRange range) const {
  const std::vector<Token>& tokens = document_->blocks[block].tokens;
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    if (t > range.first && tokens[t].space_before) out.push_back(' ');
    out += word(block, t).text;
  }
}

}  // namespace newsgloss

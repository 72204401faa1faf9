// Vocabulary: the distinct words of a document with what the lexica and the document itself say of them.
//
// Evidence from the document decides what a capital means where it means little by itself (a sentence's first word, a
// headline in title case, a block in capitals): a word also seen in lower case is an ordinary word there, one seen
// with a capital in mid-sentence is a name (Mikheev 1999, "A knowledge-free method for capitalized word
// disambiguation").
//
// Reading is linear in the text; every query is O(1).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "article/document.h"
#include "tagger/lexica/fold.h"
#include "tagger/lexica/words.h"

namespace newsgloss {

/// A distinct word, folded, and how often the document writes it how. Counts leave out blocks in title case or
/// capitals.
struct Word {
  std::string text;
  std::uint32_t flags = 0;    // lexica/words.h
  std::uint32_t lower = 0;    // written in lower case
  std::uint32_t capital = 0;  // with a capital where only names have one
  std::uint32_t opening = 0;  // with a capital at a sentence's start
  bool place = false;         // a country, city or region by itself
  bool people = false;        // a demonym by itself

  [[nodiscard]] bool is(std::uint32_t flag) const noexcept { return (flags & flag) != 0; }
  [[nodiscard]] bool size_at_most(std::size_t bytes) const noexcept { return text.size() <= bytes; }
};

class Vocabulary {
 public:
  /// Reads the document, which must outlive the vocabulary.
  void read(const Document& document);

  [[nodiscard]] const Document& document() const noexcept { return *document_; }
  [[nodiscard]] std::uint32_t id(std::uint32_t block, std::uint32_t token) const noexcept {
    return tokens_[first_[block] + token].id;
  }
  [[nodiscard]] const Word& word(std::uint32_t block, std::uint32_t token) const noexcept {
    return words_[id(block, token)];
  }
  [[nodiscard]] const Word& word_of(std::uint32_t id) const noexcept { return words_[id]; }
  [[nodiscard]] std::size_t size() const noexcept { return words_.size(); }
  [[nodiscard]] Shape shape(std::uint32_t block, std::uint32_t token) const noexcept {
    return tokens_[first_[block] + token].shape;
  }
  /// Does a capital mean little here (a sentence's or quotation's first word, a block in title case or capitals)?
  [[nodiscard]] bool opens(std::uint32_t block, std::uint32_t token) const noexcept {
    return tokens_[first_[block] + token].opens;
  }
  /// Is most of the block written with capitals (headlines of many papers), or in capitals throughout?
  [[nodiscard]] bool capitals_mean_little(std::uint32_t block) const noexcept { return display_[block]; }

  /// Were these two words seen side by side with capitals in mid-sentence?
  [[nodiscard]] bool capital_pair(std::uint32_t first_id, std::uint32_t second_id) const noexcept {
    return pairs_.contains(static_cast<std::uint64_t>(first_id) << 32 | second_id);
  }

  /// The folded words of a range with the spaces of the text ("guinea-bissau", "chinese people's").
  void append_key_range(std::string& out, std::uint32_t block, TokenRange range) const;

 private:
  struct TokenWord {
    std::uint32_t id = 0;
    Shape shape = Shape::other;
    bool opens = false;
  };

  const Document* document_ = nullptr;
  std::vector<Word> words_;
  std::vector<TokenWord> tokens_;     // of all blocks
  std::vector<std::uint32_t> first_;  // of each block in tokens_
  std::vector<bool> display_;
  std::unordered_map<std::uint64_t, std::uint32_t> ids_;  // hash of the folded word; only looked up, never walked
  std::unordered_set<std::uint64_t> pairs_;
};

}  // namespace newsgloss

// Features of the entity tagger: hashed observations of one token in its sentence and in its document.
//
//   local      word, affixes, shape, a window of two words either side
//   run        the capitalised run that the token stands in: its first and last word, what comes before and after
//   document   the other occurrences of the word in the article: their contexts, their case   (Chieu and Ng 2002)
//   clusters   ids of the word and of its neighbours from clustered word vectors, coarse to fine   (Turian et al. 2010)
//   hints      what lexica and rules take the token for (rule_entities.h): stacking   (Wolpert 1992)
//
// Training and tagging call this same code. Every feature is a 64-bit hash; the model keeps the low bits that it was
// trained with.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "article/document.h"
#include "tagger/tagger.h"
#include "tagger/word_form.h"
#include "text/span.h"

namespace newsgloss {

/// Cluster ids of a word, coarse to fine; -1 for a word that has none.
struct WordClusters {
  static constexpr int levels = 3;
  std::int32_t id[levels] = {-1, -1, -1};
};

/// Where cluster ids come from (the model's lexicon).
class ClusterSource {
 public:
  virtual ~ClusterSource() = default;
  /// `lower` is `WordForm::lower`.
  [[nodiscard]] virtual WordClusters clusters(std::uint64_t lower) const = 0;
};

/// Numbers the labels of `spans` over `tokens` tokens: 0 outside, else 1 + 4 * type + (0 first, 1 inside, 2 last, 3
/// alone).
void number_labels(const std::vector<EntitySpan>& spans, std::size_t tokens, std::vector<std::uint8_t>& out);

/// A document as the features see it: sentences of word forms, in order.
class EntityFeatures {
 public:
  explicit EntityFeatures(const ClusterSource* clusters) : clusters_(clusters) {}

  /// Forgets the last document.
  void clear();
  /// Appends a sentence of `block`: its tokens, and for each the number of the label that the rules give it.
  void add_sentence(const DocumentBlock& block, TokenRange sentence, const std::vector<std::uint8_t>& hints);
  /// Call when all sentences are there. Linear.
  void finish();

  [[nodiscard]] std::size_t sentence_count() const noexcept { return sentence_.size() - 1; }
  [[nodiscard]] TokenRange sentence(std::size_t i) const noexcept { return {sentence_[i], sentence_[i + 1]}; }

  /// Appends the features of token `t` (an index over the whole document) of sentence `s` to `out`.
  /// At most 170, whatever the document holds.
  void extract(std::size_t s, std::uint32_t t, std::vector<std::uint64_t>& out) const;

 private:
  struct Run {  // the capitalised run around a token
    std::uint32_t first = 0;
    std::uint32_t last = 0;  // exclusive
  };
  struct Word {                          // all occurrences of one lower-case form
    std::uint32_t first_occurrence = 0;  // into occurrences_
    std::uint32_t count = 0;
    bool seen_lower = false;
    bool seen_capital_inside = false;  // capitalised, not at a sentence's start
    bool seen_capital_at_start = false;
  };

  const ClusterSource* clusters_;
  std::vector<std::uint32_t> sentence_{0};  // first token of each, and the end
  std::vector<WordForm> forms_;
  std::vector<std::uint8_t> hints_;
  std::vector<WordClusters> cluster_;
  std::vector<bool> starts_;         // first token of its sentence
  std::vector<std::uint32_t> word_;  // index into words_
  std::vector<std::uint32_t> rank_;  // position of a token among its word's occurrences
  std::vector<Run> run_;
  std::vector<std::uint32_t> sentence_of_;
  std::vector<bool> shouting_;  // of a sentence: no letter in lower case
  std::vector<Word> words_;
  std::vector<std::uint32_t> occurrences_;
  std::unordered_map<std::uint64_t, std::uint32_t> index_;
};

}  // namespace newsgloss

// The linear-chain CRF of the entity tagger as it is trained (Lafferty et al. 2001): float weights, 29 BILOU labels
// (Ratinov and Roth 2009) numbered as in tagger/entity_model.h.
//
// Stochastic gradient a sentence, AdaGrad (Duchi et al. 2011), lazy L1 (Carpenter 2008), feature dropout. A sentence's
// target is its gold labels, or a distribution over labels for each token that other models have made (distillation,
// Hinton et al. 2015): the gradient of a label's score is its marginal less its target in both cases.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "bio_corpus.h"

namespace newsgloss::training {

inline constexpr int label_count = 1 + 4 * type_count;  // 29
inline constexpr int row_size = 32;                     // padded

constexpr int label_of(char position, int type) {
  return 1 + 4 * type + (position == 'B' ? 0 : position == 'I' ? 1 : position == 'L' ? 2 : 3);
}
constexpr int type_of(int label) { return (label - 1) / 4; }
constexpr char position_of(int label) { return label == 0 ? 'O' : "BILU"[(label - 1) % 4]; }
constexpr bool is_open(int label) { return position_of(label) == 'B' || position_of(label) == 'I'; }
constexpr bool may_follow(int from, int to) {
  const char p = position_of(to);
  if (is_open(from)) return (p == 'I' || p == 'L') && type_of(from) == type_of(to);
  return p == 'O' || p == 'B' || p == 'U';
}

/// Sentences as features: token t of the corpus has features[token_start[t] … token_start[t + 1]).
struct Sentences {
  std::vector<std::uint32_t> features;
  std::vector<std::uint32_t> token_start{0};
  std::vector<std::uint32_t> sentence_start{0};
  std::vector<std::uint8_t> gold;      // a label a token; a span that a sentence's end cuts counts as two
  std::vector<std::uint8_t> targets;   // empty, or label_count a token: probabilities in 255ths
  std::array<long, type_count> cut{};  // spans of the corpus that a sentence's end cuts: out of reach

  [[nodiscard]] std::size_t size() const { return sentence_start.size() - 1; }
};

struct Settings {
  int bits = 18;
  int epochs = 7;
  int gold_repeat = 1;  // times that gold sentences are gone through in an epoch
  float rate = 0.07F;
  float l1 = 1e-5F;
  float dropout = 0.3F;
  float silver_weight = 1;
  int refit_epochs = 0;  // after weights below `threshold` are taken away for good
  float threshold = 0.05F;
  unsigned seed = 1;
};

class EntityCrf {
 public:
  /// Trains on `gold`, and on `silver` (may be empty; it has targets). Prints figures on `dev` as it goes.
  void train(const Sentences& gold, const Sentences& silver, const Sentences& dev, const Settings& settings);

  /// F1 of all types but Misc; prints all figures.
  double evaluate(const Sentences& sentences) const;

  /// Marginal probabilities of all labels of all tokens, in 255ths: label_count a token.
  [[nodiscard]] std::vector<std::uint8_t> marginals(const Sentences& sentences) const;

  /// A line for each span found in `sentences`: its type, its probability, 1 when it is right. For calibration.
  void write_spans(const Sentences& sentences, const std::string& path) const;

  void save(const std::string& path) const;
  void load(const std::string& path, int bits);

 private:
  struct Chain;  // one sentence at work
  void score(const std::uint32_t* begin, const std::uint32_t* end, float* out) const;
  void score_sentence(const Sentences& s, std::size_t sentence, std::vector<float>& out) const;
  void decode(const Sentences& s, std::size_t sentence, std::vector<int>& out) const;

  std::vector<float> weights_;      // bucket × row_size
  std::vector<float> transitions_;  // (label_count + 1) × row_size; the last row is the sentence's start
};

}  // namespace newsgloss::training

// The entity tagger: a linear-chain CRF over hashed features (entity_features.h), with integer weights.
//
// Labels are BILOU of seven types (PERSON ORG LOC NORP FAC PRODUCT OTHER; LOC is any place, OTHER any miscellaneous
// name), 29 in all; the best sequence of a sentence is found by Viterbi. Where the file has a network for entities
// (entity_network.h), that corrects the CRF's probabilities of each token's labels first, and the best sequence is that
// of the corrected ones. Sums are integers, so every platform finds the same; scores come from forward-backward in a
// fixed order of floating-point operations with an own exponential.
//
// Section ENTI, little-endian, without padding:
//
//   u8   version (2)
//   u8   bits: features are hashed into 2^bits buckets (10 … 22)
//   u8   labels (29)
//   u8   0
//   u32  step: one unit of weight is step / 65536 nats
//   u32  rows, weights, escapes
//   i16  transitions[(labels + 1) × labels], row by row, the last row the sentence's start; -32768: not allowed
//   u16  worth[7 types × 5]: what a computed span probability of 0, 1/4, 1/2, 3/4, 1 proved worth on held-out text, in
//        ten-thousandths, not falling; linear between
//   u32  n, then n bytes: for each row the distance of its bucket from the one before, LEB128
//   u8   [rows] number of weights in the row (1 … labels)
//   u8   [weights] distance of the weight's label from the one before in its row, plus one for the first
//   u8   [(weights + 1) / 2] values, two a byte, low half first: 1 … 15 for -7 … 7, 0 for the next escape
//   i8   [escapes]
//   u32  words (the lexicon's size); u16 fine, u16 middle, u16 coarse: numbers of clusters
//   u16  [words] fine cluster of each word of the lexicon
//   u16  [fine] middle cluster of each; u16 [middle] coarse cluster of each
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "article/document.h"
#include "tagger/entity_features.h"
#include "tagger/entity_network.h"
#include "tagger/lexicon.h"
#include "tagger/model_file.h"
#include "tagger/rule_entities.h"
#include "tagger/tagger.h"

namespace newsgloss {

class EntityModel final : public ClusterSource {
 public:
  static constexpr int labels = 29;
  static constexpr int row_width = 32;  // labels, padded for vector registers

  /// Reads and checks section ENTI, and section ENTN unless `network` is empty. `lexicon` must outlive the model.
  /// Errors: invalid_section.
  [[nodiscard]] ModelStatus open(std::span<const std::byte> section, std::span<const std::byte> network,
                                 const Lexicon& lexicon);

  /// Prepares the features of `document`, which must stay alive until the next `begin`. Linear.
  void begin(const Document& document);

  /// The entity spans of one block, in order; `out` is cleared first. Linear in its tokens.
  void tag(std::uint32_t block, std::vector<EntitySpan>& out);

  [[nodiscard]] WordClusters clusters(std::uint64_t lower) const override;

  /// For tests: the build of the network's kernels to run on.
  void use(const NetworkKernels& kernels) noexcept { network_.use(kernels); }

 private:
  // How labels follow one another: (labels + 1) × labels, the last row out of a sentence's start.
  struct Chain {
    float nats = 0;                         // of one unit of scores and transitions
    std::vector<std::int32_t> transitions;  // in units
    std::vector<float> weights;             // their exponentials; 0 where not allowed
  };

  [[nodiscard]] ModelStatus read_weights(std::span<const std::byte> section, const Lexicon& lexicon);
  void score_sentence(std::size_t sentence);
  void correct_scores(TokenRange in_block);
  void decode(std::size_t tokens, const Chain& chain);
  void find_probabilities(std::size_t tokens, const Chain& chain);
  void add_spans(std::uint32_t first_token, std::size_t tokens, const Chain& chain, std::vector<EntitySpan>& out) const;
  [[nodiscard]] float span_probability(std::size_t first, std::size_t last, const Chain& chain) const;
  [[nodiscard]] Score calibrated(EntityType type, float probability) const noexcept;
  [[nodiscard]] const std::int8_t* row(std::uint32_t bucket) const noexcept;

  const Lexicon* lexicon_ = nullptr;
  std::uint32_t bucket_mask_ = 0;
  std::vector<std::uint64_t> occupied_;  // a bit a bucket
  std::vector<std::uint32_t> rank_;      // rows before each word of `occupied_`
  std::vector<std::int8_t> rows_;        // rows × row_width
  Chain crf_;
  Chain legal_;                                          // all that is allowed is alike: after the network
  std::array<std::array<std::uint16_t, 5>, 7> worth_{};  // by type, in the order of the labels
  std::vector<std::uint16_t> fine_of_word_;
  std::vector<std::uint16_t> middle_of_fine_;
  std::vector<std::uint16_t> coarse_of_middle_;

  // Of the current document and sentence; memory is reused.
  const Document* document_ = nullptr;
  RuleEntities rules_;
  EntityFeatures features_{this};
  EntityNetwork network_;
  bool has_network_ = false;
  std::vector<std::uint32_t> first_sentence_;  // of each block, and the end
  std::vector<std::uint64_t> hashes_;
  std::vector<std::int32_t> emissions_;  // tokens × labels
  std::vector<std::int32_t> best_;
  std::vector<std::uint8_t> back_;
  std::vector<std::uint8_t> path_;
  std::vector<float> forward_, backward_, weights_, probabilities_;
};

}  // namespace newsgloss

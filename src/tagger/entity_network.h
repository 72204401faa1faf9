// The entity tagger's network: a recurrent network (recurrent_network.h) that reads a sentence and corrects what the
// CRF (entity_model.h) thinks of it. The CRF knows names by hashed features and by where else they stand in the
// article, the network by their words' vectors and by the whole sentence.
//
//   score of a label of a token = share * log(its probability by the CRF + floor) + the network's score
//
// The network was trained to make the best of that sum, with the CRF's probabilities as they are of text that the CRF
// was not trained on (src/train/README.md; stacking: Wolpert 1992).
//
// ENTN section, little-endian: f32 share, f32 floor, the network's shape, its weights. The labels are those of section
// ENTI. Only features that know nothing of the paragraph are used, so that a sentence is read alike wherever it stands.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "article/document.h"
#include "tagger/attribution_features.h"
#include "tagger/recurrent_network.h"

namespace newsgloss {

class EntityNetwork {
 public:
  /// Reads a section for a CRF of `labels` labels; false when its content is invalid. `lexicon` must outlive the
  /// network.
  [[nodiscard]] bool open(std::span<const std::byte> section, const Lexicon& lexicon, std::size_t labels);

  /// `document` must stay alive until the next `begin`. Linear.
  void begin(const Document& document) { features_.begin(document); }
  /// Makes block `block` the one whose sentences are read.
  void read_block(std::uint32_t block) { features_.extract(block, tokens_); }

  /// The scores of the tokens of `sentence` (of the block read last), whose probabilities by the CRF are
  /// `probabilities`: into `scores` in units of 1 / `units_a_nat`, none above 0, both `labels` a token. Sentences of
  /// more than RecurrentNetwork::longest tokens are read in pieces. Linear in the tokens.
  void correct(TokenRange sentence, std::span<const float> probabilities, std::span<std::int32_t> scores);
  static constexpr float units_a_nat = 256.0F;

  /// For tests: the build of the kernels to run on.
  void use(const NetworkKernels& kernels) noexcept { network_.use(kernels); }

 private:
  RecurrentNetwork network_;
  float share_ = 0;
  float floor_ = 0;
  std::size_t labels_ = 0;
  AttributionFeatures features_;
  std::vector<TokenFeatures> tokens_;  // of the block
  std::vector<float> sum_;
};

}  // namespace newsgloss

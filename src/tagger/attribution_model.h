// The learned attribution tagger: blocks of a document -> source, cue and content spans with their probabilities.
//
// features (attribution_features.h) -> network (attribution_network.h) -> spans (span_posteriors.h). A block of more
// than AttributionNetwork::longest tokens is read in pieces, cut at sentence ends where there are any: no span crosses
// such a cut. Linear in the tokens.
#pragma once

#include <vector>

#include "tagger/attribution_features.h"
#include "tagger/attribution_network.h"
#include "tagger/model_file.h"
#include "tagger/span_posteriors.h"
#include "tagger/tagger.h"

namespace newsgloss {

class AttributionModel {
 public:
  /// Reads the ATTR section of `file`; `lexicon` must be the file's, and outlive the model.
  [[nodiscard]] ModelStatus open(const ModelFile& file, const Lexicon& lexicon);

  /// As Tagger::begin and Tagger::tag, for attributions alone.
  void begin(const Document& document);
  void tag(std::uint32_t block, std::vector<AttributionSpan>& out);

  /// For tests: the build of the kernels to run on.
  void use(const NetworkKernels& kernels) noexcept { network_.use(kernels); }

 private:
  const Document* document_ = nullptr;
  AttributionFeatures features_;
  AttributionNetwork network_;
  SpanDecoder decoder_;
  std::vector<TokenFeatures> tokens_;
  std::vector<LabelScores> scores_;
};

}  // namespace newsgloss

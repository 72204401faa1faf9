// The learned tagger: everything that a model file holds, behind the Tagger's interface.
#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "tagger/model_file.h"
#include "tagger/tagger.h"

namespace newsgloss {

/// Whose attributions a tagger gives.
enum class AttributionsFrom : unsigned char {
  model,            // the model's alone: labels as in the corpus it was trained on
  rules_and_model,  // joined (attribution_join.h): what quotes are best made of
};

struct ModelTagger {
  std::unique_ptr<Tagger> tagger;  // null when `status` is an error
  ModelStatus status;
};

/// A tagger that runs the model in `model` (the bytes of a model file, which must outlive it). Entities are the
/// model's, or the rules' where the file has no section for them.
[[nodiscard]] ModelTagger make_model_tagger(std::span<const std::byte> model, AttributionsFrom from);

}  // namespace newsgloss

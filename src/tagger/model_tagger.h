// The learned tagger: everything that a model file holds, behind the Tagger's interface.
#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "tagger/model_file.h"
#include "tagger/tagger.h"

namespace newsgloss {

struct ModelTagger {
  std::unique_ptr<Tagger> tagger;  // null when `status` is an error
  ModelStatus status;
};

/// A tagger that runs the model in `model` (the bytes of a model file, which must outlive it). Attributions come from
/// the model; entities from `entities` while the model has none for them (a null one: no entities).
[[nodiscard]] ModelTagger make_model_tagger(std::span<const std::byte> model, std::unique_ptr<Tagger> entities);

}  // namespace newsgloss

#include "tagger/model_tagger.h"

#include <utility>

#include "tagger/attribution_model.h"
#include "tagger/entity_model.h"
#include "tagger/lexicon.h"

namespace newsgloss {
namespace {

class LearnedTagger final : public Tagger {
 public:
  ModelStatus open(std::span<const std::byte> model, std::unique_ptr<Tagger> entities) {
    ModelFile file;
    if (const ModelStatus status = file.open(model); !status.ok()) return status;
    const auto section = file.section(SectionKind::lexicon);
    if (section.empty()) return {ModelError::missing_section, SectionKind::lexicon};
    if (!lexicon_.open(section)) return {ModelError::invalid_section, SectionKind::lexicon};
    entities_ = std::move(entities);
    if (const auto learned = file.section(SectionKind::entities); !learned.empty()) {
      if (const ModelStatus status = entity_model_.open(learned, lexicon_); !status.ok()) return status;
      has_entities_ = true;
    }
    return attribution_.open(file, lexicon_);
  }

  void begin(const Document& document) override {
    if (has_entities_)
      entity_model_.begin(document);
    else if (entities_)
      entities_->begin(document);
    attribution_.begin(document);
  }

  void tag(std::uint32_t block, BlockTagging& out) override {
    out.entities.clear();
    if (has_entities_)
      entity_model_.tag(block, out.entities);
    else if (entities_)
      entities_->tag(block, out);
    attribution_.tag(block, out.attribution);
  }

 private:
  Lexicon lexicon_;
  AttributionModel attribution_;
  EntityModel entity_model_;
  bool has_entities_ = false;         // the file has a section for them
  std::unique_ptr<Tagger> entities_;  // otherwise
};

}  // namespace

ModelTagger make_model_tagger(std::span<const std::byte> model, std::unique_ptr<Tagger> entities) {
  auto tagger = std::make_unique<LearnedTagger>();
  const ModelStatus status = tagger->open(model, std::move(entities));
  if (!status.ok()) return {nullptr, status};
  return {std::move(tagger), status};
}

}  // namespace newsgloss

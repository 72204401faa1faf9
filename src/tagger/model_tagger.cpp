#include "tagger/model_tagger.h"

#include <utility>

#include "tagger/attribution_model.h"
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
    return attribution_.open(file, lexicon_);
  }

  void begin(const Document& document) override {
    if (entities_) entities_->begin(document);
    attribution_.begin(document);
  }

  void tag(std::uint32_t block, BlockTagging& out) override {
    out.entities.clear();
    if (entities_) entities_->tag(block, out);
    attribution_.tag(block, out.attribution);
  }

 private:
  Lexicon lexicon_;
  AttributionModel attribution_;
  std::unique_ptr<Tagger> entities_;
};

}  // namespace

ModelTagger make_model_tagger(std::span<const std::byte> model, std::unique_ptr<Tagger> entities) {
  auto tagger = std::make_unique<LearnedTagger>();
  const ModelStatus status = tagger->open(model, std::move(entities));
  if (!status.ok()) return {nullptr, status};
  return {std::move(tagger), status};
}

}  // namespace newsgloss

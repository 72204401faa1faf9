#include "tagger/model_tagger.h"

#include <utility>
#include <vector>

#include "tagger/attribution_join.h"
#include "tagger/attribution_model.h"
#include "tagger/entity_model.h"
#include "tagger/lexicon.h"
#include "tagger/rule_attribution.h"
#include "tagger/rule_entities.h"

namespace newsgloss {
namespace {

class LearnedTagger final : public Tagger {
 public:
  explicit LearnedTagger(AttributionsFrom from) : from_(from) {}

  ModelStatus open(std::span<const std::byte> model) {
    ModelFile file;
    if (const ModelStatus status = file.open(model); !status.ok()) return status;
    const auto section = file.section(SectionKind::lexicon);
    if (section.empty()) return {ModelError::missing_section, SectionKind::lexicon};
    if (!lexicon_.open(section)) return {ModelError::invalid_section, SectionKind::lexicon};
    if (const auto learned = file.section(SectionKind::entities); !learned.empty()) {
      if (const ModelStatus status = entity_model_.open(learned, file.section(SectionKind::entity_network), lexicon_);
          !status.ok())
        return status;
      has_entities_ = true;
    }
    return attribution_.open(file, lexicon_);
  }

  void begin(const Document& document) override {
    document_ = &document;
    if (has_entities_)
      entity_model_.begin(document);
    else
      rule_entities_.read(document);
    attribution_.begin(document);
  }

  void tag(std::uint32_t block, BlockTagging& out) override {
    out.entities.clear();
    if (has_entities_)
      entity_model_.tag(block, out.entities);
    else
      rule_entities_.tag(block, out.entities);
    tag_attributions(block, out.attribution);
  }

 private:
  void tag_attributions(std::uint32_t block, std::vector<AttributionSpan>& out) {
    if (from_ == AttributionsFrom::model) {
      attribution_.tag(block, out);
      return;
    }
    ruled_.clear();
    tag_attribution(*document_, block, ruled_);
    learned_.clear();
    // Half of the time is the network's: it rests where nothing it says could count.
    const DocumentBlock& read = document_->blocks[block];
    if (!covers_block(read, ruled_)) attribution_.tag(block, learned_);
    join_attributions(read, ruled_, learned_, out);
  }

  AttributionsFrom from_;
  const Document* document_ = nullptr;
  Lexicon lexicon_;
  AttributionModel attribution_;
  EntityModel entity_model_;
  RuleEntities rule_entities_;
  bool has_entities_ = false;  // the file has a section for them
  std::vector<AttributionSpan> ruled_;
  std::vector<AttributionSpan> learned_;
};

}  // namespace

ModelTagger make_model_tagger(std::span<const std::byte> model, AttributionsFrom from) {
  auto tagger = std::make_unique<LearnedTagger>(from);
  const ModelStatus status = tagger->open(model);
  if (!status.ok()) return {nullptr, status};
  return {std::move(tagger), status};
}

}  // namespace newsgloss

#include "tagger/rule_tagger.h"

#include "tagger/rule_attribution.h"
#include "tagger/rule_entities.h"

namespace newsgloss {
namespace {

class RuleTagger final : public Tagger {
 public:
  void begin(const Document& document) override {
    document_ = &document;
    entities_.read(document);
  }

  void tag(std::uint32_t block, BlockTagging& out) override {
    entities_.tag(block, out.entities);
    out.attribution.clear();
    tag_attribution(*document_, block, out.attribution);
  }

 private:
  const Document* document_ = nullptr;
  RuleEntities entities_;
};

}  // namespace

std::unique_ptr<Tagger> make_rule_tagger() { return std::make_unique<RuleTagger>(); }

}  // namespace newsgloss

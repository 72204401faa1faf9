#include "tagger/rule_tagger.h"

namespace newsgloss {
namespace {
class RuleTagger final : public Tagger {
 public:
  void begin(const Document&) override {}
  void tag(std::uint32_t, BlockTagging& out) override { out = {}; }
};
}  // namespace
std::unique_ptr<Tagger> make_rule_tagger() { return std::make_unique<RuleTagger>(); }
}  // namespace newsgloss

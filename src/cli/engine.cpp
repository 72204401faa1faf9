#include "cli/engine.h"

#include <span>
#include <utility>

#include "cli/input.h"
#include "tagger/model_tagger.h"
#include "tagger/rule_tagger.h"

namespace newsgloss::cli {
namespace {

ModelTagger tagger_of(const std::string& model) {
  return make_model_tagger(std::as_bytes(std::span(model)), make_rule_tagger());
}

}  // namespace

std::string Engine::load(const Options& options) {
  const auto name = options.get("model");
  if (!name) return "";
  Input file{std::string(*name)};
  std::string bytes;
  if (!file.read_all(bytes)) return file.label() + ": " + file.problem().value_or("cannot be read");
  const ModelStatus status = tagger_of(bytes).status;
  if (!status.ok())
    return file.label() + ": " + std::string(describe(status.error)) + " (section " +
           std::string(name_of(status.section)) + ")";
  model_ = std::make_shared<const std::string>(std::move(bytes));
  return "";
}

std::unique_ptr<Tagger> Engine::make_tagger() const { return model_ ? tagger_of(*model_).tagger : make_rule_tagger(); }

}  // namespace newsgloss::cli

#include "cli/engine.h"

#include <cstddef>
#include <span>
#include <utility>

#include "cli/embedded_model.h"
#include "cli/input.h"

namespace newsgloss::cli {
namespace {

std::string problem_of(std::span<const std::byte> model, const std::string& label) {
  const ModelStatus status = make_model_tagger(model, AttributionsFrom::model).status;
  return status.ok() ? "" : label + ": " + describe(status);
}

}  // namespace

std::string Engine::load(const Options& options) {
  const auto name = options.get("model");
  if (!name) return problem_of(embedded_model(), "the built-in model");
  Input file{std::string(*name)};
  std::string bytes;
  if (!file.read_all(bytes)) return file.label() + ": " + file.problem().value_or("cannot be read");
  std::string problem = problem_of(std::as_bytes(std::span(bytes)), file.label());
  if (problem.empty()) file_ = std::make_shared<const std::string>(std::move(bytes));
  return problem;
}

std::unique_ptr<Tagger> Engine::make_tagger(AttributionsFrom from) const {
  return make_model_tagger(file_ ? std::as_bytes(std::span(*file_)) : embedded_model(), from).tagger;
}

}  // namespace newsgloss::cli

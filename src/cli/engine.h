// The engine that a command runs: the built-in model, or with --model a file's.
#pragma once

#include <memory>
#include <string>

#include "cli/options.h"
#include "tagger/model_tagger.h"
#include "tagger/tagger.h"

namespace newsgloss::cli {

/// Makes taggers, one a thread; they share the model's bytes. Copies are cheap.
class Engine {
 public:
  /// Reads the file that --model names, or takes the built-in model, and checks it. Returns what is wrong, or "".
  [[nodiscard]] std::string load(const Options& options);

  /// Valid as long as this Engine or a copy of it lives. Null before `load` has succeeded.
  [[nodiscard]] std::unique_ptr<Tagger> make_tagger(AttributionsFrom from) const;

 private:
  std::shared_ptr<const std::string> file_;  // null: the built-in model
};

}  // namespace newsgloss::cli

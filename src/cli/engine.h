// The engine that a command runs: the built-in rules, or with --model a model file's.
#pragma once

#include <memory>
#include <string>

#include "cli/options.h"
#include "tagger/tagger.h"

namespace newsgloss::cli {

/// Makes taggers, one a thread; they share the model's bytes. Copies are cheap.
class Engine {
 public:
  /// Reads and checks the file that --model names, where it is given. Returns what is wrong with it, or "".
  [[nodiscard]] std::string load(const Options& options);

  /// Valid as long as this Engine or a copy of it lives.
  [[nodiscard]] std::unique_ptr<Tagger> make_tagger() const;

 private:
  std::shared_ptr<const std::string> model_;  // null: the built-in rules
};

}  // namespace newsgloss::cli

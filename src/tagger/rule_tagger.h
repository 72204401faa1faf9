// The first engine: a tagger made of lexica, word shape and voting over the document.
#pragma once

#include <memory>

#include "tagger/tagger.h"

namespace newsgloss {

[[nodiscard]] std::unique_ptr<Tagger> make_rule_tagger();

}  // namespace newsgloss

// The tagger that articles are annotated with: the released model and the rules, joined.
#pragma once

#include <memory>

#include "tagger/model_builder.h"
#include "tagger/model_tagger.h"

namespace newsgloss::test {

inline std::unique_ptr<Tagger> released_tagger(AttributionsFrom from = AttributionsFrom::rules_and_model) {
  return make_model_tagger(released_model(), from).tagger;
}

}  // namespace newsgloss::test

// JSON (schema newsgloss/1, input) → Article. Native only: JavaScript hands articles over without JSON.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "article/article.h"

namespace newsgloss {

/// What is wrong with a JSON article, in words for its author: "blocks[3].kind: unknown kind \"paragraf\"",
/// "line 1, column 18: expected ',' or '}'".
struct JsonProblem {
  std::string message;
};

/// Errors are values: malformed JSON, a wrong type, an unknown kind, a malformed date. Unknown members are ignored.
/// `published` may be null, missing, a date, or a date with a time. Text that is no valid UTF-8 is repaired; line
/// breaks inside a block's text are kept as they are.
[[nodiscard]] std::variant<Article, JsonProblem> parse_article_json(std::string_view json);

}  // namespace newsgloss

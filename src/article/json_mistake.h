// Where a text stops being JSON (RFC 8259), and what should have stood there, in words for its author.
//
//   {"blocks": [}        at 12   expected a value or ']', found '}'
//
// Words and places are ours, not a library's: the npm command says the same of the same text (web/cli/json-mistake.js).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace newsgloss {

struct JsonMistake {
  std::size_t at = 0;  // the byte from which on nothing could make it JSON any more; the text's size: it ends too early
  std::string message;
};

/// Nothing where `text` (valid UTF-8, no byte-order mark) is JSON. Linear; memory: a byte a level of nesting.
[[nodiscard]] std::optional<JsonMistake> find_json_mistake(std::string_view text);

}  // namespace newsgloss

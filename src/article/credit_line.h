// Credit lines: who made a picture, alone in a block or at the end of a caption.
//
//   Photo: Jane Doe/Reuters     (AP Photo/Jane Doe)     LIU XIN/CHINA NEWS SERVICE     J. Doe via Getty Images
//   Photograph by Jane Doe      [Photo/Xinhua]          Courtesy of the museum         Handout     AFP
//
// Says that a credit is there and where; photographer and agency are told apart with the captions.
#pragma once

#include <optional>
#include <string_view>

#include "text/span.h"

namespace newsgloss {

/// Is the whole of `text` a credit? False for anything longer than a line.
[[nodiscard]] bool is_credit_line(std::string_view text);

struct EndCredit {
  Span span;
  bool certain = false;  // a label, a slash or "via"; a bare agency or a bracketed name may be a reporter's
};

/// The credit that ends `text`, with its brackets or label, when something stands before it. Constant time: only
/// the last 160 bytes are looked at.
[[nodiscard]] std::optional<EndCredit> credit_at_end(std::string_view text);

}  // namespace newsgloss

// Which language an article is in, by its function words; or nothing, where that cannot be told.
//
// A language is named when enough of the article's words are function words of that language alone, and clearly more
// than of any other (Ingle's short-word method, see Grefenstette 1995, "Comparing two language identification
// schemes"). The engine reads English; the other languages are there so that an article in them is not called
// English. Texts under 20 words, mixed texts and languages that are not listed give nothing. Linear.
#pragma once

#include <optional>
#include <string_view>

#include "article/document.h"

namespace newsgloss {

/// "en", "fr", … (ISO 639-1), from the first 2,000 words of the document; nothing when unsure.
[[nodiscard]] std::optional<std::string_view> detect_language(const Document& document);

}  // namespace newsgloss

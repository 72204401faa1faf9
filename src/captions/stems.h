// Content words and their stems, for comparing captions with paragraphs.
#pragma once

#include <string>
#include <string_view>

namespace newsgloss {

/// The stem of a content word into `stem`: small letters, plural, -ing, -ed, -ly, a final e, -ion
/// and -at(e) taken off. False for
/// function words and words of one or two letters. A light stemmer (cf. Krovetz 1993; Harman 1991, "S-stemmer"):
/// it need only treat the forms of one word alike.
[[nodiscard]] bool content_stem(std::string_view word, std::string& stem);

}  // namespace newsgloss

#include "article/language.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "text/characters.h"

namespace newsgloss {
namespace {

// Frequent function words, lower case, chosen so that few are shared between these languages; a shared word counts
// for each. Written down from common knowledge of the languages, no source list.
struct Language {
  std::string_view code;
  std::array<std::string_view, 16> words;
};
constexpr Language languages[] = {
    {"en",
     {"the", "of", "and", "to", "that", "is", "was", "for", "with", "by", "from", "has", "which", "have", "this",
      "are"}},
    {"fr",
     {"le", "les", "des", "et", "du", "une", "dans", "est", "pour", "qui", "au", "sur", "avec", "pas", "cette", "ont"}},
    {"es",
     {"el", "los", "las", "y", "del", "una", "en", "por", "con", "para", "su", "fue", "como", "m\xC3\xA1s", "pero",
      "al"}},
    {"pt",
     {"os", "da", "do", "uma", "em", "com", "para", "n\xC3\xA3o", "mais", "foi", "pela", "pelo", "s\xC3\xA3o", "dos",
      "ao", "na"}},
    {"it",
     {"il", "di", "che", "della", "sono", "gli", "nel", "con", "una", "per", "anche", "delle", "dei", "pi\xC3\xB9",
      "alla", "dal"}},
    {"de",
     {"der", "die", "und", "das", "den", "nicht", "mit", "ist", "von", "dem", "auf", "eine", "auch", "sich",
      "f\xC3\xBCr", "wurde"}},
    {"nl",
     {"het", "een", "van", "en", "niet", "zijn", "voor", "met", "dat", "aan", "ook", "wordt", "bij", "naar", "maar",
      "deze"}},
    {"sv",
     {"och", "att", "det", "som", "p\xC3\xA5", "\xC3\xA4r", "av", "f\xC3\xB6r", "inte", "till", "ett", "den", "har",
      "med", "fr\xC3\xA5n", "var"}},
    {"id",
     {"yang", "dan", "di", "dengan", "untuk", "dari", "ini", "dalam", "tidak", "akan", "pada", "itu", "oleh", "telah",
      "juga", "mereka"}},
    {"sw",
     {"ya", "na", "wa", "kwa", "katika", "ni", "la", "za", "cha", "kuwa", "hiyo", "huo", "baada", "alisema", "pia",
      "wake"}},
    {"tr",
     {"ve", "bir", "bu", "i\xC3\xA7in", "ile", "olarak", "da", "de", "olan", "daha", "ancak", "gibi", "sonra", "kadar",
      "taraf\xC4\xB1ndan", "oldu"}},
};
constexpr std::size_t language_count = std::size(languages);

constexpr std::size_t longest_function_word = 12;  // bytes
constexpr std::size_t enough_words = 2000;
constexpr std::size_t least_words = 20;

}  // namespace

std::optional<std::string_view> detect_language(const Document& document) {
  std::size_t words = 0;
  std::array<std::size_t, language_count> hits{};
  for (const DocumentBlock& block : document.blocks) {
    for (const Token& token : block.tokens) {
      if (token.kind != TokenKind::word) continue;
      if (++words > enough_words) break;
      if (token.span.size() > longest_function_word) continue;
      const std::string word = fold_case(slice(block.text, token.span));
      for (std::size_t i = 0; i < language_count; ++i)
        hits[i] += static_cast<std::size_t>(std::count(languages[i].words.begin(), languages[i].words.end(), word));
    }
    if (words > enough_words) break;
  }
  if (words < least_words) return std::nullopt;
  const auto best = static_cast<std::size_t>(std::max_element(hits.begin(), hits.end()) - hits.begin());
  std::size_t second = 0;
  for (std::size_t i = 0; i < language_count; ++i)
    if (i != best) second = std::max(second, hits[i]);
  // Running text has a fifth to a third of these words; a tenth allows for lists of names.
  if (hits[best] * 10 < words || hits[best] < 2 * second) return std::nullopt;
  return languages[best].code;
}

}  // namespace newsgloss

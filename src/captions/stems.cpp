#include "captions/stems.h"

#include <algorithm>
#include <iterator>

#include "text/characters.h"

namespace newsgloss {
namespace {

// English function words, and words that any two captions have. Sorted.
constexpr std::string_view stop_words[] = {
    "about",    "after", "again", "all",    "also",  "and",   "any",   "are",   "been",   "before", "being",
    "both",     "but",   "can",   "center", "could", "day",   "days",  "did",   "does",   "during", "each",
    "file",     "for",   "from",  "had",    "has",   "have",  "her",   "here",  "him",    "his",    "how",
    "image",    "into",  "its",   "just",   "left",  "like",  "may",   "month", "months", "more",   "most",
    "not",      "now",   "off",   "one",    "only",  "other", "our",   "out",   "over",   "photo",  "picture",
    "pictured", "right", "said",  "says",   "seen",  "she",   "shown", "shows", "since",  "some",   "such",
    "than",     "that",  "the",   "their",  "them",  "then",  "there", "these", "they",   "this",   "those",
    "through",  "time",  "under", "until",  "very",  "was",   "week",  "weeks", "were",   "what",   "when",
    "where",    "which", "while", "who",    "will",  "with",  "would", "year",  "years",  "you",    "your"};
static_assert(std::is_sorted(std::begin(stop_words), std::end(stop_words)));

bool cut(std::string& word, std::string_view suffix, std::size_t least) {
  if (word.size() < suffix.size() + least || !word.ends_with(suffix)) return false;
  word.resize(word.size() - suffix.size());
  return true;
}

}  // namespace

bool content_stem(std::string_view word, std::string& stem) {
  stem.clear();
  if (word.size() > 64) return false;
  append_folded(stem, word);
  if (stem.size() < 3 || std::binary_search(std::begin(stop_words), std::end(stop_words), std::string_view(stem)))
    return false;
  cut(stem, "'s", 2);
  if (cut(stem, "ies", 2)) {
    stem += 'y';
  } else if (!stem.ends_with("ss") && !stem.ends_with("us") && !stem.ends_with("is")) {
    cut(stem, "s", 3);
  }
  const bool ing = cut(stem, "ing", 3);
  const bool ed = !ing && cut(stem, "ed", 3);
  cut(stem, "ly", 4);
  if ((ing || ed) && stem.size() > 3 && stem[stem.size() - 1] == stem[stem.size() - 2] && stem.back() != 'l' &&
      stem.back() != 's')
    stem.pop_back();
  if (stem.size() > 3 && stem.back() == 'e') stem.pop_back();
  // resignation, resign; celebration, celebrate; election, elected
  cut(stem, "ion", 5);
  cut(stem, "at", 4);
  return true;
}

}  // namespace newsgloss

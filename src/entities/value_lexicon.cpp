#include "entities/value_lexicon.h"

#include <algorithm>
#include <array>

#include "entities/value_words_table.h"

namespace newsgloss {
namespace {

constexpr std::size_t lexicon_size = std::size(value_words::calendar) + std::size(value_words::numbers) +
                                     std::size(value_words::clock_words) + std::size(value_words::tenses) +
                                     std::size(value_words::labels) + std::size(value_words::contexts);

// The tables above as one, by word; within a word in the tables' order (stable: senses are asked for by class).
constexpr auto lexicon = [] {
  std::array<WordSense, lexicon_size> all{};
  std::size_t n = 0;
  auto append = [&](const auto& table) {
    for (const WordSense& sense : table) all[n++] = sense;
  };
  append(value_words::calendar);
  append(value_words::numbers);
  append(value_words::clock_words);
  append(value_words::tenses);
  append(value_words::labels);
  append(value_words::contexts);
  std::sort(all.begin(), all.end(),
            [](const WordSense& a, const WordSense& b) { return a.word != b.word ? a.word < b.word : a.cls < b.cls; });
  return all;
}();

constexpr std::size_t longest_word = [] {
  std::size_t longest = 0;
  for (const WordSense& sense : lexicon) longest = std::max(longest, sense.word.size());
  return longest;
}();

static_assert(lexicon_size < 65536);

}  // namespace

constinit const WordSense* const value_lexicon = lexicon.data();

WordSenses value_senses(std::string_view lower) noexcept {
  if (lower.empty() || lower.size() > longest_word) return {};
  const WordSense* const end = lexicon.data() + lexicon.size();
  const WordSense* first =
      std::lower_bound(lexicon.data(), end, lower, [](const WordSense& s, std::string_view w) { return s.word < w; });
  const WordSense* last = first;
  while (last != end && last->word == lower) ++last;
  return {first, last};
}

}  // namespace newsgloss

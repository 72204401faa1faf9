#include "tagger/lexica/words.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "tagger/lexica/name_words.h"
#include "tagger/lexica/tables.h"

namespace newsgloss {
namespace {

struct Class {
  std::string_view words;
  std::uint32_t flag;
};

constexpr Class classes[] = {
    {lexica::organization_heads, word::organization_head},
    {lexica::organization_openers, word::organization_opener},
    {lexica::facility_heads, word::facility_head},
    {lexica::event_heads, word::event_head},
    {lexica::law_heads, word::law_head},
    {lexica::work_heads, word::work_head},
    {lexica::product_heads, word::product_head},
    {lexica::other_heads, word::other_head},
    {lexica::location_heads, word::location_head},
    {lexica::government_heads, word::government_head},
    {lexica::place_openers, word::place_opener},
    {lexica::of_joiners, word::of_joiner},
    {lexica::place_nouns, word::place_noun},
    {lexica::honorifics, word::honorific},
    {lexica::role_nouns, word::role},
    {lexica::role_modifiers, word::role_modifier},
    {lexica::female_words, word::female},
    {lexica::male_words, word::male},
    {lexica::particles, word::particle},
    {lexica::speech_verbs, word::speech_verb},
    {lexica::months_and_days, word::calendar},
    {lexica::function_words, word::function},
    {lexica::ordinals, word::ordinal},
    {lexica::plain_acronyms, word::plain_acronym},
};

using Entry = std::pair<std::string_view, std::uint32_t>;

// The readable lists above turned into one sorted list, once; immutable from then on.
std::vector<Entry> merge_classes() {
  std::vector<Entry> entries;
  for (const Class& c : classes)
    for (std::size_t at = 0; at < c.words.size();) {
      const std::size_t end = std::min(c.words.find(' ', at), c.words.size());
      if (end > at) entries.emplace_back(c.words.substr(at, end - at), c.flag);
      at = end + 1;
    }
  std::sort(entries.begin(), entries.end());
  std::vector<Entry> merged;
  for (const Entry& entry : entries) {
    if (!merged.empty() && merged.back().first == entry.first) {
      merged.back().second |= entry.second;
    } else {
      merged.push_back(entry);
    }
  }
  return merged;
}

}  // namespace

std::uint32_t word_flags(std::string_view folded_word) noexcept {
  static const std::vector<Entry> entries = merge_classes();
  if (folded_word.size() > 40) return 0;
  std::uint32_t flags = 0;
  const auto at = std::lower_bound(entries.begin(), entries.end(), folded_word,
                                   [](const Entry& entry, std::string_view key) { return entry.first < key; });
  if (at != entries.end() && at->first == folded_word) flags = at->second;
  if (lexica::common_words.find(folded_word)) flags |= word::common;
  if (lexica::surnames.find(folded_word)) flags |= word::surname;
  if (const auto gender = lexica::given_names.find(folded_word)) {
    flags |= word::given_name;
    if (*gender == "f") flags |= word::given_female;
    if (*gender == "m") flags |= word::given_male;
  }
  return flags;
}

}  // namespace newsgloss

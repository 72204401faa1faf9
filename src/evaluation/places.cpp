#include "evaluation/places.h"

#include <algorithm>

#include "text/characters.h"
#include "text/utf8.h"

namespace newsgloss::evaluation {
namespace {

double ratio(std::uint64_t shared, std::uint64_t longer) noexcept {
  return longer > 0 ? static_cast<double>(shared) / static_cast<double>(longer) : 0.0;
}

bool is_word_character(char32_t c) noexcept {
  const CharacterClass k = class_of(c);
  return is_letter(c) || k == CharacterClass::digit || k == CharacterClass::number || c == U'_';
}

}  // namespace

void Texts::add(std::string_view text) {
  texts_.push_back(text);
  maps_.emplace_back(text, OffsetUnit::utf16);
}

Place Texts::at(std::uint32_t block, Span bytes) const noexcept {
  return {block, maps_[block](bytes.begin), maps_[block](bytes.end)};
}

Place Texts::find(const GoldPlace& place, bool& lost) const {
  const std::string_view text = texts_[place.block];
  std::size_t at = std::string_view::npos;
  for (std::uint32_t i = 0; i < place.occurrence; ++i) {
    at = text.find(place.text, at + 1);  // npos + 1 is 0: after a miss the search starts again
    if (at == std::string_view::npos) lost = true;
  }
  if (at == std::string_view::npos) {
    lost = true;
    at = text.empty() ? 0 : text.size() - decode_before(text, text.size()).bytes;
  }
  const std::uint32_t begin = maps_[place.block](static_cast<std::uint32_t>(at));
  const OffsetMap words(place.text, OffsetUnit::utf16);
  return {place.block, begin, begin + words(static_cast<std::uint32_t>(place.text.size()))};
}

Span Texts::bytes(const Place& place) const {
  const std::string_view text = texts_[place.block];
  Span span{static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(text.size())};
  std::uint32_t units = 0;
  bool begun = false;
  for (std::size_t at = 0; at < text.size();) {
    if (!begun && units >= place.begin) {
      span.begin = static_cast<std::uint32_t>(at);
      begun = true;
    }
    if (units >= place.end) {
      span.end = static_cast<std::uint32_t>(at);
      break;
    }
    const CodePoint c = decode(text, at);
    units += c.value > 0xFFFF ? 2 : 1;
    at += c.bytes;
  }
  return span;
}

Cover::Cover(std::vector<Place> places) {
  std::sort(places.begin(), places.end());
  for (const Place& place : places) {
    if (place.begin >= place.end) continue;
    if (!runs_.empty() && runs_.back().block == place.block && place.begin <= runs_.back().end)
      runs_.back().end = std::max(runs_.back().end, place.end);
    else
      runs_.push_back(place);
  }
  for (const Place& run : runs_) size_ += run.end - run.begin;
}

double overlap(const Cover& a, const Cover& b) noexcept {
  std::uint64_t shared = 0;
  for (auto x = a.runs().begin(), y = b.runs().begin(); x != a.runs().end() && y != b.runs().end();) {
    if (x->touches(*y)) shared += std::min(x->end, y->end) - std::max(x->begin, y->begin);
    const bool x_ends_first = x->block != y->block ? x->block < y->block : x->end < y->end;
    x_ends_first ? ++x : ++y;
  }
  return ratio(shared, std::max(a.size(), b.size()));
}

std::vector<std::string> word_set(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    at += c.bytes;
    const bool was_inside = inside;
    inside = is_word_character(c.value);
    if (!inside) continue;
    if (!was_inside) words.emplace_back();
    append_utf8(words.back(), to_lower(c.value));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

double overlap(const std::vector<std::string>& a, const std::vector<std::string>& b) noexcept {
  std::uint64_t shared = 0;
  for (const std::string& word : a)
    if (std::binary_search(b.begin(), b.end(), word)) ++shared;
  return ratio(shared, std::max(a.size(), b.size()));
}

std::string lower_case(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    append_utf8(out, to_lower(c.value));
    at += c.bytes;
  }
  return out;
}

}  // namespace newsgloss::evaluation

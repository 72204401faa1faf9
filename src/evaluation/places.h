// Places: where gold and found spans lie, in UTF-16 code units of a block as in the schema, and how much they share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "evaluation/gold.h"
#include "text/offsets.h"
#include "text/span.h"

namespace newsgloss::evaluation {

struct Place {
  std::uint32_t block = 0;
  std::uint32_t begin = 0;  // UTF-16 code units
  std::uint32_t end = 0;    // exclusive

  [[nodiscard]] bool touches(const Place& other) const noexcept {
    return block == other.block && begin < other.end && other.begin < end;
  }
  friend bool operator==(const Place&, const Place&) = default;
  friend bool operator<(const Place& a, const Place& b) noexcept {
    return std::tie(a.block, a.begin, a.end) < std::tie(b.block, b.begin, b.end);
  }
};

/// The texts of an article's blocks with their offset maps; finds what a gold file points at.
class Texts {
 public:
  /// `text` must outlive this.
  void add(std::string_view text);

  [[nodiscard]] std::size_t size() const noexcept { return texts_.size(); }
  [[nodiscard]] std::string_view operator[](std::uint32_t block) const noexcept { return texts_[block]; }

  [[nodiscard]] Place at(std::uint32_t block, Span bytes) const noexcept;

  /// The gold's words in their block. Words that are not there are taken to begin at the block's last character, so
  /// that they match nothing; `lost` is set then, and otherwise left as it is.
  [[nodiscard]] Place find(const GoldPlace& place, bool& lost) const;

  /// The bytes of a place, cut to whole characters within the block.
  [[nodiscard]] Span bytes(const Place& place) const;
  [[nodiscard]] std::string_view words(const Place& place) const { return slice(texts_[place.block], bytes(place)); }

 private:
  std::vector<std::string_view> texts_;
  std::vector<OffsetMap> maps_;
};

/// A set of characters, as disjoint runs by place.
class Cover {
 public:
  /// Runs may overlap, and be empty.
  explicit Cover(std::vector<Place> places);
  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
  [[nodiscard]] const std::vector<Place>& runs() const noexcept { return runs_; }

 private:
  std::vector<Place> runs_;
  std::uint64_t size_ = 0;
};

/// The characters in both over those of the longer one: 0 (apart) to 1 (the same). Linear in the runs.
[[nodiscard]] double overlap(const Cover& a, const Cover& b) noexcept;

/// The distinct words of `text` in small letters, sorted: runs of letters, digits and "_".
[[nodiscard]] std::vector<std::string> word_set(std::string_view text);

/// Words in both over those of the larger set.
[[nodiscard]] double overlap(const std::vector<std::string>& a, const std::vector<std::string>& b) noexcept;

/// `text` in small letters, nothing else changed.
[[nodiscard]] std::string lower_case(std::string_view text);

}  // namespace newsgloss::evaluation

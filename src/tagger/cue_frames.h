// What follows a cue verb and is its content: a clause, an object, a quotation, after the frames of cue_verbs_table.h.
//
//   said | on Monday in a statement | that the dam was safe    circumstances are passed over
//   told | reporters in Lima | the vote was fair               so is whoever is told
//   urged | farmers to sell                                    an object with what belongs to it
//
// Looks a bounded number of tokens ahead; nothing is kept but the reader, which must outlive it.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "tagger/clause_reader.h"

namespace newsgloss {

/// What follows a cue and is its content.
struct FollowingContent {
  TokenRange cue;
  std::uint32_t content = 0;  // first token
  enum Frame : unsigned char { clause, object, quotation } frame = clause;
  bool strong = false;  // "that", a quotation, a colon: reports whatever else is there
};

class CueFrames {
 public:
  explicit CueFrames(const ClauseReader& reader) : reader_(reader) {}

  /// Does a quotation begin at token `i`?
  [[nodiscard]] bool at_quotation(std::uint32_t i) const;
  /// Skips "on Monday", "in a statement", "at a news conference in Paris, France": what may stand between a verb and
  /// its clause. Returns where it ends, `from` when nothing is there.
  [[nodiscard]] std::uint32_t skip_time(std::uint32_t from, std::uint32_t to) const;
  /// The content of the cue verb at `i`, as far as the verb's frames let it follow; nothing where none does.
  [[nodiscard]] std::optional<FollowingContent> content_behind(std::uint32_t i, TokenRange unit) const;
  /// Is there a finite auxiliary within 40 tokens of `from`: is this a clause?
  [[nodiscard]] bool has_auxiliary(std::uint32_t from, std::uint32_t to) const;

 private:
  /// "Key stats: ...", "adding notes: ...": a noun in -s before a colon with no quotation behind it is a heading,
  /// unless somebody who can speak stands before it ("The minister notes: ...", "he adds: ...").
  [[nodiscard]] bool is_heading(std::uint32_t i, std::uint32_t colon) const;
  /// "over the past decade, the college has ...": an opening phrase with its comma close behind, and a clause.
  [[nodiscard]] bool opens_with_phrase_and_comma(std::uint32_t k, std::uint32_t end) const;
  /// The person told: "reporters", "China Daily", "him", "a group of students".
  [[nodiscard]] std::uint32_t person_end(std::uint32_t from, std::uint32_t end) const;

  const ClauseReader& reader_;
};

}  // namespace newsgloss

// Where a report begins and ends: is this form of a cue verb one that reports, and up to where does what it reports go?
//
// Content ends where another report begins ("..., adding that"), where the reporter speaks again ("..., a charge the
// Treasury denied"), or with its sentence. Looks a bounded number of tokens ahead, but for `content_end`, which is
// linear in the sentence.
#pragma once

#include "tagger/cue_frames.h"

namespace newsgloss {

class CueClauses {
 public:
  /// `headline`: verbs may open their sentence.
  CueClauses(const ClauseReader& reader, const CueFrames& frames, bool headline)
      : reader_(reader), frames_(frames), headline_(headline) {}

  /// Is the token at `i` a finite form, with a subject, of a verb that reports? `unit` is its joined sentence.
  [[nodiscard]] bool is_finite_verb(std::uint32_t i, TokenRange unit) const;
  /// "adding", "while voicing": a participle that may report.
  [[nodiscard]] bool is_participle(std::uint32_t i, TokenRange unit) const;
  /// ... and is there something behind it that it reports?
  [[nodiscard]] bool participle_reports(std::uint32_t i, TokenRange unit) const;
  /// "according to", "as per", but not "according to plan".
  [[nodiscard]] bool is_according(std::uint32_t i, TokenRange unit) const;
  /// The end of the content `right`, whose cue has the form `form`.
  [[nodiscard]] std::uint32_t content_end(const FollowingContent& right, TokenRange unit, VerbForm form) const;
  /// Without the circumstances of the report at its end: "denied wrongdoing | in a statement on Wednesday".
  [[nodiscard]] std::uint32_t without_circumstances(std::uint32_t first, std::uint32_t last) const;
  /// "..., it said." at the very end: an outer report of the whole sentence.
  [[nodiscard]] bool closes_with_report(std::uint32_t from, TokenRange unit) const;

 private:
  /// "..., a charge the Treasury denied": what follows speaks about the report.
  [[nodiscard]] bool judges_content(std::uint32_t i, TokenRange unit) const;
  /// ... but that "the stones would cry out," said the bishop: a quotation that another verb reports.
  [[nodiscard]] bool has_own_cue(TokenRange quotation, TokenRange unit) const;
  /// Back over the words that open a clause: ", but that |".
  [[nodiscard]] std::uint32_t before_clause(std::uint32_t i, std::uint32_t first) const;
  /// ", while two relatives of the dead said ...", ", but the union called for ...": a clause with a subject and a
  /// reporting verb of its own.
  [[nodiscard]] bool opens_other_report(std::uint32_t from, TokenRange unit) const;

  const ClauseReader& reader_;
  const CueFrames& frames_;
  bool headline_;
};

}  // namespace newsgloss

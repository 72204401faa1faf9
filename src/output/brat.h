// Annotations → brat standoff (brat.nlplab.org/standoff.html): an .ann file beside a .txt file.
//
//   T1	PERSON 0 10	Ana Otieno
//   T2	Content 16 35	talks would go on
//   R1	Speaker Arg1:T2 Arg2:T1
//   A1	Kind T2 indirect
//   *	Coref T1 T5
//
// Text-bound annotations: entity mentions and values under their types, and Source, Cue, Content; a split content has
// fragments (16 20;25 35). Relations from a content: Source, Cue, Speaker (to the speaker's first mention). Attributes:
// Kind of contents, Form of mentions that are no names, Gender. Notes: roles, values, credits. Normalisations:
// Wikidata. Offsets are code points of `to_brat_text`, in which every block is a line. `brat_configuration` names every
// type that may come, as brat wants it in the annotation.conf of a folder.
#pragma once

#include <string>

#include "annotate/annotations.h"

namespace newsgloss {

/// The .txt file: the blocks, one a line.
[[nodiscard]] std::string to_brat_text(const Annotations& annotations);

/// The .ann file. Linear in the annotations and their text.
[[nodiscard]] std::string to_brat(const Annotations& annotations);

/// The annotation.conf file.
[[nodiscard]] std::string brat_configuration();

}  // namespace newsgloss

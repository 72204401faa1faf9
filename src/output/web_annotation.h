// Annotations → W3C Web Annotation (REC-annotation-model-20170223) as JSON-LD: an AnnotationCollection with one page.
//
// Targets have two selectors that mean the same words: a TextQuoteSelector (exact, prefix, suffix) and a
// TextPositionSelector, which counts code points in the article's blocks joined by line breaks (joined_text.h).
//
//   motivation    target                    bodies
//   identifying   an entity's mention       its type (tagging), its name, its Wikidata item (identifying; of a
//                                           demonym its country's, linking)
//   tagging       a date, an amount         its type (tagging), its value (describing)
//   describing    what was said             its kind (tagging), its speakers (identifying), source and cue (describing)
//   describing    a picture's credit        photographer, agency (describing)
//   linking       a caption                 the paragraph it belongs to
//
// The bodies of one entity have one IRI, "SOURCE#entity-3", wherever it is meant.
#pragma once

#include <string>

#include "annotate/annotations.h"
#include "output/json.h"

namespace newsgloss {

/// The source is the article's URL, or "urn:newsgloss:ID" where it has none. One object, no line break at its end.
[[nodiscard]] std::string to_web_annotation(const Annotations& annotations, JsonStyle style = JsonStyle::compact);

/// The IRI that stands for the article: its URL, or a URN of its id.
[[nodiscard]] std::string article_iri(const Article& article);

}  // namespace newsgloss

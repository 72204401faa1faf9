/**
 * What belongs together in an article.
 *
 * @typedef {import("../schema.js").Annotations} Annotations
 * @typedef {import("../schema.js").BlockSpan} BlockSpan
 * @typedef {import("../highlight/marks.js").Mark} Mark
 * @typedef {import("../highlight/marks.js").Subject} Subject
 */

/** What a mark is a part of, where it can have several. @param {Subject} subject */
export function wholeOf(subject) {
  return subject.kind === "quote" ? subject.quote : subject.kind === "caption" ? subject.caption : null;
}

/**
 * What belongs to a mark elsewhere: an entity's other mentions, a quote's speaker and verb, whom a picture shows and the
 * paragraph that it goes with.
 *
 * @param {Subject} subject
 * @param {Annotations} annotations
 * @returns {readonly BlockSpan[]}
 */
export function relatedTo(subject, annotations) {
  if (subject.kind === "entity") return subject.entity.mentions;
  if (subject.kind === "quote") return [subject.quote.source, subject.quote.cue].filter((span) => span !== null);
  if (subject.kind !== "caption") return [];
  const { entities, paragraphs } = subject.caption;
  const people = annotations.entities.filter(({ id, type }) => type === "PERSON" && entities.includes(id));
  const text = paragraphs.slice(0, 1).map(({ block }) => ({ block, start: 0, end: annotations.blocks[block].text.length }));
  return [...people.flatMap(({ mentions }) => mentions), ...text];
}

/** The quote that a mark of another kind stands in. @param {Mark} mark @param {Annotations} annotations */
export function quoteAround(mark, annotations) {
  if (mark.subject.kind === "quote") return null;
  const inside = (/** @type {BlockSpan} */ span) => span.block === mark.block && span.start <= mark.start && mark.end <= span.end;
  return annotations.quotes.find((quote) => quote.content.some(inside)) ?? null;
}

/**
 * What the card, the panel and the copied quote say alike: a quote's words, why it is its speaker's, whether that is sure.
 *
 * @typedef {import("../schema.js").Annotations} Annotations
 * @typedef {import("../schema.js").Quote} Quote
 * @typedef {import("./messages.js").Messages} Messages
 */

/** Below this a speaker is shown as uncertain. */
const UNCERTAIN = 0.6;
/** Longer than this, a source is cut: its beginning is what names the speaker. */
const LONG_SOURCE = 60;

/** @param {Annotations} annotations @param {import("../schema.js").BlockSpan} span */
export function textOf({ blocks }, { block, start, end }) {
  return blocks[block].text.slice(start, end);
}

/** @param {Annotations} annotations @param {Quote} quote */
export function quoteText(annotations, quote) {
  return quote.content.map((span) => textOf(annotations, span)).join(" \u2026 ");
}

/** The entities of some ids; one that is not there is left out. @param {Annotations} annotations @param {readonly number[]} ids */
export function entitiesOf({ entities }, ids) {
  return ids.map((id) => entities.find((entity) => entity.id === id)).filter((entity) => entity !== undefined);
}

/** Whether its speaker was found with little confidence. @param {Quote} quote */
export function isUncertain(quote) {
  return quote.speakers.length > 0 && quote.score < UNCERTAIN;
}

/**
 * Why the article means this speaker.
 *
 * @param {Messages} messages
 * @param {Quote} quote
 * @param {string | undefined} name  of the speaker, where one is known
 * @param {string | null} source  as it stands in the article
 */
export function basisInWords(messages, quote, name, source) {
  const cut = source && shortened(source);
  if (!name) return cut ? messages.text("attributedTo", { source: cut }) : "";
  if (quote.basis === "implicit" || !cut) return messages.text("basis.implicit");
  return messages.text(`basis.${quote.basis}`, { source: cut, name });
}

/** Between words. @param {string} text */
function shortened(text) {
  if (text.length <= LONG_SOURCE) return text;
  return `${text.slice(0, LONG_SOURCE).replace(/[\s,;]+\S*$/, "")} \u2026`;
}

/**
 * Who said what, as the exports for readers tell it: voices with their statements, in words on one line.
 *
 * @typedef {import("../schema.js").Annotations} Annotations
 * @typedef {import("../schema.js").Quote} Quote
 * @typedef {import("../ui/messages.js").Messages} Messages
 * @typedef {{ title: string, url: string }} PageFacts
 *
 * @typedef {object} Statement
 * @property {string} words
 * @property {string} note  its kind, what the article calls the speaker, whether that is sure; may be empty
 * @property {Quote} quote
 *
 * @typedef {object} Speaking
 * @property {string} name  of the voice; several speakers with commas between
 * @property {boolean} named
 * @property {string} role  verbatim; may be empty
 * @property {Statement[]} statements  in order
 */

import { voicesOf } from "../ui/voices.js";
import { isUncertain, quoteText, textOf } from "../ui/wording.js";

/** C0, DEL and C1, line and paragraph separators: white space, or nothing that a reader should be sent. */
const BLANK = /[\s\p{Cc}\u2028\u2029]+/gu;
/** Marks that would turn the direction of what comes after them (Unicode Bidirectional Algorithm: embeddings, overrides, isolates). */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/** On one line, and unable to change what stands after it. @param {string} text */
export function oneLine(text) {
  return text.replace(TURNING, "").replace(BLANK, " ").trim();
}

/** @param {Annotations} annotations @param {PageFacts} page */
export function headlineOf({ article, blocks }, page) {
  return oneLine((article.headline !== null && blocks[article.headline]?.text) || page.title);
}

/** A page's address, where it is one that can be followed; without its fragment. @param {PageFacts} page */
export function addressOf({ url }) {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return "";
  const address = new URL(url);
  address.hash = "";
  return address.href;
}

/**
 * In the order in which they are first heard; what nobody is named for comes last.
 *
 * @param {Annotations} annotations
 * @param {Messages} messages
 * @returns {Speaking[]}
 */
export function statementsOf(annotations, messages) {
  return voicesOf(annotations).map(({ speakers, quotes }) => ({
    name: oneLine(speakers.map(({ name }) => name).join(", ")) || messages.text("unknownSpeaker"),
    named: speakers.length > 0,
    role: oneLine((speakers.length === 1 && speakers[0].role) || ""),
    statements: quotes.map((quote) => ({ words: oneLine(quoteText(annotations, quote)), note: noteOf(annotations, quote, messages), quote })),
  }));
}

/** A quote in its own marks needs no telling. @param {Annotations} annotations @param {Quote} quote @param {Messages} messages */
function noteOf(annotations, quote, messages) {
  const notes = [];
  if (quote.kind !== "direct") notes.push(messages.one("quote", quote.kind).toLocaleLowerCase(messages.lang));
  if (quote.source && quote.speakers.length === 0) notes.push(messages.text("attributedTo", { source: oneLine(textOf(annotations, quote.source)) }));
  if (isUncertain(quote)) notes.push(messages.text("uncertain").toLocaleLowerCase(messages.lang));
  return notes.join("; ");
}

/**
 * Voices: who gets to speak in an article, and how much. A voice is a speaker, or several who speak together; what nobody is
 * named for is the voice without speakers, and comes last.
 *
 * @typedef {import("../schema.js").Annotations} Annotations
 * @typedef {import("../schema.js").Entity} Entity
 * @typedef {import("../schema.js").Quote} Quote
 * @typedef {object} Voice
 * @property {Entity[]} speakers
 * @property {Quote[]} quotes  in order
 * @property {number} words  in all of its quotes
 * @property {number} literal  of these, in direct and partly direct ones
 */

import { entitiesOf, quoteText } from "./wording.js";

/** In the order in which they are first heard. @param {Annotations} annotations @returns {Voice[]} */
export function voicesOf(annotations) {
  /** @type {Map<string, Voice>} */
  const voices = new Map();
  for (const quote of annotations.quotes) {
    const speakers = entitiesOf(annotations, quote.speakers);
    const key = speakers.map(({ id }) => id).join();
    const voice = voices.get(key) ?? { speakers, quotes: [], words: 0, literal: 0 };
    const words = wordsIn(quoteText(annotations, quote));
    voice.quotes.push(quote);
    voice.words += words;
    if (quote.kind !== "indirect") voice.literal += words;
    voices.set(key, voice);
  }
  const unnamed = voices.get("");
  voices.delete("");
  return [...voices.values(), ...(unnamed ? [unnamed] : [])];
}

/**
 * The most heard ones, the rest as one; the unnamed last.
 *
 * @param {readonly Voice[]} voices
 * @param {number} most  how many are told apart
 * @returns {{ shown: Voice[], rest: Voice[], unnamed: Voice | null }}
 */
export function loudest(voices, most) {
  const named = voices.filter(({ speakers }) => speakers.length > 0).sort((a, b) => b.words - a.words);
  // One alone needs no name for the rest.
  const shown = named.slice(0, named.length === most + 1 ? most + 1 : most);
  return { shown, rest: named.slice(shown.length), unnamed: voices.find(({ speakers }) => speakers.length === 0) ?? null };
}

/** @param {string} text */
function wordsIn(text) {
  return text.match(/[\p{L}\p{N}]+(?:['\u2019.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

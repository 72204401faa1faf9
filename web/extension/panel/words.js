/**
 * What the side panel says besides the panel's own words (../../ui/messages), in the same languages; a key that a language lacks is
 * said in English.
 *
 * @typedef {Record<keyof typeof en, string>} Words
 * @typedef {keyof Words extends `side.${infer Name}` ? Name : never} WordName
 */

import { Messages } from "../../ui/messages.js";
import ar from "./words/ar.js";
import en from "./words/en.js";
import es from "./words/es.js";

/** @type {Record<string, Partial<Words>>} */
export const CATALOGUES = { en, es, ar };

/**
 * @param {string} lang  that the panel's own words are in
 * @returns {(name: WordName, values?: Record<string, string>) => string}
 */
export function wordsIn(lang) {
  const words = new Messages(lang, /** @type {never} */ ({ ...en, ...CATALOGUES[lang.toLowerCase().split("-")[0]] }));
  return (name, values) => words.text(/** @type {never} */ (`side.${name}`), values);
}

/**
 * What the extension says besides the interface's own words (../ui/messages), in the same languages: a file a language in words/, with
 * an export a part. A script that imports a part holds that part only.
 *
 *     const words = wordsIn(OPTIONS, messages.lang);
 *     words("removeSite", { host });
 *
 * @typedef {typeof import("./words/en.js")} English
 * @typedef {keyof English} PartName
 */

/** What a language says of a part: all that English does. @template {PartName} Name @typedef {Record<keyof English[Name], string>} Part */

/** @template {PartName} Name @typedef {{ en: Part<Name> } & Record<string, Part<Name>>} Catalogues */
/** @template {PartName} Name @typedef {(key: keyof English[Name] & string, values?: Record<string, string | number>) => string} Words */

import { Messages } from "../ui/messages.js";
import * as ar from "./words/ar.js";
import * as en from "./words/en.js";
import * as es from "./words/es.js";

/** What the manifest shows follows the browser's language, not the reader's setting: build.mjs makes `_locales` of it. */
export const MANIFEST = { en: en.manifest, es: es.manifest, ar: ar.manifest };
export const NOTICES = { en: en.notices, es: es.notices, ar: ar.notices };
export const PANEL = { en: en.panel, es: es.panel, ar: ar.panel };
export const OPTIONS = { en: en.options, es: es.options, ar: ar.options };
export const WELCOME = { en: en.welcome, es: es.welcome, ar: ar.welcome };
export const PRIVACY = { en: en.privacy, es: es.privacy, ar: ar.privacy };

/**
 * @template {PartName} Name
 * @param {Catalogues<Name>} catalogues
 * @param {string} lang  of the interface's messages; one that there is no catalogue of is English
 * @returns {Words<Name>}
 */
export function wordsIn(catalogues, lang) {
  const catalogue = catalogues[lang.toLowerCase().split("-")[0]] ?? catalogues.en;
  const messages = new Messages(lang, /** @type {never} */ (catalogue));
  return (key, values) => messages.text(/** @type {never} */ (key), values);
}

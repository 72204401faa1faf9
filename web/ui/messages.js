/**
 * Messages: what the interface says, in one language.
 *
 *     const messages = await messagesIn("ar");
 *     messages.text("mentions", { count: 3 });      // the plural form that the language has for 3
 *     messages.date("2025-11-06");
 *
 * English is part of the package; another catalogue is a file of its own, fetched when it is asked for. Numbers, dates and
 * lists are the browser's (`Intl`). Another language is one more file in messages/, with its name in `OTHERS` and `LANGUAGES`; a site
 * can also hand over a catalogue of its own, from which what is missing is said in English.
 *
 * @typedef {typeof ENGLISH} English
 * @typedef {keyof English} Key
 * @typedef {Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }} Plural
 * @typedef {{ [K in Key]: English[K] extends string ? string : Plural }} Catalogue
 * @typedef {string | { lang: string, messages: Partial<Catalogue> }} Language  "en", "es", "ar"; "auto" is the reader's first
 *   one that there is; or a catalogue
 * @typedef {(file: string) => Promise<void>} Pin  asked before a file of the package is imported; rejects where it must not be
 */

import { NewsglossError } from "../engine/newsgloss-error.js";
import ENGLISH from "./messages/en.js";

/** Fetched when they are asked for. @type {Record<string, () => Promise<{ default: Catalogue }>>} */
const OTHERS = {
  es: () => import("./messages/es.js"),
  ar: () => import("./messages/ar.js"),
};

const RIGHT_TO_LEFT = /^(ar|fa|he|ur|ps|sd|ug|yi|dv|ckb)\b/i;
const TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

export class Messages {
  lang;
  #catalogue;
  #plural;
  #number;

  /** @param {string} [lang] @param {Partial<Catalogue>} [catalogue] */
  constructor(lang = "en", catalogue = ENGLISH) {
    this.lang = lang;
    this.#catalogue = catalogue;
    this.#plural = new Intl.PluralRules(lang);
    this.#number = new Intl.NumberFormat(lang);
  }

  /** @returns {"ltr" | "rtl"} */
  get dir() {
    return RIGHT_TO_LEFT.test(this.lang) ? "rtl" : "ltr";
  }

  /**
   * @param {Key} key
   * @param {Record<string, string | number>} [values]  of the placeholders; numbers are written as the language does
   */
  text(key, values = {}) {
    const entry = this.#catalogue[key] ?? ENGLISH[key];
    const text = typeof entry === "string" ? entry : (/** @type {Plural} */ (entry)[this.#plural.select(Number(values.count))] ?? entry.other);
    return text.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = values[name] ?? whole;
      if (typeof value === "number") return this.#number.format(value);
      // Words of the article read their own way inside a line that goes the other (Unicode Bidirectional Algorithm, isolates).
      return this.dir === "rtl" && value !== whole ? `\u2068${value}\u2069` : value;
    });
  }

  /** What is told apart by a name after a point: `one("type", "PERSON")`. @param {string} group @param {string} name */
  one(group, name) {
    return this.text(/** @type {Key} */ (`${group}.${name}`));
  }

  /** @param {number} number */
  number(number) {
    return this.#number.format(number);
  }

  /** @param {number} share  0 to 1 */
  percent(share) {
    return new Intl.NumberFormat(this.lang, { style: "percent" }).format(share);
  }

  /** @param {string} type  of an entity */
  type(type) {
    return this.one("type", `type.${type}` in ENGLISH ? type : "OTHER");
  }

  /**
   * A value of the schema in words: "2025-11-06" → "Thursday, November 6, 2025"; what it does not know stays as it is.
   *
   * @param {string} value
   * @returns {string}
   */
  date(value) {
    if (value.includes("/")) return value.split("/").map((end) => this.date(end)).join(" \u2013 ");
    const [day, time] = value.split("T");
    const week = /^(\d{4})-W(\d{2})$/.exec(day);
    if (week) return this.text("week", { week: Number(week[2]), year: week[1] });
    const month = /^(\d{4})-(\d{2})$/.exec(day);
    const match = DAY.exec(month ? `${day}-01` : day);
    if (!match) return value;
    const [, y, m, d] = match.map(Number);
    /** @type {Intl.DateTimeFormatOptions} */
    const format = month ? { year: "numeric", month: "long" } : { dateStyle: "full" };
    // The days are those of the article's calendar, whatever the language's own is.
    const words = new Intl.DateTimeFormat(this.lang, { ...format, calendar: "gregory", timeZone: "UTC" }).format(Date.UTC(y, m - 1, d));
    return time ? `${words}, ${time}` : words;
  }
}

/**
 * @param {Language} [language]  one that there is no catalogue for is English
 * @param {Pin} [pin]
 * @returns {Promise<Messages>}
 */
export async function messagesIn(language = "en", pin) {
  if (typeof language === "object") return new Messages(language.lang, language.messages);
  const lang = languageOf(language);
  const base = baseOf(lang);
  const load = OTHERS[base];
  if (!load) return new Messages();
  await pin?.(`messages-${base}.js`);
  try {
    return new Messages(lang, (await load()).default);
  } catch (cause) {
    throw new NewsglossError("unreachable", `The words of the interface in "${base}" could not be fetched`, { cause });
  }
}

/** The languages that there are catalogues of. */
export const LANGUAGES = ["en", "es", "ar"];

/** @param {string} lang */
const baseOf = (lang) => lang.toLowerCase().split("-")[0];

/** The one that is asked for, or of the reader's the first, that there is a catalogue of; where there is none, English. @param {string} language */
export function languageOf(language) {
  return (language === "auto" ? navigator.languages : [language]).find((lang) => LANGUAGES.includes(baseOf(lang)) && TAG.test(lang)) ?? "en";
}

/**
 * The forms in which an article's annotations leave the browser, each a pure function from annotations and the page's facts to
 * text. The first three say who said what; the last two hold everything that was found.
 *
 * Loaded only where something is exported: no part of index.js or panel.js. Linear in the annotations.
 *
 * @typedef {import("../schema.js").Annotations} Annotations
 * @typedef {import("../ui/messages.js").Messages} Messages
 * @typedef {{ title: string, url: string }} PageFacts  `title` where the article has no headline; `url` may be empty
 *
 * @typedef {"text" | "markdown" | "csv" | "json" | "jsonld"} FormatName
 *
 * @typedef {object} Format
 * @property {string} suffix  of a file's name
 * @property {string} type  media type
 * @property {"said" | "all"} holds  who said what, or everything
 * @property {(annotations: Annotations, page: PageFacts, messages: Messages) => string} write
 * @property {string} [lead]  what a file begins with besides
 */

import { toCsv } from "./csv.js";
import { toMarkdown } from "./markdown.js";
import { toPlainText } from "./plain-text.js";
import { headlineOf } from "./statements.js";
import { toWebAnnotation } from "./web-annotation.js";

/** Without it, spreadsheets take UTF-8 for the system's old encoding. */
const BYTE_ORDER_MARK = "\uFEFF";

/** @type {Readonly<Record<FormatName, Format>>} */
export const FORMATS = Object.freeze({
  text: { suffix: "txt", type: "text/plain", holds: "said", write: toPlainText },
  markdown: { suffix: "md", type: "text/markdown", holds: "said", write: toMarkdown },
  csv: { suffix: "csv", type: "text/csv", holds: "said", write: toCsv, lead: BYTE_ORDER_MARK },
  json: { suffix: "json", type: "application/json", holds: "all", write: (annotations) => pretty(annotations) },
  jsonld: { suffix: "jsonld", type: "application/ld+json", holds: "all", write: (annotations, page) => pretty(toWebAnnotation(annotations, page.url)) },
});

/** @param {object} value */
const pretty = (value) => `${JSON.stringify(value, null, 2)}\n`;

const LONGEST_NAME = 60;

/**
 * A file's name after the article's headline, of letters, digits and hyphens alone.
 *
 * @param {Annotations} annotations
 * @param {PageFacts} page
 * @param {FormatName} format
 */
export function fileNameFor(annotations, page, format) {
  const words = headlineOf(annotations, page).normalize("NFC").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let name = "";
  for (const word of words) {
    if (name.length + word.length >= LONGEST_NAME) break;
    name += name ? `-${word}` : word;
  }
  return `${name || "article"}.${FORMATS[format].suffix}`;
}

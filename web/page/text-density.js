/**
 * TextDensity: how much of a story's text stands under each element, counted in one walk over mark-up.
 *
 * A stretch of text between two block edges is a line. What a line is worth is its characters outside links, and a part of
 * that where it does not read as prose (short, without a full stop) or lies in mark-up that stories seldom use. An element's
 * `good` is the worth of all lines under it; `near` counts only lines two levels below, as readability scoring does since
 * Arc90 (the parent of paragraphs gets them whole, its parent half). Text under what is probably no part of the story
 * (navigation, comments, related links) counts a fifth further up.
 *
 * Collected on the way: what may be the headline. Layout is not asked. Cost: linear in the nodes, no layout.
 *
 * @typedef {object} Density
 * @property {number} at  place in the order of the document
 * @property {number} good
 * @property {number} near
 * @property {number} chars
 * @property {number} linkChars
 * @property {number} softChars  in emphasis or small print
 * @property {number} captionChars  in figcaption
 * @property {number} images
 * @property {number} captions  figcaption elements
 * @property {number} paragraphs
 * @property {number} headings  and list items
 * @property {number} wholes  quotations and tables
 */

import { BLOCK_ELEMENTS, SILENT_ELEMENTS, isAside } from "./markup.js";
import { markupPresentation } from "./presentation.js";
import { ComposedWalk } from "./composed-walk.js";

/** A line this long is prose even without a full stop. */
const PROSE = 80;
/** A line shorter than this says nothing. */
const WORD = 25;
/** What lines in these elements count, of 1. @type {Record<string, number>} */
const WEIGHT = { p: 1, blockquote: 1, pre: 0.8, li: 0.5, td: 0.6, dd: 0.6, h1: 0, h2: 0, h3: 0, h4: 0, h5: 0, h6: 0, figcaption: 0, th: 0, dt: 0.2, address: 0 };
const OTHER_WEIGHT = 0.8;
const ASIDE_SHARE = 0.2;
const MOST_HEADLINES = 40;
const MOST_MARKED = 1000;
const MOST_SIGNED = 200;
/** A line of this length with a year in it may be the story's date. */
const LONGEST_DATE = 60;

/** @typedef {{ element: Element, block: boolean, link: boolean, density: Density }} Frame */

const SOFT = new Set(["em", "i", "small"]);
const COUNTS = /** @type {const} */ (["chars", "linkChars", "softChars", "captionChars", "images", "captions", "paragraphs", "headings", "wholes"]);

/** @param {number} at @returns {Density} */
function emptyDensity(at) {
  return { at, good: 0, near: 0, chars: 0, linkChars: 0, softChars: 0, captionChars: 0, images: 0, captions: 0, paragraphs: 0, headings: 0, wholes: 0 };
}

export class TextDensity {
  /** @type {Map<Element, Density>} */
  densities = new Map();
  /** Elements that may be the headline, in order. @type {Element[]} */
  headlines = [];
  /** Elements marked as the article or its body, in order. @type {Element[]} */
  marked = [];
  /** Elements marked as a byline or a date, or looking like a date, in order. @type {Element[]} */
  signed = [];
  #walk;
  /** @type {Frame[]} */
  #frames = [];
  #links = 0;
  #soft = 0;
  #count = 0;
  #line = { chars: 0, linkChars: 0, end: "" };

  /** Characters hidden by a style attribute: what a script might show. */
  hidden = 0;
  #presentation;

  /** @param {Element} root @param {import("./presentation.js").Presentation} [presentation] */
  constructor(root, presentation = markupPresentation) {
    this.#presentation = presentation;
    this.#open(root);
    this.#walk = new ComposedWalk(root, {
      enter: (element) => this.#enter(element),
      leave: () => this.#leave(),
      text: (node) => this.#text(node),
    });
  }

  /** @param {number} [count] @returns {boolean} whether all is counted */
  advance(count) {
    if (!this.#walk.advance(count)) return false;
    this.#endLine();
    while (this.#frames.length > 0) this.#close();
    return true;
  }

  /** @param {Element} element @returns {Density} */
  of(element) {
    return this.densities.get(element) ?? emptyDensity(-1);
  }

  /** @param {Element} element */
  #enter(element) {
    const name = element.localName;
    if (name === "br") {
      this.#line.chars += 1;
      return false;
    }
    if (name === "img" || name === "picture" || name === "video" || name === "amp-img") {
      const frame = this.#frames.at(-1);
      if (frame && name !== "picture") frame.density.images += 1;
      if (name !== "picture") return false;
    }
    if (SILENT_ELEMENTS.has(name)) return false;
    if (this.#presentation.display(element) === "none") {
      if (element.hasAttribute("style")) this.hidden += (element.textContent ?? "").length;
      return false;
    }
    if (BLOCK_ELEMENTS.has(name)) this.#endLine();
    if (this.headlines.length < MOST_HEADLINES && mayBeHeadline(element)) this.headlines.push(element);
    if (this.signed.length < MOST_SIGNED && isSigned(element)) this.signed.push(element);
    if (this.marked.length < MOST_MARKED && (name === "article" || /articlebody/i.test(element.getAttribute("itemprop") ?? ""))) this.marked.push(element);
    this.#open(element);
    return true;
  }

  /** @param {Element} element */
  #open(element) {
    const link = element.localName === "a";
    if (link) this.#links += 1;
    if (SOFT.has(element.localName)) this.#soft += 1;
    this.#count += 1;
    const density = emptyDensity(this.#count);
    const name = element.localName;
    if (name === "p") density.paragraphs = 1;
    else if (name === "figcaption") density.captions = 1;
    else if (name === "blockquote" || name === "table") density.wholes = 1;
    else if (/^(?:h[1-4]|li)$/.test(name)) density.headings = 1;
    this.#frames.push({ element, block: BLOCK_ELEMENTS.has(element.localName), link, density });
  }

  #leave() {
    if (this.#frames.at(-1)?.block) this.#endLine();
    this.#close();
  }

  #close() {
    const frame = /** @type {Frame} */ (this.#frames.pop());
    const { element, link, density } = frame;
    if (link) this.#links -= 1;
    if (SOFT.has(element.localName)) this.#soft -= 1;
    this.densities.set(element, density);
    const above = this.#frames.at(-1)?.density;
    if (!above) return;
    above.good += isAside(element) && !isLongParagraph(element, density) ? density.good * ASIDE_SHARE : density.good;
    if (element.localName === "figcaption") density.captionChars = density.chars;
    for (const count of COUNTS) above[count] += density[count];
  }

  /** @param {Text} node */
  #text(node) {
    const text = node.data.trim();
    if (text === "") return;
    this.#line.chars += text.length + 1;
    const top = /** @type {Frame} */ (this.#frames.at(-1));
    top.density.chars += text.length + 1;
    if (this.#links > 0) top.density.linkChars += text.length + 1;
    if (this.#soft > 0) top.density.softChars += text.length + 1;
    if (text.length <= LONGEST_DATE && this.signed.length < MOST_SIGNED && /\b(?:19|20)\d\d\b/.test(text)) {
      if (this.signed.at(-1) !== top.element) this.signed.push(top.element);
    }
    if (this.#links > 0) this.#line.linkChars += text.length + 1;
    else this.#line.end = text;
  }

  /** The line goes to the innermost block around it. */
  #endLine() {
    const { chars, linkChars, end } = this.#line;
    if (chars === 0) return;
    this.#line = { chars: 0, linkChars: 0, end: "" };
    let at = this.#frames.length - 1;
    while (at > 0 && !this.#frames[at].block) at -= 1;
    const { density, element } = this.#frames[at];
    const worth = worthOf(chars, linkChars, end) * (WEIGHT[element.localName] ?? OTHER_WEIGHT);
    if (worth === 0) return;
    density.good += worth;
    // A paragraph's parent; text that stands in a container itself counts as if it were a paragraph's.
    const container = WEIGHT[element.localName] === undefined ? at : at - 1;
    if (container >= 0) this.#frames[container].density.near += worth;
    if (container >= 1) this.#frames[container - 1].density.near += worth / 2;
  }
}

/** @param {number} chars @param {number} linkChars @param {string} end  of the text */
function worthOf(chars, linkChars, end) {
  if (chars < WORD || linkChars * 2 > chars) return 0;
  const own = chars - linkChars;
  const stopped = /[.!?\u2026:]["'\u201d\u2019)\]]*$/.test(end);
  if (chars >= PROSE) return stopped ? own : own / 2;
  return stopped ? own / 2 : own / 8;
}

/** A paragraph of prose is the story's, whatever its class says. @param {Element} element @param {Density} density */
export function isLongParagraph(element, { chars, linkChars }) {
  return element.localName === "p" && chars >= 1.5 * PROSE && linkChars * 3 < chars;
}

/** @param {Element} element */
function mayBeHeadline(element) {
  if (element.localName === "h1" || element.getAttribute("itemprop") === "headline") return true;
  if (!/^(h2|div|span|p|header)$/.test(element.localName)) return false;
  return /headline|(entry|post|article|story|page)[-_]*title/i.test(element.getAttribute("class") ?? "");
}

/** Marked as an author's name, or as a time. @param {Element} element */
function isSigned(element) {
  if (element.localName === "time") return true;
  if (element.localName === "a" && /\bauthor\b/.test(element.getAttribute("rel") ?? "")) return true;
  const names = `${element.getAttribute("itemprop") ?? ""} ${element.getAttribute("class") ?? ""}`;
  return names !== " " && /\b(?:author|byline|date|published|pubdate|timestamp|datePublished)/i.test(names);
}

/**
 * PageArticle: an article as the page shows it. The engine's input, and the way between places in its blocks and places
 * in the page.
 *
 *     const page = PageArticle.read(document.querySelector("article"));
 *     page.article                           { url, lang, published, blocks: [{ kind, text }] }
 *     page.map.ranges({ block, start, end }) one Range for each text node under the span
 *     page.map.locate(node, offset)          { block, offset }, or null outside the article
 */

import { Extractor } from "./extractor.js";
import { pageFactsOf, splitNames } from "./page-facts.js";
import { dayOf, publishedOf } from "./published.js";
import { TextMap } from "./text-map.js";

/**
 * @typedef {import("../schema.js").Block} Block
 */

export class PageArticle {
  /** @type {import("../schema.js").Article} */
  article;
  /** As it is printed, else as the page's metadata says. @type {string | null} */
  headline;
  /** As the page's metadata says, else as the byline does. @type {string[]} */
  authors;
  /** Between places in the blocks and places in the page. @type {TextMap} */
  map;
  /** What holds the story. @type {Element} */
  root;

  /**
   * @param {Element} root
   * @param {import("./presentation.js").Presentation} [presentation]
   */
  static read(root, presentation) {
    return new PageArticle(root, Extractor.blocksOf(root, presentation));
  }

  /**
   * @param {Element} root
   * @param {import("./extractor.js").PageBlock[]} blocks
   * @param {import("./page-facts.js").PageFacts} [facts]
   * @param {{ text: string, time: string | null, byline: boolean }[]} [signed]  lines marked as byline or date, on the page
   */
  constructor(root, blocks, facts = pageFactsOf(root.ownerDocument), signed = []) {
    this.root = root;
    this.map = new TextMap(blocks.map((block) => block.text));
    const url = urlOf(root.ownerDocument);
    this.article = {
      url,
      lang: languageOf(root),
      published: publishedOf(root, facts.published, [...daysIn(blocks), ...signed.flatMap(({ text, time }) => dayOf(text) ?? dayOf(time) ?? [])], url, facts.modified),
      blocks: blocks.map(({ kind, text }) => (kind ? { kind, text: text.text } : { text: text.text })),
    };
    this.headline = blocks.find(({ kind }) => kind === "headline")?.text.text ?? facts.titles[0] ?? null;
    const printed = authorsIn(blocks, signed);
    this.authors = facts.authors.length === 0 || (!facts.people && printed.length > 0) ? printed : facts.authors;
  }
}

/** Above the story: byline and date, marked as such or not. @param {import("./extractor.js").PageBlock[]} blocks */
function headOf(blocks) {
  const story = blocks.findIndex(({ kind }) => kind === "paragraph");
  return story < 0 ? blocks : blocks.slice(0, story);
}

/** @param {import("./extractor.js").PageBlock[]} blocks @param {{ text: string, byline: boolean }[]} signed */
function authorsIn(blocks, signed) {
  const lines = headOf(blocks)
    .filter(({ kind, text }) => kind === "byline" || (kind === null && /^by\b/i.test(text.text)))
    .map(({ text }) => text.text);
  const marked = signed.filter(({ byline }) => byline).map(({ text }) => text);
  for (const line of [...lines.filter((text) => /^by\b/i.test(text)), ...lines, ...marked]) {
    const names = splitNames(line).filter((name) => name.split(" ").length <= 6 && !/\d/.test(name));
    if (names.length > 0) return names;
  }
  return [];
}

/** Days that are printed above the story. @param {import("./extractor.js").PageBlock[]} blocks */
function daysIn(blocks) {
  return [...headOf(blocks), ...blocks.filter(({ kind }) => kind === "date" || kind === "byline")].flatMap(({ kind, text }) =>
    kind === "headline" || kind === "standfirst" || kind === "caption" || text.text.length > 200 ? [] : (dayOf(text.text) ?? []),
  );
}

/** The address that the page itself calls its own, else where it was found. @param {Document} document */
function urlOf(document) {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
  const base = document.baseURI && document.baseURI !== "about:blank" ? document.baseURI : null;
  try {
    return canonical ? new URL(canonical, base ?? undefined).href : (base ?? null);
  } catch {
    return base;
  }
}

/** @param {Element} root */
function languageOf(root) {
  return root.closest("[lang]")?.getAttribute("lang") || null;
}

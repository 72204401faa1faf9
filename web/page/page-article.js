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
import { publishedOf } from "./published.js";
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
   */
  constructor(root, blocks, facts = pageFactsOf(root.ownerDocument)) {
    this.map = new TextMap(blocks.map((block) => block.text));
    this.article = {
      url: urlOf(root.ownerDocument),
      lang: languageOf(root),
      published: publishedOf(root, facts.published),
      blocks: blocks.map(({ kind, text }) => (kind ? { kind, text: text.text } : { text: text.text })),
    };
    this.headline = blocks.find(({ kind }) => kind === "headline")?.text.text ?? facts.titles[0] ?? null;
    this.authors = facts.authors.length > 0 ? facts.authors : authorsIn(blocks);
  }
}

/** @param {import("./extractor.js").PageBlock[]} blocks */
function authorsIn(blocks) {
  const byline = blocks.find(({ kind }) => kind === "byline");
  return byline ? splitNames(byline.text.text) : [];
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

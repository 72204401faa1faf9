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
import { publishedOf } from "./published.js";
import { TextMap } from "./text-map.js";

/**
 * @typedef {import("../schema.js").Block} Block
 */

export class PageArticle {
  /** @type {import("../schema.js").Article} */
  article;
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
   */
  constructor(root, blocks) {
    this.map = new TextMap(blocks.map((block) => block.text));
    this.article = {
      url: urlOf(root.ownerDocument),
      lang: languageOf(root),
      published: publishedOf(root),
      blocks: blocks.map(({ kind, text }) => (kind ? { kind, text: text.text } : { text: text.text })),
    };
  }
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

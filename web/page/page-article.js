/**
 * PageArticle: an article as the page shows it. The engine's input, and the way between places in its blocks and places
 * in the page.
 *
 *     const page = PageArticle.read(document.querySelector("article"));
 *     page.article                       { url, lang, published, blocks: [{ kind, text }] }
 *     page.ranges({ block, start, end }) one Range for each text node under the span
 *     page.locate(node, offset)          { block, offset }, or null outside the article
 */

import { Extractor } from "./extractor.js";
import { publishedOf } from "./published.js";

/**
 * @typedef {import("../schema.js").BlockSpan} BlockSpan
 * @typedef {import("../schema.js").Block} Block
 */

export class PageArticle {
  /** @type {import("../schema.js").Article} */
  article;
  /** @type {import("./text-block.js").TextBlock[]} */
  #texts;
  /** The block of each text node. @type {Map<Node, number>} */
  #blockOfNode = new Map();

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
    this.#texts = blocks.map((block) => block.text);
    this.#texts.forEach((text, index) => {
      for (const node of text.nodes) this.#blockOfNode.set(node, index);
    });
    this.article = {
      url: urlOf(root.ownerDocument),
      lang: languageOf(root),
      published: publishedOf(root),
      blocks: blocks.map(({ kind, text }) => (kind ? { kind, text: text.text } : { text: text.text })),
    };
  }

  /** The text of a span. @param {BlockSpan} span */
  text({ block, start, end }) {
    return this.#texts[block]?.text.slice(start, end) ?? "";
  }

  /** The stretches of text nodes under a span, see TextBlock. @param {BlockSpan} span */
  pieces({ block, start, end }) {
    return this.#texts[block]?.pieces(start, end) ?? [];
  }

  /**
   * Ranges over exactly the span's text, one for each text node, in order. They follow the text when the page changes it.
   *
   * @param {BlockSpan} span
   * @returns {Range[]}
   */
  ranges(span) {
    return this.pieces(span).map((piece) => {
      const range = piece.node.ownerDocument.createRange();
      // The page may have shortened the text since it was read.
      const length = piece.node.length;
      range.setStart(piece.node, Math.min(piece.start, length));
      range.setEnd(piece.node, Math.min(piece.end, length));
      return range;
    });
  }

  /**
   * @param {Node} node
   * @param {number} offset
   * @returns {{ block: number, offset: number } | null}
   */
  locate(node, offset) {
    const block = this.#blockOfNode.get(node);
    if (block === undefined) return null;
    return { block, offset: this.#texts[block].offsetOf(/** @type {Text} */ (node), offset) };
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

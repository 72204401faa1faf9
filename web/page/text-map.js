/**
 * TextMap: the way between places in an article's blocks and places in the page, for all blocks together.
 *
 *     const map = new TextMap(textBlocks);          // what extraction filled, one TextBlock a block
 *     map.pieces({ block, start, end })             the stretches of text nodes under a span
 *     map.ranges({ block, start, end })             one Range for each of them
 *     map.locate(node, offset)                      { block, offset }, or null outside the article
 *     map.split(node, parts), map.join(node)        a text node's words stand in several nodes; in one again
 *     map.scopes                                    the document and the shadow roots that hold the text
 *
 * All that extraction hands over is the TextBlocks, in order. Lookups are binary searches; the map holds for the text as it
 * was read.
 *
 * @typedef {import("../schema.js").BlockSpan} BlockSpan
 * @typedef {import("./text-block.js").TextBlock} TextBlock
 * @typedef {import("./text-block.js").Piece} Piece
 * @typedef {{ node: Text, start: number }} Part  `start`: of the node's first character, in the text node that was split
 */

export class TextMap {
  #blocks;
  /** Where each text node went; mostly one place. @type {Map<Node, { block: number, index: number }[]>} */
  #places = new Map();
  /** Of the text nodes that were split: where their words stand, and whose words a node holds. @type {Map<Node, Part[]>} */
  #parts = new Map();
  /** @type {Map<Node, Part>} */
  #origins = new Map();

  /** @param {readonly TextBlock[]} blocks */
  constructor(blocks) {
    this.#blocks = blocks;
    blocks.forEach(({ nodes }, block) => {
      nodes.forEach((node, index) => {
        const places = this.#places.get(node);
        if (places) places.push({ block, index });
        else this.#places.set(node, [{ block, index }]);
      });
    });
  }

  /** The text of a span. @param {BlockSpan} span */
  text({ block, start, end }) {
    return this.#blocks[block]?.text.slice(start, end) ?? "";
  }

  /** @param {BlockSpan} span @returns {Piece[]} */
  pieces({ block, start, end }) {
    const pieces = this.#blocks[block]?.pieces(start, end) ?? [];
    return this.#parts.size === 0 ? pieces : pieces.flatMap((piece) => this.#inParts(piece));
  }

  /** @param {Piece} piece @returns {Piece[]} */
  #inParts({ node, start, end }) {
    const parts = this.#parts.get(node);
    if (!parts) return [{ node, start, end }];
    return parts.flatMap((part, index) => {
      const from = Math.max(start, part.start);
      const to = Math.min(end, parts[index + 1]?.start ?? Infinity);
      return from < to ? [{ node: part.node, start: from - part.start, end: to - part.start }] : [];
    });
  }

  /**
   * The words of a text node stand in several now.
   *
   * @param {Text} node
   * @param {readonly Part[]} parts  in order; the first is the node itself, from 0
   */
  split(node, parts) {
    this.#parts.set(node, [...parts]);
    for (const part of parts) if (part.node !== node) this.#origins.set(part.node, { node, start: part.start });
  }

  /** They stand in the text node again. @param {Text} node */
  join(node) {
    for (const part of this.#parts.get(node) ?? []) this.#origins.delete(part.node);
    this.#parts.delete(node);
  }

  /**
   * Ranges over exactly the span's text, one for each text node, in order. They follow the text when the page changes it.
   *
   * @param {BlockSpan} span
   * @returns {Range[]}
   */
  ranges(span) {
    return this.pieces(span).map(({ node, start, end }) => {
      const range = node.ownerDocument.createRange();
      // The page may have shortened the text since it was read.
      range.setStart(node, Math.min(start, node.length));
      range.setEnd(node, Math.min(end, node.length));
      return range;
    });
  }

  /**
   * @param {Node} node
   * @param {number} offset
   * @returns {{ block: number, offset: number } | null}
   */
  locate(node, offset) {
    const origin = this.#origins.get(node);
    if (origin) return this.locate(origin.node, origin.start + offset);
    const places = this.#places.get(node);
    if (!places) return null;
    // Of a node in several blocks, the last stretch that begins at or before the place.
    let place = places[0];
    for (const one of places.slice(1)) {
      const first = this.#blocks[one.block].pieces(0, this.#blocks[one.block].text.length).find((piece) => piece.node === node);
      if (first && first.start <= offset) place = one;
    }
    return { block: place.block, offset: this.#blocks[place.block].offsetOf(place.index, offset) };
  }

  /** The text nodes of a block, in order. @param {number} block @returns {readonly Text[]} */
  nodes(block) {
    return this.#blocks[block]?.nodes ?? [];
  }

  /**
   * The element that holds a block and little else: the nearest around its first and last text node, across the edges of
   * shadow roots. Null for a block without nodes.
   *
   * @param {number} block
   * @returns {Element | null}
   */
  elementOf(block) {
    const nodes = this.nodes(block);
    if (nodes.length === 0) return null;
    const last = nodes[nodes.length - 1];
    for (let element = parentOf(nodes[0]); element; element = parentOf(element)) {
      if (holds(element, last)) return element;
    }
    return null;
  }

  /** The roots in which the text stands, where style sheets must be adopted to reach it. @returns {(Document | ShadowRoot)[]} */
  get scopes() {
    const scopes = new Set();
    for (const node of this.#places.keys()) {
      const root = node.getRootNode();
      if (root.nodeType === 9 || root.nodeType === 11) scopes.add(root);
    }
    return /** @type {(Document | ShadowRoot)[]} */ ([...scopes]);
  }
}

/** The element around a node, that of the shadow tree's host at its top. @param {Node} node @returns {Element | null} */
function parentOf(node) {
  if (node.parentElement) return node.parentElement;
  const root = /** @type {Partial<ShadowRoot> | null} */ (node.parentNode);
  return root?.host ?? null;
}

/** @param {Element} element @param {Node} node */
function holds(element, node) {
  for (let at = /** @type {Node | null} */ (node); at; at = parentOf(at)) if (at === element) return true;
  return false;
}

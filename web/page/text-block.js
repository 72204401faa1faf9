/**
 * TextBlock: the text of one block as it is read, and where in the page each of its characters stands.
 *
 *     <p>The  <b>Mi&shy;nister</b><!-- x --> said</p>
 *
 *     text    "The Minister said"        white space collapsed, soft hyphen gone
 *     runs    0 → node 0, 2   "The "     a run is a stretch of text that lies in one text node without a gap;
 *             4 → node 1, 0   "Mi"       [start in the block, index of the node, start in the node]
 *             6 → node 1, 3   "nister"
 *             12 → node 2, 0  " said"
 *
 * Runs cover the text without gaps. A space that stands for a `<br>` has no node: its run has index -1. Conversion is a
 * binary search; a block is built once and never changes.
 */

/** @enum {number} */
const Class = { plain: 0, space: 1, unseen: 2 };

/**
 * What becomes of a UTF-16 code unit. White space is HTML's own, and the no-break and typographic spaces; unseen are soft
 * hyphen, zero-width space, word joiner and byte-order mark, which would only break names and words.
 *
 * @param {number} code
 */
function classOf(code) {
  if (code > 0x20 && code < 0xa0) return Class.plain;
  if (code <= 0x20 || code === 0xa0) return Class.space;
  if (code === 0xad || code === 0x200b || code === 0x2060 || code === 0xfeff) return Class.unseen;
  const space = (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 || code === 0x202f;
  return space || code === 0x205f || code === 0x3000 ? Class.space : Class.plain;
}

const NO_NODE = -1;

export class TextBlock {
  text = "";
  /** The text nodes, in order. @type {Text[]} */
  nodes = [];
  /** Triples: start in the block, index of the node, start in the node. @type {number[]} */
  #runs = [];
  /** White space that has been read but not yet written. @type {{ index: number, offset: number } | null} */
  #space = null;

  get empty() {
    return this.text === "";
  }

  /** @param {Text} node */
  append(node) {
    const data = node.data;
    let index = NO_NODE;
    for (let offset = 0; offset < data.length; ) {
      const kind = classOf(data.charCodeAt(offset));
      if (kind === Class.unseen) {
        offset += 1;
        continue;
      }
      if (index === NO_NODE) {
        index = this.nodes.length;
        this.nodes.push(node);
      }
      if (kind === Class.space) {
        this.#space ??= { index, offset };
        offset += 1;
        continue;
      }
      let stop = offset + 1;
      while (stop < data.length && classOf(data.charCodeAt(stop)) === Class.plain) stop += 1;
      this.#writeSpace();
      this.#write(data.slice(offset, stop), index, offset);
      offset = stop;
    }
  }

  /** A space that no text node holds: a `<br>`, or the edge of a block inside a caption. */
  appendBreak() {
    this.#space ??= { index: NO_NODE, offset: 0 };
  }

  #writeSpace() {
    if (this.#space && !this.empty) this.#write(" ", this.#space.index, this.#space.offset);
    this.#space = null;
  }

  /** @param {string} text @param {number} index @param {number} offset */
  #write(text, index, offset) {
    const runs = this.#runs;
    const last = runs.length - 3;
    const at = this.text.length;
    const continues = last >= 0 && runs[last + 1] === index && index !== NO_NODE && runs[last + 2] + at - runs[last] === offset;
    if (!continues) runs.push(at, index, offset);
    this.text += text;
  }

  /** The first of the triple of the run that holds `offset`. @param {number} offset */
  #runAt(offset) {
    let low = 0;
    let high = this.#runs.length / 3 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#runs[middle * 3] <= offset) low = middle;
      else high = middle - 1;
    }
    return low * 3;
  }

  /**
   * The stretches of text nodes under a span, one a node: exactly the characters of the span, and of the page's other
   * text only what is not seen (collapsed white space, soft hyphens).
   *
   * @param {number} start
   * @param {number} end
   * @returns {{ node: Text, start: number, end: number }[]}
   */
  pieces(start, end) {
    /** @type {{ node: Text, start: number, end: number }[]} */
    const pieces = [];
    if (start < 0 || end > this.text.length || start >= end) return pieces;
    const runs = this.#runs;
    for (let run = this.#runAt(start); run < runs.length && runs[run] < end; run += 3) {
      if (runs[run + 1] === NO_NODE) continue;
      const from = Math.max(start, runs[run]);
      const to = Math.min(end, run + 3 < runs.length ? runs[run + 3] : this.text.length);
      const node = this.nodes[runs[run + 1]];
      const base = runs[run + 2] - runs[run];
      const last = pieces.at(-1);
      if (last?.node === node) last.end = base + to;
      else pieces.push({ node, start: base + from, end: base + to });
    }
    return pieces;
  }

  /**
   * The block's offset at a place in one of its text nodes: of the character there or, where that one is not part of the
   * text, of the nearest before it. -1 for a node that is not the block's.
   *
   * @param {Text} node
   * @param {number} offset
   */
  offsetOf(node, offset) {
    const index = this.nodes.indexOf(node);
    if (index < 0) return -1;
    const runs = this.#runs;
    let found = -1;
    for (let run = 0; run < runs.length; run += 3) {
      if (runs[run + 1] > index) break;
      if (runs[run + 1] !== index) continue;
      const length = (run + 3 < runs.length ? runs[run + 3] : this.text.length) - runs[run];
      if (found < 0 || runs[run + 2] <= offset) {
        found = runs[run] + Math.min(Math.max(offset - runs[run + 2], 0), length);
      }
    }
    return found;
  }
}

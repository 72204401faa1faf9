/**
 * TextBlock: the text of one block as it is read, and where in the page each of its characters stands.
 *
 *     <p>The  <b>Mi&shy;nister</b><!-- x --> said<br>no</p>
 *
 *     text    "The Minister said no"     white space collapsed, soft hyphen gone
 *     runs    0 -> node 0, 2   "The "    a run is a stretch of text that lies in one text node without a gap;
 *             4 -> node 1, 0   "Mi"      [start in the block, index of the node, start in the node]
 *             6 -> node 1, 3   "nister"
 *            12 -> node 2, 0   " said"
 *            17 -> ~2          " "       the line break: a space that no node holds, after node 2
 *            18 -> node 3, 0   "no"
 *
 * Runs cover the text without gaps, and ascend in each of their columns: both ways are a binary search. Text goes in by
 * `append` and `appendBreak`, in the order of the page; the map is packed into an Int32Array when it is first asked.
 * A text node may go to several blocks in stretches (`append(node, from, to)`), but into one block only once.
 */

/** @enum {number} */
const Class = { plain: 0, space: 1, unseen: 2 };

/**
 * What becomes of a UTF-16 code unit. White space is HTML's own, and the no-break and typographic spaces; unseen are soft
 * hyphen, zero-width space, word joiner, byte-order mark and the marks of writing direction, which would only break names
 * and words. The joiners U+200C and U+200D stay: they change what is seen.
 *
 * @param {number} code
 */
function classOf(code) {
  if (code > 0x20 && code < 0xa0) return Class.plain;
  if (code <= 0x20 || code === 0xa0) return Class.space;
  if (code === 0xad) return Class.unseen;
  if (code < 0x2000) return code === 0x1680 ? Class.space : Class.plain;
  if (code <= 0x200a) return Class.space;
  if (code === 0x200b || code === 0x200e || code === 0x200f || code === 0x2060 || code === 0xfeff) return Class.unseen;
  if (code >= 0x202a && code <= 0x202e) return Class.unseen;
  if (code >= 0x2066 && code <= 0x2069) return Class.unseen;
  return code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000 ? Class.space : Class.plain;
}

const NO_NODE = -1;
/** Where in its node the space of a break stands: after everything. */
const AFTER = 0x7fffffff;

/** A stretch of a text node. @typedef {{ node: Text, start: number, end: number }} Piece */

export class TextBlock {
  text = "";
  /** The text nodes, in order; some hold nothing but white space. @type {Text[]} */
  nodes = [];
  /** Triples, see above. @type {number[] | Int32Array} */
  #runs = [];
  /** White space that has been read but not yet written. @type {{ index: number, offset: number } | null} */
  #space = null;

  get empty() {
    return this.text === "";
  }

  /**
   * @param {Text} node
   * @param {number} [from]  a stretch of it only
   * @param {number} [to]
   */
  append(node, from = 0, to = node.data.length) {
    const data = node.data;
    let index = NO_NODE;
    for (let offset = from; offset < to; ) {
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
      while (stop < to && classOf(data.charCodeAt(stop)) === Class.plain) stop += 1;
      this.#writeSpace();
      this.#write(data.slice(offset, stop), index, offset);
      offset = stop;
    }
  }

  /** A space that no text node holds: a `<br>`, or the edge of a block inside a caption. */
  appendBreak() {
    this.#space ??= { index: ~(this.nodes.length - 1), offset: AFTER };
  }

  #writeSpace() {
    if (this.#space && !this.empty) this.#write(" ", this.#space.index, this.#space.offset);
    this.#space = null;
  }

  /** @param {string} text @param {number} index @param {number} offset */
  #write(text, index, offset) {
    const runs = /** @type {number[]} */ (this.#runs);
    const last = runs.length - 3;
    const at = this.text.length;
    const continues = last >= 0 && index >= 0 && runs[last + 1] === index && runs[last + 2] + at - runs[last] === offset;
    if (!continues) runs.push(at, index, offset);
    this.text += text;
  }

  /** The runs, packed. */
  #packed() {
    if (!(this.#runs instanceof Int32Array)) this.#runs = Int32Array.from(this.#runs);
    return this.#runs;
  }

  /**
   * The first of the triple of the last run for which `atOrBefore` holds, or 0.
   *
   * @param {Int32Array} runs
   * @param {(run: number) => boolean} atOrBefore
   */
  static #last(runs, atOrBefore) {
    let low = 0;
    let high = runs.length / 3 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (atOrBefore(middle * 3)) low = middle;
      else high = middle - 1;
    }
    return low * 3;
  }

  /** Where in the block the run ends. @param {Int32Array} runs @param {number} run */
  #endOf(runs, run) {
    return run + 3 < runs.length ? runs[run + 3] : this.text.length;
  }

  /**
   * The stretches of text nodes under a span, one a node: exactly the characters of the span, and of the page's other
   * text only what is not seen (collapsed white space, soft hyphens). None for a span that is not in the text.
   *
   * @param {number} start
   * @param {number} end
   * @returns {Piece[]}
   */
  pieces(start, end) {
    /** @type {Piece[]} */
    const pieces = [];
    if (!(start >= 0 && end <= this.text.length && start < end)) return pieces;
    const runs = this.#packed();
    for (let run = TextBlock.#last(runs, (at) => runs[at] <= start); run < runs.length && runs[run] < end; run += 3) {
      if (runs[run + 1] < 0) continue;
      const from = Math.max(start, runs[run]);
      const to = Math.min(end, this.#endOf(runs, run));
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
   * text, of the nearest before it.
   *
   * @param {number} index  of the node in `nodes`
   * @param {number} offset
   */
  offsetOf(index, offset) {
    const runs = this.#packed();
    const run = TextBlock.#last(runs, (at) => {
      const node = runs[at + 1] < 0 ? ~runs[at + 1] : runs[at + 1];
      return node < index || (node === index && runs[at + 2] <= offset);
    });
    if (runs[run + 1] === index && runs[run + 2] <= offset) {
      return Math.min(runs[run] + offset - runs[run + 2], this.#endOf(runs, run));
    }
    // Before the first run, or after the last one that lies before the place.
    const before = run > 0 || (runs[run + 1] < 0 ? ~runs[run + 1] : runs[run + 1]) < index;
    return before ? this.#endOf(runs, run) : 0;
  }
}

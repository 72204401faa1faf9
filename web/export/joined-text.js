/**
 * JoinedText: an article as one text, its blocks one a line, and where spans lie in it; what `src/output/joined_text.h` is to the
 * native formats.
 *
 *     blocks   "Lake forum"  "She spoke."        text   Lake forum\nShe spoke.
 *     (block 1, 0 to 3)                          3 code points from 11 to 14
 *
 * A line break or another control character (below U+0020) inside a block becomes a space; nothing changes its length. Linear in the text, once;
 * then constant time a span, but for what lies between the last character outside the BMP and it.
 *
 * @typedef {import("../schema.js").Span} Span
 */

export class JoinedText {
  text;
  /** Of each block, in code units. @type {number[]} */
  #starts = [];
  /** Where the second halves of surrogate pairs are, in code units of the text. @type {number[]} */
  #trails = [];

  /** @param {readonly { text: string }[]} blocks */
  constructor(blocks) {
    let length = 0;
    for (const { text } of blocks) {
      this.#starts.push(length);
      length += text.length + 1;
    }
    this.text = blocks.map(({ text }) => text.replace(/[\0-\x1F]/g, " ")).join("\n");
    for (const { index } of this.text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) this.#trails.push(index + 1);
  }

  /** Of a block's text → of the whole text. @param {number} block @param {Span} span @returns {Span} in code units */
  units(block, { start, end }) {
    return { start: this.#starts[block] + start, end: this.#starts[block] + end };
  }

  /** @param {Span} units  of the whole text @returns {Span} in code points of it */
  codePoints({ start, end }) {
    return { start: start - this.#trailsBefore(start), end: end - this.#trailsBefore(end) };
  }

  /** Code points around a place of the text. @param {Span} units @param {number} points */
  around({ start, end }, points) {
    return { prefix: [...this.text.slice(Math.max(start - 2 * points, 0), start)].slice(-points).join(""), suffix: [...this.text.slice(end, end + 2 * points)].slice(0, points).join("") };
  }

  /** @param {number} offset */
  #trailsBefore(offset) {
    let [low, high] = [0, this.#trails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#trails[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * Hit test: the marks under a point of the window. The caret position there gives a text node and an offset, the page's
 * map a block's offset, the index the marks; no layout beyond the browser's own.
 *
 * A caret position is the nearest one even where the point is in a margin, so a hit counts only when the point lies in
 * one of the mark's client rectangles.
 *
 * @typedef {import("./marks.js").Mark} Mark
 */

export class HitTest {
  #document;
  #page;
  #index;

  /**
   * @param {Document} document
   * @param {import("../page/page-article.js").PageArticle} page
   * @param {import("./marks.js").MarkIndex} index
   */
  constructor(document, page, index) {
    this.#document = document;
    this.#page = page;
    this.#index = index;
  }

  /**
   * @param {number} x
   * @param {number} y
   * @returns {{ marks: Mark[], rect: DOMRect } | null} the shortest mark first, with the rectangle of its line
   */
  at(x, y) {
    const caret = this.#caret(x, y);
    const place = caret && this.#page.map.locate(caret.node, caret.offset);
    if (!place) return null;
    // The caret may stand after the character under the point.
    const here = [...this.#index.at(place.block, place.offset), ...this.#index.at(place.block, place.offset - 1)];
    const marks = [...new Set(here)].sort((a, b) => a.end - a.start - (b.end - b.start));
    for (const [i, mark] of marks.entries()) {
      const rect = this.#rectOf(mark, x, y);
      if (rect) return { marks: marks.slice(i), rect };
    }
    return null;
  }

  /** The mark's rectangle under the point. @param {Mark} mark @param {number} x @param {number} y */
  #rectOf(mark, x, y) {
    for (const range of this.#page.map.ranges(mark)) {
      for (const rect of range.getClientRects()) {
        if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom) return rect;
      }
    }
    return null;
  }

  /** @param {number} x @param {number} y @returns {{ node: Node, offset: number } | null} */
  #caret(x, y) {
    if (this.#document.caretPositionFromPoint) {
      const caret = this.#document.caretPositionFromPoint(x, y);
      return caret && { node: caret.offsetNode, offset: caret.offset };
    }
    // Safari before 26
    const range = this.#document.caretRangeFromPoint?.(x, y);
    return range ? { node: range.startContainer, offset: range.startOffset } : null;
  }
}

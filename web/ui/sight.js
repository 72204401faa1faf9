/**
 * Sight: where spans of the article stand in the window, and how they come into good view.
 *
 * @typedef {import("../schema.js").BlockSpan} BlockSpan
 * @typedef {import("../highlight/marks.js").Mark} Mark
 * @typedef {import("../page/text-map.js").TextMap} TextMap
 */

/** More of the window's height than this a card need not stay clear of. */
const TALL = 0.4;

export class Sight {
  #view;
  #map;

  /** @param {Window} view @param {TextMap} map */
  constructor(view, map) {
    this.#view = view;
    this.#map = map;
  }

  /** @param {BlockSpan} span */
  rects(span) {
    return this.#map.ranges(span).flatMap((range) => [...range.getClientRects()]);
  }

  /** Which of the span's lines a rectangle is. @param {BlockSpan} span @param {DOMRect} rect */
  lineOf(span, rect) {
    const found = this.rects(span).findIndex((one) => one.top === rect.top && one.left === rect.left);
    return Math.max(found, 0);
  }

  /**
   * What the card must not hide: all lines of the mark, unless that is too much.
   *
   * @param {Mark} mark
   * @param {number} line  that was pointed at
   */
  anchorOf(mark, line) {
    const spans = mark.subject.kind === "quote" ? mark.subject.quote.content.filter(({ block }) => block === mark.block) : [mark];
    const rects = this.rects(mark);
    const at = rects.at(line) ?? rects.at(0);
    if (!at) return null;
    const all = spans.flatMap((span) => this.rects(span));
    const top = Math.min(...all.map((rect) => rect.top));
    const bottom = Math.max(...all.map((rect) => rect.bottom));
    return bottom - top > this.#view.innerHeight * TALL ? at : new DOMRect(at.left, top, at.width, bottom - top);
  }

  /**
   * Brings a span into the upper half of the window, if it is not in good view.
   *
   * @param {BlockSpan} span
   * @param {number} good  how far down is good: a part of the window's height
   */
  scrollTo(span, good) {
    const range = this.#map.ranges(span)[0];
    const rect = this.rects(span)[0];
    if (!range || !rect) return;
    const height = this.#view.innerHeight;
    if (rect.top >= 64 && rect.bottom <= height * good) return;
    range.startContainer.parentElement?.scrollIntoView({ block: "nearest", behavior: "instant" });
    const now = this.rects(span)[0];
    if (now) this.#view.scrollBy({ top: now.top - height * 0.28, behavior: "instant" });
  }
}

/**
 * NearView: which blocks of an article lie in the window or within a window's height of it. The browser watches
 * (IntersectionObserver); nothing of ours runs while the reader scrolls past blocks that are known.
 *
 * @typedef {import("../page/text-map.js").TextMap} TextMap
 */

const MARGIN = "100% 0%";

export class NearView {
  /** The blocks of each element that is watched. @type {Map<Element, number[]>} */
  #blocks = new Map();
  /** @type {Set<number>} */
  #near = new Set();
  #observer;

  /**
   * @param {Window & typeof globalThis} view
   * @param {TextMap} map
   * @param {Iterable<number>} blocks  that matter
   * @param {() => void} changed
   */
  constructor(view, map, blocks, changed) {
    this.#observer = new view.IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          for (const block of this.#blocks.get(target) ?? []) {
            if (isIntersecting) this.#near.add(block);
            else this.#near.delete(block);
          }
        }
        changed();
      },
      { rootMargin: MARGIN },
    );
    for (const block of blocks) {
      let element = map.elementOf(block);
      // An element without a box of its own (display: contents) is never seen to come near.
      while (element && element.getClientRects().length === 0) element = element.parentElement;
      if (!element) continue;
      const known = this.#blocks.get(element);
      if (known) known.push(block);
      else this.#blocks.set(element, [block]);
    }
    for (const element of this.#blocks.keys()) this.#observer.observe(element);
  }

  /** @param {number} block */
  has(block) {
    return this.#near.has(block);
  }

  stop() {
    this.#observer.disconnect();
  }
}

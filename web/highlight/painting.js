/**
 * Painting: what an article has painted, style by style, kept true while the page changes.
 *
 *     painting.paint("person", spans);      // exactly these, instead of those before
 *     painting.remap(map);                  // the page was read anew
 *     painting.remove();
 *
 * Small articles are painted whole; of larger ones the blocks near the window are, and never more than MOST ranges. The
 * work of painting is done by the highlight registry or, where that is missing or colours are forced, by an overlay; for
 * sites that want elements in their article, by a MarkPainter, all but what moves with the reader's look.
 *
 * @typedef {import("../schema.js").BlockSpan} BlockSpan
 * @typedef {import("../page/text-map.js").TextMap} TextMap
 * @typedef {import("./palette.js").StyleName} StyleName
 * @typedef {import("../ui/theme-watch.js").Appearance} Appearance
 * @typedef {{ MarkPainter: typeof import("./mark-painter.js").MarkPainter, quietly: (write: () => void) => void }} InTheArticle
 *     how marks are written into it: `quietly` does so without the change being noticed as the page's
 */

import { NearView } from "./near-view.js";
import { OverlayPainter } from "./overlay-painter.js";
import { MOVING } from "./palette.js";
import { RegistryPainter } from "./registry-painter.js";

/** An article with no more spans than this is painted whole. */
const SMALL = 400;
/** Ranges that are painted at once; live ranges cost the page a little with each of its changes. */
const MOST = 4000;

export class Painting {
  #root;
  #view;
  #map;
  #appearance;
  /** @type {Map<StyleName, readonly BlockSpan[]>} */
  #spans = new Map();
  /** @type {RegistryPainter | OverlayPainter} */
  #painter;
  /** @type {NearView | null} */
  #near = null;
  #elements;
  /** @type {import("./mark-painter.js").MarkPainter | null} */
  #marker = null;
  #controller = new AbortController();

  /**
   * @param {Element} root
   * @param {TextMap} map
   * @param {Appearance} appearance
   * @param {InTheArticle | null} [elements]
   */
  constructor(root, map, appearance, elements = null) {
    this.#root = root;
    this.#view = /** @type {Window & typeof globalThis} */ (root.ownerDocument.defaultView);
    this.#map = map;
    this.#appearance = appearance;
    this.#elements = elements;
    if (elements) this.#marker = new elements.MarkPainter(this.#view, map, appearance);
    const forced = this.#view.matchMedia("(forced-colors: active)");
    this.#painter = this.#makePainter(forced.matches);
    const { signal } = this.#controller;
    forced.addEventListener(
      "change",
      () => {
        this.#painter.remove();
        this.#painter = this.#makePainter(forced.matches);
        this.#drawAll();
      },
      { signal },
    );
  }

  /** Whether boxes are laid over the text, instead of highlights painted with it. */
  get overlaid() {
    return this.#painter instanceof OverlayPainter;
  }

  /** @param {StyleName} style @param {readonly BlockSpan[]} spans */
  paint(style, spans) {
    if (spans.length > 0) this.#spans.set(style, spans);
    else this.#spans.delete(style);
    this.#draw(style);
  }

  /** Several styles at once. @param {Map<StyleName, readonly BlockSpan[]>} spans */
  paintAll(spans) {
    for (const [style, list] of spans) {
      if (list.length > 0) this.#spans.set(style, list);
      else this.#spans.delete(style);
    }
    if (this.#marker) {
      this.#elements?.quietly(() => this.#marker?.show(this.#spans));
      this.#drawAll();
      return;
    }
    this.#watch();
    for (const style of spans.keys()) this.#draw(style);
  }

  /** @param {StyleName} style */
  clear(style) {
    if (this.#spans.delete(style)) this.#painter.clear(style);
  }

  /** Whether the article's DOM is written to. */
  get inTheArticle() {
    return this.#marker !== null;
  }

  /** The article's nodes are what they were, until it is painted again. */
  lift() {
    if (this.#marker) this.#elements?.quietly(() => this.#marker?.restore());
  }

  /**
   * The page was read anew: what is painted from now on stands where `map` says. What was painted before is taken away.
   *
   * @param {TextMap} map
   */
  remap(map) {
    for (const style of [...this.#spans.keys()]) this.clear(style);
    const before = new Set(this.#map.scopes);
    this.#map = map;
    if (this.#marker && this.#elements) {
      this.#elements.quietly(() => this.#marker?.remove());
      this.#marker = new this.#elements.MarkPainter(this.#view, map, this.#appearance);
    }
    const scopes = map.scopes;
    if (scopes.length === before.size && scopes.every((scope) => before.has(scope))) return;
    const { overlaid } = this;
    this.#painter.remove();
    this.#painter = this.#makePainter(overlaid);
  }

  /** @param {Appearance} appearance */
  setAppearance(appearance) {
    this.#appearance = appearance;
    this.#painter.setAppearance(appearance);
    this.#marker?.setAppearance(appearance);
  }

  remove() {
    this.#controller.abort();
    this.#near?.stop();
    this.#painter.remove();
    this.#elements?.quietly(() => this.#marker?.remove());
    this.#spans.clear();
  }

  /** @param {boolean} forced */
  #makePainter(forced) {
    return forced || !RegistryPainter.supported(this.#view)
      ? new OverlayPainter(this.#view, this.#root, this.#appearance)
      : new RegistryPainter(this.#view, this.#map.scopes, this.#appearance);
  }

  /** Watches the window where there is more to paint than is painted at once. */
  #watch() {
    this.#near?.stop();
    this.#near = null;
    const all = [...this.#spans.values()].flat();
    if (all.length <= SMALL) return;
    const blocks = new Set(all.map(({ block }) => block));
    this.#near = new NearView(this.#view, this.#map, blocks, () => this.#drawAll());
  }

  #drawAll() {
    for (const style of this.#spans.keys()) this.#draw(style);
  }

  /** @param {StyleName} style */
  #draw(style) {
    if (this.#marker && !MOVING.has(style)) return;
    /** @type {Range[]} */
    const ranges = [];
    for (const span of this.#spans.get(style) ?? []) {
      if (this.#near && !this.#near.has(span.block)) continue;
      ranges.push(...this.#map.ranges(span));
      if (ranges.length >= MOST) break;
    }
    this.#painter.paint(style, ranges);
  }
}

/**
 * OverlayPainter: the same marks as boxes over the text, in one layer at the end of the page's body. For browsers without
 * the CSS Custom Highlight API, and for forced colours, where Chromium paints every highlight as if selected.
 *
 * The layer scrolls with the page and lets every click through. Its boxes are laid anew, once a frame at most, when the
 * article changes its size, the window its own, a font arrives or something inside the page scrolls. Nothing is written
 * into the article. Cost: the client rectangles of the ranges that are painted, which are those near the window.
 *
 * @typedef {import("./palette.js").StyleName} StyleName
 * @typedef {import("../ui/theme-watch.js").Appearance} Appearance
 */

import { MOVING, PALETTE } from "./palette.js";

export class OverlayPainter {
  #view;
  #host;
  #layer;
  #sheet;
  /** @type {Map<StyleName, readonly Range[]>} */
  #ranges = new Map();
  #frame = 0;
  #controller = new AbortController();
  #resize;

  /**
   * @param {Window & typeof globalThis} view
   * @param {Element} root  of the article
   * @param {Appearance} appearance
   */
  constructor(view, root, appearance) {
    this.#view = view;
    const { document } = view;
    this.#host = document.createElement("div");
    this.#host.setAttribute("data-newsgloss", "overlay");
    this.#host.setAttribute("aria-hidden", "true");
    const shadow = this.#host.attachShadow({ mode: "open" });
    this.#sheet = new view.CSSStyleSheet();
    shadow.adoptedStyleSheets = [this.#sheet];
    this.#layer = document.createElement("div");
    shadow.append(this.#layer);
    this.setAppearance(appearance);
    document.body.append(this.#host);

    const { signal } = this.#controller;
    const later = () => this.#schedule();
    this.#resize = new view.ResizeObserver(later);
    this.#resize.observe(root);
    view.addEventListener("resize", later, { signal, passive: true });
    // The layer moves with the document; what scrolls inside it does not.
    view.addEventListener("scroll", (event) => event.target !== document && later(), { signal, passive: true, capture: true });
    document.fonts?.addEventListener("loadingdone", later, { signal });
  }

  /** @param {StyleName} style @param {readonly Range[]} ranges  these, instead of those before */
  paint(style, ranges) {
    if (ranges.length > 0) this.#ranges.set(style, ranges);
    else this.#ranges.delete(style);
    this.#schedule();
  }

  /** @param {StyleName} style */
  clear(style) {
    if (this.#ranges.delete(style)) this.#schedule();
  }

  /** @param {Appearance} appearance */
  setAppearance(appearance) {
    this.#sheet.replaceSync(rules(appearance));
  }

  remove() {
    this.#view.cancelAnimationFrame(this.#frame);
    this.#controller.abort();
    this.#resize.disconnect();
    this.#host.remove();
  }

  #schedule() {
    if (this.#frame !== 0) return;
    this.#frame = this.#view.requestAnimationFrame(() => {
      this.#frame = 0;
      this.#lay();
    });
  }

  /** All rectangles are read before anything is written. */
  #lay() {
    const origin = this.#layer.getBoundingClientRect();
    /** @type {{ style: StyleName, rect: DOMRect }[]} */
    const boxes = [];
    for (const style of /** @type {StyleName[]} */ (Object.keys(PALETTE))) {
      for (const range of this.#ranges.get(style) ?? []) {
        for (const rect of range.getClientRects()) if (rect.width > 0) boxes.push({ style, rect });
      }
    }
    this.#layer.replaceChildren(
      ...boxes.map(({ style, rect }) => {
        const box = this.#view.document.createElement("i");
        box.className = style;
        box.style.left = `${rect.left - origin.left}px`;
        box.style.top = `${rect.top - origin.top}px`;
        box.style.width = `${rect.width}px`;
        box.style.height = `${rect.height}px`;
        return box;
      }),
    );
  }
}

/** @param {Appearance} appearance */
function rules({ theme, colours }) {
  const entries = /** @type {[StyleName, import("./palette.js").Style][]} */ (Object.entries(PALETTE));
  const normal = entries.map(([style, { line }]) => {
    const value = `var(--newsgloss-${style}, ${colours[style]})`;
    return `.${style} { ${line ? `border-bottom: ${line} ${value}` : `background: ${value}`}; }`;
  });
  // The reader's own colours: no tints; speech has a double line, what is looked at a frame.
  const forced = entries.map(([style, { line }]) => {
    if (style === "active" || style === "active-quote") return `.${style} { background: none; outline: 2px solid Highlight; outline-offset: 1px; }`;
    if (MOVING.has(style)) return `.${style} { background: none; outline: 1px dotted Highlight; outline-offset: 1px; }`;
    return `.${style} { background: none; border-bottom: ${line ?? (style === "caption" ? "0" : "double 3px")} CanvasText; }`;
  });
  return `:host { all: initial !important; position: absolute !important; top: 0 !important; left: 0 !important;
  pointer-events: none !important; mix-blend-mode: ${theme === "dark" ? "screen" : "multiply"} !important;
  forced-color-adjust: none !important; }
i { position: absolute; box-sizing: border-box; pointer-events: none; }
${normal.join("\n")}
@media (forced-colors: active) {\n:host { mix-blend-mode: normal !important; }\n${forced.join("\n")}\n}
@media print { :host { display: none !important; } }\n`;
}

/**
 * Shell: the one element that Newsgloss adds to the page, at the end of the body: a shadow root with the toolbar, the card,
 * the panel and a live region in it. Its styles are a constructed sheet, and none of the page's reach inside. A panel in a
 * document of its own has one too, in the place that it fills.
 *
 * @typedef {import("../highlight/palette.js").Theme} Theme
 */

import { PALETTE } from "../highlight/palette.js";
import { h } from "./dom.js";
import css from "./ui.css";

export class Shell {
  host;
  root;
  #status;

  /**
   * @param {Element} mount  the body, or the place that it is to fill
   * @param {{ theme: Theme, font: string, messages: import("./messages.js").Messages }} look  `font`: for what is quoted
   */
  constructor(mount, { theme, font, messages }) {
    const { ownerDocument: document } = mount;
    this.host = document.createElement("div");
    this.host.setAttribute("data-newsgloss", mount === document.body ? "" : "panel");
    this.host.lang = messages.lang;
    this.host.dir = messages.dir;
    this.host.style.setProperty("--article-font", font);
    this.root = this.host.attachShadow({ mode: "open" });
    const sheet = new /** @type {Window & typeof globalThis} */ (document.defaultView).CSSStyleSheet();
    sheet.replaceSync(`${paletteProperties()}\n${css}`);
    this.root.adoptedStyleSheets = [sheet];
    this.#status = h("p", { class: "status", role: "status" });
    this.root.append(this.#status);
    this.setTheme(theme);
    mount.append(this.host);
  }

  /** @param {Theme} theme */
  setTheme(theme) {
    this.host.setAttribute("data-theme", theme);
  }

  /** @param {string} text */
  announce(text) {
    this.#status.textContent = text;
  }

  remove() {
    this.host.remove();
  }
}

/** The palette as custom properties, for samples in the legend and the card. */
function paletteProperties() {
  const properties = (/** @type {Theme} */ theme) =>
    Object.entries(PALETTE)
      .map(([style, { [theme]: colour }]) => `--${style}: var(--newsgloss-${style}, ${colour});`)
      .join(" ");
  return `:host { ${properties("light")} }\n:host([data-theme="dark"]) { ${properties("dark")} }`;
}

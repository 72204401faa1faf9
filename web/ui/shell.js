/**
 * Shell: the one element that Newsgloss adds to the page, at the end of the body: a shadow root with the toolbar, the card
 * and a live region in it. Its styles are a constructed sheet, and none of the page's reach inside.
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

  /** @param {Document} document @param {Theme} theme @param {string} font  for what is quoted from the article */
  constructor(document, theme, font) {
    this.host = document.createElement("div");
    this.host.setAttribute("data-newsgloss", "");
    this.host.lang = "en";
    this.host.style.setProperty("--article-font", font);
    this.root = this.host.attachShadow({ mode: "open" });
    const sheet = new /** @type {Window & typeof globalThis} */ (document.defaultView).CSSStyleSheet();
    sheet.replaceSync(`${paletteProperties()}\n${css}`);
    this.root.adoptedStyleSheets = [sheet];
    this.#status = h("p", { class: "status", role: "status" });
    this.root.append(this.#status);
    this.setTheme(theme);
    document.body.append(this.host);
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

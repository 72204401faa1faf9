/**
 * ThemeWatch: is the article light or dark? The colour of its text decides, not the reader's preference alone, for a page
 * without a dark side stays light at night. Looked at again when the preference changes, or an attribute of the root or
 * body element by which pages switch.
 *
 * @typedef {import("../highlight/palette.js").Theme} Theme
 */

const SWITCHES = ["class", "style", "data-theme", "data-mode", "data-color-scheme", "data-bs-theme"];

export class ThemeWatch {
  /** @type {Theme} */
  theme;
  #root;
  #setting;
  #changed;

  /**
   * @param {Element} root
   * @param {"auto" | Theme} setting
   * @param {(theme: Theme) => void} changed
   * @param {AbortSignal} signal
   */
  constructor(root, setting, changed, signal) {
    this.#root = root;
    this.#setting = setting;
    this.#changed = changed;
    this.theme = this.#look();
    if (setting !== "auto") return;
    const look = () => this.#update();
    const { ownerDocument } = root;
    const view = /** @type {Window} */ (ownerDocument.defaultView);
    view.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", look, { signal });
    const observer = new MutationObserver(look);
    for (const element of [ownerDocument.documentElement, ownerDocument.body]) {
      observer.observe(element, { attributes: true, attributeFilter: SWITCHES });
    }
    signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  }

  #update() {
    const theme = this.#look();
    if (theme === this.theme) return;
    this.theme = theme;
    this.#changed(theme);
  }

  /** @returns {Theme} */
  #look() {
    if (this.#setting !== "auto") return this.#setting;
    return lightness(getComputedStyle(this.#root).color) > 0.5 ? "dark" : "light";
  }
}

/** A computed colour's lightness, 0 to 1. @param {string} colour */
function lightness(colour) {
  const [, notation, body] = /^([\w-]+)\((.*)\)$/.exec(colour) ?? ["", "", ""];
  // The name of a colour space may hold a digit ("display-p3").
  const numbers = (body.match(/(?<![\w-])-?[\d.]+%?/g) ?? []).map((text) =>
    text.endsWith("%") ? parseFloat(text) / 100 : parseFloat(text),
  );
  if (notation.startsWith("rgb")) return luma(numbers.map((channel) => channel / 255));
  if (notation === "color") return luma(numbers);
  if (notation.startsWith("ok")) return numbers[0];
  if (notation.startsWith("l")) return numbers[0] > 1 ? numbers[0] / 100 : numbers[0];
  return 0;
}

/** @param {number[]} channels  red, green, blue, 0 to 1 */
function luma([red, green, blue]) {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * ThemeWatch: what the article's text stands on, and so whether it is light or dark, and in which colours marks are seen
 * there. The page decides, not the reader's preference alone, for a page without a dark side stays light at night. Looked
 * at again when the preference changes, or an attribute of the root or body element by which pages switch.
 *
 * The ground is what the backgrounds of the elements around the text come to. Where none of them is opaque, or one is a
 * picture, it is not known: then the lightness of the text tells light from dark, and the theme's own ground is taken.
 *
 * @typedef {import("../highlight/contrast.js").Colour} Colour
 * @typedef {import("../highlight/contrast.js").Colours} Colours
 * @typedef {import("../highlight/palette.js").Theme} Theme
 * @typedef {{ theme: Theme, colours: Colours }} Appearance
 */

import { colourOf, coloursOn, contrast, luminance, over } from "../highlight/contrast.js";

const SWITCHES = ["class", "style", "data-theme", "data-mode", "data-color-scheme", "data-bs-theme"];

/** What the themes stand on where the page does not tell. @type {Record<Theme, { ground: Colour, text: Colour }>} */
const USUAL = {
  light: { ground: [255, 255, 255, 1], text: [34, 34, 34, 1] },
  dark: { ground: [24, 26, 28, 1], text: [224, 226, 228, 1] },
};
const WHITE = USUAL.light.ground;
/** @type {Colour} */
const BLACK = [0, 0, 0, 1];

export class ThemeWatch {
  /** @type {Appearance} */
  now;
  #textElement;
  #setting;
  #changed;

  /**
   * @param {() => Element} textElement  in which the article's text stands, now
   * @param {"auto" | Theme} setting
   * @param {(now: Appearance) => void} changed
   * @param {AbortSignal} signal
   */
  constructor(textElement, setting, changed, signal) {
    this.#textElement = textElement;
    this.#setting = setting;
    this.#changed = changed;
    this.now = this.#seen();
    if (setting !== "auto") return;
    const look = () => this.look();
    const { ownerDocument } = textElement();
    const view = /** @type {Window} */ (ownerDocument.defaultView);
    view.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", look, { signal });
    const observer = new MutationObserver(look);
    for (const element of [ownerDocument.documentElement, ownerDocument.body]) {
      observer.observe(element, { attributes: true, attributeFilter: SWITCHES });
    }
    signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  }

  look() {
    const now = this.#seen();
    const before = this.now;
    if (now.theme === before.theme && JSON.stringify(now.colours) === JSON.stringify(before.colours)) return;
    this.now = now;
    this.#changed(now);
  }

  /** @returns {Appearance} */
  #seen() {
    const usual = (/** @type {Theme} */ theme) => ({ theme, colours: coloursOn(theme, USUAL[theme].ground, USUAL[theme].text) });
    if (this.#setting !== "auto") return usual(this.#setting);
    const element = this.#textElement();
    const text = colourOf(getComputedStyle(element).color) ?? USUAL.light.text;
    const ground = groundOf(element);
    if (!ground) return usual(luminance(text) > 0.18 ? "dark" : "light");
    const theme = contrast(WHITE, ground) > contrast(BLACK, ground) ? "dark" : "light";
    return { theme, colours: coloursOn(theme, ground, over(text, ground)) };
  }
}

/** What an element's text stands on; null where that is not known. @param {Element} element @returns {Colour | null} */
function groundOf(element) {
  /** @type {Colour[]} */
  const layers = [];
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement ?? /** @type {Partial<ShadowRoot>} */ (at.getRootNode()).host ?? null) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    if (backgroundImage.includes("url(")) return null;
    const colour = colourOf(backgroundColor);
    if (!colour || colour[3] === 0) continue;
    if (colour[3] === 1) return layers.reduceRight((below, layer) => over(layer, below), colour);
    layers.push(colour);
  }
  return null;
}

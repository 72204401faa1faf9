/**
 * Toolbar: the button in the corner, and what it opens: the layers with their legend, and the way from mark to mark. It is
 * the keyboard's entry, since the marks themselves cannot take focus without changing the article.
 *
 * @typedef {import("../highlight/marks.js").Layer} Layer
 */

import { LAYERS } from "../highlight/marks.js";
import { h, icon } from "./dom.js";
import { WORDS } from "./words.js";

/** What the legend shows under a layer. @type {Partial<Record<Layer, (keyof typeof WORDS.legend)[]>>} */
const LEGEND = {
  names: ["person", "organisation", "place", "group", "thing"],
  quotes: ["quote-direct", "quote-indirect"],
};

export class Toolbar {
  element;
  #button;
  #panel;
  #position;
  #events;

  /**
   * @param {ShadowRoot} parent
   * @param {{ counts: Record<Layer, number>, layers: ReadonlySet<Layer>, summary: string }} shows
   * @param {{ toggled: (layer: Layer, on: boolean) => void, stepped: (by: 1 | -1) => void, opened: () => void }} events
   * @param {AbortSignal} signal
   */
  constructor(parent, { counts, layers, summary }, events, signal) {
    this.#events = events;
    this.#button = h(
      "button",
      { type: "button", class: "opener", ariaExpanded: "false", ariaLabel: `${WORDS.toolbar}: ${summary}`, title: WORDS.keys },
      icon("mark"),
      h("span", {}, summary),
    );
    this.#position = h("button", { type: "button", class: "position" });
    const previous = h("button", { type: "button", ariaLabel: WORDS.previous }, icon("previous"));
    const next = h("button", { type: "button", ariaLabel: WORDS.next }, icon("next"));
    this.#panel = h(
      "div",
      { class: "panel", hidden: true },
      h("ul", { class: "layers" }, ...LAYERS.filter((layer) => counts[layer] > 0).map((layer) => this.#row(layer, counts[layer], layers.has(layer), signal))),
      h("div", { class: "stepper" }, previous, this.#position, next),
    );
    this.element = h("section", { class: "toolbar", part: "toolbar", ariaLabel: WORDS.toolbar }, this.#panel, this.#button);
    parent.append(this.element);

    this.#button.addEventListener("click", () => this.expand(this.#panel.hidden), { signal });
    previous.addEventListener("click", () => events.stepped(-1), { signal });
    next.addEventListener("click", () => events.stepped(1), { signal });
    this.#position.addEventListener("click", () => events.opened(), { signal });
  }

  get expanded() {
    return !this.#panel.hidden;
  }

  /** @param {boolean} open */
  expand(open) {
    this.#panel.hidden = !open;
    this.#button.ariaExpanded = String(open);
  }

  /** Shows where among the marks we are; 0 for none yet. @param {number} at @param {number} of */
  position(at, of) {
    this.#position.textContent = WORDS.position(at, of);
    this.#position.ariaLabel = at ? `${WORDS.position(at, of)}, ${WORDS.openCard}` : WORDS.position(at, of);
    this.#position.disabled = of === 0;
  }

  /** The keyboard stays here while it steps: Enter then opens the card. */
  focusPosition() {
    this.expand(true);
    this.#position.focus({ preventScroll: true });
  }

  focusButton() {
    this.#button.focus({ preventScroll: true });
  }

  /** @param {Layer} layer @param {number} count @param {boolean} on @param {AbortSignal} signal */
  #row(layer, count, on, signal) {
    const toggle = h(
      "button",
      { type: "button", class: "layer", role: "switch", ariaChecked: String(on) },
      h("span", { class: "box" }, icon("check")),
      h("span", { class: "title" }, WORDS.layers[layer]),
      h("span", { class: "count" }, String(count)),
    );
    toggle.addEventListener(
      "click",
      () => {
        const now = toggle.ariaChecked !== "true";
        toggle.ariaChecked = String(now);
        this.#events.toggled(layer, now);
      },
      { signal },
    );
    const legend = LEGEND[layer];
    return h(
      "li",
      {},
      toggle,
      legend &&
        h("p", { class: "legend" }, ...legend.map((style) => h("span", { class: `sample ${style}` }, WORDS.legend[style]))),
    );
  }
}

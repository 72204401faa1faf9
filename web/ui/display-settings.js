/**
 * What is marked, as switches with their legend: the panel's last tab.
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

/**
 * @param {Record<Layer, number>} counts
 * @param {ReadonlySet<Layer>} layers  shown
 * @param {(layer: Layer, on: boolean) => void} toggled
 */
export function displaySettings(counts, layers, toggled) {
  const rows = LAYERS.filter((layer) => counts[layer] > 0).map((layer) => {
    const toggle = h(
      "button",
      { type: "button", class: "layer", role: "switch", ariaChecked: String(layers.has(layer)) },
      h("span", { class: "box" }, icon("check")),
      h("span", { class: "title" }, WORDS.layers[layer]),
      h("span", { class: "count" }, String(counts[layer])),
    );
    toggle.onclick = () => {
      const now = toggle.ariaChecked !== "true";
      toggle.ariaChecked = String(now);
      toggled(layer, now);
    };
    const legend = LEGEND[layer];
    return h(
      "li",
      {},
      toggle,
      legend && h("p", { class: "legend" }, ...legend.map((style) => h("span", { class: `sample ${style}` }, WORDS.legend[style]))),
    );
  });
  return h("div", {}, h("ul", { class: "layers" }, ...rows), h("p", { class: "note keys" }, WORDS.keys));
}

/**
 * The panel's last tab: what is marked, as switches with their legend; and the shortcuts, which can be turned off.
 *
 * @typedef {import("../highlight/marks.js").Layer} Layer
 */

import { LAYERS } from "../highlight/marks.js";
import { h, icon } from "./dom.js";

/** What the legend shows under a layer. @type {Partial<Record<Layer, string[]>>} */
const LEGEND = {
  names: ["person", "organisation", "place", "group", "thing"],
  quotes: ["quote-direct", "quote-indirect"],
};

/**
 * @param {import("./messages.js").Messages} messages
 * @param {Record<Layer, number>} counts
 * @param {ReadonlySet<Layer>} layers  shown
 * @param {(layer: Layer, on: boolean) => void} toggled
 * @param {import("./shortcuts.js").Shortcuts} shortcuts
 */
export function displaySettings(messages, counts, layers, toggled, shortcuts) {
  const rows = LAYERS.filter((layer) => counts[layer] > 0).map((layer) => {
    const legend = LEGEND[layer];
    return h(
      "li",
      {},
      toggle(messages.one("layer", layer), layers.has(layer), (on) => toggled(layer, on), messages.number(counts[layer])),
      legend && h("p", { class: "legend" }, ...legend.map((style) => h("span", { class: `sample ${style}` }, messages.one("legend", style)))),
    );
  });
  return h(
    "div",
    {},
    h("section", {}, h("h3", {}, messages.text("marks")), h("ul", { class: "layers" }, ...rows)),
    h(
      "section",
      {},
      h("h3", {}, messages.text("shortcuts")),
      shortcuts.list.length > 0 && h("div", { class: "layers" }, toggle(messages.text("shortcuts"), shortcuts.on, (on) => (shortcuts.on = on))),
      h("dl", { class: "keys" }, ...[...shortcuts.list.map(({ action, key }) => [messages.one("shortcut", action), key]), [messages.text("shortcut.close"), "Esc"]].flatMap(([name, key]) => [h("dt", {}, name), h("dd", {}, h("kbd", { dir: "ltr" }, key))])),
      h("p", { class: "note" }, messages.text("shortcutsNote")),
    ),
  );
}

/** A switch. @param {string} title @param {boolean} on @param {(on: boolean) => void} turned @param {string} [count] */
function toggle(title, on, turned, count) {
  const button = h(
    "button",
    { type: "button", class: "layer", role: "switch", ariaChecked: String(on) },
    h("span", { class: "box" }, icon("check")),
    h("span", { class: "title" }, title),
    count && h("span", { class: "count" }, count),
  );
  button.onclick = () => {
    const now = button.ariaChecked !== "true";
    button.ariaChecked = String(now);
    turned(now);
  };
  return button;
}

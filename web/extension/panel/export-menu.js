/**
 * ExportMenu: a button, and under it each format to copy or to save, and the print list. What was done is said in a live region,
 * and shown on the button that did it.
 *
 * Keys: Enter or the down arrow open it; up and down go from format to format, left and right between copying and saving, Home and
 * End to the first and the last; Escape closes it, and the keyboard is back on its button.
 *
 * @typedef {import("../../schema.js").Annotations} Annotations
 * @typedef {import("../../export/formats.js").FormatName} FormatName
 * @typedef {import("../../export/formats.js").PageFacts} PageFacts
 *
 * @typedef {object} ExportOptions
 * @property {() => { annotations: Annotations, page: PageFacts } | null} article  what is shown now
 * @property {import("../../ui/messages.js").Messages} messages
 * @property {import("../words.js").Words<"panel">} words
 * @property {(text: string) => void} announce
 * @property {() => void} print
 */

import { FORMATS, fileNameFor } from "../../export/formats.js";
import { copy } from "../../ui/citation.js";
import { h, icon, svg } from "../../ui/dom.js";

/** How long a button says that it is done. */
const DONE_MS = 2000;
/** How long a file stays fetchable after it was handed to the browser. */
const SAVING_MS = 30_000;

const NAMES = /** @type {FormatName[]} */ (Object.keys(FORMATS));

export class ExportMenu {
  element;
  #options;
  #button;
  #menu;

  /** @param {ExportOptions} options @param {AbortSignal} signal */
  constructor(options, signal) {
    const { words, print } = options;
    this.#options = options;
    this.#button = h(
      "button",
      { type: "button", class: "opener", ariaExpanded: "false", "aria-controls": "export", onclick: () => this.#toggle() },
      svg("svg", { viewBox: "0 0 16 16", class: "icon", "aria-hidden": "true" }, svg("path", { d: "M7.2 1.800h1.600v6.500l2-2 1.100 1.100L8 11.300 4.100 7.400l1.100-1.100 2 2ZM2.500 10.500H4v2.500h8v-2.500h1.500v4h-11Z" })),
      words("export"),
    );
    this.#menu = h(
      "section",
      { class: "menu", id: "export", ariaLabel: words("export"), hidden: true },
      ...this.#group("said"),
      h("div", { class: "row" }, h("button", { type: "button", class: "wide", onclick: () => this.#leave(print) }, words("print"))),
      ...this.#group("all"),
    );
    this.element = h("div", { class: "export" }, this.#button, this.#menu);
    this.element.addEventListener("keydown", (event) => this.#key(event), { signal });
    document.addEventListener("pointerdown", ({ target }) => !this.element.contains(/** @type {Node} */ (target)) && this.#show(false), { signal });
    this.element.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !this.element.contains(/** @type {Node} */ (relatedTarget)) && this.#show(false), { signal });
  }

  /** @param {"said" | "all"} holds */
  #group(holds) {
    const { words } = this.#options;
    return [
      h("h2", { id: `export-${holds}` }, words(holds)),
      h("ul", { "aria-labelledby": `export-${holds}` }, ...NAMES.filter((name) => FORMATS[name].holds === holds).map((name) => this.#row(name))),
    ];
  }

  /** @param {FormatName} name */
  #row(name) {
    const { words } = this.#options;
    const format = words(name);
    /** @param {"copy" | "save"} what */
    const button = (what) =>
      h("button", { type: "button", class: "action", ariaLabel: words(`${what}As`, { format }), onclick: (/** @type {Event} */ { currentTarget }) => void this.#do(what, name, /** @type {HTMLButtonElement} */ (currentTarget)) }, words(what));
    return h("li", { class: "row" }, h("span", { class: "format" }, format, h("bdi", { class: "suffix", dir: "ltr" }, `.${FORMATS[name].suffix}`)), button("copy"), button("save"));
  }

  /** @param {"copy" | "save"} what @param {FormatName} name @param {HTMLButtonElement} button */
  async #do(what, name, button) {
    const { article, messages, words, announce } = this.#options;
    const now = article();
    if (!now) return;
    const { annotations, page } = now;
    const { write, type, lead = "" } = FORMATS[name];
    const text = write(annotations, page, messages);
    if (what === "save") {
      const file = fileNameFor(annotations, page, name);
      save(file, new Blob([lead, text], { type: `${type};charset=utf-8` }));
      announce(words("saved", { file }));
      done(button);
      return;
    }
    const copied = await copy(text, document.body);
    button.focus({ preventScroll: true });
    announce(copied ? words("copied", { format: words(name) }) : words("notCopied"));
    if (copied) done(button);
  }

  #toggle() {
    this.#show(this.#menu.hidden);
  }

  /** @param {boolean} open */
  #show(open) {
    this.#menu.hidden = !open;
    this.#button.ariaExpanded = String(open);
    if (open) this.#rows()[0]?.[0]?.focus();
  }

  /** @param {() => void} then */
  #leave(then) {
    this.#show(false);
    this.#button.focus({ preventScroll: true });
    then();
  }

  /** The buttons, row by row. */
  #rows() {
    return [...this.#menu.querySelectorAll(".row")].map((row) => /** @type {HTMLButtonElement[]} */ ([...row.querySelectorAll("button")]));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key === "Escape" && !this.#menu.hidden) {
      this.#leave(() => {});
    } else if (key === "ArrowDown" && event.target === this.#button) {
      this.#show(true);
    } else {
      const to = this.#after(/** @type {HTMLButtonElement} */ (event.target), key);
      if (!to) return;
      to.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Where a key leads from a button of the menu. @param {HTMLButtonElement} from @param {string} key */
  #after(from, key) {
    const rows = this.#rows();
    const at = rows.findIndex((row) => row.includes(from));
    if (at < 0) return undefined;
    const column = rows[at].indexOf(from);
    const [back, forward] = getComputedStyle(this.element).direction === "rtl" ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
    if (key === forward) return rows[at][column + 1];
    if (key === back) return rows[at][column - 1];
    const row = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], Home: rows[0], End: rows.at(-1) }[key];
    return row?.[Math.min(column, row.length - 1)];
  }
}

/** @param {HTMLButtonElement} button */
function done(button) {
  if (button.querySelector("svg")) return;
  button.classList.add("done");
  button.prepend(icon("check"));
  setTimeout(() => {
    button.classList.remove("done");
    button.querySelector("svg")?.remove();
  }, DONE_MS);
}

/** Hands a file to the browser, which saves it where the reader keeps such. @param {string} name @param {Blob} blob */
function save(name, blob) {
  const href = URL.createObjectURL(blob);
  h("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), SAVING_MS);
}

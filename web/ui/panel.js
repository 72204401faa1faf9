/**
 * Panel: who said what, and everything else that was found, as lists. It is the way to the marks that needs no sight of
 * them: headings, lists and buttons, all by keyboard. Beside the article on wide windows, a sheet at the foot of narrow ones.
 *
 * It knows nothing of annotations; it is given tabs, which build their content when they are first opened.
 *
 * Keys: left and right between tabs (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/), up and down through what a tab lists.
 */

import { h, icon } from "./dom.js";
import { Stepper } from "./stepper.js";
import { WORDS } from "./words.js";

/** @typedef {{ id: string, label: string, count?: number, build: () => HTMLElement }} Tab */

export class Panel {
  element;
  #tabList = h("div", { class: "tabs", role: "tablist", ariaLabel: WORDS.tabs });
  #body = h("div", { class: "scroll", role: "tabpanel", id: "tabpanel", tabIndex: -1 });
  #stepper;
  /** @type {readonly Tab[]} */
  #tabs = [];
  /** @type {Map<string, HTMLElement>} */
  #built = new Map();
  #current = "";

  /**
   * @param {ShadowRoot} parent
   * @param {{ closed: () => void, stepped: (by: 1 | -1) => void, opened: () => void }} events
   * @param {AbortSignal} signal
   */
  constructor(parent, events, signal) {
    this.#stepper = new Stepper(events);
    const close = h("button", { type: "button", class: "close", ariaLabel: WORDS.close, onclick: () => events.closed() }, icon("close"));
    this.element = h(
      "section",
      { class: "panel", part: "panel", ariaLabel: WORDS.panel, hidden: true },
      h("header", {}, h("h2", {}, WORDS.panel), close),
      this.#tabList,
      this.#body,
      h("footer", {}, this.#stepper.element),
    );
    this.element.addEventListener("keydown", (event) => this.#key(event), { signal });
    parent.append(this.element);
  }

  get open() {
    return !this.element.hidden;
  }

  /** Does the keyboard's focus lie in it? */
  get focused() {
    const root = /** @type {ShadowRoot} */ (this.element.getRootNode());
    return root.activeElement !== null && this.element.contains(root.activeElement);
  }

  /** @param {readonly Tab[]} tabs  those without content left out */
  setTabs(tabs) {
    this.#tabs = tabs;
    this.#built.clear();
    this.#tabList.replaceChildren(
      ...tabs.map(({ id, label, count }) =>
        h(
          "button",
          { type: "button", role: "tab", id: `tab-${id}`, "aria-controls": "tabpanel", onclick: () => this.select(id) },
          label,
          count !== undefined && h("span", { class: "count" }, ` ${count}`),
        ),
      ),
    );
    if (!tabs.some(({ id }) => id === this.#current)) this.#current = tabs[0]?.id ?? "";
    if (this.open) this.select(this.#current);
  }

  /** @param {string} id */
  select(id) {
    const tab = this.#tabs.find((one) => one.id === id);
    if (!tab) return;
    this.#current = id;
    for (const button of this.#buttons()) {
      const own = button.id === `tab-${id}`;
      button.ariaSelected = String(own);
      button.tabIndex = own ? 0 : -1;
    }
    this.#body.setAttribute("aria-labelledby", `tab-${id}`);
    const content = this.#built.get(id) ?? tab.build();
    this.#built.set(id, content);
    this.#body.replaceChildren(content);
    this.#body.scrollTop = 0;
  }

  show() {
    this.element.hidden = false;
    this.select(this.#current);
    this.#buttons()
      .find((button) => button.ariaSelected === "true")
      ?.focus({ preventScroll: true });
  }

  hide() {
    this.element.hidden = true;
    this.#body.replaceChildren();
  }

  /** Marks the list's entry of what is looked at. @param {HTMLElement | null | undefined} item */
  mark(item) {
    for (const one of this.#body.querySelectorAll("[aria-current]")) one.removeAttribute("aria-current");
    if (!item || !this.#body.contains(item)) return;
    item.setAttribute("aria-current", "true");
    const { top, bottom } = item.getBoundingClientRect();
    const frame = this.#body.getBoundingClientRect();
    if (top < frame.top || bottom > frame.bottom) this.#body.scrollTop += top - frame.top - 40;
  }

  /** @param {number} at @param {number} of */
  position(at, of) {
    this.#stepper.set(at, of);
  }

  #buttons() {
    return /** @type {HTMLButtonElement[]} */ ([...this.#tabList.children]);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const root = /** @type {ShadowRoot} */ (this.element.getRootNode());
    const at = /** @type {HTMLElement | null} */ (root.activeElement);
    if (!at) return;
    const tabs = this.#buttons();
    const items = /** @type {HTMLElement[]} */ ([...this.#body.querySelectorAll("button, input, a[href]")]).filter(
      (item) => item.getClientRects().length > 0,
    );
    /** @type {HTMLElement | undefined} */
    let to;
    const tab = tabs.indexOf(/** @type {HTMLButtonElement} */ (at));
    const forward = getComputedStyle(this.element).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (tab >= 0) {
      if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
        to = tabs[(tab + (event.key === forward ? 1 : -1) + tabs.length) % tabs.length];
      } else if (event.key === "Home") to = tabs[0];
      else if (event.key === "End") to = tabs[tabs.length - 1];
      else if (event.key === "ArrowDown") to = items[0];
    } else if (this.#body.contains(at)) {
      const item = items.indexOf(at);
      if (event.key === "ArrowDown") to = items[item + 1];
      else if (event.key === "ArrowUp") to = item > 0 ? items[item - 1] : tabs.find((one) => one.ariaSelected === "true");
      else return;
    }
    if (!to) return;
    to.focus();
    if (tab >= 0 && to.role === "tab") to.click();
    event.preventDefault();
    event.stopPropagation();
  }
}

/**
 * Panel: who said what, and everything else that was found, as lists. It is the way to the marks that needs no sight of
 * them: headings, lists and buttons, all by keyboard. It needs no article beside it: it is given annotations, and says by
 * targets where the reader wants to go. In the article's page it floats beside the text (a sheet at the foot of narrow
 * windows); in a document of its own it fills its place (mount-panel.js).
 *
 * Keys: left and right between tabs (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/), up and down through what a tab lists,
 * Home and End to the first and the last.
 *
 * @typedef {import("../schema.js").Annotations} Annotations
 * @typedef {import("./messages.js").Messages} Messages
 * @typedef {import("./panel-views.js").View} View
 * @typedef {import("./target.js").Target} Target
 * @typedef {"names" | "said" | "when" | "pictures" | "display"} TabName
 *
 * @typedef {object} PanelOptions
 * @property {Annotations} annotations
 * @property {Messages} messages
 * @property {(target: Target, byKeyboard: boolean) => void} onJump  the reader chose something
 * @property {() => void} [onClose]  then it has a button for that
 * @property {(by: 1 | -1) => void} [onStep]  then its foot has a stepper
 * @property {() => void} [onOpenCard]  the stepper's middle was pressed
 * @property {(block: number) => HTMLImageElement | null} [pictureOf]  for thumbnails
 * @property {() => HTMLElement} [settings]  builds a last tab
 */

import { h, icon } from "./dom.js";
import { PanelViews } from "./panel-views.js";
import css from "./panel.css";
import { finder } from "./search.js";
import { Stepper } from "./stepper.js";
import { foundBy } from "./target.js";

/** How long a reader types before it is said how much was found. */
const QUIET_MS = 250;

export class Panel {
  element;
  #options;
  #messages;
  #tabList;
  #search;
  #content = h("div", { class: "view" });
  #nothing;
  #status = h("p", { class: "status", role: "status" });
  #body;
  #stepper;
  #annotations;
  /** @type {PanelViews} */
  #views;
  /** @type {TabName[]} */
  #tabs = [];
  /** Those that were opened. @type {Map<TabName, View>} */
  #built = new Map();
  /** @type {TabName} */
  #current = "said";
  /** @type {import("./panel-views.js").Choices} */
  #choices = { order: "speaker", kind: "all" };
  #timer = 0;

  /** @param {ShadowRoot} parent @param {PanelOptions} options @param {AbortSignal} signal */
  constructor(parent, options, signal) {
    const { messages, onClose, onStep, annotations } = options;
    this.#options = options;
    this.#messages = messages;
    this.#annotations = annotations;
    adopt(parent);
    this.#tabList = h("div", { class: "tabs", role: "tablist", ariaLabel: messages.text("tabs") });
    const search = messages.text("search");
    this.#search = h("input", { type: "search", class: "search", placeholder: search, ariaLabel: search, autocomplete: "off", oninput: () => this.#filter() });
    this.#nothing = h("p", { class: "nothing", hidden: true }, messages.text("noResults"));
    this.#body = h("div", { class: "scroll", role: "tabpanel", id: "tabpanel", tabIndex: -1 }, this.#search, this.#nothing, this.#content);
    this.#stepper = onStep ? new Stepper({ stepped: onStep, opened: () => options.onOpenCard?.() }, messages) : null;
    this.element = h(
      "section",
      { class: "panel", part: "panel", ariaLabel: messages.text("panel"), hidden: true },
      h(
        "header",
        {},
        h("h2", {}, messages.text("panel")),
        onClose && h("button", { type: "button", class: "close", ariaLabel: messages.text("close"), onclick: () => onClose() }, icon("close")),
      ),
      this.#tabList,
      this.#body,
      this.#stepper && h("footer", {}, this.#stepper.element),
      this.#status,
    );
    this.element.addEventListener("keydown", (event) => this.#key(event), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#timer), { once: true });
    parent.append(this.element);
    this.#views = this.#read();
  }

  get open() {
    return !this.element.hidden;
  }

  /** Does the keyboard's focus lie in it? */
  get focused() {
    return this.element.contains(this.#focusedElement);
  }

  /** @param {Annotations} annotations */
  update(annotations) {
    if (annotations === this.#annotations) return;
    const top = this.#body.scrollTop;
    const at = this.focused ? this.#focusedElement : null;
    const index = at ? this.#items().indexOf(at) : -1;
    const wasTab = at?.role === "tab";
    this.#annotations = annotations;
    this.#views = this.#read();
    if (!this.open) return;
    this.#body.scrollTop = top;
    if (!at || at.isConnected) return;
    // The keyboard stays at what it was at, else at its place in the list.
    const items = wasTab ? [] : this.#items();
    const to = items.find((item) => item.textContent === at.textContent) ?? items.at(Math.min(index, items.length - 1));
    if (to) to.focus({ preventScroll: true });
    else this.focus();
  }

  /** @param {TabName} id */
  selectTab(id) {
    if (!this.#tabs.includes(id)) return;
    this.#current = id;
    for (const button of this.#buttons()) {
      const own = button.id === `tab-${id}`;
      button.ariaSelected = String(own);
      button.tabIndex = own ? 0 : -1;
    }
    this.#body.setAttribute("aria-labelledby", `tab-${id}`);
    this.#search.hidden = id === "display";
    this.#content.replaceChildren(this.#view(id).element);
    this.#apply();
    this.#body.scrollTop = 0;
  }

  show() {
    this.element.hidden = false;
    this.selectTab(this.#current);
  }

  focus() {
    this.#buttons()
      .find((button) => button.ariaSelected === "true")
      ?.focus({ preventScroll: true });
  }

  focusSearch() {
    if (this.#current === "display") this.selectTab(this.#tabs[0]);
    this.#search.focus();
  }

  hide() {
    this.element.hidden = true;
  }

  /**
   * Marks the list's entry of what is looked at.
   *
   * @param {Target | null} target
   * @returns {HTMLElement | null} the entry, where the open tab lists it
   */
  select(target) {
    for (const one of this.#body.querySelectorAll("[aria-current]")) one.removeAttribute("aria-current");
    const subject = target && foundBy(target, this.#annotations);
    const entry = subject && this.#built.get(this.#current)?.entries().find((one) => one.subject === subject);
    if (!entry) return null;
    entry.button.setAttribute("aria-current", "true");
    const { top, bottom } = entry.button.getBoundingClientRect();
    const frame = this.#body.getBoundingClientRect();
    if (top < frame.top || bottom > frame.bottom) this.#body.scrollTop += top - frame.top - 40;
    return entry.button;
  }

  /** @param {number} at @param {number} of */
  position(at, of) {
    this.#stepper?.set(at, of);
  }

  /** What stands at the article's end on paper; nothing where nothing was found. */
  printed() {
    const { said, names, when } = this.#views.counts;
    return said + names + when > 0 ? this.#views.printed() : [];
  }

  #read() {
    const { messages, onJump, pictureOf, settings } = this.#options;
    const views = new PanelViews(this.#annotations, messages, (target) => onJump(target, this.#byKeyboard), this.#choices, pictureOf);
    this.#views = views;
    const { counts } = views;
    const listed = /** @type {const} */ (["names", "said", "when", "pictures"]).filter((id) => counts[id] > 0);
    this.#tabs = [...listed, ...(settings ? /** @type {const} */ (["display"]) : [])];
    this.#built.clear();
    this.#tabList.replaceChildren(...this.#tabs.map((id) => this.#tab(id, id === "display" ? null : counts[id])));
    if (!this.#tabs.includes(this.#current)) this.#current = this.#tabs[0] ?? "said";
    if (this.#tabs.length === 0) {
      this.#search.hidden = true;
      this.#nothing.hidden = false;
      this.#content.replaceChildren();
    } else if (this.open) this.selectTab(this.#current);
    return views;
  }

  /** @param {TabName} id @param {number | null} count */
  #tab(id, count) {
    const label = this.#messages.one("tab", id);
    return h(
      "button",
      {
        type: "button",
        role: "tab",
        part: "tab",
        id: `tab-${id}`,
        "aria-controls": "tabpanel",
        ariaLabel: count === null ? label : null,
        title: count === null ? label : null,
        onclick: () => this.selectTab(id),
      },
      count === null ? icon("settings") : h("span", { class: "label" }, label),
      count !== null && h("span", { class: "count" }, ` ${this.#messages.number(count)}`),
    );
  }

  /** @param {TabName} id @returns {View} */
  #view(id) {
    const known = this.#built.get(id);
    if (known) return known;
    const { settings } = this.#options;
    const view = id === "display" ? { element: settings?.() ?? h("div"), entries: () => [] } : this.#views[id]();
    view.changed?.(() => {
      this.#apply();
      this.#tell();
    });
    this.#built.set(id, view);
    return view;
  }

  /** The reader types. */
  #filter() {
    this.#apply();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#tell(), QUIET_MS);
  }

  /** Shows of the open tab what is searched for, and how much of it the others have. */
  #apply() {
    const query = this.#search.value.trim();
    const find = finder(query);
    for (const [index, id] of this.#tabs.entries()) {
      if (id === "display" || (id !== this.#current && query === "" && !this.#built.has(id))) continue;
      const { element, entries, wanted } = this.#view(id);
      let found = 0;
      for (const entry of entries()) {
        entry.row.hidden = !((wanted?.(entry) ?? true) && find(entry.text));
        if (!entry.row.hidden) found += 1;
      }
      for (const listing of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(".listing"))) {
        listing.hidden = !listing.querySelector("li:not([hidden])");
      }
      for (const picture of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(".voices-picture"))) picture.hidden = query !== "";
      const total = this.#views.counts[id];
      const count = this.#buttons()[index].querySelector(".count");
      if (count) count.textContent = ` ${this.#messages.number(query ? found : total)}`;
      if (id === this.#current) this.#nothing.hidden = found > 0;
    }
    if (this.#current === "display") this.#nothing.hidden = true;
  }

  /** Says how much there is to see now. */
  #tell() {
    const view = this.#built.get(this.#current);
    if (!view) return;
    const count = view.entries().filter(({ row }) => !row.hidden).length;
    const results = this.#messages.text("results", { count, tab: this.#messages.one("tab", this.#current) });
    this.#status.textContent = count > 0 ? results : this.#messages.text("noResults");
  }

  #byKeyboard = false;

  get #focusedElement() {
    return /** @type {HTMLElement | null} */ (/** @type {ShadowRoot} */ (this.element.getRootNode()).activeElement);
  }

  #buttons() {
    return /** @type {HTMLButtonElement[]} */ ([...this.#tabList.children]);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    this.#byKeyboard = event.key === "Enter" || event.key === " ";
    setTimeout(() => (this.#byKeyboard = false));
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = this.#focusedElement;
    if (!at) return;
    if (event.key === "Escape" && at === this.#search && this.#search.value) {
      this.#search.value = "";
      this.#filter();
    } else {
      const to = this.#after(at, event.key);
      if (!to) return;
      to.focus();
      if (to.role === "tab") to.click();
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Where a key leads from an element. @param {HTMLElement} at @param {string} key @returns {HTMLElement | undefined} */
  #after(at, key) {
    const tabs = this.#buttons();
    const tab = tabs.indexOf(/** @type {HTMLButtonElement} */ (at));
    const last = tabs.length - 1;
    if (tab >= 0) {
      const [back, forward] = this.#messages.dir === "rtl" ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
      if (key === forward) return tabs[tab === last ? 0 : tab + 1];
      if (key === back) return tabs[tab === 0 ? last : tab - 1];
      if (key === "Home") return tabs[0];
      if (key === "End") return tabs[last];
      return key === "ArrowDown" ? this.#items()[0] : undefined;
    }
    if (!this.#body.contains(at)) return undefined;
    const items = this.#items();
    const index = items.indexOf(at);
    if (key === "ArrowDown") return items[index + 1];
    if (key === "ArrowUp") return index > 0 ? items[index - 1] : tabs.find((one) => one.ariaSelected === "true");
    if (at.localName === "input") return undefined;
    if (key === "Home") return items[0];
    return key === "End" ? items[items.length - 1] : undefined;
  }

  #items() {
    return /** @type {HTMLElement[]} */ ([...this.#body.querySelectorAll("button, input, a[href]")]).filter((item) => !item.closest("[hidden]"));
  }
}

/** The panel's own styles, once a shadow root. @type {WeakSet<ShadowRoot>} */
const styled = new WeakSet();

/** @param {ShadowRoot} root */
function adopt(root) {
  if (styled.has(root)) return;
  styled.add(root);
  const sheet = new /** @type {Window & typeof globalThis} */ (root.ownerDocument.defaultView).CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/**
 * Card: a popover in the top layer that tells about what is under the pointer or the keyboard's place. Beside its anchor on
 * wide windows, a sheet at the foot of narrow ones. It knows nothing of annotations; it is given its content.
 */

import { h, icon } from "./dom.js";
import { heightBeside, placeBeside } from "./placement.js";

/** Windows narrower than this get the sheet. */
export const NARROW = "(max-width: 600px)";

export class Card {
  element;
  #content;
  #view;
  #narrow;
  #room;
  /** @type {(() => DOMRect | null) | null} */
  #anchor = null;

  /**
   * @param {ShadowRoot} parent
   * @param {{ closed: () => void, room: () => { left?: number, width: number, height: number } }} events  `closed`: by its own button;
   *   `room`: what of the window it may use
   * @param {import("./messages.js").Messages} messages
   * @param {AbortSignal} signal
   */
  constructor(parent, events, messages, signal) {
    this.#view = /** @type {Window} */ (parent.ownerDocument.defaultView);
    this.#narrow = this.#view.matchMedia(NARROW);
    this.#room = events.room;
    this.#content = h("div", { class: "scroll" });
    const close = h("button", { type: "button", class: "close", ariaLabel: messages.text("close") }, icon("close"));
    this.element = h(
      "div",
      { class: "card", part: "card", role: "dialog", "aria-labelledby": "title", tabIndex: -1, hidden: true },
      close,
      this.#content,
    );
    if ("popover" in this.element) this.element.popover = "manual";
    parent.append(this.element);
    close.addEventListener("click", () => events.closed(), { signal });
    const place = () => this.#place();
    this.#view.addEventListener("scroll", place, { signal, passive: true, capture: true });
    this.#view.addEventListener("resize", place, { signal, passive: true });
  }

  get open() {
    return !this.element.hidden;
  }

  /** Does the keyboard's focus lie in it? */
  get focused() {
    const root = /** @type {ShadowRoot} */ (this.element.getRootNode());
    return root.activeElement !== null && this.element.contains(root.activeElement);
  }

  get sheet() {
    return this.#narrow.matches;
  }

  /**
   * @param {Node} content
   * @param {() => DOMRect | null} anchor  where it belongs, asked again whenever the page scrolls
   */
  show(content, anchor) {
    this.#anchor = anchor;
    this.#content.replaceChildren(content);
    this.#content.scrollTop = 0;
    this.element.hidden = false;
    if (this.element.popover && !this.element.matches(":popover-open")) this.element.showPopover();
    this.#place();
  }

  hide() {
    if (!this.open) return;
    this.#anchor = null;
    if (this.element.popover && this.element.matches(":popover-open")) this.element.hidePopover();
    this.element.hidden = true;
    this.#content.replaceChildren();
  }

  /** Goes into it; to a control of this name, where it has one. @param {string | null} [label] */
  focus(label) {
    const control = label && [...this.#content.querySelectorAll("button")].find((one) => one.ariaLabel === label);
    (control || this.element).focus({ preventScroll: true });
  }

  #place() {
    if (!this.open || !this.#anchor) return;
    this.element.classList.toggle("sheet", this.sheet);
    const { style } = this.element;
    if (this.sheet) {
      style.left = style.top = "";
      return;
    }
    const rect = this.#anchor();
    // Scrolled away with its text.
    style.visibility = !rect || rect.bottom < 0 || rect.top > this.#view.innerHeight ? "hidden" : "";
    if (!rect) return;
    const room = this.#room();
    style.setProperty("--room", `${Math.floor(heightBeside(rect, room))}px`);
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const { left, top } = placeBeside({ width, height }, rect, room);
    style.left = `${Math.round(left)}px`;
    style.top = `${Math.round(top)}px`;
  }
}

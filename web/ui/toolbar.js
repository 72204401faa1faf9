/**
 * Toolbar: the button in the corner that opens the panel and, once one steps from mark to mark, the stepper beside it. It is
 * the keyboard's entry, since the marks themselves cannot take focus without changing the article.
 */

import { h, icon } from "./dom.js";
import { Stepper } from "./stepper.js";

export class Toolbar {
  element;
  #button;
  #summary = h("span");
  #stepper;
  #messages;

  /**
   * @param {ShadowRoot} parent
   * @param {{ toggled: () => void, stepped: (by: 1 | -1) => void, opened: () => void }} events  `toggled`: the button
   * @param {import("./messages.js").Messages} messages
   */
  constructor(parent, events, messages) {
    this.#messages = messages;
    this.#stepper = new Stepper(events, messages);
    this.#stepper.element.hidden = true;
    this.#button = h(
      "button",
      { type: "button", class: "opener", part: "opener", ariaExpanded: "false", onclick: () => events.toggled() },
      icon("mark"),
      this.#summary,
    );
    this.element = h("section", { class: "toolbar", part: "toolbar", ariaLabel: messages.text("toolbar") }, this.#button, this.#stepper.element);
    parent.append(this.element);
  }

  /** What there is, and of which article where the page has several. @param {string} summary @param {string} [article] */
  describe(summary, article) {
    this.#summary.textContent = summary;
    this.#button.ariaLabel = `${this.#messages.text("panel")}: ${summary}${article ? `, ${article}` : ""}`;
  }

  /** @param {number} at @param {number} of */
  position(at, of) {
    this.#stepper.set(at, of);
  }

  get stepping() {
    return !this.#stepper.element.hidden;
  }

  /** Shows the stepper, or puts it away. @param {boolean} on */
  step(on) {
    this.#stepper.element.hidden = !on;
  }

  /** The keyboard stays here while it steps: Enter then opens the card. */
  focusPosition() {
    this.step(true);
    this.#stepper.focus();
  }

  focusButton() {
    this.#button.focus({ preventScroll: true });
  }

  /** @param {boolean} open  the panel */
  expanded(open) {
    this.#button.ariaExpanded = String(open);
    this.element.hidden = open;
  }
}

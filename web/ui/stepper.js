/** Stepper: back, where we are, on. Both the toolbar and the panel have one. */

import { h, icon } from "./dom.js";

export class Stepper {
  element;
  #position;
  #messages;

  /**
   * @param {{ stepped: (by: 1 | -1) => void, opened: () => void }} events  `opened`: the place itself was pressed
   * @param {import("./messages.js").Messages} messages
   */
  constructor(events, messages) {
    this.#messages = messages;
    this.#position = h("button", { type: "button", class: "position", onclick: () => events.opened() });
    this.element = h(
      "div",
      { class: "stepper", role: "group", ariaLabel: messages.text("stepping") },
      h("button", { type: "button", ariaLabel: messages.text("previous"), onclick: () => events.stepped(-1) }, icon("previous")),
      this.#position,
      h("button", { type: "button", ariaLabel: messages.text("next"), onclick: () => events.stepped(1) }, icon("next")),
    );
  }

  /** @param {number} at  0 for nowhere yet @param {number} of */
  set(at, of) {
    const position = this.#messages.text(at ? "position" : "marked", { at, of });
    this.#position.textContent = position;
    this.#position.ariaLabel = at ? this.#messages.text("openCard", { position }) : position;
    this.#position.disabled = of === 0;
  }

  focus() {
    this.#position.focus({ preventScroll: true });
  }
}

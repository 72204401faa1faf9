/** Stepper: back, where we are, on. Both the toolbar and the panel have one. */

import { h, icon } from "./dom.js";
import { WORDS } from "./words.js";

export class Stepper {
  element;
  #position;

  /** @param {{ stepped: (by: 1 | -1) => void, opened: () => void }} events  `opened`: the place itself was pressed */
  constructor(events) {
    this.#position = h("button", { type: "button", class: "position", onclick: () => events.opened() });
    this.element = h(
      "div",
      { class: "stepper", role: "group", ariaLabel: WORDS.stepping },
      h("button", { type: "button", ariaLabel: WORDS.previous, onclick: () => events.stepped(-1) }, icon("previous")),
      this.#position,
      h("button", { type: "button", ariaLabel: WORDS.next, onclick: () => events.stepped(1) }, icon("next")),
    );
  }

  /** @param {number} at  0 for nowhere yet @param {number} of */
  set(at, of) {
    this.#position.textContent = WORDS.position(at, of);
    this.#position.ariaLabel = at ? `${WORDS.position(at, of)}, ${WORDS.openCard}` : WORDS.position(at, of);
    this.#position.disabled = of === 0;
  }

  focus() {
    this.#position.focus({ preventScroll: true });
  }
}

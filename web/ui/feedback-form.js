/**
 * The card's "Something is wrong": the reader says what, and, if they like, what would be right. What becomes of it is the
 * site's: nothing is sent anywhere by us.
 *
 * @typedef {import("../highlight/marks.js").Subject} Subject
 * @typedef {"speaker" | "extent" | "kind" | "identity" | "role" | "value" | "shown" | "other"} Wrong
 */

import { h } from "./dom.js";

/** What can be wrong with what. @type {Record<Subject["kind"], readonly Wrong[]>} */
export const WRONG = {
  entity: ["kind", "identity", "role", "extent", "other"],
  quote: ["speaker", "kind", "extent", "other"],
  value: ["value", "extent", "other"],
  caption: ["shown", "extent", "other"],
};

export class FeedbackForm {
  element;

  /**
   * @param {Subject["kind"]} kind
   * @param {import("./messages.js").Messages} messages
   * @param {(wrong: Wrong, note: string) => void} send
   */
  constructor(kind, messages, send) {
    const choices = WRONG[kind].map((wrong, index) =>
      h("label", {}, h("input", { type: "radio", name: "wrong", value: wrong, checked: index === 0 }), messages.one("wrong", wrong)),
    );
    const note = h("input", { type: "text", class: "search", maxLength: 500, ariaLabel: messages.text("feedbackNote"), placeholder: messages.text("feedbackNote"), dir: "auto" });
    const thanks = h("p", { class: "note", role: "status" });
    this.element = h(
      "form",
      { class: "feedback" },
      h("fieldset", {}, h("legend", {}, messages.text("feedbackTitle")), ...choices),
      note,
      h("button", { type: "submit", class: "chip" }, messages.text("send")),
    );
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      const wrong = /** @type {HTMLInputElement} */ (this.element.querySelector("input:checked")).value;
      send(/** @type {Wrong} */ (wrong), note.value.trim());
      this.element.replaceChildren(thanks);
      thanks.tabIndex = -1;
      thanks.focus({ preventScroll: true });
      thanks.textContent = messages.text("thanks");
    });
  }

  focus() {
    this.element.querySelector("input")?.focus({ preventScroll: true });
    // All of it, which grew where a button was; the page itself stays.
    const frame = this.element.closest(".scroll");
    if (frame) frame.scrollTop = frame.scrollHeight;
  }
}

/**
 * PointerWatch: tells what mark the pointer rests on, and what was clicked or tapped. Moves are looked at once a frame, and
 * not at all while a button is held down (text is being selected).
 *
 * @typedef {import("../highlight/hit-test.js").HitTest} HitTest
 * @typedef {NonNullable<ReturnType<HitTest["at"]>>} Hit
 */

export class PointerWatch {
  #hitTest;
  #events;
  #frame = 0;
  #over = /** @type {Hit | null} */ (null);

  /**
   * @param {Element} root
   * @param {HitTest["at"]} hitTest
   * @param {{ entered: (hit: Hit) => void, left: () => void, pressed: (hit: Hit | null, target: Element | null) => void }} events
   * @param {AbortSignal} signal
   */
  constructor(root, hitTest, events, signal) {
    this.#hitTest = hitTest;
    this.#events = events;
    const target = /** @type {HTMLElement} */ (root);
    target.addEventListener("pointermove", (event) => this.#move(event), { signal, passive: true });
    target.addEventListener("pointerleave", () => this.#set(null), { signal, passive: true });
    target.addEventListener("click", (event) => this.#click(event), { signal });
    signal.addEventListener("abort", () => cancelAnimationFrame(this.#frame), { once: true });
  }

  /** @param {PointerEvent} event */
  #move({ clientX, clientY, buttons, pointerType }) {
    if (buttons !== 0 || pointerType === "touch" || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#set(this.#hitTest(clientX, clientY));
    });
  }

  /** @param {Hit | null} hit */
  #set(hit) {
    if (hit?.marks[0] === this.#over?.marks[0]) return;
    this.#over = hit;
    if (hit) this.#events.entered(hit);
    else this.#events.left();
  }

  /** @param {MouseEvent} event */
  #click(event) {
    // The innermost, also where that is in a shadow root.
    const target = /** @type {Element | null} */ (event.composedPath()[0] ?? null);
    // Links and controls keep their own click; a selection is not a click on what was selected.
    if (event.defaultPrevented || target?.closest?.("a[href], button, input, label, summary, select, textarea")) return;
    if (!target?.ownerDocument.getSelection()?.isCollapsed) return;
    this.#events.pressed(this.#hitTest(event.clientX, event.clientY), target);
  }
}

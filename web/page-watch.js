/**
 * PageWatch: says when the article has changed, after a moment of quiet, and when it has left the page.
 *
 * Pages rewrite themselves in bursts (a framework renders anew, a live ticker adds an entry): one call follows QUIET ms
 * after the last change, but no later than PATIENCE ms after the first. Only changes to what is read count: nodes, their
 * text, and the attributes by which pages hide and show. Our own element stands outside the article.
 */

const QUIET_MS = 120;
const PATIENCE_MS = 1000;
/** A page may move its article: what is back within this time has not left. */
const GRACE_MS = 500;

/** By which pages hide and show. */
export const ATTRIBUTES = ["hidden", "class", "style", "open", "aria-hidden"];

export class PageWatch {
  #root;
  #view;
  #events;
  #observer;
  #timer = 0;
  #first = 0;
  #leaving = 0;

  /**
   * @param {Element} root
   * @param {{ changed: () => void, left: () => void }} events
   * @param {AbortSignal} signal
   */
  constructor(root, events, signal) {
    this.#root = root;
    this.#events = events;
    const { ownerDocument } = root;
    this.#view = /** @type {Window & typeof globalThis} */ (ownerDocument.defaultView);
    this.#observer = new this.#view.MutationObserver(() => this.#noticed());
    const presence = new this.#view.MutationObserver((records) => {
      // Ranges do not come along when the article is moved.
      const moved = records.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(root)));
      if (moved && this.#isThere) this.#noticed();
      this.#look();
    });
    presence.observe(ownerDocument, { childList: true, subtree: true });
    // A frame that is taken out of its page.
    this.#view.addEventListener("pagehide", () => setTimeout(() => this.#look()), { signal });
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(this.#timer);
        clearTimeout(this.#leaving);
        this.#observer.disconnect();
        presence.disconnect();
      },
      { once: true },
    );
  }

  /** Watches the root and the shadow roots in it. @param {Iterable<Node>} scopes  of the text */
  observe(scopes) {
    this.#observer.disconnect();
    const options = { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: ATTRIBUTES };
    this.#observer.observe(this.#root, options);
    const own = this.#root.getRootNode();
    for (const scope of scopes) if (scope !== own) this.#observer.observe(scope, options);
  }

  /** Whether something has changed that was not told yet. */
  get pending() {
    if (this.#observer.takeRecords().length > 0) this.#noticed();
    return this.#timer !== 0;
  }

  /** Writes into the article, and does not notice it. @param {() => void} write */
  quietly(write) {
    if (this.#observer.takeRecords().length > 0) this.#noticed();
    write();
    this.#observer.takeRecords();
  }

  /** What was noticed so far is known. Was there anything? */
  settle() {
    const { pending } = this;
    clearTimeout(this.#timer);
    this.#timer = 0;
    return pending;
  }

  #noticed() {
    const now = performance.now();
    if (this.#timer === 0) {
      this.#first = now;
    }
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(QUIET_MS, this.#first + PATIENCE_MS - now));
    this.#timer = window.setTimeout(() => {
      this.#timer = 0;
      this.#events.changed();
    }, wait);
  }

  get #isThere() {
    return this.#root.isConnected && this.#root.ownerDocument.defaultView !== null;
  }

  #look() {
    if (this.#isThere) {
      if (this.#leaving !== 0) this.#noticed();
      clearTimeout(this.#leaving);
      this.#leaving = 0;
    } else if (this.#leaving === 0) {
      this.#leaving = window.setTimeout(() => this.#events.left(), GRACE_MS);
    }
  }
}

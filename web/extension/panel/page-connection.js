/**
 * PageConnection: an extension page's end of the way to the content script of a tab.
 *
 * @typedef {import("./protocol.js").State} State
 * @typedef {import("./protocol.js").Target} Target
 * @typedef {object} Listener
 * @property {(state: State) => void} state
 * @property {(target: Target | null) => void} [selected]
 * @property {() => void} gone  there is no content script, or no longer
 */

import { api } from "../extension-api.js";
import { PORT } from "./protocol.js";

export class PageConnection {
  tabId;
  frameId;
  #port;
  #answered = false;
  #closed = false;

  /** @param {number} tabId @param {number} frameId @param {Listener} listener */
  constructor(tabId, frameId, listener) {
    this.tabId = tabId;
    this.frameId = frameId;
    this.#port = api.tabs.connect(tabId, { name: PORT, frameId });
    this.#port.onMessage.addListener((/** @type {import("./protocol.js").FromPage} */ message) => {
      this.#answered = true;
      if (this.#closed) {
        this.#port.disconnect();
        return;
      }
      if ("state" in message) listener.state(message.state);
      else listener.selected?.(message.selected);
    });
    this.#port.onDisconnect.addListener(() => {
      void api.runtime.lastError; // read, or Chrome writes it to the console
      if (this.#closed) return;
      this.#closed = true;
      listener.gone();
    });
  }

  get open() {
    return !this.#closed;
  }

  /** @param {Target} goTo */
  goTo(goTo) {
    if (!this.#closed) this.#port.postMessage({ goTo });
  }

  close() {
    if (this.#closed) return;
    this.#closed = true;
    // One that is still being refused has its refusal read first, or Chrome writes it to the console.
    if (this.#answered) this.#port.disconnect();
  }
}

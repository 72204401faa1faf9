/**
 * PageLink: the content script's end of the way to the side panel. One a page, for as long as the page lives, however often the
 * content script is put into it; so it can still say why nothing is shown.
 *
 *     const link = PageLink.here();
 *     link.working();
 *     link.shown(session);      // follows it from then on
 *     link.failed(error);
 *     link.idle();              // was taken away
 *
 * @typedef {import("../../session.js").Session} Session
 * @typedef {import("./protocol.js").State} State
 */

import { api, tell } from "../extension-api.js";
import { isSensitive } from "../sensitive.js";
import { HELLO, PORT } from "./protocol.js";

const world = /** @type {{ newsglossLink?: PageLink }} */ (globalThis);

export class PageLink {
  /** @type {Set<any>} */
  #ports = new Set();
  /** @type {State} */
  #state = { phase: "idle" };
  /** @type {import("./protocol.js").Target | null} */
  #selected = null;
  /** @type {Session | null} */
  #session = null;

  /** The page's one. */
  static here() {
    return (world.newsglossLink ??= new PageLink());
  }

  constructor() {
    api.runtime.onConnect.addListener((/** @type {any} */ port) => {
      if (port.name === PORT) this.#join(port);
    });
    // Into the back/forward cache: Chrome cuts the ports by itself, Firefox would leave the side panel with the page before.
    addEventListener("pagehide", () => {
      for (const port of this.#ports) port.disconnect();
      this.#ports.clear();
    });
    // Out of it.
    addEventListener("pageshow", ({ persisted }) => persisted && this.hello(true));
    this.hello(true);
  }

  working() {
    this.hello();
    this.#become({ phase: "working" });
  }

  idle() {
    this.#session = null;
    this.#become({ phase: "idle" });
  }

  /** @param {unknown} error */
  failed(error) {
    this.#session = null;
    this.#become({ phase: "failed", reason: reasonOf(error) });
  }

  /** @param {Session} session */
  shown(session) {
    this.#session = session;
    const tell = () => this.#become({ phase: "shown", annotations: session.annotations, page: { title: document.title, url: addressOf() } });
    const mine = () => this.#session === session;
    session.addEventListener("result", () => mine() && tell());
    session.addEventListener("select", (event) => {
      if (!mine()) return;
      this.#selected = /** @type {CustomEvent} */ (event).detail.target;
      this.#post({ selected: this.#selected });
    });
    session.addEventListener("destroy", () => mine() && this.idle());
    tell();
  }

  /** @param {any} port */
  #join(port) {
    this.#ports.add(port);
    port.onDisconnect.addListener(() => this.#ports.delete(port));
    port.onMessage.addListener((/** @type {import("./protocol.js").ToPage} */ { goTo }) => goTo && this.#session?.goTo(goTo));
    port.postMessage({ state: this.#state });
    if (this.#selected) port.postMessage({ selected: this.#selected });
  }

  /** @param {State} state */
  #become(state) {
    this.#state = state;
    if (state.phase !== "shown") this.#selected = null;
    this.#post({ state });
  }

  /** @param {import("./protocol.js").FromPage} message */
  #post(message) {
    for (const port of this.#ports) port.postMessage(message);
  }

  /**
   * This document is the one of the tab's that the side panel is to be about.
   *
   * @param {boolean} [anew]  a connection from before is none
   */
  hello(anew = false) {
    void tell({ type: HELLO, anew });
  }
}

/** A document that has no address of its own has that of the one that it is written in. */
function addressOf() {
  return /^https?:/.test(document.URL) ? document.URL : document.baseURI;
}

/** @param {unknown} error @returns {import("./protocol.js").Reason} */
function reasonOf(error) {
  if (isSensitive(document)) return "sensitive";
  const { code } = /** @type {{ code?: unknown }} */ (error ?? {});
  if (code === "language") return "language";
  return code === "no-text" || code === "no-root" ? "no-article" : "engine";
}

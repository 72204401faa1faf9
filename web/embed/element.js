/**
 * `<news-gloss>`: an article in it, or the one that `root` selects, is read while the element is in the page.
 *
 *     <news-gloss types="PERSON,ORG" theme="dark"><article>…</article></news-gloss>
 *     <news-gloss root="#story"></news-gloss>
 *
 * Taken out of the page, or with an attribute changed, its session ends (and a new one begins). Its own DOM is not written
 * to. `element.session` is a promise of the session. Events as the tag's.
 */

import { Gloss, fire } from "./gloss.js";
import { ATTRIBUTES, settingsOf } from "./settings.js";

const NAME = "news-gloss";

/** @param {Gloss} gloss */
export function defineElement(gloss) {
  if (!globalThis.customElements || customElements.get(NAME)) return; // a server renders pages too
  customElements.define(
    NAME,
    class NewsGloss extends HTMLElement {
      static observedAttributes = ATTRIBUTES;
      /** @type {Promise<import("../session.js").Session> | null} */
      session = null;
      /** @type {AbortController | null} */
      #controller = null;

      connectedCallback() {
        // Once its children are there, and all attributes.
        this.#start();
      }

      disconnectedCallback() {
        this.#controller?.abort();
        this.#controller = null;
        this.session = null;
      }

      attributeChangedCallback() {
        if (this.#controller) this.#start();
      }

      #start() {
        this.#controller?.abort();
        const controller = new AbortController();
        this.#controller = controller;
        const { signal } = controller;
        const settings = settingsOf(Object.fromEntries([...this.attributes].map(({ name, value }) => [name === "worker-src" ? "workerSrc" : name, value])));
        const find = () => (this.hasAttribute("root") ? document.querySelector(settings.root) : (this.querySelector("article") ?? this));
        this.session = parsed(signal)
          .then(() => {
            signal.throwIfAborted();
            return gloss.attach(find, settings, signal);
          })
          .then(({ session }) => session);
        this.session.catch((error) => {
          if (!signal.aborted) fire("error", { error }, this);
        });
      }
    },
  );
}

/** When the document has been read. @param {AbortSignal} signal @returns {Promise<void>} */
export function parsed(signal) {
  return new Promise((resolve) => {
    if (document.readyState !== "loading") resolve();
    else document.addEventListener("DOMContentLoaded", () => resolve(), { signal, once: true });
  });
}

/**
 * The one tag:
 *
 *     <script async src="…/newsgloss.js" data-root="article"></script>
 *
 * A small classic script. It waits for the document, loads the package from its own folder, and attaches to the article; or,
 * where the page has `<news-gloss>` elements and the tag names no root, to theirs. Events on the document (from the root
 * they bubble there):
 *
 *     newsgloss:ready    everything is loaded; nothing is requested any more
 *     newsgloss:result   detail: { annotations, session }, again after the article has changed
 *     newsgloss:select   detail: { subject, session }
 *     newsgloss:error    detail: { error }, a NewsglossError with `code` and `message`; the page is as it was
 *
 * Its one global name, `newsgloss`:
 *
 *     newsgloss.version
 *     newsgloss.ready     a promise of { annotator, session }; rejects as newsgloss:error says. Null, where the page's
 *                         elements have sessions of their own
 *     newsgloss.destroy() takes everything away again
 */

import { defineElement, parsed } from "./element.js";
import { Gloss, fire } from "./gloss.js";
import { configured, settingsOf } from "./settings.js";

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);

if (script && !("newsgloss" in window)) {
  const controller = new AbortController();
  const { signal } = controller;
  // Kept from the bundler: a classic script finds the package beside itself.
  const url = new URL("index.js", script.src).href;
  const gloss = new Gloss(async () => {
    const refused = new AbortController();
    let directive = /** @type {string | null} */ (null);
    document.addEventListener(
      "securitypolicyviolation",
      ({ blockedURI, effectiveDirective }) => {
        if (url.startsWith(blockedURI)) directive = effectiveDirective;
      },
      { signal: refused.signal },
    );
    try {
      if (script.integrity) await pinned(url);
      return await import(url);
    } catch (cause) {
      // The browser reports what was refused a moment later. As a NewsglossError, whose class is in what could not be loaded.
      await new Promise((resolve) => setTimeout(resolve, 50));
      const code = directive ? "csp" : cause === link ? "integrity" : "unreachable";
      const message = directive ? `The page's Content-Security-Policy refuses ${url}: ${directive}` : `${url} ${cause === link ? "is not the file that this version was built with, or is refused" : "cannot be loaded"}`;
      throw Object.assign(new Error(message, { cause }), { name: "NewsglossError", code, directive });
    } finally {
      link.remove();
      refused.abort();
    }
  }, signal);
  const link = document.createElement("link");

  gloss.load();
  defineElement(gloss);
  const ready = parsed(signal).then(() => {
    const data = configured(script.dataset);
    if (!("root" in data) && document.querySelector("news-gloss")) return null;
    const settings = settingsOf(data);
    return gloss.attach(() => document.querySelector(settings.root), settings, signal);
  });
  ready.catch((error) => {
    if (!signal.aborted) fire("error", { error }, document);
  });

  /**
   * A tag with an integrity of its own wants the package checked as well: what is preloaded with one is what is imported. (The
   * package checks the worker, the engine and the model itself.)
   *
   * @param {string} href
   * @returns {Promise<void>}
   */
  function pinned(href) {
    return new Promise((resolve, reject) => {
      Object.assign(link, { rel: "modulepreload", href, integrity: NEWSGLOSS_INDEX_INTEGRITY, crossOrigin: "anonymous", nonce: script?.nonce });
      link.onload = () => resolve();
      link.onerror = () => reject(link);
      document.head.append(link);
    });
  }

  Object.defineProperty(window, "newsgloss", {
    value: Object.freeze({
      version: NEWSGLOSS_VERSION,
      ready,
      destroy: () => {
        controller.abort();
        for (const element of document.querySelectorAll("news-gloss")) /** @type {any} */ (element).disconnectedCallback();
      },
    }),
    configurable: true,
  });
}

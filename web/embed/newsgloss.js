/**
 * The one tag:
 *
 *     <script async src="…/newsgloss.js" data-root="article"></script>
 *
 * A small classic script. It waits until the page has time (or the reader does something, or WAIT_MS have gone), loads the
 * package from its own folder, and attaches to the article; or, where the page has `<news-gloss>` elements and the tag names no root, to theirs. Events on the document (from the root
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

/** Pages that never rest are not waited for any longer, from when they are parsed. */
const WAIT_MS = 2000;

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);

if (script && !("newsgloss" in window)) {
  const controller = new AbortController();
  const { signal } = controller;
  /** What was checked, or is being. @type {Map<string, Promise<void>>} */
  const checked = new Map();
  /** SHA-256 of the package's other modules, once it is there. @type {Readonly<Record<string, string>>} */
  let integrity = {};
  // Kept from the bundler: a classic script finds the package beside itself.
  const url = new URL("index.js", script.src).href;
  const gloss = new Gloss(async () => {
    if (script.dataset.load !== "now") await parsed(signal).then(() => rest(signal));
    signal.throwIfAborted();
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
      if (script.integrity) await pinned(url, NEWSGLOSS_INDEX_INTEGRITY);
      const loaded = await import(url);
      ({ integrity } = loaded);
      return loaded;
    } catch (/** @type {any} */ cause) {
      // The browser reports what was refused a moment later.
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (directive) throw failure("csp", `The page's Content-Security-Policy refuses ${url}: ${directive}`, cause, directive);
      throw cause.code ? cause : failure("unreachable", `${url} cannot be loaded`, cause);
    } finally {
      refused.abort();
    }
  }, signal, script.integrity ? (file) => pinned(new URL(file, script.src).href, integrity[file]) : undefined);

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
   * A tag with an integrity of its own wants the package's modules checked as well: what is preloaded with one is what is
   * imported. (The package checks the worker, the engine and the model itself.)
   *
   * @param {string} href
   * @param {string} integrity
   * @returns {Promise<void>}
   */
  function pinned(href, integrity) {
    const known = checked.get(href);
    if (known) return known;
    const link = document.createElement("link");
    const checking = /** @type {Promise<void>} */ (
      new Promise((resolve, reject) => {
        Object.assign(link, { rel: "modulepreload", href, integrity, crossOrigin: "anonymous", nonce: script?.nonce });
        link.onload = () => resolve();
        link.onerror = (cause) => reject(failure("integrity", `${href} is not the file that this version was built with, or is refused`, cause));
        document.head.append(link);
      })
    ).finally(() => link.remove());
    checked.set(href, checking);
    return checking;
  }

  /** As a NewsglossError, whose class is in what could not be loaded. @param {string} code @param {string} message @param {unknown} cause @param {string | null} [directive] */
  function failure(code, message, cause, directive = null) {
    return Object.assign(new Error(message, { cause }), { name: "NewsglossError", code, directive });
  }

  /** Resolves when the page has nothing to do, or the reader does something. @param {AbortSignal} signal @returns {Promise<void>} */
  function rest(signal) {
    return new Promise((resolve) => {
      const over = new AbortController();
      const go = () => {
        over.abort();
        resolve();
      };
      for (const type of ["pointerdown", "keydown", "scroll"]) addEventListener(type, go, { passive: true, capture: true, signal: over.signal });
      signal.addEventListener("abort", go, { signal: over.signal });
      if (typeof requestIdleCallback === "function") requestIdleCallback(go, { timeout: WAIT_MS });
      else setTimeout(go, 200);
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

/**
 * The one tag:
 *
 *     <script async src="…/newsgloss.js" data-root="article"></script>
 *
 * A small classic script. It waits for the document, loads the package from its own folder, and attaches to the article.
 * Events on the document (from the root they bubble there):
 *
 *     newsgloss:ready    everything is loaded; nothing is requested any more
 *     newsgloss:result   detail: { annotations, session }
 *     newsgloss:select   detail: { subject, session }
 *     newsgloss:error    detail: { error }, a NewsglossError with `code` and `message`; the page is as it was
 *
 * Its one global name, `newsgloss`:
 *
 *     newsgloss.version
 *     newsgloss.ready     a promise of { annotator, session }; rejects as newsgloss:error says
 *     newsgloss.destroy() takes everything away again
 */

import { settingsOf } from "./settings.js";

/** @typedef {import("../index.js")} Package */

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);

if (script && !("newsgloss" in window)) {
  const controller = new AbortController();
  const { signal } = controller;

  const parsed = new Promise((resolve) => {
    if (document.readyState !== "loading") resolve(undefined);
    else document.addEventListener("DOMContentLoaded", resolve, { signal, once: true });
  });

  /** @param {string} type @param {object} detail @param {EventTarget} [target] */
  const fire = (type, detail, target = document) =>
    target.dispatchEvent(new CustomEvent(`newsgloss:${type}`, { detail, bubbles: true, composed: true }));

  const run = async () => {
    const settings = settingsOf(script.dataset);
    // Kept from the bundler: the package is a file of its own, beside this one.
    const url = new URL("index.js", script.src).href;
    const loading = /** @type {Promise<Package>} */ (import(url));
    loading.catch(() => {});
    await parsed;
    const root = document.querySelector(settings.root);
    const { createAnnotator, NewsglossError } = await loading;
    if (!root) throw new NewsglossError("no-root", `data-root: the page has no element ${settings.root}`);
    const annotator = await createAnnotator({ worker: settings.worker, signal });
    signal.addEventListener("abort", () => annotator.dispose(), { once: true });
    fire("ready", { annotator }, root);
    const session = await annotator.attach(root, { ...settings.session, signal });
    return { annotator, session };
  };

  const ready = run();
  ready.catch((error) => {
    if (!signal.aborted) fire("error", { error });
  });

  Object.defineProperty(window, "newsgloss", {
    value: Object.freeze({ version: NEWSGLOSS_VERSION, ready, destroy: () => controller.abort() }),
    configurable: true,
  });
}

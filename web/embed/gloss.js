/**
 * What the tag and `<news-gloss>` do alike: load the package, make one engine for all articles of the page, attach.
 *
 * @typedef {import("../index.js")} Package
 * @typedef {import("./settings.js").Settings} Settings
 */

import { readAnnotations } from "./annotations.js";

const PATIENCE_MS = 150;

export class Gloss {
  #import;
  /** @type {Promise<Package> | null} */
  #package = null;
  /** Engines by whether they run in a worker, and from which file. @type {Map<string, ReturnType<Package["createAnnotator"]>>} */
  #annotators = new Map();
  #signal;
  #pin;

  /**
   * @param {() => Promise<Package>} load  the package, a file of its own
   * @param {AbortSignal} signal  ends all of it
   * @param {import("../ui/messages.js").Pin} [pin]
   */
  constructor(load, signal, pin) {
    this.#import = load;
    this.#signal = signal;
    this.#pin = pin;
  }

  load() {
    const loading = (this.#package ??= this.#import());
    loading.catch(() => {});
    return loading;
  }

  /**
   * @param {() => Element | null} find  the root, once the package is there
   * @param {Settings} settings
   * @param {AbortSignal} signal  of this article
   */
  async attach(find, settings, signal) {
    const newsgloss = await this.load();
    const root = find();
    if (!root) throw new newsgloss.NewsglossError("no-root", `The page has no element ${settings.root}`);
    const options = { ...settings.session, signal, pin: this.#pin };
    const prepared = newsgloss.prepare(options);
    prepared.catch(() => {});
    if (settings.annotations) {
      const annotations = await readAnnotations(settings.annotations, newsgloss, signal);
      await prepared;
      fire("ready", { annotator: null }, root);
      return { annotator: null, session: await newsgloss.attach(root, { ...options, annotations }) };
    }
    // The page is read while the engine is on its way.
    const making = this.#annotator(newsgloss, settings);
    making.catch(() => {});
    await idle();
    signal.throwIfAborted();
    const engine = Promise.all([making, prepared]).then(([annotator]) => {
      if (!signal.aborted) fire("ready", { annotator }, root);
    });
    engine.catch(() => {});
    const session = await newsgloss.attach(root, { ...options, engine, annotate: async (article, how) => (await making).annotate(article, how) });
    return { annotator: await making, session };
  }

  /** @param {Package} newsgloss @param {Settings} settings */
  #annotator(newsgloss, { worker, workerUrl }) {
    const key = `${worker} ${workerUrl}`;
    const known = this.#annotators.get(key);
    if (known) return known;
    const making = newsgloss.createAnnotator({ worker, workerUrl, pin: this.#pin, signal: this.#signal });
    this.#annotators.set(key, making);
    making.then(
      (annotator) => this.#signal.addEventListener("abort", () => annotator.dispose(), { once: true }),
      () => this.#annotators.delete(key),
    );
    return making;
  }
}

/**
 * When the page has nothing to do: its styles are computed by then, and reading it does not force that work. No later than
 * PATIENCE_MS, for some pages never rest.
 *
 * @returns {Promise<void>}
 */
function idle() {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS });
    else setTimeout(resolve);
  });
}

/** @param {string} type @param {object} detail @param {EventTarget} target */
export function fire(type, detail, target) {
  target.dispatchEvent(new CustomEvent(`newsgloss:${type}`, { detail, bubbles: true, composed: true }));
}

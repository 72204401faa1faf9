/**
 * The package `newsgloss` for pages. (In Node, `node.js` takes its place.)
 *
 *     import { createAnnotator } from "newsgloss";
 *     const annotator = await createAnnotator({ worker: true });
 *     const session = await annotator.attach(document.querySelector("article"));
 */

import { Annotator } from "./annotator.js";
import { ENGINE_MODEL, ENGINE_WASM, ENGINE_WORKER } from "./engine/assets.js";
import { fetchPinned } from "./engine/fetch-pinned.js";
import { NewsglossError } from "./engine/newsgloss-error.js";
import { PolicyWatch } from "./engine/policy-watch.js";
import { SlicedEngine } from "./engine/sliced-engine.js";
import { WorkerEngine } from "./engine/worker-engine.js";
import { Session } from "./session.js";
import { interfaceParts } from "./ui/interface-parts.js";

export { fetchJson } from "./engine/fetch-json.js";
export { NewsglossError } from "./engine/newsgloss-error.js";
export { isWorthOffering } from "./page/offer.js";
export { PageArticle } from "./page/page-article.js";
export { readPage } from "./page/read-page.js";
export { Annotator, Session };

/** SHA-256 of the files that are imported only when they are needed, by name. (What is fetched is checked by whoever fetches it.) */
export const integrity = NEWSGLOSS_PARTS_INTEGRITY;

/** @typedef {import("./session.js").SessionOptions} SessionOptions */

/**
 * Fetches the engine and its model, checks their SHA-256 and makes them ready. Nothing is fetched after that.
 *
 * The engine runs where it can: in a worker from the package's own file where that is of the page's origin (what the page's
 * policy then refuses is an error, which names it). A file of another origin, a CDN's, and any in a sandboxed frame, cannot be
 * a worker: its bytes are fetched, checked and made one (`worker-src blob:`). Where that is refused, on the page's own
 * thread, in slices. `annotator.place` tells which.
 *
 * @param {object} [options]
 * @param {boolean} [options.worker]  in a worker (the default), or in slices on the page's own thread
 * @param {string | URL} [options.workerUrl]  the package's worker.js, where it is not beside the package's index.js
 * @param {string | URL} [options.wasmUrl]  the package's newsgloss-engine.wasm, likewise
 * @param {string | URL} [options.modelUrl]  the package's newsgloss.model, likewise
 * @param {number} [options.timeoutMs]  an article that the worker is longer at is rejected; a minute by default
 * @param {import("./ui/messages.js").Pin} [options.pin]  is asked before a further file of the package is imported
 * @param {AbortSignal} [options.signal]  gives up
 * @returns {Promise<Annotator<Session, SessionOptions>>} rejects with a NewsglossError that names the cause
 */
export async function createAnnotator({
  worker = true,
  workerUrl = ENGINE_WORKER.url,
  wasmUrl = ENGINE_WASM.url,
  modelUrl = ENGINE_MODEL.url,
  timeoutMs,
  pin,
  signal,
} = {}) {
  const policy = new PolicyWatch();
  /** @param {string | URL} url */
  const absolute = (url) => new URL(url, globalThis.document?.baseURI);
  /** @param {string | URL} url @param {string} integrity */
  const load = (url, integrity) => fetchPinned({ url: absolute(url), integrity }, policy, signal);
  const files = Promise.all([load(wasmUrl, ENGINE_WASM.integrity), load(modelUrl, ENGINE_MODEL.integrity)]);
  files.catch(() => {}); // reported by whoever waits for it
  try {
    /** @type {import("./annotator.js").Place} */
    let place = worker ? "worker" : "page";
    let engine = null;
    if (worker && absolute(workerUrl).origin === globalThis.origin) {
      engine = await WorkerEngine.start(files, { url: workerUrl, policy, signal, timeoutMs });
    } else if (worker) {
      place = "blob";
      try {
        const blob = new Blob([await load(workerUrl, ENGINE_WORKER.integrity)], { type: "text/javascript" });
        engine = await WorkerEngine.start(files, { url: URL.createObjectURL(blob), policy, signal, timeoutMs });
      } catch (error) {
        if (!(error instanceof NewsglossError && ["csp", "worker"].includes(error.code))) throw error;
        place = "page";
      }
    }
    engine ??= await startInPage(files, pin);
    return new Annotator(engine, (root, annotate, options) => Session.start(root, { annotate, ...options }), place);
  } finally {
    policy.stop();
  }
}

/** @param {Promise<[wasm: ArrayBuffer, model: ArrayBuffer]>} files @param {import("./ui/messages.js").Pin} [pin] */
async function startInPage(files, pin) {
  await pin?.("engine.js");
  const [[wasm, model], { createWasmEngine }] = await Promise.all([files, import("./engine/create-wasm-engine.js")]);
  const engine = new SlicedEngine(() => createWasmEngine(wasm, model));
  await engine.start();
  return engine;
}

/**
 * Fetches what a session with these options will need of the interface, so that nothing is requested when it begins: the panel,
 * the words in another language than English, the painter of elements.
 *
 * @param {SessionOptions} options
 * @returns {Promise<void>}
 */
export async function prepare(options) {
  const { messages, panel, marker } = interfaceParts(options);
  await Promise.all([messages, panel, marker]);
}

/**
 * Shows annotations that were made before, without an engine. What stands in text that has been edited since is found by its
 * words, or left alone.
 *
 * @param {Element} root
 * @param {SessionOptions} options  with `annotations`, or `annotate`, which makes them
 * @returns {Promise<Session>}
 */
export function attach(root, options) {
  return Session.start(root, options);
}

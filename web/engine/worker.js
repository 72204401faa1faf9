/** The worker: SlicedEngine behind messages (messages.js). Nothing is fetched here; the page sends the bytes of wasm and model. */

import { createWasmEngine } from "./create-wasm-engine.js";
import { NewsglossError } from "./newsgloss-error.js";
import { SlicedEngine } from "./sliced-engine.js";

/**
 * @typedef {import("./messages.js").ToWorker} ToWorker
 * @typedef {import("./messages.js").FromWorker} FromWorker
 */

/** @type {SlicedEngine | null} */
let engine = null;
/** @type {Map<number, AbortController>} */
const running = new Map();

/** @param {FromWorker} message */
const post = (message) => globalThis.postMessage(message);

/** @param {unknown} error @returns {import("./messages.js").Failure} */
function failureOf(error) {
  const { code, message, directive } = /** @type {NewsglossError} */ (NewsglossError.from(error));
  return { code: typeof code === "string" ? code : "engine", message, directive: directive ?? null };
}

/** @type {{ [type in ToWorker["type"]]: (message: Extract<ToWorker, { type: type }>) => Promise<void> | void }} */
const handlers = {
  async start({ wasm, model }) {
    engine = new SlicedEngine(() => createWasmEngine(wasm, model), { sliceMs: 20 });
    try {
      await engine.start();
      post({ type: "started" });
    } catch (error) {
      post({ type: "failed", failure: failureOf(error) });
    }
  },

  async annotate({ id, article }) {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      if (!engine) throw new NewsglossError("worker", "The worker was asked before it was started");
      post({ type: "result", id, json: await engine.annotate(article, { signal: controller.signal }) });
    } catch (error) {
      // Nobody waits for the answer to an aborted request.
      if (!controller.signal.aborted) post({ type: "error", id, failure: failureOf(error) });
    } finally {
      running.delete(id);
    }
  },

  abort({ id }) {
    running.get(id)?.abort();
  },
};

// Only those who made the worker can write to it; what is none of the messages above is dropped all the same.
globalThis.addEventListener("message", (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  if (typeof data?.type === "string" && Object.hasOwn(handlers, data.type)) /** @type {(message: any) => void} */ (handlers[data.type])(data);
});

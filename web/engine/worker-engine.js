/**
 * WorkerEngine: the engine in a worker, behind the same interface as SlicedEngine. The worker comes from a URL of the
 * page's origin (`worker-src 'self'`), as an ES module.
 *
 * @typedef {import("../schema.js").Article} Article
 * @typedef {import("./messages.js").ToWorker} ToWorker
 * @typedef {import("./messages.js").FromWorker} FromWorker
 * @typedef {{ resolve: (json: string) => void, reject: (error: unknown) => void }} Waiting
 */

import { NewsglossError } from "./newsgloss-error.js";

export class WorkerEngine {
  #worker;
  #listening = new AbortController();
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  #nextId = 0;
  /** Why it cannot be used any more. @type {NewsglossError | null} */
  #dead = null;

  /**
   * Resolves when the worker has made the engine ready; the worker is loaded while wasm and model are on their way.
   *
   * @param {Promise<[wasm: ArrayBuffer, model: ArrayBuffer]>} files
   * @param {{ url: URL | string, policy: import("./policy-watch.js").PolicyWatch, signal?: AbortSignal }} options
   * @returns {Promise<WorkerEngine>}
   */
  static async start(files, { url, policy, signal }) {
    let worker;
    try {
      worker = new Worker(url, { type: "module", name: "newsgloss" });
    } catch (error) {
      throw await whyRefused(url, policy, error);
    }
    try {
      const started = WorkerEngine.#started(worker, url, policy, signal);
      // A worker that fails while they are still loading is dealt with below.
      started.catch(() => {});
      const [wasm, model] = await files;
      worker.postMessage(/** @satisfies {ToWorker} */ ({ type: "start", wasm, model }), [wasm, model]);
      await started;
      return new WorkerEngine(worker);
    } catch (error) {
      worker.terminate();
      throw error;
    }
  }

  /**
   * @param {Worker} worker
   * @param {URL | string} url
   * @param {import("./policy-watch.js").PolicyWatch} policy
   * @param {AbortSignal} [signal]
   * @returns {Promise<void>}
   */
  static #started(worker, url, policy, signal) {
    const listening = new AbortController();
    /** @type {Promise<void>} */
    const started = new Promise((resolve, reject) => {
      /** @param {unknown} error */
      const fail = (error) => reject(error);
      worker.addEventListener(
        "message",
        (/** @type {MessageEvent<FromWorker>} */ { data }) => {
          if (data.type === "started") resolve();
          if (data.type === "failed") fail(errorOf(data.failure));
        },
        { signal: listening.signal },
      );
      worker.addEventListener("error", (event) => void whyRefused(url, policy, event).then(fail), {
        signal: listening.signal,
      });
      signal?.addEventListener("abort", () => fail(signal.reason), { signal: listening.signal });
    });
    return started.finally(() => listening.abort());
  }

  /** @param {Worker} worker  started */
  constructor(worker) {
    this.#worker = worker;
    const { signal } = this.#listening;
    worker.addEventListener("message", (event) => this.#receive(event.data), { signal });
    worker.addEventListener(
      "error",
      (event) => this.#end(new NewsglossError("worker", `The worker has stopped: ${event.message || "no reason given"}`)),
      { signal },
    );
  }

  /**
   * @param {Article} article
   * @param {{ signal?: AbortSignal }} [options]
   * @returns {Promise<string>} the annotations as JSON
   */
  async annotate(article, { signal } = {}) {
    signal?.throwIfAborted();
    if (this.#dead) throw this.#dead;
    const id = (this.#nextId += 1);
    const settled = new AbortController();
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject });
        signal?.addEventListener(
          "abort",
          () => {
            this.#post({ type: "abort", id });
            reject(signal.reason);
          },
          { signal: settled.signal },
        );
        this.#post({ type: "annotate", id, article });
      });
    } finally {
      settled.abort();
      this.#waiting.delete(id);
    }
  }

  dispose() {
    this.#end(new NewsglossError("disposed", "The annotator has been disposed of"));
  }

  /** @param {ToWorker} message */
  #post(message) {
    this.#worker.postMessage(message);
  }

  /** @param {FromWorker} message */
  #receive(message) {
    if (message.type === "result") this.#waiting.get(message.id)?.resolve(message.json);
    if (message.type === "error") this.#waiting.get(message.id)?.reject(errorOf(message.failure));
  }

  /** @param {NewsglossError} reason */
  #end(reason) {
    if (this.#dead) return;
    this.#dead = reason;
    this.#listening.abort();
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}

/** @param {import("./messages.js").Failure} failure */
function errorOf({ code, message, directive }) {
  return new NewsglossError(code, message, { directive: directive ?? undefined });
}

/**
 * @param {URL | string} url
 * @param {import("./policy-watch.js").PolicyWatch} policy
 * @param {unknown} cause
 */
async function whyRefused(url, policy, cause) {
  const directive = await policy.refused(url);
  return directive
    ? new NewsglossError("csp", `The page's Content-Security-Policy refuses the worker ${url}: ${directive}`, { directive })
    : new NewsglossError("worker", `The worker ${url} could not be started`, { cause });
}

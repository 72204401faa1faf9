/**
 * WorkerEngine: the engine in a worker, behind the same interface as SlicedEngine. The worker comes from a URL of the
 * page's origin (`worker-src 'self'`), or from a `blob:` that was made for it (`worker-src blob:`), as an ES module; the blob
 * is kept until the end, for replacements.
 *
 * Requests wait here until they are answered. A worker that stops (a fault of the browser's, memory) is replaced once, and
 * the requests that wait go to the new one in their order; if that one stops too before it has answered anything, the
 * engine is at its end and says why. An article that takes longer than `timeoutMs` at the head of the queue is rejected
 * ("timeout"), and the worker replaced, for it may be stuck. The files' bytes are kept for that: nothing is fetched again.
 *
 * @typedef {import("../schema.js").Article} Article
 * @typedef {import("./messages.js").ToWorker} ToWorker
 * @typedef {import("./messages.js").FromWorker} FromWorker
 * @typedef {import("./policy-watch.js").PolicyWatch} PolicyWatch
 * @typedef {[wasm: ArrayBuffer, model: ArrayBuffer]} Files
 * @typedef {{ article: Article, resolve: (json: string) => void, reject: (error: unknown) => void }} Waiting
 */

import { NewsglossError } from "./newsgloss-error.js";
import { PolicyWatch as NewPolicyWatch } from "./policy-watch.js";

/** A worker that has not compiled the engine by then never will. */
const START_MS = 30_000;
const TIMEOUT_MS = 60_000;

export class WorkerEngine {
  #files;
  #url;
  #timeoutMs;
  /** @type {Worker | null} */
  #worker = null;
  /** Listeners on the worker in use. */
  #listening = new AbortController();
  /** In the order they came. @type {Map<number, Waiting>} */
  #waiting = new Map();
  #nextId = 0;
  /** Of the request at the head of the queue. @type {{ id: number, timer: ReturnType<typeof setTimeout> } | null} */
  #head = null;
  /** The worker in use is a replacement that has answered nothing yet. */
  #replaced = false;
  /** Why it cannot be used any more. @type {NewsglossError | null} */
  #dead = null;

  /**
   * Resolves when the worker has made the engine ready; the worker is loaded while wasm and model are on their way.
   *
   * @param {Promise<Files>} files
   * @param {{ url: URL | string, policy: PolicyWatch, signal?: AbortSignal, timeoutMs?: number }} options
   * @returns {Promise<WorkerEngine>}
   */
  static async start(files, { url, policy, signal, timeoutMs = TIMEOUT_MS }) {
    const engine = new WorkerEngine(files, url, timeoutMs);
    try {
      await engine.#launch(policy, signal);
    } catch (error) {
      engine.#revoke();
      throw error;
    }
    return engine;
  }

  /** @param {Promise<Files>} files @param {URL | string} url @param {number} timeoutMs */
  constructor(files, url, timeoutMs) {
    this.#files = files;
    this.#url = url;
    this.#timeoutMs = timeoutMs;
  }

  /** Makes a worker, waits until it is ready, and takes it into use. @param {PolicyWatch} policy @param {AbortSignal} [signal] */
  async #launch(policy, signal) {
    let worker;
    try {
      worker = new Worker(trusted(this.#url), { type: "module", name: "newsgloss" });
    } catch (error) {
      throw await whyRefused(this.#url, policy, error);
    }
    try {
      const started = this.#started(worker, policy, signal);
      // A worker that fails while they are still loading is dealt with below.
      started.catch(() => {});
      const [wasm, model] = await this.#files;
      worker.postMessage(/** @satisfies {ToWorker} */ ({ type: "start", wasm, model }));
      await started;
      if (this.#dead) throw this.#dead;
    } catch (error) {
      worker.terminate();
      throw error;
    }
    this.#worker = worker;
    this.#listening = new AbortController();
    const { signal: listening } = this.#listening;
    worker.addEventListener("message", (event) => this.#receive(event.data), { signal: listening });
    worker.addEventListener(
      "error",
      (event) => this.#stopped(new NewsglossError("worker", `The worker has stopped: ${event.message || "no reason given"}`)),
      { signal: listening },
    );
  }

  /**
   * @param {Worker} worker
   * @param {PolicyWatch} policy
   * @param {AbortSignal} [signal]
   * @returns {Promise<void>}
   */
  #started(worker, policy, signal) {
    const listening = new AbortController();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
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
      worker.addEventListener("error", (event) => void whyRefused(this.#url, policy, event).then(fail), {
        signal: listening.signal,
      });
      signal?.addEventListener("abort", () => fail(signal.reason), { signal: listening.signal });
      this.#files.then(() => {
        timer = setTimeout(() => fail(new NewsglossError("worker", `The worker ${this.#url} did not start in ${START_MS} ms`)), START_MS);
      }, fail);
    });
    return started.finally(() => {
      clearTimeout(timer);
      listening.abort();
    });
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
        signal?.addEventListener(
          "abort",
          () => {
            this.#worker?.postMessage(/** @satisfies {ToWorker} */ ({ type: "abort", id }));
            reject(signal.reason);
          },
          { signal: settled.signal },
        );
        // Throws where the article cannot be copied (functions, elements).
        this.#worker?.postMessage(/** @satisfies {ToWorker} */ ({ type: "annotate", id, article }));
        this.#waiting.set(id, { article, resolve, reject });
        this.#watchHead();
      });
    } catch (error) {
      throw error instanceof DOMException && error.name === "DataCloneError" ? new NewsglossError("article", error.message, { cause: error }) : error;
    } finally {
      settled.abort();
      this.#waiting.delete(id);
      this.#watchHead();
    }
  }

  dispose() {
    this.#end(new NewsglossError("disposed", "The annotator has been disposed of"));
  }

  /** @param {FromWorker} message */
  #receive(message) {
    if (message.type !== "result" && message.type !== "error") return;
    this.#replaced = false;
    const request = this.#waiting.get(message.id);
    if (message.type === "result") request?.resolve(message.json);
    else request?.reject(errorOf(message.failure));
  }

  /** The time runs for one request, the one that the worker is at. */
  #watchHead() {
    const [id] = this.#waiting.keys();
    if (this.#head?.id === id) return;
    clearTimeout(this.#head?.timer);
    this.#head = null;
    if (id === undefined || !this.#worker) return;
    const timer = setTimeout(() => {
      this.#head = null;
      this.#waiting.get(id)?.reject(new NewsglossError("timeout", `The engine took longer than ${this.#timeoutMs} ms over an article`));
      this.#waiting.delete(id);
      void this.#replace();
    }, this.#timeoutMs);
    this.#head = { id, timer };
  }

  /** @param {NewsglossError} reason */
  #stopped(reason) {
    if (this.#replaced) {
      this.#end(reason);
      return;
    }
    this.#replaced = true;
    void this.#replace();
  }

  /** A new worker in the place of this one, for the requests that wait. */
  async #replace() {
    this.#retire();
    const policy = new NewPolicyWatch();
    try {
      await this.#launch(policy);
    } catch (error) {
      this.#end(/** @type {NewsglossError} */ (NewsglossError.from(error, "worker")));
      return;
    } finally {
      policy.stop();
    }
    for (const [id, { article, reject }] of this.#waiting) {
      try {
        this.#worker?.postMessage(/** @satisfies {ToWorker} */ ({ type: "annotate", id, article }));
      } catch (error) {
        reject(new NewsglossError("article", String(error), { cause: error }));
      }
    }
    this.#watchHead();
  }

  #retire() {
    clearTimeout(this.#head?.timer);
    this.#head = null;
    this.#listening.abort();
    this.#worker?.terminate();
    this.#worker = null;
  }

  #revoke() {
    if (/^blob:/.test(String(this.#url))) URL.revokeObjectURL(String(this.#url));
  }

  /** @param {NewsglossError} reason */
  #end(reason) {
    if (this.#dead) return;
    this.#dead = reason;
    this.#retire();
    this.#revoke();
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}

/**
 * Where a page enforces Trusted Types, the worker's URL must come from a policy: ours is named "newsgloss"
 * (`trusted-types newsgloss`).
 *
 * @param {URL | string} url
 * @returns {string}
 */
function trusted(url) {
  /** @typedef {{ createPolicy: (name: string, rules: object) => { createScriptURL: (url: string) => string } }} TrustedTypes */
  const { trustedTypes } = /** @type {{ trustedTypes?: TrustedTypes }} */ (/** @type {unknown} */ (globalThis));
  if (!trustedTypes) return String(url);
  try {
    policy ??= trustedTypes.createPolicy("newsgloss", { createScriptURL: (/** @type {string} */ text) => text });
  } catch {
    return String(url); // the page allows no such policy; it may not enforce them either
  }
  return policy.createScriptURL(String(url));
}

/** @type {{ createScriptURL: (url: string) => string } | undefined} */
let policy;

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
  if (cause instanceof TypeError && /trusted ?(types?|script)/i.test(cause.message)) {
    const directive = "trusted-types newsgloss";
    return new NewsglossError("csp", `The page enforces Trusted Types and lacks ${directive}`, { directive, cause });
  }
  const directive = await policy.refused(url);
  return directive
    ? new NewsglossError("csp", `The page's Content-Security-Policy refuses the worker ${url}: ${directive}`, { directive })
    : new NewsglossError("worker", `The worker ${url} could not be started`, { cause });
}

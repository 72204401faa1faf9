/**
 * SlicedEngine: annotates one article after the other on this thread, in slices short enough that the thread stays
 * responsive between them: a page keeps scrolling, a worker hears that it should stop.
 *
 * The same class works in the page, in the worker and in Node. An engine that fails in the middle of an article (memory, a
 * fault) is thrown away, and the next article gets a new one.
 *
 * @typedef {import("../schema.js").Article} Article
 * @typedef {import("./wasm-engine.js").WasmEngine} WasmEngine
 */

import { NewsglossError, startError } from "./newsgloss-error.js";

/** Tokens to a step: well under a millisecond of work. */
const STEP = 32;

export class SlicedEngine {
  #create;
  #sliceMs;
  /** @type {WasmEngine | null} */
  #engine = null;
  /** The end of the queue. @type {Promise<unknown>} */
  #last = Promise.resolve();
  #disposed = false;

  /**
   * @param {() => Promise<WasmEngine>} create
   * @param {{ sliceMs?: number }} [options]
   */
  constructor(create, { sliceMs = 6 } = {}) {
    this.#create = create;
    this.#sliceMs = sliceMs;
  }

  /** Makes the engine, so that a failure shows before the first article. */
  async start() {
    try {
      this.#engine ??= await this.#create();
    } catch (error) {
      throw startError(error);
    }
  }

  /**
   * @param {Article} article
   * @param {{ signal?: AbortSignal }} [options]
   * @returns {Promise<string>} the annotations as JSON
   */
  annotate(article, { signal } = {}) {
    const result = this.#last.then(() => this.#run(article, signal));
    this.#last = result.catch(() => {});
    return result;
  }

  /** @param {Article} article @param {AbortSignal} [signal] */
  async #run(article, signal) {
    signal?.throwIfAborted();
    await this.start();
    const engine = this.#engine;
    if (this.#disposed || !engine) throw new NewsglossError("disposed", "The annotator has been disposed of");
    let malformed = true;
    try {
      engine.begin(article);
      malformed = false;
      while (!this.#slice(engine)) {
        await pause();
        // The engine drops an article in progress when the next begins.
        signal?.throwIfAborted();
        if (this.#disposed) throw new NewsglossError("disposed", "The annotator has been disposed of");
      }
      return engine.result();
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) this.#engine = null;
      throw NewsglossError.from(error, malformed && error instanceof TypeError ? "article" : "engine");
    }
  }

  /** Works for one slice; true when the article is done. @param {WasmEngine} engine */
  #slice(engine) {
    const end = performance.now() + this.#sliceMs;
    do {
      if (engine.step(STEP)) return true;
    } while (performance.now() < end);
    return false;
  }

  dispose() {
    this.#disposed = true;
    this.#engine?.delete();
    this.#engine = null;
  }
}

/** Resolves in a task of its own, after those that wait already. */
function pause() {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") {
      setImmediate(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });
}

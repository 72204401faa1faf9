/**
 * WasmEngine: the WebAssembly engine as a JavaScript class.
 *
 * It imports nothing: the Emscripten module's factory (the default export of newsgloss-engine.mjs) and the wasm bytes
 * are given to `create`, so that bundlers, workers and Node can each find them in their own way.
 *
 *     const engine = await WasmEngine.create({ createModule, wasmBinary, model });
 *     const annotations = engine.annotate({ blocks: [{ text: "…" }] });
 *     engine.delete();
 *
 * or in slices:
 *
 *     engine.begin(article);
 *     while (!engine.step(200)) await scheduler.yield();
 *     const json = engine.result();
 *
 * The engine's memory lies in WebAssembly: call `delete()` when done with it. An engine that is forgotten is deleted
 * when the garbage collector finds it, a safety net and no more. `WasmEngine.counts` tells of both.
 */

/**
 * @typedef {{ kind?: string | null, text: string }} Block
 * @typedef {{ id?: string | null, url?: string | null, lang?: string | null, published?: string | null,
 *             blocks: Block[] }} Article
 *
 * @typedef {object} NativeEngine  the embind handle, see src/wasm/bindings.cpp
 * @property {(model: Uint8Array) => string} load
 * @property {(article: Article) => string} begin
 * @property {(budget: number) => boolean} step
 * @property {() => string} result
 * @property {() => void} delete
 *
 * @typedef {object} EngineModule  what the factory resolves to
 * @property {new () => NativeEngine} Engine
 * @property {() => string} version
 * @property {() => number} liveEngines
 * @property {() => number} stackSave
 * @property {(stack: number) => void} stackRestore
 *
 * @typedef {(options: object) => Promise<EngineModule>} CreateModule
 */

const counts = { created: 0, deleted: 0, finalized: 0 };

/** Deletes engines whose WasmEngine is gone without `delete()`. Holds the handle only, never the WasmEngine. */
const forgotten = new FinalizationRegistry((/** @type {NativeEngine} */ native) => {
  counts.finalized += 1;
  native.delete();
});

export class WasmEngine {
  /** @type {EngineModule} */
  #module;
  /** @type {NativeEngine | null} */
  #native;

  /**
   * An engine in an instance of its own.
   *
   * @param {object} options
   * @param {CreateModule} options.createModule  the default export of newsgloss-engine.mjs
   * @param {ArrayBuffer | Uint8Array} [options.wasmBinary]  the bytes of newsgloss-engine.wasm
   * @param {WebAssembly.Module} [options.module]  or these, compiled
   * @param {ArrayBuffer | Uint8Array} options.model  the bytes of newsgloss.model
   * @returns {Promise<WasmEngine>} rejects where the bytes are no WebAssembly or may not be compiled (a
   *   Content-Security-Policy without 'wasm-unsafe-eval'), or the model's are not those of a model for this engine
   */
  static async create({ createModule, wasmBinary, module, model }) {
    if (typeof createModule !== "function") throw new TypeError("createModule: missing");
    if (!wasmBinary === !module) throw new TypeError("give either wasmBinary or module");
    if (!model) throw new TypeError("model: missing");
    const compiled = module ?? (await WebAssembly.compile(/** @type {BufferSource} */ (wasmBinary)));
    return new WasmEngine(
      await new Promise((resolve, reject) => {
        createModule({
          // Errors in a hook of Emscripten's would leave its promise waiting for ever.
          instantiateWasm(
            /** @type {WebAssembly.Imports} */ imports,
            /** @type {(instance: WebAssembly.Instance) => void} */ done,
          ) {
            WebAssembly.instantiate(compiled, imports).then(done).catch(reject);
            return {};
          },
        }).then(resolve, reject);
      }),
      model,
    );
  }

  /**
   * @param {EngineModule} module  an instance; several engines may share one
   * @param {ArrayBuffer | Uint8Array} model  the bytes of newsgloss.model, of which the engine takes a copy
   * @throws {Error} saying what is wrong with the model
   */
  constructor(module, model) {
    this.#module = module;
    const native = new module.Engine();
    const problem = native.load(model instanceof Uint8Array ? model : new Uint8Array(model));
    if (problem) {
      native.delete();
      throw new Error(problem);
    }
    this.#native = native;
    counts.created += 1;
    forgotten.register(this, this.#native, this);
  }

  /** How many engines were created, deleted, and found by the garbage collector before they were deleted. */
  static get counts() {
    return { ...counts };
  }

  /** The engine's version, "0.1.0". */
  get version() {
    return this.#module.version();
  }

  /** How many engines are alive in this one's WebAssembly instance. */
  get live() {
    return this.#module.liveEngines();
  }

  /**
   * Starts on an article; one in progress is dropped.
   *
   * @param {Article} article
   * @throws {TypeError} saying what is wrong with the article (`blocks[3].kind: unknown kind "paragraf"`); the engine
   *   is ready for the next
   */
  begin(article) {
    const native = this.#alive();
    const stack = this.#module.stackSave();
    let problem;
    try {
      problem = native.begin(article);
    } catch (error) {
      // An accessor of the article threw, over the heads of the engine's own functions.
      this.#module.stackRestore(stack);
      throw error;
    }
    if (problem) throw new TypeError(problem);
  }

  /**
   * Works through about `budget` tokens more, at least a block.
   *
   * @param {number} budget
   * @returns {boolean} true when nothing is left to do
   */
  step(budget) {
    return this.#alive().step(budget);
  }

  /**
   * @returns {string} the annotations as JSON (schema newsgloss/1, offsets in UTF-16 code units), once, after `step`
   *   has returned true; "" otherwise
   */
  result() {
    return this.#alive().result();
  }

  /**
   * The whole way: article in, annotations out.
   *
   * @param {Article} article
   * @returns {any} the annotations, parsed
   * @throws {TypeError} as `begin`
   */
  annotate(article) {
    this.begin(article);
    while (!this.step(Infinity));
    return JSON.parse(this.result());
  }

  /** Frees the engine's memory. The engine cannot be used any more; deleting it again does nothing. */
  delete() {
    if (!this.#native) return;
    forgotten.unregister(this);
    this.#native.delete();
    this.#native = null;
    counts.deleted += 1;
  }

  #alive() {
    if (!this.#native) throw new Error("this engine has been deleted");
    return this.#native;
  }
}

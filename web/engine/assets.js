/**
 * The files that the engine needs, where they lie beside this one in the package, and the SHA-256 that they had when the
 * package was built (the build writes it in).
 *
 * @typedef {{ url: URL, integrity: string }} Asset
 */

/** The program. @type {Asset} */
export const ENGINE_WASM = {
  url: new URL("./newsgloss-engine.wasm", import.meta.url),
  integrity: NEWSGLOSS_WASM_INTEGRITY,
};

/** What it has learned: lexicon and weights. @type {Asset} */
export const ENGINE_MODEL = {
  url: new URL("./newsgloss.model", import.meta.url),
  integrity: NEWSGLOSS_MODEL_INTEGRITY,
};

/** What runs the engine off the page's thread. @type {Asset} */
export const ENGINE_WORKER = {
  url: new URL("./worker.js", import.meta.url),
  integrity: NEWSGLOSS_WORKER_INTEGRITY,
};

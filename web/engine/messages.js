/**
 * What the page and the worker say to each other. Articles go over as they are; annotations come back as JSON text, which
 * is cheaper to take apart than a structured clone.
 *
 * @typedef {{ type: "start", wasm: ArrayBuffer, model: ArrayBuffer } |
 *           { type: "annotate", id: number, article: import("../schema.js").Article } |
 *           { type: "abort", id: number }} ToWorker
 *
 * @typedef {{ code: import("./newsgloss-error.js").ErrorCode, message: string, directive: string | null }} Failure
 *
 * @typedef {{ type: "started" } | { type: "failed", failure: Failure } |
 *           { type: "result", id: number, json: string } |
 *           { type: "error", id: number, failure: Failure }} FromWorker
 */

export {};

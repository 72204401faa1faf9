/**
 * The Emscripten module and its wrapper, put together. What runs the engine imports this file: the worker and Node; the
 * page only where there is no worker, as a file of its own (dist/engine.js). Hence it shares no code with the page's part.
 */

import createModule from "newsgloss-engine";
import { WasmEngine } from "./wasm-engine.js";

/**
 * @param {ArrayBuffer | Uint8Array} wasmBinary
 * @param {ArrayBuffer | Uint8Array} model
 * @returns {Promise<WasmEngine>}
 */
export function createWasmEngine(wasmBinary, model) {
  return WasmEngine.create({ createModule, wasmBinary, model });
}

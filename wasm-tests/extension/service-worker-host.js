/**
 * For measure-host.mjs alone: the engine in Chrome's service worker itself, where the package has it in the worker of an offscreen
 * document. The same glue and the same slices as the worker's; a service worker can start no worker of its own.
 */

import { createWasmEngine } from "../../web/engine/create-wasm-engine.js";
import { SlicedEngine } from "../../web/engine/sliced-engine.js";
import { faultOf } from "../../web/extension/messages.js";

/** @type {Promise<SlicedEngine> | null} */
let starting = null;
/** @type {Map<string, AbortController>} */
const running = new Map();

async function start() {
  /** @param {string} file @param {string} integrity */
  const bytes = async (file, integrity) => (await fetch(file, { integrity })).arrayBuffer();
  const [wasm, model] = await Promise.all([bytes("newsgloss-engine.wasm", NEWSGLOSS_WASM_INTEGRITY), bytes("newsgloss.model", NEWSGLOSS_MODEL_INTEGRITY)]);
  const engine = new SlicedEngine(() => createWasmEngine(wasm, model), { sliceMs: 20 });
  await engine.start();
  return engine;
}

/** @param {import("../../web/schema.js").Article} article @param {string} id */
export async function computeInHost(article, id) {
  const controller = new AbortController();
  running.set(id, controller);
  try {
    starting ??= start();
    return { annotations: JSON.parse(await (await starting).annotate(article, { signal: controller.signal })) };
  } catch (error) {
    return faultOf(error);
  } finally {
    running.delete(id);
  }
}

/** @param {string} id */
export async function stopInHost(id) {
  running.get(id)?.abort();
}

/** The engine in Node: wasm and model from the package's files, each checked against the hash it was built with. */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { ENGINE_MODEL, ENGINE_WASM } from "./assets.js";
import { createWasmEngine } from "./create-wasm-engine.js";
import { NewsglossError } from "./newsgloss-error.js";
import { SlicedEngine } from "./sliced-engine.js";

/** Ready to annotate. @returns {Promise<SlicedEngine>} */
export async function createNodeEngine() {
  const [wasm, model] = await Promise.all([readPinned(ENGINE_WASM), readPinned(ENGINE_MODEL)]);
  const engine = new SlicedEngine(() => createWasmEngine(wasm, model), { sliceMs: 50 });
  await engine.start();
  return engine;
}

/** Reads a file and checks its SHA-256. @param {import("./assets.js").Asset} asset */
async function readPinned({ url, integrity }) {
  const bytes = await readFile(url).catch((/** @type {Error} */ error) => {
    throw new NewsglossError("unreachable", error.message, { cause: error });
  });
  const found = `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
  if (found !== integrity) {
    throw new NewsglossError("integrity", `${url} is not the file that this version was built with (${integrity})`);
  }
  return bytes;
}

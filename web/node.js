/**
 * The package `newsgloss` in Node: the same engine and the same bytes out, without a page.
 *
 *     import { createAnnotator } from "newsgloss";
 *     const annotator = await createAnnotator();
 *     const annotations = await annotator.annotate({ blocks: [{ text: "…" }] });
 *     annotator.dispose();
 */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Annotator } from "./annotator.js";
import { ENGINE_MODEL, ENGINE_WASM } from "./engine/assets.js";
import { readArticle as articleOf } from "./cli/read-article.js";
import { createWasmEngine } from "./engine/create-wasm-engine.js";
import { NewsglossError } from "./engine/newsgloss-error.js";
import { SlicedEngine } from "./engine/sliced-engine.js";

export { NewsglossError } from "./engine/newsgloss-error.js";
export { isWorthOffering } from "./page/offer.js";
export { PageArticle } from "./page/page-article.js";
export { readPage } from "./page/read-page.js";
export { Annotator };

/**
 * For the types of a site's own code, which imports the package by the same name: these have a page.
 *
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./session.js").SessionOptions} SessionOptions
 */

/**
 * Options of the browser's other than `signal` may be given, and mean nothing here.
 *
 * @param {Parameters<typeof import("./index.js").createAnnotator>[0]} [options]
 * @returns {Promise<Annotator<Session, SessionOptions>>}
 */
export async function createAnnotator({ signal } = {}) {
  signal?.throwIfAborted();
  const engine = new SlicedEngine(await engineFactory(), { sliceMs: 50 });
  await engine.start();
  return new Annotator(engine, (root, annotate, options) => attach(root, { annotate, ...options }));
}

/**
 * A file as an Article, by its suffix: .html (the story in the page, found as in a browser), .txt or .json. Its name without the
 * suffix is the article's id where it has no other.
 *
 * @param {string} file
 * @returns {Promise<import("./schema.js").Article>} rejects with an Error where the file cannot be read or has no article
 */
export async function readArticle(file) {
  return articleOf(basename(file), await readFile(file));
}

/** Reads wasm and model. @returns {Promise<() => Promise<import("./engine/wasm-engine.js").WasmEngine>>} */
async function engineFactory() {
  const [wasm, model] = await Promise.all([readPinned(ENGINE_WASM), readPinned(ENGINE_MODEL)]);
  return () => createWasmEngine(wasm, model);
}

/** Reads a file and checks its SHA-256. @param {import("./engine/assets.js").Asset} asset */
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

/** Rejects: there is no page. @type {typeof import("./index.js").attach} */
export async function attach() {
  throw new NewsglossError("no-root", "attach() needs a page; in Node use annotate()");
}

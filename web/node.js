/**
 * The package `newsgloss` in Node: the same engine and the same bytes out, without a page.
 *
 *     import { createAnnotator } from "newsgloss";
 *     const annotator = await createAnnotator();
 *     const annotations = await annotator.annotate({ blocks: [{ text: "…" }] });
 *     annotator.dispose();
 */

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Annotator } from "./annotator.js";
import { readArticle as articleOf } from "./cli/read-article.js";
import { NewsglossError } from "./engine/newsgloss-error.js";
import { createNodeEngine } from "./engine/node-engine.js";

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
  return new Annotator(await createNodeEngine(), (root, annotate, options) => attach(root, { annotate, ...options }));
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

/** Rejects: there is no page. @type {typeof import("./index.js").attach} */
export async function attach() {
  throw new NewsglossError("no-root", "attach() needs a page; in Node use annotate()");
}

/**
 * In the page that the reader clicked on: reads its article, shows what the engine found; at the next click takes it away.
 * Runs in the extension's own world: the page's scripts see nothing of it, and its Content-Security-Policy does not bear on it.
 */

import { attach } from "../index.js";
import { NewsglossError } from "../engine/newsgloss-error.js";
import { readPage } from "../page/read-page.js";
import { showNotice } from "../ui/notice.js";
import { api } from "./extension-api.js";
import { ANNOTATE } from "./messages.js";
import { PageLink } from "./panel/page-link.js";
import { isSensitive } from "./sensitive.js";

const ATTEMPTS = 2;

/** @typedef {{ newsglossShown?: AbortController }} World */
const world = /** @type {World} */ (globalThis);

/** Tells the side panel. */
const link = PageLink.here();

if (world.newsglossShown) {
  world.newsglossShown.abort();
  delete world.newsglossShown;
  link.idle();
} else {
  const shown = new AbortController();
  world.newsglossShown = shown;
  link.working();
  show(shown.signal).catch((error) => {
    if (world.newsglossShown === shown) delete world.newsglossShown;
    if (!shown.signal.aborted) link.failed(error);
    if (shown.signal.aborted || error?.code === "language") return; // that is said on the page already
    showNotice(document.body, `Newsgloss: ${error?.message ?? error}`, {});
  });
}

/** @param {AbortSignal} signal */
async function show(signal) {
  if (isSensitive(document)) throw new NewsglossError("no-text", "this page asks for a password or a card, and is left alone");
  const page = await readPage(document, { signal });
  if (!page) throw new NewsglossError("no-text", "no article was found on this page");
  link.shown(await attach(page.root, { annotate, signal, notice: true }));
}

/**
 * The browser may stop the background in the middle; asked again, it starts again.
 *
 * @param {import("../schema.js").Article} article
 * @returns {Promise<import("../schema.js").Annotations>}
 */
async function annotate(article) {
  let answer;
  for (let attempt = 1; attempt <= ATTEMPTS && !answer; attempt += 1) {
    answer = await api.runtime.sendMessage({ type: ANNOTATE, article }).catch((/** @type {unknown} */ error) => {
      if (attempt === ATTEMPTS) throw error;
    });
  }
  if (!answer) throw new NewsglossError("engine", "the extension's background did not answer");
  if (answer.error) throw new NewsglossError(answer.error.code, answer.error.message);
  return answer.annotations;
}

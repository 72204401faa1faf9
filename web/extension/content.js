/**
 * In the page that the reader clicked on: reads its article, shows what the engine found; at the next click takes it away.
 * Runs in the extension's own world: the page's scripts see nothing of it, and its Content-Security-Policy does not bear on it.
 */

import { attach } from "../index.js";
import { NewsglossError } from "../engine/newsgloss-error.js";
import { readPage } from "../page/read-page.js";
import { showNotice } from "../ui/notice.js";
import { api } from "./extension-api.js";
import { ABORT, ANNOTATE } from "./messages.js";
import { showColours } from "./page-colours.js";
import { PageLink } from "./panel/page-link.js";
import { isSensitive } from "./sensitive.js";
import { isNever, readSettings, watchSettings } from "./settings.js";

const ATTEMPTS = 2;

/** @typedef {import("../schema.js").Annotations} Annotations */
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
  let settings = await readSettings();
  signal.throwIfAborted();
  if (isSensitive(document)) throw new NewsglossError("no-text", "this page asks for a password or a card, or is of mail or a bank, and is left alone");
  if (isNever(settings, location.hostname)) throw new NewsglossError("no-text", "this site is left alone, as the options say");
  const page = await readPage(document, { signal });
  if (!page) throw new NewsglossError("no-text", "no article was found on this page");

  /** What the engine said, kept so that other settings need no other answer. @type {{ asked: string, annotations: Annotations } | null} */
  let last = null;
  /** @type {import("../session.js").Annotate} */
  const remembered = async (article, how) => {
    const asked = JSON.stringify(article);
    if (last?.asked !== asked) last = { asked, annotations: await annotate(article, how) };
    return last.annotations;
  };
  /** Ends what is shown as the settings before had it. */
  let showing = new AbortController();
  const attachAgain = async () => {
    showing.abort();
    const mine = new AbortController();
    showing = mine;
    const both = AbortSignal.any([signal, mine.signal]);
    const { types, lang, theme } = settings;
    const session = await attach(page.root, { annotate: remembered, signal: both, notice: true, types, lang, theme });
    showColours(page.root, settings, both);
    link.shown(session);
  };
  await attachAgain();
  watchSettings((now) => {
    settings = now;
    attachAgain().catch((error) => !showing.signal.aborted && !signal.aborted && error?.name !== "AbortError" && link.failed(error));
  }, signal);
}

/**
 * The browser may stop the background in the middle; asked again, it starts again.
 *
 * @param {import("../schema.js").Article} article
 * @param {{ signal: AbortSignal }} how
 * @returns {Promise<Annotations>}
 */
async function annotate(article, { signal }) {
  const id = `${Math.random()}`;
  const abort = () => void api.runtime.sendMessage({ type: ABORT, id }).catch(() => {});
  signal.addEventListener("abort", abort, { once: true });
  try {
    let answer;
    for (let attempt = 1; attempt <= ATTEMPTS && !answer; attempt += 1) {
      answer = await api.runtime.sendMessage({ type: ANNOTATE, id, article }).catch((/** @type {unknown} */ error) => {
        if (attempt === ATTEMPTS) throw error;
      });
      signal.throwIfAborted();
    }
    if (!answer) throw new NewsglossError("engine", "the extension's background did not answer");
    if (answer.error) throw new NewsglossError(answer.error.code, answer.error.message);
    return answer.annotations;
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

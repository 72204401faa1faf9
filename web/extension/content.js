/**
 * In the page that the reader clicked on, or of a site where it is always wanted: reads its article, shows what the engine found;
 * at the next click takes it away. Where nobody clicked it says nothing about a page that it does not read.
 * Runs in the extension's own world: the page's scripts see nothing of it, and its Content-Security-Policy does not bear on it.
 */

import { attach } from "../index.js";
import { NewsglossError } from "../engine/newsgloss-error.js";
import { isWorthOffering } from "../page/offer.js";
import { readPage } from "../page/read-page.js";
import { showNotice } from "../ui/notice.js";
import { tell } from "./extension-api.js";
import { askBackground } from "./ask-background.js";
import { asOurs, takeAwayEarlier, whenSuperseded } from "./earlier-version.js";
import { SHOWN } from "./messages.js";
import { showColours } from "./page-colours.js";
import { PageLink } from "./panel/page-link.js";
import { isSensitive } from "./sensitive.js";
import { isNever, readSettings, watchSettings } from "./settings.js";

/** @typedef {import("../schema.js").Annotations} Annotations */
/** @typedef {{ newsglossShown?: AbortController, newsglossAutomatic?: true }} World */
const world = /** @type {World} */ (globalThis);

/** Tells the side panel. */
const link = PageLink.here();

const automatic = world.newsglossAutomatic === true;
delete world.newsglossAutomatic;

if (automatic && (world.newsglossShown || !isWorthOffering(document))) {
  // Shown already, or nothing to show.
} else if (world.newsglossShown) {
  world.newsglossShown.abort();
  delete world.newsglossShown;
  link.idle();
  count(null);
} else {
  const shown = new AbortController();
  world.newsglossShown = shown;
  takeAwayEarlier(document);
  whenSuperseded(document, () => shown.abort(), shown.signal);
  link.working();
  show(shown.signal).catch((error) => {
    if (world.newsglossShown === shown) delete world.newsglossShown;
    if (!shown.signal.aborted) link.failed(error);
    if (automatic || shown.signal.aborted || error?.code === "language") return; // that is said on the page already
    showNotice(document.body, `Newsgloss: ${error?.message ?? error}`, {});
  });
}

/** Tells the button. @param {number | null} quotes  null where nothing is shown any more */
function count(quotes) {
  void tell({ type: SHOWN, quotes });
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
    if (last?.asked !== asked) last = { asked, annotations: await askBackground(article, how) };
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
    const session = await asOurs(document, () => attach(page.root, { annotate: remembered, signal: both, notice: !automatic, types, lang, theme }));
    showColours(page.root, settings, both);
    link.shown(session);
    const tell = () => count(session.annotations.quotes.length);
    session.addEventListener("result", tell);
    tell();
  };
  await attachAgain();
  watchSettings((now) => {
    settings = now;
    attachAgain().catch((error) => !showing.signal.aborted && !signal.aborted && error?.name !== "AbortError" && link.failed(error));
  }, signal);
}

/**
 * In the page or frame that the reader clicked on, or of a site where it is always wanted: reads its article, shows what the engine
 * found; at the next click takes it away. Where nobody clicked it says nothing about a page that it does not read.
 * Runs in the extension's own world: the page's scripts see nothing of it, and its Content-Security-Policy does not bear on it.
 */

import { attach } from "../index.js";
import { isWorthOffering } from "../page/offer.js";
import { readPage } from "../page/read-page.js";
import { api, tell } from "./extension-api.js";
import { askBackground } from "./ask-background.js";
import { asOurs, takeAwayEarlier, whenSuperseded } from "./earlier-version.js";
import { ASK, AWAY, FRAMES, SHOWN } from "./messages.js";
import { showColours } from "./page-colours.js";
import { PageLink } from "./panel/page-link.js";
import { Refusal, noArticle, showRefusal } from "./refusal.js";
import { isSensitive } from "./sensitive.js";
import { isNever, readSettings, watchSettings } from "./settings.js";

/** @typedef {import("../schema.js").Annotations} Annotations */
/** @typedef {{ newsglossShown?: AbortController, newsglossAutomatic?: true }} World */
const world = /** @type {World} */ (globalThis);

/** Tells the side panel. */
const link = PageLink.here();

const inFrame = window !== window.top;

const automatic = world.newsglossAutomatic === true;
delete world.newsglossAutomatic;

/** How many quotes are shown. @type {number | null} */
let quotes = null;

if (automatic && (world.newsglossShown || !isWorthOffering(document))) {
  // Shown already, or nothing to show.
} else if (world.newsglossShown) {
  takeAway();
  if (!inFrame) void awayInFrames();
} else {
  const shown = new AbortController();
  world.newsglossShown = shown;
  const asked = new AbortController();
  shown.signal.addEventListener("abort", () => asked.abort(), { once: true });
  takeAwayEarlier(document);
  whenSuperseded(document, () => shown.abort(), shown.signal);
  answerAsked(asked.signal);
  link.working();
  show(shown.signal).then(
    (here) => {
      if (!here && !shown.signal.aborted) takeAway();
    },
    (error) => {
      if (world.newsglossShown === shown) delete world.newsglossShown;
      asked.abort();
      if (!shown.signal.aborted) link.failed(error);
      if (automatic || shown.signal.aborted || error?.code === "language") return; // that is said on the page already
      void showRefusal(error);
    },
  );
}

function takeAway() {
  world.newsglossShown?.abort();
  delete world.newsglossShown;
  link.idle();
  count(null);
}

/** Tells the button. @param {number | null} now  null where nothing is shown any more */
function count(now) {
  quotes = now;
  void tell({ type: SHOWN, quotes });
}

/** As long as something is shown. @param {AbortSignal} signal */
function answerAsked(signal) {
  const heard = (/** @type {any} */ message, /** @type {{ id?: string }} */ sender, /** @type {(answer: unknown) => void} */ answer) => {
    if (sender.id !== api.runtime.id) return;
    if (message?.type === AWAY && (inFrame || !message.inFrames)) {
      takeAway();
      answer(true);
    }
    if (message?.type === ASK && quotes !== null) {
      link.hello();
      count(quotes);
    }
  };
  api.runtime.onMessage.addListener(heard);
  signal.addEventListener("abort", () => api.runtime.onMessage.removeListener(heard), { once: true });
  addEventListener("pageshow", ({ persisted }) => persisted && quotes !== null && count(quotes), { signal });
  // The button forgets a page that is left, but not a frame.
  if (inFrame) addEventListener("pagehide", () => void tell({ type: SHOWN, quotes: null }), { signal });
}

/** Is this document to be left alone, or one around it? Those of other sites cannot be seen from here: the background has looked. */
function isLeftAlone() {
  for (let at = /** @type {Window} */ (window); ; at = at.parent) {
    try {
      if (isSensitive(at.document)) return true;
    } catch {
      // of another site
    }
    if (at === at.parent) return false;
  }
}

/** What frames of this page show is taken away. @returns {Promise<boolean>} whether there was something */
async function awayInFrames() {
  return (await tell({ type: AWAY })) === true;
}

/** The page has no article, but perhaps a frame of it. @param {AbortSignal} signal @returns {Promise<boolean>} whether it is read there */
async function isInFrame(signal) {
  const found = (await tell({ type: FRAMES })) === true;
  // Pressed again meanwhile.
  if (found && signal.aborted) void awayInFrames();
  return found;
}

/** @param {AbortSignal} signal @returns {Promise<boolean>} whether it is shown in this document; or in a frame of it, or nowhere any more */
async function show(signal) {
  const awayElsewhere = automatic || inFrame ? false : awayInFrames();
  let settings = await readSettings();
  if (await awayElsewhere) return false;
  signal.throwIfAborted();
  if (isLeftAlone()) throw new Refusal("sensitive");
  if (isNever(settings, location.hostname)) throw new Refusal("never");
  const page = await readPage(document, { signal });
  if (!page && !automatic && !inFrame && (await isInFrame(signal))) return false;
  if (!page) throw new Refusal(noArticle());

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
    const counted = () => count(session.annotations.quotes.length);
    session.addEventListener("result", counted);
    counted();
  };
  await attachAgain();
  watchSettings((now) => {
    settings = now;
    attachAgain().catch((error) => !showing.signal.aborted && !signal.aborted && error?.name !== "AbortError" && link.failed(error));
  }, signal);
  return true;
}

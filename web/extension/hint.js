/**
 * The button offers itself: in Chrome it has a lit icon where the page's mark-up is that of one article. The browser compares pages
 * with the rules below by itself (declarativeContent); the extension reads nothing, and is not told which pages they match.
 * A hint and no more: pages are matched by mark-up, not by their text, and a press works on every page.
 *
 *     lit     an article's mark-up is displayed, and a headline
 *     plain   overrides it: pages that are left alone (sensitive.js, and the options' list)
 *
 * Firefox has nothing like it: there the button never looks different, since to know the extension would have to read every page.
 *
 * @typedef {{ css?: string[], pageUrl?: object }} Condition
 */

import { api } from "./extension-api.js";
import { BANK, FIELDS, HOSTS, LABEL } from "./sensitive.js";

const SIZES = [16, 32];
const PRIORITY = { lit: 100, plain: 200 };

/** What front pages put around each of many articles. */
const NO_CARD = `:not(${["card", "teaser", "promo", "item", "tile", "preview", "summary", "list"].map((name) => `[class*="${name}" i]`).join()})`;

/** The browser takes compound selectors alone, and counts what is displayed. */
const ARTICLES = [
  `article:only-of-type${NO_CARD}`,
  `[role="article"]:only-of-type${NO_CARD}`,
  '[itemprop~="articleBody"]',
  `[itemtype$="Article"]:only-of-type${NO_CARD}`,
  `[class*="article" i][class*="body" i]${NO_CARD}`,
  `[class*="story" i][class*="body" i]${NO_CARD}`,
  ".entry-content",
];

/** @param {import("./settings.js").Settings} settings @returns {Record<"lit" | "plain", Condition[]>} a rule holds where one of its conditions does */
export function conditionsOf({ never }) {
  // Behind the name at least a domain and its top domain, as isSensitiveHost has it.
  const named = `^https?://(?:[^/?#:]+\\.)?(?:${LABEL})\\.(?:[^/?#.:]+\\.)+[^/?#.:]+(?:[:/?#]|$)`;
  return {
    lit: ARTICLES.map((selector) => ({ css: [selector, "h1"], pageUrl: { schemes: ["http", "https"] } })),
    plain: [
      ...FIELDS.map((selector) => ({ css: [selector] })),
      { pageUrl: { urlMatches: named } },
      // With the dot, a host itself and those below it.
      ...[BANK, ...[...HOSTS, ...never].map((host) => `.${host}`)].map((hostSuffix) => ({ pageUrl: { hostSuffix } })),
    ],
  };
}

let turn = Promise.resolve();

/** Makes the rules anew, one call after the other. The browser keeps them. @param {import("./settings.js").Settings} settings */
export function hintOnArticles(settings) {
  if (api.declarativeContent) turn = turn.then(() => makeRules(settings)).catch(() => {});
  return turn;
}

/** @param {import("./settings.js").Settings} settings */
async function makeRules(settings) {
  const { PageStateMatcher, SetIcon, onPageChanged } = api.declarativeContent;
  const conditions = conditionsOf(settings);
  const rules = await Promise.all(
    /** @type {const} */ (["lit", "plain"]).map(async (id) => ({
      id,
      priority: PRIORITY[id],
      conditions: conditions[id].map((one) => new PageStateMatcher(one)),
      actions: [new SetIcon({ imageData: await iconOf(id === "lit" ? "lit-" : "") })],
    })),
  );
  // These know no promises.
  await new Promise((done) => onPageChanged.removeRules(undefined, done));
  await new Promise((done) => onPageChanged.addRules(rules, done));
}

/** Pixels by size: an action of the rules takes no file's name. @param {string} prefix */
async function iconOf(prefix) {
  const images = SIZES.map(async (size) => {
    const file = await fetch(api.runtime.getURL(`icons/${prefix}${size}.png`));
    const context = new OffscreenCanvas(size, size).getContext("2d");
    if (!context) throw new Error("no canvas");
    context.drawImage(await createImageBitmap(await file.blob()), 0, 0);
    return [size, context.getImageData(0, 0, size, size)];
  });
  return Object.fromEntries(await Promise.all(images));
}

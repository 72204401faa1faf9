/** What the toolbar's button says of a tab, in the reader's language: how many quotes its page shows, or that it cannot be read. */

import { api } from "./extension-api.js";
import { readersWords } from "./reader-words.js";
import { MANIFEST, NOTICES } from "./words.js";

const MANY = 999;

/** @param {number} tabId @param {number | null} quotes  null: nothing is shown */
export async function count(tabId, quotes) {
  const text = quotes === null ? "" : quotes > MANY ? `${MANY}+` : `${quotes}`;
  await say(tabId, text, (await readersWords(MANIFEST))("action"));
}

/** A dash, and why. @param {number} tabId @param {"unreadable" | "alone" | "frameRefused" | "frameUnreadable"} why */
export async function refuse(tabId, why) {
  await say(tabId, "\u2013", (await readersWords(NOTICES))(why));
}

/** @param {number} tabId @param {string} text @param {string} title */
async function say(tabId, text, title) {
  const { action } = api;
  await Promise.all([action.setBadgeBackgroundColor({ tabId, color: "#1f5fa8" }), action.setBadgeText({ tabId, text }), action.setTitle({ tabId, title })]).catch(() => {}); // closed meanwhile
}

let turn = Promise.resolve();

/** The button's title, which the manifest has in the browser's language, in the reader's, in every tab. One call after the other. */
export function nameButton() {
  turn = turn.then(rename).catch(() => {});
  return turn;
}

async function rename() {
  const title = (await readersWords(MANIFEST))("action");
  const notices = await readersWords(NOTICES);
  const { action, tabs } = api;
  await action.setTitle({ title });
  /** Tabs of which something was said have a title of their own: what it was is known by its words. @param {string} said */
  const anew = (said) => {
    const why = Object.keys(NOTICES.en).find((key) => Object.values(NOTICES).some((words) => words[/** @type {keyof typeof words} */ (key)] === said));
    return why ? notices(/** @type {keyof typeof NOTICES.en} */ (why)) : title;
  };
  const retitle = async (/** @type {{ id: number }} */ { id: tabId }) => {
    const now = await action.getTitle({ tabId });
    const wanted = anew(now);
    if (wanted !== now) await action.setTitle({ tabId, title: wanted });
  };
  await Promise.allSettled((await tabs.query({})).map(retitle)); // some are closed meanwhile
}

/** What the toolbar's button says of a tab: how many quotes its page shows, or that it cannot be read. */

import { api } from "./extension-api.js";

const MANY = 999;

/** @param {number} tabId @param {number | null} quotes  null: nothing is shown */
export async function count(tabId, quotes) {
  const text = quotes === null ? "" : quotes > MANY ? `${MANY}+` : `${quotes}`;
  await say(tabId, text, await api.action.getTitle({}));
}

/** A dash, and why. @param {number} tabId @param {string} why */
export async function refuse(tabId, why) {
  await say(tabId, "\u2013", why);
}

/** @param {number} tabId @param {string} text @param {string} title */
async function say(tabId, text, title) {
  const { action } = api;
  await Promise.all([action.setBadgeBackgroundColor({ tabId, color: "#1f5fa8" }), action.setBadgeText({ tabId, text }), action.setTitle({ tabId, title })]).catch(() => {}); // closed meanwhile
}

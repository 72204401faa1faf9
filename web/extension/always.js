/**
 * "Always on this site": sites whose articles are annotated without a press of the button. The browser's own list of what the
 * extension may read is the truth: a site is on it when the reader asked for it and the browser's question was answered with yes,
 * and off it when the reader takes it away, here or among the browser's own settings. Nothing of it is stored or synchronised by us.
 *
 *     options, side panel  --allow, forget-->  the browser's permissions  --onAdded, onRemoved-->  background: keepRegistered
 */

import { api } from "./extension-api.js";
import { onceOnly } from "./once.js";

const ID = "always";
/** The first says to the second that nobody pressed a button. */
const FILES = ["automatic.js", "content.js"];
/** Addresses and names without parts have no sites below them. */
const ALONE = /^(?:[\d.]+|\[.*\]|[^.]+)$/;

/** The match patterns of a site and those below it. @param {string} host */
export const patternsOf = (host) => [`*://${ALONE.test(host) ? "" : "*."}${host}/*`];

/** Patterns of the sites, as the browser has them; not those that are given for one frame. @returns {Promise<string[]>} */
async function granted() {
  const [{ origins = [] }, once] = await Promise.all([api.permissions.getAll(), onceOnly()]);
  return origins.filter((/** @type {string} */ pattern) => !once.has(pattern));
}

/** Names of the sites, as a reader writes them, each with its patterns. @returns {Promise<Map<string, string[]>>} */
export async function alwaysSites() {
  const sites = new Map();
  for (const pattern of (await granted()).sort()) {
    const host = pattern.replace(/^[^:]*:\/\//, "").replace(/\/.*$/, "").replace(/^\*\./, "");
    sites.set(host, [...(sites.get(host) ?? []), pattern]);
  }
  return sites;
}

/** @param {string} host */
export const isAlways = (host) => api.permissions.contains({ origins: patternsOf(host) });

/** Asks the reader, by the browser's own question. At once in answer to a press, or browsers refuse. @param {string} host @returns {Promise<boolean>} */
export const allow = (host) => api.permissions.request({ origins: patternsOf(host) });

/** @param {string[]} patterns @returns {Promise<boolean>} */
export const forget = (patterns) => api.permissions.remove({ origins: patterns });

let turn = Promise.resolve();

/** The content script runs on the sites that are granted, and on no other. One call after the other; again is no harm. */
export function keepRegistered() {
  turn = turn.then(register).catch(() => {});
  return turn;
}

async function register() {
  const matches = await granted();
  const known = (await api.scripting.getRegisteredContentScripts({ ids: [ID] })).length > 0;
  if (matches.length === 0) {
    if (known) await api.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = { id: ID, matches, js: FILES, runAt: "document_idle" };
  await (known ? api.scripting.updateContentScripts([script]) : api.scripting.registerContentScripts([script]));
}

/** Pages that are open already when their site is allowed. @param {string[]} patterns */
export async function showInOpenTabs(patterns) {
  for (const { id } of await api.tabs.query({ url: patterns })) {
    await api.scripting.executeScript({ target: { tabId: id }, files: FILES }).catch(() => {}); // closed meanwhile
  }
}

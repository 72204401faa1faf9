/**
 * Articles in frames. Two ways lead there, and no other:
 *
 *     the frame's context menu   reads that frame, of whatever site; chosen again, takes the marks away
 *     the toolbar's button       where the top document has no article: the largest frame of its own site that has one
 *
 * A frame of another site needs the reader's leave for that site, which the browser asks for and which ends with the reading (once.js).
 * Pages that are left alone are so with all their frames: the top document is looked at first (sensitive.js, and the options' list).
 */

import { refuse } from "./badge.js";
import { api } from "./extension-api.js";
import { AWAY } from "./messages.js";
import { askOnce } from "./once.js";
import { readersWords } from "./reader-words.js";
import { isSensitiveHost } from "./sensitive.js";
import { isNever, readSettings } from "./settings.js";
import { NOTICES } from "./words.js";

export const MENU = "frame";

/** Frames that show something, as far as this background was told. */
const shown = new Set();
/** @param {number} tabId @param {number} frameId */
const keyOf = (tabId, frameId) => `${tabId} ${frameId}`;

/** The menu's one item, in frames alone. Browsers keep it. */
export async function offerInFrames() {
  if (!api.contextMenus) return;
  const title = await titleInFrames();
  await api.contextMenus.removeAll();
  api.contextMenus.create({ id: MENU, title, contexts: ["frame"] }, () => void api.runtime.lastError);
}

/** What the item is called, when the reader's language may be another. */
export async function nameInFrames() {
  try {
    await api.contextMenus.update(MENU, { title: await titleInFrames() });
  } catch {
    // Not there yet.
  }
}

const titleInFrames = async () => (await readersWords(NOTICES))("frame");

/** @param {number} tabId @param {number} frameId @param {boolean} is */
export function noteShown(tabId, frameId, is) {
  if (is) shown.add(keyOf(tabId, frameId));
  else shown.delete(keyOf(tabId, frameId));
}

/** Takes away what the frames of a tab show, its top document not. @param {number} tabId @returns {Promise<boolean>} whether there was something */
export async function takeAwayInFrames(tabId) {
  return (await api.tabs.sendMessage(tabId, { type: AWAY, inFrames: true }).catch(() => false)) === true; // nobody there
}

/**
 * The menu's item was chosen. Nothing is waited for before the browser's question, or it is no longer the reader's doing.
 *
 * @param {{ frameId: number, frameUrl?: string, pageUrl?: string }} chosen
 * @param {{ id: number }} tab
 */
export async function toggleFrame({ frameId, frameUrl = "", pageUrl = "" }, { id: tabId }) {
  if (shown.has(keyOf(tabId, frameId))) {
    if (await api.tabs.sendMessage(tabId, { type: AWAY }, { frameId }).catch(() => false)) return;
    noteShown(tabId, frameId, false); // gone without a word
  }
  const [page, frame] = [pageUrl, frameUrl].map(siteOf);
  if ([page, frame].some((site) => site && isSensitiveHost(site.hostname))) {
    await refuse(tabId, "alone");
    return;
  }
  const foreign = frame && frame.origin !== page?.origin;
  const leave = foreign ? await askOnce(`${frame.protocol}//${frame.hostname}/*`) : { end: async () => {} };
  if (!leave) {
    await refuse(tabId, "frameRefused");
    return;
  }
  try {
    if (await isLeftAlone(tabId, page?.hostname ?? "")) await refuse(tabId, "alone");
    else await api.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ["content.js"] });
  } catch {
    await refuse(tabId, "frameUnreadable");
  } finally {
    await leave.end();
  }
}

/** The top document has no article. @param {number} tabId @returns {Promise<boolean>} whether a frame has */
export async function readLargestFrame(tabId) {
  const looks = await lookAt({ tabId, allFrames: true }).catch(() => []);
  const [best] = looks.filter(({ result }) => result?.article).sort((a, b) => b.result.area - a.result.area);
  if (!best) return false;
  await api.scripting.executeScript({ target: { tabId, frameIds: [best.frameId] }, files: ["content.js"] });
  return true;
}

/** An address of a site; null for documents that have none of their own. @param {string} url */
function siteOf(url) {
  try {
    const parsed = new URL(url);
    return /^https?:$/.test(parsed.protocol) ? parsed : null;
  } catch {
    return null;
  }
}

/** @param {number} tabId @param {string} hostname */
async function isLeftAlone(tabId, hostname) {
  if (isNever(await readSettings(), hostname)) return true;
  const [{ result }] = await lookAt({ tabId });
  return result.sensitive;
}

/** @param {object} target @returns {Promise<{ frameId: number, result: import("./look.js").Look }[]>} */
async function lookAt(target) {
  await api.scripting.executeScript({ target, files: ["look.js"], injectImmediately: true });
  return api.scripting.executeScript({ target, func: () => /** @type {any} */ (globalThis).newsglossLook, injectImmediately: true });
}

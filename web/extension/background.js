/**
 * The background: a click on the button puts the content script into that page, the menu of a frame into that frame; on sites that the
 * reader has allowed for good the browser does so by itself, and on no other. Articles go on to the engine. The button counts the quotes that a page shows.
 * It keeps nothing, so a browser may stop it at any time: what matters lives in the page and in the engine's host.
 */

import { keepRegistered, showInOpenTabs } from "./always.js";
import { count, nameButton, refuse } from "./badge.js";
import { api } from "./extension-api.js";
import { nameInFrames, noteShown, offerInFrames, readLargestFrame, takeAwayInFrames, toggleFrame } from "./frames.js";
import { hintOnArticles } from "./hint.js";
import { ABORT, ANNOTATE, ASK, AWAY, FRAMES, SHOWN } from "./messages.js";
import { giveBackLeftOver, onceOnly } from "./once.js";
import { readSettings, watchSettings } from "./settings.js";
import { computeInHost, stopInHost } from "newsgloss-engine-host";

/** Shows Newsgloss on a tab's page; where it is shown already, in the page or in a frame of it, takes it away (content.js). @param {number} tabId */
async function toggle(tabId) {
  try {
    void count(tabId, null);
    await put(tabId);
  } catch {
    // The browser's own pages, its store, a file without leave: no extension may read them.
    await refuse(tabId, "unreadable");
  }
}

/** Chrome gives leave for a page that has just been loaded a little after it tells of the press. In ms. */
const PAUSES = [100, 300, 600];

/** Puts the content script into a tab. @param {number} tabId @param {number} [attempt] @returns {Promise<void>} */
async function put(tabId, attempt = 0) {
  try {
    await api.scripting.executeScript({ target: { tabId }, files: ["content.js"] });
  } catch (error) {
    if (attempt === PAUSES.length) throw error;
    await new Promise((resolve) => setTimeout(resolve, PAUSES[attempt]));
    await put(tabId, attempt + 1);
  }
}

api.action.onClicked.addListener((/** @type {{ id: number }} */ { id }) => void toggle(id));

// Firefox for Android has neither menus nor keys.
api.contextMenus?.onClicked.addListener((/** @type {any} */ chosen, /** @type {{ id: number }} */ tab) => void toggleFrame(chosen, tab));

api.permissions.onAdded.addListener(async (/** @type {{ origins?: string[] }} */ { origins = [] }) => {
  await keepRegistered();
  const once = await onceOnly();
  const always = origins.filter((pattern) => !once.has(pattern));
  if (always.length > 0) await showInOpenTabs(always);
});
api.permissions.onRemoved.addListener(() => void keepRegistered());
api.runtime.onStartup.addListener(() => {
  void keepRegistered();
  void readSettings().then(hintOnArticles);
});
api.runtime.onInstalled.addListener((/** @type {{ reason: string }} */ { reason }) => {
  void keepRegistered();
  void offerInFrames();
  void readSettings().then(hintOnArticles);
  if (reason === "install") void api.tabs.create({ url: api.runtime.getURL("welcome.html") });
});
void giveBackLeftOver();
void nameButton();
void nameInFrames();
watchSettings((settings) => {
  void nameButton();
  void nameInFrames();
  void hintOnArticles(settings);
}, new AbortController().signal);

/** A page, or a frame of one, shows something, or no longer. @param {number} tabId @param {number} frameId @param {number | null} quotes */
function shown(tabId, frameId, quotes) {
  noteShown(tabId, frameId, quotes !== null);
  void count(tabId, quotes);
  // Others in the tab may.
  if (quotes === null) void api.tabs.sendMessage(tabId, { type: ASK }).catch(() => {});
}

// Chrome's own keys are for buttons only. At once, or it is no longer the reader's doing.
api.commands?.onCommand.addListener((/** @type {string} */ command, /** @type {{ windowId: number }} */ { windowId }) => {
  if (command === "open-panel") void api.sidePanel?.open({ windowId });
});

api.runtime.onMessage.addListener((/** @type {any} */ message, /** @type {{ id?: string, frameId?: number, tab?: { id: number } }} */ sender, /** @type {(answer: unknown) => void} */ answer) => {
  if (sender.id !== api.runtime.id) return undefined;
  if (message?.type === ABORT) void stopInHost(message.id);
  if (message?.type === SHOWN && sender.tab) shown(sender.tab.id, sender.frameId ?? 0, message.quotes);
  if (message?.type === AWAY && sender.tab) return later(takeAwayInFrames(sender.tab.id), answer);
  if (message?.type === FRAMES && sender.tab) return later(readLargestFrame(sender.tab.id), answer);
  if (message?.type !== ANNOTATE) return undefined;
  return later(computeInHost(message.article, message.id), answer);
});

/** @param {Promise<unknown>} promised @param {(answer: unknown) => void} answer @returns {true} what browsers want to hear */
function later(promised, answer) {
  promised.then(answer, () => answer(false));
  return true;
}

// For tests, which cannot press the browser's button, nor choose from its menus.
Object.assign(globalThis, { newsglossToggle: toggle, newsglossToggleFrame: toggleFrame });

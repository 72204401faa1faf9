/**
 * The background: a click on the button puts the content script into that page; on sites that the reader has allowed for good the
 * browser does so by itself, and on no other. Articles go on to the engine. The button counts the quotes that a page shows.
 * It keeps nothing, so a browser may stop it at any time: what matters lives in the page and in the engine's host.
 */

import { keepRegistered, showInOpenTabs } from "./always.js";
import { api } from "./extension-api.js";
import { ABORT, ANNOTATE, SHOWN } from "./messages.js";
import { readersWords } from "./reader-words.js";
import { watchSettings } from "./settings.js";
import { MANIFEST, NOTICES } from "./words.js";
import { computeInHost, stopInHost } from "newsgloss-engine-host";

/** Shows Newsgloss on a tab's page; where it is shown already, takes it away. @param {number} tabId */
async function toggle(tabId) {
  try {
    await put(tabId);
    await api.action.setBadgeText({ tabId, text: "" });
  } catch {
    // The browser's own pages, its store, a file without leave: no extension may read them.
    await api.action.setBadgeText({ tabId, text: "\u2013" });
    await api.action.setTitle({ tabId, title: (await readersWords(NOTICES))("unreadable") });
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

/** The button's title, which the manifest has in the browser's language, in the reader's. */
async function nameButton() {
  await api.action.setTitle({ title: (await readersWords(MANIFEST))("action") });
}

void nameButton();
watchSettings(() => void nameButton(), new AbortController().signal);

api.action.onClicked.addListener((/** @type {{ id: number }} */ { id }) => void toggle(id));

api.permissions.onAdded.addListener(async (/** @type {{ origins?: string[] }} */ { origins = [] }) => {
  await keepRegistered();
  if (origins.length > 0) await showInOpenTabs(origins);
});
api.permissions.onRemoved.addListener(() => void keepRegistered());
api.runtime.onStartup.addListener(() => void keepRegistered());
api.runtime.onInstalled.addListener((/** @type {{ reason: string }} */ { reason }) => {
  void keepRegistered();
  if (reason === "install") void api.tabs.create({ url: api.runtime.getURL("welcome.html") });
});

/** @param {number} tabId @param {number | null} quotes */
function count(tabId, quotes) {
  void api.action.setBadgeBackgroundColor({ tabId, color: "#1f5fa8" }).catch(() => {}); // closed meanwhile
  void api.action.setBadgeText({ tabId, text: quotes === null ? "" : quotes > 999 ? "999+" : `${quotes}` }).catch(() => {});
}

// Chrome's own keys are for buttons only. At once, or it is no longer the reader's doing.
api.commands.onCommand.addListener((/** @type {string} */ command, /** @type {{ windowId: number }} */ { windowId }) => {
  if (command === "open-panel") void api.sidePanel?.open({ windowId });
});

api.runtime.onMessage.addListener((/** @type {any} */ message, /** @type {{ id?: string, tab?: { id: number } }} */ sender, /** @type {(answer: unknown) => void} */ answer) => {
  if (sender.id !== api.runtime.id) return undefined;
  if (message?.type === ABORT) void stopInHost(message.id);
  if (message?.type === SHOWN && sender.tab) count(sender.tab.id, message.quotes);
  if (message?.type !== ANNOTATE) return undefined;
  void computeInHost(message.article, message.id).then(answer);
  return true; // answered later
});

// For tests, which cannot press the browser's button.
Object.assign(globalThis, { newsglossToggle: toggle });

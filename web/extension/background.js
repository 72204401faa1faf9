/**
 * The background: a click on the button puts the content script into that page and no other; articles go on to the engine.
 * It keeps nothing, so a browser may stop it at any time: what matters lives in the page and in the engine's host.
 */

import { api } from "./extension-api.js";
import { ABORT, ANNOTATE } from "./messages.js";
import { computeInHost, stopInHost } from "newsgloss-engine-host";

/** Shows Newsgloss on a tab's page; where it is shown already, takes it away. @param {number} tabId */
async function toggle(tabId) {
  try {
    await api.scripting.executeScript({ target: { tabId }, files: ["content.js"] });
    await api.action.setBadgeText({ tabId, text: "" });
  } catch {
    // The browser's own pages, its store, a file without leave: no extension may read them.
    await api.action.setBadgeText({ tabId, text: "\u2013" });
    await api.action.setTitle({ tabId, title: "Newsgloss cannot read this page" });
  }
}

api.action.onClicked.addListener((/** @type {{ id: number }} */ { id }) => void toggle(id));

// Chrome's own keys are for buttons only. At once, or it is no longer the reader's doing.
api.commands.onCommand.addListener((/** @type {string} */ command, /** @type {{ windowId: number }} */ { windowId }) => {
  if (command === "open-panel") void api.sidePanel?.open({ windowId });
});

api.runtime.onMessage.addListener((/** @type {any} */ message, /** @type {{ id?: string }} */ sender, /** @type {(answer: unknown) => void} */ answer) => {
  if (sender.id !== api.runtime.id) return undefined;
  if (message?.type === ABORT) void stopInHost(message.id);
  if (message?.type !== ANNOTATE) return undefined;
  void computeInHost(message.article, message.id).then(answer);
  return true; // answered later
});

// For tests, which cannot press the browser's button.
Object.assign(globalThis, { newsglossToggle: toggle });

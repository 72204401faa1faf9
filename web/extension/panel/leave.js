/**
 * May the extension read a tab's page? Told by trying: a tab's address is not told to an extension that may not.
 *
 *     yes      the reader pressed the button on this page, or lets the extension read this site
 *     press    not yet
 *     never    a page of the browser's own, or its store
 *
 * Firefox words every refusal alike: there it is "press" for its own pages too. After a press on the page before it does not refuse
 * them either, but runs nothing there.
 */

import { api } from "../extension-api.js";

const CLOSED = /\b(?:chrome|edge|about|devtools|chrome-extension|view-source):|extensions gallery|cannot be scripted/i;

/** @param {number} tabId @returns {Promise<"yes" | "press" | "never">} */
export async function leaveFor(tabId) {
  try {
    const [answer] = await api.scripting.executeScript({ target: { tabId }, func: () => true });
    return answer?.result === true ? "yes" : "press";
  } catch (error) {
    return CLOSED.test(String(error)) ? "never" : "press";
  }
}

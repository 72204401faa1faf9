/**
 * A page may be annotated already when the extension is updated. What the version before put there stays: in Chrome its scripts run on, cut
 * off from the extension and unseen by the new version's; in Firefox they have ended. So what is shown is marked as the extension's (a
 * page may have Newsgloss of its own), and a version that comes to the page takes away what it does not know.
 */

import { PALETTE, registryName } from "../highlight/palette.js";

const MARK = "data-newsgloss-extension";
/** To those of Chrome's that run on. */
const SUPERSEDED = "newsgloss:superseded";

/** @param {Document} document */
const hosts = (document) => [...document.querySelectorAll("[data-newsgloss]")];

/**
 * Marks what appears while something is done as the extension's.
 *
 * @template R
 * @param {Document} document
 * @param {() => Promise<R>} show
 */
export async function asOurs(document, show) {
  const before = new Set(hosts(document));
  const result = await show();
  for (const host of hosts(document)) if (!before.has(host)) host.setAttribute(MARK, "");
  return result;
}

/** @param {Document} document */
export function takeAwayEarlier(document) {
  document.dispatchEvent(new Event(SUPERSEDED));
  const left = document.querySelectorAll(`[${MARK}]`);
  if (left.length === 0) return;
  for (const host of left) host.remove();
  // By name: Firefox does not let a content script list them.
  for (const style of Object.keys(PALETTE)) CSS.highlights.delete(registryName(/** @type {keyof typeof PALETTE} */ (style)));
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => ![...sheet.cssRules].some(({ cssText }) => cssText.includes("newsgloss")));
}

/** @param {Document} document @param {() => void} superseded @param {AbortSignal} signal */
export function whenSuperseded(document, superseded, signal) {
  document.addEventListener(SUPERSEDED, superseded, { once: true, signal });
}

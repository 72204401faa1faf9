/**
 * Annotations made at publish time, for the tag: fetched, or found in the page.
 *
 * @typedef {import("../index.js")} Package
 */

/**
 * @param {string} where  a URL, or "#id" of a script element in the page
 * @param {Package} newsgloss
 * @param {AbortSignal} signal
 * @returns {Promise<any>}
 */
export async function readAnnotations(where, { NewsglossError, fetchJson }, signal) {
  if (!where.startsWith("#")) return fetchJson(new URL(where, document.baseURI), signal);
  const text = document.querySelector(where)?.textContent;
  if (!text) throw new NewsglossError("article", `data-annotations: the page has no element ${where}, or it is empty`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new NewsglossError("article", `data-annotations: ${where} holds no JSON`, { cause });
  }
}

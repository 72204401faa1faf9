/**
 * Fetches a file and lets only the bytes pass that the package was built with. The browser checks the hash (the fetch
 * option `integrity`, Subresource Integrity), so this works without a secure context and costs no time of ours.
 *
 * A copy of an older version may lie in the HTTP cache: after a failure the file is fetched once more past the cache, and
 * what then fails is told apart: not there, refused by the page's policy, or not the right bytes.
 *
 * @typedef {import("./assets.js").Asset} Asset
 */

import { NewsglossError, isAbort } from "./newsgloss-error.js";

/**
 * @param {Asset} asset
 * @param {import("./policy-watch.js").PolicyWatch} policy
 * @param {AbortSignal} [signal]
 * @returns {Promise<ArrayBuffer>}
 */
export async function fetchPinned({ url, integrity }, policy, signal) {
  const credentials = "same-origin";
  try {
    return await bytesOf(await fetch(url, { integrity, credentials, signal }));
  } catch (error) {
    if (isAbort(error)) throw error;
    const directive = await policy.refused(url);
    if (directive) {
      throw new NewsglossError("csp", `The page's Content-Security-Policy refuses ${url}: ${directive}`, {
        directive,
        cause: error,
      });
    }
  }
  let response;
  try {
    response = await fetch(url, { cache: "reload", credentials, signal });
    await response.arrayBuffer(); // so that it replaces the cached copy
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new NewsglossError("unreachable", `${url} cannot be reached`, { cause: error });
  }
  if (!response.ok) throw new NewsglossError("unreachable", `${url}: ${response.status} ${response.statusText}`.trim());
  try {
    return await bytesOf(await fetch(url, { integrity, credentials, signal }));
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new NewsglossError("integrity", `${url} is not the file that this version was built with (${integrity})`, {
      cause: error,
    });
  }
}

/** @param {Response} response */
async function bytesOf(response) {
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.arrayBuffer();
}

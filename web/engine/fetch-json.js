import { NewsglossError, isAbort } from "./newsgloss-error.js";
import { PolicyWatch } from "./policy-watch.js";

/**
 * Fetches JSON, and says what was in the way.
 *
 * @param {URL} url
 * @param {AbortSignal} [signal]
 * @returns {Promise<unknown>}
 */
export async function fetchJson(url, signal) {
  const policy = new PolicyWatch();
  try {
    const response = await fetch(url, { credentials: "same-origin", signal });
    if (!response.ok) throw new NewsglossError("unreachable", `${url}: ${response.status} ${response.statusText}`.trim());
    const text = await response.text();
    try {
      return JSON.parse(text);
    } catch (cause) {
      throw new NewsglossError("article", `${url} holds no JSON`, { cause });
    }
  } catch (error) {
    if (error instanceof NewsglossError || isAbort(error)) throw error;
    const directive = await policy.refused(url);
    if (!directive) throw new NewsglossError("unreachable", `${url} cannot be reached`, { cause: error });
    throw new NewsglossError("csp", `The page's Content-Security-Policy refuses ${url}: ${directive}`, { directive, cause: error });
  } finally {
    policy.stop();
  }
}

/** The engine's annotations of an article, asked of the background: from pages and from the extension's own documents. */

import { NewsglossError } from "../engine/newsgloss-error.js";
import { api, tell } from "./extension-api.js";
import { ABORT, ANNOTATE } from "./messages.js";

const ATTEMPTS = 2;

/**
 * The browser may stop the background in the middle; asked again, it starts again.
 *
 * @param {import("../schema.js").Article} article
 * @param {{ signal?: AbortSignal }} [how]
 * @returns {Promise<import("../schema.js").Annotations>} rejects with a NewsglossError
 */
export async function askBackground(article, { signal } = {}) {
  const id = `${Math.random()}`;
  const abort = () => void tell({ type: ABORT, id });
  signal?.addEventListener("abort", abort, { once: true });
  try {
    let answer;
    for (let attempt = 1; attempt <= ATTEMPTS && !answer; attempt += 1) {
      answer = await api.runtime.sendMessage({ type: ANNOTATE, id, article }).catch((/** @type {unknown} */ error) => {
        if (attempt === ATTEMPTS) throw error;
      });
      signal?.throwIfAborted();
    }
    if (!answer) throw new NewsglossError("engine", "the extension's background did not answer");
    if (answer.error) throw new NewsglossError(answer.error.code, answer.error.message);
    return answer.annotations;
  } finally {
    signal?.removeEventListener("abort", abort);
  }
}

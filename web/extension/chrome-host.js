/** Chrome: the engine's host is an offscreen document, made when it is needed and made anew when it is gone. */

import { api } from "./extension-api.js";
import { COMPUTE, STOP, faultOf } from "./messages.js";

const URL = "offscreen.html";
const ATTEMPTS = 2;

/** @type {Promise<void> | null} */
let making = null;

async function ensureHost() {
  if ((await api.runtime.getContexts({ contextTypes: ["OFFSCREEN_DOCUMENT"] })).length > 0) return;
  making ??= api.offscreen
    .createDocument({ url: URL, reasons: ["WORKERS"], justification: "Runs the annotation engine in a worker" })
    .finally(() => (making = null));
  await making;
}

/** @param {import("../schema.js").Article} article @param {string} id @returns {Promise<import("./messages.js").Answer>} */
export async function computeInHost(article, id) {
  let fault = faultOf(new Error("The engine's host did not answer"));
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      await ensureHost();
      const answer = await api.runtime.sendMessage({ type: COMPUTE, id, article });
      if (answer) return answer;
    } catch (error) {
      fault = faultOf(error); // the host went away in the middle: once more, with a new one
    }
  }
  return fault;
}

/** The answer is wanted no longer. @param {string} id */
export async function stopInHost(id) {
  await api.runtime.sendMessage({ type: STOP, id }).catch(() => {}); // no host: nothing to stop
}

/** Chrome's offscreen document: hosts the engine, answers the background. */

import { api } from "./extension-api.js";
import { compute, stop } from "./engine-host.js";
import { COMPUTE, STOP } from "./messages.js";

api.runtime.onMessage.addListener((/** @type {any} */ message, /** @type {unknown} */ _sender, /** @type {(answer: unknown) => void} */ answer) => {
  if (message?.type === STOP) stop(message.id);
  if (message?.type !== COMPUTE) return undefined;
  void compute(message.article, message.id).then(answer);
  return true; // answered later
});

/** Chrome's offscreen document: hosts the engine, answers the background. */

import { api } from "./extension-api.js";
import { compute } from "./engine-host.js";
import { COMPUTE } from "./messages.js";

api.runtime.onMessage.addListener((/** @type {any} */ message, /** @type {unknown} */ _sender, /** @type {(answer: unknown) => void} */ answer) => {
  if (message?.type !== COMPUTE) return undefined;
  void compute(message.article).then(answer);
  return true; // answered later
});

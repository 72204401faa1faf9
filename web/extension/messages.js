/**
 * What is said between the extension's parts. An answer is `{ annotations }`, or `{ error: { code, message } }`.
 *
 *     content script  --annotate-->  background  --compute-->  engine host
 *                    --abort-->                    --stop-->
 *                    --frames->                                     no article here: is there one in a frame?
 *                    --shown-->
 *                    <--away---
 *                    <--ask----  background, side panel
 *
 * A request has an id, by which it can be given up.
 *
 * @typedef {{ code: string, message: string }} Fault
 * @typedef {{ annotations: import("../schema.js").Annotations } | { error: Fault }} Answer
 */

export const ANNOTATE = "newsgloss:annotate";
export const COMPUTE = "newsgloss:compute";
/** The answer to the request of this id is wanted no longer: from the content script, and on to the engine's host. */
export const ABORT = "newsgloss:abort";
/** How many quotes the page shows, for the button; null: it shows nothing any more. */
export const SHOWN = "newsgloss:shown";
/** The top document has no article: the largest frame of its own site that has one is to be read. Answered with whether there is one. */
export const FRAMES = "newsgloss:frames";
/**
 * What is shown is to be taken away (`inFrames`: in frames alone); answered with true, by those alone who show something. From a top
 * document, to the background: in its frames.
 */
export const AWAY = "newsgloss:away";
/** Those who show something say so again, to the button and to the side panel. */
export const ASK = "newsgloss:ask";
export const STOP = "newsgloss:stop";

/** @param {unknown} error @returns {{ error: Fault }} */
export function faultOf(error) {
  const { code, message } = /** @type {{ code?: unknown, message?: unknown }} */ (error ?? {});
  return { error: { code: typeof code === "string" ? code : "engine", message: String(message ?? error) } };
}

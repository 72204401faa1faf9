/**
 * One engine for the whole browser, in a worker of an extension page: of Chrome's offscreen document, of Firefox's background
 * page. It starts with the first article, and anew when it has failed.
 */

import { createAnnotator } from "../index.js";
import { faultOf } from "./messages.js";

/** @type {ReturnType<typeof createAnnotator> | null} */
let annotator = null;

/** What is being computed, by request. @type {Map<string, AbortController>} */
const running = new Map();

/** The answer is wanted no longer. @param {string} id */
export function stop(id) {
  running.get(id)?.abort();
}

/** @param {import("../schema.js").Article} article @param {string} id @returns {Promise<import("./messages.js").Answer>} */
export async function compute(article, id) {
  const controller = new AbortController();
  running.set(id, controller);
  try {
    annotator ??= createAnnotator();
    return { annotations: await (await annotator).annotate(article, { signal: controller.signal }) };
  } catch (error) {
    if (controller.signal.aborted) return { error: { code: "aborted", message: "The request was given up" } };
    const fault = faultOf(error);
    // An article that cannot be read says nothing about the engine.
    if (fault.error.code !== "article") {
      annotator?.then((failed) => failed.dispose()).catch(() => {});
      annotator = null;
    }
    return fault;
  } finally {
    running.delete(id);
  }
}

/**
 * One engine for the whole browser, in a worker of an extension page: of Chrome's offscreen document, of Firefox's background
 * page. It starts with the first article, and anew when it has failed.
 */

import { createAnnotator } from "../index.js";
import { faultOf } from "./messages.js";

/** @type {ReturnType<typeof createAnnotator> | null} */
let annotator = null;

/** @param {import("../schema.js").Article} article @returns {Promise<import("./messages.js").Answer>} */
export async function compute(article) {
  try {
    annotator ??= createAnnotator();
    return { annotations: await (await annotator).annotate(article) };
  } catch (error) {
    const fault = faultOf(error);
    // An article that cannot be read says nothing about the engine.
    if (fault.error.code !== "article") {
      annotator?.then((failed) => failed.dispose()).catch(() => {});
      annotator = null;
    }
    return fault;
  }
}

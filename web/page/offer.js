/**
 * Whether a page is worth offering to read at all: Mozilla's `Readability-readerable`, as Firefox's reader view decides it.
 * Quick, on a page that may be anything; `readPage` then says for certain.
 */

// @ts-expect-error: the package types only its main file, which would bring the whole of Readability
import isProbablyReaderable from "@mozilla/readability/Readability-readerable.js";

/** @param {Document} document @returns {boolean} */
export function isWorthOffering(document) {
  return isProbablyReaderable(document);
}

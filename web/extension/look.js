/**
 * A look at a document, put into it by the background before anything is read for the reader: into the top document around a frame,
 * and into frames of its site where the top document has no article. It changes nothing and keeps nothing of the text.
 *
 * @typedef {object} Look
 * @property {boolean} sensitive  to be left alone
 * @property {number} area  of a frame, as far as it is seen, in CSS pixels; 0 for one that is not shown, not of the top document's
 *   site, or the top document itself
 * @property {boolean} article  is there one in the frame
 */

import { readPageAtOnce } from "../page/read-page.js";
import { isSensitive } from "./sensitive.js";

/** Smaller frames hold no article that anybody reads: 200 by 200. */
const LEAST_AREA = 40_000;

/** @returns {number} */
function shownArea() {
  try {
    // Of another site, either throws or is null.
    if (window === top || !top?.document) return 0;
    const element = window.frameElement;
    if (!element?.checkVisibility({ visibilityProperty: true })) return 0;
    const { width, height } = element.getBoundingClientRect();
    return width * height;
  } catch {
    return 0;
  }
}

const area = shownArea();
const sensitive = isSensitive(document);
Object.assign(globalThis, { newsglossLook: { sensitive, area, article: !sensitive && area >= LEAST_AREA && readPageAtOnce(document) !== null } });

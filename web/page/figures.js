/**
 * Which elements are a picture's caption, in all the forms that are in use: `figure`, classes that say caption or credit,
 * a picture's own container with a line of text in it, a paragraph of a picture and emphasised text.
 *
 * @typedef {import("./text-density.js").Density} Density
 */

import { wordsOf } from "./markup.js";

const LONGEST = 600;
/** A figure without a picture that is a caption all the same (its picture comes by script) has at most this much text. */
const LONGEST_WITHOUT_IMAGE = 120;
/** A credit in words, in a paragraph beside a picture. */
const CREDIT = /\b(?:credits?|photo(?:graph)?s?(?: by| credit)?|image(?: by| credit)?|courtesy|illustration(?: by)?)\s*[:/]|\((?:photo|image|ap|courtesy)\b/i;
const CAPTION_WORDS = new Set("caption captions figcaption cutline credit credits photocredit imagecredit attribution".split(" "));
const CREDIT_WORDS = new Set("credit credits photocredit imagecredit attribution".split(" "));
/** Words for a picture's own container. */
const PICTURE_WORDS = new Set("image img photo picture pic media figure thumbnail gallery slide slideshow carousel lightbox".split(" "));

/**
 * @param {Element} element
 * @param {(element: Element) => Density} densityOf
 * @param {boolean} within  inside a caption already
 * @returns {"caption" | "story" | null} "story": a figure that holds something else (a quotation, a text box)
 */
export function figureKind(element, densityOf, within) {
  const density = densityOf(element);
  const name = element.localName;
  if (name === "figcaption" || name === "amp-figcaption") return "caption";
  if (name === "figure") return holdsMore(density) ? "story" : "caption";
  if (within || density.chars === 0 || density.chars > LONGEST) return null;
  if (name === "p" || name === "div" || name === "center") {
    if (density.images > 0 && density.softChars >= 0.9 * density.chars) return "caption";
  }
  if (name === "p" && density.chars <= LONGEST && CREDIT.test(element.textContent ?? "")) {
    const before = element.previousElementSibling;
    if (density.images > 0 || (before && densityOf(before).images > 0 && densityOf(before).chars < 40)) return "caption";
  }
  const names = element.getAttribute("class");
  if (!names || name === "a" || name === "img") return null;
  const words = wordsOf(names);
  if (words.some((word) => CAPTION_WORDS.has(word))) return "caption";
  const picture = density.images === 1 && words.some((word) => PICTURE_WORDS.has(word));
  return picture && density.linkChars * 2 < density.chars && density.headings === 0 ? "caption" : null;
}

/** Description or credit inside a caption: words of a part of its own. @param {Element} element */
export function isCaptionPart(element) {
  return hasWord(element, CAPTION_WORDS);
}

/** @param {Element} element */
export function isCredit(element) {
  return hasWord(element, CREDIT_WORDS);
}

/** @param {Element} element @param {Set<string>} words */
function hasWord(element, words) {
  const names = element.getAttribute("class");
  return names !== null && wordsOf(names).some((word) => words.has(word));
}

/** A figure of something else than a picture: a quotation, a table, a chart drawn in text. @param {Density} density */
function holdsMore({ chars, captionChars, images, captions, paragraphs, wholes }) {
  if (wholes > 0 || paragraphs > 2) return true;
  return images === 0 && chars - (captions > 0 ? captionChars : 0) > LONGEST_WITHOUT_IMAGE;
}

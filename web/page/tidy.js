/**
 * What is taken out of an article's blocks once all are there: lines that publishing systems put between paragraphs, links
 * to other stories, what comes after the story's end, and what is said twice. Cost: linear.
 *
 * @typedef {import("./extractor.js").PageBlock} PageBlock
 */

import { beginsTail, isBoilerplate } from "./boilerplate.js";
import { letters } from "./page-facts.js";

/** A heading that begins the tail does so after this much of the story. */
const TAIL_AFTER = 0.5;
/** Shorter lines may well stand twice. */
const LEAST_REPEATED = 40;

/** @param {readonly PageBlock[]} blocks @param {readonly string[]} authors @returns {PageBlock[]} */
export function tidy(blocks, authors) {
  const story = withoutRepeats(withoutBiographies(withoutTail(blocks.filter(isStory)), authors));
  // Where there is nothing but such lines, they are what the page says.
  return story.length > 0 ? story : [...blocks];
}

/** @param {PageBlock} block */
function isStory({ kind, text, linkChars }) {
  if (kind === "headline" || kind === "standfirst" || kind === "byline" || kind === "date") return true;
  if (isBoilerplate(text.text, kind === "caption" || kind === "credit")) return false;
  if (kind === "caption" || kind === "credit" || kind === "quotation") return true;
  return !(linkChars >= 0.8 * text.text.length && text.text.length < 250);
}

/** @param {PageBlock[]} blocks */
function withoutTail(blocks) {
  let total = 0;
  for (const { kind, text } of blocks) if (kind === "paragraph") total += text.text.length;
  let seen = 0;
  let end = blocks.length;
  for (let i = 0; i < blocks.length; i += 1) {
    const { kind, text } = blocks[i];
    if (kind === "paragraph") seen += text.text.length;
    const short = kind === "subheading" || kind === null || kind === "paragraph" || kind === "list-item";
    if (short && seen >= TAIL_AFTER * total && i > 0 && beginsTail(text.text)) {
      end = i;
      break;
    }
  }
  // Headings after the last prose head something that was left out.
  while (end < blocks.length && end > 0 && (blocks[end - 1].kind === "subheading" || blocks[end - 1].kind === null) && seen > 0) end -= 1;
  return blocks.slice(0, end);
}

/** @param {PageBlock[]} blocks */
function withoutRepeats(blocks) {
  const seen = new Set();
  return blocks.filter(({ kind, text }) => {
    if (text.text.length < LEAST_REPEATED && kind !== "caption") return true;
    if (kind === "headline" || kind === "standfirst") return true;
    const own = letters(text.text);
    if (own === "") return true;
    if (seen.has(own)) return false;
    seen.add(own);
    return true;
  });
}

/** After the story, who wrote it: "A. Writer is a reporter for ...". @param {PageBlock[]} blocks @param {readonly string[]} authors */
function withoutBiographies(blocks, authors) {
  let end = blocks.length;
  const speaksOf = (/** @type {string} */ text) =>
    authors.some((name) => name.includes(" ") && text.startsWith(name) && /^[^.]{0,40}\b(?:is|covers|writes|has|joined|was|reports|works|can|specializes)\b/.test(text.slice(name.length)));
  for (let i = blocks.length - 1; i > 0 && i >= blocks.length - 4; i -= 1) {
    if (blocks[i].kind === "paragraph" && blocks[i].text.text.length < 700 && speaksOf(blocks[i].text.text)) end = i;
  }
  return blocks.slice(0, end);
}

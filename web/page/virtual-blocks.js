/**
 * Blocks that no text node holds: a picture's description in its `alt`, and what the page's metadata says where the page
 * prints nothing (headline, caption of the lead picture). They are read like the others; nothing can be marked in them.
 *
 * @typedef {import("./extractor.js").PageBlock} PageBlock
 */

import { letters } from "./page-facts.js";
import { TextBlock } from "./text-block.js";

/** An `alt` this long, of as many words, describes the picture; shorter ones name it. */
const LEAST_CHARS = 40;
const LEAST_WORDS = 7;
const LONGEST = 600;
/** The headline is among the first blocks. */
const HEAD = 8;

/** @param {import("../schema.js").BlockKind} kind @param {string} text @returns {PageBlock} */
export function virtualBlock(kind, text) {
  const block = new TextBlock();
  block.text = text;
  return { kind, text: block, linkChars: 0, margin: false };
}

/** @param {string | null} alt @returns {alt is string} */
export function isDescription(alt) {
  return alt !== null && alt.length >= LEAST_CHARS && alt.length <= LONGEST && alt.split(/\s+/).length >= LEAST_WORDS && /\p{Ll}/u.test(alt);
}

/**
 * Blocks with what the metadata adds.
 *
 * @param {readonly PageBlock[]} blocks
 * @param {import("./page-facts.js").PageFacts} facts
 * @returns {PageBlock[]}
 */
export function withStated(blocks, facts) {
  const all = [...blocks];
  if (facts.titles.length > 0 && !all.some(({ kind }) => kind === "headline")) {
    // Printed as a line like others, or not at all.
    const titles = new Set(facts.titles.map(letters));
    const printed = all.slice(0, HEAD).find(({ kind, text }) => (kind === null || kind === "subheading") && titles.has(letters(text.text)));
    if (printed) printed.kind = "headline";
    else all.unshift(virtualBlock("headline", facts.titles[0]));
  }
  const there = letters(all.map(({ text }) => text.text).join("\n"));
  const captions = facts.captions.filter(({ text }, index) => isDescription(text) && index === 0 && !there.includes(letters(text)));
  const body = all.findIndex(({ margin, kind }) => !margin && kind !== "headline" && kind !== "standfirst");
  all.splice(Math.max(body, 0), 0, ...captions.map(({ text, credit }) => virtualBlock("caption", credit && !text.includes(credit) ? `${text} ${credit}` : text)));
  return all;
}

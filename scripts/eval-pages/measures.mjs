// How an extracted Article is measured against a page's gold: multisets of word n-grams ("shingles"), as the article
// extraction benchmarks do. Words are runs of letters, digits and underscores, in lower case.

/** Kinds of blocks that are the story's body. */
const BODY = ["paragraph", "subheading", "quotation", "list-item"];

/** @typedef {{ headline?: string | null, authors?: string[], published?: string | null, blocks: { kind?: string | null, text: string }[] }} Extracted */
/** @typedef {{ title?: string, authors?: string | string[], date?: string, articleBody: string, url?: string }} Gold */

/** @param {string | null | undefined} text */
export function wordsOf(text) {
  return (text ?? "").toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** @param {string} text @param {number} n @returns {Map<string, number>} */
function shingles(text, n) {
  const words = wordsOf(text);
  /** @type {Map<string, number>} */
  const counts = new Map();
  if (words.length === 0) return counts;
  for (let i = 0; i < Math.max(1, words.length - n + 1); i += 1) {
    const shingle = words.slice(i, i + n).join(" ");
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** 2 |A ∩ B| / (|A| + |B|), between 0 and 1. @param {Map<string, number>} a @param {Map<string, number>} b */
function dice(a, b) {
  let both = 0;
  let all = 0;
  for (const [shingle, count] of a) {
    both += Math.min(count, b.get(shingle) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return both === 0 ? 0 : (2 * both) / all;
}

/** @param {Extracted} article @param {string[]} kinds */
const textOf = (article, kinds) =>
  article.blocks
    .filter(({ kind }) => kind && kinds.includes(kind))
    .map(({ text }) => text)
    .join("\n");

/** The F1 of the body; the standfirst counts where it gains, since half of the gold bodies have it. @param {Extracted} article @param {Gold} gold */
export function bodyF1(article, gold) {
  const wanted = shingles(gold.articleBody, 4);
  return Math.max(
    dice(wanted, shingles(textOf(article, BODY), 4)),
    dice(wanted, shingles(textOf(article, [...BODY, "standfirst"]), 4)),
  );
}

/** Why a body is not the gold's, in a few words. @param {Extracted} article @param {Gold} gold */
export function reasonOf(article, gold) {
  if (article.blocks.length === 0) return "no article found";
  const wanted = shingles(gold.articleBody, 4);
  const found = shingles(textOf(article, BODY), 4);
  const size = (/** @type {Map<string, number>} */ counts) => [...counts.values()].reduce((sum, one) => sum + one, 0);
  let both = 0;
  for (const [shingle, count] of wanted) both += Math.min(count, found.get(shingle) ?? 0);
  const missing = size(wanted) - both;
  const extra = size(found) - both;
  return `${missing} of ${size(wanted)} word groups missing, ${extra} too many`;
}

/** At least 80 % of the words are there; null where gold has none. @param {string} wanted @param {string} found */
function covered(wanted, found) {
  const words = new Set(wordsOf(wanted));
  const there = new Set(wordsOf(found));
  if (words.size === 0) return null;
  return [...words].filter((word) => there.has(word)).length >= 0.8 * words.size;
}

/** @param {Extracted} article @param {Gold} gold */
export function headlineFound(article, gold) {
  return covered(gold.title ?? "", textOf(article, ["headline"]));
}

/** @param {Extracted} article @param {Gold} gold */
export function authorsFound(article, gold) {
  return covered([gold.authors ?? []].flat().join(" "), (article.authors ?? []).join(" "));
}

/** @param {Extracted} article @param {Gold} gold */
export function dateFound(article, gold) {
  return gold.date ? (article.published ?? "").slice(0, 10) === gold.date.slice(0, 10) : null;
}

/** Which gold captions are kept, and which of the found ones are such. @param {Extracted} article @param {{ captions: { text: string }[] }} gold */
export function captionsFound(article, gold) {
  const wanted = gold.captions.map(({ text }) => shingles(text, 3));
  const captions = article.blocks.filter(({ kind }) => kind === "caption").map(({ text }) => text);
  const found = captions.map((text) => shingles(text, 3));
  return {
    missed: gold.captions.filter((_, i) => !found.some((one) => dice(wanted[i], one) >= 0.6)).map(({ text }) => text),
    extra: captions.filter((_, i) => !wanted.some((one) => dice(found[i], one) >= 0.6)),
    wanted: wanted.length,
    found: found.length,
  };
}

/** Counts of yes among yes and no; null is neither. */
export class Share {
  yes = 0;
  all = 0;

  /** @param {boolean | null} value */
  add(value) {
    if (value === null) return;
    this.all += 1;
    if (value) this.yes += 1;
  }

  get percent() {
    return this.all === 0 ? null : (100 * this.yes) / this.all;
  }
}

/**
 * Finding a stretch of text again in text that has been edited since: by the words themselves, told apart by the words
 * around them (https://www.w3.org/TR/annotation-model/#text-quote-selector, and the anchoring of Hypothesis).
 *
 * A place is taken only when it is good by itself and clearly better than the second best; otherwise none is. A wrong place
 * is worse than none.
 */

/** How much text on either side tells places apart. */
const CONTEXT = 32;
/** A place needs this score to be taken, and this much more than the second best. */
const ENOUGH = 0.5;
const MARGIN = 0.2;
/** Words that occur more often than this, all over the text, are not looked for any further. */
const MOST_PLACES = 64;

/**
 * Text as it is compared: typographic quote marks, dashes and spaces are those of a typewriter. Keeps the length, so that
 * offsets hold.
 *
 * @param {string} text
 */
export function folded(text) {
  return text
    .replace(/[\u2018\u2019\u201b\u02bc]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f]/g, '"')
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/[\u00a0\u2002-\u200a\u202f]/g, " ");
}

/**
 * @param {string} from  folded: the text that the span was made for
 * @param {{ start: number, end: number }} span
 * @param {readonly { block: number, text: string, likely: boolean }[]} candidates  folded: where it may be now; `likely` is
 *   the block that the whole of `from` has become
 * @returns {{ block: number, start: number, end: number } | null}
 */
export function findQuote(from, { start, end }, candidates) {
  const exact = from.slice(start, end);
  if (exact.trim() === "") return null;
  const prefix = from.slice(Math.max(0, start - CONTEXT), start);
  const suffix = from.slice(end, end + CONTEXT);
  const around = prefix.length + suffix.length;
  /** Long words are rarely there by accident. */
  const own = Math.min(exact.length / CONTEXT, 1) * 0.4;

  let best = { score: -1, block: 0, start: 0 };
  let second = -1;
  let places = 0;
  for (const { block, text, likely } of candidates) {
    for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
      if ((places += 1) > MOST_PLACES) return null;
      if (cutsWord(text, at, exact)) continue;
      const same = sameBefore(prefix, text, at) + sameAfter(suffix, text, at + exact.length);
      const score = own + 0.6 * (around > 0 ? same / around : 1) + (likely ? 0.25 : 0);
      if (score > best.score) {
        second = best.score;
        best = { score, block, start: at };
      } else if (score > second) {
        second = score;
      }
    }
  }
  if (best.score < ENOUGH || best.score - second < MARGIN) return null;
  return { block: best.block, start: best.start, end: best.start + exact.length };
}

/** "Oman" in "Romania" is not Oman. @param {string} text @param {number} at @param {string} exact */
function cutsWord(text, at, exact) {
  const word = /[\p{L}\p{N}]/u;
  const inside = (/** @type {string} */ a, /** @type {string} */ b) => word.test(a) && word.test(b);
  const end = at + exact.length;
  return inside(text.charAt(at - 1), exact.charAt(0)) || inside(exact.charAt(exact.length - 1), text.charAt(end));
}

/** How much of the end of `prefix` stands before `at`. @param {string} prefix @param {string} text @param {number} at */
function sameBefore(prefix, text, at) {
  let same = 0;
  while (same < prefix.length && same < at && prefix[prefix.length - 1 - same] === text[at - 1 - same]) same += 1;
  return same;
}

/** How much of the start of `suffix` stands at `at`. @param {string} suffix @param {string} text @param {number} at */
function sameAfter(suffix, text, at) {
  let same = 0;
  while (same < suffix.length && suffix[same] === text[at + same]) same += 1;
  return same;
}

/**
 * Which block of the page each block of the annotations has become: the one of the same text or, of those that are left,
 * the one that shares most of its words in a row, if it is clearly the best. Linear in the text, by an index of word pairs.
 */

/** Share of word pairs that two blocks must have in common (Dice), and how much more than the second best. */
const ENOUGH = 0.5;
const MARGIN = 0.15;

/**
 * @param {readonly string[]} from
 * @param {readonly string[]} to
 * @returns {{ block: number, same: boolean }[]} for each of `from`; block -1 where none fits
 */
export function matchBlocks(from, to) {
  /** @type {Map<string, number[]>} */
  const places = new Map();
  to.forEach((text, index) => {
    const found = places.get(text);
    if (found) found.push(index);
    else places.set(text, [index]);
  });
  const matches = from.map((text) => {
    const block = places.get(text)?.shift() ?? -1;
    return { block, same: block >= 0 };
  });

  const taken = new Set(matches.map(({ block }) => block));
  /** Which of the blocks that are left have a pair of words. @type {Map<string, number[]>} */
  const having = new Map();
  /** @type {Map<number, number>} */
  const sizes = new Map();
  to.forEach((text, index) => {
    if (taken.has(index)) return;
    const pairs = pairsOf(text);
    sizes.set(index, pairs.size);
    for (const pair of pairs) {
      const found = having.get(pair);
      if (found) found.push(index);
      else having.set(pair, [index]);
    }
  });
  /** @type {{ from: number, to: number, score: number }[]} */
  const wishes = [];
  matches.forEach(({ same }, index) => {
    if (same) return;
    const pairs = pairsOf(from[index]);
    /** @type {Map<number, number>} */
    const shared = new Map();
    for (const pair of pairs) {
      const found = having.get(pair) ?? [];
      // A pair that stands everywhere tells nothing.
      if (found.length <= 16) for (const block of found) shared.set(block, (shared.get(block) ?? 0) + 1);
    }
    let best = { block: -1, score: 0 };
    let second = 0;
    for (const [block, count] of shared) {
      const score = (2 * count) / (pairs.size + (sizes.get(block) ?? 0));
      if (score > best.score) {
        second = best.score;
        best = { block, score };
      } else if (score > second) {
        second = score;
      }
    }
    if (best.score >= ENOUGH && best.score - second >= MARGIN) wishes.push({ from: index, to: best.block, score: best.score });
  });
  // One block each: the best pair first.
  wishes.sort((a, b) => b.score - a.score || a.from - b.from);
  for (const wish of wishes) {
    if (taken.has(wish.to)) continue;
    taken.add(wish.to);
    matches[wish.from].block = wish.to;
  }
  return matches;
}

/** @param {string} text */
function pairsOf(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const pairs = new Set(words.length === 1 ? words : []);
  for (let i = 1; i < words.length; i += 1) pairs.add(`${words[i - 1]} ${words[i]}`);
  return pairs;
}

// Which places are marked, and how they are found again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { MarkIndex, marksOf } from "../highlight/marks.js";
import { PALETTE, highlightRules } from "../highlight/palette.js";
import { annotations } from "./annotations.mjs";
import { randomFrom } from "./html.mjs";

test("marks are ordered by place, the longer first", () => {
  const marks = marksOf(annotations);
  assert.deepEqual(
    marks.map(({ block, start, end, style }) => [block, start, end, style]),
    [
      [0, 0, 5, "place"],
      [1, 0, 12, "person"],
      [1, 18, 42, "quote-direct"],
      [1, 32, 37, "place"],
      [1, 46, 53, "date"],
      [2, 15, 33, "quote-indirect"],
      [3, 0, 15, "caption"],
      [3, 0, 5, "place"],
      [3, 16, 24, "credit"],
    ],
  );
});

test("pronouns are not marked; types can be chosen", () => {
  const marks = marksOf(annotations, { types: ["PERSON"] });
  const names = marks.filter((mark) => mark.layer === "names");
  assert.deepEqual(names.map(({ block, start, end }) => [block, start, end]), [[1, 0, 12]]);
});

test("lookup: a name in a quote comes before the quote; ends are exclusive", () => {
  const index = new MarkIndex(marksOf(annotations));
  assert.deepEqual(index.at(1, 33).map((mark) => mark.style), ["place", "quote-direct"]);
  assert.deepEqual(index.at(1, 37).map((mark) => mark.style), ["quote-direct"]);
  assert.deepEqual(index.at(1, 42), []);
  assert.deepEqual(index.at(9, 0), []);
});

test("lookup equals a plain search, for random marks", () => {
  const random = randomFrom(3);
  for (let round = 0; round < 200; round += 1) {
    const marks = Array.from({ length: random(30) }, () => {
      const start = random(60);
      return /** @type {import("../highlight/marks.js").Mark} */ ({ block: random(3), start, end: start + 1 + random(20) });
    }).sort((a, b) => a.block - b.block || a.start - b.start || b.end - a.end);
    const index = new MarkIndex(marks);
    for (let i = 0; i < 40; i += 1) {
      const [block, offset] = [random(3), random(80)];
      const expected = marks.filter((mark) => mark.block === block && mark.start <= offset && offset < mark.end);
      const found = index.at(block, offset);
      assert.deepEqual(new Set(found), new Set(expected));
      assert.ok(found.every((mark, k) => k === 0 || found[k - 1].end - found[k - 1].start <= mark.end - mark.start));
    }
  }
});

/** Contrast after WCAG 2.2. @param {number[]} a @param {number[]} b */
function contrast(a, b) {
  const luminance = (/** @type {number[]} */ rgb) => {
    const [r, g, bl] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** @param {string} colour  #rrggbb, or rgb(r g b / p%) over `ground` @param {number[]} ground */
function rgb(colour, ground) {
  if (colour.startsWith("#")) return [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
  const [r, g, b, alpha] = /** @type {RegExpMatchArray} */ (colour.match(/[\d.]+/g)).map(Number);
  return [r, g, b].map((channel, i) => ground[i] + (channel - ground[i]) * (alpha / 100));
}

const GROUNDS = { light: { page: [255, 255, 255], text: [34, 34, 34] }, dark: { page: [24, 26, 28], text: [224, 226, 228] } };

for (const theme of /** @type {const} */ (["light", "dark"])) {
  test(`${theme}: lines have 3:1 against page and tints, text on tints 4.5:1`, () => {
    const { page, text } = GROUNDS[theme];
    const tints = Object.entries(PALETTE).filter(([, style]) => !style.line);
    const grounds = [page, ...tints.map(([, style]) => rgb(style[theme], page))];
    for (const [name, style] of Object.entries(PALETTE)) {
      if (!style.line) {
        assert.ok(contrast(text, rgb(style[theme], page)) >= 4.5, name);
        continue;
      }
      for (const ground of grounds) {
        const ratio = contrast(rgb(style[theme], page), ground);
        assert.ok(ratio >= 3, `${name}: ${ratio.toFixed(2)} on ${ground}`);
      }
    }
  });
}

test("every style has its rule, on the screen and on paper", () => {
  for (const style of Object.keys(PALETTE)) {
    assert.equal(highlightRules("dark").split(`::highlight(newsgloss-${style})`).length - 1, 2, style);
  }
});

// Which places are marked, and how they are found again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { MarkIndex, marksOf } from "../highlight/marks.js";
import { colourOf, coloursOn, contrast, over } from "../highlight/contrast.js";
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

/** @type {{ name: string, theme: import("../highlight/palette.js").Theme, page: import("../highlight/contrast.js").Colour, text: import("../highlight/contrast.js").Colour, kept?: boolean }[]} */
const GROUNDS = [
  { name: "white", theme: "light", page: [255, 255, 255, 1], text: [34, 34, 34, 1], kept: true },
  { name: "nearly black", theme: "dark", page: [24, 26, 28, 1], text: [224, 226, 228, 1], kept: true },
  { name: "salmon", theme: "light", page: [255, 241, 229, 1], text: [51, 48, 46, 1] },
  { name: "sepia", theme: "light", page: [222, 205, 170, 1], text: [60, 45, 30, 1] },
  { name: "a middle grey", theme: "light", page: [150, 150, 150, 1], text: [0, 0, 0, 1] },
  { name: "slate blue", theme: "dark", page: [60, 72, 110, 1], text: [255, 255, 255, 1] },
  { name: "black", theme: "dark", page: [0, 0, 0, 1], text: [190, 190, 190, 1] },
];

for (const { name, theme, page, text, kept } of GROUNDS) {
  test(`on ${name}: lines have 3:1 against page and tints, text on tints 4.5:1`, () => {
    const colours = Object.entries(coloursOn(theme, page, text)).map(([style, value]) => ({ style, colour: colourOf(value) ?? assert.fail(value) }));
    assert.equal(colours.length, Object.keys(PALETTE).length);
    const isLine = (/** @type {{ style: string }} */ { style }) => "line" in PALETTE[/** @type {import("../highlight/palette.js").StyleName} */ (style)];
    const grounds = [page, ...colours.filter((one) => !isLine(one)).map(({ colour }) => over(colour, page))];
    for (const ground of grounds) {
      assert.ok(contrast(text, ground) >= 4.5, `text: ${contrast(text, ground).toFixed(2)} on ${ground}`);
      for (const { style, colour } of colours.filter(isLine)) assert.ok(contrast(colour, ground) >= 3, `${style}: ${contrast(colour, ground).toFixed(2)} on ${ground}`);
    }
    if (!kept) return;
    for (const { style, colour } of colours) assert.deepEqual(colour, colourOf(PALETTE[/** @type {import("../highlight/palette.js").StyleName} */ (style)][theme]), style);
  });
}

test("text that has less than 4.5:1 by itself keeps what it has", () => {
  const page = /** @type {const} */ ([255, 255, 255, 1]);
  const text = /** @type {const} */ ([140, 140, 140, 1]);
  for (const value of Object.values(coloursOn("light", page, text)).filter((_, index) => index < 4)) {
    assert.ok(contrast(text, over(colourOf(value) ?? page, page)) > 0.9 * contrast(text, page), value);
  }
});

for (const [text, expected] of /** @type {[string, number[] | null][]} */ ([
  ["#1f5fa8", [31, 95, 168, 1]],
  ["rgb(1, 2, 3)", [1, 2, 3, 1]],
  ["rgba(1, 2, 3, 0.5)", [1, 2, 3, 0.5]],
  ["rgb(236 178 46 / 15%)", [236, 178, 46, 0.15]],
  ["color(display-p3 0 1 0.5)", [0, 255, 127.5, 1]],
  ["oklch(1 0 none)", [255, 255, 255, 1]],
  ["lab(100 0 0 / 0.4)", [255, 255, 255, 0.4]],
  ["lab(0 0 0)", [0, 0, 0, 1]],
  ["transparent", null],
  ["", null],
])) {
  test(`colour: ${text}`, () => assert.deepEqual(colourOf(text)?.map((part) => Math.round(part * 100) / 100) ?? null, expected));
}

test("contrast: black on white is 21, a colour on itself 1", () => {
  assert.equal(Math.round(contrast([0, 0, 0, 1], [255, 255, 255, 1]) * 1000), 21000);
  assert.equal(contrast([80, 90, 100, 1], [80, 90, 100, 1]), 1);
});

test("every style has its rule, on the screen and on paper", () => {
  const rules = highlightRules(coloursOn("dark", [24, 26, 28, 1], [224, 226, 228, 1]));
  for (const style of Object.keys(PALETTE)) assert.equal(rules.split(`::highlight(newsgloss-${style})`).length - 1, 2, style);
});

// The panel's pure parts: voices, the search, targets, shortcuts, where a source is cut.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Messages } from "../ui/messages.js";
import { finder } from "../ui/search.js";
import { Shortcuts } from "../ui/shortcuts.js";
import { foundBy, targetOf } from "../ui/target.js";
import { loudest, voicesOf } from "../ui/voices.js";
import { basisInWords } from "../ui/wording.js";
import { marksOf } from "../highlight/marks.js";
import { annotations } from "./annotations.mjs";

test("voices: in the order of speaking, the unnamed last; words counted, the literal ones apart", () => {
  const unnamed = { ...annotations.quotes[0], id: 9, speakers: [] };
  const voices = voicesOf({ ...annotations, quotes: [unnamed, ...annotations.quotes] });
  assert.deepEqual(
    voices.map(({ speakers, quotes, words, literal }) => [speakers.map(({ name }) => name), quotes.map(({ id }) => id), words, literal]),
    [
      [["Amara Okafor"], [0, 1], 9, 5],
      [[], [9], 5, 5],
    ],
  );
});

test("the loudest are told apart, the rest is one; a rest of one is named", () => {
  const voice = (/** @type {number} */ words) => /** @type {import("../ui/voices.js").Voice} */ ({ speakers: [annotations.entities[1]], quotes: [], words, literal: 0 });
  const voices = [voice(3), voice(9), voice(5), { ...voice(7), speakers: [] }];
  assert.deepEqual(loudest(voices, 2).shown.map(({ words }) => words), [9, 5, 3]);
  const { shown, rest, unnamed } = loudest([...voices, voice(1)], 2);
  assert.deepEqual([shown, rest].map((list) => list.map(({ words }) => words)), [[9, 5], [3, 1]]);
  assert.equal(unnamed?.words, 7);
});

for (const [query, text, hit] of /** @type {const} */ ([
  ["", "anything", true],
  ["  ", "anything", true],
  ["okaf", "Amara Okafor", true],
  ["OKAFOR amara", "Amara Okafor", true],
  ["kafor", "Amara Okafor", false],
  ["soto lucia", "Luc\u00eda Paredes Soto", true],
  ["l\u00faci", "Lucia", true],
  ["o'hara", "O\u2019Hara", true],
  ["un-led", "the UN\u2011led talks", true],
  ["okafor lagos", "Amara Okafor", false],
])) {
  test(`search: "${query}" in "${text}"`, () => assert.equal(finder(query)(text), hit));
}

test("targets: each mark's subject is found again, after the way through JSON", () => {
  const copy = structuredClone(annotations);
  for (const { subject } of marksOf(annotations)) {
    const target = JSON.parse(JSON.stringify(targetOf(subject)));
    const { kind, ...rest } = subject;
    assert.deepEqual(foundBy(target, copy), /** @type {any} */ (rest)[kind], JSON.stringify(target));
  }
  for (const target of /** @type {import("../ui/target.js").Target[]} */ ([{ kind: "quote", id: 77 }, { kind: "block", block: 1 }, { kind: "value", block: 0, start: 1, end: 2 }])) {
    assert.equal(foundBy(target, annotations), null);
  }
});

/** @param {string} key @param {...string} held */
const pressed = (key, ...held) =>
  /** @type {KeyboardEvent} */ (/** @type {unknown} */ ({
    key,
    code: `Key${key.toUpperCase()}`,
    altKey: held.includes("Alt"),
    ctrlKey: held.includes("Ctrl"),
    metaKey: held.includes("Meta"),
    shiftKey: held.includes("Shift"),
  }));

for (const [what, setting, event, action] of /** @type {[string, import("../ui/shortcuts.js").ShortcutSetting | undefined, KeyboardEvent, string | null][]} */ ([
  ["as they are", undefined, pressed("n"), "next"],
  ["a capital", undefined, pressed("N", "Shift"), "next"],
  ["not with Ctrl", undefined, pressed("n", "Ctrl"), null],
  ["none", false, pressed("n"), null],
  ["changed", { next: "j" }, pressed("j"), "next"],
  ["the old key does nothing", { next: "j" }, pressed("n"), null],
  ["the others stay", { next: "j" }, pressed("p"), "previous"],
  ["one taken away", { search: false }, pressed("/"), null],
  ["with modifiers", { panel: "Alt+Shift+Q" }, pressed("Q", "Alt", "Shift"), "panel"],
  ["all of them", { panel: "Alt+Shift+Q" }, pressed("q", "Alt"), null],
  ["where Alt writes another letter", { panel: "Alt+Q" }, { ...pressed("\u0153", "Alt"), code: "KeyQ" }, "panel"],
  ["plus itself", { panel: "Ctrl++" }, pressed("+", "Ctrl"), "panel"],
  ["unheard of", /** @type {any} */ ({ fly: "f" }), pressed("f"), null],
])) {
  test(`shortcuts: ${what}`, () => assert.equal(new Shortcuts(setting).of(event), action));
}

test("shortcuts: the reader's switch", () => {
  const shortcuts = new Shortcuts();
  shortcuts.on = false;
  assert.equal(shortcuts.of(pressed("n")), null);
});

test("a long source is cut between words", () => {
  const source = "Beatrice Nalwoga, chairperson of the Committee on Agriculture, Tourism and Natural Resources";
  assert.equal(
    basisInWords(new Messages(), { ...annotations.quotes[0], basis: "name" }, "Beatrice Nalwoga", source),
    "named as \u201cBeatrice Nalwoga, chairperson of the Committee on \u2026\u201d",
  );
});

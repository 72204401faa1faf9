// --format brat with its .txt beside: every text-bound annotation is where its words are, every reference leads somewhere,
// and names, statements and speakers are the JSON's.

import assert from "node:assert/strict";
import { test } from "node:test";
import { native } from "../../wasm-tests/setup.mjs";
import { articles, joinedText, words, written } from "./articles.mjs";

/** An .ann file. @param {string} ann @param {string[]} text  code points */
function readAnn(ann, text) {
  /** @type {Map<string, { type: string, words: string }>} */
  const bounds = new Map();
  const relations = [];
  for (const line of ann.split("\n").slice(0, -1)) {
    const [id, body, covered] = line.split("\t");
    if (id.startsWith("T")) {
      const [type, ...rest] = body.split(" ");
      const found = rest.join(" ").split(";").map((fragment) => text.slice(...fragment.split(" ").map(Number)).join(""));
      assert.equal(found.join(" "), covered, line);
      assert.ok(!bounds.has(id), line);
      bounds.set(id, { type, words: covered });
    } else {
      for (const [target] of body.matchAll(/\bT\d+\b/g)) if (!id.startsWith("#")) assert.ok(bounds.has(target), line);
      if (id.startsWith("R")) relations.push(/^(\w+) Arg1:(T\d+) Arg2:(T\d+)$/.exec(body)?.slice(1) ?? assert.fail(line));
      else assert.match(line, /^(?:\*\tCoref|A\d+\t|#\d+\tAnnotatorNotes |N\d+\tReference )/);
    }
  }
  return { bounds, relations };
}

for (const { name, article, annotations } of articles.slice(0, 40)) {
  test(`brat: ${name}`, () => {
    const input = JSON.stringify(article);
    const [ann, txt] = ["brat", "brat-txt"].map((format) => native(["annotate", "--input", "json", "--format", format, "-"], input).stdout);
    const text = [...txt];
    const joined = joinedText(annotations).join("");
    assert.equal(txt, annotations.blocks.length > 0 ? `${joined}\n` : "");
    const { bounds, relations } = readAnn(ann, text);
    const line = (/** @type {any} */ place) => words(annotations, place).replace(/[\0-\x1f]/g, " ");
    const of = (/** @type {string} */ type) => [...bounds.values()].filter((bound) => bound.type === type).map((bound) => bound.words);
    assert.deepEqual(of("Content"), annotations.quotes.map((/** @type {any} */ { content }) => content.map(line).join(" ")));
    assert.deepEqual(of("PERSON"), annotations.entities.flatMap((/** @type {any} */ { type, mentions }) => (type === "PERSON" ? mentions.map(line) : [])));
    assert.deepEqual(
      relations.filter(([type]) => type === "Speaker").map(([, , to]) => bounds.get(to)?.words),
      annotations.quotes.flatMap((/** @type {any} */ { speakers }) => speakers.map((/** @type {number} */ id) => line(annotations.entities[id].mentions[0]))),
    );
  });
}

test("brat: over many articles, one after the other", () => assert.match(written("--format", "brat"), /^T1\t/));

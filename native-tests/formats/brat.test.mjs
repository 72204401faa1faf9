// --format brat with its .txt beside: every text-bound annotation is where its words are, every reference leads somewhere,
// and names, statements and speakers are the JSON's.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { native, root } from "../../wasm-tests/setup.mjs";
import { articles, joinedText, lines, words, written } from "./articles.mjs";

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

test("brat: a folder has a pair of files an article, the same bytes, and a configuration that knows every type", () => {
  const folder = mkdtempSync(join(tmpdir(), "newsgloss-brat-"));
  try {
    const { status, stdout, stderr } = native(["annotate", "--input", "jsonl", "--format", "brat", "--jobs", "2", "--output", folder, "-"], lines);
    assert.deepEqual([status, stdout, stderr], [0, "", ""]);
    const files = readdirSync(folder).sort();
    const names = files.filter((file) => file.endsWith(".ann")).map((file) => file.slice(0, -4));
    assert.equal(names.length, articles.length);
    assert.deepEqual(files, [...names.flatMap((name) => [`${name}.ann`, `${name}.txt`]), "annotation.conf"].sort());
    const pairs = names.map((name) => ["ann", "txt"].map((suffix) => readFileSync(join(folder, `${name}.${suffix}`), "utf8")));
    for (const [ann, txt] of pairs) readAnn(ann, [...txt]);
    const expected = ["brat", "brat-txt"].map((format) => written("--format", format));
    for (const i of [0, 1]) assert.equal([...pairs.map((pair) => pair[i])].join("").length, expected[i].length);

    const configuration = readFileSync(join(folder, "annotation.conf"), "utf8");
    const sections = Object.fromEntries(configuration.split(/^\[(\w+)\]\n/m).slice(1).flatMap((part, i, all) => (i % 2 === 0 ? [[part, all[i + 1].split("\n").slice(0, -1)]] : [])));
    const declared = (/** @type {string} */ section) => new Set(sections[section].map((/** @type {string} */ line) => line.split(" ")[0]));
    const values = Object.fromEntries(sections.attributes.map((/** @type {string} */ line) => [line.split(" ")[0], /Value:(\S+)$/.exec(line)?.[1].split("|")]));
    for (const line of pairs.map(([ann]) => ann).join("").split("\n").slice(0, -1)) {
      const [id, body] = line.split("\t");
      const [type, , value] = body.split(" ");
      if (id.startsWith("T")) assert.ok(declared("entities").has(type), line);
      if (id.startsWith("R")) assert.ok(declared("relations").has(type), line);
      if (id.startsWith("A")) assert.ok(values[type]?.includes(value), line);
    }
    assert.ok(readFileSync(join(root, "docs/formats.md"), "utf8").includes(`\`\`\`\n${configuration}\`\`\`\n`), "docs/formats.md shows another annotation.conf");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

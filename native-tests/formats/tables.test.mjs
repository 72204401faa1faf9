// --format csv and conll, read back by readers of our own and held against the JSON.

import assert from "node:assert/strict";
import { test } from "node:test";
import { native } from "../../wasm-tests/setup.mjs";
import { articles, words, written } from "./articles.mjs";

/** RFC 4180. @param {string} text @returns {string[][]} */
function csvRows(text) {
  const rows = [];
  let row = [];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push(row.splice(0));
  }
  assert.equal(row.length, 0, "ends with a row's end");
  return rows;
}

/** A cell that would be a formula has an apostrophe before it. @param {string} cell */
const unguarded = (cell) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

test("CSV: a row a statement, with the JSON's words, and no formula", () => {
  const [header, ...rows] = csvRows(written("--format", "csv"));
  assert.equal(header.join(), "article,published,block,kind,speaker,role,gender,basis,source,cue,content,score");
  for (const row of rows) {
    assert.equal(row.length, header.length, row.join());
    for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
  }
  const expected = articles.flatMap(({ annotations: a }) =>
    a.quotes.map((/** @type {any} */ quote) => {
      const speakers = quote.speakers.map((/** @type {number} */ id) => a.entities[id]);
      return [
        a.id ?? "",
        a.article.published ?? "",
        String(quote.content[0].block),
        quote.kind,
        speakers.map((/** @type {any} */ one) => one.name).join("; "),
        speakers.map((/** @type {any} */ one) => one.role).filter(Boolean).join("; "),
        speakers.map((/** @type {any} */ one) => one.gender).join("; "),
        quote.basis,
        quote.source ? words(a, quote.source) : "",
        quote.cue ? words(a, quote.cue) : "",
        quote.content.map((/** @type {any} */ part) => words(a, part)).join(" … "),
        String(quote.score),
      ];
    }),
  );
  assert.ok(expected.length > 100);
  assert.deepEqual(rows.map((row) => row.map(unguarded)), expected);
});

const conll = written("--format", "conll");

/** Spans of a column in BIO: [label, words]. @param {string[][]} rows @param {number} column @returns {[string, string[]][]} */
function spans(rows, column) {
  /** @type {[string, string[]][]} */
  const out = [];
  let before = "O";
  for (const row of rows) {
    const label = row[column];
    if (label?.startsWith("B-")) out.push([label.slice(2), [row[0]]]);
    else if (label?.startsWith("I-")) {
      assert.equal(before.slice(2), label.slice(2), "what goes on has begun");
      out.at(-1)?.[1].push(row[0]);
    } else assert.ok(label === "O" || label === undefined, label);
    before = label ?? "O";
  }
  return out;
}

test("CoNLL: names are the JSON's, of its types and entities, and every token has five columns", () => {
  const documents = conll.split(/^-DOCSTART- .*\n\n/m).slice(1);
  assert.equal(documents.length, articles.length);
  for (const [i, document] of documents.entries()) {
    const { name, annotations } = articles[i];
    const rows = document.split("\n").map((line) => (line ? line.split("\t") : [""]));
    for (const row of rows) assert.ok(row.length === 5 || row[0] === "", `${name}: ${row.join("|")}`);
    const squeezed = (/** @type {string} */ text) => text.replace(/[\s\p{C}\ufffd]/gu, "");
    const expected = annotations.entities
      .flatMap((/** @type {any} */ entity) => entity.mentions.map((/** @type {any} */ mention) => ({ ...mention, type: entity.type })))
      .filter((/** @type {any} */ mention) => mention.form === "name" || mention.form === "acronym")
      .sort((/** @type {any} */ a, /** @type {any} */ b) => a.block - b.block || a.start - b.start)
      .map((/** @type {any} */ mention) => [mention.type, squeezed(words(annotations, mention))]);
    assert.deepEqual(spans(rows, 1).map(([type, tokens]) => [type, squeezed(tokens.join(""))]), expected, name);
    for (const row of rows) if (row[1]?.endsWith("-PERSON")) assert.equal(annotations.entities[Number(row[2].slice(1))].type, "PERSON", name);
    spans(rows, 3);
    for (const row of rows) if (row.length === 5) assert.equal(row[3] === "O", row[4] === "_", row.join("|"));
    // A statement that no other lies in is there in whole.
    const said = new Map();
    for (const row of rows) if (row[3]?.endsWith("-content")) said.set(row[4], (said.get(row[4]) ?? "") + row[0]);
    for (const quote of annotations.quotes) {
      const mine = (/** @type {any} */ place) => quote.content.some((/** @type {any} */ part) => part.block === place.block && part.start < place.end && place.start < part.end);
      const others = annotations.quotes.flatMap((/** @type {any} */ one) => (one === quote ? [] : [...one.content, one.cue, one.source])).concat([quote.cue, quote.source]).filter(Boolean);
      if (name.startsWith("hostile") || others.some(mine)) continue;
      assert.equal(squeezed(said.get(`q${quote.id}`) ?? ""), squeezed(quote.content.map((/** @type {any} */ part) => words(annotations, part)).join("")), `${name} q${quote.id}`);
    }
  }
});

test("CoNLL: `newsgloss tag` reads it, and gives every line back with two columns more", () => {
  const { status, stdout, stderr } = native(["tag", "-"], conll);
  assert.equal(status, 0, stderr);
  const given = conll.split("\n");
  const tagged = stdout.split("\n");
  assert.equal(tagged.length, given.length);
  for (const [i, line] of tagged.entries()) {
    assert.ok(line.startsWith(given[i]), `${i}: ${line}`);
    assert.equal(line.split("\t").length, given[i] === "" ? 1 : given[i].split("\t").length + 2, line);
  }
});

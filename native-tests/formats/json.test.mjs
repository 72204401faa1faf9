// The engine's own JSON, and the articles it reads, against the JSON Schemas in docs/schemas.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import { articles, words, written } from "./articles.mjs";

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
/** @param {string} name */
const schema = (name) => ajv.compile(JSON.parse(readFileSync(new URL(`../../docs/schemas/${name}.schema.json`, import.meta.url), "utf8")));
const isArticle = schema("article");
const isAnnotations = schema("annotations");

test("articles and annotations fit their schemas", () => {
  for (const { name, article, annotations } of articles) {
    if (!name.startsWith("hostile")) assert.ok(isArticle(article), `${name}: ${ajv.errorsText(isArticle.errors)}`);
    assert.ok(isAnnotations(annotations), `${name}: ${ajv.errorsText(isAnnotations.errors)}`);
  }
});

test("the schemas refuse what is wrong", () => {
  for (const wrong of [{}, { blocks: [{ kind: "paragraf", text: "" }] }, { blocks: [{ kind: "paragraph" }] }, { blocks: {} }]) assert.equal(isArticle(wrong), false);
  const { annotations } = articles[0];
  for (const change of [{ schema: "newsgloss/2" }, { blocks: undefined }, { quotes: [{ ...annotations.quotes[0], kind: "spoken" }] }, { more: 1 }])
    assert.equal(isAnnotations({ ...annotations, ...change }), false, JSON.stringify(change).slice(0, 60));
});

test("--offsets: the same words in UTF-8 bytes and in code points", () => {
  /** @type {Record<string, (text: string, start: number, end: number) => string>} */
  const units = {
    utf8: (text, start, end) => Buffer.from(text).subarray(start, end).toString(),
    codepoint: (text, start, end) => [...text].slice(start, end).join(""),
  };
  for (const [unit, cut] of Object.entries(units)) {
    const lines = written("--format", "jsonl", "--offsets", unit).split("\n").slice(0, -1);
    for (const [i, { name, annotations }] of articles.entries()) {
      const other = JSON.parse(lines[i]);
      const places = (/** @type {any} */ a) => [...a.entities.flatMap((/** @type {any} */ e) => e.mentions), ...a.values, ...a.quotes.flatMap((/** @type {any} */ q) => q.content)];
      assert.deepEqual(
        places(other).map(({ block, start, end }) => cut(other.blocks[block].text, start, end)),
        places(annotations).map((place) => words(annotations, place)),
        `${name} in ${unit}`,
      );
    }
  }
});

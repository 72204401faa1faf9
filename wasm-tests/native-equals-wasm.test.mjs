// The same bytes from the native command and from WebAssembly, for every article we have and for hundreds that
// nobody would write.
import assert from "node:assert/strict";
import { test } from "node:test";

import { hostileArticle, random } from "./hostile.mjs";
import { createEngine, firstDifference, nativeAnnotations, storedArticles } from "./setup.mjs";

// `make test-differential` asks for thousands. They are made and compared in parts, each from a seed of its own.
const hostileArticles = Number(process.env.NEWSGLOSS_DIFFERENTIAL ?? 400);
const part = 400;

function whole(engine, article) {
  engine.begin(article);
  while (!engine.step(Infinity));
  return engine.result();
}

/** Positions in the annotations lie in their block, on character boundaries, in order. */
function checkSpans(annotations) {
  const check = ({ block, start, end }) => {
    const { text } = annotations.blocks[block];
    assert.ok(0 <= start && start <= end && end <= text.length, `${block}: ${start}-${end}`);
    for (const at of [start, end])
      assert.ok(!(/[\ud800-\udbff]/.test(text[at - 1] ?? "") && /[\udc00-\udfff]/.test(text[at] ?? "")), "inside a pair");
  };
  for (const entity of annotations.entities) entity.mentions.forEach(check);
  annotations.values.forEach(check);
  for (const quote of annotations.quotes) {
    quote.content.forEach(check);
    for (const part of [quote.cue, quote.source]) if (part) check(part);
    for (const id of quote.speakers) assert.ok(annotations.entities[id]);
  }
  for (const { block, description, credit } of annotations.captions) {
    check({ block, ...description });
    if (credit) check({ block, ...credit });
  }
}

test("the stored articles", async () => {
  const stored = storedArticles();
  assert.ok(stored.length > 0, "no stored article found");
  const expected = nativeAnnotations(stored.map(({ article }) => article));
  const engine = await createEngine();
  for (const [i, { name, article }] of stored.entries()) {
    const result = whole(engine, article);
    assert.equal(firstDifference(result, expected[i]), "", name);
    checkSpans(JSON.parse(result));
  }
  engine.delete();
});

test(`${hostileArticles} hostile articles`, async () => {
  const engine = await createEngine();
  for (let first = 0; first < hostileArticles; first += part) {
    const next = random(1 + first);
    const articles = Array.from({ length: Math.min(part, hostileArticles - first) }, (_, i) => hostileArticle(next, `hostile-${first + i}`));
    const expected = nativeAnnotations(articles);
    assert.equal(expected.length, articles.length);
    for (const [i, article] of articles.entries()) {
      const result = whole(engine, article);
      assert.equal(firstDifference(result, expected[i]), "", `article ${first + i}`);
      const annotations = JSON.parse(result);
      assert.deepEqual(
        annotations.blocks.map(({ text }) => text),
        article.blocks.map(({ text }) => text.toWellFormed()),
      );
      checkSpans(annotations);
    }
  }
  engine.delete();
});

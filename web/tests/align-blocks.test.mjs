// Annotations made before, on a page whose text has moved on.

import assert from "node:assert/strict";
import { test } from "node:test";
import { alignBlocks } from "../page/align-blocks.js";
import { annotations } from "./annotations.mjs";

test("the same blocks: the annotations as they are", () => {
  assert.equal(alignBlocks(annotations, annotations.blocks), annotations);
});

test("blocks that moved take their annotations along; one that changed loses its own, and no more", () => {
  const [headline, first, second, caption] = annotations.blocks;
  const changed = { kind: second.kind, text: `${second.text} (Corrected.)` };
  const aligned = alignBlocks(annotations, [{ text: "New lead" }, caption, headline, first, changed]);
  assert.deepEqual(aligned.blocks.map((block) => block.text), ["New lead", caption.text, headline.text, first.text, changed.text]);
  assert.equal(aligned.article.headline, 2);
  assert.deepEqual(aligned.entities[0].mentions.map((mention) => mention.block), [2, 3, 1]);
  assert.deepEqual(aligned.entities[1].mentions.map((mention) => mention.block), [3]);
  assert.deepEqual(aligned.quotes.map((quote) => [quote.id, quote.content[0].block, quote.source?.block]), [[0, 3, 3]]);
  assert.deepEqual(aligned.captions.map((one) => [one.block, one.paragraphs[0].block]), [[1, 3]]);
});

// Annotations made before, on a page whose text has moved on.

import assert from "node:assert/strict";
import { test } from "node:test";
import { findQuote, folded } from "../anchor/find-quote.js";
import { matchBlocks } from "../anchor/match-blocks.js";
import { reanchor } from "../anchor/reanchor.js";
import { annotations } from "./annotations.mjs";
import { randomFrom } from "./html.mjs";

const texts = annotations.blocks.map(({ text }) => text);
/** @param {import("../schema.js").Annotations} found @param {import("../schema.js").BlockSpan} span */
const words = ({ blocks }, { block, start, end }) => blocks[block].text.slice(start, end);

test("the same blocks: the annotations as they are", () => {
  assert.equal(reanchor(annotations, annotations.blocks), annotations);
});

test("blocks that moved take their annotations along", () => {
  const [headline, first, second, caption] = annotations.blocks;
  const found = reanchor(annotations, [{ text: "New lead" }, caption, headline, first, second]);
  assert.equal(found.article.headline, 2);
  assert.deepEqual(found.entities[0].mentions.map(({ block, start }) => [block, start]), [[1, 0], [2, 0], [3, 32]]);
  assert.deepEqual(found.quotes.map((quote) => [quote.id, quote.content[0].block, quote.source?.block]), [[0, 3, 3], [1, 4, 4]]);
  assert.deepEqual(found.captions.map((one) => [one.block, one.paragraphs[0].block]), [[1, 3]]);
});

/** @type {[string, (text: string) => string, { quotes: number[], person: string[], places?: number }][]} */
const edits = [
  ["words added before", (text) => text.replace("Amara Okafor said", "After a long day, Amara Okafor said"), { quotes: [0, 1], person: ["Amara Okafor", "She"] }],
  ["words added after", (text) => text.replace("on Tuesday.", "on Tuesday, when the rain had stopped."), { quotes: [0, 1], person: ["Amara Okafor", "She"] }],
  ["straight quote marks for typographic ones", (text) => text.replace(/[\u201c\u201d]/g, '"'), { quotes: [0, 1], person: ["Amara Okafor", "She"] }],
  ["the quote itself was edited: it is left alone", (text) => text.replace("in Lagos all", "in Lagos for nothing"), { quotes: [1], person: ["Amara Okafor", "She"] }],
  ["another speaker: no quote is shown with the old one", (text) => text.replace("Amara Okafor said", "Bola Ade said"), { quotes: [1], person: ["She"] }],
  ["the paragraph is gone", (text) => (text.startsWith("Amara") ? "" : text), { quotes: [1], person: ["She"] }],
];
for (const [name, edit, expected] of edits) {
  test(`edited since: ${name}`, () => {
    const blocks = texts.map(edit).filter(Boolean).map((text) => ({ text }));
    const found = reanchor(annotations, blocks);
    assert.deepEqual(found.quotes.map(({ id }) => id), expected.quotes);
    const person = found.entities.find(({ id }) => id === 1);
    assert.deepEqual(person?.mentions.map((mention) => words(found, mention)), expected.person);
    for (const quote of found.quotes) {
      const before = /** @type {import("../schema.js").Quote} */ (annotations.quotes.find(({ id }) => id === quote.id));
      assert.equal(folded(words(found, quote.content[0])), folded(words(annotations, before.content[0])));
    }
  });
}

test("two places that are equally good: neither is taken", () => {
  const from = "The mayor met the mayor.";
  const span = { start: 4, end: 9 };
  const candidate = (/** @type {string} */ text) => [{ block: 0, text, likely: true }];
  assert.equal(findQuote(from, span, candidate("Today the mayor met the mayor."))?.start, 10);
  assert.equal(findQuote(from, span, candidate("So the mayor met the mayor, and the mayor met the mayor.")), null);
  assert.deepEqual(findQuote(from, span, candidate("The mayor met the governor."))?.start, 4);
  assert.equal(findQuote("In Oman today", { start: 3, end: 7 }, candidate("In Romania today")), null);
});

test("blocks: the edited one is recognised, a new one is not", () => {
  const from = ["The council met on Tuesday to decide on the harbour.", "Boats left at noon for the island."];
  const to = ["Rain fell all day in the hills.", "The council met late on Tuesday to decide on the harbour.", "Boats left at noon for the island."];
  assert.deepEqual(matchBlocks(from, to), [{ block: 1, same: false }, { block: 2, same: true }]);
});

test("random edits: what is anchored has the words that it had", () => {
  const random = randomFrom(5);
  for (let round = 0; round < 300; round += 1) {
    const blocks = texts.flatMap((text) => {
      const parts = text.split(" ");
      for (let i = random(4); i > 0; i -= 1) {
        const at = random(parts.length);
        if (random(2)) parts.splice(at, 1);
        else parts.splice(at, 0, ["Lagos", "said", "Amara", "new"][random(4)]);
      }
      return random(12) ? [{ text: parts.join(" ") }] : [];
    });
    const found = reanchor(annotations, blocks);
    for (const entity of found.entities) {
      const before = annotations.entities.find(({ id }) => id === entity.id)?.mentions.map((mention) => words(annotations, mention));
      for (const mention of entity.mentions) assert.ok(before?.includes(words(found, mention)));
    }
    for (const { id, content, speakers } of found.quotes) {
      const before = /** @type {import("../schema.js").Quote} */ (annotations.quotes.find((quote) => quote.id === id));
      assert.deepEqual(content.map((span) => words(found, span)), before.content.map((span) => words(annotations, span)));
      for (const speaker of speakers) assert.ok(found.entities.some((entity) => entity.id === speaker));
    }
  }
});

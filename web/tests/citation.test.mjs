// A quote with its source: words, speaker, link to the place.

import assert from "node:assert/strict";
import { test } from "node:test";
import { citationOf, textDirective } from "../ui/citation.js";
import { Messages } from "../ui/messages.js";
import { annotations } from "./annotations.mjs";

/** @param {...string} texts  a quote between brackets, in one or several pieces */
function marked(...texts) {
  const spans = [];
  const blocks = [];
  for (const [block, text] of texts.entries()) {
    let plain = "";
    for (const [index, piece] of text.split(/[[\]]/).entries()) {
      if (index % 2 === 1) spans.push({ block, start: plain.length, end: plain.length + piece.length });
      plain += piece;
    }
    blocks.push({ kind: /** @type {const} */ ("paragraph"), text: plain });
  }
  return textDirective(spans, blocks);
}

for (const [what, texts, directive] of /** @type {[string, string[], string][]} */ ([
  ["the words, without their marks", ["[\u201cWe waited,\u201d] she said."], "We%20waited"],
  ["commas, ampersands and hyphens are encoded", ["[Salt & co-op, all]"], "Salt%20%26%20co%2Dop%2C%20all"],
  ["white space as the page shows it", ["[We\n  waited]"], "We%20waited"],
  ["words that stand twice get those around them", ["He said [it was over] on Monday night.", "For her it was over too."], "He%20said-,it%20was%20over,-on%20Monday%20night"],
  ["twice, alone in its block", ["[It was over]", "It was over"], "It%20was%20over"],
  ["a long quote by its ends", [`[One two three four ${"and so on ".repeat(20)}five six seven eight.]`], "One%20two%20three%20four,five%20six%20seven%20eight"],
  ["pieces by their ends", ["[We waited in Lagos all], she said, [day and all night long]."], "We%20waited%20in%20Lagos,and%20all%20night%20long"],
])) {
  test(`text fragment: ${what}`, () => assert.equal(marked(...texts), directive));
}

test("citation: a literal quote and a reported one", () => {
  const page = { title: "Test", url: "https://example.org/lagos#top" };
  const [direct, reported] = annotations.quotes.map((quote) => citationOf(quote, annotations, page, new Messages()));
  assert.equal(direct, "\u201cWe waited in Lagos all\u201d\n\u2014 Amara Okafor, voter\nLagos votes, https://example.org/lagos#:~:text=We%20waited%20in%20Lagos%20all");
  assert.equal(reported, "the count was fair\n\u2014 Amara Okafor, voter (reported speech)\nLagos votes, https://example.org/lagos#:~:text=the%20count%20was%20fair");
});

// The map between a block's text and the page's text nodes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { TextBlock } from "../page/text-block.js";
import { TextMap } from "../page/text-map.js";
import { pageOf, randomFrom } from "./html.mjs";

/** What a span covers in the page, with what is never read taken out. @param {{ node: Text, start: number, end: number }[]} pieces */
function covered(pieces) {
  return pieces
    .map(({ node, start, end }) => node.data.slice(start, end))
    .join("")
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/[\s\u00a0\u2009\u202f]+/g, " ");
}

/** @param {string} html */
function blockOf(html) {
  const page = pageOf(html);
  const { text } = page.article.blocks[0];
  const pieces = (/** @type {number} */ start, /** @type {number} */ end) => page.map.pieces({ block: 0, start, end });
  return { page, text, pieces };
}

const texts = [
  ["white space is collapsed and trimmed", "<p>  The \n\t minister   said </p>", "The minister said"],
  ["inline elements do not break words", "<p>The <b>Mi</b><i>nis</i>ter <em>said</em></p>", "The Minister said"],
  ["white space at the edges of inline elements is one space", "<p>The <b> prime </b> <i> minister</i></p>", "The prime minister"],
  ["soft hyphens and zero-width characters go", "<p>par\u00adlia\u200bment\ufeff</p>", "parliament"],
  ["no-break and thin spaces are spaces", "<p>4\u202f500\u00a0\u00a0km \u2009away</p>", "4 500 km away"],
  ["a line break is a space", "<p>one<br>two <br> three</p>", "one two three"],
  ["comments, scripts and styles are not read", "<p>a<!-- x -->b<script>1</script>c<style>p{}</style>d</p>", "abcd"],
  ["joiners stay: they are part of what is seen", "<p>Doctor \u{1f469}\u200d\u{1f52c} \u06cc\u200c\u06cc</p>", "Doctor \u{1f469}\u200d\u{1f52c} \u06cc\u200c\u06cc"],
  ["the reading of ruby is not read", "<p><ruby>\u6771\u4eac<rp>(</rp><rt>T\u014dky\u014d</rt><rp>)</rp></ruby> said</p>", "\u6771\u4eac said"],
  ["hidden text is not read", '<p>a<span hidden>b</span><span aria-hidden="true">c</span><span class="sr-only">d</span><span style="display: none">e</span>f</p>', "af"],
  ["text of its own that is invisible goes, a visible child stays", '<p>a<span style="visibility:hidden">b<i>c</i></span>d</p>', "acd"],
];

for (const [name, html, expected] of texts) {
  test(`text: ${name}`, () => {
    const { text, pieces } = blockOf(html);
    assert.equal(text, expected);
    // A space that stands for a <br> lies in no text node.
    const spaceless = (/** @type {string} */ words) => words.replaceAll(" ", "");
    assert.equal(spaceless(covered(pieces(0, text.length))), spaceless(expected));
  });
}

test("a span's ranges are one for each text node, and cover the span and no more", () => {
  const { text, pieces } = blockOf("<p>Said <b>Aigul  Bek\u00adova</b>, the\n<i>minister</i>.</p>");
  const start = text.indexOf("Aigul");
  const found = pieces(start, start + "Aigul Bekova, the minister".length);
  assert.deepEqual(
    found.map(({ node, start: from, end }) => node.data.slice(from, end)),
    ["Aigul  Bek\u00adova", ", the\n", "minister"],
  );
});

test("offsets count UTF-16 code units: a name after an emoji", () => {
  const { text, pieces } = blockOf("<p>\u{1f600} Amara <b>\u{1f30d}</b> Okafor</p>");
  const at = text.indexOf("Okafor");
  assert.equal(at, 12);
  assert.equal(covered(pieces(at, at + 6)), "Okafor");
});

test("spans outside the text, empty or upside down, have no ranges", () => {
  const { pieces } = blockOf("<p>short</p>");
  for (const [start, end] of [[0, 6], [-1, 2], [3, 3], [4, 2]]) assert.deepEqual(pieces(start, end), []);
});

test("a place in the page leads back to its offset, and from what is not read to what stands before it", () => {
  const { page, text } = blockOf("<p>The  <b>Min\u00adister</b> said</p>");
  const [the, minister] = page.map.pieces({ block: 0, start: 0, end: text.length }).map(({ node }) => node);
  assert.deepEqual(page.map.locate(the, 2), { block: 0, offset: 2 });
  assert.deepEqual(page.map.locate(the, 5), { block: 0, offset: 4 });
  assert.deepEqual(page.map.locate(minister, 0), { block: 0, offset: 4 });
  assert.deepEqual(page.map.locate(minister, 4), { block: 0, offset: 7 });
  assert.deepEqual(page.map.locate(minister, 5), { block: 0, offset: 8 });
  assert.equal(page.map.locate(/** @type {Element} */ (the.parentElement), 0), null);
});

test("random trees: every span covers exactly its text, and every character leads back to itself", () => {
  const random = randomFrom(7);
  const words = ["Nairobi", " ", "\n  ", "\u00ad", "caf\u00e9", "\u{1f30d}", "a", ",", "\u00a0", "\u200b", "Li", " said "];
  const inline = ["b", "i", "a", "span", "em"];
  /** @param {number} depth @returns {string} */
  const tree = (depth) => {
    let html = "";
    for (let i = 1 + random(5); i > 0; i -= 1) {
      const pick = random(10);
      if (pick < 6 || depth > 3) html += words[random(words.length)];
      else if (pick === 6) html += "<!-- -->";
      else if (pick === 7) html += random(3) ? "<span hidden>no</span>" : "x<br>y";
      else html += `<${inline[pick % 5]}>${tree(depth + 1)}</${inline[pick % 5]}>`;
    }
    return html;
  };
  for (let round = 0; round < 400; round += 1) {
    const html = `<p>It is told: ${tree(0)}.</p>`;
    const { page, text, pieces } = blockOf(html);
    assert.ok(!/ {2}|^ | $/.test(text), html);
    for (let i = 0; i < 12; i += 1) {
      const start = random(text.length);
      const end = start + 1 + random(text.length - start);
      // A space that stands for a <br> lies in no text node.
      assert.equal(covered(pieces(start, end)).replaceAll(" ", ""), text.slice(start, end).replaceAll(" ", ""), html);
      for (const { node, start: from } of pieces(start, start + 1)) {
        assert.deepEqual(page.map.locate(node, from), { block: 0, offset: start }, html);
      }
    }
  }
});

test("a text node that went to two blocks in stretches is found in the right one", () => {
  const { document } = parseHTML("<p>First line.\n\nSecond line.</p>");
  const node = /** @type {Text} */ (document.querySelector("p")?.firstChild);
  const [first, second] = [new TextBlock(), new TextBlock()];
  first.append(node, 0, 12);
  second.append(node, 12);
  assert.deepEqual([first.text, second.text], ["First line.", "Second line."]);
  const map = new TextMap([first, second]);
  assert.deepEqual(map.locate(node, 6), { block: 0, offset: 6 });
  assert.deepEqual(map.locate(node, 13), { block: 1, offset: 0 });
  assert.deepEqual(map.locate(node, 20), { block: 1, offset: 7 });
  assert.deepEqual(map.pieces({ block: 1, start: 7, end: 11 }).map(({ start, end }) => node.data.slice(start, end)), ["line"]);
});

test("marks of writing direction are not read: they would part a name", () => {
  assert.equal(blockOf("<p>\u2068Amara\u2069 \u200eOka\u202afor\u202c</p>").text, "Amara Okafor");
});

test("random trees of blocks: words come out in order, none glued to one of another block, every place leads back", () => {
  const random = randomFrom(11);
  const block = ["p", "div", "li", "section", "blockquote", "h2"];
  const inline = ["b", "i", "span", "em"];
  for (let round = 0; round < 200; round += 1) {
    let count = 0;
    /** Which block-level element each word stands in. @type {Map<string, number>} */
    const home = new Map();
    let homes = 0;
    /** @param {number} depth @param {number} at @param {boolean} inInline @returns {string} */
    const tree = (depth, at, inInline) => {
      let html = "";
      for (let i = 1 + random(4); i > 0; i -= 1) {
        const pick = random(8);
        if (pick < 4 || depth > 4) {
          const word = `w${(count += 1)}`;
          home.set(word, at);
          html += ` ${word} `;
        } else if (pick < 6 || inInline) {
          const name = inline[random(4)];
          html += `<${name}>${tree(depth + 1, at, true)}</${name}>`;
        } else {
          // No white space around: only the element parts the words.
          const name = block[random(6)];
          html += `<${name}>${tree(depth + 1, (homes += 1), false).trim()}</${name}>`;
        }
      }
      return html;
    };
    const html = `<div>${tree(0, 0, false)}</div>`;
    const page = pageOf(html);
    const words = page.article.blocks.flatMap(({ text }) => text.split(" "));
    assert.deepEqual(words, [...home.keys()], html);
    page.article.blocks.forEach(({ text }, index) => {
      assert.equal(new Set(text.split(" ").map((word) => home.get(word))).size, 1, html);
      for (const { node, start } of page.map.pieces({ block: index, start: 0, end: text.length })) {
        assert.equal(page.map.locate(node, start)?.block, index, html);
      }
    });
  }
});

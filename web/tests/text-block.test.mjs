// The map between a block's text and the page's text nodes.

import assert from "node:assert/strict";
import { test } from "node:test";
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
  const pieces = (/** @type {number} */ start, /** @type {number} */ end) => page.pieces({ block: 0, start, end });
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
  ["joiners stay: they are part of what is seen", "<p>\u{1f469}\u200d\u{1f52c} \u06cc\u200c\u06cc</p>", "\u{1f469}\u200d\u{1f52c} \u06cc\u200c\u06cc"],
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
  const [the, minister] = page.pieces({ block: 0, start: 0, end: text.length }).map(({ node }) => node);
  assert.deepEqual(page.locate(the, 2), { block: 0, offset: 2 });
  assert.deepEqual(page.locate(the, 5), { block: 0, offset: 4 });
  assert.deepEqual(page.locate(minister, 0), { block: 0, offset: 4 });
  assert.deepEqual(page.locate(minister, 4), { block: 0, offset: 7 });
  assert.deepEqual(page.locate(minister, 5), { block: 0, offset: 8 });
  assert.equal(page.locate(/** @type {Element} */ (the.parentElement), 0), null);
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
    const html = `<p>.${tree(0)}.</p>`;
    const { page, text, pieces } = blockOf(html);
    assert.ok(!/ {2}|^ | $/.test(text), html);
    for (let i = 0; i < 12; i += 1) {
      const start = random(text.length);
      const end = start + 1 + random(text.length - start);
      // A space that stands for a <br> lies in no text node.
      assert.equal(covered(pieces(start, end)).replaceAll(" ", ""), text.slice(start, end).replaceAll(" ", ""), html);
      for (const { node, start: from } of pieces(start, start + 1)) {
        assert.deepEqual(page.locate(node, from), { block: 0, offset: start }, html);
      }
    }
  }
});

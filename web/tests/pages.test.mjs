// Whole pages, one a structure that is found in the wild: what is read of each. The same pages are read in Chromium by
// wasm-tests/browser/pages.test.mjs, with the same result.
//
// After a change that is meant: NEWSGLOSS_APPROVE=1 node --test web/tests/pages.test.mjs, and read the difference.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { extractedOf } from "../cli/extract.js";
import { pageOfHtml } from "../cli/read-article.js";
import { parsePage } from "../cli/parse-page.js";
import { isWorthOffering } from "../page/offer.js";
import { readPage } from "../page/read-page.js";

const folder = new URL("pages/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".html"));
/** @param {string} name */
const read = (name) => readFileSync(new URL(name, folder), "utf8");

for (const name of names) {
  test(`page: ${name.slice(0, -5)}`, () => {
    const approved = new URL(name.replace(".html", ".json"), folder);
    let found = null;
    if (name.startsWith("no-article")) assert.throws(() => pageOfHtml(read(name)), /no article here/);
    else found = extractedOf(pageOfHtml(read(name)));
    if (process.env.NEWSGLOSS_APPROVE) writeFileSync(approved, `${JSON.stringify(found, null, 1)}\n`);
    assert.deepEqual(found, JSON.parse(readFileSync(approved, "utf8")));
  });
}

test("every block's text is in its text nodes, or in none", () => {
  for (const name of names.filter((one) => !one.startsWith("no-article"))) {
    const { article, map } = pageOfHtml(read(name));
    article.blocks.forEach(({ text }, block) => {
      const pieces = map.pieces({ block, start: 0, end: text.length });
      if (pieces.length === 0) return;
      const there = pieces.map(({ node, start, end }) => node.data.slice(start, end)).join("");
      const bare = (/** @type {string} */ one) => one.replace(/[\s\u00ad]+/g, "");
      assert.equal(bare(there), bare(text), name);
    });
  }
});

test("in slices the same is read, and it can be stopped", async () => {
  const html = read("wp-caption-and-gallery.html");
  const page = await readPage(parsePage(html), { sliceMs: 0 });
  assert.ok(page);
  assert.deepEqual(page.article.blocks, (await readPage(parsePage(html), { sliceMs: 1000 }))?.article.blocks);
  const stopping = new AbortController();
  const reading = readPage(parsePage(html), { sliceMs: 0, signal: stopping.signal });
  stopping.abort(new Error("enough"));
  await assert.rejects(reading, /enough/);
});

test("a root that is given is taken, whatever is in it", async () => {
  const document = parsePage('<div id="a"><p>Short.</p></div><article><p>Other.</p></article>');
  const page = await readPage(document, { root: "#a" });
  assert.deepEqual(page?.article.blocks.map(({ text }) => text), ["Short."]);
  assert.equal(await readPage(document, { root: "#none" }), null);
});

test("offered where Firefox's reader view would be", () => {
  assert.equal(isWorthOffering(parsePage(read("article-with-metadata-around.html"))), true);
  assert.equal(isWorthOffering(parsePage(read("no-article-front-page.html"))), false);
});

/** Pages that grow with n. @type {Record<string, (n: number) => string>} */
const growing = {
  "a live blog": (n) => `<main>${repeated(n, (i) => `<article class="post"><h2>Update ${i}</h2><p>${i} ${PROSE}</p></article>`)}</main>`,
  paragraphs: (n) => `<article>${repeated(n, (i) => `<p>${i} ${PROSE}</p>`)}</article>`,
  "figures in figures": (n) => `<article>${PROSE.repeat(4)}${repeated(n, () => "<figure><img>")}x</article>`,
  "nested boxes": (n) => `<article>${repeated(n, () => "<div>")}${PROSE.repeat(4)}</article>`,
  "open formatting": (n) => repeated(n, () => "<p><i><b>x"),
  "line breaks": (n) => `<article>${PROSE.repeat(4)}${repeated(n, () => "a line of text<br><br>")}</article>`,
  "angle brackets": (n) => "<".repeat(10 * n),
};
const PROSE = "The council met on Tuesday to decide on the harbour, and after nine hours of talks it had decided nothing at all. ";
/** @param {number} n @param {(i: number) => string} part */
const repeated = (n, part) => Array.from({ length: n }, (_, i) => part(i)).join("");

for (const [name, html] of Object.entries(growing)) {
  test(`cost grows with the page, no faster: ${name}`, () => {
    const cost = (/** @type {number} */ n) => {
      const text = html(n);
      const start = performance.now();
      try {
        pageOfHtml(text);
      } catch (error) {
        assert.match(/** @type {Error} */ (error).message, /no article here/);
      }
      return performance.now() - start;
    };
    cost(500);
    const small = Math.max(cost(1000), 40);
    // Eight times the page; far from sixty-four times the time, with room for a busy machine.
    assert.ok(cost(8000) < 40 * small, name);
  });
}

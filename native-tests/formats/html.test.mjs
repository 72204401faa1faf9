// --format html, parsed as a browser does: nothing of it is an article's mark-up, nothing runs, nothing is fetched, and all
// words are there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { parsePage } from "../../web/cli/parse-page.js";
import { native } from "../../wasm-tests/setup.mjs";
import { articles, words, written } from "./articles.mjs";

const page = written("--format", "html");
const document = parsePage(page);
const ELEMENTS = ["a", "article", "bdi", "blockquote", "body", "dd", "dl", "dt", "h1", "h2", "h3", "head", "html", "li", "main", "meta", "p", "section", "small", "span", "style", "time", "title", "ul"];

test("elements and attributes are only those that the writer knows", () => {
  for (const element of document.querySelectorAll("*")) {
    assert.ok(ELEMENTS.includes(element.localName), element.localName);
    for (const { name, value } of element.attributes) {
      assert.ok(["id", "class", "href", "title", "lang", "dir", "datetime", "charset", "name", "content", "http-equiv"].includes(name), `${element.localName} ${name}`);
      if (name === "href") assert.match(value, /^#[a-z\d-]+$/);
    }
  }
  assert.equal(document.querySelector("meta[http-equiv]")?.getAttribute("content"), "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
});

test("every link leads to a place in the page, every id is one", () => {
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  const known = new Set(ids);
  assert.equal(known.size, ids.length);
  const links = [...document.querySelectorAll("a[href]")];
  assert.ok(links.length > 500);
  for (const link of links) assert.ok(known.has(link.getAttribute("href")?.slice(1) ?? ""), link.getAttribute("href") ?? "");
});

test("an article each: its blocks' words, its statements with who said them", () => {
  const shown = [...document.querySelectorAll("article")];
  assert.equal(shown.length, articles.length);
  // What HTML cannot hold, and what parsers make of line breaks.
  const plain = (/** @type {string} */ text) => text.replace(/[\0-\x08\x0b-\x1f\x7f\ufffd]/g, "").replace(/\s+/g, " ").trim();
  for (const [i, { name, annotations }] of articles.entries()) {
    const blocks = annotations.blocks.flatMap((/** @type {any} */ { kind, text }, /** @type {number} */ b) => (kind === "furniture" ? [] : [[b, text]]));
    for (const [b, text] of blocks) assert.equal(plain(shown[i].querySelector(`[id$="-b${b}"]`)?.textContent ?? ""), plain(text), `${name} block ${b}`);
    assert.deepEqual(
      [...shown[i].querySelectorAll("dd > bdi")].map((said) => plain(said.textContent ?? "")),
      annotations.quotes.map((/** @type {any} */ quote) => plain(quote.content.map((/** @type {any} */ part) => words(annotations, part)).join(" … "))),
      name,
    );
  }
});

test("valid HTML, and without a finding of accessibility rules", async () => {
  const { stdout } = native(["annotate", "--format", "html", "demo/articles/01-lake-victoria-forum.json"]);
  assert.ok(stdout, "run from the repository's root");
  const validator = new HtmlValidate({ extends: ["html-validate:recommended", "html-validate:a11y"], rules: { "no-inline-style": "off", "long-title": "off", "doctype-style": "off", "require-sri": "off" } });
  const { results } = await validator.validateString(stdout);
  assert.deepEqual(results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`)), []);
});

// The demo's pages are read back as the articles that they were made from.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { readPages } from "../../demo/build.mjs";
import { storyPage } from "../../demo/page.mjs";
import { PageArticle } from "../page/page-article.js";
import { markupPresentation } from "../page/presentation.js";

const pages = readPages();

for (const page of pages) {
  test(`read back: ${page.story.id}`, () => {
    const { document } = parseHTML(storyPage(pages, page));
    const root = /** @type {Element} */ (document.querySelector("article"));
    const { blocks, published, lang, url } = PageArticle.read(root, markupPresentation).article;
    assert.deepEqual(
      blocks.map(({ text }) => text),
      page.article.blocks.map(({ text }) => text),
    );
    blocks.forEach(({ kind, text }, index) => {
      // A kind that mark-up does not tell is left to the engine.
      if (kind) assert.equal(kind, page.article.blocks[index].kind, text);
    });
    assert.deepEqual({ published, lang, url }, { published: page.article.published, lang: "en", url: page.article.url });
  });
}

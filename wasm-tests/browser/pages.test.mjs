// The pages of web/tests/pages as Chromium builds and shows them: the same is read there as under Node, to the letter, and
// the page stays as it was.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { browserNames, launch } from "./browsers.mjs";
import { startSite } from "./site.mjs";

const folder = new URL("../../web/tests/pages/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".html"));
/** @param {string} name */
const read = (name) => readFileSync(new URL(name, folder), "utf8");
const PROSE = "The council met on Tuesday to decide on the harbour, and after nine hours of talks it had decided nothing at all. ";
const LONG = `<!doctype html><title>Long</title><main>${Array.from({ length: 20_000 }, (_, i) => `<div class="post"><h2>Update ${i}</h2><p>${i} ${PROSE}</p></div>`).join("")}</main>`;
const policy = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:";

for (const browserName of browserNames) {
  describe(browserName, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    /** @type {import("./site.mjs").Site} */
    let site;

    before(async () => {
      const pages = Object.fromEntries([...names.map((name) => [`/${name}`, { html: read(name), policy }]), ["/long", { html: LONG, policy }]]);
      [browser, site] = await Promise.all([launch(browserName), startSite(pages)]);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    for (const name of names) {
      test(name.slice(0, -5), async () => {
        const page = await browser.newPage();
        try {
          await page.goto(`${site.url}/${name}`, { waitUntil: "load" });
          const { found, untouched } = await page.evaluate(async () => {
            const { readPage } = await import(`${location.origin}/newsgloss/index.js`);
            const was = document.documentElement.outerHTML;
            const read = await readPage(document);
            const found = read && {
              headline: read.headline,
              authors: read.authors,
              published: read.article.published,
              blocks: read.article.blocks.map((/** @type {any} */ { kind, text }) => ({ kind: kind ?? null, text })),
            };
            return { found, untouched: document.documentElement.outerHTML === was };
          });
          assert.ok(untouched);
          const approved = JSON.parse(readFileSync(new URL(name.replace(".html", ".json"), folder), "utf8"));
          if (approved) {
            // The address is the server's here.
            delete approved.url;
            delete approved.lang;
          }
          assert.deepEqual(found, approved);
        } finally {
          await page.close();
        }
      });
    }

    test("a page of 20,000 posts is read in slices, and can be given up", async () => {
      const page = await browser.newPage();
      try {
        await page.goto(`${site.url}/long`, { waitUntil: "load" });
        const { blocks, slices, stopped } = await page.evaluate(async () => {
          const { readPage } = await import(`${location.origin}/newsgloss/index.js`);
          let slices = 0;
          const timer = setInterval(() => (slices += 1), 0);
          const read = await readPage(document);
          clearInterval(timer);
          const stopping = new AbortController();
          const reading = readPage(document, { signal: stopping.signal }).catch((/** @type {Error} */ error) => error.name);
          setTimeout(() => stopping.abort(), 20);
          return { blocks: read?.article.blocks.length, slices, stopped: await reading };
        });
        assert.equal(blocks, 40_001);
        assert.ok(slices > 5, `${slices} other tasks ran meanwhile`);
        assert.equal(stopped, "AbortError");
      } finally {
        await page.close();
      }
    });
  });
}

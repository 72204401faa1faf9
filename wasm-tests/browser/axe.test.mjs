// axe-core finds nothing in what Newsgloss adds to a page, nor anything in the page that was not there before: the panel
// closed, open at each tab, with a card, in light and dark, wide and narrow.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { serve } from "../../demo/serve.mjs";
import { browserNames, launch } from "./browsers.mjs";
import { Tab } from "./harness.mjs";

/** @param {Tab} tab @returns {Promise<string[]>} rule and place of each violation */
async function violations(tab) {
  await tab.settled();
  const found = await tab.page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap((/** @type {any} */ { id, nodes }) => nodes.map((/** @type {any} */ node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`));
  });
  return found;
}

for (const name of browserNames) {
  describe(name, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let demo;
    before(async () => {
      [browser, demo] = await Promise.all([launch(name), serve({ port: 0 })]);
    });
    after(async () => {
      await browser?.close();
      await demo?.close();
    });

    for (const [title, width] of /** @type {const} */ ([["a wide window", 1100], ["a phone", 390]])) {
      for (const night of [false, true]) {
        test(`axe: ${title}, ${night ? "dark" : "light"}`, async () => {
          const tab = await Tab.open(browser);
          try {
            await tab.page.setViewport({ width, height: 800 });
            await tab.goto(`${demo.url}01-lake-victoria-forum.html`);
            if (night) {
              await tab.page.evaluate(() => {
                const sheet = new CSSStyleSheet();
                sheet.replaceSync(".night, .night body, .night body * { color: #ddd !important; background: #151515 !important }");
                document.adoptedStyleSheets.push(sheet);
                document.documentElement.classList.add("night");
              });
              await tab.waitFor(() => document.querySelector("[data-newsgloss='']")?.getAttribute("data-theme") === "dark");
            }
            await tab.page.evaluate(axe.source);
            assert.deepEqual(await violations(tab), [], "closed");
            const click = (/** @type {string} */ selector) =>
              tab.page.evaluate((one) => /** @type {HTMLElement | null | undefined} */ (document.querySelector("[data-newsgloss='']")?.shadowRoot?.querySelector(one))?.click(), selector);
            await click(".opener");
            for (const one of ["said", "names", "when", "pictures", "display"]) {
              await click(`#tab-${one}`);
              assert.deepEqual(await violations(tab), [], one);
            }
            await click("#tab-said");
            await click(".voice .passage");
            assert.deepEqual(await violations(tab), [], "a quote's card");
            await click(".card .name");
            assert.deepEqual(await violations(tab), [], "a person's card");
          } finally {
            await tab.page.close();
          }
        });
      }
    }
  });
}

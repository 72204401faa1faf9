// The demo's page to try Newsgloss: a story, a text of one's own, what is shown, the tag for it; and axe-core finds nothing in it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { serve } from "../../demo/serve.mjs";
import { browserNames, launch } from "./browsers.mjs";
import { Tab } from "./harness.mjs";

for (const name of browserNames) {
  describe(name, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let demo;
    /** @type {Tab} */
    let tab;
    before(async () => {
      [browser, demo] = await Promise.all([launch(name), serve({ port: 0 })]);
    });
    after(async () => {
      await browser?.close();
      await demo?.close();
    });

    /** @param {string} title @param {() => Promise<void>} body */
    const inTab = (title, body) =>
      test(title, async () => {
        tab = await Tab.open(browser);
        try {
          await body();
        } finally {
          await tab.page.close();
        }
      });
    const read = () => tab.waitFor(() => /Read in \d+ ms/.test(document.querySelector("#status")?.textContent ?? "") && CSS.highlights.size > 0);
    const snippet = () => tab.page.evaluate(() => document.querySelector("#snippet")?.textContent);
    const open = async () => {
      await tab.page.goto(`${demo.url}try.html`, { waitUntil: "load" });
      await read();
    };

    inTab("a story is read; what is left out goes from the marks and into the tag", async () => {
      await open();
      assert.equal(await snippet(), '<script async\n  src="/newsgloss/newsgloss.js"\n  data-root="article"></script>');
      assert.ok((await tab.highlights())["newsgloss-place"].includes("Kisumu"));
      await tab.page.click('input[data-group="types"][value="GPE,LOC,FAC"]');
      await tab.page.click('input[data-group="layers"][value="dates"]');
      await tab.waitFor(() => CSS.highlights.has("newsgloss-person") && !CSS.highlights.has("newsgloss-place") && !CSS.highlights.has("newsgloss-date"));
      assert.match((await snippet()) ?? "", /data-types="PERSON,ORG,NORP,EVENT[^"]*"\n {2}data-layers="names,quotes,captions"><\/script>$/);
      await tab.page.click('input[name="theme"][value="dark"]');
      await tab.waitFor(() => document.querySelector("[data-newsgloss='']")?.getAttribute("data-theme") === "dark");
      await tab.page.click('input[name="marks"][value="ink"]');
      assert.match((await snippet()) ?? "", /data-theme="dark"><\/script>\n\n[^]*--newsgloss-person: #808080;/);
      await tab.assertQuiet();
    });

    inTab("a text of one's own, and one that is not English", async () => {
      await open();
      await tab.page.select("#pick", "");
      await tab.page.type("#text", "Lagos counts its votes\nAmara Okafor, the city's clerk, said on Tuesday the count was fair.");
      await tab.page.click("#read");
      await tab.waitFor(() => document.querySelector("#story h1")?.textContent === "Lagos counts its votes" && CSS.highlights.has("newsgloss-person"));
      assert.deepEqual((await tab.highlights())["newsgloss-person"], ["Amara Okafor"]);
      await tab.page.evaluate(() => {
        /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value =
          "Le conseil vote\nLe conseil municipal de la ville a vot\u00e9 mardi soir un nouveau budget pour les \u00e9coles, apr\u00e8s neuf heures de d\u00e9bats. Le maire a d\u00e9clar\u00e9 que les travaux commenceraient au printemps et que les familles seraient consult\u00e9es avant toute d\u00e9cision sur les horaires.";
      });
      await tab.page.click("#read");
      await tab.waitFor(() => /not in English/.test(document.querySelector("#status")?.textContent ?? ""));
      assert.deepEqual(await tab.highlights(), {});
      await tab.assertQuiet();
    });

    for (const [title, width, theme] of /** @type {const} */ ([["wide, light", 1280, "light"], ["wide, dark", 1280, "dark"], ["a phone", 390, "light"]])) {
      inTab(`axe: ${title}; nothing is wider than the window`, async () => {
        await tab.page.setViewport({ width, height: 900 });
        if (name === "chromium") await tab.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
        await open();
        await tab.picture(`${name}-try-${width}-${theme}`);
        await tab.page.evaluate(axe.source);
        const found = await tab.page.evaluate(async () => {
          const { violations } = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations"] });
          return violations.flatMap((/** @type {any} */ { id, nodes }) => nodes.map((/** @type {any} */ node) => `${id}: ${node.target.join(" ")}`));
        });
        assert.deepEqual(found, []);
        assert.equal(await tab.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
      });
    }
  });
}

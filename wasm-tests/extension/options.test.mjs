// The options in Chromium and Firefox: they are found right by axe, and what is changed there changes an annotated page that is open.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { browserNames } from "../browser/browsers.mjs";
import { ARTICLE, pageHtml, startSite } from "../browser/site.mjs";
import { start } from "./drivers.mjs";

const pictures = path.join(import.meta.dirname, "../../build/screenshots");

/** @param {import("puppeteer-core").Page} page @param {string} style */
const marked = (page, style) => page.evaluate((name) => CSS.highlights.get(name)?.size ?? 0, `newsgloss-${style}`);

for (const name of browserNames) {
  describe(name, () => {
    /** @type {import("./drivers.mjs").Driver} */
    let driver;
    /** @type {import("../browser/site.mjs").Site} */
    let site;
    /** @type {import("puppeteer-core").Page} */
    let article;
    /** @type {import("puppeteer-core").Page} */
    let options;

    before(async () => {
      mkdirSync(pictures, { recursive: true });
      [driver, site] = await Promise.all([start(name), startSite({ "/": { html: pageHtml(ARTICLE, { tag: "" }) } })]);
      article = await driver.browser.newPage();
      await article.goto(site.url);
      await driver.press(article);
      await article.waitForFunction(() => (CSS.highlights.get("newsgloss-person")?.size ?? 0) > 0, { timeout: 20_000, polling: 100 });
      options = await driver.own("options");
      await options.waitForSelector("[name=PERSON]");
    });
    after(async () => {
      await driver?.close();
      await site?.close();
    });

    for (const scheme of /** @type {const} */ (["light", "dark"])) {
      test(`axe finds nothing: ${scheme}`, async () => {
        await driver.scheme(scheme, options);
        await options.waitForFunction((dark) => matchMedia("(prefers-color-scheme: dark)").matches === dark, { polling: 50 }, scheme === "dark");
        // The extension's own policy lets no script in but its own; the driver's is let in.
        await options.evaluate(axe.source);
        const found = await options.evaluate(async () => (await /** @type {any} */ (globalThis).axe.run(document)).violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes[0].html}`));
        assert.deepEqual(found, []);
        await options.screenshot({ path: path.join(pictures, `options-${name}-${scheme}.png`), fullPage: true });
      });
    }

    test("a type that is taken away, a colour and a language change the page that is open, and reset brings all back", async () => {
      await options.bringToFront();
      await options.click("[name=PERSON]");
      await article.waitForFunction(() => (CSS.highlights.get("newsgloss-person")?.size ?? 0) === 0 && (CSS.highlights.get("newsgloss-place")?.size ?? 0) > 0, { polling: 100 });
      await options.$eval("[name=place-light]", (input) => {
        /** @type {HTMLInputElement} */ (input).value = "#ffff66";
        input.dispatchEvent(new Event("input"));
        input.dispatchEvent(new Event("change"));
      });
      assert.match((await options.$eval("[name=place-light] + output", (one) => one.textContent)) ?? "", /too faint/);
      await article.waitForFunction(() => getComputedStyle(document.documentElement).getPropertyValue("--newsgloss-place") === "#ffff66", { polling: 100 });
      await options.select("[name=lang]", "es");
      await article.waitForFunction(() => document.querySelector("[data-newsgloss]")?.getAttribute("lang") === "es", { polling: 100 });
      await options.click("[name=reset]");
      await article.waitForFunction(() => (CSS.highlights.get("newsgloss-person")?.size ?? 0) > 0 && getComputedStyle(document.documentElement).getPropertyValue("--newsgloss-place") === "", { polling: 100 });
      assert.equal((await article.$$("[data-newsgloss]")).length, 1);
    });

    test("a site that is to be left alone is", async () => {
      await options.$eval("#never", (area) => {
        /** @type {HTMLTextAreaElement} */ (area).value = "http://127.0.0.1/x";
        area.dispatchEvent(new Event("change"));
      });
      await options.waitForFunction(() => document.querySelector("[role=status]")?.textContent === "Saved.");
      await article.reload();
      await driver.press(article);
      const notice = await article.waitForSelector("[data-newsgloss]");
      assert.match((await notice?.evaluate((host) => host.shadowRoot?.textContent ?? "")) ?? "", /left alone, as the options say/);
      assert.equal(await marked(article, "person"), 0);
    });
  });
}

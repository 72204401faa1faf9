// The pages that tell: welcome, opened by the browser when the extension is installed, and privacy. Looked at by axe; the sample on the
// welcome page is read by the engine.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { browserNames, launchWithExtension } from "../browser/browsers.mjs";

const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
const pictures = path.join(repository, "build/screenshots");

describe("welcome", { skip: !browserNames.includes("chromium") }, () => {
  /** @type {import("puppeteer-core").Browser} */
  let browser;
  /** @type {import("puppeteer-core").Page} */
  let page;

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    browser = await launchWithExtension(path.join(repository, "build/extension/chrome"), { welcome: true });
    const target = await browser.waitForTarget((one) => one.url().endsWith("/welcome.html"));
    page = /** @type {import("puppeteer-core").Page} */ (await target.page());
  });
  after(() => browser?.close());

  test("opens by itself, and its article is read", async () => {
    await page.waitForFunction(() => /\d+ quotes, \d+ names/.test(document.querySelector("[role=status]")?.textContent ?? ""), { timeout: 20_000, polling: 100 });
    const people = await page.evaluate(() => [...(CSS.highlights.get("newsgloss-person") ?? [])].map(String));
    assert.ok(people.includes("Samira Fathy") && people.includes("Karim Adel"), people.join());
  });

  for (const name of ["welcome", "privacy"]) {
    for (const [scheme, width] of /** @type {const} */ ([["light", 1100], ["dark", 1100], ["light", 380]])) {
      test(`${name}: axe finds nothing: ${scheme}, ${width} wide`, async () => {
        await page.setViewport({ width, height: 900 });
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        await page.goto(page.url().replace(/\w+\.html$/, `${name}.html`));
        await page.waitForSelector("h1");
        if (name === "welcome") await page.waitForFunction(() => (CSS.highlights.get("newsgloss-person")?.size ?? 0) > 0, { polling: 100 });
        await page.evaluate(axe.source);
        const found = await page.evaluate(async () => (await /** @type {any} */ (globalThis).axe.run(document)).violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes[0].html}`));
        assert.deepEqual(found, []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "no scrolling sideways");
        await page.screenshot({ path: path.join(pictures, `extension-${name}-${scheme}-${width}.png`), fullPage: true });
      });
    }
  }
});

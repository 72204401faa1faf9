// The welcome page, opened by the browser when the extension is installed: its sample is read by the engine. How it looks and in which
// languages: languages.test.mjs.

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { browserNames, launchWithExtension } from "../browser/browsers.mjs";

const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");

describe("welcome", { skip: !browserNames.includes("chromium") }, () => {
  /** @type {import("puppeteer-core").Browser} */
  let browser;
  /** @type {import("puppeteer-core").Page} */
  let page;

  before(async () => {
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
});

// The options in Chromium: what is changed there changes an annotated page that is open. How they look: languages.test.mjs.

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { browserNames, launchWithExtension } from "../browser/browsers.mjs";
import { ARTICLE, pageHtml, startSite } from "../browser/site.mjs";

const built = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../build/extension/chrome");

/** @param {import("puppeteer-core").Page} page @param {string} style */
const marked = (page, style) => page.evaluate((name) => CSS.highlights.get(name)?.size ?? 0, `newsgloss-${style}`);

describe("options", { skip: !browserNames.includes("chromium") }, () => {
  /** @type {import("puppeteer-core").Browser} */
  let browser;
  /** @type {import("../browser/site.mjs").Site} */
  let site;
  /** @type {import("puppeteer-core").Page} */
  let article;
  /** @type {import("puppeteer-core").Page} */
  let options;

  /** Presses the toolbar's button. */
  const click = async () => {
    await article.bringToFront();
    await article.triggerExtensionAction(/** @type {import("puppeteer-core").Extension} */ ([...(await browser.extensions()).values()][0]));
  };

  before(async () => {
    site = await startSite({ "/": { html: pageHtml(ARTICLE, { tag: "" }) } });
    browser = await launchWithExtension(built);
    const worker = await browser.waitForTarget((one) => one.url().endsWith("/background.js"));
    article = await browser.newPage();
    await article.goto(site.url);
    await article.bringToFront();
    await click();
    await article.waitForFunction(() => (CSS.highlights.get("newsgloss-person")?.size ?? 0) > 0, { timeout: 20_000, polling: 100 });
    options = await browser.newPage();
    await options.goto(worker.url().replace("background.js", "options.html"));
    await options.waitForSelector("[name=PERSON]");
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

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
    await article.bringToFront();
    await click();
    const notice = await article.waitForSelector("[data-newsgloss]");
    assert.match((await notice?.evaluate((host) => host.shadowRoot?.textContent ?? "")) ?? "", /left alone, as the options say/);
    assert.equal(await marked(article, "person"), 0);
  });
});

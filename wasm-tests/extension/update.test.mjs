// The extension is updated while the browser runs, with an annotated page open: settings of the version before are carried over, sites that are
// always annotated still are, nothing is opened, nothing is thrown, and the page that was annotated before is the reader's to press on.
// The version before is the present package under a lower number, with settings as that version stored them.

import assert from "node:assert/strict";
import { cp, rm } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { browserNames } from "../browser/browsers.mjs";
import { ARTICLE, pageHtml, startSite } from "../browser/site.mjs";
import { gone, highlighted, shown, start } from "./drivers.mjs";
import { FirefoxDriver } from "./firefox-driver.mjs";
import { packageWith } from "./side-panel.mjs";

const HOST = "127.0.0.1";
const PATTERN = `http://${HOST}/*`;
/** Version 1 named what is hidden, and had one colour for light and dark pages. */
const SETTINGS_1 = { version: 1, hidden: ["PERSON"], colours: { place: "#7a3e00" }, lang: "es", theme: "dark", never: ["left.example"] };

/** The options ask for a site, and the browser's question is answered. @param {FirefoxDriver} driver @param {string} host */
async function allow(driver, host) {
  const options = await driver.own("options");
  await options.waitForSelector("#always");
  await options.$eval("#always", (input, words) => void (/** @type {HTMLInputElement} */ (input).value = words), host);
  await options.click("[name=always-add]");
  await driver.answer("Allow");
  await options.close();
}

/** @param {import("puppeteer-core").Page} page @param {string} style */
const marked = (page, style) => page.evaluate((name) => CSS.highlights.get(name)?.size ?? 0, `newsgloss-${style}`);

for (const name of browserNames) {
  const kind = name === "chromium" ? "chrome" : "firefox";
  // In Chromium no driver can answer the question about a site; one that the manifest asks for is granted to what is loaded unpacked.
  const granted = name === "chromium" ? { host_permissions: [PATTERN] } : {};

  describe(name, () => {
    /** @type {import("./drivers.mjs").Driver} */
    let driver;
    /** @type {import("../browser/site.mjs").Site} */
    let site;
    /** Of the version before; then of this one. @type {string} */
    let folder;
    /** @type {string} */
    let next;
    /** Annotated before the update, and still open after it. @type {import("puppeteer-core").Page} */
    let page;
    /** What went wrong in it. @type {string[]} */
    const errors = [];

    before(async () => {
      folder = await packageWith(kind, { version: "0.0.9", ...granted });
      next = await packageWith(kind, granted);
      [driver, site] = await Promise.all([start(name, { folder }), startSite({ "/": { html: pageHtml(ARTICLE, { tag: "" }) } })]);
      await driver.inBackground((settings) => /** @type {any} */ (globalThis).chrome.storage.sync.set({ settings }), SETTINGS_1);
      page = await driver.browser.newPage();
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      if (driver instanceof FirefoxDriver) await allow(driver, HOST);
      await page.goto(`${site.url}/`);
    });
    after(async () => {
      await driver?.close();
      await site?.close();
      for (const one of [folder, next]) await rm(one, { recursive: true, force: true });
    });

    const version = () => driver.inBackground(() => /** @type {any} */ (globalThis).chrome.runtime.getManifest().version);

    test("before: the page is annotated by itself, and the settings of version 1 count", async () => {
      assert.equal(await version(), "0.0.9");
      await shown(page);
      assert.equal(await marked(page, "person"), 0);
      assert.ok((await marked(page, "place")) > 0);
    });

    test("updated, no page opens, and the settings are as they were", async () => {
      const tabs = (await driver.addresses()).length;
      await cp(next, folder, { recursive: true });
      await driver.update(folder);
      assert.notEqual(await version(), "0.0.9");
      await sleep(1000);
      assert.equal((await driver.addresses()).length, tabs, (await driver.addresses()).join());
      const options = await driver.own("options");
      await options.waitForSelector("[name=PERSON]");
      assert.deepEqual(
        await options.evaluate(() => [
          [...document.querySelectorAll("[type=checkbox]")].filter((box) => !(/** @type {HTMLInputElement} */ (box).checked)).map((box) => /** @type {HTMLInputElement} */ (box).name),
          .../** @type {HTMLInputElement[]} */ ([...document.querySelectorAll("[name=place-light], select, #never")]).map(({ value }) => value),
        ]),
        [["PERSON"], "es", "dark", "#7a3e00", "left.example"],
      );
      await options.close();
    });

    test("the page that was annotated before goes on without a word when it changes and is used", async () => {
      await page.bringToFront();
      await page.evaluate(() => {
        const more = document.createElement("p");
        more.textContent = "The Kenyan economist Samuel Wekesa said on Friday that the lake commission would need more money.";
        document.querySelector("article")?.append(more);
      });
      await page.mouse.click(200, 200);
      await sleep(1500);
      assert.deepEqual(errors, []);
      assert.deepEqual(await driver.errors(), []);
      assert.equal(await page.evaluate(() => /Extension context|invalidated/.test(`${document.body.innerText}${[...document.querySelectorAll("[data-newsgloss]")].map((one) => one.shadowRoot?.textContent).join()}`)), false);
    });

    test("pressed there, it is annotated anew, once; pressed again, nothing is left of either version", async () => {
      await page.evaluate(() => document.querySelector("[data-newsgloss]")?.setAttribute("data-before", ""));
      await driver.press(page);
      await page.waitForFunction(() => document.querySelector("[data-newsgloss]:not([data-before])") && CSS.highlights.size > 0, { timeout: 20_000, polling: 50 });
      await sleep(500);
      assert.equal((await page.$$("[data-newsgloss]")).length, 1);
      assert.ok((await highlighted(page)) > 0);
      await driver.press(page);
      await gone(page);
      assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
      assert.deepEqual(errors, []);
      assert.deepEqual(await driver.errors(), []);
    });

    test("a page that opens after it is annotated by itself, as before", async () => {
      const after = await driver.browser.newPage();
      await after.goto(`${site.url}/`);
      await shown(after);
      assert.equal(await marked(after, "person"), 0);
      await after.close();
    });
  });
}

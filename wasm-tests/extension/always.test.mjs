// "Always on this site". In Firefox the options page asks, and the browser's own question is answered with Allow and with Deny; no driver
// can answer Chromium's, so there the test's package names the site as one that it would like, and the browser's own page for extensions
// grants it and takes it away.

import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, test } from "node:test";
import { browserNames } from "../browser/browsers.mjs";
import { ARTICLE, pageHtml, startSite } from "../browser/site.mjs";
import { gone, highlighted, shown, start } from "./drivers.mjs";
import { FirefoxDriver } from "./firefox-driver.mjs";
import { packageWith } from "./side-panel.mjs";

const PAGES = {
  "/": { html: pageHtml(ARTICLE, { tag: "" }) },
  "/front": { html: pageHtml("<p>Hello.</p>", { tag: "" }) },
  "/login": { html: pageHtml(`${ARTICLE}<form><input type="password"></form>`, { tag: "" }) },
};
const HOST = "127.0.0.1";
const PATTERN = `http://${HOST}/*`;

/** Nothing appears, in the time in which an article would long be annotated. @param {import("puppeteer-core").Page} page */
const staysBare = async (page) => {
  await sleep(1500);
  assert.equal(await highlighted(page), 0);
  assert.equal(await page.$("[data-newsgloss]"), null, "no notice either");
};

for (const name of browserNames) {
  describe(name, () => {
    /** @type {import("./drivers.mjs").Driver} */
    let driver;
    /** @type {import("../browser/site.mjs").Site} */
    let site;
    /** @type {string | undefined} */
    let folder;
    /** Of the extension's options, in Firefox; the browser's page for extensions, in Chromium. @type {import("puppeteer-core").Page} */
    let settings;

    before(async () => {
      if (name === "chromium") folder = await packageWith("chrome", { host_permissions: [PATTERN] });
      [driver, site] = await Promise.all([start(name, { folder }), startSite(PAGES)]);
      if (driver instanceof FirefoxDriver) {
        settings = await driver.own("options");
      } else {
        settings = await driver.browser.newPage();
        await settings.goto("chrome://extensions");
        await developer("updateExtensionConfiguration", { extensionId: driver.id, hostAccess: "ON_SPECIFIC_SITES" });
      }
    });
    after(async () => {
      await driver?.close();
      await site?.close();
      if (folder) await rm(folder, { recursive: true, force: true });
    });

    /** What the reader does among Chromium's settings. @param {string} call @param {...unknown} given */
    const developer = (call, ...given) => settings.evaluate((how, ...rest) => /** @type {any} */ (globalThis).chrome.developerPrivate[how](...rest), call, ...given);
    /** @param {string} text */
    const add = async (text) => {
      await settings.bringToFront();
      await settings.$eval("#always", (input, words) => void (/** @type {HTMLInputElement} */ (input).value = words), text);
      await settings.click("[name=always-add]");
    };
    const allow = async () => {
      if (!(driver instanceof FirefoxDriver)) return developer("addHostPermission", driver.id, PATTERN);
      await add(HOST);
      assert.match(await driver.question(), new RegExp(HOST));
      return driver.answer("Allow");
    };
    const forget = async () => {
      if (!(driver instanceof FirefoxDriver)) return developer("removeHostPermission", driver.id, PATTERN);
      await settings.bringToFront();
      return settings.click(".sites button");
    };
    const registered = () => driver.inBackground(async () => (await /** @type {any} */ (globalThis).chrome.scripting.getRegisteredContentScripts()).flatMap((/** @type {any} */ one) => one.matches));
    /** @param {string[]} patterns */
    const registeredAre = async (patterns) => {
      for (let i = 0; i < 50 && JSON.stringify(await registered()) !== JSON.stringify(patterns); i += 1) await sleep(100);
      assert.deepEqual(await registered(), patterns);
    };
    /** @param {string} url */
    const open = async (url) => {
      const page = await driver.browser.newPage();
      await page.goto(new URL(url, site.url).href);
      await page.bringToFront();
      return page;
    };

    test("before, no page is read", async () => {
      assert.deepEqual(await registered(), []);
      const page = await open("/");
      await staysBare(page);
      await page.close();
    });

    test("the browser's question answered with Deny: it is said, and no page is read", { skip: name === "chromium" && "its question is out of reach" }, async () => {
      assert.ok(driver instanceof FirefoxDriver);
      await add(HOST);
      await driver.answer("Deny");
      await settings.waitForFunction((host) => document.querySelector("[role=status]")?.textContent === `${host}: not allowed.`, { polling: 100 }, HOST);
      assert.equal(await settings.$(".sites button"), null);
      assert.deepEqual(await registered(), []);
      const page = await open("/");
      await staysBare(page);
      await page.close();
    });

    test("allowed: the open page is annotated, and each one after; the button counts its quotes", async () => {
      const page = await open("/");
      await allow();
      await shown(page);
      await registeredAre([name === "chromium" ? PATTERN : `*://${HOST}/*`]);
      const next = await open("/");
      await shown(next);
      let text = "";
      for (let i = 0; i < 50 && !text; i += 1) {
        text = await driver.badge(next);
        await sleep(100);
      }
      assert.match(text, /^[1-9]\d*$/);
      await Promise.all([page.close(), next.close()]);
    });

    for (const url of ["/front", "/login"]) {
      test(`a page that is no article, or is left alone, is left without a word: ${url}`, async () => {
        const page = await open(url);
        await staysBare(page);
        assert.equal(await driver.badge(page), "");
        await page.close();
      });
    }

    test("a press of the button takes the marks away until the page is opened again", async () => {
      const page = await open("/");
      await shown(page);
      await driver.press(page);
      await gone(page);
      await page.reload();
      await shown(page);
      await page.close();
    });

    test("a site on both lists is left alone", async () => {
      await driver.inBackground((host) => /** @type {any} */ (globalThis).chrome.storage.sync.set({ settings: { version: 2, never: [host] } }), HOST);
      const page = await open("/");
      await staysBare(page);
      await driver.inBackground(() => /** @type {any} */ (globalThis).chrome.storage.sync.clear());
      await page.close();
    });

    test("the options list it; what the browser does not let them take away, they say", { skip: name === "firefox" && "there they may take it away" }, async () => {
      const options = await driver.own("options");
      const remove = await options.waitForSelector(".sites button");
      assert.equal(await remove?.evaluate((button) => button.ariaLabel), `Remove ${HOST}`);
      await remove?.click();
      await options.waitForFunction(() => /The browser keeps/.test(document.querySelector("[role=status]")?.textContent ?? ""), { polling: 100 });
      await options.close();
    });

    test("taken away, no page is read any more", async () => {
      await forget();
      await registeredAre([]);
      const page = await open("/");
      await staysBare(page);
      await page.close();
    });
  });
}

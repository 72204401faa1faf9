// "Always on this site". No driver can answer Chromium's question, so there the test's package names the site as one that it would like,
// and the browser's own page for extensions grants it and takes it away; in Firefox the options page asks, and the browser is set to
// say yes.

import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, test } from "node:test";
import { browserNames, launchFirefox, launchWithExtension } from "../browser/browsers.mjs";
import { ARTICLE, pageHtml, startSite } from "../browser/site.mjs";
import { packageWith } from "./side-panel.mjs";

const PAGES = {
  "/": { html: pageHtml(ARTICLE, { tag: "" }) },
  "/front": { html: pageHtml("<p>Hello.</p>", { tag: "" }) },
  "/login": { html: pageHtml(`${ARTICLE}<form><input type="password"></form>`, { tag: "" }) },
};
const HOST = "127.0.0.1";
const PATTERN = `http://${HOST}/*`;

/** @param {import("puppeteer-core").Page} page */
const marks = (page) => page.evaluate(() => [...CSS.highlights.keys()].filter((name) => name.startsWith("newsgloss")).length);
/** @param {import("puppeteer-core").Page} page */
const shown = (page) => page.waitForFunction(() => [...CSS.highlights.keys()].some((name) => name.startsWith("newsgloss")), { timeout: 20_000, polling: 100 });
/** Nothing appears, in the time in which an article would long be annotated. @param {import("puppeteer-core").Page} page */
const staysBare = async (page) => {
  await sleep(1500);
  assert.equal(await marks(page), 0);
  assert.equal(await page.$("[data-newsgloss]"), null, "no notice either");
};

describe("chromium", { skip: !browserNames.includes("chromium") }, () => {
  /** @type {import("puppeteer-core").Browser} */
  let browser;
  /** @type {import("../browser/site.mjs").Site} */
  let site;
  /** @type {import("puppeteer-core").Page} */
  let extensions;
  /** @type {string} */
  let folder;
  let id = "";

  before(async () => {
    site = await startSite(PAGES);
    folder = await packageWith("chrome", { host_permissions: [PATTERN] });
    browser = await launchWithExtension(folder);
    const target = await browser.waitForTarget((one) => one.type() === "service_worker" && one.url().endsWith("/background.js"));
    id = new URL(target.url()).hostname;
    extensions = await browser.newPage();
    await extensions.goto("chrome://extensions");
    await settings("updateExtensionConfiguration", { extensionId: id, hostAccess: "ON_SPECIFIC_SITES" });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** What the reader does among the browser's settings. @param {string} call @param {...unknown} given */
  const settings = (call, ...given) =>
    extensions.evaluate((how, ...rest) => /** @type {any} */ (globalThis).chrome.developerPrivate[how](...rest), call, ...given);
  /** @param {"addHostPermission" | "removeHostPermission"} how */
  const permission = (how) => settings(how, id, PATTERN);
  const background = async () => {
    const target = await browser.waitForTarget((one) => one.type() === "service_worker" && one.url().endsWith("/background.js"));
    return /** @type {import("puppeteer-core").WebWorker} */ (await target.worker());
  };
  const registered = async () =>
    (await background()).evaluate(async () => (await /** @type {any} */ (globalThis).chrome.scripting.getRegisteredContentScripts()).flatMap((/** @type {any} */ one) => one.matches));
  /** @param {string[]} patterns */
  const registeredAre = async (patterns) => {
    for (let i = 0; i < 50 && JSON.stringify(await registered()) !== JSON.stringify(patterns); i += 1) await sleep(100);
    assert.deepEqual(await registered(), patterns);
  };
  /** @param {string} url */
  const open = async (url) => {
    const page = await browser.newPage();
    await page.goto(new URL(url, site.url).href);
    await page.bringToFront();
    return page;
  };
  /** @param {import("puppeteer-core").Page} page */
  const badge = async (page) =>
    (await background()).evaluate(async (url) => {
      const { chrome } = /** @type {any} */ (globalThis);
      for (const { id: tabId, url: its } of await chrome.tabs.query({})) if (its === url) return chrome.action.getBadgeText({ tabId });
      return null;
    }, page.url());

  test("before, no page is read", async () => {
    assert.deepEqual(await registered(), []);
    const page = await open("/");
    await staysBare(page);
    await page.close();
  });

  test("allowed: the open page is annotated, and each one after; the button counts its quotes", async () => {
    const page = await open("/");
    await permission("addHostPermission");
    await shown(page);
    await registeredAre([PATTERN]);
    const next = await open("/");
    await shown(next);
    let text = null;
    for (let i = 0; i < 50 && !text; i += 1) {
      text = await badge(next);
      await sleep(100);
    }
    assert.match(text ?? "", /^[1-9]\d*$/);
    await Promise.all([page.close(), next.close()]);
  });

  for (const url of ["/front", "/login"]) {
    test(`a page that is no article, or is left alone, is left without a word: ${url}`, async () => {
      const page = await open(url);
      await staysBare(page);
      assert.equal(await badge(page), "");
      await page.close();
    });
  }

  test("a press of the button takes the marks away until the page is opened again", async () => {
    const page = await open("/");
    await shown(page);
    await (await background()).evaluate(async () => {
      const { chrome, newsglossToggle } = /** @type {any} */ (globalThis);
      await newsglossToggle((await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0].id);
    });
    await page.waitForFunction(() => CSS.highlights.size === 0 && !document.querySelector("[data-newsgloss]"), { polling: 100 });
    await page.reload();
    await shown(page);
    await page.close();
  });

  test("a site on both lists is left alone", async () => {
    await (await background()).evaluate((host) => /** @type {any} */ (globalThis).chrome.storage.sync.set({ settings: { version: 2, never: [host] } }), HOST);
    const page = await open("/");
    await staysBare(page);
    await (await background()).evaluate(() => /** @type {any} */ (globalThis).chrome.storage.sync.clear());
    await page.close();
  });

  test("the options list it; what the browser does not let them take away, they say", async () => {
    const options = await browser.newPage();
    await options.goto(`chrome-extension://${id}/options.html`);
    const remove = await options.waitForSelector(".sites button");
    assert.equal(await remove?.evaluate((button) => button.ariaLabel), `Remove ${HOST}`);
    await remove?.click();
    await options.waitForFunction(() => /The browser keeps/.test(document.querySelector("[role=status]")?.textContent ?? ""), { polling: 100 });
    await options.close();
  });

  test("taken away among the browser's settings, no page is read any more", async () => {
    await registeredAre([PATTERN]);
    await permission("removeHostPermission");
    await registeredAre([]);
    const page = await open("/");
    await staysBare(page);
    await page.close();
  });
});

describe("firefox", { skip: !browserNames.includes("firefox") }, () => {
  const ORIGIN = "moz-extension://6a8b2f5e-1d2c-4222-8333-444455557777";
  /** @type {import("puppeteer-core").Browser} */
  let browser;
  /** @type {import("../browser/site.mjs").Site} */
  let site;
  /** @type {string} */
  let folder;
  /** @type {import("puppeteer-core").Page} */
  let options;

  before(async () => {
    // The driver may not go to an extension's page; a page that the test's manifest allows it to may.
    folder = await packageWith("firefox", { web_accessible_resources: [{ resources: ["options.html"], matches: ["http://127.0.0.1/*"] }] });
    const preferences = { "extensions.webextensions.uuids": JSON.stringify({ "newsgloss@newsgloss.invalid": ORIGIN.split("//")[1] }), "extensions.webextOptionalPermissionPrompts": false };
    [browser, site] = await Promise.all([launchFirefox(preferences), startSite(PAGES)]);
    await browser.installExtension(folder);
    options = await browser.newPage();
    await options.goto(`${site.url}/front`);
    await options.evaluate((url) => void setTimeout(() => location.assign(url)), `${ORIGIN}/options.html#always=${HOST}`);
    for (let i = 0; i < 100 && (await options.evaluate(() => location.protocol).catch(() => "")) !== "moz-extension:"; i += 1) await sleep(100);
    await options.waitForSelector("[name=always-add]");
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("added in the options, it is annotated as it opens; removed there, no longer", async () => {
    const before = await browser.newPage();
    await before.goto(site.url);
    await staysBare(before);
    await options.bringToFront();
    assert.equal(await options.$eval("#always", (input) => /** @type {HTMLInputElement} */ (input).value), HOST);
    await options.click("[name=always-add]");
    await options.waitForSelector(".sites button");
    await shown(before);
    const page = await browser.newPage();
    await page.goto(site.url);
    await shown(page);
    for (const url of ["/front", "/login"]) {
      await page.goto(new URL(url, site.url).href);
      await staysBare(page);
    }
    await options.bringToFront();
    await options.click(".sites button");
    await options.waitForFunction(() => !document.querySelector(".sites button"));
    await page.goto(site.url);
    await staysBare(page);
  });
});

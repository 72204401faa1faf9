// The extension as it was built, in Chromium and Firefox: the toolbar's button is pressed, and pages, background and engine do the rest.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { zipOf } from "../../web/extension/zip.mjs";
import { browserNames } from "../browser/browsers.mjs";
import { ARTICLE, pageHtml, startSite } from "../browser/site.mjs";
import { gone, highlighted, shown, start } from "./drivers.mjs";
import { FirefoxDriver } from "./firefox-driver.mjs";
import { builtFor } from "./side-panel.mjs";

const pictures = path.join(import.meta.dirname, "../../build/screenshots");
const STRICT = "default-src 'none'; style-src 'self'";

/** An article that the engine is busy with for a while. */
const LONG = `<article><h1>Day of hearings</h1>${Array.from({ length: 900 }, (_, i) => `<p>On day ${i} Beatrice Nalwoga told the commission in Kampala that the ferry had carried ${i} passengers, adding that its owner, Lake Lines Ltd, had been warned by the Ministry of Works. “We saw it coming,” said Peter Odhiambo, a clerk in Kisumu.</p>`).join("")}</article>`;

const PAGES = {
  "/": { html: pageHtml(ARTICLE, { tag: "" }) },
  "/strict": { html: pageHtml(ARTICLE, { tag: "" }), policy: STRICT },
  "/long": { html: pageHtml(LONG, { tag: "" }) },
  "/rude": { html: pageHtml(`<style>* { all: unset !important; display: block !important; } body > * { opacity: 0.2 !important; } div { position: static !important; z-index: -1 !important; color: transparent !important; } .veil { position: fixed !important; inset: 0; z-index: 2147483647 !important; pointer-events: none; }</style><div class="veil"></div>${ARTICLE}`, { tag: "" }), policy: "style-src 'unsafe-inline'" },
  "/login": { html: pageHtml(`${ARTICLE}<form><input type="password"></form>`, { tag: "" }) },
  "/empty": { html: pageHtml("<p>Hello.</p>", { tag: "" }) },
};

/** In the background: until the page in front is being read; stopped before, the browser forgets the press. */
async function untilRead() {
  const { chrome } = /** @type {any} */ (globalThis);
  const [{ id }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  const phase = () =>
    new Promise((told) => {
      const port = chrome.tabs.connect(id, { name: "newsgloss:panel" });
      port.onDisconnect.addListener(() => told(chrome.runtime.lastError && null));
      port.onMessage.addListener((/** @type {any} */ { state }) => {
        port.disconnect();
        told(state.phase);
      });
    });
  for (let i = 0; i < 100 && (await phase()) !== "working"; i += 1) await new Promise((later) => setTimeout(later, 20));
}

for (const name of browserNames) {
  describe(name, () => {
    /** @type {import("./drivers.mjs").Driver} */
    let driver;
    /** @type {import("../browser/site.mjs").Site} */
    let site;

    before(async () => {
      mkdirSync(pictures, { recursive: true });
      [driver, site] = await Promise.all([start(name), startSite(PAGES)]);
    });
    after(async () => {
      await driver?.close();
      await site?.close();
    });

    /** @param {string} url */
    const open = async (url) => {
      const page = await driver.browser.newPage();
      await page.goto(new URL(url, site.url).href);
      await page.bringToFront();
      return page;
    };

    /** What the toolbar's button says beside its sign comes to be that. @param {import("puppeteer-core").Page} page @param {string} text */
    const says = async (page, text) => {
      for (let i = 0; i < 50 && (await driver.badge(page)) !== text; i += 1) await sleep(100);
      assert.equal(await driver.badge(page), text);
    };

    const closeOffscreen = () => driver.inBackground(() => /** @type {any} */ (globalThis).chrome.offscreen.closeDocument());

    for (const url of ["/", "/strict"]) {
      test(`a press shows what the engine finds, another takes it away, and the page is as it was: ${url}`, async () => {
        const page = await open(url);
        const before = await page.evaluate(() => document.body.outerHTML);
        site.requests.length = 0;
        await driver.press(page);
        await shown(page);
        assert.ok((await highlighted(page)) > 3);
        assert.ok(await page.$("[data-newsgloss]"), "the button in the corner");
        assert.deepEqual(site.requests.filter((one) => one !== "/favicon.ico"), [], "nothing is asked of the page's site");
        await says(page, "3");
        await driver.press(page);
        await gone(page);
        await says(page, "");
        assert.equal(await page.evaluate(() => document.body.outerHTML), before);
        await page.close();
      });
    }

    test("a page whose styles are rude: the button in the corner looks and works as elsewhere", async () => {
      const looks = async (/** @type {string} */ url) => {
        const page = await open(url);
        await driver.press(page);
        await shown(page);
        const seen = await page.evaluate(() => {
          const host = /** @type {Element} */ (document.querySelector("[data-newsgloss]"));
          const button = /** @type {Element} */ (host.shadowRoot?.querySelector("button"));
          const { width, height, right, bottom } = button.getBoundingClientRect();
          const { color, backgroundColor, fontSize, display } = getComputedStyle(button);
          let opacity = 1;
          for (let at = /** @type {Element | null} */ (button); at; at = at.parentElement ?? /** @type {Partial<ShadowRoot>} */ (at.getRootNode()).host ?? null) if (at !== document.documentElement && at !== document.body) opacity *= Number(getComputedStyle(at).opacity);
          return { width, height, right: innerWidth - right, bottom: innerHeight - bottom, color, backgroundColor, fontSize, display, opacity };
        });
        await page.evaluate(() => /** @type {HTMLElement | null | undefined} */ (document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector("button"))?.click());
        await page.waitForFunction(() => document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".panel"), { polling: 50 });
        await page.screenshot({ path: path.join(pictures, `extension-rude${url === "/" ? "-not" : ""}-${name}.png`) });
        await page.close();
        return seen;
      };
      assert.deepEqual(await looks("/rude"), await looks("/"));
    });

    test("pressed again or left in the middle of an article: nothing is shown there, and the next one is read", async () => {
      const page = await open("/long");
      await driver.press(page);
      await driver.press(page);
      const closed = await open("/long");
      await driver.press(closed);
      await closed.close();
      const next = await open("/");
      await driver.press(next);
      await shown(next);
      assert.equal(await highlighted(page), 0);
      assert.equal(await page.$("[data-newsgloss]"), null);
      await Promise.all([page.close(), next.close()]);
    });

    test("left and come back to out of the back/forward cache, the marks are there and can be taken away", async () => {
      const page = await open("/");
      await driver.press(page);
      await shown(page);
      await page.goto(`${site.url}/empty`);
      // Not the driver's own way back: in Firefox that waits for a page to load, and this one does not.
      await page.evaluate(() => void setTimeout(() => history.back()));
      for (let i = 0; i < 100 && (await page.evaluate(() => location.pathname).catch(() => "")) !== "/"; i += 1) await sleep(50);
      await shown(page);
      await driver.press(page);
      await gone(page);
      await page.close();
    });

    test("a press on a page that has only just come, time after time", async () => {
      for (let i = 0; i < 10; i += 1) {
        const page = await open("/login");
        await driver.press(page);
        await page.waitForSelector("[data-newsgloss]", { timeout: 5000 });
        await page.close();
      }
    });

    test("pressed in the menu of extensions, where Firefox has it at first", { skip: name === "chromium" }, async () => {
      assert.ok(driver instanceof FirefoxDriver);
      await driver.pin(false);
      try {
        const page = await open("/");
        await driver.press(page);
        await shown(page);
        await page.close();
      } finally {
        await driver.pin(true);
      }
    });

    test("an engine's document that is gone is made again", { skip: name === "firefox" && "there the background is its host" }, async () => {
      const host = await driver.browser.waitForTarget((one) => one.url().endsWith("/offscreen.html"));
      const closed = new Promise((done) => driver.browser.on("targetdestroyed", (one) => one === host && done(undefined)));
      await closeOffscreen();
      await closed;
      const page = await open("/");
      await driver.press(page);
      await shown(page);
      assert.ok((await highlighted(page)) > 3);
      await page.close();
    });

    test("a background that was stopped starts again", async () => {
      const page = await open("/");
      await driver.stopBackground();
      await driver.wakeBackground();
      await driver.press(page);
      await shown(page);
      await page.close();
    });

    const stops = [{ what: "the background", stop: () => driver.stopBackground() }];
    if (name === "chromium") stops.push({ what: "the engine's document", stop: closeOffscreen });
    for (const { what, stop } of stops) {
      test(`${what} is gone in the middle of an article: it is asked again`, async () => {
        const page = await open("/long");
        await driver.press(page);
        await driver.inBackground(untilRead);
        await sleep(100);
        await stop();
        assert.equal(await highlighted(page), 0, "too late: the article was shown already");
        await shown(page);
        assert.ok((await highlighted(page)) > 3);
        await page.close();
      });
    }

    for (const [url, words] of /** @type {const} */ ([
      ["/login", /left alone/],
      ["/empty", /no article/],
    ])) {
      test(`a page that is not read is told so, and nothing is highlighted: ${url}`, async () => {
        const page = await open(url);
        await driver.press(page);
        const notice = await page.waitForSelector("[data-newsgloss]");
        const text = await notice?.evaluate((host) => host.shadowRoot?.textContent ?? "");
        assert.match(text ?? "", words);
        assert.equal(await highlighted(page), 0);
        await page.close();
      });
    }
  });
}

describe("packages", () => {
  for (const browser of /** @type {const} */ (["chrome", "firefox"])) {
    test(`${browser}: few permissions, no remote code, the same zip twice`, async () => {
      const folder = builtFor(browser);
      const manifest = JSON.parse(await readFile(path.join(folder, "manifest.json"), "utf8"));
      assert.deepEqual(manifest.permissions, ["activeTab", "scripting", "storage", "contextMenus", ...(browser === "chrome" ? ["declarativeContent", "offscreen", "sidePanel"] : [])]);
      assert.equal(manifest.host_permissions, undefined);
      assert.equal(manifest.content_scripts, undefined);
      assert.deepEqual(manifest.optional_host_permissions, ["*://*/*"]);
      assert.doesNotMatch(manifest.content_security_policy.extension_pages, /https?:|unsafe-eval(?<!wasm-unsafe-eval)/);
      assert.deepEqual(await zipOf(folder), await readFile(path.join(folder, `../newsgloss-${browser}.zip`)));
    });
  }
});

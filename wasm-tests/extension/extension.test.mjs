// The extension, loaded into Chromium as it is and driven there: the driver presses the toolbar's button.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { zipOf } from "../../web/extension/zip.mjs";
import { browserNames, launch, launchWithExtension } from "../browser/browsers.mjs";
import { ARTICLE, pageHtml, startSite } from "../browser/site.mjs";

const built = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../build/extension");
const STRICT = "default-src 'none'; style-src 'self'";
const SITE = ["http://127.0.0.1/*"];

/** An article that the engine is busy with for a while. */
const LONG = `<article><h1>Day of hearings</h1>${Array.from({ length: 900 }, (_, i) => `<p>On day ${i} Beatrice Nalwoga told the commission in Kampala that the ferry had carried ${i} passengers, adding that its owner, Lake Lines Ltd, had been warned by the Ministry of Works. “We saw it coming,” said Peter Odhiambo, a clerk in Kisumu.</p>`).join("")}</article>`;

/** A copy of the package with more in its manifest. @param {string} browser @param {object} more */
async function packageWith(browser, more) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "newsgloss-extension-"));
  await cp(path.join(built, browser), folder, { recursive: true });
  const file = path.join(folder, "manifest.json");
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, "utf8")), ...more }));
  return folder;
}

/** @param {import("puppeteer-core").Page} page */
const shown = (page) => page.waitForFunction(() => [...CSS.highlights.keys()].some((name) => name.startsWith("newsgloss")), { timeout: 20_000 });
/** How many ranges are highlighted. @param {import("puppeteer-core").Page} page */
const highlighted = (page) =>
  page.evaluate(() => [...CSS.highlights].filter(([name]) => name.startsWith("newsgloss")).reduce((sum, [, ranges]) => sum + ranges.size, 0));

describe("chromium", { skip: !browserNames.includes("chromium") }, () => {
  /** @type {import("puppeteer-core").Browser} */
  let browser;
  /** @type {import("../browser/site.mjs").Site} */
  let site;

  before(async () => {
    site = await startSite({
      "/": { html: pageHtml(ARTICLE, { tag: "" }) },
      "/strict": { html: pageHtml(ARTICLE, { tag: "" }), policy: STRICT },
      "/long": { html: pageHtml(LONG, { tag: "" }) },
      "/rude": { html: pageHtml(`<style>* { all: unset !important; display: block !important; } body > * { opacity: 0.2 !important; } div { position: static !important; z-index: -1 !important; color: transparent !important; } .veil { position: fixed !important; inset: 0; z-index: 2147483647 !important; pointer-events: none; }</style><div class="veil"></div>${ARTICLE}`, { tag: "" }), policy: "style-src 'unsafe-inline'" },
      "/login": { html: pageHtml(`${ARTICLE}<form><input type="password"></form>`, { tag: "" }) },
      "/empty": { html: pageHtml("<p>Hello.</p>", { tag: "" }) },
    });
    browser = await launchWithExtension(path.join(built, "chrome"));
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const background = async () => {
    const target = await browser.waitForTarget((one) => one.type() === "service_worker" && one.url().endsWith("/background.js"));
    return /** @type {import("puppeteer-core").WebWorker} */ (await target.worker());
  };

  /** Presses the toolbar's button, as a reader does. @param {import("puppeteer-core").Page} page */
  const click = async (page) => page.triggerExtensionAction(/** @type {import("puppeteer-core").Extension} */ ([...(await browser.extensions()).values()][0]));

  /** @param {string} url */
  const open = async (url) => {
    const page = await browser.newPage();
    /** @type {string[]} */
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(new URL(url, site.url).href);
    await page.bringToFront();
    return { page, requests };
  };
  for (const url of ["/", "/strict"]) {
    test(`a click shows what the engine finds, another takes it away, and the page is as it was: ${url}`, async () => {
      const { page, requests } = await open(url);
      const before = await page.evaluate(() => document.body.outerHTML);
      const fetched = requests.length;
      await click(page);
      await shown(page);
      assert.ok((await highlighted(page)) > 3);
      assert.ok(await page.$("[data-newsgloss]"), "the button in the corner");
      assert.deepEqual(requests.slice(fetched), [], "no request of the page's");
      await click(page);
      await page.waitForFunction(() => CSS.highlights.size === 0 && !document.querySelector("[data-newsgloss]"));
      assert.equal(await page.evaluate(() => document.body.outerHTML), before);
      await page.close();
    });
  }

  test("a page whose styles are rude: the button in the corner looks and works as elsewhere", async () => {
    const looks = async (/** @type {string} */ url) => {
      const { page } = await open(url);
      await click(page);
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
      await page.screenshot({ path: path.join(built, `../screenshots/extension-rude${url === "/" ? "-not" : ""}.png`) });
      await page.close();
      return seen;
    };
    assert.deepEqual(await looks("/rude"), await looks("/"));
  });

  test("pressed again or left in the middle of an article: nothing is shown there, and the next one is read", async () => {
    const { page } = await open("/long");
    await click(page);
    await click(page);
    const { page: closed } = await open("/long");
    await click(closed);
    await closed.close();
    const { page: next } = await open("/");
    await click(next);
    await shown(next);
    assert.equal(await highlighted(page), 0);
    assert.equal(await page.$("[data-newsgloss]"), null);
    await Promise.all([page.close(), next.close()]);
  });

  test("left and come back to out of the back/forward cache, the marks are there and can be taken away", async () => {
    const { page } = await open("/");
    await click(page);
    await shown(page);
    await page.goto(`${site.url}/empty`);
    await page.goBack();
    await shown(page);
    await click(page);
    await page.waitForFunction(() => CSS.highlights.size === 0 && !document.querySelector("[data-newsgloss]"), { polling: 50 });
    await page.close();
  });

  test("a press on a page that has only just come, time after time", async () => {
    for (let i = 0; i < 10; i += 1) {
      const { page } = await open("/login");
      await click(page);
      await page.waitForSelector("[data-newsgloss]", { timeout: 5000 });
      await page.close();
    }
  });

  test("an engine that is gone is made again", async () => {
    const host = await browser.waitForTarget((one) => one.url().endsWith("/offscreen.html"));
    const gone = new Promise((done) => browser.on("targetdestroyed", (one) => one === host && done(undefined)));
    await (await background()).evaluate(() => /** @type {any} */ (globalThis).chrome.offscreen.closeDocument());
    await gone;
    const { page } = await open("/");
    await click(page);
    await shown(page);
    assert.ok((await highlighted(page)) > 3);
    await page.close();
  });

  test("a background that was stopped starts again", async () => {
    const { page } = await open("/");
    const worker = await background();
    const stopped = new Promise((done) => browser.on("targetdestroyed", (one) => one.type() === "service_worker" && done(undefined)));
    await worker.close();
    await stopped;
    // What the reader's click would do: the browser starts the background for it.
    const starter = await browser.newPage();
    await starter.goto(`${worker.url().replace("background.js", "offscreen.html")}`);
    await starter.evaluate(() => /** @type {any} */ (globalThis).chrome.runtime.sendMessage({ type: "wake" }).catch(() => {}));
    await background();
    await starter.close();
    await page.bringToFront();
    await click(page);
    await shown(page);
    await page.close();
  });

  for (const [what, kill] of /** @type {const} */ ([
    ["the engine's document", async () => (await background()).evaluate(() => /** @type {any} */ (globalThis).chrome.offscreen.closeDocument())],
    ["the background", async () => (await background()).close()],
  ])) {
    test(`${what} is gone in the middle of an article: it is asked again`, async () => {
      const { page } = await open("/long");
      await click(page);
      await kill();
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
      const { page } = await open(url);
      await click(page);
      const notice = await page.waitForSelector("[data-newsgloss]");
      const text = await notice?.evaluate((host) => host.shadowRoot?.textContent ?? "");
      assert.match(text ?? "", words);
      assert.equal(await highlighted(page), 0);
      await page.close();
    });
  }
});

// Firefox's driver reaches neither the button nor the background: the content script is put into the test's site by the
// manifest. Everything behind it (messages, event page, worker, painting from the extension's own world) is the real thing.
describe("firefox", { skip: !browserNames.includes("firefox") }, () => {
  for (const [name, page_] of /** @type {const} */ ([
    ["a plain page", { html: pageHtml(ARTICLE, { tag: "" }) }],
    ["a page with a strict policy", { html: pageHtml(ARTICLE, { tag: "" }), policy: STRICT }],
  ])) {
    test(`${name} is read and painted; nothing is asked of its site`, async () => {
      const folder = await packageWith("firefox", { host_permissions: SITE, content_scripts: [{ matches: SITE, js: ["content.js"] }] });
      const site = await startSite({ "/": page_ });
      const browser = await launch("firefox");
      try {
        await browser.installExtension(folder);
        const page = await browser.newPage();
        await page.goto(site.url);
        await shown(page);
        assert.ok((await highlighted(page)) > 3);
        assert.ok(await page.$("[data-newsgloss]"), "the button in the corner");
        assert.deepEqual(site.requests.filter((one) => one !== "/" && one !== "/favicon.ico"), []);
      } finally {
        await browser.close();
        await site.close();
        await rm(folder, { recursive: true, force: true });
      }
    });
  }
});

describe("packages", () => {
  for (const browser of ["chrome", "firefox"]) {
    test(`${browser}: few permissions, no remote code, the same zip twice`, async () => {
      const folder = path.join(built, browser);
      const manifest = JSON.parse(await readFile(path.join(folder, "manifest.json"), "utf8"));
      assert.deepEqual(manifest.permissions, ["activeTab", "scripting", "storage", "contextMenus", ...(browser === "chrome" ? ["declarativeContent", "offscreen", "sidePanel"] : [])]);
      assert.equal(manifest.host_permissions, undefined);
      assert.equal(manifest.content_scripts, undefined);
      assert.deepEqual(manifest.optional_host_permissions, ["*://*/*"]);
      assert.doesNotMatch(manifest.content_security_policy.extension_pages, /https?:|unsafe-eval(?<!wasm-unsafe-eval)/);
      assert.deepEqual(await zipOf(folder), await readFile(path.join(built, `newsgloss-${browser}.zip`)));
    });
  }
});

// The extension's own pages, notices and button in every language of the interface, in Chromium: chosen among the options, at once and
// everywhere; looked at by axe in light and dark and as narrow as a phone.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import axe from "axe-core";
import { MANIFEST, NOTICES, OPTIONS, PANEL, PRIVACY, WELCOME, wordsIn } from "../../web/extension/words.js";
import { messagesIn } from "../../web/ui/messages.js";
import { browserNames, launchWithExtension } from "../browser/browsers.mjs";
import { ARTICLE, pageHtml, startSite } from "../browser/site.mjs";

const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
const built = path.join(repository, "build/extension");
const pictures = path.join(repository, "build/screenshots");

const LANGUAGES = /** @type {const} */ (["en", "es", "ar"]);
const PAGES = /** @type {const} */ ({ options: OPTIONS, privacy: PRIVACY, welcome: WELCOME });
/** Names, of ours and others, keys and languages. */
const LATIN = new Set(["Newsgloss", "Chrome", "Alt+Shift+J", "English", "Espa\u00f1ol"]);
const LOOKS = /** @type {const} */ ([["light", 1000], ["dark", 1000], ["light", 380], ["dark", 380]]);

/** A text as a regular expression. @param {string} text */
const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

describe("packages", () => {
  for (const browser of ["chrome", "firefox"]) {
    for (const lang of LANGUAGES) {
      test(`${browser}: _locales/${lang} says what the catalogue says`, () => {
        const messages = JSON.parse(readFileSync(path.join(built, browser, `_locales/${lang}/messages.json`), "utf8"));
        assert.deepEqual(messages, Object.fromEntries(Object.entries(MANIFEST[lang]).map(([key, message]) => [key, { message }])));
      });
    }
  }

  test("a script has the words that it says, and no others", () => {
    /** The longest of a part that bundling leaves as it is. @param {Record<string, string>} part */
    const longest = (part) => Object.values(part).filter((text) => /^[ -~]+$/.test(text)).sort((a, b) => b.length - a.length)[0];
    const script = (/** @type {string} */ name) => readFileSync(path.join(built, `chrome/${name}.js`), "utf8");
    for (const [name, { en }] of Object.entries({ ...PAGES, "side-panel": PANEL, background: MANIFEST })) {
      assert.ok(script(name).includes(longest(en)), name);
      assert.ok(!script("content").includes(longest(en)), name);
    }
    assert.ok(script("content").includes(longest(NOTICES.en)));
  });
});

describe("chromium", { skip: !browserNames.includes("chromium") }, () => {
  /** @type {import("puppeteer-core").Browser} */
  let browser;
  /** @type {import("../browser/site.mjs").Site} */
  let site;
  /** @type {import("puppeteer-core").Extension} */
  let extension;
  /** @type {import("puppeteer-core").Page} */
  let options;
  /** @type {import("puppeteer-core").WebWorker} */
  let worker;
  let base = "";

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    site = await startSite({ "/": { html: pageHtml(ARTICLE, { tag: "" }) }, "/login": { html: pageHtml(`${ARTICLE}<form><input type="password"></form>`, { tag: "" }) }, "/empty": { html: pageHtml("<p>Hello.</p>", { tag: "" }) }, "/framed": { html: pageHtml(`${ARTICLE}<iframe src="/empty" style="width: 700px; height: 500px"></iframe>`, { tag: "" }), policy: "frame-src *; style-src 'unsafe-inline'" } });
    browser = await launchWithExtension(path.join(built, "chrome"));
    [extension] = (await browser.extensions()).values();
    base = `chrome-extension://${extension.id}/`;
    const target = await browser.waitForTarget((one) => one.url() === `${base}background.js`);
    worker = /** @type {import("puppeteer-core").WebWorker} */ (await target.worker());
    options = await open(`${base}options.html`);
    await options.waitForSelector("[name=lang]");
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  /** @param {string} url */
  async function open(url) {
    const page = await browser.newPage();
    await page.goto(url);
    await page.bringToFront();
    return page;
  }

  const activeTab = async () => /** @type {number} */ (await worker.evaluate(async () => (await /** @type {any} */ (globalThis).chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0].id));

  /** As the reader does, among the options. @param {string} lang */
  async function choose(lang) {
    await options.bringToFront();
    await options.focus("[name=lang]");
    await options.select("[name=lang]", lang);
    await options.waitForFunction((wanted) => document.documentElement.lang === wanted, { polling: 50 }, lang);
  }

  /** Language and direction of a page, and every text that it shows or is read out of it, but the article. @param {import("puppeteer-core").Page} page */
  const saidBy = (page) =>
    page.evaluate(() => {
      const told = [document.title];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) if (!texts.currentNode.parentElement?.closest("article")) told.push(texts.currentNode.nodeValue ?? "");
      for (const element of document.querySelectorAll("*")) told.push(element.ariaLabel ?? "", element.getAttribute("title") ?? "");
      const { lang, dir } = document.documentElement;
      return { lang, dir, text: told.join("\n") };
    });

  for (const lang of LANGUAGES) {
    for (const [name, catalogues] of Object.entries(PAGES)) {
      test(`${lang}, ${name}: the language and its direction, no word in English, nothing for axe, nothing to scroll sideways`, async () => {
        await choose(lang);
        const page = await open(`${base}${name}.html`);
        await page.waitForSelector("h1");
        if (name === "welcome") await page.waitForFunction(() => CSS.highlights.size > 0 && /\d|[\u0660-\u0669]/.test(document.querySelector("[role=status]")?.textContent ?? ""), { timeout: 20_000, polling: 100 });
        const said = await saidBy(page);
        assert.equal(said.lang, lang);
        assert.equal(said.dir, lang === "ar" ? "rtl" : "ltr");
        /** @type {Record<string, string>} */
        const own = catalogues[lang];
        assert.equal(await page.title(), own.title);
        const english = Object.entries(/** @type {Record<string, string>} */ (catalogues.en)).filter(([key, text]) => own[key] !== text);
        for (const [key, text] of lang === "en" ? [] : english) {
          for (const piece of text.split(/\{\w+\}/).map((one) => one.trim())) {
            if (/[a-z]{3}/i.test(piece)) assert.ok(!new RegExp(`(?<!\\p{L})${literally(piece)}(?!\\p{L})`, "u").test(said.text), `${key}: ${piece}`);
          }
        }
        // What was never in a catalogue would show in another script.
        if (lang === "ar") assert.deepEqual(said.text.match(/[\p{Script=Latin}+]{2,}/gu)?.filter((word) => !LATIN.has(word)) ?? [], []);
        for (const [scheme, width] of LOOKS) {
          await page.setViewport({ width, height: 900 });
          await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
          await page.evaluate(axe.source);
          const found = await page.evaluate(async () => (await /** @type {any} */ (globalThis).axe.run(document)).violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes[0].html}`));
          assert.deepEqual(found, [], `${scheme}, ${width}`);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `nothing sideways at ${width}`);
          await page.screenshot({ path: path.join(pictures, `extension-${name}-${lang}-${scheme}-${width}.png`), fullPage: true });
        }
        await page.close();
      });
    }
  }

  test("chosen among the options, a language is that of every page that is open, of card, panel and button, at once", async () => {
    await choose("en");
    const privacy = await open(`${base}privacy.html`);
    const article = await open(site.url);
    await article.triggerExtensionAction(extension);
    await article.waitForFunction(() => (CSS.highlights.get("newsgloss-person")?.size ?? 0) > 0, { timeout: 20_000, polling: 100 });
    await options.type("#always", "half.exam");
    for (const lang of /** @type {const} */ (["ar", "es"])) {
      const messages = await messagesIn(lang);
      const words = wordsIn(OPTIONS, lang);
      await choose(lang);
      await options.waitForFunction((text) => document.querySelector("[role=status]")?.textContent === text, { polling: 50 }, words("saved"));
      assert.equal(await options.$eval("h1", (one) => one.textContent), words("title"));
      assert.equal(await options.evaluate(() => /** @type {HTMLSelectElement} */ (document.activeElement).name), "lang", "the keyboard stays where it was");
      assert.equal(await options.$eval("#always", (one) => /** @type {HTMLInputElement} */ (one).value), "half.exam", "and what was being written");
      await privacy.waitForFunction((text) => document.querySelector("h1")?.textContent === text, { polling: 50 }, PRIVACY[lang].heading);

      await article.bringToFront();
      await article.waitForFunction((wanted) => document.querySelector("[data-newsgloss]")?.getAttribute("lang") === wanted, { polling: 50 }, lang);
      assert.equal(await article.$eval("[data-newsgloss]", (host) => getComputedStyle(host).direction), messages.dir);
      await article.evaluate(() => /** @type {HTMLElement | null | undefined} */ (document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector("button"))?.click());
      const panel = await article.waitForFunction(() => document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".panel")?.textContent, { polling: 50 });
      assert.ok(String(await panel.jsonValue()).includes(messages.text("panel")));
      const apart = await article.evaluate((said) => {
        const root = document.querySelector("[data-newsgloss]")?.shadowRoot;
        const tabs = /** @type {HTMLElement[]} */ ([...(root?.querySelectorAll("[role=tab]") ?? [])]);
        tabs.find((tab) => tab.textContent?.includes(said))?.click();
        const [name, bar] = [".voices-picture th button", ".bar"].map((one) => /** @type {Element} */ (root?.querySelector(one)).getBoundingClientRect());
        return Math.max(name.left - bar.right, bar.left - name.right);
      }, messages.text("tab.said"));
      assert.ok(apart >= 8, `a speaker's name is ${apart} px from its bar`);
      await article.keyboard.press("Escape");
      const { x, y } = await article.evaluate(() => {
        const [range] = /** @type {Highlight} */ (CSS.highlights.get("newsgloss-person"));
        /** @type {Range} */ (range).startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
        const box = /** @type {Range} */ (range).getBoundingClientRect();
        return { x: box.x + 5, y: box.y + 5 };
      });
      await article.mouse.click(x, y);
      const card = await article.waitForFunction(() => document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".card:not([hidden])")?.textContent, { polling: 50 });
      assert.ok(String(await card.jsonValue()).includes(messages.type("PERSON")));
      assert.equal(await worker.evaluate(() => /** @type {any} */ (globalThis).chrome.action.getTitle({})), MANIFEST[lang].action);
    }
    await Promise.all([privacy.close(), article.close()]);
  });

  test("a page that is not read is told so in the reader's language, by notice and by the button's title", async () => {
    await choose("ar");
    for (const [url, why] of /** @type {const} */ ([["/login", "sensitive"], ["/empty", "noArticle"]])) {
      const page = await open(`${site.url}${url}`);
      await page.triggerExtensionAction(extension);
      const host = await page.waitForSelector("[data-newsgloss]");
      assert.ok((await host?.evaluate((one) => one.shadowRoot?.textContent ?? ""))?.includes(NOTICES.ar[why]));
      assert.deepEqual(await host?.evaluate((one) => [one.getAttribute("lang"), getComputedStyle(one).direction]), ["ar", "rtl"]);
      await page.screenshot({ path: path.join(pictures, `extension-notice-${why}-ar.png`) });
      await page.close();
    }
    const closed = await open("chrome://version");
    const title = await worker.evaluate(async () => {
      const { chrome, newsglossToggle } = /** @type {any} */ (globalThis);
      const [{ id }] = await chrome.tabs.query({ active: true });
      await newsglossToggle(id);
      return chrome.action.getTitle({ tabId: id });
    });
    assert.equal(title, NOTICES.ar.unreadable);
    await closed.close();
  });

  test("tabs whose button has said something, and the menu of frames, are in the next language too", async () => {
    await choose("en");
    const read = await open(site.url);
    await read.triggerExtensionAction(extension);
    await read.waitForFunction(() => (CSS.highlights.get("newsgloss-person")?.size ?? 0) > 0, { timeout: 20_000, polling: 100 });
    const readId = await activeTab();
    // Marked no more: nothing in the page tells the button anything.
    await read.triggerExtensionAction(extension);
    await read.waitForFunction(() => CSS.highlights.size === 0, { polling: 50 });
    const closed = await open("chrome://version");
    const closedId = await activeTab();
    await worker.evaluate((id) => /** @type {any} */ (globalThis).newsglossToggle(id), closedId);
    const titles = () => worker.evaluate((...ids) => Promise.all(ids.map((tabId) => /** @type {any} */ (globalThis).chrome.action.getTitle({ tabId }))), readId, closedId);
    assert.deepEqual(await titles(), [MANIFEST.en.action, NOTICES.en.unreadable]);
    await worker.evaluate(() => {
      const { contextMenus } = /** @type {any} */ (globalThis).chrome;
      const update = contextMenus.update.bind(contextMenus);
      contextMenus.update = async (/** @type {string} */ item, /** @type {{ title: string }} */ what) => {
        await update(item, what); // fails where there is none
        Object.assign(globalThis, { renamed: what.title });
      };
    });
    for (const lang of /** @type {const} */ (["ar", "es", "en"])) {
      await choose(lang);
      const wanted = { titles: [MANIFEST[lang].action, NOTICES[lang].unreadable], menu: NOTICES[lang].frame };
      const now = async () => ({ titles: await titles(), menu: await worker.evaluate(() => /** @type {any} */ (globalThis).renamed) });
      for (let i = 0; i < 60 && !isDeepStrictEqual(await now(), wanted); i += 1) await new Promise((later) => setTimeout(later, 50));
      assert.deepEqual(await now(), wanted);
    }
    await Promise.all([read.close(), closed.close()]);
  });

  test("a frame without an article says so in the reader's language", async () => {
    await choose("ar");
    const page = await open(`${site.url}/framed`);
    await page.triggerExtensionAction(extension);
    await page.waitForFunction(() => CSS.highlights.size > 0, { timeout: 20_000, polling: 100 });
    await worker.evaluate(
      async (tabId, pageUrl, frameUrl) => {
        const { chrome, newsglossToggleFrame } = /** @type {any} */ (globalThis);
        const documents = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => location.pathname });
        const { frameId } = documents.find((/** @type {any} */ one) => one.result === "/empty");
        await newsglossToggleFrame({ frameId, frameUrl, pageUrl }, { id: tabId });
      },
      await activeTab(),
      page.url(),
      `${site.url}/empty`,
    );
    const host = await page.frames()[1].waitForSelector("[data-newsgloss]");
    assert.ok((await host?.evaluate((one) => one.shadowRoot?.textContent ?? ""))?.includes(NOTICES.ar.noArticleInFrame));
    await page.close();
  });

  test("reset, the language is the browser's again", async () => {
    await choose("ar");
    await options.click("[name=reset]");
    await options.waitForFunction(() => document.documentElement.lang === "en" && document.documentElement.dir === "ltr", { polling: 50 });
    await options.waitForFunction((text) => document.querySelector("[role=status]")?.textContent === text, { polling: 50 }, OPTIONS.en.resetDone);
    assert.equal(await options.$eval("[name=lang]", (one) => /** @type {HTMLSelectElement} */ (one).value), "auto");
  });
});

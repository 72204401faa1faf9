// The button's lit icon, in Chromium: the rules that the browser is given, and which pages they match. What the toolbar shows no driver
// sees. So a copy of the package gets, besides, rules of the very same conditions that put a mark into the page, which need leave for
// it; a page is lit where the first rule matches and the second, of higher priority, does not.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, test } from "node:test";
import { conditionsOf } from "../../web/extension/hint.js";
import { isSensitiveHost } from "../../web/extension/sensitive.js";
import { defaults } from "../../web/extension/settings.js";
import { browserNames, launchWithExtension } from "../browser/browsers.mjs";
import { ARTICLE, pageHtml, startSite } from "../browser/site.mjs";
import { FRONTS } from "./fronts.mjs";
import { packageWith } from "./side-panel.mjs";

const fixtures = new URL("../../web/tests/pages/", import.meta.url);
const FIXTURES = readdirSync(fixtures).filter((name) => name.endsWith(".html"));
const policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'";
/** @param {string} more */
const article = (more) => ({ html: pageHtml(`${ARTICLE}${more}`, { tag: "" }), policy });

/** @type {Record<string, import("../browser/site.mjs").Page>} */
const PAGES = {
  "/article": article(""),
  "/password": article('<form><input type="password"></form>'),
  "/card": article('<form><input autocomplete="cc-number"></form>'),
  "/code": article('<form><input autocomplete="one-time-code"></form>'),
  "/unseen": article('<form style="display: none"><input type="password"></form>'),
  "/inside": article('<iframe src="/form"></iframe>'),
  "/form": { html: pageHtml('<form><input type="password"></form>', { tag: "" }), policy },
  "/bare": { html: pageHtml("<p>Hello.</p>", { tag: "" }), policy },
  "/hidden": { html: pageHtml(`<div style="display: none">${ARTICLE}</div><h1>Site</h1>`, { tag: "" }), policy },
  ...Object.fromEntries(FRONTS.map(({ html }, index) => [`/front-${index}`, { html: pageHtml(html, { tag: "" }), policy }])),
  ...Object.fromEntries(FIXTURES.map((name) => [`/fixture/${name}`, { html: readFileSync(new URL(name, fixtures), "utf8"), policy }])),
};
/** No .bank, whose pages browsers open over TLS alone. */
const HOSTS = ["news.example.org", "mail.example.org", "webmail2.uni.example.org", "online-banking.some.example.org", "login.paper.example.org", "www.bbva.com", "dailymail.example.org", "mail.example", "mybbva.com"];

describe("chromium", { skip: !browserNames.includes("chromium") }, () => {
  /** @type {import("puppeteer-core").Browser} */
  let browser;
  /** @type {import("../browser/site.mjs").Site} */
  let site;
  /** @type {string} */
  let folder;
  /** @type {import("puppeteer-core").Page} */
  let page;

  before(async () => {
    site = await startSite(PAGES);
    folder = await packageWith("chrome", { host_permissions: ["*://*/*"] });
    for (const id of ["lit", "plain"]) await writeFile(path.join(folder, `${id}.js`), `document.documentElement.dataset.${id} = "";`);
    browser = await launchWithExtension(folder, { args: ["--host-resolver-rules=MAP * 127.0.0.1"] });
    page = await browser.newPage();
    for (let i = 0; i < 100 && (await rules()).length < 2; i += 1) await sleep(50);
    await marked();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const background = async () => {
    const target = await browser.waitForTarget((one) => one.type() === "service_worker" && one.url().endsWith("/background.js"));
    return /** @type {import("puppeteer-core").WebWorker} */ (await target.worker());
  };
  /** The package's own, without their pictures' pixels. @returns {Promise<{ id: string, priority: number, conditions: any[], actions: any[] }[]>} */
  const rules = async () =>
    (await background()).evaluate(async () => {
      const found = await new Promise((done) => /** @type {any} */ (globalThis).chrome.declarativeContent.onPageChanged.getRules(["lit", "plain"], done));
      return found.map((/** @type {any} */ { id, priority, conditions, actions }) => ({ id, priority, conditions, actions: actions.map((/** @type {any} */ one) => [one.instanceType, Object.keys(one.imageData)]) }));
    });
  /** Rules of the same conditions, whose effect is seen in the page. */
  const marked = async () =>
    (await background()).evaluate(async () => {
      const { onPageChanged, PageStateMatcher, RequestContentScript } = /** @type {any} */ (globalThis).chrome.declarativeContent;
      const found = await new Promise((done) => onPageChanged.getRules(["lit", "plain"], done));
      const copies = found.map((/** @type {any} */ { id, conditions }) => ({ id: `seen-${id}`, conditions: conditions.map((/** @type {any} */ { instanceType, ...one }) => new PageStateMatcher(one)), actions: [new RequestContentScript({ js: [`${id}.js`] })] }));
      await new Promise((done) => onPageChanged.addRules(copies, done));
    });

  /** @param {string} url */
  const isLit = async (url) => {
    await page.goto(url, { waitUntil: "load" });
    /** @returns {Promise<{ lit: boolean, plain: boolean }>} */
    const now = () => page.evaluate(() => ({ lit: "lit" in document.documentElement.dataset, plain: "plain" in document.documentElement.dataset }));
    // The browser compares a while after the page has come; as long as nothing is there, it is waited for.
    let seen = await now();
    for (let i = 0; i < 10 && !seen.plain; i += 1, seen = await now()) await sleep(seen.lit ? 40 : 80);
    return seen.lit && !seen.plain;
  };
  /** @param {string} url */
  const here = (url) => isLit(`${site.url}${url}`);

  test("the browser has the two rules, the plain one before the lit one, each with its pixels", async () => {
    const [lit, plain] = (await rules()).sort((a, b) => a.priority - b.priority);
    assert.deepEqual([lit.id, plain.id], ["lit", "plain"]);
    assert.ok(plain.priority > lit.priority);
    for (const { actions } of [lit, plain]) assert.deepEqual(actions, [["declarativeContent.SetIcon", ["16", "32"]]]);
    const wanted = conditionsOf(defaults());
    assert.equal(lit.conditions.length, wanted.lit.length);
    assert.equal(plain.conditions.length, wanted.plain.length);
    assert.ok(plain.conditions.some(({ pageUrl }) => pageUrl?.hostSuffix === ".bank"));
  });

  for (const [url, expected] of /** @type {const} */ ([
    ["/article", true],
    ["/unseen", true],
    ["/password", false],
    ["/card", false],
    ["/code", false],
    ["/inside", false],
    ["/bare", false],
    ["/hidden", false],
  ])) {
    test(`${expected ? "lit" : "plain"}: ${url}`, async () => assert.equal(await here(url), expected));
  }

  test("plain on just those hosts that are left alone", { timeout: 60_000 }, async () => {
    for (const host of HOSTS) assert.equal(await isLit(`${site.url.replace("127.0.0.1", host)}/article`), !isSensitiveHost(host), host);
  });

  test("plain on a site that the options leave alone, and those below it, as soon as they say so", async () => {
    await (await background()).evaluate(() => /** @type {any} */ (globalThis).chrome.storage.sync.set({ settings: { version: 2, never: ["example.org"] } }));
    for (let i = 0; i < 100 && !(await rules()).some(({ conditions }) => conditions.some(({ pageUrl }) => pageUrl?.hostSuffix === ".example.org")); i += 1) await sleep(50);
    await marked();
    const at = (/** @type {string} */ host) => isLit(`${site.url.replace("127.0.0.1", host)}/article`);
    assert.deepEqual([await at("news.example.org"), await at("example.org"), await at("other-example.org")], [false, false, true]);
    await (await background()).evaluate(() => /** @type {any} */ (globalThis).chrome.storage.sync.clear());
    for (let i = 0; i < 100 && (await rules()).some(({ conditions }) => conditions.some(({ pageUrl }) => pageUrl?.hostSuffix === ".example.org")); i += 1) await sleep(50);
    await marked();
    assert.equal(await at("news.example.org"), true);
  });

  test("what it gets wrong is known: articles of the fixtures, and front pages", { timeout: 120_000 }, async () => {
    const dark = [];
    const falsely = [];
    for (const name of FIXTURES) {
      const lit = await here(`/fixture/${name}`);
      if (name.startsWith("no-article")) lit && falsely.push(name);
      else if (!lit) dark.push(name.slice(0, -5));
    }
    for (const [index, { name }] of FRONTS.entries()) if (await here(`/front-${index}`)) falsely.push(name);
    assert.deepEqual(dark, ["article-in-a-form", "divs-and-line-breaks", "infinite-scroll-of-articles", "live-blog"]);
    assert.deepEqual(falsely, ["a list, an article without a class in each item", "one leading article, then links", "a blog's front with whole entries"]);
  });
});

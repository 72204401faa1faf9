// The side panel: it is about the tab in front, says why where there is nothing to list, leads to the article and follows what is
// looked at there, hands over who said what in five formats and on paper; by keyboard alone; axe finds nothing. In Chromium it is the
// real side panel of the unchanged package, and the toolbar's button is really pressed; in Firefox the sidebar's document in a tab.

import assert from "node:assert/strict";
import { readFile, rm, mkdtemp, readdir } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { browserNames, launchFirefox, launchWithExtension } from "../browser/browsers.mjs";
import { ARTICLE, pageHtml, startSite } from "../browser/site.mjs";
import { SidePanelPage, openSidePanel, packageWith } from "./side-panel.mjs";

const built = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../build/extension");
const SITE = ["http://127.0.0.1/*"];

const OTHER = `<article><h1>Harbour tolls rise in Mombasa</h1>
<p>Mombasa Mayor Yusuf Khatib said the port would raise its tolls by a tenth from next month, at a meeting of the harbour board on Monday.</p>
<p>&ldquo;We have waited four years, and the cranes have not waited with us,&rdquo; Khatib told the board.</p>
<p>Board member Grace Atieno said small boats would pay nothing until the new year begins.</p></article>`;
const SPANISH = `<article><h1>El r\u00edo baja</h1>${"<p>El agua del r\u00edo ha bajado en las \u00faltimas semanas, seg\u00fan dijo la alcaldesa, y los vecinos de las islas pueden volver a sus casas con sus animales.</p>".repeat(4)}</article>`;
const PAGES = {
  "/": { html: pageHtml(ARTICLE, { tag: "" }) },
  "/other": { html: pageHtml(OTHER, { tag: "" }) },
  "/strict": { html: pageHtml(ARTICLE, { tag: "" }), policy: "default-src 'none'" },
  "/login": { html: pageHtml(`${ARTICLE}<form><input type="password"></form>`, { tag: "" }) },
  "/empty": { html: pageHtml("<p>Hello.</p>", { tag: "" }) },
  "/spanish": { html: pageHtml(SPANISH, { tag: "", lang: "es" }) },
};

const FORMATS = ["Plain text", "Markdown", "CSV table", "JSON", "Web Annotations"];
/** @param {import("puppeteer-core").Page} page */
const cardSays = (page) => page.evaluate(() => /** @type {HTMLElement | null | undefined} */ (document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".card"))?.innerText ?? "");

describe("chromium", { skip: !browserNames.includes("chromium") }, () => {
  /** @type {import("puppeteer-core").Browser} */
  let browser;
  /** @type {import("../browser/site.mjs").Site} */
  let site;
  /** @type {Awaited<ReturnType<typeof openSidePanel>>} */
  let opened;
  /** @type {SidePanelPage} */
  let side;

  before(async () => {
    [browser, site] = await Promise.all([launchWithExtension(path.join(built, "chrome")), startSite(PAGES)]);
    opened = await openSidePanel(browser);
    side = new SidePanelPage(opened.page);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  /** @param {string} url */
  const open = async (url) => {
    const page = await browser.newPage();
    await page.setViewport(null);
    await page.goto(new URL(url, site.url).href);
    await page.bringToFront();
    // Pressed within a few milliseconds of the page's loading, as no reader can, the button does nothing.
    await sleep(400);
    return page;
  };
  /** The toolbar's button, pressed on a page. @param {import("puppeteer-core").Page} page */
  const press = (page) => page.triggerExtensionAction(opened.extension);
  /** @param {string} url */
  const annotated = async (url) => {
    const page = await open(url);
    await side.says(/Press the Newsgloss button/);
    await press(page);
    await side.says(/In this article/);
    return page;
  };

  test("says what to press; a press lists the article, another takes it away, and its own button brings it back, by keyboard", async () => {
    const page = await open("/");
    await side.says(/Press the Newsgloss button\s+It is in the browser/);
    await side.picture("press");
    await press(page);
    const text = await side.says(/In this article/);
    assert.match(text, /Who said what\s+3/);
    assert.match(text, /Beatrice Nalwoga/);
    assert.equal(await page.evaluate(() => CSS.highlights.size > 0), true);
    await press(page);
    await side.says(/Nothing is annotated here yet[^]*Annotate this page/);
    assert.deepEqual(await side.texts(".export"), []);
    await side.picture("absent");
    await side.page.bringToFront();
    await side.press("Tab");
    assert.equal(await side.focused(), "Annotate this page");
    await side.press("Enter");
    await side.says(/In this article/);
    assert.match((await side.focused()) ?? "", /^Who said what/, "the keyboard is in the list");
    assert.deepEqual(side.errors, []);
    await page.close();
  });

  test("follows the tab in front, and a tab to its next page and back", async () => {
    const first = await annotated("/");
    await side.says(/Beatrice Nalwoga/);
    const second = await annotated("/other");
    const text = await side.says(/Yusuf Khatib/);
    assert.doesNotMatch(text, /Nalwoga/);
    await first.bringToFront();
    assert.doesNotMatch(await side.says(/Beatrice Nalwoga/), /Khatib/);
    await second.bringToFront();
    await side.says(/Yusuf Khatib/);
    await second.goto(`${site.url}/empty`);
    await side.says(/Annotate this page|Press the Newsgloss button/);
    await second.goBack();
    // Out of the back/forward cache with its marks, or loaded anew without.
    await side.says((await second.evaluate(() => CSS.highlights.size > 0)) ? /Yusuf Khatib/ : /Annotate this page|Press the Newsgloss button/);
    await second.goto("chrome://version");
    await side.says(/This page cannot be read/);
    await second.close();
    await first.bringToFront();
    await side.says(/Beatrice Nalwoga/);
    assert.deepEqual(side.errors, []);
    await first.close();
  });

  for (const [url, words, button] of /** @type {const} */ ([
    ["/login", /This page is left alone/, false],
    ["/empty", /No article on this page/, true],
    ["/spanish", /Not in English/, false],
  ])) {
    test(`says why there is nothing: ${url}`, async () => {
      const page = await open(url);
      await side.says(/Press the Newsgloss button/);
      await press(page);
      const text = await side.says(words);
      assert.equal(text.includes("Try again"), button);
      assert.deepEqual(await side.texts(".export"), [], "nothing to export");
      await page.close();
    });
  }

  test("a click in the list shows the place in the article; what is looked at there is marked in the list", async () => {
    const page = await annotated("/strict");
    const current = () => side.texts("[aria-current]");
    await side.click(".passage", "We share one lake");
    await page.waitForFunction(() => document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".card")?.checkVisibility());
    assert.match(await cardSays(page), /Beatrice Nalwoga/);
    assert.match((await current()).join(), /^\u201cWe share one lake[^]*$/);
    // A click in the article, on the words of another quote; beside the panel the window is narrow, and the card would lie over them.
    await page.bringToFront();
    await page.keyboard.press("Escape");
    await side.page.waitForFunction(() => !document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector("[aria-current]"));
    const at = await page.evaluate(() => {
      const text = [...document.querySelectorAll("article p")].find((p) => p.textContent?.includes("She said the countries"));
      const range = document.createRange();
      const words = /** @type {Text} */ (text?.firstChild);
      range.setStart(words, words.data.indexOf("meet again"));
      range.setEnd(words, words.data.indexOf("meet again") + 4);
      words.parentElement?.scrollIntoView({ block: "center" });
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.click(at.x, at.y);
    await side.page.waitForFunction(() => /meet again/.test(document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector("[aria-current]")?.textContent ?? ""));
    await page.keyboard.press("Escape");
    await side.page.waitForFunction(() => !document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector("[aria-current]"));
    await page.close();
  });

  test("an article that goes on changing: the list follows, and keeps its tab", async () => {
    const page = await annotated("/");
    await side.click("#tab-names");
    await page.evaluate(() => {
      const more = document.createElement("p");
      more.textContent = "The Kenyan economist Samuel Wekesa said on Friday that the lake commission would need more money.";
      document.querySelector("article")?.append(more);
    });
    await side.says(/Samuel Wekesa/);
    assert.deepEqual(await side.texts('[role="tab"][aria-selected="true"] .label'), ["People & organisations"]);
    await page.close();
  });

  test("exports: copied to the clipboard, said aloud, and the same as saved", async () => {
    const page = await annotated("/");
    const folder = await mkdtemp(path.join(os.tmpdir(), "newsgloss-saved-"));
    try {
      await browser.defaultBrowserContext().overridePermissions(opened.base, ["clipboard-read"]);
      const session = await browser.target().createCDPSession();
      await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder, eventsEnabled: true });
      /** @type {Record<string, string>} */
      const copied = {};
      await side.click(".opener");
      for (const format of FORMATS) {
        await side.page.bringToFront();
        await side.click(".action", `Copy as ${format}`);
        await side.page.waitForFunction((said) => document.querySelector("[role=status]")?.textContent === said, {}, `Copied as ${format}`);
        copied[format] = await side.page.evaluate(() => navigator.clipboard.readText());
        await side.click(".action", `Save as ${format}`);
        await side.page.waitForFunction(() => document.querySelector("[role=status]")?.textContent?.startsWith("Saved: "));
      }
      await side.picture("export-done");
      assert.match(copied["Plain text"], /^Lake Victoria forum closes in Kisumu\n[^]*\nBeatrice Nalwoga, chairperson[^]*- \u201cWe share one lake/);
      assert.match(copied.Markdown, /^# Lake Victoria forum closes in Kisumu\n\n[^]*<http:\/\/127[^]*## Peter Rono\n\n/);
      assert.match(copied["CSV table"], /^article,published,block,kind,speaker[^]*,direct,Beatrice Nalwoga,/);
      assert.equal(JSON.parse(copied.JSON).schema, "newsgloss/1");
      const collection = JSON.parse(copied["Web Annotations"]);
      assert.equal(collection.type, "AnnotationCollection");
      assert.equal(collection.first.items[0].target.source, `${site.url}/`);
      for (let i = 0; i < 50 && (await readdir(folder)).filter((file) => !file.endsWith(".crdownload")).length < FORMATS.length; i += 1) await sleep(100);
      const stem = "lake-victoria-forum-closes-in-kisumu";
      for (const [format, suffix] of /** @type {const} */ ([["Plain text", "txt"], ["Markdown", "md"], ["CSV table", "csv"], ["JSON", "json"], ["Web Annotations", "jsonld"]])) {
        const saved = await readFile(path.join(folder, `${stem}.${suffix}`), "utf8");
        assert.equal(saved, format === "CSV table" ? `\uFEFF${copied[format]}` : copied[format], format);
      }
      assert.deepEqual(side.errors, []);
    } finally {
      await side.press("Escape");
      await rm(folder, { recursive: true, force: true });
      await page.close();
    }
  });

  test("where the clipboard is refused altogether, it is said, and nothing is called copied", async () => {
    const page = await annotated("/");
    await side.page.reload();
    await side.says(/In this article/);
    await side.page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
      document.execCommand = () => false;
    });
    await side.click(".opener");
    await side.click(".action", "Copy as Markdown");
    await side.page.waitForFunction(() => document.querySelector("[role=status]")?.textContent === "The browser did not allow copying; save it instead");
    assert.equal((await side.texts('.action.done[aria-label="Copy as Markdown"]')).length, 0);
    await side.page.reload();
    await side.says(/In this article/);
    await page.close();
  });

  test("prints a list of its own: who said what and the names, in a tab; without the article it says so", async () => {
    const page = await annotated("/");
    const target = new Promise((done) => browser.once("targetcreated", done));
    await side.click(".opener");
    await side.click(".wide", "Print a list");
    const list = /** @type {import("puppeteer-core").Page} */ (await /** @type {import("puppeteer-core").Target} */ (await target).page());
    await list.waitForSelector("main h1");
    const text = await list.evaluate(() => document.querySelector("main")?.innerText ?? "");
    assert.match(text, /^Lake Victoria forum closes in Kisumu[^]*Who said what[^]*Beatrice Nalwoga\s+chairperson[^]*\u201cWe share one lake[^]*People[^]*Check against the article/);
    assert.equal(await list.title(), "Lake Victoria forum closes in Kisumu");
    const printed = new SidePanelPage(list);
    assert.deepEqual(await printed.violations(), []);
    await list.setViewport({ width: 800, height: 1000 });
    await printed.picture("print-list");
    await list.emulateMediaType("print");
    assert.equal(await list.evaluate(() => document.querySelector("header")?.checkVisibility()), false);
    await printed.picture("print-paper");
    await list.emulateMediaType();
    await page.close();
    await list.reload();
    await printed.says(/The article is no longer open/);
    await list.close();
  });

  test("by keyboard alone: export, tabs, list, place; Escape leads back", async () => {
    const page = await annotated("/");
    await side.page.reload();
    await side.says(/In this article/);
    await side.page.bringToFront();
    await side.press("Tab");
    assert.equal(await side.focused(), "Export");
    await side.press("Enter");
    assert.equal(await side.focused(), "Copy as Plain text");
    await side.press("ArrowDown", "ArrowRight");
    assert.equal(await side.focused(), "Save as Markdown");
    await side.press("ArrowLeft", "End");
    assert.equal(await side.focused(), "Copy as Web Annotations");
    await side.press("ArrowUp", "ArrowUp");
    assert.equal(await side.focused(), "Print a list\u2026");
    await side.press("Home", "Enter");
    await side.page.waitForFunction(() => document.querySelector("[role=status]")?.textContent === "Copied as Plain text");
    await side.press("Escape");
    assert.equal(await side.focused(), "Export");
    assert.equal((await side.texts(".menu")).length, 0);
    await side.press("ArrowDown");
    assert.equal(await side.focused(), "Copy as Plain text");
    await side.press("Escape", "Tab");
    assert.match((await side.focused()) ?? "", /^Who said what/);
    await side.press("ArrowRight");
    assert.match((await side.focused()) ?? "", /^Places & dates/);
    await side.press("ArrowLeft", "ArrowDown", "ArrowDown");
    await side.press("End", "Enter");
    await page.waitForFunction(() => document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".card")?.checkVisibility());
    assert.deepEqual(side.errors, []);
    await page.close();
  });

  for (const [name, width, dark] of /** @type {const} */ ([["light", 0, false], ["dark", 0, true], ["light-320", 320, false], ["dark-320", 320, true]])) {
    test(`axe: ${name}`, async () => {
      await side.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
      if (width) await side.page.setViewport({ width, height: 700 });
      const page = await open("/");
      try {
        await side.says(/Press the Newsgloss button/);
        assert.deepEqual(await side.violations(), [], "press");
        await side.picture(`press-${name}`);
        await press(page);
        await side.says(/In this article/);
        assert.deepEqual(await side.violations(), [], "list");
        await side.picture(`list-${name}`);
        await side.click(".opener");
        assert.deepEqual(await side.violations(), [], "export");
        await side.picture(`export-${name}`);
        await side.press("Escape");
        assert.equal(await side.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "nothing is cut off");
        await side.click(".passage", "We share one lake");
        await side.page.waitForFunction(() => document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector("[aria-current]"));
        await side.click("#tab-names");
        await side.picture(`names-${name}`);
        await press(page);
        await side.says(/Nothing is annotated here yet/);
        assert.deepEqual(await side.violations(), [], "absent");
        await side.picture(`absent-${name}`);
      } finally {
        await page.close();
        await side.page.setViewport(null);
        await side.page.emulateMediaFeatures([]);
      }
    });
  }
});

describe("firefox", { skip: !browserNames.includes("firefox") }, () => {
  const ORIGIN = "moz-extension://6a8b2f5e-1d2c-4222-8333-444455556666";
  /** @type {import("puppeteer-core").Browser} */
  let browser;
  /** @type {import("../browser/site.mjs").Site} */
  let site;
  /** @type {string} */
  let folder;
  /** @type {SidePanelPage} */
  let side;

  before(async () => {
    folder = await packageWith("firefox", {
      host_permissions: SITE,
      content_scripts: [{ matches: SITE, exclude_matches: ["http://127.0.0.1/way-in"], js: ["content.js"] }],
      web_accessible_resources: [{ resources: ["side-panel.html"], matches: SITE }],
    });
    [browser, site] = await Promise.all([launchFirefox({ "extensions.webextensions.uuids": JSON.stringify({ "newsgloss@newsgloss.invalid": ORIGIN.split("//")[1] }) }), startSite({ ...PAGES, "/way-in": PAGES["/empty"] })]);
    await browser.installExtension(folder);
    // The driver may not go to an extension's page; a page that the test's manifest allows it to may.
    const page = await browser.newPage();
    await page.goto(`${site.url}/way-in`);
    await page.evaluate((url) => void setTimeout(() => location.assign(url)), `${ORIGIN}/side-panel.html`);
    for (let i = 0; i < 100 && (await page.evaluate(() => location.protocol).catch(() => "")) !== "moz-extension:"; i += 1) await sleep(100);
    side = new SidePanelPage(page);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** @param {string} url */
  const open = async (url) => {
    const page = await browser.newPage();
    await page.goto(new URL(url, site.url).href);
    await page.bringToFront();
    return page;
  };

  test("follows the tab in front, and says why where there is nothing", async () => {
    const first = await open("/");
    await side.says(/Beatrice Nalwoga/);
    const second = await open("/other");
    await side.says(/Yusuf Khatib/);
    await first.bringToFront();
    await side.says(/Beatrice Nalwoga/);
    await second.bringToFront();
    await second.goto(`${site.url}/spanish`);
    await side.says(/Not in English/);
    await second.goto(`${site.url}/login`);
    await side.says(/This page is left alone/);
    await Promise.all([first.close(), second.close()]);
  });

  test("a click in the list shows the place in the article, and brings its tab to the front", async () => {
    const page = await open("/");
    await side.says(/Beatrice Nalwoga/);
    await side.page.bringToFront();
    await side.click(".passage", "We share one lake");
    await page.waitForFunction(() => document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".card")?.checkVisibility(), { polling: 100 });
    assert.match(await cardSays(page), /Beatrice Nalwoga/);
    await page.waitForFunction(() => document.visibilityState === "visible", { polling: 100 });
    assert.match((await side.texts("[aria-current]")).join(), /We share one lake/);
    await page.close();
  });

  test("an article that goes on changing: the list follows", async () => {
    const page = await open("/");
    await side.says(/Beatrice Nalwoga/);
    await page.evaluate(() => {
      const more = document.createElement("p");
      more.textContent = "The Kenyan economist Samuel Wekesa said on Friday that the lake commission would need more money.";
      document.querySelector("article")?.append(more);
    });
    await side.says(/People & organisations\s+8/);
    await page.close();
  });

  test("by keyboard: copies as text; axe finds nothing", async () => {
    const page = await open("/");
    await side.says(/Beatrice Nalwoga/);
    await side.page.bringToFront();
    await side.page.evaluate(() => {
      const { clipboard } = navigator;
      const { writeText } = clipboard;
      clipboard.writeText = async (text) => {
        await writeText.call(clipboard, text);
        Object.assign(globalThis, { copied: text });
      };
      document.querySelector("button")?.focus();
    });
    assert.deepEqual(await side.violations(), [], "list");
    await side.press("Enter");
    assert.equal(await side.focused(), "Copy as Plain text");
    assert.deepEqual(await side.violations(), [], "export");
    await side.picture("firefox-export");
    await side.press("Enter");
    await side.page.waitForFunction(() => document.querySelector("[role=status]")?.textContent === "Copied as Plain text");
    assert.match(await side.page.evaluate(() => /** @type {any} */ (globalThis).copied), /^Lake Victoria forum closes in Kisumu\n/);
    await side.press("Escape");
    assert.equal(await side.focused(), "Export");
    await page.close();
  });
});

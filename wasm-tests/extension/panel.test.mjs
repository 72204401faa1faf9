// The side panel, Chromium's and Firefox's real one beside the page, of the package as it was built, with the toolbar's button pressed: it is
// about the tab in front, says why where there is nothing to list, leads to the article and follows what is looked at there; axe finds
// nothing. What it hands over: panel-export.test.mjs.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { browserNames } from "../browser/browsers.mjs";
import { ARTICLE, pageHtml, startSite } from "../browser/site.mjs";
import { start } from "./drivers.mjs";
import { annotatedBeside, openBeside } from "./visits.mjs";

/** @typedef {import("./side-panel.mjs").SidePanelPage} SidePanelPage */

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

/** @param {import("puppeteer-core").Page} page */
const cardSays = (page) => page.evaluate(() => /** @type {HTMLElement | null | undefined} */ (document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".card"))?.innerText ?? "");

for (const name of browserNames) {
  describe(name, () => {
    /** @type {import("./drivers.mjs").Driver} */
    let driver;
    /** @type {import("../browser/site.mjs").Site} */
    let site;
    /** @type {SidePanelPage} */
    let side;

    before(async () => {
      [driver, site] = await Promise.all([start(name), startSite(PAGES)]);
      side = await driver.side();
    });
    after(async () => {
      await driver?.close();
      await site?.close();
    });

    const open = (/** @type {string} */ url) => openBeside({ name, driver, site, side }, url);
    const annotated = (/** @type {string} */ url) => annotatedBeside({ name, driver, site, side }, url);

    test("says what to press; a press lists the article, another takes it away, and its own button brings it back, by keyboard", async () => {
      const page = await open("/");
      await side.says(/Press the Newsgloss button\s+It is in the browser/);
      await side.picture(`${name}-press`);
      await driver.press(page);
      const text = await side.says(/In this article/);
      assert.match(text, /Who said what\s+3/);
      assert.match(text, /Beatrice Nalwoga/);
      assert.equal(await page.evaluate(() => CSS.highlights.size > 0), true);
      await driver.press(page);
      await side.says(/Nothing is annotated here yet[^]*Annotate this page/);
      assert.deepEqual(await side.texts(".export"), []);
      await side.picture(`${name}-absent`);
      await side.page.bringToFront();
      await side.press("Tab");
      assert.equal(await side.focused(), "Annotate this page");
      await side.press("Enter");
      await side.says(/In this article/);
      assert.match((await side.focused()) ?? "", /^Who said what/, "the keyboard is in the list");
      assert.deepEqual(await side.errors(), []);
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
      await second.evaluate(() => void setTimeout(() => history.back()));
      for (let i = 0; i < 100 && (await second.evaluate(() => location.pathname).catch(() => "")) !== "/other"; i += 1) await sleep(50);
      // Out of the back/forward cache with its marks, or loaded anew without.
      await side.says((await second.evaluate(() => CSS.highlights.size > 0)) ? /Yusuf Khatib/ : /Annotate this page|Press the Newsgloss button/);
      await driver.goClosed(second);
      await side.says(driver.saysOfClosed);
      await second.close();
      await first.bringToFront();
      await side.says(/Beatrice Nalwoga/);
      assert.deepEqual(await side.errors(), []);
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
        await driver.press(page);
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

    for (const [look, width, scheme] of /** @type {const} */ ([["light", 0, "light"], ["dark", 0, "dark"], ["light-320", 320, "light"], ["dark-320", 320, "dark"]])) {
      test(`axe: ${look}`, async () => {
        await driver.scheme(scheme, /** @type {import("puppeteer-core").Page} */ (side.page));
        if (width) await side.page.setViewport({ width, height: 700 });
        const page = await open("/");
        try {
          await side.says(/Press the Newsgloss button/);
          assert.deepEqual(await side.violations(), [], "press");
          await side.picture(`${name}-press-${look}`);
          await driver.press(page);
          await side.says(/In this article/);
          assert.deepEqual(await side.violations(), [], "list");
          await side.picture(`${name}-list-${look}`);
          await side.click(".opener");
          assert.deepEqual(await side.violations(), [], "export");
          await side.picture(`${name}-export-${look}`);
          await side.press("Escape");
          assert.equal(await side.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "nothing is cut off");
          await side.click(".passage", "We share one lake");
          await side.page.waitForFunction(() => document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector("[aria-current]"));
          await side.click("#tab-names");
          await side.picture(`${name}-names-${look}`);
          await driver.press(page);
          await side.says(/Nothing is annotated here yet/);
          assert.deepEqual(await side.violations(), [], "absent");
          await side.picture(`${name}-absent-${look}`);
        } finally {
          await page.close();
          await side.page.setViewport(null);
        }
      });
    }
  });
}

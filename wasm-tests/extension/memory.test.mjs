// Twenty articles of different structure in a row in one tab, twice: what the page, the engine's document and its worker hold does not
// grow from the first round to the second. (The engine's own memory: ../memory.test.mjs.)

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { browserNames, launchWithExtension } from "../browser/browsers.mjs";
import { ARTICLE, pageHtml, startSite } from "../browser/site.mjs";
import { STRUCTURES } from "../browser/structures.mjs";

const shapes = STRUCTURES.slice(0, 20);
const MIB = 2 ** 20;

describe("chromium", { skip: !browserNames.includes("chromium") }, () => {
  /** @type {import("puppeteer-core").Browser} */
  let browser;
  /** @type {import("../browser/site.mjs").Site} */
  let site;

  before(async () => {
    const pages = shapes.map(({ html }, index) => [`/${index}`, { html: pageHtml(ARTICLE.replace("</article>", `${html}</article>`), { tag: "" }) }]);
    site = await startSite(Object.fromEntries(pages));
    browser = await launchWithExtension(path.join(import.meta.dirname, "../../build/extension/chrome"));
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Bytes in use after a collection. @param {import("puppeteer-core").CDPSession} session */
  async function held(session) {
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = /** @type {any} */ (await session.send("Runtime.getHeapUsage"));
    return usedSize + embedderHeapUsedSize + backingStorageSize;
  }

  test("the second round holds no more than the first", { timeout: 120_000 }, async () => {
    assert.equal(shapes.length, 20);
    const [extension] = (await browser.extensions()).values();
    const page = await browser.newPage();
    const own = await page.createCDPSession();
    /** @type {number[][]} */
    const rounds = [];
    for (let round = 0; round < 2; round += 1) {
      for (const [index, { name }] of shapes.entries()) {
        await page.goto(`${site.url}/${index}`);
        await page.bringToFront();
        await page.triggerExtensionAction(extension);
        await page.waitForFunction(() => (CSS.highlights.get("newsgloss-person")?.size ?? 0) > 0, { timeout: 20_000, polling: 50 }).catch(() => assert.fail(`nothing is marked: ${name}`));
      }
      const host = await (await browser.waitForTarget((one) => one.url().endsWith("/offscreen.html"))).asPage();
      const [worker] = host.workers();
      rounds.push(await Promise.all([own, await host.createCDPSession(), worker.client].map(held)));
    }
    const [first, second] = rounds;
    for (const [index, what] of ["page", "engine's document", "worker"].entries()) {
      console.log(`${what}: ${(first[index] / MIB).toFixed(2)}, then ${(second[index] / MIB).toFixed(2)} MiB`);
      assert.ok(second[index] < first[index] + 0.5 * MIB, `${what} grew from ${first[index]} to ${second[index]} bytes`);
    }
  });
});

// The pictures for the stores, 1280 by 800, of the extension in Chromium on the demo's own articles, into build/store/:
//
//   make demo-pages extension && node web/extension/store/screenshots.mjs

import { mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { serve } from "../../../demo/serve.mjs";
import { launchWithExtension } from "../../../wasm-tests/browser/browsers.mjs";

const build = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../../build");
const out = path.join(build, "store");
mkdirSync(out, { recursive: true });
const demo = await serve({ port: 0 });
const browser = await launchWithExtension(path.join(build, "extension/chrome"));
const [extension] = (await browser.extensions()).values();
const base = `chrome-extension://${extension.id}/`;

/** @param {string} url @param {"light" | "dark"} scheme */
async function open(url, scheme) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.setRequestInterception(true);
  // As a site without Newsgloss of its own.
  page.on("request", (request) => (new URL(request.url()).pathname.endsWith("/newsgloss.js") ? request.abort() : request.continue()));
  await page.goto(url);
  await page.bringToFront();
  return page;
}

/** An article of the demo, annotated. @param {string} name @param {"light" | "dark"} scheme */
async function article(name, scheme) {
  const page = await open(`${demo.url}/${name}.html`, scheme);
  await page.triggerExtensionAction(extension);
  await page.waitForFunction(() => (CSS.highlights.get("newsgloss-person")?.size ?? 0) > 0, { polling: 100 });
  return page;
}

/** @param {import("puppeteer-core").Page} page @param {string} name */
async function picture(page, name) {
  await sleep(400);
  await page.screenshot({ path: path.join(out, `${name}.png`) });
  await page.close();
  console.log(`build/store/${name}.png`);
}

/** Brings a mark with these words to the middle of the window; where it is then. @param {import("puppeteer-core").Page} page @param {string} style @param {string} words */
async function placeOf(page, style, words) {
  const place = (/** @type {boolean} */ scroll) =>
    page.evaluate(
      (name, text, go) => {
        const range = /** @type {Range | undefined} */ ([...(CSS.highlights.get(name) ?? [])].find((one) => String(one).includes(text)));
        if (!range) throw new Error(`nothing is marked that says ${text}`);
        if (go) range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
        const { x, y } = range.getClientRects()[0];
        return { x: x + 30, y: y + 8 };
      },
      style,
      words,
      scroll,
    );
  await place(true);
  await sleep(500);
  return place(false);
}

const first = await article("01-lake-victoria-forum", "light");
const { x, y } = await placeOf(first, "newsgloss-person", "Beatrice Nalwoga");
await first.mouse.click(x, y);
await picture(first, "1-card");

const second = await article("01-lake-victoria-forum", "light");
await second.keyboard.press("Escape");
await second.evaluate(() => /** @type {HTMLElement | null | undefined} */ (document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector("button"))?.click());
await picture(second, "2-panel");

const third = await article("02-san-isidro-verdict", "dark");
await placeOf(third, "newsgloss-person", "Benavides");
await picture(third, "3-dark");
await picture(await open(`${base}options.html`, "light"), "4-options");
const welcome = await open(`${base}welcome.html`, "light");
await welcome.waitForFunction(() => CSS.highlights.size > 0, { polling: 100 });
await picture(welcome, "5-welcome");

await browser.close();
await demo.close();

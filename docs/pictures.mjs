// Makes the pictures of README.md in headless Chromium, from the demo as it is:
//
//   make demo-pages && node docs/pictures.mjs
//
// Python's Pillow, where it is installed, reduces them to a palette; without it they are larger, and this says so.

import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../demo/serve.mjs";
import { launch } from "../wasm-tests/browser/browsers.mjs";
import { Tab } from "../wasm-tests/browser/harness.mjs";

const PALETTE = `import sys
from PIL import Image
file = sys.argv[1]
Image.open(file).convert("RGB").quantize(256).save(file, optimize=True)`;
const here = path.dirname(fileURLToPath(import.meta.url));
const demo = await serve({ port: 0 });
const browser = await launch("chromium");

/** @param {Tab} tab @param {string} name */
async function picture(tab, name) {
  const file = path.join(here, `${name}.png`);
  await tab.settled();
  await tab.page.screenshot({ path: /** @type {`${string}.png`} */ (file) });
  const { status } = spawnSync("python3", ["-c", PALETTE, file]);
  console.log(`${name}.png ${statSync(file).size} bytes${status === 0 ? "" : " (no palette: there is no Pillow here)"}`);
  await tab.page.close();
}

/** @param {string} page @param {{ width: number, height: number }} size @param {"light" | "dark"} [theme] */
async function open(page, size, theme = "light") {
  const tab = await Tab.open(browser);
  await tab.page.setViewport(size);
  await tab.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
  await tab.page.goto(`${demo.url}${page}`, { waitUntil: "load" });
  await tab.waitFor(() => CSS.highlights.has("newsgloss-person"));
  return tab;
}

try {
  const story = await open("01-lake-victoria-forum.html", { width: 820, height: 600 });
  const { y: middle } = await story.pointOf("Beatrice Nalwoga");
  await story.page.evaluate((by) => scrollBy({ top: by, behavior: "instant" }), middle - 90);
  const { x, y } = await story.page.evaluate(() => {
    const all = [...(CSS.highlights.get("newsgloss-person") ?? [])].map((range) => /** @type {Range} */ (range));
    const { left, top, width, height } = /** @type {Range} */ (all.find((range) => String(range) === "Beatrice Nalwoga")).getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await story.page.mouse.click(x, y);
  await picture(story, "card");

  const panel = await open("02-san-isidro-verdict.html", { width: 1000, height: 640 }, "dark");
  await panel.page.evaluate(async () => {
    scrollTo(0, 1150);
    (await newsgloss.ready).session.openPanel();
  });
  await picture(panel, "panel");

  const trying = await open("try.html", { width: 1100, height: 760 });
  await trying.waitFor(() => /Read in/.test(document.querySelector("#status")?.textContent ?? ""));
  await trying.page.evaluate(() => scrollTo({ top: 350, behavior: "instant" }));
  await picture(trying, "try");
} finally {
  await browser.close();
  await demo.close();
}

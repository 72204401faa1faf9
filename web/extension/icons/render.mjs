// Renders icon.svg to the sizes that browsers ask for, in Chromium. The PNGs are committed: run this after changing the drawing.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../../../wasm-tests/browser/browsers.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const svg = await readFile(path.join(here, "icon.svg"), "utf8");
const browser = await launch("chromium");
const page = await browser.newPage();
for (const size of [16, 32, 48, 128]) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`);
  await page.screenshot({ path: path.join(here, `${size}.png`), omitBackground: true });
}
await browser.close();

// Renders icon.svg and lit.svg to the sizes that browsers ask for, in Chromium. The PNGs are committed: run this after changing a drawing.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../../../wasm-tests/browser/browsers.mjs";

/** The lit one is for the toolbar alone (hint.js). */
const DRAWINGS = /** @type {const} */ ([
  ["icon.svg", "", [16, 32, 48, 128]],
  ["lit.svg", "lit-", [16, 32]],
]);

const here = path.dirname(fileURLToPath(import.meta.url));
const browser = await launch("chromium");
const page = await browser.newPage();
for (const [file, prefix, sizes] of DRAWINGS) {
  const svg = await readFile(path.join(here, file), "utf8");
  for (const size of sizes) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`);
    await page.screenshot({ path: path.join(here, `${prefix}${size}.png`), omitBackground: true });
  }
}
await browser.close();

// From the press of the button to the first marks, and what an annotated tab costs, in Chromium with the unchanged package:
//
//   make extension && node wasm-tests/extension/measure.mjs
//
// Memory is the proportional set size of the browser's processes (Linux), so shared pages count once.

import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { launchWithExtension } from "../browser/browsers.mjs";
import { ARTICLE, pageHtml, startSite } from "../browser/site.mjs";
import { family } from "./processes.mjs";

const TABS = 8;
const site = await startSite({ "/": { html: pageHtml(ARTICLE, { tag: "" }) } });
const browser = await launchWithExtension(path.join(import.meta.dirname, "../../build/extension/chrome"));
const [extension] = (await browser.extensions()).values();

async function megabytes() {
  await sleep(6000);
  const sizes = family(Number(browser.process()?.pid)).map((pid) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

const pages = [];
for (let i = 0; i < TABS; i += 1) {
  const page = await browser.newPage();
  await page.goto(site.url);
  pages.push(page);
}
const bare = await megabytes();
/** @type {number[]} */
const times = [];
let one = 0;
for (const page of pages) {
  await page.bringToFront();
  const start = performance.now();
  await page.triggerExtensionAction(extension);
  await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 5 });
  times.push(performance.now() - start);
  if (times.length === 1) one = await megabytes();
}
const all = await megabytes();
const warm = times.slice(1).sort((a, b) => a - b);
console.log(`press to marks: ${times[0].toFixed(0)} ms with the engine's start, then ${warm[warm.length >> 1].toFixed(0)} ms (median of ${warm.length})`);
console.log(`memory: ${(one - bare).toFixed(0)} MB for the first tab with the engine, ${((all - one) / (TABS - 1)).toFixed(1)} MB for each tab after it`);
await browser.close();
await site.close();

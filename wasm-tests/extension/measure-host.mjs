// Where should Chrome's engine run? The package as it is (the worker of an offscreen document) beside a variant of it in which the
// service worker runs the engine itself (service-worker-host.js), each in browsers of their own, turn by turn:
//
//   make extension && node wasm-tests/extension/measure-host.mjs [repetitions]
//
// Medians, and the least and the most. Memory is what the browser's processes have written to and share with nobody (Linux's
// Private_Dirty), in MB of all of them together: other browsers on the machine, which change the proportional set size, do not
// matter, nor which process the browser had ready when it was first looked at.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as esbuild from "esbuild";
import { launchWithExtension } from "../browser/browsers.mjs";
import { ARTICLE, pageHtml, startSite } from "../browser/site.mjs";
import { family } from "./processes.mjs";

const REPETITIONS = Number(process.argv[2] ?? 5);
const SETTLE_MS = 3000;
const repository = path.join(import.meta.dirname, "../..");
const built = path.join(repository, "build/extension/chrome");
const LONG = `<article><h1>Day of hearings</h1>${Array.from({ length: 900 }, (_, i) => `<p>On day ${i} Beatrice Nalwoga told the commission in Kampala that the ferry had carried ${i} passengers, adding that its owner, Lake Lines Ltd, had been warned by the Ministry of Works. \u201cWe saw it coming,\u201d said Peter Odhiambo, a clerk in Kisumu.</p>`).join("")}</article>`;

/** The package with another background. @returns {Promise<string>} */
async function variant() {
  const folder = await mkdtemp(path.join(os.tmpdir(), "newsgloss-host-"));
  await cp(built, folder, { recursive: true });
  /** @param {string} file */
  const integrity = async (file) => JSON.stringify(`sha256-${createHash("sha256").update(await readFile(path.join(built, file))).digest("base64")}`);
  await esbuild.build({
    bundle: true,
    minify: true,
    format: "esm",
    target: "chrome116",
    logLevel: "warning",
    define: { NEWSGLOSS_WASM_INTEGRITY: await integrity("newsgloss-engine.wasm"), NEWSGLOSS_MODEL_INTEGRITY: await integrity("newsgloss.model") },
    alias: { "newsgloss-engine-host": path.join(import.meta.dirname, "service-worker-host.js"), "newsgloss-engine": path.join(repository, "build/wasm/newsgloss-engine.mjs") },
    // The glue asks for Node's modules where it runs in Node.
    external: ["module", "node:*"],
    entryPoints: [path.join(repository, "web/extension/background.js")],
    outfile: path.join(folder, "background.js"),
  });
  return folder;
}

/** @param {import("puppeteer-core").Browser} browser */
async function megabytes(browser) {
  await sleep(SETTLE_MS);
  const sizes = family(Number(browser.process()?.pid)).map((pid) => {
    try {
      return Number(/^Private_Dirty:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

/** One browser's figures. @param {string} folder @param {string} url @returns {Promise<Record<string, number | string>>} */
async function figures(folder, url) {
  const browser = await launchWithExtension(folder);
  try {
    const [extension] = (await browser.extensions()).values();
    const isBackground = (/** @type {import("puppeteer-core").Target} */ one) => one.type() === "service_worker" && one.url().endsWith("/background.js");
    const background = async () => /** @type {import("puppeteer-core").WebWorker} */ (await (await browser.waitForTarget(isBackground)).worker());
    /** The browser may have stopped it already. */
    const stop = async () => {
      const [target] = browser.targets().filter(isBackground);
      await Promise.race([(async () => (await target?.worker())?.close())(), sleep(2000)]);
      for (let i = 0; i < 100 && browser.targets().some(isBackground); i += 1) await sleep(20);
      await sleep(300);
    };
    /** @param {string} where */
    const open = async (where) => {
      const page = await browser.newPage();
      await page.goto(`${url}${where}`);
      await page.bringToFront();
      await sleep(400);
      return page;
    };
    /** @param {import("puppeteer-core").Page} page */
    const marks = async (page) => {
      const start = performance.now();
      await page.triggerExtensionAction(extension);
      await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 5, timeout: 30_000 });
      return performance.now() - start;
    };
    await background();
    await sleep(1000); // the installation's own work
    const pages = [];
    for (let i = 0; i < 5; i += 1) pages.push(await open("/"));
    await stop();
    const bare = await megabytes(browser);
    await pages[0].bringToFront();
    const cold = await marks(pages[0]);
    const one = await megabytes(browser);
    const warm = [];
    for (const page of pages.slice(1, 4)) {
      await page.bringToFront();
      warm.push(await marks(page));
    }
    const running = await megabytes(browser);
    await stop();
    const idle = await megabytes(browser);
    await pages[4].bringToFront();
    const again = await marks(pages[4]);
    const long = await open("/long");
    await long.triggerExtensionAction(extension);
    // Under way once the content script is there, and not before.
    const host = await background();
    const there = host.evaluate(async () => {
      const { chrome } = /** @type {any} */ (globalThis);
      const [{ id: tabId }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      for (let i = 0; i < 500; i += 1) {
        const [{ result }] = await chrome.scripting.executeScript({ target: { tabId }, func: () => "newsglossShown" in globalThis }).catch(() => [{}]);
        if (result) return;
      }
      throw new Error("the content script does not come");
    });
    await Promise.race([there, sleep(5000)]);
    await sleep(60);
    const before = performance.now();
    await stop();
    const late = await long.evaluate(() => CSS.highlights.size > 0);
    const came = await long.waitForFunction(() => CSS.highlights.size > 0, { polling: 20, timeout: 30_000 }).then(() => performance.now() - before, () => NaN);
    return { cold, again, warm: warm.sort((a, b) => a - b)[1], "memory bare": bare, "memory, first tab": one, "memory, 4 tabs": running, "memory, background stopped": idle, "stopped in the middle, to marks": late ? NaN : came };
  } finally {
    await browser.close();
  }
}

const site = await startSite({ "/": { html: pageHtml(ARTICLE, { tag: "" }) }, "/long": { html: pageHtml(LONG, { tag: "" }) } });
const other = await variant();
/** @type {Record<string, Record<string, number[]>>} */
const all = { offscreen: {}, "service worker": {} };
for (let i = 0; i < REPETITIONS; i += 1) {
  for (const [name, folder] of /** @type {const} */ ([["offscreen", built], ["service worker", other]])) {
    const found = await figures(folder, site.url);
    for (const [what, value] of Object.entries(found)) (all[name][what] ??= []).push(Number(value));
    console.log(name, Object.entries(found).map(([what, value]) => `${what} ${Number(value).toFixed(0)}`).join(", "));
  }
}
console.log(`\n${REPETITIONS} repetitions; load ${os.loadavg()[0].toFixed(1)}`);
for (const what of Object.keys(all.offscreen)) {
  const cells = Object.entries(all).map(([name, values]) => {
    const sorted = values[what].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
    if (sorted.length === 0) return `${name} never`;
    return `${name} ${sorted[sorted.length >> 1].toFixed(0)} (${sorted[0].toFixed(0)} to ${/** @type {number} */ (sorted.at(-1)).toFixed(0)}${sorted.length < values[what].length ? `, ${values[what].length - sorted.length} none` : ""})`;
  });
  console.log(`${what}: ${cells.join("; ")}`);
}
await site.close();
await rm(other, { recursive: true, force: true });

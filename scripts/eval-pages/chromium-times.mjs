// How long it takes to read saved pages in Chromium: the built package in a page whose scripts do not run and whose requests
// are all refused. The first reading of a page warms the code up and does not count; of three more
// the quickest does, since other work on the machine only ever adds.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { launch } from "../../wasm-tests/browser/browsers.mjs";

const dist = new URL("../../web/dist/", import.meta.url);

/**
 * @param {readonly string[]} files
 * @returns {Promise<{ whole: number[], longest: number[] }>} milliseconds for each page: at one go; the longest slice
 */
export async function timesInChromium(files) {
  /** @type {string | null} */
  let current = null;
  const server = createServer(async (request, response) => {
    const module = request.url === "/newsgloss/index.js";
    response.setHeader("Content-Type", module ? "text/javascript" : "text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'");
    response.end(module ? await readFile(new URL("index.js", dist)) : current && request.url === "/page" ? await readFile(current) : "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const browser = await launch("chromium");
  const times = { whole: /** @type {number[]} */ ([]), longest: /** @type {number[]} */ ([]) };
  try {
    const page = await browser.newPage();
    for (const file of files) {
      current = file;
      await page.goto(`http://127.0.0.1:${port}/page`, { waitUntil: "domcontentloaded" });
      const { whole, longest } = await page.evaluate(async (module) => {
        const { readPage } = await import(module);
        await readPage(document, { sliceMs: Infinity });
        const whole = [];
        const longest = [];
        for (let i = 0; i < 3; i += 1) {
          const start = performance.now();
          await readPage(document, { sliceMs: Infinity });
          whole.push(performance.now() - start);
          let slice = 0;
          await readPage(document, { onSlice: (/** @type {number} */ ms) => (slice = Math.max(slice, ms)) });
          longest.push(slice);
        }
        return { whole: Math.min(...whole), longest: Math.min(...longest) };
      }, `http://127.0.0.1:${port}/newsgloss/index.js`);
      times.whole.push(whole);
      times.longest.push(longest);
    }
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
  return times;
}

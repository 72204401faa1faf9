// Nothing leaves the browser: all that Chromium or Firefox asks of the network goes through a proxy of the test's, which writes it down and lets
// nothing through but to the test's own site. What is used here: button, marks, card, panel, the side panel's document, export, options,
// welcome and privacy pages.

import assert from "node:assert/strict";
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, test } from "node:test";
import { browserNames } from "../browser/browsers.mjs";
import { ARTICLE, pageHtml, startSite } from "../browser/site.mjs";
import { start } from "./drivers.mjs";

/** The browsers' own questions (time, updates, sign-in, form filling, settings), with or without an extension: by whole address of their hosts. */
const BROWSERS_OWN = {
  chromium: /^(?:http:\/\/|CONNECT )(?:clients2\.google\.com|update\.googleapis\.com|accounts\.google\.com|content-autofill\.googleapis\.com|optimizationguide-pa\.googleapis\.com|edgedl\.me\.gvt1\.com)[:/]/,
  firefox: /^CONNECT firefox\.settings\.services\.mozilla\.com:/,
};

for (const name of browserNames) describe(name, () => {
  /** @type {import("./drivers.mjs").Driver} */
  let driver;
  /** @type {import("../browser/site.mjs").Site} */
  let site;
  /** @type {http.Server} */
  let proxy;
  /** What the browser asked for. @type {string[]} */
  const asked = [];

  before(async () => {
    site = await startSite({ "/": { html: pageHtml(ARTICLE, { tag: "" }) } });
    proxy = http.createServer((request, response) => {
      asked.push(request.url ?? "");
      if (!request.url?.startsWith(`${site.url}/`)) {
        response.writeHead(403).end();
        return;
      }
      http.get(request.url, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      });
    });
    proxy.on("connect", (request, socket) => {
      asked.push(`CONNECT ${request.url}`);
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    });
    await new Promise((ready) => proxy.listen(0, "127.0.0.1", () => ready(undefined)));
    const { port } = /** @type {import("node:net").AddressInfo} */ (proxy.address());
    driver = await start(name, { proxy: port, welcome: true });
  });
  after(async () => {
    await driver?.close();
    proxy?.close();
    await site?.close();
  });

  test("from the first press to the options, only the page itself is asked for", async () => {
    const welcome = await (driver.name === "firefox" ? driver.own("welcome") : driver.opened("welcome"));
    await welcome.waitForFunction(() => CSS.highlights.size > 0, { timeout: 20_000, polling: 100 });
    const page = await driver.browser.newPage();
    await page.goto(`${site.url}/`);
    await driver.press(page);
    await page.waitForFunction(() => (CSS.highlights.get("newsgloss-person")?.size ?? 0) > 0, { timeout: 20_000, polling: 100 });
    const { x, y } = await page.evaluate(() => {
      const [range] = /** @type {Highlight} */ (CSS.highlights.get("newsgloss-person"));
      /** @type {Range} */ (range).startContainer.parentElement?.scrollIntoView({ block: "center" });
      const { x, y } = /** @type {Range} */ (range).getBoundingClientRect();
      return { x: x + 5, y: y + 5 };
    });
    await page.mouse.click(x, y);
    await page.waitForFunction(() => document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".card:not([hidden])"), { polling: 100 });
    await page.keyboard.press("Escape");
    const side = await driver.side();
    await page.bringToFront();
    await side.says(/Beatrice Nalwoga/);
    for (const own of ["options", "privacy", "print"]) await (await driver.own(own)).waitForSelector("body > *");
    await sleep(500);
    const others = asked.filter((url) => url !== `${site.url}/` && url !== `${site.url}/favicon.ico` && !BROWSERS_OWN[name].test(url));
    assert.deepEqual(others, []);
    assert.ok(asked.length > 0, "the proxy was asked");
    // That it would have been seen, of a page and of the extension: a page is asked for; the extension's policy refuses before the network.
    await page.goto("http://elsewhere.example/page").catch(() => {});
    assert.ok(asked.includes("http://elsewhere.example/page"));
    const refused = await driver.inBackground(() => fetch("http://elsewhere.example/background").then(() => false, () => true));
    assert.ok(refused);
    assert.ok(!asked.includes("http://elsewhere.example/background"));
  });
});

// The package on another origin, as on a CDN, and in a sandboxed frame: a browser starts no worker from another origin's
// file, so the ladder of `createAnnotator` is climbed down step by step. Each directive of the site's policy is left out
// alone, to see what happens then. Also: nothing is requested after newsgloss:ready, for the servers are gone by then.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { browserNames, launch } from "./browsers.mjs";
import { Tab } from "./harness.mjs";
import { ARTICLE, pageHtml, startSite } from "./site.mjs";

const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../web/dist");
const snippet = readFileSync(path.join(dist, "embed.html"), "utf8");

/** The least for files of another origin: its directives, by name. @param {string} cdn @returns {Record<string, string>} */
const least = (cdn) => ({
  "default-src": "'none'",
  "script-src": `${cdn} 'wasm-unsafe-eval'`,
  "worker-src": "blob:",
  "connect-src": cdn,
  "img-src": "data:",
});

/** @param {Record<string, string>} directives */
const policyOf = (directives) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");

for (const name of browserNames) {
  describe(name, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    /** @type {import("./site.mjs").Site} */
    let cdn;
    /** @type {import("./site.mjs").Site} */
    let site;
    /** @type {Record<string, import("./site.mjs").Page>} */
    const pages = {};
    /** @type {Tab} */
    let tab;

    before(async () => {
      [browser, cdn, site] = await Promise.all([launch(name), startSite({}, { cors: true }), startSite(pages, { cors: true })]);
    });
    after(async () => {
      await browser?.close();
      await cdn?.close();
      await site?.close();
    });

    /** The tag that the build prints, with this CDN's address. @param {string} [attributes] */
    const tag = (attributes = "") =>
      snippet.replace(/src="[^"]*\/newsgloss\.js"/, `src="${cdn.url}/newsgloss/newsgloss.js" ${attributes}`);

    /**
     * Opens a page with the tag under a policy.
     *
     * @param {Record<string, string>} change  directives that are other than the least
     * @param {string} [html]
     */
    async function open(change, html = tag()) {
      pages["/"] = { html: pageHtml(ARTICLE, { tag: html }), policy: policyOf({ ...least(cdn.url), ...change }) };
      cdn.requests.length = 0;
      await tab.goto(site.url);
      const events = await tab.events();
      const error = events.find(({ type }) => type === "error");
      if (error) {
        await tab.assertNoResidue();
        return `${error.code}: ${error.directive}`;
      }
      assert.ok((await tab.highlights())["newsgloss-person"].includes("Beatrice Nalwoga"));
      await tab.assertUntouched();
      return tab.page.evaluate(async () => /** @type {any} */ ((await newsgloss.ready).annotator).place);
    }

    /** @param {string} title @param {() => Promise<void>} body */
    const inTab = (title, body) =>
      test(title, async () => {
        tab = await Tab.open(browser);
        try {
          await body();
        } finally {
          for (const file of Object.keys(cdn.files)) delete cdn.files[file];
          await tab.page.close();
        }
      });

    inTab("the least policy: a worker from checked bytes, each file fetched once, nothing refused", async () => {
      assert.equal(await open({}), "blob");
      const files = ["index.js", "newsgloss-engine.wasm", "newsgloss.js", "newsgloss.model", "panel.js", "worker.js"];
      assert.deepEqual([...cdn.requests].sort(), files.map((file) => `/newsgloss/${file}`));
      assert.equal(await tab.page.evaluate(() => document.querySelectorAll("link[rel=modulepreload]").length), 0);
      await tab.assertQuiet();
    });

    inTab("the site's own copy of worker.js: a worker from that file", async () => {
      assert.equal(await open({ "worker-src": "'self'" }, tag('data-worker-src="/newsgloss/worker.js"')), "worker");
      assert.ok(!cdn.requests.includes("/newsgloss/worker.js"));
      await tab.assertQuiet();
    });

    for (const [without, change, expected] of /** @type {[string, Record<string, string>, string][]} */ ([
      ["worker-src", { "worker-src": "'none'" }, "page"],
      ["connect-src", { "connect-src": "'none'" }, "csp: connect-src"],
      ["'wasm-unsafe-eval'", { "script-src": "CDN" }, "csp: script-src 'wasm-unsafe-eval'"],
    ])) {
      inTab(`left out: ${without}: ${expected}`, async () => {
        const policy = Object.fromEntries(Object.entries(change).map(([key, value]) => [key, value.replace("CDN", cdn.url)]));
        assert.equal(await open(policy, tag('nonce="a"')), expected);
      });
    }

    inTab("a nonce in the place of the CDN's name in script-src is enough: it reaches what the tag loads", async () => {
      assert.equal(await open({ "script-src": "'nonce-a' 'wasm-unsafe-eval'" }, tag('nonce="a"')), "blob");
      await tab.assertQuiet();
    });

    inTab("the package refused, where the tag was not: newsgloss:error", async () => {
      const only = `${cdn.url}/newsgloss/newsgloss.js`;
      // Firefox does not report what it refuses to preload: a wrong file looks the same.
      assert.equal(await open({ "script-src": `${only} 'wasm-unsafe-eval'` }), name === "firefox" ? "integrity: null" : "csp: script-src-elem");
    });

    inTab("left out: script-src: the tag does not run, and the page is as it was", async () => {
      pages["/"] = { html: pageHtml(ARTICLE, { tag: tag() }), policy: policyOf({ ...least(cdn.url), "script-src": "'self'" }) };
      await tab.page.goto(site.url, { waitUntil: "load" });
      await tab.waitFor(() => seen.violations.length > 0);
      assert.equal(await tab.page.evaluate(() => "newsgloss" in globalThis), false);
      await tab.assertNoResidue();
    });

    inTab("Trusted Types are enforced: our policy's name is all that is needed", async () => {
      assert.equal(await open({ "require-trusted-types-for": "'script'", "trusted-types": "newsgloss" }), "blob");
      await tab.assertQuiet();
    });

    inTab("Trusted Types are enforced and our policy is not allowed: no worker, the page's own thread", async () => {
      assert.equal(await open({ "require-trusted-types-for": "'script'", "trusted-types": "'none'" }), "page");
    });

    for (const [file, attributes] of /** @type {const} */ ([
      ["worker.js", ""],
      ["index.js", ""],
      ["panel.js", ""],
      ["messages-es.js", 'data-lang="es"'],
      ["marks.js", 'data-marks="elements"'],
      ["newsgloss.model", ""],
    ])) {
      inTab(`a CDN that serves another ${file}: refused`, async () => {
        cdn.files[file] = Buffer.concat([readFileSync(path.join(dist, file)), Buffer.from("\n")]);
        assert.equal(await open({}, tag(attributes)), "integrity: null");
      });
    }

    inTab("after newsgloss:ready both servers may vanish: cards, panel and an edited article need nothing", async () => {
      assert.equal(await open({}), "blob");
      const before = site.requests.length + cdn.requests.length;
      await tab.page.evaluate(() => {
        for (const own of ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"]) {
          Object.defineProperty(globalThis, own, {
            get() {
              seen.violations.push(`${own} was used`);
              return undefined;
            },
          });
        }
        /** @type {Element} */ (document.querySelector("article > p:nth-of-type(2)")).append(" Amina Wanjiku of Nairobi agreed.");
      });
      await tab.waitFor(() => seen.events.filter(({ type }) => type === "result").length > 1);
      await tab.waitFor(() => [...(CSS.highlights.get("newsgloss-person") ?? [])].some((range) => String(range) === "Amina Wanjiku"));
      const { x, y } = await tab.pointOf("Beatrice Nalwoga");
      await tab.page.mouse.click(x, y);
      assert.match((await tab.card()) ?? "", /Beatrice Nalwoga/);
      await tab.page.evaluate(async () => (await newsgloss.ready).session.openPanel());
      assert.equal(site.requests.length + cdn.requests.length, before);
      await tab.assertQuiet();
    });

    inTab("a sandboxed frame, whose origin is its own alone", async () => {
      pages["/frame"] = { html: pageHtml(ARTICLE), policy: "" };
      pages["/"] = { html: pageHtml("<p>A page around a frame.</p>", { tag: '<iframe title="Story" sandbox="allow-scripts" src="/frame"></iframe>' }), policy: "" };
      await tab.page.goto(site.url, { waitUntil: "load" });
      const frame = tab.page.frames().find((one) => one.url().endsWith("/frame"));
      assert.ok(frame);
      const inside = await frame.evaluate(async () => {
        const { annotator, session } = await newsgloss.ready;
        return { origin: globalThis.origin, place: /** @type {any} */ (annotator).place, quotes: session.annotations.quotes.length };
      });
      // Chromium starts no module worker from a blob of such an origin.
      assert.deepEqual({ ...inside, quotes: inside.quotes > 0 }, { origin: "null", place: name === "chromium" ? "page" : "blob", quotes: true });
    });
  });
}

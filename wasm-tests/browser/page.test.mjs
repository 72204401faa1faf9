// Newsgloss in real pages, in real browsers: what is painted, what the card says, and that the page stays as it was.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { annotations } from "../../web/tests/annotations.mjs";
import { serve } from "../../demo/serve.mjs";
import { browserNames, launch } from "./browsers.mjs";
import { Tab } from "./harness.mjs";
import { ARTICLE, STRICT_POLICY, TAG, pageHtml, startSite } from "./site.mjs";

const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
for (const file of ["web/dist/newsgloss.js", "build/demo/01-lake-victoria-forum.html"]) {
  if (!existsSync(path.join(repository, file))) throw new Error(`${file} is missing: make demo-pages`);
}

/** The page of web/tests/annotations.mjs. */
const LAGOS = `<article><h1>Lagos votes</h1><p>Amara Okafor said \u201cWe waited in <b>Lagos</b> all\u201d on Tuesday.</p>
<p>She added that the count was fair.</p><figure><figcaption>Lagos at night. <span>JOY AUMA</span></figcaption></figure></article>`;

const FRENCH = `<article><h1>Le conseil vote le budget</h1><p>Le conseil municipal de la ville a vot\u00e9 mardi soir un nouveau budget
pour les \u00e9coles, apr\u00e8s neuf heures de d\u00e9bats. Le maire a d\u00e9clar\u00e9 que les travaux commenceraient au printemps et que les
familles seraient consult\u00e9es avant toute d\u00e9cision sur les horaires.</p></article>`;

/** @param {string} attributes */
const tagWith = (attributes) => TAG.replace("<script", `<script ${attributes}`);

/** @type {Record<string, import("./site.mjs").Page>} */
const pages = {
  "/": { html: pageHtml(ARTICLE) },
  "/in-page": { html: pageHtml(ARTICLE, { tag: tagWith('data-worker="false"') }) },
  "/people": { html: pageHtml(ARTICLE, { tag: tagWith('data-types="PERSON" data-layers="names" data-panel="none" data-theme="dark"') }) },
  "/configured": {
    html: pageHtml(ARTICLE, {
      tag: `${tagWith('data-config="#gloss" data-theme="dark"')}<script type="application/json" id="gloss">{"types": ["PERSON"], "layers": ["names"], "theme": "light", "panel": "none"}</script>`,
    }),
  },
  "/no-config": { html: pageHtml(ARTICLE, { tag: tagWith('data-config="#gloss"') }) },
  "/no-article": { html: pageHtml("<div>No article</div>") },
  "/empty": { html: pageHtml("<article> <p> </p></article>") },
  "/said-french": { html: pageHtml(ARTICLE, { lang: "fr" }) },
  "/french": { html: pageHtml(FRENCH, { lang: "en", tag: TAG.replace("<script", '<script data-panel="none"') }) },
  "/french-notice": { html: pageHtml(FRENCH, { lang: "en" }) },
  "/no-worker": { html: pageHtml(ARTICLE), policy: STRICT_POLICY.replace("worker-src 'self'", "worker-src 'none'") },
  "/trusted-types": { html: pageHtml(ARTICLE), policy: `${STRICT_POLICY}; require-trusted-types-for 'script'; trusted-types newsgloss` },
  "/no-trusted-types": { html: pageHtml(ARTICLE), policy: `${STRICT_POLICY}; require-trusted-types-for 'script'; trusted-types 'none'` },
  "/no-connect": { html: pageHtml(ARTICLE), policy: STRICT_POLICY.replace("connect-src 'self'", "connect-src 'none'") },
  "/no-wasm": {
    html: pageHtml(ARTICLE, { tag: tagWith('data-worker="false"') }),
    policy: STRICT_POLICY.replace(" 'wasm-unsafe-eval'", ""),
  },
};

for (const name of browserNames) {
  describe(name, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    /** @type {import("./site.mjs").Site} */
    let site;
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let demo;
    /** @type {Tab} */
    let tab;

    before(async () => {
      [browser, site, demo] = await Promise.all([launch(name), startSite(pages), serve({ port: 0 })]);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
      await demo?.close();
    });

    /** A test with a fresh tab. @param {string} title @param {() => Promise<void>} body */
    const inTab = (title, body) =>
      test(title, async () => {
        tab = await Tab.open(browser);
        try {
          await body();
        } finally {
          await tab.page.close();
        }
      });

    inTab("the demo's first story is highlighted under its strict policy, and is not touched", async () => {
      await tab.goto(`${demo.url}01-lake-victoria-forum.html`);
      const painted = await tab.highlights();
      for (const person of ["Beatrice Nalwoga", "Peter Kipruto Rono", "Neema Mwampamba"]) {
        assert.ok(painted["newsgloss-person"]?.includes(person), person);
      }
      assert.ok(painted["newsgloss-place"]?.includes("Kisumu"));
      assert.ok(painted["newsgloss-quote-indirect"]?.some((text) => text.startsWith("the forum built on agreements")));
      assert.ok(painted["newsgloss-date"]?.includes("Thursday"));
      assert.deepEqual(painted["newsgloss-credit"], ["DENIS ODERA/LAKE REGION NEWS AGENCY"]);
      await tab.picture(`${name}-demo`);
      await tab.assertUntouched();
      await tab.assertQuiet();
    });

    inTab("spans are exact over inline elements, soft hyphens, line breaks and no-break spaces", async () => {
      await tab.goto(`${site.url}/`);
      const texts = Object.values(await tab.highlights()).flat();
      for (const piece of ["Peter ", "Ro", "no", "Beatrice Nalwoga"]) assert.ok(texts.includes(piece), piece);
      const all = texts.join("|").replaceAll("\u00ad", "");
      assert.ok(all.includes("an indispensable meeting place"), all);
      assert.ok(all.includes("share one rulebook,\u201d"), all);
      for (const unread of ["Paris", "Berlin"]) assert.ok(!all.includes(unread), unread);
      await tab.assertUntouched();
      await tab.assertQuiet();
    });

    inTab("the card opens under the pointer, stays when clicked, goes with Escape", async () => {
      await tab.goto(`${site.url}/`);
      const { x, y } = await tab.pointOf("Beatrice Nalwoga");
      await tab.page.mouse.move(x, y);
      await tab.waitFor(() => Boolean(document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".card .name")));
      const text = await tab.card();
      assert.match(text ?? "", /^Person\s+Beatrice Nalwoga/);
      assert.match(text ?? "", /chairperson of/);
      assert.match(text ?? "", /What they said\s+\u201cWe share one lake, so we must share one rulebook,\u201d/);
      await tab.picture(`${name}-card`);

      await tab.page.mouse.move(5, 5);
      await tab.waitFor(() => !document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".card .name"));
      await tab.page.mouse.click(x, y);
      await tab.page.mouse.move(5, 5);
      await new Promise((resolve) => setTimeout(resolve, 600));
      assert.match((await tab.card()) ?? "", /Beatrice Nalwoga/);
      await tab.page.keyboard.press("Escape");
      assert.equal(await tab.card(), null);
      await tab.assertUntouched();
      await tab.assertQuiet();
    });

    inTab("by keyboard alone: to the toolbar, from mark to mark, into the card and back", async () => {
      await tab.goto(`${site.url}/`);
      const focused = () =>
        tab.page.evaluate(() => {
          const element = document.querySelector("[data-newsgloss]")?.shadowRoot?.activeElement;
          return element ? element.className : null;
        });
      for (let i = 0; i < 5 && (await focused()) === null; i += 1) await tab.page.keyboard.press("Tab");
      assert.equal(await focused(), "opener");
      await tab.page.keyboard.press("n");
      assert.equal(await focused(), "position");
      const first = await tab.card();
      assert.match(first ?? "", /Lake Victoria/);
      await tab.page.keyboard.press("ArrowRight");
      assert.notEqual(await tab.card(), first);
      await tab.page.keyboard.press("p");
      assert.equal(await tab.card(), first);
      const announced = await tab.page.evaluate(() => document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector("[role=status]")?.textContent);
      assert.match(announced ?? "", /^(Place|Building or site), Lake Victoria/);
      await tab.page.keyboard.press("Enter");
      assert.match((await focused()) ?? "", /^card/);
      await tab.page.keyboard.press("Escape");
      assert.equal(await tab.card(), null);
      assert.equal(await focused(), "position");
      await tab.page.keyboard.press("Escape");
      assert.equal(await focused(), "opener");
      await tab.assertUntouched();
      await tab.assertQuiet();
    });

    inTab("annotations made before: captions, an uncertain speaker found by a pronoun, without an engine", async () => {
      await tab.goto(`${site.url}/no-article`);
      await tab.page.evaluate(
        async (/** @type {string} */ html, /** @type {any} */ annotations) => {
          document.body.insertAdjacentHTML("afterbegin", html);
          Object.assign(seen, { article: document.querySelector("article")?.outerHTML });
          const { attach } = await import(/** @type {any} */ ("/newsgloss/index.js"));
          Object.assign(globalThis, { session: await attach(document.querySelector("article"), { annotations }) });
        },
        LAGOS,
        annotations,
      );
      assert.deepEqual(await tab.highlights(), {
        "newsgloss-quote-direct": ["\u201cWe waited in ", "Lagos", " all\u201d"],
        "newsgloss-quote-indirect": ["the count was fair"],
        "newsgloss-caption": ["Lagos at night."],
        "newsgloss-credit": ["JOY AUMA"],
        "newsgloss-date": ["Tuesday"],
        "newsgloss-person": ["Amara Okafor"],
        "newsgloss-place": ["Lagos", "Lagos", "Lagos"],
      });
      /** @param {string} text @param {RegExp[]} expected */
      const cardSays = async (text, expected) => {
        const { x, y } = await tab.pointOf(text);
        await tab.page.mouse.click(x, y);
        const said = (await tab.card()) ?? "";
        for (const pattern of expected) assert.match(said, pattern);
      };
      await cardSays("JOY AUMA", [/^Picture\s+JOY AUMA/, /Shown\s+Lagos\s+left/, /Goes with\s+Amara Okafor said/]);
      await tab.picture(`${name}-caption`);
      await cardSays("count was fair", [/^Reported speech\s+Amara Okafor\s+voter/, /by the pronoun \u201cShe\u201d \u2192 Amara Okafor\s*Uncertain/]);
      await tab.picture(`${name}-uncertain`);
      await cardSays("Tuesday", [/^Date\s+Tuesday, November 4, 2025/]);
      await tab.assertUntouched();
    });

    inTab("a session that is given up before its annotations come leaves nothing", async () => {
      await tab.goto(`${site.url}/no-article`);
      const outcome = await tab.page.evaluate(async (/** @type {string} */ html) => {
        document.body.insertAdjacentHTML("afterbegin", html);
        Object.assign(seen, { article: document.querySelector("article")?.outerHTML });
        const { createAnnotator } = await import(/** @type {any} */ ("/newsgloss/index.js"));
        const annotator = await createAnnotator();
        const controller = new AbortController();
        const attaching = annotator.attach(document.querySelector("article"), { signal: controller.signal });
        controller.abort();
        const first = await attaching.catch((/** @type {Error} */ error) => error.name);
        const waiting = annotator.annotate({ blocks: [{ text: "Amara Okafor spoke in Lagos." }] });
        annotator.dispose();
        return [first, await waiting.catch((/** @type {any} */ error) => error.code)];
      }, LAGOS);
      assert.deepEqual(outcome, ["AbortError", "disposed"]);
      await tab.assertNoResidue();
    });

    inTab("layers can be turned off and on", async () => {
      await tab.goto(`${site.url}/`);
      const toggle = () =>
        tab.page.evaluate(() => {
          const root = document.querySelector("[data-newsgloss]")?.shadowRoot;
          const click = (/** @type {string} */ selector) => /** @type {HTMLElement | null | undefined} */ (root?.querySelector(selector))?.click();
          click(".opener");
          click("#tab-display");
          click(".layer");
        });
      const all = Object.keys(await tab.highlights());
      await toggle();
      const without = Object.keys(await tab.highlights());
      assert.ok(!without.includes("newsgloss-person") && without.includes("newsgloss-quote-direct"), String(without));
      await toggle();
      assert.deepEqual(Object.keys(await tab.highlights()).sort(), all.sort());
    });

    inTab("the tag's attributes: types, layers, theme, no toolbar", async () => {
      await tab.goto(`${site.url}/people`);
      assert.deepEqual(Object.keys(await tab.highlights()), ["newsgloss-person"]);
      const shell = await tab.page.evaluate(() => {
        const host = document.querySelector("[data-newsgloss]");
        return { theme: host?.getAttribute("data-theme"), toolbar: Boolean(host?.shadowRoot?.querySelector(".toolbar")) };
      });
      assert.deepEqual(shell, { theme: "dark", toolbar: false });
    });

    inTab("JSON configuration: what the tag says itself counts before it; where it is missing, an error", async () => {
      await tab.goto(`${site.url}/configured`);
      assert.deepEqual(Object.keys(await tab.highlights()), ["newsgloss-person"]);
      assert.equal(await tab.page.evaluate(() => document.querySelector("[data-newsgloss]")?.getAttribute("data-theme")), "dark");
      await tab.goto(`${site.url}/no-config`);
      assert.equal((await tab.events()).find(({ type }) => type === "error")?.code, "article");
      await tab.assertNoResidue();
    });

    inTab("after newsgloss:ready nothing is requested any more, and each file was requested once", async () => {
      site.requests.length = 0;
      await tab.page.evaluateOnNewDocument(() => {
        // From the main thread's side; the server sees the rest.
        document.addEventListener("newsgloss:ready", () => performance.mark("ready"));
      });
      await tab.goto(`${site.url}/`);
      const atResult = [...site.requests];
      const { x, y } = await tab.pointOf("Beatrice Nalwoga");
      await tab.page.mouse.click(x, y);
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.deepEqual(site.requests, atResult);
      const late = await tab.page.evaluate(() => {
        const ready = performance.getEntriesByName("ready")[0].startTime;
        return performance.getEntriesByType("resource").filter((entry) => entry.startTime > ready).length;
      });
      assert.equal(late, 0);
      const files = atResult.filter((file) => file.startsWith("/newsgloss/")).sort();
      assert.deepEqual(files, ["index.js", "newsgloss-engine.wasm", "newsgloss.js", "newsgloss.model", "panel.js", "worker.js"].map((file) => `/newsgloss/${file}`));
    });

    inTab("the page's own thread gives what the worker gives", async () => {
      const annotations = async () =>
        tab.page.evaluate(async () => JSON.stringify((await newsgloss.ready).session.annotations));
      await tab.goto(`${site.url}/`);
      const fromWorker = JSON.parse(await annotations());
      await tab.goto(`${site.url}/in-page`);
      const inPage = JSON.parse(await annotations());
      assert.ok(fromWorker.entities.length > 3);
      assert.deepEqual({ ...inPage, url: null, id: null }, { ...fromWorker, url: null, id: null });
      await tab.assertQuiet();
    });

    inTab("destroy leaves nothing, 20 times over", async () => {
      await tab.goto(`${site.url}/`);
      await tab.page.evaluate(async () => {
        const root = /** @type {Element} */ (document.querySelector("article"));
        const { session } = await newsgloss.ready;
        const { annotations } = session;
        const { Session } = await import(/** @type {any} */ ("/newsgloss/index.js"));
        for (let i = 0; i < 20; i += 1) {
          const other = await Session.start(root, { annotations });
          other.next();
          other.destroy();
        }
      });
      assert.ok((await tab.highlights())["newsgloss-person"].length > 0, "the first session is still there");
      await tab.page.evaluate(() => newsgloss.destroy());
      await tab.assertNoResidue();
      const { x, y } = await tab.page.evaluate(() => {
        const rect = /** @type {Element} */ (document.querySelector("h1")).getBoundingClientRect();
        return { x: rect.left + 40, y: rect.top + rect.height / 2 };
      });
      await tab.page.mouse.move(x, y);
      await tab.page.mouse.click(x, y);
      await tab.assertNoResidue();
      await tab.assertQuiet();
    });

    inTab("a phone: the card is a sheet at the foot, nothing is wider than the window", async () => {
      await tab.page.setViewport({ width: 390, height: 844, deviceScaleFactor: 2 });
      await tab.goto(`${demo.url}01-lake-victoria-forum.html`);
      const { x, y } = await tab.pointOf("Beatrice Nalwoga");
      await tab.page.mouse.click(x, y);
      await tab.settled();
      const rect = await tab.page.evaluate(() => {
        const card = document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".card");
        const { left, width, bottom } = /** @type {Element} */ (card).getBoundingClientRect();
        const { clientWidth, scrollWidth } = document.documentElement;
        return { left, width: width - clientWidth, bottom, tooWide: scrollWidth - clientWidth };
      });
      assert.deepEqual(rect, { left: 0, width: 0, bottom: 844, tooWide: 0 });
      const place = await tab.page.evaluate(() => {
        const [range] = /** @type {any} */ (CSS.highlights.get("newsgloss-active"));
        const card = document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".card");
        return { mark: range.getBoundingClientRect().bottom, card: /** @type {Element} */ (card).getBoundingClientRect().top };
      });
      assert.ok(place.mark < place.card, "the sheet does not hide what it is about");
      await tab.picture(`${name}-phone`);
      await tab.assertUntouched();
    });

    inTab("a page that turns dark takes the marks along", async () => {
      await tab.goto(`${demo.url}02-san-isidro-verdict.html`);
      const theme = () => tab.page.evaluate(() => document.querySelector("[data-newsgloss]")?.getAttribute("data-theme"));
      assert.equal(await theme(), "light");
      await tab.page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(".night, .night article { color: #ddd; background: #151515 }");
        document.adoptedStyleSheets.push(sheet);
        document.documentElement.classList.add("night");
      });
      await tab.waitFor(() => document.querySelector("[data-newsgloss]")?.getAttribute("data-theme") === "dark");
      await tab.picture(`${name}-night`);
    });

    inTab("a page that says it is French but is English is read", async () => {
      await tab.goto(`${site.url}/said-french`);
      assert.ok((await tab.highlights())["newsgloss-person"]?.includes("Beatrice Nalwoga"));
    });

    inTab("Trusted Types: our policy's name is all that a page must allow", async () => {
      await tab.goto(`${site.url}/trusted-types`);
      assert.deepEqual((await tab.events()).map(({ type }) => type), ["ready", "result"]);
      await tab.assertUntouched();
      await tab.assertQuiet();
    });

    if (name === "chromium") {
      inTab("Trusted Types without our policy: an error says so, the page is untouched", async () => {
        await tab.goto(`${site.url}/no-trusted-types`);
        const error = (await tab.events()).find(({ type }) => type === "error");
        assert.deepEqual([error?.code, error?.directive], ["csp", "trusted-types newsgloss"], error?.message ?? "");
        await tab.assertNoResidue();
      });

      inTab("prefers-color-scheme: dark, on a page that follows it", async () => {
        await tab.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
        await tab.goto(`${demo.url}01-lake-victoria-forum.html`);
        assert.equal(await tab.page.evaluate(() => document.querySelector("[data-newsgloss]")?.getAttribute("data-theme")), "dark");
        await tab.picture(`${name}-dark`);
      });
    }

    for (const [address, code, directive] of /** @type {const} */ ([
      ["/no-article", "no-root", null],
      ["/empty", "no-text", null],
      ["/french", "language", null],
      ["/no-worker", "csp", "worker-src"],
      ["/no-connect", "csp", "connect-src"],
      ["/no-wasm", "csp", "script-src 'wasm-unsafe-eval'"],
    ])) {
      inTab(`newsgloss:error names the cause, and the page is untouched: ${address}`, async () => {
        await tab.page.goto(`${site.url}${address}`, { waitUntil: "load" });
        await tab.waitFor(() => seen.events.some(({ type }) => type === "error"));
        const error = (await tab.events()).find(({ type }) => type === "error");
        assert.deepEqual({ code: error?.code, directive: error?.directive }, { code, directive }, error?.message ?? "");
        if (address === "/no-article") assert.equal(await tab.page.evaluate(() => document.querySelector("[data-newsgloss]")), null);
        else await tab.assertNoResidue();
      });
    }

    inTab("an article in French: a notice says that it is not read; closed or destroyed, nothing is left", async () => {
      for (const end of ["close", "destroy"]) {
        await tab.goto(`${site.url}/french-notice`);
        assert.equal((await tab.events()).find(({ type }) => type === "error")?.code, "language");
        const { text, button } = await tab.page.evaluate(() => {
          const notice = /** @type {HTMLElement} */ (document.querySelector("[data-newsgloss='']")?.shadowRoot?.querySelector(".notice"));
          const { left, top, width, height } = /** @type {Element} */ (notice.querySelector("button")).getBoundingClientRect();
          return { text: notice.innerText, button: { x: left + width / 2, y: top + height / 2 } };
        });
        assert.match(text, /not in English/);
        await tab.waitFor(() => /not in English/.test(document.querySelector("[data-newsgloss='']")?.shadowRoot?.querySelector("[role=status]")?.textContent ?? ""));
        await tab.picture(`${name}-notice`);
        assert.deepEqual(await tab.highlights(), {});
        if (end === "close") await tab.page.mouse.click(button.x, button.y);
        else await tab.page.evaluate(() => newsgloss.destroy());
        await tab.assertNoResidue();
      }
    });

    for (const [what, file, code] of /** @type {const} */ ([
      ["panel.js is missing", null, "unreachable"],
      ["newsgloss-engine.wasm is missing", null, "unreachable"],
      ["newsgloss-engine.wasm is not the right one", Buffer.from("\0asm\u0001\0\0\0"), "integrity"],
      ["newsgloss.model is missing", null, "unreachable"],
      ["newsgloss.model is not the right one", Buffer.from("newsglos"), "integrity"],
    ])) {
      inTab(`${what}: newsgloss:error, page untouched`, async () => {
        const name = what.split(" ")[0];
        site.files[name] = file;
        try {
          await tab.goto(`${site.url}/`);
        } finally {
          delete site.files[name];
        }
        assert.equal((await tab.events()).find(({ type }) => type === "error")?.code, code);
        await tab.assertNoResidue();
      });
    }

    inTab("the page is read while the engine is on its way: that it is French is known without one", async () => {
      site.files["newsgloss-engine.wasm"] = null;
      try {
        await tab.goto(`${site.url}/french`);
      } finally {
        delete site.files["newsgloss-engine.wasm"];
      }
      assert.equal((await tab.events()).find(({ type }) => type === "error")?.code, "language");
      await tab.assertNoResidue();
    });

    inTab("no worker.js: newsgloss:error, page untouched", async () => {
      site.files["worker.js"] = null;
      try {
        await tab.goto(`${site.url}/`);
      } finally {
        delete site.files["worker.js"];
      }
      assert.equal((await tab.events()).find(({ type }) => type === "error")?.code, "worker");
      await tab.assertNoResidue();
    });

  });
}

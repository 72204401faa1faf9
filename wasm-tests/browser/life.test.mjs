// Sessions over time: pages that change, articles that leave, attach and destroy over and over, annotations made before,
// browsers without highlights. In Chromium and Firefox.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { annotations } from "../../web/tests/annotations.mjs";
import { browserNames, launch } from "./browsers.mjs";
import { Tab } from "./harness.mjs";
import { ARTICLE, TAG, pageHtml, startSite } from "./site.mjs";

/** The page of web/tests/annotations.mjs. */
const LAGOS = `<article><h1>Lagos votes</h1><p>Amara Okafor said \u201cWe waited in <b>Lagos</b> all\u201d on Tuesday.</p>
<p>She added that the count was fair.</p><figure><img alt="" width="60" height="40" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><figcaption>Lagos at night. <span>JOY AUMA</span></figcaption></figure></article>`;
/** The same, edited since: words before the quote, the pronoun's sentence gone. */
const EDITED = LAGOS.replace("Amara Okafor said", "Late at night Amara Okafor said").replace("<p>She added that the count was fair.</p>", "<p>Rain fell.</p>");
const LONG = `<article><h1>Long day in Kisumu</h1>${Array.from({ length: 250 }, (_, i) => `<p>Entry ${i}: Amara Okafor of Lagos met Peter Rono of Kenya in Kisumu, and she said on Tuesday that the talks in Nairobi would go on.</p>`).join("")}</article>`;

/** @param {string} attributes */
const tagWith = (attributes) => TAG.replace("<script", `<script ${attributes}`);
const json = JSON.stringify(annotations);

/** @type {Record<string, import("./site.mjs").Page>} */
const pages = {
  "/": { html: pageHtml(ARTICLE) },
  "/bare": { html: pageHtml(LAGOS, { tag: "" }) },
  "/long": { html: pageHtml(LONG) },
  "/made-before": { html: pageHtml(LAGOS, { tag: tagWith('data-annotations="/made.json"') }) },
  "/edited": { html: pageHtml(EDITED, { tag: tagWith('data-annotations="/made.json"') }) },
  "/inline": { html: pageHtml(`${LAGOS}<script type="application/json" id="made">${json}</script>`, { tag: tagWith('data-annotations="#made"') }) },
  "/no-json": { html: pageHtml(LAGOS, { tag: tagWith('data-annotations="/broken.json"') }) },
  "/other-json": { html: pageHtml(LAGOS, { tag: tagWith('data-annotations="/other.json"') }) },
  "/missing-json": { html: pageHtml(LAGOS, { tag: tagWith('data-annotations="/none.json"') }) },
  "/made.json": { html: json, type: "application/json" },
  "/other.json": { html: '{"hello": 1}', type: "application/json" },
  "/broken.json": { html: "<p>Sorry", type: "application/json" },
  "/topics": { html: pageHtml(LAGOS, { tag: tagWith('data-annotations="/made.json" data-topics="/people/{slug}"') }) },
  "/element": { html: pageHtml(`<news-gloss types="PERSON" layers="names" annotations="/made.json">${LAGOS}</news-gloss><article><p>Another.</p></article>`) },
  "/frame": { html: pageHtml('<iframe src="/bare" width="600" height="400"></iframe>', { tag: "" }), policy: "frame-src 'self'; default-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'" },
};

for (const name of browserNames) {
  describe(name, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    /** @type {import("./site.mjs").Site} */
    let site;
    /** @type {Tab} */
    let tab;
    before(async () => {
      [browser, site] = await Promise.all([launch(name), startSite(pages)]);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
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
    /** Attaches the annotations of LAGOS to the bare page. */
    const attachLagos = async () => {
      await tab.page.goto(`${site.url}/bare`);
      await tab.page.evaluate(async (/** @type {any} */ annotations) => {
        const { attach } = await import(/** @type {any} */ ("/newsgloss/index.js"));
        Object.assign(globalThis, { session: await attach(document.querySelector("article"), { annotations }) });
      }, annotations);
      await tab.frames();
    };
    const painted = async (/** @type {string} */ style) => (await tab.highlights())[`newsgloss-${style}`] ?? [];
    const lastError = async () => (await tab.events()).findLast(({ type }) => type === "error");
    /** @param {number} ms */
    const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    /** What a click in the shadow root does. @param {string[]} selectors */
    const click = (...selectors) =>
      tab.page.evaluate((all) => {
        const root = document.querySelector("[data-newsgloss='']")?.shadowRoot;
        for (const one of all) {
          const found = /** @type {HTMLElement | null | undefined} */ (root?.querySelector(one));
          if (!found) throw new Error(`no ${one}`);
          found.click();
        }
      }, selectors);

    inTab("a page that edits its text is annotated anew, and the result is that of a fresh session", async () => {
      await tab.goto(`${site.url}/`);
      const { events, again, fresh } = await tab.page.evaluate(async () => {
        const { session } = /** @type {any} */ (await newsgloss.ready);
        const before = seen.events.length;
        const told = new Promise((resolve) => session.addEventListener("result", resolve, { once: true }));
        const story = document.querySelectorAll("article > p");
        story[story.length - 2].textContent = "The ministers of Uganda, Samuel Okello among them, said they would meet in Entebbe on Friday.";
        await told;
        const { annotator } = /** @type {any} */ (await newsgloss.ready);
        const { PageArticle } = await import(/** @type {any} */ ("/newsgloss/index.js"));
        const fresh = await annotator.annotate(PageArticle.read(document.querySelector("article")).article);
        return { events: seen.events.slice(before).map(({ type }) => type), again: JSON.stringify(session.annotations), fresh: JSON.stringify(fresh) };
      });
      assert.deepEqual(events, ["result"]);
      assert.equal(again, fresh);
      await tab.frames();
      assert.ok((await painted("person")).includes("Samuel Okello"));
      assert.ok((await painted("place")).includes("Entebbe"));
      await tab.assertQuiet();
    });

    inTab("a page that renders the same text anew keeps its marks, without the engine; an open card stays", async () => {
      await attachLagos();
      await tab.page.evaluate(() => /** @type {any} */ (globalThis).session.next());
      const card = await tab.card();
      assert.match(card ?? "", /Lagos/);
      const before = await tab.highlights();
      await tab.page.evaluate(() => {
        const article = /** @type {Element} */ (document.querySelector("article"));
        article.replaceChildren(...[...article.childNodes].map((node) => node.cloneNode(true)));
      });
      await tab.waitFor(() => (CSS.highlights.get("newsgloss-person")?.size ?? 0) === 1 && [.../** @type {any} */ (CSS.highlights.get("newsgloss-person"))].every((range) => range.startContainer.isConnected));
      await wait(200);
      assert.deepEqual(await tab.highlights(), before);
      assert.equal(await tab.card(), card);
    });

    inTab("bursts of changes: the last state is shown, the engine is asked a few times only", async () => {
      await tab.goto(`${site.url}/`);
      const results = await tab.page.evaluate(async () => {
        let results = 0;
        document.addEventListener("newsgloss:result", () => (results += 1));
        const p = document.createElement("p");
        document.querySelector("article")?.append(p);
        for (let i = 0; i < 60; i += 1) {
          p.textContent = `Entry ${i}: Rehema Juma, the mayor of Mwanza, said the port was open.`;
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        for (let i = 0; i < 100 && results === 0; i += 1) await new Promise((resolve) => setTimeout(resolve, 50));
        await new Promise((resolve) => setTimeout(resolve, 400));
        return results;
      });
      assert.ok(results >= 1 && results <= 3, String(results));
      assert.ok((await painted("person")).includes("Rehema Juma"));
      await tab.assertQuiet();
    });

    inTab("a page that rewrites its text while we annotate: tried again; one that never rests is left alone", async () => {
      await tab.page.goto(`${site.url}/bare`);
      const outcome = await tab.page.evaluate(async (/** @type {any} */ made) => {
        const { Session } = await import(/** @type {any} */ ("/newsgloss/index.js"));
        const root = /** @type {Element} */ (document.querySelector("article"));
        let calls = 0;
        const annotate = (/** @type {number} */ until) => async (/** @type {any} */ article) => {
          calls += 1;
          if (calls <= until) root.append(Object.assign(document.createElement("p"), { textContent: `Entry ${calls}.` }));
          return { ...made, blocks: article.blocks.map((/** @type {any} */ block) => ({ kind: "paragraph", ...block })) };
        };
        const session = await Session.start(root, { annotate: annotate(1) });
        const once = calls;
        session.destroy();
        calls = 0;
        const error = await Session.start(root, { annotate: annotate(Infinity) }).catch((/** @type {any} */ error) => error.code);
        return { once, error, elements: document.querySelectorAll("[data-newsgloss]").length };
      }, annotations);
      assert.deepEqual(outcome, { once: 2, error: "unstable", elements: 0 });
    });

    inTab("destroyed while it reads the page anew: nothing comes after", async () => {
      await attachLagos();
      await tab.page.evaluate(async () => {
        const { session } = /** @type {any} */ (globalThis);
        /** @type {Element} */ (document.querySelector("article p")).append(" Late at night.");
        const updating = session.update();
        session.destroy();
        await updating;
      });
      await wait(300);
      assert.equal(await tab.page.evaluate(() => CSS.highlights.size + document.adoptedStyleSheets.length + document.querySelectorAll("[data-newsgloss]").length), 0);
      assert.equal(await tab.page.evaluate(() => seen.observing()), 0);
    });

    inTab("an article that leaves the page takes its session along, and an event says so; one that is moved stays", async () => {
      await attachLagos();
      await tab.page.evaluate(() => {
        const article = /** @type {Element} */ (document.querySelector("article"));
        article.remove();
        setTimeout(() => document.body.prepend(article), 100);
      });
      await wait(900);
      assert.deepEqual(await painted("person"), ["Amara Okafor"]);
      await tab.page.evaluate(() => document.querySelector("article")?.remove());
      await tab.waitFor(() => seen.events.some(({ type }) => type === "error"));
      assert.equal((await lastError())?.code, "no-root");
      assert.equal(await tab.page.evaluate(() => CSS.highlights.size + document.querySelectorAll("[data-newsgloss]").length), 0);
    });

    inTab("an article in a frame, and the frame is removed", async () => {
      await tab.page.goto(`${site.url}/frame`);
      const inFrame = await tab.page.evaluate(async (/** @type {any} */ annotations) => {
        const { attach } = await import(/** @type {any} */ ("/newsgloss/index.js"));
        const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
        const inner = /** @type {any} */ (frame.contentWindow);
        const session = await attach(inner.document.querySelector("article"), { annotations });
        session.next();
        const people = [...inner.CSS.highlights.get("newsgloss-person")].map(String);
        const card = inner.document.querySelector("[data-newsgloss]").shadowRoot.querySelector(".card .name").textContent;
        frame.remove();
        return { people, card, own: CSS.highlights.size };
      }, annotations);
      assert.deepEqual(inFrame, { people: ["Amara Okafor"], card: "Lagos", own: 0 });
      await tab.waitFor(() => seen.events.some(({ type }) => type === "error"));
      assert.equal((await lastError())?.code, "no-root");
      assert.deepEqual(tab.problems, []);
    });

    inTab("two articles: their buttons do not lie on each other, and each destroys its own", async () => {
      await attachLagos();
      const { tops, left } = await tab.page.evaluate(async (/** @type {any} */ annotations) => {
        const { attach } = await import(/** @type {any} */ ("/newsgloss/index.js"));
        const article = /** @type {Element} */ (document.querySelector("article"));
        const copy = /** @type {Element} */ (article.cloneNode(true));
        article.after(copy);
        const second = await attach(copy, { annotations });
        await new Promise((resolve) => setTimeout(resolve, 200));
        const tops = [...document.querySelectorAll("[data-newsgloss]")].map(
          (host) => /** @type {Element} */ (host.shadowRoot?.querySelector(".toolbar")).getBoundingClientRect().top,
        );
        second.destroy();
        return { tops, left: [.../** @type {any} */ (CSS.highlights.get("newsgloss-person"))].length };
      }, annotations);
      assert.equal(tops.length, 2);
      assert.ok(Math.abs(tops[0] - tops[1]) >= 40, String(tops));
      assert.equal(left, 1);
    });

    inTab("attach and destroy, 200 times: page, listeners, observers, registry and sheets as before, memory too", async () => {
      await tab.page.goto(`${site.url}/bare`);
      await tab.page.evaluate(() => import(/** @type {any} */ ("/newsgloss/index.js")));
      const rounds = (/** @type {number} */ count) =>
        tab.page.evaluate(
          async (/** @type {any} */ annotations, /** @type {number} */ count) => {
            const { attach } = await import(/** @type {any} */ ("/newsgloss/index.js"));
            for (let i = 0; i < count; i += 1) {
              const session = await attach(document.querySelector("article"), { annotations });
              session.next();
              session.openPanel();
              session.show("names", false);
              session.destroy();
              session.destroy();
            }
            await new Promise((resolve) => setTimeout(resolve, 100));
          },
          annotations,
          count,
        );
      const before = await tab.belongings();
      await rounds(20);
      const heap = async () => {
        if (name !== "chromium") return { JSHeapUsedSize: 0, Nodes: 0, JSEventListeners: 0 };
        const client = await tab.page.createCDPSession();
        await client.send("HeapProfiler.enable");
        for (let i = 0; i < 3; i += 1) await client.send("HeapProfiler.collectGarbage");
        await client.detach();
        return tab.page.metrics();
      };
      const early = await heap();
      await rounds(200);
      const late = await heap();
      assert.deepEqual(await tab.belongings(), before);
      const grown = (late.JSHeapUsedSize ?? 0) - (early.JSHeapUsedSize ?? 0);
      assert.ok(grown < 500_000, `${grown} bytes more after 200 rounds`);
      assert.ok((late.Nodes ?? 0) - (early.Nodes ?? 0) < 200, `${early.Nodes} nodes, then ${late.Nodes}`);
      assert.ok((late.JSEventListeners ?? 0) - (early.JSEventListeners ?? 0) < 20, `${early.JSEventListeners} listeners, then ${late.JSEventListeners}`);
      if (name === "chromium") console.log(`# 200 rounds: ${grown} bytes more, ${(late.Nodes ?? 0) - (early.Nodes ?? 0)} nodes`);
    });

    inTab("annotations made before: fetched, painted, no engine; ready comes after the last request", async () => {
      site.requests.length = 0;
      await tab.goto(`${site.url}/made-before`);
      assert.deepEqual(await painted("person"), ["Amara Okafor"]);
      assert.deepEqual((await tab.events()).map(({ type }) => type), ["ready", "result"]);
      assert.deepEqual([...site.requests].sort(), ["/made-before", "/made.json", "/newsgloss/index.js", "/newsgloss/newsgloss.js", "/newsgloss/panel.js"]);
      await tab.goto(`${site.url}/inline`);
      assert.deepEqual(await painted("quote-indirect"), ["the count was fair"]);
      await tab.assertUntouched();
      await tab.assertQuiet();
    });

    inTab("annotations made before the text was edited: found by their words, or left alone", async () => {
      await tab.goto(`${site.url}/edited`);
      assert.deepEqual(await tab.highlights(), {
        "newsgloss-quote-direct": ["\u201cWe waited in ", "Lagos", " all\u201d"],
        "newsgloss-caption": ["Lagos at night."],
        "newsgloss-credit": ["JOY AUMA"],
        "newsgloss-date": ["Tuesday"],
        "newsgloss-person": ["Amara Okafor"],
        "newsgloss-place": ["Lagos", "Lagos", "Lagos"],
      });
      await tab.assertUntouched();
    });

    for (const [address, code] of [["/no-json", "article"], ["/other-json", "article"], ["/missing-json", "unreachable"]]) {
      inTab(`annotations that are none: an error names the cause, the page is untouched: ${address}`, async () => {
        await tab.goto(`${site.url}${address}`);
        assert.equal((await lastError())?.code, code);
        await tab.assertNoResidue();
      });
    }

    inTab("<news-gloss>: its article is read, an attribute changes it, taken out it ends", async () => {
      await tab.goto(`${site.url}/element`);
      assert.deepEqual(Object.keys(await tab.highlights()), ["newsgloss-person"]);
      assert.equal(await tab.page.evaluate(() => document.querySelectorAll("[data-newsgloss]").length), 1, "the other article is left alone");
      await tab.page.evaluate(async () => {
        const element = /** @type {any} */ (document.querySelector("news-gloss"));
        element.setAttribute("types", "GPE");
        await element.session;
      });
      assert.deepEqual(Object.keys(await tab.highlights()), ["newsgloss-place"]);
      await tab.page.evaluate(() => document.querySelector("news-gloss")?.remove());
      await tab.waitFor(() => CSS.highlights.size === 0 && document.querySelectorAll("[data-newsgloss]").length === 0);
      await tab.assertQuiet();
    });

    inTab("without highlights: boxes that lie on the words, clicks that reach them, nothing left behind", async () => {
      await tab.page.evaluateOnNewDocument(() => {
        Reflect.deleteProperty(globalThis, "Highlight");
      });
      await attachLagos();
      await wait(100);
      const { off, count } = await tab.page.evaluate(() => {
        const boxes = [.../** @type {Element} */ (document.querySelector("[data-newsgloss=overlay]")).shadowRoot?.querySelectorAll("i.person") ?? []];
        const range = document.createRange();
        const text = /** @type {Text} */ (document.querySelector("article p")?.firstChild);
        range.setStart(text, 0);
        range.setEnd(text, 12);
        const [a, b] = [boxes[0].getBoundingClientRect(), range.getBoundingClientRect()];
        return { off: Math.max(...(/** @type {const} */ (["left", "top", "right", "bottom"])).map((side) => Math.abs(a[side] - b[side]))), count: boxes.length };
      });
      assert.equal(count, 1);
      assert.ok(off < 1, `${off} px`);
      const { x, y } = await tab.page.evaluate(() => {
        const { left, top } = /** @type {Element} */ (document.querySelector("article p")).getBoundingClientRect();
        return { x: left + 20, y: top + 8 };
      });
      await tab.page.mouse.click(x, y);
      assert.match((await tab.card()) ?? "", /Amara Okafor/);
      await tab.picture(`${name}-overlay`);
      await tab.assertUntouched().catch(() => {});
      await tab.page.evaluate(() => /** @type {any} */ (globalThis).session.destroy());
      assert.equal(await tab.page.evaluate(() => document.querySelectorAll("[data-newsgloss]").length), 0);
    });

    if (name === "chromium") {
      inTab("forced colours: boxes in the reader's own colours, not highlights painted as if selected", async () => {
        const client = await tab.page.createCDPSession();
        await client.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
        await attachLagos();
        assert.deepEqual(await tab.highlights(), {});
        assert.ok(await tab.page.evaluate(() => document.querySelector("[data-newsgloss=overlay]")?.shadowRoot?.querySelector("i.person")));
        await tab.page.evaluate(() => /** @type {any} */ (globalThis).session.openPanel());
        await tab.picture("chromium-forced");
        await client.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "none" }] });
        await tab.waitFor(() => CSS.highlights.size > 0 && !document.querySelector("[data-newsgloss=overlay]"));
      });
    }

    if (name === "firefox") {
      test("forced colours, as Firefox's own setting makes them: boxes, a legible card, nothing left behind", async () => {
        const forced = await launch(name, true);
        try {
          tab = await Tab.open(forced);
          await attachLagos();
          assert.equal(await tab.page.evaluate(() => matchMedia("(forced-colors: active)").matches), true);
          assert.deepEqual(await tab.highlights(), {});
          await tab.waitFor(() => document.querySelector("[data-newsgloss=overlay]")?.shadowRoot?.querySelector("i.person"));
          await tab.page.evaluate(() => /** @type {any} */ (globalThis).session.openPanel());
          await tab.page.evaluate(() => /** @type {any} */ (globalThis).session.next());
          assert.match((await tab.card()) ?? "", /Lagos/);
          await tab.picture("firefox-forced");
          await tab.page.evaluate(() => /** @type {any} */ (globalThis).session.destroy());
          await tab.assertNoResidue();
        } finally {
          await forced.close();
        }
      });
    }

    inTab("a quote is copied with its speaker and a link to its place, with the clipboard and where it is refused", async () => {
      for (const refused of [false, true]) {
        await attachLagos();
        await tab.page.evaluate((refused) => {
          Object.assign(globalThis, { copied: "" });
          const keep = (/** @type {string} */ text) => Object.assign(globalThis, { copied: text });
          Object.defineProperty(navigator, "clipboard", { value: refused ? undefined : { writeText: async (/** @type {string} */ text) => keep(text) }, configurable: true });
          document.addEventListener("copy", () => {
            const area = document.querySelector("[data-newsgloss='']")?.shadowRoot?.activeElement;
            keep(/** @type {HTMLTextAreaElement} */ (area).value);
          });
        }, refused);
        await click(".opener", "#tab-said", ".voice .passage");
        const { x, y } = await tab.page.evaluate(() => {
          const { left, top, width, height } = /** @type {Element} */ (document.querySelector("[data-newsgloss='']")?.shadowRoot?.querySelector(".copy")).getBoundingClientRect();
          return { x: left + width / 2, y: top + height / 2 };
        });
        await tab.page.mouse.click(x, y);
        await tab.waitFor(() => document.querySelector("[data-newsgloss='']")?.shadowRoot?.querySelector("[role=status]")?.textContent === "Copied");
        assert.match((await tab.card()) ?? "", /Copied/);
        assert.match(await tab.page.evaluate(() => /** @type {any} */ (globalThis).copied), /^\u201cWe waited in Lagos all\u201d\n\u2014 Amara Okafor, voter\nLagos votes, http\S+#:~:text=We%20waited%20in%20Lagos%20all$/);
        await tab.page.evaluate(() => /** @type {any} */ (globalThis).session.destroy());
      }
    });

    inTab("the card leads to the site's own page about someone", async () => {
      await tab.goto(`${site.url}/topics`);
      const person = await tab.pointOf("Amara Okafor");
      await tab.page.mouse.click(person.x, person.y);
      assert.match((await tab.card()) ?? "", /Topic page/);
      const href = await tab.page.evaluate(() => document.querySelector("[data-newsgloss='']")?.shadowRoot?.querySelector(".card .out")?.getAttribute("href"));
      assert.equal(href, `${site.url}/people/amara-okafor`);
    });

    inTab("on paper: who said what and the names stand at the end, and only there", async () => {
      await attachLagos();
      const list = () => tab.page.evaluate(() => /** @type {HTMLElement | null | undefined} */ (document.querySelector("[data-newsgloss='']")?.shadowRoot?.querySelector(".print"))?.textContent ?? null);
      assert.equal(await list(), null);
      await tab.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      assert.match((await list()) ?? "", /^Who said what.*Amara Okafor.*We waited in Lagos all.*the count was fair.*People.*Places.*Lagos/);
      await tab.page.evaluate(() => dispatchEvent(new Event("afterprint")));
      assert.equal(await list(), null);
      if (name === "chromium") {
        await tab.page.evaluate(() => {
          addEventListener("afterprint", () => Object.assign(globalThis, { printed: "done" }));
        });
        await tab.page.pdf();
        assert.equal(await tab.page.evaluate(() => /** @type {any} */ (globalThis).printed), "done", "printing says when it ends");
        assert.equal(await list(), null);
        await tab.page.emulateMediaType("print");
        await tab.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
        const shown = await tab.page.evaluate(() => {
          const root = document.querySelector("[data-newsgloss='']")?.shadowRoot;
          const seen = (/** @type {string} */ one) => root?.querySelector(one)?.checkVisibility() ?? false;
          const top = root?.querySelector(".print")?.getBoundingClientRect().top ?? 0;
          return { print: seen(".print"), toolbar: seen(".toolbar"), below: top >= /** @type {Element} */ (document.querySelector("article")).getBoundingClientRect().bottom };
        });
        assert.deepEqual(shown, { print: true, toolbar: false, below: true });
      }
      await tab.page.evaluate(() => /** @type {any} */ (globalThis).session.destroy());
      await tab.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      assert.equal(await list(), null);
    });

    if (name === "chromium") {
      inTab("the browser opens a copied link at its words", async () => {
        await tab.page.goto(`${site.url}/long#:~:text=Entry%20200%3A%20Amara%20Okafor,Nairobi%20would%20go%20on`);
        await tab.waitFor(() => scrollY > 1000);
      });
    }

    inTab("a picture: from the figure to whom it shows and its paragraph, and back, in place", async () => {
      await attachLagos();
      const { x, y } = await tab.page.evaluate(() => {
        const { left, top } = /** @type {Element} */ (document.querySelector("article img")).getBoundingClientRect();
        return { x: left + 10, y: top + 10 };
      });
      await tab.page.mouse.click(x, y);
      assert.match((await tab.card()) ?? "", /Picture\s+JOY AUMA[^]*Shown\s+Lagos\s+left[^]*Goes with\s+Amara Okafor said/);
      assert.ok((await painted("related")).join("").includes("Amara Okafor said"), "its paragraph is painted");
      await click(".card .passage");
      assert.ok((await painted("related")).join("").includes("Amara Okafor said"));
      const person = await tab.pointOf("Amara Okafor");
      await tab.page.mouse.click(person.x, person.y);
      assert.match((await tab.card()) ?? "", /With this paragraph\s+Lagos at night\./);
      await click(".card .picture");
      assert.deepEqual(await painted("active"), ["Lagos at night."]);
      await click(".opener", "#tab-pictures", ".pictures .around");
      assert.ok((await painted("related")).join("").includes("Amara Okafor said"));
    });

    inTab("a long live page: only what is near the window is painted, and it follows the reader", async () => {
      await tab.goto(`${site.url}/long`);
      await wait(300);
      const count = () => tab.page.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0));
      const first = await count();
      const all = await tab.page.evaluate(async () => (await newsgloss.ready).session.annotations.entities.flatMap(({ mentions }) => mentions).length);
      assert.ok(all > 1000, `${all} mentions`);
      assert.ok(first > 20 && first < all / 2, `${first} of ${all}`);
      await tab.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await tab.waitFor(() => [.../** @type {any} */ (CSS.highlights.get("newsgloss-person") ?? [])].some((range) => range.startContainer.data.startsWith("Entry 249")));
      assert.ok((await count()) < all / 2);
    });
  });
}

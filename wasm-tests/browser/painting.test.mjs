// How marks are painted where the page is not plain: elements in the article for sites that ask for them, grounds that are
// neither white nor black, pages that are rendered by a framework, left and come back, or grow while one reads. In Chromium and
// Firefox.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as esbuild from "esbuild";
import { colourOf, contrast, over } from "../../web/highlight/contrast.js";
import { annotations } from "../../web/tests/annotations.mjs";
import { browserNames, launch } from "./browsers.mjs";
import { Tab } from "./harness.mjs";
import { ARTICLE, TAG, pageHtml, startSite } from "./site.mjs";

const ELEMENTS = TAG.replace("<script", '<script data-marks="elements"');
const LAGOS = `<article><h1>Lagos votes</h1><p>Amara Okafor said \u201cWe waited in <b>Lagos</b> all\u201d on Tuesday.</p>
<p>She added that the count was fair.</p><figure><figcaption>Lagos at night. <span>JOY AUMA</span></figcaption></figure></article>`;

/** A story that React renders, and renders anew with each edit; `Strict` mode renders twice. */
const REACT = `
  import { StrictMode, createElement as h, useState } from "react";
  import { createRoot } from "react-dom/client";
  function Story() {
    const [{ first, more, bold }, set] = useState({ first: "Amara Okafor said in Lagos that the count was fair.", more: [], bold: false });
    globalThis.edit = (change) => set((before) => ({ ...before, ...change }));
    return h("article", null,
      h("h1", null, "Lagos votes"),
      h("p", null, first),
      more.map((text) => h("p", { key: text }, bold ? h("b", null, text) : text)));
  }
  globalThis.errors = [];
  const told = (error) => globalThis.errors.push(String(error));
  const root = createRoot(document.querySelector("#app"), { onUncaughtError: told, onCaughtError: told, onRecoverableError: told });
  root.render(h(StrictMode, null, h(Story)));
  globalThis.unmount = () => root.unmount();
`;
const MORE = ["Peter Rono of Kenya spoke in Nairobi on Monday.", "\u201cWe share one lake,\u201d said Beatrice Nalwoga in Kampala."];

/** @type {Record<string, import("./site.mjs").Page>} */
const pages = {
  "/": { html: pageHtml(ARTICLE) },
  "/elements": { html: pageHtml(ARTICLE, { tag: ELEMENTS }) },
  "/bare": { html: pageHtml(LAGOS, { tag: "" }) },
  "/react": { html: pageHtml('<div id="app"></div>', { tag: '<script src="/react.js"></script>' }) },
  "/other": { html: "<!doctype html><title>Other</title><p>Another page." },
  "/ground": { html: pageHtml(ARTICLE, { tag: "" }), policy: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data:" },
};

before(async () => {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: REACT, resolveDir: import.meta.dirname, loader: "js" },
    bundle: true,
    write: false,
    define: { "process.env.NODE_ENV": '"development"' },
  });
  pages["/react.js"] = { html: outputFiles[0].text, type: "text/javascript" };
});

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
    /** @param {string} title @param {() => Promise<void>} body */
    const inTab = (title, body) =>
      test(title, async () => {
        tab = await Tab.open(browser);
        try {
          await body();
        } finally {
          await tab.page.close();
        }
      });
    /** A session with annotations made before, or with the engine's. @param {string} address @param {object} options @param {boolean} [engine] */
    const attach = async (address, options, engine = false) => {
      await tab.page.goto(`${site.url}${address}`);
      await tab.waitFor(() => document.querySelector("article"));
      await tab.page.evaluate(
        async (/** @type {any} */ options, /** @type {boolean} */ engine) => {
          const { attach, createAnnotator } = await import(/** @type {any} */ ("/newsgloss/index.js"));
          const article = document.querySelector("article");
          const session = engine ? await (await createAnnotator()).attach(article, options) : await attach(article, options);
          Object.assign(globalThis, { session });
        },
        options,
        engine,
      );
      await tab.frames();
    };
    /** The words of the marks in the article, and what the registry paints. */
    const marked = () =>
      tab.page.evaluate(() => [...document.querySelectorAll("mark[data-newsgloss]")].map((mark) => `${mark.getAttribute("data-newsgloss")}: ${mark.textContent}`));
    const article = () => tab.page.evaluate(() => document.querySelector("article")?.outerHTML ?? null);
    const stop = () => tab.page.evaluate(() => /** @type {any} */ (globalThis).session.destroy());
    /** @param {number} ms */
    const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

    inTab("elements: each mark stands in the article with its style and id, nested; destroyed, the nodes are what they were", async () => {
      await tab.page.goto(`${site.url}/bare`);
      const before = await article();
      await tab.page.evaluate(() => {
        /** @type {Node[]} */
        const nodes = [];
        const walker = document.createTreeWalker(document.querySelector("article") ?? document, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) nodes.push(walker.currentNode);
        Object.assign(globalThis, { nodes });
      });
      await tab.page.evaluate(async (/** @type {any} */ annotations) => {
        const { attach } = await import(/** @type {any} */ ("/newsgloss/index.js"));
        Object.assign(globalThis, { session: await attach(document.querySelector("article"), { annotations, marks: "elements" }) });
      }, annotations);
      await tab.frames();
      assert.deepEqual(await marked(), [
        "place: Lagos",
        "person: Amara Okafor",
        "quote-direct: \u201cWe waited in ",
        "quote-direct: Lagos",
        "place: Lagos",
        "quote-direct:  all\u201d",
        "date: Tuesday",
        "quote-indirect: the count was fair",
        "caption: Lagos at night.",
        "place: Lagos",
        "credit: JOY AUMA",
      ]);
      const seen = await tab.page.evaluate(() => {
        const person = document.querySelector("mark[data-newsgloss=person]");
        const inner = document.querySelector("mark[data-newsgloss=quote-direct] > mark");
        return {
          id: person?.getAttribute("data-id"),
          line: getComputedStyle(person ?? document.body).textDecorationStyle,
          background: getComputedStyle(person ?? document.body).backgroundColor,
          inner: inner?.textContent,
          registry: [...CSS.highlights.keys()],
          words: document.querySelector("article")?.textContent,
        };
      });
      assert.equal(seen.id, String(annotations.entities.find(({ name }) => name === "Amara Okafor")?.id));
      assert.deepEqual([seen.line, seen.background, seen.inner, seen.registry], ["solid", "rgba(0, 0, 0, 0)", "Lagos", []]);
      const picture = await tab.page.evaluate(() => document.querySelector("article")?.textContent);
      assert.equal(seen.words, picture);
      // No change of ours is taken for the page's: nothing is read anew.
      await wait(400);
      assert.equal((await marked()).length, 11);
      await stop();
      assert.equal(await article(), before);
      const same = await tab.page.evaluate(() => {
        const walker = document.createTreeWalker(document.querySelector("article") ?? document, NodeFilter.SHOW_TEXT);
        return /** @type {any} */ (globalThis).nodes.every((/** @type {Node} */ node) => walker.nextNode() === node) && walker.nextNode() === null;
      });
      assert.ok(same, "the same text nodes");
      await tab.assertNoResidue();
    });

    inTab("elements: card, steps and layers as ever; a site's own style sheet holds", async () => {
      await tab.goto(`${site.url}/elements`);
      const marks = await marked();
      assert.ok(marks.includes("person: Beatrice Nalwoga"), marks.join("; "));
      const point = await tab.page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("mark[data-newsgloss=person] { color: rgb(1, 2, 3) }");
        document.adoptedStyleSheets.push(sheet);
        const mark = [...document.querySelectorAll("mark")].find((one) => one.textContent === "Beatrice Nalwoga");
        const { left, top, width, height } = /** @type {Element} */ (mark).getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2, colour: getComputedStyle(/** @type {Element} */ (mark)).color };
      });
      assert.equal(point.colour, "rgb(1, 2, 3)");
      await tab.page.mouse.click(point.x, point.y);
      await tab.waitFor(() => document.querySelector("[data-newsgloss='']")?.shadowRoot?.querySelector(".card:not([hidden])"));
      assert.match((await tab.card()) ?? "", /Beatrice Nalwoga/);
      assert.deepEqual((await tab.highlights())["newsgloss-active"], ["Beatrice Nalwoga"]);
      await tab.picture(`${name}-elements`);
      await tab.page.evaluate(async () => {
        const { session } = await /** @type {any} */ (globalThis).newsgloss.ready;
        session.show("quotes", false);
        session.next();
      });
      const fewer = await marked();
      assert.ok(fewer.length > 0 && fewer.every((mark) => !mark.startsWith("quote")), fewer.join("; "));
      await tab.page.evaluate(() => /** @type {any} */ (globalThis).newsgloss.destroy());
      await tab.assertUntouched();
      assert.deepEqual(tab.problems, []);
    });

    inTab("elements: what the page writes meanwhile is kept, and marked", async () => {
      await attach("/bare", { marks: "elements" }, true);
      assert.ok((await marked()).includes("person: Amara Okafor"));
      await tab.page.evaluate(() => {
        const [first, second] = document.querySelectorAll("article p");
        // As frameworks do: the node that they made is given its whole text anew.
        first.firstChild && (first.firstChild.nodeValue = "Peter Rono said \u201cWe walked in ");
        second.textContent = "In Nairobi she added that the count was fair.";
      });
      await tab.waitFor(() => [...document.querySelectorAll("mark")].some((mark) => mark.textContent === "Nairobi"));
      assert.ok((await marked()).includes("person: Peter Rono"), (await marked()).join("; "));
      await stop();
      const text = await tab.page.evaluate(() => document.querySelector("article")?.textContent?.replaceAll("\n", " "));
      assert.equal(text, "Lagos votesPeter Rono said \u201cWe walked in Lagos all\u201d on Tuesday. In Nairobi she added that the count was fair.Lagos at night. JOY AUMA");
      assert.equal((await marked()).length, 0);
    });

    for (const marks of /** @type {const} */ (["auto", "elements"])) {
      inTab(`React renders its story anew, adds to it and takes it away, without an error: ${marks}`, async () => {
        await attach("/react", { marks }, true);
        const people = () =>
          marks === "elements"
            ? marked().then((all) => all.filter((one) => one.startsWith("person: ")).map((one) => one.slice(8)))
            : tab.highlights().then((all) => all["newsgloss-person"] ?? []);
        const until = async (/** @type {string} */ person) => {
          for (let tries = 0; tries < 100 && !(await people()).includes(person); tries += 1) await wait(50);
          return (await people()).sort();
        };
        const edit = (/** @type {object} */ change) => tab.page.evaluate((change) => /** @type {any} */ (globalThis).edit(change), change);
        assert.deepEqual(await until("Amara Okafor"), ["Amara Okafor"]);
        await edit({ first: "Joy Auma said in Lagos that the count was fair." });
        assert.deepEqual(await until("Joy Auma"), ["Joy Auma"]);
        await edit({ more: MORE });
        assert.deepEqual(await until("Beatrice Nalwoga"), ["Beatrice Nalwoga", "Joy Auma", "Peter Rono"]);
        await edit({ more: [...MORE].reverse() });
        await wait(300);
        assert.deepEqual(await until("Beatrice Nalwoga"), ["Beatrice Nalwoga", "Joy Auma", "Peter Rono"]);
        await edit({ bold: true });
        await wait(300);
        assert.deepEqual(await until("Beatrice Nalwoga"), ["Beatrice Nalwoga", "Joy Auma", "Peter Rono"]);
        const words = await tab.page.evaluate(() => document.querySelector("article")?.textContent);
        assert.equal(words, `Lagos votesJoy Auma said in Lagos that the count was fair.${MORE[1]}${MORE[0]}`);
        await edit({ more: [MORE[0]], bold: false });
        await wait(300);
        assert.deepEqual(await until("Peter Rono"), ["Joy Auma", "Peter Rono"]);
        await tab.page.evaluate(() => /** @type {any} */ (globalThis).unmount());
        await tab.waitFor(() => !document.querySelector("[data-newsgloss]"));
        assert.deepEqual(await tab.page.evaluate(() => /** @type {any} */ (globalThis).errors), []);
        assert.deepEqual(tab.problems, []);
      });
    }

    for (const [ground, theme, rgb] of /** @type {[string, string, import("../../web/highlight/contrast.js").Colour][]} */ ([
      ["#ffffff", "light", [255, 255, 255, 1]],
      ["#fff1e5", "light", [255, 241, 229, 1]],
      ["#d9c7a0", "light", [217, 199, 160, 1]],
      ["rgb(255 255 255 / 4%)", "dark", [29, 29, 33, 1]], // over the body's own
      ["#3c486e", "dark", [60, 72, 110, 1]],
      ["oklch(0.3 0.05 250)", "dark", [23, 48, 73, 1]],
    ])) {
      inTab(`on ${ground} lines are seen, and text on tints is read`, async () => {
        await tab.page.goto(`${site.url}/ground`);
        await tab.page.evaluate((ground, theme) => {
          document.body.style.background = theme === "dark" ? "rgb(20, 20, 24)" : "white";
          const article = /** @type {HTMLElement} */ (document.querySelector("article"));
          article.style.background = ground;
          article.style.color = theme === "dark" ? "#f4f4f4" : "#332f2e";
        }, ground, theme);
        await tab.page.evaluate(async () => {
          const { createAnnotator } = await import(/** @type {any} */ ("/newsgloss/index.js"));
          await (await createAnnotator()).attach(document.querySelector("article"));
        });
        await tab.frames();
        const seen = await tab.page.evaluate(() => document.querySelector("[data-newsgloss='']")?.getAttribute("data-theme"));
        assert.equal(seen, theme);
        const rules = await tab.page.evaluate(() => document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).filter((rule) => rule.startsWith("::highlight")));
        const text = colourOf(theme === "dark" ? "#f4f4f4" : "#332f2e") ?? assert.fail();
        const colours = rules.map((rule) => ({ rule, isLine: rule.includes("underline"), colour: colourOf(/, ((?:rgb|#)[^;]*)\)/.exec(rule)?.[1] ?? "") ?? assert.fail(rule) }));
        const tints = colours.filter(({ isLine }) => !isLine).map(({ colour }) => over(colour, rgb));
        assert.ok(tints.length === 7 && colours.length === 14, String(rules));
        for (const tint of tints) assert.ok(contrast(text, tint) >= 4.4, `text on ${tint}`);
        for (const { rule, colour } of colours.filter(({ isLine }) => isLine)) for (const one of [rgb, ...tints]) assert.ok(contrast(colour, one) >= 2.95, `${rule} on ${one}`);
        await tab.picture(`${name}-ground-${ground.replace(/\W+/g, "-")}`);
      });
    }

    inTab("a page that is left and comes back is as it was, and goes on", async () => {
      await tab.goto(`${site.url}/`);
      const before = (await tab.highlights())["newsgloss-person"];
      await tab.page.evaluate(() => {
        Object.assign(globalThis, { kept: false });
        addEventListener("pageshow", ({ persisted }) => Object.assign(globalThis, { kept: persisted }));
      });
      await tab.page.goto(`${site.url}/other`);
      // A page that comes back whole has no second "load" for the driver to wait for.
      await tab.page.evaluate(() => history.back()).catch(() => {});
      for (let tries = 0; tries < 100 && tab.page.url() !== `${site.url}/`; tries += 1) await wait(50);
      await tab.waitFor(() => document.querySelector("[data-newsgloss='']"));
      const kept = await tab.page.evaluate(() => /** @type {any} */ (globalThis).kept);
      console.log(`# ${name}: ${kept ? "kept whole" : "loaded anew"}`);
      if (name === "chromium") assert.equal(kept, true, "we keep nobody out of the back/forward cache");
      await tab.waitFor(() => CSS.highlights.has("newsgloss-person"));
      assert.deepEqual((await tab.highlights())["newsgloss-person"], before);
      // The worker came back with it.
      await tab.page.evaluate(() => {
        const added = document.createElement("p");
        added.textContent = "Grace Atieno, the mayor of Homa Bay, said on Friday that the port would open.";
        document.querySelector("article")?.append(added);
      });
      await tab.waitFor(() => [...(CSS.highlights.get("newsgloss-person") ?? [])].some((range) => range.toString() === "Grace Atieno"));
      assert.deepEqual(tab.problems.filter((problem) => !problem.startsWith("request failed")), []);
    });

    inTab("endless scrolling: the next story has a session of its own, the first keeps its own", async () => {
      await tab.goto(`${site.url}/`);
      const before = await tab.highlights();
      await tab.page.evaluate(async () => {
        const story = document.createElement("article");
        story.innerHTML = "<h1>Osh bazaar reopens</h1><p>Aigul Sadykova said in Osh on Monday that the stalls were full.</p>";
        document.querySelector("article")?.after(story);
        const { createAnnotator } = await import(/** @type {any} */ ("/newsgloss/index.js"));
        Object.assign(globalThis, { second: await (await createAnnotator()).attach(story) });
      });
      await tab.frames();
      const both = await tab.highlights();
      assert.ok(both["newsgloss-person"].includes("Aigul Sadykova"));
      assert.equal(await tab.page.evaluate(() => document.querySelectorAll("[data-newsgloss='']").length), 2);
      await tab.page.evaluate(() => /** @type {any} */ (globalThis).second.destroy());
      assert.deepEqual(await tab.highlights(), before);
      await tab.assertUntouched();
    });
  });
}

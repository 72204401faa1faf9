// The panel: its tabs, search and filters, by keyboard; in another language; its keys; in a document of its own; what the reader
// says is wrong. In Chromium and Firefox, on annotations made before.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { annotations } from "../../web/tests/annotations.mjs";
import { browserNames, launch } from "./browsers.mjs";
import { Tab } from "./harness.mjs";
import { TAG, pageHtml, startSite } from "./site.mjs";

/** The page of web/tests/annotations.mjs. */
const LAGOS = `<main><article><h1>Lagos votes</h1><p>Amara Okafor said \u201cWe waited in <b>Lagos</b> all\u201d on Tuesday.</p>
<p>She added that the count was fair.</p><figure><img alt="" width="60" height="40" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><figcaption>Lagos at night. <span>JOY AUMA</span></figcaption></figure></article></main>`;

/** @param {string} attributes */
const page = (attributes) => {
  const tag = TAG.replace("<script", `<script data-annotations="/made.json" ${attributes}`);
  return { html: pageHtml(LAGOS, { tag }).replace("<p>After the article.</p>", "") };
};

/** @type {Record<string, import("./site.mjs").Page>} */
const pages = {
  "/made.json": { html: JSON.stringify(annotations), type: "application/json" },
  "/": page(""),
  "/es": page('data-lang="es-MX"'),
  "/ar": { html: page('data-lang="ar"').html.replace("<html ", '<html dir="rtl" ').replace("<article>", '<article dir="ltr">') },
  "/xx": page('data-lang="tlh"'),
  "/no-keys": page('data-shortcuts="none"'),
  "/other-keys": page('data-shortcuts="next=j previous=k panel=Alt+Shift+Q"'),
  "/feedback": page('data-feedback="true"'),
  "/alone": { html: '<!doctype html><html lang="en"><head><title>Panel</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head><body><main></main></body></html>' },
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

    /** @param {string} title @param {() => Promise<void>} body */
    const inTab = (title, body) =>
      test(title, async () => {
        tab = await Tab.open(browser);
        try {
          await body();
          await tab.assertQuiet();
        } finally {
          await tab.page.close();
        }
      });

    const PANEL = "[data-newsgloss]";
    /** What has the focus: its text in one line, or the name that it has by a label. */
    const focused = () =>
      tab.page.evaluate((host) => {
        const at = /** @type {HTMLElement | null | undefined} */ (document.querySelector(host)?.shadowRoot?.activeElement);
        if (!at) return null;
        return (at.ariaLabel || at.innerText || at.className).replace(/\s+/g, " ").trim();
      }, PANEL);
    /** @param {string[]} keys */
    const press = async (...keys) => {
      for (const key of keys) await tab.page.keyboard.press(/** @type {import("puppeteer-core").KeyInput} */ (key));
    };
    /** @param {string} selector */
    const click = (selector) =>
      tab.page.evaluate(
        (host, one) => {
          const found = /** @type {HTMLElement | null | undefined} */ (document.querySelector(host)?.shadowRoot?.querySelector(one));
          if (!found) throw new Error(`no ${one}`);
          found.click();
        },
        PANEL,
        selector,
      );
    /** The visible text of elements in the shadow root, each in one line. @param {string} selector */
    const texts = async (selector) => {
      // What is out of sight is not laid out; what has come into sight is, two frames later.
      await tab.frames();
      return tab.page.evaluate(
        (host, one) =>
          /** @type {HTMLElement[]} */ ([...(document.querySelector(host)?.shadowRoot?.querySelectorAll(one) ?? [])])
            .filter((element) => element.checkVisibility())
            .map((element) => element.innerText.replace(/\s+/g, " ").trim()),
        PANEL,
        selector,
      );
    };
    const scroll = () => tab.page.evaluate(() => [scrollX, scrollY]);
    const painted = async (/** @type {string} */ style) => (await tab.highlights())[`newsgloss-${style}`] ?? [];
    const violations = async () => {
      await tab.settled();
      await tab.page.evaluate(axe.source);
      return tab.page.evaluate(async () => {
        const { violations } = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations"] });
        return violations.flatMap((/** @type {any} */ { id, nodes }) => nodes.map((/** @type {any} */ node) => `${id}: ${node.target.join(" ")}`));
      });
    };
    const opened = async (/** @type {string} */ address) => {
      await tab.goto(`${site.url}${address}`);
      await tab.waitFor(() => document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".panel"));
      await click(".opener");
    };

    inTab("by keyboard alone: from the page to the panel, a quote, its speaker, and back", async () => {
      await tab.goto(`${site.url}/`);
      for (let i = 0; i < 4 && (await focused()) === null; i += 1) await press("Tab");
      assert.equal(await focused(), "In this article: 2 names, 2 quotes, Lagos votes");
      const before = await scroll();
      await press("Enter");
      assert.equal(await focused(), "Who said what 2", "the panel opens at its main tab");
      assert.deepEqual(await scroll(), before, "nothing scrolls");
      // Down: search, the picture's speaker, by speaker, in order, all, direct, indirect, the speaker, the first quote.
      for (let i = 0; i < 9; i += 1) await press("ArrowDown");
      assert.match((await focused()) ?? "", /We waited in Lagos/);
      await press("Enter");
      assert.deepEqual(await painted("active-quote"), ["\u201cWe waited in ", "Lagos", " all\u201d"]);
      assert.match((await tab.card()) ?? "", /Direct quote\s+Amara Okafor/);
      assert.match((await focused()) ?? "", /We waited in Lagos/, "the keyboard stays in the list");
      await press("Enter");
      assert.match((await focused()) ?? "", /^Direct quote Amara Okafor/, "pressed again, it is in the card");
      await press("Tab", "Tab");
      assert.equal(await focused(), "Amara Okafor");
      await press("Enter");
      assert.deepEqual(await painted("active"), ["Amara Okafor"]);
      assert.match((await tab.card()) ?? "", /^Person\s+Amara Okafor/);
      await press("Escape");
      assert.equal(await tab.card(), null);
      assert.match((await focused()) ?? "", /We waited in Lagos/, "back where one came from");
      await press("ArrowUp");
      assert.equal(await focused(), "Amara Okafor");
      await press("Escape");
      assert.equal(await focused(), "In this article: 2 names, 2 quotes, Lagos votes");
      assert.deepEqual(await texts(".panel"), []);
      assert.deepEqual(await scroll(), before);
      await tab.assertUntouched();
    });

    inTab("tabs: arrows go round, Home and End to the ends; one is in the tab order", async () => {
      await opened("/");
      assert.equal(await focused(), "Who said what 2");
      await press("ArrowLeft");
      assert.equal(await focused(), "People & organisations 1");
      await press("ArrowLeft");
      assert.equal(await focused(), "Settings");
      await press("Home");
      assert.equal(await focused(), "People & organisations 1");
      await press("End", "ArrowLeft");
      assert.equal(await focused(), "Pictures 1");
      await press("ArrowLeft");
      assert.equal(await focused(), "Places & dates 2");
      assert.deepEqual(await texts("[role=tabpanel] h3"), ["Places", "Dates and times"]);
      assert.deepEqual(await texts("[role=tab][tabindex='0'], [role=tab][aria-selected=true]"), ["Places & dates 2"]);
    });

    inTab("who said what: by speaker or in order, by kind; the search says how much it found; a table behind the picture", async () => {
      await opened("/");
      assert.deepEqual(await texts(".voice"), [
        "Amara Okafor voter \u00b7 2 quotes \u201cWe waited in Lagos all\u201d , Direct quote the count was fair by the pronoun \u201cShe\u201d \u2192 Amara OkaforUncertain , Reported speech",
      ]);
      const table = await tab.page.evaluate((host) => [...(document.querySelector(host)?.shadowRoot?.querySelectorAll("tr") ?? [])].map((row) => [...row.cells].map((cell) => cell.textContent)), PANEL);
      assert.deepEqual(table, [
        ["Speaker", "Quotes", "Words", "Share"],
        ["Amara Okafor", "2", "9", "100%"],
      ]);
      await click(".filter .chip:last-child");
      assert.deepEqual((await texts(".quotes li")).map((text) => text.slice(0, 18)), ["the count was fair"]);
      assert.deepEqual(await texts(".panel .status"), ["1 result in Who said what"]);
      await click(".view .chip:last-child");
      assert.match((await texts(".quotes li")).join("|"), /^Amara Okafor the count was fair[^|]*$/, "the kind stays chosen");
      await click(".filter .chip");
      assert.equal((await texts(".quotes li")).length, 2);
      await press("/");
      assert.equal(await focused(), "Search names, quotes, places");
      await tab.page.keyboard.type("lagos wait");
      assert.equal((await texts(".quotes li")).length, 1);
      await tab.waitFor(() => document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".panel .status")?.textContent === "1 result in Who said what");
      assert.deepEqual(await texts(".tabs .count"), ["0", "1", "0", "0"]);
      await tab.page.keyboard.type(" nowhere");
      assert.deepEqual(await texts(".nothing"), ["Nothing found"]);
      await tab.waitFor(() => document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".panel .status")?.textContent === "Nothing found");
      assert.deepEqual(await violations(), []);
      await press("Escape");
      assert.equal((await texts(".quotes li")).length, 2, "Escape empties the search first");
      await press("Escape");
      assert.deepEqual(await texts(".panel"), []);
    });

    inTab("a phone, by keyboard: the panel makes way for the card, and the keyboard goes along and back", async () => {
      await tab.page.setViewport({ width: 360, height: 740 });
      await opened("/");
      assert.equal(await tab.page.evaluate(() => document.documentElement.scrollWidth), 360);
      for (let i = 0; i < 9; i += 1) await press("ArrowDown");
      await press("Enter");
      assert.deepEqual(await texts(".panel"), []);
      assert.match((await focused()) ?? "", /^Direct quote Amara Okafor/);
      await press("Escape");
      assert.equal(await focused(), "In this article: 2 names, 2 quotes, Lagos votes");
      await tab.assertUntouched();
    });

    for (const [lang, dir, tabs, digits] of /** @type {const} */ ([
      ["es-MX", "ltr", "Personas y organizaciones", /^2 nombres, 2 citas$/],
      ["ar", "rtl", "\u0623\u0634\u062e\u0627\u0635 \u0648\u0645\u0646\u0638\u0645\u0627\u062a", /\u0627\u0633\u0645\u0627\u0646/],
    ])) {
      inTab(`in another language: ${lang}; its file is there before ready, and only that one`, async () => {
        site.requests.length = 0;
        await opened(`/${lang.split("-")[0]}`);
        const words = site.requests.filter((file) => /messages/.test(file));
        assert.deepEqual(words, [`/newsgloss/messages-${lang.split("-")[0]}.js`]);
        const host = await tab.page.evaluate(() => {
          const { lang, dir } = /** @type {HTMLElement} */ (document.querySelector("[data-newsgloss]"));
          return { lang, dir };
        });
        assert.deepEqual(host, { lang, dir });
        assert.equal((await texts("[role=tab] .label"))[0], tabs);
        assert.match((await tab.page.evaluate(() => document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".opener span")?.textContent)) ?? "", digits);
        await click(".quotes button");
        const sides = await tab.page.evaluate(() => {
          const panel = document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".panel")?.getBoundingClientRect();
          return panel && panel.left < innerWidth - panel.right ? "left" : "right";
        });
        assert.equal(sides, dir === "rtl" ? "left" : "right");
        await tab.picture(`${name}-panel-${lang.split("-")[0]}`);
        assert.deepEqual(await violations(), []);
        await tab.assertUntouched();
      });
    }

    inTab("right to left: arrows go the other way between tabs", async () => {
      await opened("/ar");
      const selected = () => tab.page.evaluate(() => document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector("[aria-selected=true]")?.id);
      assert.equal(await selected(), "tab-said");
      await press("ArrowLeft");
      assert.equal(await selected(), "tab-when");
      await press("ArrowRight", "ArrowRight");
      assert.equal(await selected(), "tab-names");
    });

    inTab("a language that there are no words in: English, and nothing is asked for", async () => {
      site.requests.length = 0;
      await opened("/xx");
      assert.ok(!site.requests.some((file) => /messages/.test(file)));
      assert.equal((await texts("[role=tab] .label"))[1], "Who said what");
    });

    inTab("shortcuts: as they are, changed, none, and turned off by the reader", async () => {
      const cardAfter = async (/** @type {string} */ key) => {
        await press(key);
        const text = await tab.card();
        await press("Escape");
        return text;
      };
      const atButton = async (/** @type {string} */ address) => {
        await tab.goto(`${site.url}${address}`);
        await tab.waitFor(() => document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".panel"));
        await tab.page.evaluate(() => /** @type {HTMLElement | null | undefined} */ (document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".opener"))?.focus());
      };
      await atButton("/");
      assert.match((await cardAfter("n")) ?? "", /Lagos/);
      await atButton("/no-keys");
      assert.equal(await cardAfter("n"), null);
      assert.match((await cardAfter("ArrowRight")) ?? "", /Lagos/, "arrows are no shortcuts");
      await atButton("/other-keys");
      assert.equal(await cardAfter("n"), null);
      assert.match((await cardAfter("j")) ?? "", /Lagos/);
      await tab.page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
      const keys = async () => {
        await tab.page.keyboard.down("Alt");
        await tab.page.keyboard.down("Shift");
        await press("Q");
        await tab.page.keyboard.up("Shift");
        await tab.page.keyboard.up("Alt");
      };
      await keys();
      assert.equal((await texts(".panel h2"))[0], "In this article", "from anywhere in the page");
      await click("#tab-display");
      assert.match((await texts(".keys")).join(), /Next mark J Previous mark K Search \/ Open or close this panel Alt\+Shift\+Q Close Esc/);
      await click("div.layers > .layer");
      await keys();
      assert.equal((await texts(".panel h2"))[0], "In this article", "turned off");
    });

    inTab("the card: the encyclopedia by a link that nothing is asked for, the way between mentions", async () => {
      await opened("/");
      await click("#tab-when");
      await click(".row");
      const card = (await tab.card()) ?? "";
      assert.match(card, /Mention 1 of 3/);
      const { href, rel } = await tab.page.evaluate(() => {
        const { href, rel } = /** @type {HTMLAnchorElement} */ (document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".card .out"));
        return { href, rel };
      });
      assert.deepEqual({ href, rel }, { href: "https://www.wikidata.org/wiki/Special:GoToLinkedPage/enwiki/Q8673", rel: "noopener noreferrer" });
      await tab.page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".facts .stepper button:last-child")).focus());
      await press("Enter");
      assert.match((await tab.card()) ?? "", /Mention 2 of 3/);
      await press("Enter");
      assert.match((await tab.card()) ?? "", /Mention 3 of 3/, "the keyboard stays on the button");
      assert.equal(await focused(), "Next mention");
    });

    inTab("what the reader says is wrong: an event tells the site, and nothing is sent", async () => {
      await tab.goto(`${site.url}/`);
      await opened("/");
      await click(".quotes button");
      assert.doesNotMatch((await tab.card()) ?? "", /Something is wrong/, "off by default");
      await tab.page.evaluateOnNewDocument(() => {
        document.addEventListener("newsgloss:feedback", (event) => {
          const { session, ...rest } = /** @type {CustomEvent} */ (event).detail;
          Object.assign(globalThis, { told: { ...rest, session: Boolean(session.annotations) } });
        });
      });
      await opened("/feedback");
      await click(".quotes button");
      await click(".wrong");
      await tab.waitFor(() => document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".feedback input"));
      assert.deepEqual(await texts(".feedback label"), ["The speaker", "What kind it is", "Where it begins or ends", "Something else"]);
      assert.deepEqual(await violations(), []);
      await tab.picture(`${name}-feedback`);
      await press("ArrowDown", "Tab");
      await tab.page.keyboard.type("it is spoken n");
      const requests = site.requests.length;
      await press("Enter");
      assert.deepEqual(await tab.page.evaluate(() => /** @type {any} */ (globalThis).told), {
        kind: "quote",
        id: 0,
        text: "\u201cWe waited in Lagos all\u201d",
        wrong: "kind",
        note: "it is spoken n",
        target: { kind: "quote", id: 0 },
        session: true,
      });
      assert.match((await tab.card()) ?? "", /Thank you/);
      assert.equal(site.requests.length, requests);
      assert.deepEqual(await violations(), []);
    });

    inTab("in a document of its own: it says where to go, and shows what it is told", async () => {
      await tab.page.goto(`${site.url}/alone`);
      await tab.page.evaluate(async (/** @type {any} */ annotations) => {
        const { mountPanel } = await import(/** @type {any} */ ("/newsgloss/mount-panel.js"));
        const main = /** @type {HTMLElement} */ (document.querySelector("main"));
        main.style.height = "640px";
        /** @type {unknown[]} */
        const jumps = [];
        const panel = await mountPanel(main, { annotations, lang: "en", theme: "light", onJump: (/** @type {unknown} */ target) => jumps.push(JSON.parse(JSON.stringify(target))) });
        Object.assign(globalThis, { panel, jumps });
      }, annotations);
      assert.deepEqual(await texts("[role=tab]"), ["People & organisations 1", "Who said what 2", "Places & dates 2", "Pictures 1"]);
      assert.deepEqual(await texts(".close, footer"), []);
      await click(".quotes button");
      await click("#tab-names");
      await click(".row");
      await click("#tab-when");
      await click(".listing:last-of-type .row");
      await click("#tab-pictures");
      await click(".picture");
      await click(".around");
      assert.deepEqual(await tab.page.evaluate(() => /** @type {any} */ (globalThis).jumps), [
        { kind: "quote", id: 0 },
        { kind: "entity", id: 1 },
        { kind: "value", block: 1, start: 46, end: 53 },
        { kind: "caption", block: 3 },
        { kind: "block", block: 1 },
      ]);
      await click("#tab-said");
      await tab.page.evaluate(() => /** @type {any} */ (globalThis).panel.select({ kind: "quote", id: 1 }));
      assert.match((await texts("[aria-current]")).join(), /^the count was fair/);
      await tab.picture(`${name}-panel-alone`);
      assert.deepEqual((await violations()).filter((/** @type {string} */ one) => !/^(page-has-heading-one|landmark)/.test(one)), []);
      await tab.page.evaluate((/** @type {any} */ annotations) => /** @type {any} */ (globalThis).panel.update({ ...annotations, entities: [], quotes: [], values: [], captions: [] }), annotations);
      assert.deepEqual(await texts(".nothing"), ["Nothing found"]);
      await tab.page.evaluate(() => /** @type {any} */ (globalThis).panel.destroy());
      assert.equal(await tab.page.evaluate(() => document.querySelector("main")?.childElementCount), 0);
    });

    inTab("the article changes while the panel is open: what was chosen stays, and the keyboard at its place", async () => {
      await opened("/");
      await click(".view .chip:last-child");
      await click(".filter .chip:last-child");
      for (let i = 0; i < 9 && !/count was fair/.test((await focused()) ?? ""); i += 1) await press("ArrowDown");
      await tab.page.evaluate(async () => {
        const { session } = await newsgloss.ready;
        document.querySelector("article p")?.append(" It rained.");
        await session.update();
      });
      assert.match((await focused()) ?? "", /the count was fair/);
      assert.match((await texts(".quotes li")).join("|"), /^Amara Okafor the count was fair[^|]*$/);
      assert.deepEqual(await texts("[aria-pressed=true]"), ["In order", "Indirect"]);
    });

    inTab("a session goes to a target, and says one", async () => {
      await opened("/");
      const said = await tab.page.evaluate(async () => {
        const { session } = await newsgloss.ready;
        /** @type {unknown[]} */
        const targets = [];
        session.addEventListener("select", (event) => targets.push(/** @type {CustomEvent} */ (event).detail.target));
        for (const target of [{ kind: "quote", id: 1 }, { kind: "entity", id: 0, mention: 2 }, { kind: "caption", block: 3 }, { kind: "value", block: 1, start: 46, end: 53 }, { kind: "quote", id: 99 }]) session.goTo(/** @type {any} */ (target));
        return targets;
      });
      assert.deepEqual(said, [{ kind: "quote", id: 1 }, { kind: "entity", id: 0, mention: 2 }, { kind: "caption", block: 3 }, { kind: "value", block: 1, start: 46, end: 53 }]);
    });
  });
}

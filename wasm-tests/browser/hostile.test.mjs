// A page that means harm, and annotations that do: mark-up in names, roles, captions and credits is text wherever it is
// shown, no link leads elsewhere than it says, nothing that the page posts is heard, and no prototype changes.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { annotations } from "../../web/tests/annotations.mjs";
import { browserNames, launch } from "./browsers.mjs";
import { Tab } from "./harness.mjs";
import { TAG, pageHtml, startSite } from "./site.mjs";

const IMAGE = "<img src=x onerror=hacked()>";
const SCRIPT = "<script>hacked()</script>";
const escaped = (/** @type {string} */ text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const TEXTS = [
  `Lagos ${SCRIPT} votes`,
  `Amara ${IMAGE} Okafor said \u201cWe waited ${SCRIPT} in Lagos all night\u201d on Tuesday.`,
  "She added that the count was fair.",
  `Lagos at night ${IMAGE}. JOY ${IMAGE} AUMA`,
];
const PAGE = `<article><h1>${escaped(TEXTS[0])}</h1><p>${escaped(TEXTS[1])}</p><p>${TEXTS[2]}</p>
<figure><img alt="" width="40" height="30" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><figcaption>${escaped(TEXTS[3])}</figcaption></figure></article>`;

/** The annotations of web/tests/annotations.mjs, made hostile: every text that is shown is mark-up. */
function hostile() {
  const made = structuredClone(annotations);
  made.blocks = made.blocks.map((block, index) => ({ ...block, text: TEXTS[index] }));
  const span = (/** @type {number} */ block, /** @type {string} */ text) => {
    const start = TEXTS[block].indexOf(text);
    return { block, start, end: start + text.length };
  };
  const [place, person] = made.entities;
  const mention = { form: /** @type {const} */ ("name"), score: 1 };
  Object.assign(place, { name: `Lagos ${IMAGE}`, aliases: [SCRIPT], role: IMAGE, link: { iso3166: IMAGE, wikidata: '../../x"><img src=x onerror=hacked()>' } });
  place.mentions = [{ ...span(0, "Lagos"), ...mention }, { ...span(3, "Lagos"), ...mention }];
  Object.assign(person, { name: `Amara ${IMAGE} Okafor`, aliases: [IMAGE], role: SCRIPT, link: { wikidata: "javascript:hacked()" } });
  person.mentions = [{ ...span(1, `Amara ${IMAGE} Okafor`), ...mention }];
  made.values = [{ type: "DATE", ...span(1, "Tuesday"), value: IMAGE }];
  made.quotes = [
    { ...made.quotes[0], content: [span(1, `\u201cWe waited ${SCRIPT} in Lagos all night\u201d`)], cue: span(1, "said"), source: span(1, `Amara ${IMAGE} Okafor`) },
    { ...made.quotes[0], id: 1, content: [span(2, "the count was fair")], cue: span(2, "added"), source: span(2, "She") },
  ];
  const end = TEXTS[3].length;
  made.captions = [
    {
      block: 3,
      description: { start: 0, end: TEXTS[3].indexOf(" JOY") },
      credit: { start: TEXTS[3].indexOf("JOY"), end, photographer: `JOY ${IMAGE} AUMA`, agency: SCRIPT },
      entities: [0],
      positions: [{ entity: 0, text: IMAGE }],
      paragraphs: [{ block: 1, score: 0.9 }],
      date: IMAGE,
      filePhoto: true,
    },
  ];
  return made;
}

const annotationsJson = JSON.stringify(hostile()).replace('"schema"', '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"schema"');
const tagWith = (/** @type {string} */ attributes) => TAG.replace("<script", `<script ${attributes}`);
/** @type {Record<string, import("./site.mjs").Page>} */
const pages = {
  "/engine": { html: pageHtml(PAGE) },
  "/made": { html: pageHtml(PAGE, { tag: tagWith('data-annotations="/hostile.json"') }) },
  "/hostile.json": { html: annotationsJson, type: "application/json" },
};

for (const name of browserNames) {
  describe(name, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    /** @type {import("./site.mjs").Site} */
    let site;
    before(async () => {
      [browser, site] = await Promise.all([launch(name), startSite(pages)]);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    for (const [where, what] of [["/engine", "the engine reads it"], ["/made", "annotations made to harm"]]) {
      test(`mark-up is text in card and panel: ${what}`, async () => {
        const tab = await Tab.open(browser);
        try {
          await tab.page.evaluateOnNewDocument(() => {
            Object.assign(globalThis, { harm: 0, hacked: () => (/** @type {any} */ (globalThis).harm += 1) });
          });
          await tab.goto(`${site.url}${where}`);
          assert.deepEqual((await tab.events()).filter(({ type }) => type === "error"), []);
          const shown = await tab.page.evaluate(async () => {
            const root = /** @type {ShadowRoot} */ (document.querySelector("[data-newsgloss='']")?.shadowRoot);
            /** @type {Set<string>} */
            const texts = new Set();
            /** @type {Set<string>} */
            const elements = new Set();
            /** @type {Set<string>} */
            const links = new Set();
            const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            const look = async () => {
              await frames();
              texts.add(root.textContent ?? "");
              for (const element of root.querySelectorAll("*")) {
                elements.add(element.localName);
                for (const { name } of element.attributes) if (name.startsWith("on")) elements.add(`${element.localName} ${name}`);
              }
              for (const link of root.querySelectorAll("a")) links.add(link.href);
            };
            // All that a reader can open: what the arrow keys step through, and every tab and row of the panel.
            /** @type {any} */
            const { session } = await /** @type {any} */ (globalThis).newsgloss.ready;
            for (let step = 0; step < 12; step += 1) {
              session.next();
              await look();
            }
            /** @type {HTMLElement} */ (root.querySelector(".opener")).click();
            for (const tabButton of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[role=tab]"))) {
              tabButton.click();
              await look();
              for (const button of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".panel button[aria-expanded]"))) {
                button.click();
                await look();
              }
            }
            // What a page may post to its own window is nobody's order.
            for (const message of [{ type: "start" }, { type: "annotate", id: 1, article: { blocks: [] } }, "newsgloss:annotate", { type: "newsgloss:annotate" }]) window.postMessage(message, "*");
            await frames();
            const dirt = Object.keys(Object.prototype).length + Number("polluted" in {});
            return { text: [...texts].join("\n"), elements: [...elements].sort(), links: [...links], dirt, harm: /** @type {any} */ (globalThis).harm };
          });
          assert.equal(shown.harm, 0, "a script of the text has run");
          assert.equal(shown.dirt, 0, "a prototype has changed");
          for (const bad of ["img", "script", "iframe", "object", "embed", "form", "base", "meta", "link"]) assert.ok(!shown.elements.includes(bad), `<${bad}>`);
          assert.deepEqual(shown.elements.filter((element) => element.includes(" ")), [], "no event attributes");
          for (const link of shown.links) assert.match(link, /^https:\/\/www\.wikidata\.org\/wiki\/(?:Special:GoToLinkedPage\/\w+\/)?[^/?#]*$/);
          if (where === "/made") {
            assert.ok(shown.text.includes(IMAGE) && shown.text.includes(SCRIPT), `the mark-up is shown as it stands: ${shown.text.slice(0, 2000)}`);
            assert.ok(shown.links.length > 0, "links are shown");
          }
          assert.ok(shown.text.length > 100, shown.text);
          assert.deepEqual(await tab.violations(), []);
          await tab.assertUntouched();
          await tab.assertQuiet();
        } finally {
          await tab.page.close();
        }
      });
    }
  });
}

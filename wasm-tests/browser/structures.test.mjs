// The text map in real browsers: on twenty-odd structures and on random trees, every span of every block, turned into Ranges,
// covers exactly the text that the engine is given, and every character leads back to itself.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { browserNames, launch } from "./browsers.mjs";
import { Tab } from "./harness.mjs";
import { pageHtml, startSite } from "./site.mjs";
import { STRUCTURES } from "./structures.mjs";

const NO_TAG = { tag: "" };

/** Runs in the page: puts the structure in, reads it, holds every span to its text. @param {import("./structures.mjs").Structure} structure */
async function check({ html, setup = "" }) {
  const { PageArticle } = await import(/** @type {any} */ ("/newsgloss/index.js"));
  const root = /** @type {Element} */ (document.querySelector("article"));
  root.innerHTML = html;
  if (setup === "split") {
    const text = /** @type {Text} */ (root.querySelector("p")?.firstChild);
    text.splitText(10).splitText(3);
    root.querySelector("p")?.insertBefore(document.createTextNode(""), text);
  } else if (setup.startsWith("shadow:")) {
    for (const one of setup.split(";")) {
      const [, host, content] = /** @type {RegExpExecArray} */ (/^shadow:([\w-]+):(.*)$/.exec(one));
      /** @param {ParentNode} within @returns {Element | null} */
      const find = (within) => {
        const found = within.querySelector(host);
        if (found) return found;
        for (const element of within.querySelectorAll("*")) if (element.shadowRoot) return find(element.shadowRoot);
        return null;
      };
      /** @type {Element} */ (find(root)).attachShadow({ mode: "open" }).innerHTML = content;
    }
  } else if (setup) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(setup);
    document.adoptedStyleSheets = [sheet];
  }
  const page = PageArticle.read(root);
  document.adoptedStyleSheets = [];
  /** @type {string[]} */
  const wrong = [];
  const seen = (/** @type {string} */ text) => text.replace(/[\u00ad\u200b\u200e\u200f\u2060\u2066-\u2069\ufeff]/g, "").replace(/[\s\u00a0\u2009\u202f]+/g, " ");
  page.article.blocks.forEach((/** @type {{ text: string }} */ { text }, /** @type {number} */ block) => {
    for (let start = 0; start < text.length; start += 1) {
      for (const end of [start + 1, start + 5, text.length]) {
        if (end > text.length) continue;
        const ranges = /** @type {Range[]} */ (page.map.ranges({ block, start, end }));
        const covered = seen(ranges.map((range) => range.toString()).join(""));
        // A space that stands for a line break lies in no text node.
        if (covered.replaceAll(" ", "") !== text.slice(start, end).replaceAll(" ", "")) wrong.push(`${text.slice(start, end)} | ${covered}`);
      }
      const [first] = /** @type {Range[]} */ (page.map.ranges({ block, start, end: start + 1 }));
      const back = first && page.map.locate(first.startContainer, first.startOffset);
      if (first && (back.block !== block || back.offset !== start)) wrong.push(`${block}:${start} leads to ${back.block}:${back.offset}`);
    }
  });
  return { blocks: page.article.blocks.map((/** @type {{ text: string }} */ { text }) => text), wrong };
}

/**
 * Runs in the page: random trees of elements and text; the browser's own rendering (`innerText`) says what the words are.
 *
 * @param {number} rounds
 */
async function randomTrees(rounds) {
  const { PageArticle } = await import(/** @type {any} */ ("/newsgloss/index.js"));
  const root = /** @type {HTMLElement} */ (document.querySelector("article"));
  let state = 17;
  const random = (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = (/** @type {string[]} */ list) => list[random(list.length)];
  const words = ["Nairobi", "Li", "caf\u00e9", "\u{1f30d}", "said", "a", "par\u00adlia\u00adment", "4\u00a0km", ",", "\u201cno\u201d"];
  /** @param {Node} parent @param {number} depth */
  const grow = (parent, depth) => {
    for (let i = 1 + random(4); i > 0; i -= 1) {
      const kind = depth > 4 ? 0 : random(9);
      if (kind < 4) parent.appendChild(document.createTextNode(pick(["", " ", "\n  "]) + pick(words) + pick(["", " ", "  "])));
      else if (kind === 4) parent.appendChild(document.createComment("x"));
      else if (kind === 5) parent.appendChild(document.createElement("br"));
      else if (kind === 6) Object.assign(parent.appendChild(document.createElement("span")), { hidden: true, textContent: "unseen" });
      else {
        const name = kind === 7 ? pick(["b", "i", "span", "em"]) : pick(["p", "div", "section", "h2", "blockquote"]);
        grow(parent.appendChild(document.createElement(name)), depth + 1);
      }
    }
  };
  /** @type {string[]} */
  const wrong = [];
  for (let round = 0; round < rounds; round += 1) {
    root.replaceChildren();
    grow(root, 0);
    const page = PageArticle.read(root);
    const read = page.article.blocks.map((/** @type {{ text: string }} */ { text }) => text);
    // Extraction may leave out lines without any letter.
    const lettered = (/** @type {string} */ word) => /\p{L}/u.test(word);
    const rendered = root.innerText.replaceAll("\u00ad", "").split(/[\s\u00a0]+/).filter(lettered);
    if (read.join(" ").split(" ").filter(lettered).join("|") !== rendered.join("|")) {
      wrong.push(`${root.innerHTML}\n  read     ${read.join(" / ")}\n  rendered ${rendered.join(" ")}`);
    }
    page.article.blocks.forEach((/** @type {{ text: string }} */ { text }, /** @type {number} */ block) => {
      for (let i = 0; i < 8; i += 1) {
        const start = random(text.length);
        const end = start + 1 + random(text.length - start);
        const covered = page.map.ranges({ block, start, end }).map(String).join("");
        if (covered.replace(/[\s\u00a0\u00ad]/g, "") !== text.slice(start, end).replace(/\s/g, "")) wrong.push(`${text.slice(start, end)} | ${covered}`);
      }
    });
  }
  root.replaceChildren();
  return wrong.slice(0, 5);
}

for (const name of browserNames) {
  describe(name, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    /** @type {import("./site.mjs").Site} */
    let site;
    /** @type {Tab} */
    let tab;
    before(async () => {
      [browser, site] = await Promise.all([launch(name), startSite({ "/": { html: pageHtml("<article></article>", NO_TAG) } })]);
      tab = await Tab.open(browser);
      await tab.page.goto(site.url);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    for (const structure of STRUCTURES) {
      test(`structure: ${structure.name}`, async () => {
        const { blocks, wrong } = await tab.page.evaluate(check, structure);
        assert.deepEqual(blocks, structure.blocks);
        assert.deepEqual(wrong, []);
      });
    }

    test("random trees: the words that the browser renders, and spans that cover them exactly", async () => {
      assert.deepEqual(await tab.page.evaluate(randomTrees, 300), []);
    });
  });
}

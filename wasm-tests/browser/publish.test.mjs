// Annotations made at publish time by the command, shipped as JSON, and attached by the tag: no engine, no model, no worker,
// under a policy that allows none of them. The text has been edited since: what still stands is found by its own words, the
// rest is left alone.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "../../demo/serve.mjs";
import { browserNames, launch } from "./browsers.mjs";
import { Tab } from "./harness.mjs";
import { ARTICLE, TAG, pageHtml, startSite } from "./site.mjs";

const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** As the command prints them. @param {string} html @returns {string} */
function annotate(html) {
  const folder = mkdtempSync(path.join(tmpdir(), "newsgloss-publish-"));
  try {
    writeFileSync(path.join(folder, "story.html"), html);
    return execFileSync(process.execPath, [path.join(repository, "web/dist/cli.js"), "annotate", "story.html"], { cwd: folder, encoding: "utf8" });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const json = annotate(pageHtml(ARTICLE));
const annotations = JSON.parse(json);

/** Without WebAssembly, workers or any request but the JSON's. */
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:";

/** A correction at the top, a paragraph moved up, a speaker's sentence rewritten, a name replaced, a caption cut. */
const EDITED = ARTICLE.replace("<h1>Lake   Victoria forum closes in Kisumu</h1>", "<h1>Forum on Lake   Victoria closes</h1><p>Correction: an earlier version misspelt a name.</p>")
  .replace("Kenyan Environment Secretary <b>Peter <i>Ro</i>no</b> said", "Kenyan Water Secretary <b>Grace Atieno</b> said")
  .replace("She said the countries would meet again in Mwanza, Tanzania, on&nbsp;November 14.", "The next meeting has been put off.")
  .replace("speaks in Kisumu on Tuesday", "at the microphone");

const tag = TAG.replace("<script", '<script data-annotations="/story.annotations.json"');
/** @param {string} html @param {string} [policy] */
const page = (html, policy = POLICY) => ({ html: pageHtml(html, { tag }), policy });

for (const name of browserNames) {
  describe(name, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    /** @type {import("./site.mjs").Site} */
    let site;
    /** @type {Tab} */
    let tab;
    before(async () => {
      const pages = {
        "/story.annotations.json": { html: json, type: "application/json" },
        "/as-it-was": page(ARTICLE),
        "/edited": page(EDITED),
        "/another": page("<article><h1>Rain delays the ferry</h1><p>The ferry of the island waited for six hours on Monday because of the rain and the wind.</p></article>"),
        "/no-connect": page(ARTICLE, POLICY.replace("connect-src 'self'", "connect-src 'none'")),
        "/inline": {
          html: pageHtml(ARTICLE, { tag: `<script type="application/json" id="gloss">${json.replaceAll("<", "\\u003c")}</script>${TAG.replace("<script", '<script data-annotations="#gloss"')}` }),
          policy: POLICY.replace("connect-src 'self'; ", ""),
        },
      };
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
        site.requests.length = 0;
        try {
          await body();
        } finally {
          await tab.page.close();
        }
      });
    const files = () => site.requests.filter((file) => file !== "/favicon.ico" && !/^\/(as-it-was|edited|another|inline)$/.test(file)).sort();

    inTab("as it was: all of them are shown, and neither engine nor model nor worker is asked for", async () => {
      await tab.goto(`${site.url}/as-it-was`);
      assert.deepEqual(files(), ["/newsgloss/index.js", "/newsgloss/newsgloss.js", "/newsgloss/panel.js", "/story.annotations.json"]);
      const shown = await tab.page.evaluate(async () => JSON.stringify((await newsgloss.ready).session.annotations));
      assert.deepEqual(JSON.parse(shown), annotations);
      assert.ok((await tab.highlights())["newsgloss-person"].includes("Beatrice Nalwoga"));
      await tab.assertUntouched();
      await tab.assertQuiet();
    });

    inTab("in the page itself: nothing but the three scripts is asked for, without connect-src", async () => {
      await tab.goto(`${site.url}/inline`);
      assert.deepEqual(files(), ["/newsgloss/index.js", "/newsgloss/newsgloss.js", "/newsgloss/panel.js"]);
      assert.ok((await tab.highlights())["newsgloss-person"].includes("Beatrice Nalwoga"));
      await tab.assertQuiet();
    });

    inTab("edited since: what stands is found where it stands now, what was rewritten is left alone", async () => {
      await tab.goto(`${site.url}/edited`);
      const painted = await tab.highlights();
      assert.ok(painted["newsgloss-person"].includes("Beatrice Nalwoga"));
      assert.ok(painted["newsgloss-quote-direct"].join("").includes("share one rulebook"));
      const all = Object.values(painted).flat().join("|");
      for (const gone of ["Mwanza", "November", "Grace Atieno", "put off", "misspelt"]) assert.ok(!all.includes(gone), `${gone}: ${all}`);
      // Every mark covers words that the annotations have for a thing of that kind: nothing has slipped.
      const now = /** @type {any} */ (await tab.page.evaluate(async () => (await newsgloss.ready).session.annotations));
      /** @param {any} of @param {any} span */
      const words = (of, { block, start, end }) => of.blocks[block].text.slice(start, end);
      /** @param {any} of */
      const mentions = (of) => of.entities.flatMap((/** @type {any} */ { type, mentions }) => mentions.map((/** @type {any} */ mention) => `${type} ${words(of, mention)}`));
      const before = new Set(mentions(annotations));
      for (const mention of mentions(now)) assert.ok(before.has(mention), mention);
      const quotes = new Set(annotations.quotes.flatMap((/** @type {any} */ { content }) => content.map((/** @type {any} */ span) => words(annotations, span))));
      for (const { content } of now.quotes) for (const span of content) assert.ok(quotes.has(words(now, span)), words(now, span));
      assert.ok(now.entities.length > 0 && now.entities.length < annotations.entities.length);
      // What Peter Rono was said to say is no longer told of him, nor of Grace Atieno.
      assert.ok(now.quotes.every((/** @type {any} */ quote) => !words(now, quote.content[0]).includes("meeting place")));
      await tab.assertUntouched();
      await tab.assertQuiet();
    });

    inTab("of another story: nothing is marked", async () => {
      await tab.goto(`${site.url}/another`);
      assert.deepEqual(await tab.highlights(), {});
      await tab.assertUntouched();
    });

    inTab("a policy that refuses the JSON: newsgloss:error names the directive, the page is untouched", async () => {
      await tab.goto(`${site.url}/no-connect`);
      const error = (await tab.events()).find(({ type }) => type === "error");
      assert.deepEqual([error?.code, error?.directive], ["csp", "connect-src"]);
      await tab.assertNoResidue();
    });

    inTab("the command's reading of the newsroom's own JSON fits the page that was made from it", async () => {
      const demo = await serve({ port: 0 });
      try {
        await tab.page.goto(`${demo.url}about.html`);
        const story = await (await fetch(`${demo.url}01-lake-victoria-forum.html`)).text();
        const made = JSON.parse(readFileSync(path.join(repository, "native-tests/golden/demo-01-lake-victoria-forum.annotations.json"), "utf8"));
        const quotes = await tab.page.evaluate(
          async (html, annotations) => {
            document.body.append(document.adoptNode(/** @type {Element} */ (new DOMParser().parseFromString(html, "text/html").querySelector("article"))));
            const { attach } = await import(/** @type {any} */ ("/newsgloss/index.js"));
            const session = await attach(document.querySelector("article"), { annotations });
            return session.annotations.quotes.length;
          },
          story,
          made,
        );
        assert.equal(quotes, made.quotes.length);
      } finally {
        await demo.close();
      }
    });
  });
}

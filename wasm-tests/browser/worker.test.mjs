// A real worker that dies in the browser, while articles wait: the queue is kept, a replacement answers it, in order. The
// worker is the package's own with a line added that kills it; its replacement is fetched without that line.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { browserNames, launch } from "./browsers.mjs";
import { Tab } from "./harness.mjs";
import { ARTICLE, pageHtml, startSite } from "./site.mjs";

const worker = readFileSync(path.join(path.dirname(fileURLToPath(import.meta.url)), "../../web/dist/worker.js"), "utf8");

/** Runs in the worker before its own code, at the first article. @param {string} death */
const dying = (death) =>
  Buffer.from(`addEventListener("message", (event) => {
  if (event.data.type !== "annotate") return;
  event.stopImmediatePropagation();
  ${death}
});
${worker}`);

for (const name of browserNames) {
  describe(name, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    /** @type {import("./site.mjs").Site} */
    let site;
    before(async () => {
      [browser, site] = await Promise.all([launch(name), startSite({ "/": { html: pageHtml(ARTICLE, { tag: "" }) } })]);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    /**
     * Five articles at once; the worker dies at the first.
     *
     * @param {string} death
     * @param {boolean} again  the replacement dies too
     */
    async function five(death, again = false) {
      const tab = await Tab.open(browser);
      site.files["worker.js"] = dying(death);
      site.requests.length = 0;
      try {
        await tab.page.goto(site.url);
        await tab.page.evaluate(async () => {
          const { createAnnotator } = await import(/** @type {any} */ ("/newsgloss/index.js"));
          Object.assign(globalThis, { annotator: await createAnnotator({ timeoutMs: 1500 }) });
        });
        if (!again) delete site.files["worker.js"];
        return await tab.page.evaluate(async () => {
          const { annotator } = /** @type {any} */ (globalThis);
          /** @type {number[]} */
          const order = [];
          const answers = await Promise.all(
            [0, 1, 2, 3, 4].map((index) =>
              annotator
                .annotate({ blocks: [{ text: `Amara Okafor ${index} met Peter Rono in Kisumu.` }] })
                .then((/** @type {any} */ { blocks, entities }) => {
                  order.push(index);
                  return `${blocks[0].text.split(" ")[2]}: ${entities.length > 0}`;
                })
                .catch((/** @type {any} */ { code }) => code),
            ),
          );
          const later = await annotator.annotate({ blocks: [{ text: "Rehema Juma spoke in Mwanza." }] }).then(
            () => "answered",
            (/** @type {any} */ { code }) => code,
          );
          return { answers, order, later };
        });
      } finally {
        delete site.files["worker.js"];
        await tab.page.close();
      }
    }
    const requestsFor = (/** @type {string} */ file) => site.requests.filter((one) => one === `/newsgloss/${file}`).length;

    test("a worker that crashes: all that waited is answered by a new one, in order, and no bytes are fetched again", async () => {
      const { answers, order, later } = await five('throw new Error("crash");');
      assert.deepEqual(answers, ["0: true", "1: true", "2: true", "3: true", "4: true"]);
      assert.deepEqual(order, [0, 1, 2, 3, 4]);
      assert.equal(later, "answered");
      assert.deepEqual([requestsFor("newsgloss-engine.wasm"), requestsFor("newsgloss.model"), requestsFor("worker.js")], [1, 1, 2]);
    });

    test("a replacement that crashes too: all that wait are told, and so is who comes later", async () => {
      const { answers, later } = await five('throw new Error("crash");', true);
      assert.deepEqual(answers, Array(5).fill("worker"));
      assert.equal(later, "worker");
    });

    for (const [how, death] of [["is killed without a word", "close();"], ["hangs", "for (;;);"]]) {
      test(`a worker that ${how}: the article it was at times out, the rest is answered by a new one`, async () => {
        const { answers, order, later } = await five(death);
        assert.deepEqual(answers, ["timeout", "1: true", "2: true", "3: true", "4: true"]);
        assert.deepEqual(order, [1, 2, 3, 4]);
        assert.equal(later, "answered");
      });
    }
  });
}

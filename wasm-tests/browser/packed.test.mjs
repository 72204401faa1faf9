// The package as npm packs it, installed into an empty folder (it depends on nothing, so no registry is asked): used from
// plain Node, bundled by Vite and opened in Chromium, and by the one tag from node_modules.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { serve } from "../../demo/serve.mjs";
import { browserNames, launch } from "./browsers.mjs";
import { Tab } from "./harness.mjs";
import { ARTICLE } from "./site.mjs";

const web = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../web");
const folder = mkdtempSync(path.join(tmpdir(), "newsgloss-packed-"));
const installed = path.join(folder, "node_modules/newsgloss");
/** @param {string} command @param {string[]} args */
const run = (command, ...args) => execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

before(() => {
  const [{ filename }] = JSON.parse(execFileSync("npm", ["pack", "--json", "--silent", "--pack-destination", folder], { cwd: web, encoding: "utf8" }));
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ name: "a-site", private: true, type: "module" }));
  run("npm", "install", "--offline", "--no-audit", "--no-fund", "--silent", path.join(folder, filename));
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("the tarball holds the built package, its types, README, LICENSE and NOTICE, and no sources or tests", () => {
  assert.deepEqual(readdirSync(installed).sort(), ["LICENSE", "NOTICE", "README.md", "bin", "dist", "package.json"]);
  const { exports } = JSON.parse(readFileSync(path.join(installed, "package.json"), "utf8"));
  for (const entry of [".", "./element", "./embed", "./panel", "./worker", "./engine", "./styles.css"]) assert.ok(entry in exports, entry);
  /** Conditions may lie in conditions. @param {object | string} one @returns {string[]} */
  const files = (one) => (typeof one === "string" ? [one] : Object.values(one).flatMap(files));
  for (const target of files(exports)) {
    assert.ok(existsSync(path.join(installed, target)), target);
  }
});

test("plain Node: imported by its name; as a command; what only pages have may be imported where there is none", () => {
  const script = `import { createAnnotator } from "newsgloss";
    import "newsgloss/element";
    const annotator = await createAnnotator();
    const { entities } = await annotator.annotate({ blocks: [{ text: "Amara Okafor spoke in Lagos." }] });
    annotator.dispose();
    console.log(entities.map(({ name }) => name).join("|"));`;
  assert.equal(run(process.execPath, "--input-type=module", "-e", script), "Amara Okafor|Lagos\n");
  writeFileSync(path.join(folder, "story.txt"), "Lagos counts its votes\n\nAmara Okafor spoke in Lagos.\n");
  assert.match(run("npx", "--no", "newsgloss", "story.txt"), /"name": "Amara Okafor"/);
});

test("types: a strict TypeScript program in Node's and in bundlers' resolution", () => {
  writeFileSync(
    path.join(folder, "site.ts"),
    `import { attach, createAnnotator, type Session } from "newsgloss";
import { createWasmEngine } from "newsgloss/engine";
const annotator = await createAnnotator({ worker: true });
const session: Session = await annotator.attach(document.body, { types: ["PERSON"], theme: "dark" });
const { quotes } = await annotator.annotate({ blocks: [{ kind: "paragraph", text: "x" }] });
const speakers: number[] = quotes[0].speakers;
// @ts-expect-error there is no such theme
await attach(document.body, { annotations: session.annotations, theme: "blue" });
export { createWasmEngine, speakers };
`,
  );
  const tsc = path.join(web, "../node_modules/typescript/bin/tsc");
  for (const [module, resolution] of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
    const options = ["--noEmit", "--strict", "--target", "es2023", "--lib", "es2023,dom,dom.iterable", "--module", module, "--moduleResolution", resolution];
    run(process.execPath, tsc, ...options, "site.ts");
  }
});

for (const name of browserNames.filter((one) => one === "chromium")) {
  test("Vite: the bundled page finds worker, engine and model, and the tag runs from node_modules", async () => {
    const site = path.join(folder, "site");
    mkdirSync(site, { recursive: true });
    writeFileSync(path.join(site, "main.js"), 'import "newsgloss/styles.css";\nimport "newsgloss/element";\n');
    /** @param {string} head @param {string} body */
    const page = (head, body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Site</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
    writeFileSync(path.join(site, "index.html"), page('<script type="module" src="/main.js"></script>', `<news-gloss>${ARTICLE}</news-gloss>`));
    const root = path.join(folder, "built");
    await build({ root: site, configFile: false, logLevel: "error", build: { outDir: root, emptyOutDir: true } });
    const assets = readdirSync(path.join(root, "assets"));
    for (const file of [/^worker-.*\.js$/, /^newsgloss-engine-.*\.wasm$/, /^newsgloss-.*\.model$/]) assert.ok(assets.some((one) => file.test(one)), `${file}: ${assets}`);
    writeFileSync(path.join(root, "tag.html"), page('<script async src="/newsgloss/newsgloss.js"></script>', ARTICLE));

    const browser = await launch(name);
    const server = await serve({ port: 0, root, dist: path.join(installed, "dist") });
    try {
      for (const address of ["index.html", "tag.html"]) {
        const tab = await Tab.open(browser);
        await tab.goto(`${server.url}${address}`);
        assert.ok((await tab.highlights())["newsgloss-person"]?.includes("Beatrice Nalwoga"), address);
        // The pages' own picture is a data: address, which the demo's policy does not know.
        assert.deepEqual((await tab.violations()).filter((one) => !/^img-src data/.test(one)), []);
        const loaded = await tab.page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname));
        assert.equal(loaded.some((one) => one.startsWith("/newsgloss/")), address === "tag.html", `${loaded}`);
        await tab.page.close();
      }
    } finally {
      await browser.close();
      await server.close();
    }
  });
}

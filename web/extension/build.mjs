// Builds the extension into build/extension/chrome and build/extension/firefox, and a zip of each beside, from web/ and
// web/extension/. Needs web/dist (engine, model, worker). The zips are the same byte for byte wherever they are built.
//
//   node web/extension/build.mjs

import { createHash } from "node:crypto";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { BROWSERS, manifestFor } from "./manifest.js";
import { MANIFEST } from "./words.js";
import { zipOf } from "./zip.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const web = path.dirname(here);
const dist = path.join(web, "dist");
const out = path.join(path.dirname(web), "build/extension");
const TARGETS = { chrome: "chrome116", firefox: "firefox140" };
/** As they are in the package, with its pinned hashes. */
const PACKAGED = ["worker.js", "newsgloss-engine.wasm", "newsgloss.model"];
/** Pages of the extension's own that show what was found in a tab. */
const PANEL_PAGES = ["side-panel", "print"];
/** The extension's other pages. */
const PAGES = ["options", "privacy", "welcome"];

const { version } = JSON.parse(await readFile(path.join(web, "package.json"), "utf8"));
/** @param {string} file */
const integrityOf = async (file) => `sha256-${createHash("sha256").update(await readFile(path.join(dist, file))).digest("base64")}`;
const define = {
  NEWSGLOSS_WASM_INTEGRITY: JSON.stringify(await integrityOf("newsgloss-engine.wasm")),
  NEWSGLOSS_MODEL_INTEGRITY: JSON.stringify(await integrityOf("newsgloss.model")),
  NEWSGLOSS_WORKER_INTEGRITY: JSON.stringify(await integrityOf("worker.js")),
  // What the package holds needs no check of its own.
  NEWSGLOSS_PARTS_INTEGRITY: "{}",
  NEWSGLOSS_VERSION: JSON.stringify(version),
};

/** Style sheets are imported as text, as in the package. @param {string} target @returns {esbuild.Plugin} */
const cssAsText = (target) => ({
  name: "css-as-text",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const { code } = await esbuild.transform(await readFile(file, "utf8"), { loader: "css", minify: true, target });
      return { contents: code, loader: "text" };
    });
  },
});

/** The engine in slices is for pages that refuse workers; an extension's own page never does. @type {esbuild.Plugin} */
const withoutSlices = {
  name: "without-slices",
  setup(build) {
    build.onResolve({ filter: /\/create-wasm-engine\.js$/ }, () => ({ path: "./engine.js", external: true }));
  },
};

for (const browser of BROWSERS) {
  const folder = path.join(out, browser);
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, "icons"), { recursive: true });
  /** @param {string} from @param {esbuild.Format} format @param {string} [to] */
  const bundle = (from, format, to = from) =>
    esbuild.build({
      bundle: true,
      minify: true,
      legalComments: "none",
      logLevel: "warning",
      target: TARGETS[browser],
      format,
      define: format === "iife" ? { ...define, "import.meta.url": '"https://newsgloss.invalid/"' } : define,
      alias: { "newsgloss-engine-host": path.join(here, `${browser}-host.js`) },
      plugins: [cssAsText(TARGETS[browser]), withoutSlices],
      entryPoints: [path.join(here, from)],
      outfile: path.join(folder, to),
    });
  await bundle("background.js", "esm");
  await bundle("content.js", "iife");
  await bundle("automatic.js", "iife");
  await bundle("look.js", "iife");
  if (browser === "chrome") {
    await bundle("offscreen.js", "esm");
    await cp(path.join(here, "offscreen.html"), path.join(folder, "offscreen.html"));
  } else {
    await cp(path.join(here, "background.html"), path.join(folder, "background.html"));
  }
  for (const name of PANEL_PAGES) {
    await bundle(`panel/${name}.js`, "esm", `${name}.js`);
    await cp(path.join(here, "panel", `${name}.html`), path.join(folder, `${name}.html`));
  }
  for (const name of PAGES) {
    await bundle(`${name}.js`, "esm");
    await cp(path.join(here, `${name}.html`), path.join(folder, `${name}.html`));
  }
  for (const file of PACKAGED) await cp(path.join(dist, file), path.join(folder, file));
  for (const file of await readdir(path.join(here, "icons"))) {
    if (file.endsWith(".png") && (browser === "chrome" || !file.startsWith("lit-"))) await cp(path.join(here, "icons", file), path.join(folder, "icons", file));
  }
  // The browser's own catalogues (https://developer.chrome.com/docs/extensions/reference/api/i18n): for the manifest alone, since
  // they follow the browser's language and not the one that the reader chose among the options.
  for (const [lang, words] of Object.entries(MANIFEST)) {
    const locale = path.join(folder, "_locales", lang);
    await mkdir(locale, { recursive: true });
    const messages = Object.fromEntries(Object.entries(words).map(([key, message]) => [key, { message }]));
    await writeFile(path.join(locale, "messages.json"), `${JSON.stringify(messages, null, 2)}\n`);
  }
  await writeFile(path.join(folder, "manifest.json"), `${JSON.stringify(manifestFor(browser, version), null, 2)}\n`);
  const zip = await zipOf(folder);
  await writeFile(path.join(out, `newsgloss-${browser}.zip`), zip);
  console.log(`newsgloss-${browser}.zip`.padEnd(24), `${zip.length} bytes`);
}

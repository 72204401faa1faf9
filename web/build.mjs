// Builds the npm package into web/dist:
//
//   index.js             ES module for pages        newsgloss.js   the one tag (classic script)
//   panel.js, messages-es.js …   parts of it that are fetched beside the engine: the panel, the interface's words in another language
//   mount-panel.js       the panel for a document of its own
//   worker.js            the worker, with the engine's glue        engine.js   the same for the page's own thread
//   node.js, cli.js      Node: the package and the command         types/      .d.ts
//   newsgloss-engine.wasm, newsgloss.model, download.json       styles.css   every custom property with its value
//   integrity.json, embed.html: SHA-384 of each file, and the tag with its own (Subresource Integrity)
//
//   node web/build.mjs [--engine DIR]     DIR holds newsgloss-engine.{mjs,wasm}; build/wasm by default
//
// The SHA-256 of wasm and model is written into what loads them. download.json lists exactly what one page load with the tag fetches.

import { createHash } from "node:crypto";
import { execFile } from "node:child_process";
import { chmod, copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import * as esbuild from "esbuild";
import { PALETTE } from "./highlight/palette.js";

const web = path.dirname(fileURLToPath(import.meta.url));
const repository = path.dirname(web);
const dist = path.join(web, "dist");

/** The browsers that have all that is used (the CSS Custom Highlight API is Firefox 140's). */
const BROWSERS = ["chrome111", "firefox128", "safari17.2"];
const LOADED_BY_THE_TAG = ["newsgloss.js", "index.js", "panel.js", "worker.js", "newsgloss-engine.wasm", "newsgloss.model"];
const LOADER_LIMIT = 5_000;

const { values } = parseArgs({ options: { engine: { type: "string", default: path.join(repository, "build/wasm") } } });
const engine = path.resolve(values.engine);

const wasm = await readFile(path.join(engine, "newsgloss-engine.wasm")).catch(() => {
  console.error(`web/build.mjs: no newsgloss-engine.wasm in ${engine}; build it first: make wasm`);
  process.exit(1);
});
const model = await readFile(path.join(repository, "models/newsgloss.model"));
/** @param {Buffer} bytes */
const integrityOf = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
const { version } = JSON.parse(await readFile(path.join(web, "package.json"), "utf8"));

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  minify: true,
  format: "esm",
  target: BROWSERS,
  legalComments: "none",
  logLevel: "warning",
  define: {
    NEWSGLOSS_WORKER_INTEGRITY: '""', // only what starts the worker needs it, see below
    NEWSGLOSS_WASM_INTEGRITY: JSON.stringify(integrityOf(wasm)),
    NEWSGLOSS_MODEL_INTEGRITY: JSON.stringify(integrityOf(model)),
    NEWSGLOSS_VERSION: JSON.stringify(version),
  },
  alias: { "newsgloss-engine": path.join(engine, "newsgloss-engine.mjs") },
  plugins: [cssAsText()],
};
/** @type {esbuild.BuildOptions} */
const forNode = { ...common, platform: "node", target: "node20" };

/** Style sheets are imported as text, for constructed sheets. @returns {esbuild.Plugin} */
function cssAsText() {
  return {
    name: "css-as-text",
    setup(build) {
      build.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
        const { code } = await esbuild.transform(await readFile(file, "utf8"), { loader: "css", minify: true, target: BROWSERS });
        return { contents: code, loader: "text" };
      });
    },
  };
}

/** A sheet to copy or import: the marks' custom properties with the values they have, as light or dark as the page's `color-scheme`. */
function customProperties() {
  const lines = Object.entries(PALETTE).map(([style, { light, dark }]) => `  --newsgloss-${style}: light-dark(${light}, ${dark});`);
  return `/* Newsgloss ${version}: the colours of the marks. Take what you want to change; the rest has these values anyway. */\n:root {\n${lines.join("\n")}\n}\n`;
}

/** What is loaded only when it is needed stays a file of its own. @param {RegExp} module @param {string} file @returns {esbuild.Plugin} */
function apart(module, file) {
  return {
    name: "apart",
    setup(build) {
      build.onResolve({ filter: module }, () => ({ path: `./${file}`, external: true }));
    },
  };
}

/** The interface's words in other languages than English. */
const LANGUAGES = (await readdir(path.join(web, "ui/messages"))).map((file) => path.basename(file, ".js")).filter((lang) => lang !== "en");
const parts = [
  apart(/\/create-wasm-engine\.js$/, "engine.js"),
  apart(/\/panel-part\.js$/, "panel.js"),
  apart(/\/mark-painter\.js$/, "marks.js"),
  ...LANGUAGES.map((lang) => apart(new RegExp(`/messages/${lang}\\.js$`), `messages-${lang}.js`)),
];

/** @param {string} from @param {string} to @param {esbuild.BuildOptions} options */
const bundle = (from, to, options) =>
  esbuild.build({ ...options, entryPoints: [path.join(web, from)], outfile: path.join(dist, to) });

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
/** Each file knows the hash of those that it loads. @param {string} file */
const builtIntegrityOf = async (file) => JSON.stringify(integrityOf(await readFile(path.join(dist, file))));
await Promise.all([
  bundle("engine/worker.js", "worker.js", common),
  bundle("engine/create-wasm-engine.js", "engine.js", common),
  bundle("ui/panel-part.js", "panel.js", common),
  bundle("highlight/mark-painter.js", "marks.js", common),
  ...LANGUAGES.map((lang) => bundle(`ui/messages/${lang}.js`, `messages-${lang}.js`, { ...common, charset: "utf8" })),
]);
const imported = ["engine.js", "panel.js", "marks.js", ...LANGUAGES.map((lang) => `messages-${lang}.js`)];
const partsIntegrity = Object.fromEntries(await Promise.all(imported.map(async (file) => [file, JSON.parse(await builtIntegrityOf(file))])));
await bundle("index.js", "index.js", {
  ...common,
  define: {
    ...common.define,
    NEWSGLOSS_WORKER_INTEGRITY: await builtIntegrityOf("worker.js"),
    NEWSGLOSS_PARTS_INTEGRITY: JSON.stringify(partsIntegrity),
  },
  plugins: [cssAsText(), ...parts],
});
await Promise.all([
  bundle("ui/mount-panel.js", "mount-panel.js", { ...common, plugins: [cssAsText(), ...parts] }),
  bundle("embed/newsgloss.js", "newsgloss.js", {
    ...common,
    format: "iife",
    define: { ...common.define, NEWSGLOSS_INDEX_INTEGRITY: await builtIntegrityOf("index.js") },
  }),
  writeFile(path.join(dist, "styles.css"), customProperties()),
  copyFile(path.join(repository, "LICENSE"), path.join(web, "LICENSE")),
  copyFile(path.join(repository, "NOTICE"), path.join(web, "NOTICE")),
  bundle("embed/define.js", "element.js", { ...common, plugins: [apart(/\/index\.js$/, "index.js")] }),
  bundle("node.js", "node.js", forNode),
  bundle("cli/cli.js", "cli.js", forNode),
  copyFile(path.join(engine, "newsgloss-engine.wasm"), path.join(dist, "newsgloss-engine.wasm")),
  writeFile(path.join(dist, "newsgloss.model"), model),
  promisify(execFile)(process.execPath, [path.join(repository, "node_modules/typescript/bin/tsc"), "-p", path.join(web, "tsconfig.types.json")]),
]);
await chmod(path.join(dist, "cli.js"), 0o755);

const download = await Promise.all(
  LOADED_BY_THE_TAG.map(async (file) => {
    const bytes = await readFile(path.join(dist, file));
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
    return { file, bytes: bytes.length, brotli, sha256: createHash("sha256").update(bytes).digest("hex") };
  }),
);
await writeFile(path.join(dist, "download.json"), `${JSON.stringify(download, null, 2)}\n`);

const integrity = Object.fromEntries(
  await Promise.all(
    ["newsgloss.js", "index.js", "worker.js", "engine.js", "newsgloss-engine.wasm", "newsgloss.model"].map(async (file) => [
      file,
      `sha384-${createHash("sha384").update(await readFile(path.join(dist, file))).digest("base64")}`,
    ]),
  ),
);
await writeFile(path.join(dist, "integrity.json"), `${JSON.stringify({ version, integrity }, null, 2)}\n`);
const tag = `<script async src="https://cdn.example/newsgloss@${version}/newsgloss.js" crossorigin="anonymous" integrity="${integrity["newsgloss.js"]}"></script>`;
await writeFile(path.join(dist, "embed.html"), `${tag}\n`);

for (const { file, bytes, brotli } of download) console.log(`${file.padEnd(24)} ${bytes} bytes, ${brotli} brotli`);
console.log(`${"in all".padEnd(24)} ${download.reduce((sum, { brotli }) => sum + brotli, 0)} brotli`);
console.log(`\nFrom another origin, with Subresource Integrity (web/dist/embed.html):\n${tag}`);
if (download[0].brotli > LOADER_LIMIT) throw new Error(`newsgloss.js is over ${LOADER_LIMIT} bytes`);

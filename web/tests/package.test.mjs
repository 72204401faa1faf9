// The built package in Node: imported, and as a command. Needs web/dist (npm run build).

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), "../dist");
if (!existsSync(path.join(dist, "cli.js"))) throw new Error("web/dist is not built: npm run build");
const folder = mkdtempSync(path.join(tmpdir(), "newsgloss-package-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const TEXT = "Lagos counts its votes\n\nAmara Okafor, the city's clerk, said on Tuesday the count was fair.\n";
const HTML = `<!doctype html><html lang="en"><head><meta property="article:published_time" content="2025-11-06"></head>
<body><nav>Home</nav><article><h1>Lagos counts its votes</h1><p>Amara Okafor, the city's clerk, said on <b>Tuesday</b> the count was fair.</p></article></body></html>`;

/** @param {string} name @param {string | Buffer} content */
function file(name, content) {
  const where = path.join(folder, name);
  writeFileSync(where, content);
  return where;
}

/** @param {string[]} args */
function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(dist, "cli.js"), ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

test("imported by its name: annotates, and is done when disposed of", async () => {
  const { createAnnotator } = await import("newsgloss");
  const annotator = await createAnnotator();
  const annotations = await annotator.annotate({ published: "2025-11-06", blocks: [{ text: TEXT.split("\n\n")[1].trim() }] });
  assert.equal(annotations.schema, "newsgloss/1");
  assert.ok(annotations.entities.some(({ type, name }) => type === "PERSON" && name === "Amara Okafor"));
  await assert.rejects(annotator.annotate(/** @type {any} */ ({ blocks: [{}] })), { code: "article", message: /blocks\[0\]\.text/ });
  const controller = new AbortController();
  controller.abort();
  await assert.rejects(annotator.annotate({ blocks: [] }, { signal: controller.signal }), { name: "AbortError" });
  annotator.dispose();
  await assert.rejects(annotator.annotate({ blocks: [] }), { code: "disposed" });
});

for (const name of ["newsgloss-engine.wasm", "newsgloss.model"]) {
  test(`${name}: a file that is not the built one is refused`, async () => {
    const copy = path.join(folder, `copy-${name}`);
    cpSync(dist, copy, { recursive: true });
    const changed = path.join(copy, name);
    writeFileSync(changed, Buffer.concat([readFileSync(changed), Buffer.from([0])]));
    const { createAnnotator } = await import(pathToFileURL(path.join(copy, "node.js")).href);
    await assert.rejects(createAnnotator(), { code: "integrity" });
  });
}

test("annotate: text, JSON and HTML give the same reading", () => {
  const article = { published: "2025-11-06", blocks: TEXT.trim().split("\n\n").map((text) => ({ text })) };
  const files = [file("a.txt", TEXT), file("b.json", JSON.stringify(article)), file("c.html", HTML), file("d.html.gz", gzipSync(HTML))];
  for (const one of files) {
    const { status, stdout, stderr } = run("annotate", one);
    assert.equal(stderr, "");
    assert.equal(status, 0);
    const { id, blocks, entities } = JSON.parse(stdout);
    assert.equal(id, path.basename(one).slice(0, 1));
    assert.equal(blocks.length, 2);
    assert.ok(entities.some((/** @type {{ name: string }} */ entity) => entity.name === "Amara Okafor"), one);
  }
});

test("jsonl: a line an article; a bad one is named, the rest goes on, status 1", () => {
  const files = [file("a.txt", TEXT), file("bad.json", '{"blocks": [}'), file("kind.json", '{"blocks":[{"kind":"paragraf","text":""}]}'), path.join(folder, "none.txt"), file("x.pdf", "")];
  const { status, stdout, stderr } = run("--format", "jsonl", ...files, file("empty.txt", ""));
  assert.equal(status, 1);
  const lines = stdout.trim().split("\n").map((line) => JSON.parse(line));
  const bad = ["bad.json:1", "kind.json", "none.txt", "x.pdf", "empty.txt"];
  assert.deepEqual(lines.map(({ id, error }) => id ?? path.basename(error.split(": ")[0])), ["a", ...bad]);
  assert.deepEqual(stderr.trim().split("\n").map((line) => path.basename(line.split(": ")[0])), bad);
  assert.match(stderr, /kind\.json: blocks\[0\]\.kind: unknown kind "paragraf"/);
});

/** Articles by the line, with a bad one among them. @param {number} count */
const archive = (count) =>
  Array.from({ length: count }, (_, i) => (i === 7 ? '{"blocks": [}' : JSON.stringify({ id: `n${i}`, published: "2025-11-06", blocks: [{ text: `Amara Okafor said ${i} ballots were lost.` }] }))).join("\n");

test("JSON Lines: on any number of threads the same lines in the same order; a bad line costs one", () => {
  const lines = file("many.jsonl", archive(60));
  const one = run(lines);
  const three = run("--jobs", "3", lines);
  assert.equal(one.status, 1);
  assert.match(one.stderr, /^[^\n]*many\.jsonl:8: [^\n]+\n$/);
  const read = one.stdout.trim().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(read.map(({ id, error }, i) => (i === 7 ? /many\.jsonl:8: /.test(error) : id === `n${i}`)), Array(60).fill(true));
  assert.deepEqual({ ...three }, { ...one });
  const { stdout } = spawnSync(process.execPath, [path.join(dist, "cli.js"), "-"], { encoding: "utf8", input: readFileSync(lines) });
  assert.equal(stdout.replaceAll('"<stdin>:8: ', '"'), one.stdout.replaceAll(`"${lines}:8: `, '"'));
});

test("standard input may be a page or text; several files are an array; an unread output is quiet", () => {
  const given = (/** @type {string} */ input) => JSON.parse(spawnSync(process.execPath, [path.join(dist, "cli.js"), "--format", "json", "-"], { encoding: "utf8", input }).stdout);
  assert.equal(given(HTML).blocks.length, 2);
  assert.equal(given(TEXT).blocks.length, 2);
  assert.deepEqual(JSON.parse(run(file("a.txt", TEXT), file("b.txt", TEXT)).stdout).map((/** @type {{ id: string }} */ { id }) => id), ["a", "b"]);
  const cut = spawnSync("sh", ["-c", `"${process.execPath}" "${path.join(dist, "cli.js")}" "${file("long.jsonl", archive(400))}" --jobs 2 | head -n 1`], { encoding: "utf8" });
  assert.equal(JSON.parse(cut.stdout).id, "n0");
  assert.doesNotMatch(cut.stderr, /EPIPE|at /);
});

test("usage: status 2 and what is wrong; help and version: status 0", () => {
  assert.equal(run("--format", "xml", "a.txt").status, 2);
  for (const jobs of ["0", "x", "1.5"]) assert.equal(run("--jobs", jobs, "a.txt").status, 2);
  assert.match(run("--nonsense").stderr, /--nonsense/);
  assert.match(run("--help").stdout, /FILE/);
  assert.match(run("--version").stdout, /^\d+\.\d+\.\d+\n$/);
});

test("npx newsgloss PAGE works in a clone", () => {
  const page = file("page.html", HTML);
  const { status, stdout, stderr } = spawnSync("npx", ["--no", "newsgloss", page], { encoding: "utf8", cwd: dist });
  assert.equal(status, 0, stderr);
  assert.equal(JSON.parse(stdout).id, "page");
});

test("the example of docs/formats.md enriches a static site as it is printed there", () => {
  const docs = readFileSync(path.join(dist, "../../docs/formats.md"), "utf8");
  const [, example] = /```js\n(import \{ writeFile \}[\s\S]*?)```/.exec(docs) ?? [];
  assert.ok(example);
  const script = path.join(dist, "example.test.mjs");
  writeFileSync(script, example);
  try {
    const { status, stderr } = spawnSync(process.execPath, [script, file("one.html", HTML), file("two.html", HTML.replace("Okafor", "Balogun"))], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
  } finally {
    rmSync(script);
  }
  for (const [page, name] of [["one", "Amara Okafor"], ["two", "Amara Balogun"]]) {
    const { id, entities } = JSON.parse(readFileSync(path.join(folder, `${page}.html.annotations.json`), "utf8"));
    assert.equal(id, page);
    assert.ok(entities.some((/** @type {{ name: string }} */ entity) => entity.name === name));
  }
});

test("download.json lists what is there; loader and interface are within their budgets", () => {
  /** @type {{ file: string, bytes: number, brotli: number, sha256: string }[]} */
  const download = JSON.parse(readFileSync(path.join(dist, "download.json"), "utf8"));
  for (const { file: name, bytes, brotli, sha256 } of download) {
    const content = readFileSync(path.join(dist, name));
    assert.equal(content.length, bytes);
    assert.equal(createHash("sha256").update(content).digest("hex"), sha256);
    assert.ok(Math.abs(brotliCompressSync(content).length - brotli) < 64);
  }
  const size = (/** @type {string} */ name) => download.find(({ file }) => file === name)?.brotli ?? Infinity;
  assert.ok(size("newsgloss.js") <= 5_000, `newsgloss.js: ${size("newsgloss.js")}`);
  assert.ok(size("index.js") + size("worker.js") <= 50_000, `index.js and worker.js: ${size("index.js") + size("worker.js")}`);
  const shown = size("newsgloss.js") + size("index.js") + size("panel.js");
  assert.ok(shown <= 50_000, `loader and interface: ${shown}`);
  const all = download.reduce((sum, { brotli }) => sum + brotli, 0);
  assert.ok(all <= 1_000_000, `everything that a page load fetches: ${all}`);
});

test("nothing in the package evaluates strings, or writes HTML from them", () => {
  for (const name of ["newsgloss.js", "index.js", "panel.js", "mount-panel.js", "worker.js", "engine.js"]) {
    const code = readFileSync(path.join(dist, name), "utf8");
    assert.doesNotMatch(code, /\beval\(|new Function\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write/, name);
  }
});

// What the binding promises: the schema back, every mistake in words, slices equal the whole.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import vm from "node:vm";

import { WasmEngine } from "../web/engine/wasm-engine.js";
import { hostileArticle, random } from "./hostile.mjs";
import { createEngine, engineFiles, native, root } from "./setup.mjs";

const keys = ["schema", "id", "article", "blocks", "entities", "values", "quotes", "captions"];

test("annotate gives schema newsgloss/1", async () => {
  const engine = await createEngine();
  const annotations = engine.annotate({
    id: "a1",
    lang: "en",
    published: "2025-11-07",
    blocks: [{ kind: "headline", text: "Lake forum opens" }, { text: "Minister Ana Otieno said talks had begun." }],
  });
  assert.deepEqual(Object.keys(annotations), keys);
  assert.equal(annotations.schema, "newsgloss/1");
  assert.equal(annotations.id, "a1");
  assert.equal(annotations.article.published, "2025-11-07");
  assert.equal(annotations.article.lang, "en");
  assert.equal(annotations.blocks.length, 2);
  assert.equal(annotations.blocks[0].kind, "headline");
  assert.equal(annotations.blocks[1].text, "Minister Ana Otieno said talks had begun.");
  engine.delete();
});

test("the version is the native command's", async () => {
  const engine = await createEngine();
  assert.equal(native(["--version"]).stdout, `newsgloss ${engine.version}\n`);
  engine.delete();
});

test("nothing in the glue needs eval, and nothing is fetched", () => {
  const glue = readFileSync(join(root, "build/wasm/newsgloss-engine.mjs"), "utf8");
  assert.doesNotMatch(glue, /\bnew Function\b|\beval\(/);
  assert.doesNotMatch(glue, /import\.meta/);
});

test("a lone surrogate is U+FFFD, one for one; pairs and controls stay", async () => {
  const engine = await createEngine();
  const text = "a\ud83d b\udc1f \ud83d\udc1f \udc1f\ud83d \u0000\u001b\u2028 z";
  const [block] = engine.annotate({ blocks: [{ text }] }).blocks;
  assert.equal(block.text, "a\ufffd b\ufffd \ud83d\udc1f \ufffd\ufffd \u0000\u001b\u2028 z");
  assert.equal(block.text.length, text.length);
  engine.delete();
});

const mistakes = [
  [null, /^expected an object$/],
  [undefined, /^expected an object$/],
  ["text", /^expected an object$/],
  [[], /^expected an object, found an array$/],
  [{}, /^blocks: missing$/],
  [{ blocks: null }, /^blocks: expected an array$/],
  [{ blocks: "text" }, /^blocks: expected an array$/],
  [{ blocks: { length: 1 } }, /^blocks: expected an array, found an object$/],
  [{ blocks: [null] }, /^blocks\[0\]: expected an object$/],
  [{ blocks: [{ text: "" }, "text"] }, /^blocks\[1\]: expected an object$/],
  [{ blocks: [{ text: "" }, []] }, /^blocks\[1\]: expected an object, found an array$/],
  [{ blocks: [{ kind: "paragraph" }] }, /^blocks\[0\]\.text: missing$/],
  [{ blocks: [{ text: null }] }, /^blocks\[0\]\.text: expected a string$/],
  [{ blocks: [{ text: 5 }] }, /^blocks\[0\]\.text: expected a string$/],
  [{ blocks: [{ text: "", kind: 5 }] }, /^blocks\[0\]\.kind: expected a string$/],
  [{ blocks: [{ text: "", kind: "paragraf" }] }, /^blocks\[0\]\.kind: unknown kind "paragraf"$/],
  [{ blocks: [], id: true }, /^id: expected a string$/],
  [{ blocks: [], url: 5 }, /^url: expected a string$/],
  [{ blocks: [], lang: [] }, /^lang: expected a string, found an array$/],
  [{ blocks: [{ text: {} }] }, /^blocks\[0\]\.text: expected a string, found an object$/],
  [{ blocks: [], published: [] }, /^published: expected a string, found an array$/],
  [{ blocks: [], published: 20251107 }, /^published: expected a date such as "2025-11-07"$/],
  [{ blocks: [], published: "7 Nov 2025" }, /^published: "7 Nov 2025" is not a date such as "2025-11-07"$/],
  [{ blocks: [], published: "2025-02-29" }, /^published: "2025-02-29" is not a date/],
];

test("mistakes in an article are said in words, and the engine goes on", async () => {
  const engine = await createEngine();
  for (const [article, message] of mistakes) {
    assert.throws(() => engine.begin(article), { name: "TypeError", message }, JSON.stringify(article));
    assert.equal(engine.step(10), true);
    assert.equal(engine.result(), "");
  }
  assert.equal(engine.annotate({ blocks: [{ text: "fine" }] }).blocks[0].text, "fine");
  engine.delete();
});

test("mistakes are said as the native command says them", () => {
  const articles = mistakes.map(([article]) => article).filter((article) => article !== undefined);
  const lines = articles.map((article) => JSON.stringify(article) + "\n").join("");
  const { status, stdout, stderr } = native(["annotate", "--input", "jsonl", "--format", "jsonl", "-"], lines);
  assert.equal(status, 1);
  const errors = stdout.trimEnd().split("\n").map((line) => JSON.parse(line).error);
  assert.equal(errors.length, articles.length);
  assert.equal(stderr.trimEnd(), errors.join("\n"));
  for (const [i, article] of articles.entries()) {
    const [, message] = mistakes.find(([given]) => given === article);
    const [prefix, ...rest] = errors[i].split(": ");
    assert.equal(prefix, `<stdin>:${i + 1}`);
    assert.match(rest.join(": "), message);
  }
});

test("what may be left out may be null", async () => {
  const engine = await createEngine();
  const bare = engine.annotate({ blocks: [{ text: "x" }] });
  const nulls = engine.annotate({ id: null, url: null, lang: null, published: null, blocks: [{ kind: null, text: "x" }] });
  assert.deepEqual(nulls, bare);
  assert.equal(engine.annotate({ id: 17, blocks: [] }).id, "17");
  engine.delete();
});

test("arrays and objects of another realm are as good", async () => {
  const engine = await createEngine();
  const article = vm.runInNewContext('({ id: "far", blocks: [{ text: "from afar" }] })');
  assert.equal(engine.annotate(article).blocks[0].text, "from afar");
  engine.delete();
});

test("an accessor that throws is the caller's to hear of, and costs no stack", async () => {
  const engine = await createEngine();
  const article = {
    get blocks() {
      throw new RangeError("mine");
    },
  };
  for (let i = 0; i < 20_000; i += 1) assert.throws(() => engine.begin(article), { name: "RangeError", message: "mine" });
  assert.equal(engine.annotate({ blocks: [{ text: "fine" }] }).blocks[0].text, "fine");
  engine.delete();
});

test("too much text is refused, not run into", async () => {
  const engine = await createEngine();
  const text = "x".repeat(2 ** 23);
  assert.throws(() => engine.begin({ blocks: [{ text }, { text }, { text: "." }] }), /^TypeError: too long/);
  assert.equal(engine.annotate({ blocks: [] }).blocks.length, 0);
  engine.delete();
});

test("slices of any size equal the whole", async () => {
  const engine = await createEngine();
  const next = random(2);
  for (let i = 0; i < 40; i += 1) {
    const article = hostileArticle(next, `sliced-${i}`);
    engine.begin(article);
    while (!engine.step(Infinity));
    const whole = engine.result();
    for (const budget of [0, 1, 7, 200, NaN, -3]) {
      engine.begin(article);
      let steps = 0;
      while (!engine.step(budget)) steps += 1;
      assert.ok(steps <= 2 * article.blocks.length + 2, `${steps} steps`);
      assert.equal(engine.result(), whole);
    }
  }
  engine.delete();
});

test("an article can be dropped half-way, and a result is given once", async () => {
  const engine = await createEngine();
  const article = hostileArticle(random(3), "dropped");
  engine.begin(article);
  engine.step(1);
  assert.equal(engine.result(), "", "not done yet");
  engine.begin({ id: "next", blocks: [{ text: "x" }] });
  while (!engine.step(1));
  assert.equal(JSON.parse(engine.result()).id, "next");
  assert.equal(engine.result(), "");
  assert.equal(engine.step(1), true);
  engine.delete();
});

test("what came before leaves no trace", async () => {
  const used = await createEngine();
  const next = random(4);
  for (let i = 0; i < 20; i += 1) used.annotate(hostileArticle(next, `before-${i}`));
  const article = hostileArticle(next, "after");
  const fresh = await createEngine();
  assert.deepEqual(used.annotate(article), fresh.annotate(article));
  used.delete();
  fresh.delete();
});

test("create takes bytes or a compiled module, and rejects what is neither", async () => {
  const { createModule, wasmBinary, model } = await engineFiles();
  const module = await WebAssembly.compile(wasmBinary);
  const engine = await WasmEngine.create({ createModule, module, model });
  assert.equal(engine.annotate({ blocks: [] }).schema, "newsgloss/1");
  engine.delete();
  await assert.rejects(WasmEngine.create({ createModule, model }), TypeError);
  await assert.rejects(WasmEngine.create({ createModule, wasmBinary, module, model }), TypeError);
  await assert.rejects(WasmEngine.create({ wasmBinary, model }), TypeError);
  await assert.rejects(WasmEngine.create({ createModule, module }), TypeError);
  await assert.rejects(WasmEngine.create({ createModule, wasmBinary: new Uint8Array([1, 2, 3]), model }), WebAssembly.CompileError);
  const wrong = await WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
  await assert.rejects(WasmEngine.create({ createModule, module: wrong, model }));
});

test("a model that is cut, changed or another file is refused with what is wrong, and leaves nothing behind", async () => {
  const { createModule, wasmBinary, model } = await engineFiles();
  const module = await WebAssembly.compile(wasmBinary);
  const changed = new Uint8Array(model);
  changed[changed.length >> 1] ^= 1;
  const { deleted } = WasmEngine.counts;
  for (const [bytes, message] of [
    [model.subarray(0, 1000), /model/],
    [new Uint8Array(0), /model/],
    [changed, /section (LEXI|ATTR|ENTI)/],
    [wasmBinary, /model/],
  ])
    await assert.rejects(WasmEngine.create({ createModule, module, model: bytes }), message);
  assert.equal(WasmEngine.counts.deleted, deleted);
  const engine = await WasmEngine.create({ createModule, module, model: new Uint8Array(model).buffer });
  assert.equal(engine.live, 1);
  engine.delete();
});

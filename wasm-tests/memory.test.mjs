// Who owns what: delete(), the safety net behind it, and no growth over many articles. Needs --expose-gc.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { WasmEngine } from "../web/engine/wasm-engine.js";
import { hostileArticle, random } from "./hostile.mjs";
import { createEngine, engineFiles } from "./setup.mjs";

/** An instance of our own, whose memory can be looked at. */
async function instance() {
  const { createModule, wasmBinary, model } = await engineFiles();
  let memory;
  const module = await createModule({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(wasmBinary, imports).then(({ instance }) => {
        memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
        done(instance);
      });
      return {};
    },
  });
  return { module, model, bytes: () => memory.buffer.byteLength };
}

test("delete() frees at once, twice does nothing, and after it there is no use", async () => {
  const before = WasmEngine.counts;
  const engine = await createEngine();
  assert.equal(engine.live, 1);
  engine.delete();
  engine.delete();
  assert.equal(engine.live, 0);
  assert.equal(WasmEngine.counts.deleted, before.deleted + 1);
  for (const use of [() => engine.begin({ blocks: [] }), () => engine.step(1), () => engine.result(), () => engine.annotate({ blocks: [] })])
    assert.throws(use, /has been deleted/);
});

test("engines share an instance and do not share an article", async () => {
  const { module, model } = await instance();
  const [a, b] = [new WasmEngine(module, model), new WasmEngine(module, model)];
  assert.equal(module.liveEngines(), 2);
  a.begin({ id: "a", blocks: [{ text: "x" }] });
  b.begin({ id: "b", blocks: [{ text: "y" }] });
  while (!a.step(1) | !b.step(1));
  assert.equal(JSON.parse(a.result()).id, "a");
  assert.equal(JSON.parse(b.result()).id, "b");
  a.delete();
  assert.equal(module.liveEngines(), 1);
  b.delete();
  assert.equal(module.liveEngines(), 0);
});

test("an engine that is forgotten is deleted by the collector", async () => {
  assert.equal(typeof globalThis.gc, "function", "run node with --expose-gc");
  const { module, model } = await instance();
  const before = WasmEngine.counts;
  const forgotten = 5;
  (() => {
    for (let i = 0; i < forgotten; i += 1) new WasmEngine(module, model).begin({ blocks: [{ text: "x" }] });
  })();
  for (let i = 0; i < 100 && module.liveEngines() > 0; i += 1) {
    globalThis.gc();
    await sleep(10);
  }
  assert.equal(module.liveEngines(), 0);
  const { created, deleted, finalized } = WasmEngine.counts;
  assert.equal(created, before.created + forgotten);
  assert.equal(deleted, before.deleted);
  assert.equal(finalized, before.finalized + forgotten);
});

test("no growth over 1,000 articles", async () => {
  const { module, model, bytes } = await instance();
  const engine = new WasmEngine(module, model);
  const round = () => {
    const next = random(5);
    for (let i = 0; i < 250; i += 1) {
      const article = hostileArticle(next, `round-${i}`);
      if (i % 10 === 3) {
        engine.begin(article); // dropped half-way
        engine.step(1);
      } else if (i % 10 === 7) {
        assert.throws(() => engine.begin({ ...article, blocks: [...article.blocks, { text: 1 }] }), TypeError);
      } else {
        engine.annotate(article);
      }
    }
  };
  round();
  const after = bytes();
  for (let i = 0; i < 3; i += 1) round();
  assert.equal(bytes(), after);
  engine.delete();
});

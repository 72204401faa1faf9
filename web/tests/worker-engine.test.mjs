// The engine's client: order, abort, timeout, one replacement of a worker that stops. The workers are made up.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { PolicyWatch } from "../engine/policy-watch.js";
import { WorkerEngine } from "../engine/worker-engine.js";

/** @typedef {import("../engine/messages.js").ToWorker} ToWorker */

/** Answers each article with its text, in a task of its own; does as it is told by the texts "crash" and "stuck". */
class FakeWorker extends EventTarget {
  /** @type {FakeWorker[]} */
  static made = [];
  /** How the next ones behave. */
  static crashes = new Set();
  static starts = true;
  /** @type {string[]} */
  log = [];
  terminated = false;
  #queue = Promise.resolve();

  constructor() {
    super();
    FakeWorker.made.push(this);
  }

  /** @param {ToWorker} message */
  postMessage(message) {
    if (message.type === "start") {
      assert.deepEqual([message.wasm.byteLength, message.model.byteLength], [8, 4], "the bytes are there, also for the second worker");
      if (FakeWorker.starts) setTimeout(() => this.#say({ type: "started" }));
      else setTimeout(() => this.dispatchEvent(new Event("error")));
      return;
    }
    if (message.type === "abort") {
      this.log.push(`abort ${message.id}`);
      return;
    }
    const { id, article } = structuredClone(message);
    const text = article.blocks[0].text;
    this.log.push(text);
    this.#queue = this.#queue.then(async () => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      if (this.terminated) return;
      if (text === "stuck") await new Promise(() => {});
      if (FakeWorker.crashes.has(text)) {
        this.terminated = true;
        if (text === "crash once") FakeWorker.crashes.delete(text);
        this.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
      } else {
        this.#say({ type: "result", id, json: JSON.stringify(text) });
      }
    });
  }

  /** @param {import("../engine/messages.js").FromWorker} data */
  #say(data) {
    if (!this.terminated) this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }

  terminate() {
    this.terminated = true;
  }
}

const original = globalThis.Worker;
beforeEach(() => {
  FakeWorker.made = [];
  FakeWorker.crashes = new Set(["crash", "crash once"]);
  FakeWorker.starts = true;
  globalThis.Worker = /** @type {any} */ (FakeWorker);
});
afterEach(() => {
  globalThis.Worker = original;
});

const start = (timeoutMs = 1000) =>
  WorkerEngine.start(Promise.resolve([new ArrayBuffer(8), new ArrayBuffer(4)]), { url: "worker.js", policy: new PolicyWatch(), timeoutMs });
const article = (/** @type {string} */ text) => ({ blocks: [{ text }] });

test("each request gets its own answer", async () => {
  const engine = await start();
  assert.deepEqual(await Promise.all(["a", "b", "c"].map((text) => engine.annotate(article(text)))), ['"a"', '"b"', '"c"']);
  engine.dispose();
});

test("a worker that stops is replaced once, the queue is kept", async () => {
  const engine = await start();
  const results = await Promise.all(["a", "crash once", "b", "c"].map((text) => engine.annotate(article(text))));
  assert.deepEqual(results, ['"a"', '"crash once"', '"b"', '"c"']);
  assert.deepEqual(FakeWorker.made.map(({ log }) => log), [["a", "crash once", "b", "c"], ["crash once", "b", "c"]]);
  engine.dispose();
});

test("one that stops again and again is not: all that wait, and all that come, are told why", async () => {
  const engine = await start();
  const waiting = ["crash", "b"].map((text) => engine.annotate(article(text)));
  for (const one of waiting) await assert.rejects(one, { code: "worker", message: /out of memory/ });
  assert.equal(FakeWorker.made.length, 2);
  await assert.rejects(engine.annotate(article("c")), { code: "worker" });
});

test("after an answer a worker may stop, and be replaced, once more", async () => {
  const engine = await start();
  for (let i = 0; i < 3; i += 1) {
    FakeWorker.crashes.add("crash once");
    assert.equal(await engine.annotate(article("crash once")), '"crash once"');
  }
  assert.equal(FakeWorker.made.length, 4);
  engine.dispose();
});

test("an article that takes too long is rejected, the others go on in a new worker", async () => {
  const engine = await start(60);
  const [stuck, next] = ["stuck", "next"].map((text) => engine.annotate(article(text)));
  await assert.rejects(stuck, { code: "timeout" });
  assert.equal(await next, '"next"');
  assert.deepEqual([FakeWorker.made.length, FakeWorker.made[0].terminated], [2, true]);
  engine.dispose();
});

test("waiting for others is not taking long", async () => {
  const engine = await start(40);
  const all = await Promise.all(Array.from({ length: 30 }, (_, i) => engine.annotate(article(`${i}`))));
  assert.equal(all.length, 30);
  assert.equal(FakeWorker.made.length, 1);
  engine.dispose();
});

test("aborted: the worker is told, the answer is dropped, the next one comes", async () => {
  const engine = await start();
  const controller = new AbortController();
  const first = engine.annotate(article("a"), { signal: controller.signal });
  const second = engine.annotate(article("b"));
  controller.abort();
  await assert.rejects(first, { name: "AbortError" });
  assert.equal(await second, '"b"');
  assert.ok(FakeWorker.made[0].log.includes("abort 1"));
  engine.dispose();
});

test("an article that cannot be sent is the caller's error", async () => {
  const engine = await start();
  await assert.rejects(engine.annotate(/** @type {any} */ ({ blocks: [() => {}] })), { code: "article" });
  assert.equal(await engine.annotate(article("b")), '"b"');
  engine.dispose();
});

test("a worker that cannot be replaced, and one that is disposed of", async () => {
  const engine = await start();
  FakeWorker.starts = false;
  await assert.rejects(engine.annotate(article("crash")), { code: "worker" });
  FakeWorker.starts = true;
  const other = await start();
  const waiting = other.annotate(article("stuck"));
  other.dispose();
  await assert.rejects(waiting, { code: "disposed" });
});

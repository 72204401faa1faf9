// The queue around an engine: order, slices, abort, failures. The engine itself is a stand-in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NewsglossError } from "../engine/newsgloss-error.js";
import { SlicedEngine } from "../engine/sliced-engine.js";

/** Takes `steps` steps to an article; its text tells it to fail. */
class FakeEngine {
  static created = 0;
  log = /** @type {string[]} */ ([]);
  #text = "";
  #left = 0;

  constructor() {
    FakeEngine.created += 1;
  }

  /** @param {import("../schema.js").Article} article */
  begin({ blocks }) {
    if (!blocks) throw new TypeError("blocks: missing");
    this.#text = blocks[0].text;
    this.#left = 50;
    this.log.push(`begin ${this.#text}`);
  }

  step() {
    if (this.#text === "trap") throw new WebAssembly.RuntimeError("unreachable");
    for (const end = performance.now() + 0.2; performance.now() < end; );
    return (this.#left -= 1) <= 0;
  }

  result() {
    this.log.push(`result ${this.#text}`);
    return JSON.stringify(this.#text);
  }

  delete() {
    this.log.push("delete");
  }
}

function start(sliceMs = 1) {
  /** @type {FakeEngine[]} */
  const made = [];
  const engine = new SlicedEngine(
    async () => /** @type {any} */ (made[made.push(new FakeEngine()) - 1]),
    { sliceMs },
  );
  return { engine, made };
}
const article = (/** @type {string} */ text) => ({ blocks: [{ text }] });

test("articles are taken in order, one at a time", async () => {
  const { engine, made } = start();
  const results = await Promise.all(["a", "b", "c"].map((text) => engine.annotate(article(text))));
  assert.deepEqual(results, ['"a"', '"b"', '"c"']);
  assert.deepEqual(made[0].log, ["begin a", "result a", "begin b", "result b", "begin c", "result c"]);
});

test("between slices others have their turn", async () => {
  const { engine } = start();
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 0);
  await engine.annotate(article("a"));
  clearInterval(timer);
  assert.ok(turns >= 3, `${turns} turns`);
});

test("an aborted article stops, the next one goes on", async () => {
  const { engine, made } = start();
  const controller = new AbortController();
  const first = engine.annotate(article("a"), { signal: controller.signal });
  const second = engine.annotate(article("b"));
  setTimeout(() => controller.abort(), 2);
  await assert.rejects(first, { name: "AbortError" });
  assert.equal(await second, '"b"');
  assert.ok(!made[0].log.includes("result a"));
});

test("a malformed article is the caller's error, and the engine goes on", async () => {
  const { engine } = start();
  await assert.rejects(engine.annotate(/** @type {any} */ ({})), { code: "article", message: "blocks: missing" });
  assert.equal(await engine.annotate(article("b")), '"b"');
});

test("after a trap the next article gets a new engine", async () => {
  const { engine, made } = start();
  await assert.rejects(engine.annotate(article("trap")), { name: "NewsglossError", code: "engine" });
  assert.equal(await engine.annotate(article("b")), '"b"');
  assert.equal(made.length, 2);
});

test("disposed: waiting articles are rejected, the engine is deleted once", async () => {
  const { engine, made } = start();
  await engine.start();
  const waiting = engine.annotate(article("a"));
  engine.dispose();
  engine.dispose();
  await assert.rejects(waiting, (error) => error instanceof NewsglossError);
  assert.deepEqual(made[0].log, ["delete"]);
});

test("a policy against WebAssembly is told by its name", async () => {
  const refuses = new SlicedEngine(async () => {
    throw new WebAssembly.CompileError("Refused to compile: violates the following Content Security policy directive");
  });
  await assert.rejects(refuses.annotate(article("a")), { code: "csp", directive: "script-src 'wasm-unsafe-eval'" });
});

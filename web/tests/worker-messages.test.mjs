// The worker's own side: it answers the messages of engine/messages.js, and drops whatever else it is sent.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

/** @type {any[]} */
let said = [];
/** @type {EventTarget} */
const scope = new EventTarget();
const originals = { addEventListener: globalThis.addEventListener, postMessage: globalThis.postMessage };

before(async () => {
  Object.assign(globalThis, {
    addEventListener: scope.addEventListener.bind(scope),
    postMessage: (/** @type {unknown} */ message) => said.push(message),
  });
  // The built one: what a page runs.
  const built = new URL("../dist/worker.js", import.meta.url).href;
  await import(built);
});
after(() => Object.assign(globalThis, originals));
beforeEach(() => {
  said = [];
});

/** @param {unknown} data */
async function send(data) {
  /** @type {unknown[]} */
  const thrown = [];
  const note = (/** @type {unknown} */ error) => thrown.push(error);
  process.on("uncaughtException", note);
  scope.dispatchEvent(Object.assign(new Event("message"), { data }));
  await new Promise((resolve) => setTimeout(resolve, 5));
  process.off("uncaughtException", note);
  return thrown;
}

for (const [what, data] of /** @type {[string, unknown][]} */ ([
  ["nothing", undefined],
  ["null", null],
  ["a text", "start"],
  ["a number", 7],
  ["a list", [{ type: "start" }]],
  ["no type", { wasm: new ArrayBuffer(8) }],
  ["another type", { type: "import", url: "https://elsewhere.example/x.js" }],
  ["a name of every object's", { type: "constructor" }],
  ["another such name", { type: "__proto__" }],
  ["a type that is no text", { type: { toString: null } }],
])) {
  test(`a message that is none: ${what}`, async () => {
    assert.deepEqual(await send(data), []);
    assert.deepEqual(said, []);
  });
}

test("asked before it is started, it says so and goes on", async () => {
  assert.deepEqual(await send({ type: "annotate", id: 3, article: { blocks: [] } }), []);
  assert.equal(said.length, 1);
  assert.deepEqual([said[0].type, said[0].id, said[0].failure.code], ["error", 3, "worker"]);
});

test("bytes that are no engine are refused with a message, not run", async () => {
  assert.deepEqual(await send({ type: "start", wasm: new ArrayBuffer(8), model: new ArrayBuffer(8) }), []);
  for (let i = 0; i < 100 && said.length === 0; i += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(said.at(0)?.type, "failed");
  assert.ok(said[0].failure.message.length > 10);
});

test("an abort of what is not there is dropped", async () => {
  assert.deepEqual(await send({ type: "abort", id: 99 }), []);
  assert.deepEqual(said, []);
});

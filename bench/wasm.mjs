// Speed of the WebAssembly engine in Node: load, milliseconds for an article, the longest step, memory.
//
//   node bench/wasm.mjs [ARTICLE.json|ARTICLE.txt]      the demo's first article when none is given
//
// A plain text is taken as one block a line. Figures are the best of many runs, warm; "cold" is the first.
// Wall time: on a busy machine only the short figures mean something.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";

import { WasmEngine } from "../web/engine/wasm-engine.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const glue = join(root, "build/wasm/newsgloss-engine.mjs");
const wasm = join(root, "build/wasm/newsgloss-engine.wasm");

function readArticle(path) {
  const bytes = readFileSync(path, "utf8");
  if (path.endsWith(".json")) return JSON.parse(bytes);
  return { blocks: bytes.split("\n").filter((line) => line.trim()).map((text) => ({ text })) };
}

/** Milliseconds of the fastest run over at least `least` milliseconds. */
function bestOf(work, least = 1000) {
  let best = Infinity;
  for (let total = 0, runs = 0; runs < 3 || total < least; runs += 1) {
    const start = performance.now();
    work();
    const time = performance.now() - start;
    best = Math.min(best, time);
    total += time;
  }
  return best;
}

const ms = (time) => `${time.toFixed(3).padStart(9)} ms`;
const demo = join(root, "demo/articles");
const path = process.argv[2] ?? join(demo, readdirSync(demo).sort()[0]);
const article = readArticle(path);

const bytes = readFileSync(wasm);
const model = readFileSync(join(root, "models/newsgloss.model"));
for (const [name, file] of [["newsgloss-engine.wasm", bytes], ["newsgloss.model", model], ["newsgloss-engine.mjs", readFileSync(glue)]])
  console.log(`${name.padEnd(22)} ${file.length} bytes, brotli ${brotliCompressSync(file).length}`);

const { default: createModule } = await import(pathToFileURL(glue).href);
const loading = performance.now();
const engine = await WasmEngine.create({ createModule, wasmBinary: bytes, model });
console.log(`\nload and compile      ${ms(performance.now() - loading)}`);
const first = performance.now();
engine.annotate(article);
console.log(`first article (cold)  ${ms(performance.now() - first)}`);

// V8 starts with quick code and replaces it in the background: give it the time.
bestOf(() => engine.annotate(article), 3000);

const whole = bestOf(() => {
  engine.begin(article);
  while (!engine.step(Infinity));
  engine.result();
});
const parsed = bestOf(() => engine.annotate(article));
console.log(`begin, steps, result  ${ms(whole)}   ${path}`);
console.log(`and JSON.parse        ${ms(parsed)}`);

let longest = 0;
let steps = 0;
for (let run = 0; run < 20; run += 1) {
  let worst = 0;
  steps = 0;
  engine.begin(article);
  for (let done = false; !done; steps += 1) {
    const start = performance.now();
    done = engine.step(100);
    worst = Math.max(worst, performance.now() - start);
  }
  longest = run === 0 ? worst : Math.min(longest, worst);
}
console.log(`longest of ${String(steps).padStart(3)} steps  ${ms(longest)}   of 100 tokens`);

const blocks = [];
let words = 0;
for (let i = 0; words < 10_000; i += 1) {
  const block = article.blocks[i % article.blocks.length];
  blocks.push({ text: block.text, kind: block.kind });
  words += block.text.split(/\s+/).length;
}
const long = bestOf(() => engine.annotate({ blocks }), 500);
console.log(`10,000 words          ${ms(long)}`);
engine.delete();

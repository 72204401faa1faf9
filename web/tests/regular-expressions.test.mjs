// Every regular expression of the package on 100 KB of what makes bad ones slow: a page's author chooses the text.
//
// Backtracking shows as time that grows with the square of the text or worse: a run of one character, or of two, that almost
// matches, at every start again. The runs are made of the characters that the expression itself names. Each expression is
// looked for all over the text, as `replace` and `matchAll` do; a good one takes some milliseconds, a quadratic one seconds.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import ts from "typescript";

const web = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const LENGTH = 100_000;
/** Of processor time, for one expression over one text, the best of three. */
const MOST_MS = 250;
/** An expression that has not answered by then never will. */
const STUCK_MS = 15_000;

const COMMON = [" ", "\n", "\t", "\u00a0", "a", "A", "0", "-", ".", ",", "'", '"', "\u2019", "\u201c", "(", "/", ":", "@", "_", "\u00e9", "\u4e60"];

/** The texts to try on an expression. @param {string} source */
function* textsFor(source) {
  const named = source.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const literals = [...new Set([...source].filter((character) => !/[\\^$*+?()[\]{}|]/.test(character)))].slice(0, 24);
  const units = new Set([...COMMON, ...literals, ...named.slice(0, 12)]);
  for (const separator of [" ", "-", ".", ",", "\n"]) for (const unit of ["a", "A", "0", ...named.slice(0, 4)]) units.add(unit + separator);
  for (const unit of units) {
    const run = unit.repeat(Math.ceil(LENGTH / unit.length));
    yield run;
    yield `${run}\u0001`;
  }
}

/** @param {RegExp} expression @param {string} text */
function look(expression, text) {
  let found = 0;
  for (const _ of text.matchAll(expression)) found += 1;
  return found;
}

/** @returns {{ where: string, source: string, flags: string }[]} */
function expressions() {
  /** @type {{ where: string, source: string, flags: string }[]} */
  const found = [];
  const skipped = new Set(["dist", "tests", "node_modules", "types"]);
  /** @type {string[]} */
  const folders = [web];
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory() && !skipped.has(entry.name)) folders.push(file);
      if (!entry.isFile() || !entry.name.endsWith(".js")) continue;
      const tree = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
      /** @param {ts.Node} node */
      const visit = (node) => {
        if (ts.isRegularExpressionLiteral(node)) {
          const end = node.text.lastIndexOf("/");
          const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
          found.push({ where: `${path.relative(web, file)}:${line}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
        }
        ts.forEachChild(node, visit);
      };
      visit(tree);
    }
  }
  return found;
}

/** The slowest text for an expression, in milliseconds of this thread. @param {{ source: string, flags: string }} one */
function slowest({ source, flags }) {
  const expression = new RegExp(source, flags.replace(/[gy]/g, "") + "g");
  let worst = { ms: 0, text: "" };
  for (const text of textsFor(source)) {
    let best = Infinity;
    for (let attempt = 0; attempt < 3 && best > MOST_MS; attempt += 1) {
      const start = performance.now();
      look(expression, text);
      best = Math.min(best, performance.now() - start);
    }
    if (best > worst.ms) worst = { ms: best, text: JSON.stringify(text.slice(0, 12)) };
  }
  return worst;
}

if (!isMainThread) {
  for (const [index, one] of workerData.entries()) parentPort?.postMessage({ index, worst: slowest(one) });
} else {
  const all = expressions();

  test("the expressions are found", () => assert.ok(all.length > 50, String(all.length)));

  /** The slow ones among `list`. @param {{ where: string, source: string, flags: string }[]} list @returns {Promise<string[]>} */
  const slowAmong = (list) =>
    new Promise((resolve, reject) => {
      if (list.length === 0) return resolve([]);
      /** @type {string[]} */
      const slow = [];
      let next = 0;
      const worker = new Worker(fileURLToPath(import.meta.url), { workerData: list });
      const stuck = () => {
        slow.push(`${list[next].where} /${list[next].source}/ never ends`);
        void worker.terminate();
        resolve(slowAmong(list.slice(next + 1)).then((more) => [...slow, ...more]));
      };
      let timer = setTimeout(stuck, STUCK_MS);
      worker.on("message", ({ index, worst }) => {
        clearTimeout(timer);
        next = index + 1;
        if (worst.ms > MOST_MS) slow.push(`${list[index].where} /${list[index].source}/ ${worst.ms.toFixed(0)} ms on ${worst.text}\u2026`);
        if (next < list.length) timer = setTimeout(stuck, STUCK_MS);
      });
      worker.on("error", (error) => {
        clearTimeout(timer);
        reject(error);
      });
      worker.on("exit", () => {
        clearTimeout(timer);
        resolve(slow);
      });
    });

  test("none is slow on 100 KB of anything", async () => assert.deepEqual(await slowAmong(all), []));

  test("one that is slow is noticed", async () => {
    const [slow] = await slowAmong([{ where: "here", source: "\\s+$", flags: "" }]);
    assert.match(slow, /here/);
  });
}

// What every test here needs: the built engine, and the native command to compare with. Nothing is skipped where one
// is missing: the test fails and says what to build.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { WasmEngine } from "../web/engine/wasm-engine.js";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const glue = join(root, "build/wasm/newsgloss-engine.mjs");
const wasm = join(root, "build/wasm/newsgloss-engine.wasm");
const modelFile = join(root, "models/newsgloss.model");
const command = process.env.NEWSGLOSS ?? join(root, "build/native/newsgloss");

function built(path, how) {
  if (!existsSync(path)) throw new Error(`${path} is missing: build it first (${how})`);
  return path;
}

/** The factory and the bytes of engine and model, as a bundler would hand them over. */
export async function engineFiles() {
  const { default: createModule } = await import(pathToFileURL(built(glue, "make wasm")).href);
  return { createModule, wasmBinary: readFileSync(built(wasm, "make wasm")), model: readFileSync(modelFile) };
}

export async function createEngine() {
  return WasmEngine.create(await engineFiles());
}

/** Runs the native command. `input` goes to its standard input. */
export function native(args, input = "") {
  const run = spawnSync(built(command, "make native"), args, { input, maxBuffer: 2 ** 30, encoding: "utf8" });
  if (run.error) throw run.error;
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** Annotations of many articles by the native command, one JSON text each. */
export function nativeAnnotations(articles) {
  const lines = articles.map((article) => JSON.stringify(article) + "\n").join("");
  const { status, stdout, stderr } = native(["annotate", "--input", "jsonl", "--format", "jsonl", "-"], lines);
  if (status !== 0) throw new Error(`newsgloss annotate exited ${status}: ${stderr.slice(0, 1000)}`);
  return stdout.split("\n").slice(0, -1);
}

const listed = (folder, suffix) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => name.endsWith(suffix) && !name.endsWith(".annotations.json"))
        .sort()
        .map((name) => join(root, folder, name))
    : [];

/**
 * The golden articles and the demo's, as Articles. Plain texts are cut into blocks by the native command: the
 * WebAssembly engine has no reader for them. Its blocks' kinds are left out, so that they are decided again.
 */
export function storedArticles() {
  const articles = [];
  for (const path of [...listed("native-tests/golden", ".json"), ...listed("demo/articles", ".json")])
    articles.push({ name: basename(path), article: JSON.parse(readFileSync(path, "utf8")) });
  for (const path of listed("native-tests/golden", ".txt")) {
    const { stdout } = native(["annotate", path]);
    const { id, blocks } = JSON.parse(stdout);
    articles.push({ name: basename(path), article: { id, blocks: blocks.map(({ text }) => ({ text })) } });
  }
  return articles;
}

/** Where two long texts part, with a little of what is around; "" when they do not. */
export function firstDifference(a, b) {
  if (a === b) return "";
  let at = 0;
  while (a[at] === b[at]) at += 1;
  const around = (text) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  return `at ${at}:\n  ${around(a)}\n  ${around(b)}`;
}

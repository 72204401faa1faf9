/**
 * Annotators: a job in, its annotations as one line of JSON out, on this thread or on several worker threads.
 *
 * Each thread has an engine of its own and works on one article at a time; a job goes to the first that is free. A worker is
 * this very file's bundle, started again (`serveJobs`). Memory: an engine a thread (some 40 MB) and the jobs under way.
 *
 * @typedef {import("./inputs.js").Job} Job
 * @typedef {import("./inputs.js").Failure} Failure
 * @typedef {Job & { published?: string }} Task  the publication date of an article that does not say its own
 * @typedef {({ json: string } | Failure) & { warning?: string }} Answer
 */

import { isUtf8 } from "node:buffer";
import { once } from "node:events";
import { parentPort, Worker } from "node:worker_threads";
import { createNodeEngine } from "../engine/node-engine.js";
import { JsonError, readArticle } from "./read-article.js";

/** @param {Task} task @param {import("../engine/sliced-engine.js").SlicedEngine} engine @returns {Promise<Answer>} */
async function answer({ file, line, name, bytes, published }, engine) {
  const place = (/** @type {number} */ inFile) => (line || inFile ? `${file}:${line || inFile}` : file);
  try {
    const article = readArticle(name, bytes);
    if (published && isMissing(article.published)) article.published = published;
    const json = await engine.annotate(article);
    return isUtf8(bytes) ? { json } : { json, warning: `${place(firstInvalidLine(bytes))}: warning: not UTF-8; bad bytes replaced` };
  } catch (error) {
    if (error instanceof JsonError) return { where: place(error.line), problem: `column ${error.column}: ${error.mistake}` };
    return { where: place(0), problem: /** @type {Error} */ (error).message };
  }
}

/** @param {unknown} published */
const isMissing = (published) => published === undefined || published === null || (typeof published === "string" && !published.trim());

/** @param {Uint8Array} bytes */
function firstInvalidLine(bytes) {
  for (let line = 1, begin = 0; ; line += 1) {
    const end = bytes.indexOf(10, begin);
    if (end < 0 || !isUtf8(bytes.subarray(begin, end))) return line;
    begin = end + 1;
  }
}

/** In a worker: tasks from the parent, one after the other, until it ends this thread. */
export async function serveJobs() {
  const engine = await createNodeEngine();
  parentPort?.on("message", async (/** @type {Task} */ task) => parentPort?.postMessage(await answer(task, engine)));
}

/** On this thread. @returns {Promise<{ annotate: (task: Task) => Promise<Answer>, close: () => void }>} */
export async function oneAnnotator() {
  const engine = await createNodeEngine();
  return { annotate: (task) => answer(task, engine), close: () => engine.dispose() };
}

/** @param {number} count @param {string} script  whose worker calls `serveJobs` */
export async function severalAnnotators(count, script) {
  const workers = Array.from({ length: count }, () => new Worker(new URL(script)));
  const idle = [...workers];
  /** @type {((worker: Worker) => void)[]} */
  const waiting = [];
  return {
    /** @param {Task} task @returns {Promise<Answer>} */
    async annotate(task) {
      const worker = idle.pop() ?? (await new Promise((/** @type {(worker: Worker) => void} */ resolve) => waiting.push(resolve)));
      worker.postMessage(task, [/** @type {ArrayBuffer} */ (task.bytes.buffer)]);
      const [result] = await once(worker, "message");
      const next = waiting.shift();
      if (next) next(worker);
      else idle.push(worker);
      return result;
    },
    close: () => void workers.map((worker) => worker.terminate()),
  };
}

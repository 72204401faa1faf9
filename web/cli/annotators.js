/**
 * Annotators: a job in, its annotations as one line of JSON out, on this thread or on several worker threads.
 *
 * Each thread has an engine of its own and works on one article at a time; a job goes to the first that is free. A worker is
 * this very file's bundle, started again (`serveJobs`). Memory: an engine a thread (some 40 MB) and the jobs under way.
 *
 * @typedef {import("./inputs.js").Job} Job
 * @typedef {{ json: string } | { problem: string }} Answer
 */

import { once } from "node:events";
import { parentPort, Worker } from "node:worker_threads";
import { createAnnotator } from "../node.js";
import { readArticle } from "./read-article.js";

/** @param {Job} job @param {Awaited<ReturnType<typeof createAnnotator>>} annotator @returns {Promise<Answer>} */
async function answer({ name, bytes }, annotator) {
  try {
    return { json: JSON.stringify(await annotator.annotate(readArticle(name, bytes))) };
  } catch (error) {
    return { problem: /** @type {Error} */ (error).message };
  }
}

/** In a worker: jobs from the parent, one after the other, until it ends this thread. */
export async function serveJobs() {
  const annotator = await createAnnotator();
  parentPort?.on("message", async (/** @type {Job} */ job) => parentPort?.postMessage(await answer(job, annotator)));
}

/** On this thread. @returns {Promise<{ annotate: (job: Job) => Promise<Answer>, close: () => void }>} */
export async function oneAnnotator() {
  const annotator = await createAnnotator();
  return { annotate: (job) => answer(job, annotator), close: () => annotator.dispose() };
}

/** @param {number} count @param {string} script  whose worker calls `serveJobs` */
export async function severalAnnotators(count, script) {
  const workers = Array.from({ length: count }, () => new Worker(new URL(script)));
  const idle = [...workers];
  /** @type {((worker: Worker) => void)[]} */
  const waiting = [];
  return {
    /** @param {Job} job @returns {Promise<Answer>} */
    async annotate(job) {
      const worker = idle.pop() ?? (await new Promise((/** @type {(worker: Worker) => void} */ resolve) => waiting.push(resolve)));
      worker.postMessage(job);
      const [result] = await once(worker, "message");
      const next = waiting.shift();
      if (next) next(worker);
      else idle.push(worker);
      return result;
    },
    close: () => void workers.map((worker) => worker.terminate()),
  };
}

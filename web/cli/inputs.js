/**
 * Files and standard input → one job an article, in order. JSON Lines are streamed: no more than a chunk and a line are held.
 *
 * @typedef {object} Job
 * @property {string} where   "a.jsonl:3" or "a.html": how messages name it
 * @property {string} name    without folders; its suffix says what the bytes are, ".line" a line of JSON Lines
 * @property {Uint8Array} bytes
 */

import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";

const LF = 10;

/** @param {string} file */
export const hasLines = (file) => /\.(?:jsonl|ndjson)$/i.test(file);

/** @param {readonly string[]} files  "-" is standard input @returns {AsyncGenerator<Job | { where: string, problem: string }>} */
export async function* inputs(files) {
  for (const file of files) {
    try {
      if (file === "-") yield* standardInput();
      else if (hasLines(file)) yield* lines(file, createReadStream(file));
      else yield { where: file, name: basename(file), bytes: await readFile(file) };
    } catch (error) {
      yield { where: file, problem: /** @type {Error} */ (error).message };
    }
  }
}

/** As the native command takes it: JSON Lines where it begins with "{"; here also a page where it begins with "<". */
async function* standardInput() {
  const chunks = process.stdin[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  let ended = false;
  while (!ended && !start.toString().trim()) {
    const { value, done } = await chunks.next();
    ended = Boolean(done);
    if (value) start = Buffer.concat([start, value]);
  }
  const first = start.toString().replace(/^\ufeff/, "").trimStart()[0];
  const all = (async function* () {
    yield start;
    if (!ended) for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  })();
  if (first === "{") return yield* lines("-", all);
  const parts = [];
  for await (const part of all) parts.push(part);
  yield { where: "-", name: first === "<" ? "-.html" : "-.txt", bytes: Buffer.concat(parts) };
}

/** @param {string} file @param {AsyncIterable<Buffer>} chunks */
async function* lines(file, chunks) {
  let number = 0;
  /** @type {Buffer[]} */
  let held = [];
  /** @param {Buffer} bytes */
  const job = (bytes) => ({ where: `${file}:${number}`, name: "line.line", bytes: new Uint8Array(bytes) });
  const isBlank = (/** @type {Buffer} */ line) => line.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09);
  for await (const chunk of chunks) {
    let begin = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, begin)) {
      const line = Buffer.concat([...held, chunk.subarray(begin, end)]);
      held = [];
      begin = end + 1;
      number += 1;
      if (!isBlank(line)) yield job(line);
    }
    held.push(chunk.subarray(begin));
  }
  const last = Buffer.concat(held);
  number += 1;
  if (!isBlank(last)) yield job(last);
}

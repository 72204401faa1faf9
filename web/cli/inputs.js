/**
 * Files and standard input → one job an article, in order. JSON Lines are streamed: no more than a chunk and a line are held, and
 * of a line no more than an article may have.
 *
 * @typedef {object} Job
 * @property {string} file    as it was given; "<stdin>"
 * @property {number} line    of JSON Lines, from 1; 0: the article is the whole file
 * @property {string} name    without folders; its suffix says what the bytes are, ".line" a line of JSON Lines
 * @property {Uint8Array} bytes
 *
 * @typedef {{ where: string, problem: string }} Failure
 */

import { basename } from "node:path";
import { bytesOf, withoutCompression } from "./byte-source.js";

/** Bytes; as the native command's. */
export const MOST_BYTES = 16 * 2 ** 20;

const LF = 10;
/** A text editor's "Unicode": every other byte would be a NUL. */
const NOT_UTF8 = "is UTF-16 and no UTF-8: convert it first (iconv -f UTF-16 -t UTF-8)";
/** @param {Uint8Array} bytes */
const isUtf16 = ([first, second]) => (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
const MIB = MOST_BYTES / 2 ** 20;

/** @param {string} file */
export const hasLines = (file) => /\.(?:jsonl|ndjson)$/i.test(withoutCompression(file));

/** @param {readonly Input[]} inputs @returns {AsyncGenerator<Job | Failure>} */
export async function* jobsOf(inputs) {
  for (const { file, name, chunks } of inputs) yield* name.endsWith(".line") ? lines(file, chunks()) : whole(file, name, chunks());
}

/** @typedef {{ file: string, name: string, chunks: () => AsyncIterable<Buffer> }} Input */

/**
 * What is to be read, "-" looked into: JSON Lines where it begins with "{", a page where "<" comes first, else plain text.
 *
 * @param {readonly string[]} files
 * @returns {Promise<Input[]>}
 */
export async function inputsOf(files) {
  const inputs = [];
  for (const file of files) {
    const name = basename(withoutCompression(file));
    inputs.push(file === "-" ? await standardInput() : { file, name: hasLines(file) ? "lines.line" : name, chunks: () => bytesOf(file) });
  }
  return inputs;
}

/** @returns {Promise<Input>} */
async function standardInput() {
  const chunks = process.stdin[Symbol.asyncIterator]();
  /** @type {Buffer[]} */
  const seen = [];
  let first = "";
  for (let size = 0; !first && size < MOST_BYTES; size += seen.at(-1)?.length ?? 0) {
    const { value, done } = await chunks.next();
    if (done) break;
    seen.push(value);
    first = value.toString("latin1").replace(/^\xef\xbb\xbf/, "").trimStart().charAt(0);
  }
  const isLines = seen[0]?.[0] === "{".charCodeAt(0);
  return {
    file: "<stdin>",
    name: isLines ? "stdin.line" : first === "<" ? ".html" : ".txt",
    async *chunks() {
      yield* seen.splice(0);
      yield* { [Symbol.asyncIterator]: () => chunks };
    },
  };
}

/** @param {string} file @param {string} name @param {AsyncIterable<Buffer>} chunks @returns {AsyncGenerator<Job | Failure>} */
async function* whole(file, name, chunks) {
  /** @type {Buffer[]} */
  const held = [];
  let size = 0;
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > MOST_BYTES) throw new Error(`too large: an article may have ${MIB} MiB at most`);
      held.push(chunk);
    }
  } catch (error) {
    return yield { where: file, problem: /** @type {Error} */ (error).message };
  }
  const bytes = joined(held);
  if (size === 0) yield { where: file, problem: "empty file" };
  else if (isUtf16(bytes)) yield { where: file, problem: NOT_UTF8 };
  else yield { file, line: 0, name, bytes };
}

/** @param {string} file @param {AsyncIterable<Buffer>} chunks @returns {AsyncGenerator<Job | Failure>} */
async function* lines(file, chunks) {
  let number = 0;
  let any = false;
  /** @type {Buffer[]} */
  let held = [];
  let size = 0;
  /** The line that `held` has, as far as there is room for it. @returns {Job | Failure | null} */
  const take = () => {
    number += 1;
    const bytes = size > MOST_BYTES ? null : joined(held);
    held = [];
    size = 0;
    if (bytes && isBlank(bytes, number)) return null;
    any = true;
    return bytes
      ? { file, line: number, name: "line.line", bytes }
      : { where: `${file}:${number}`, problem: `line longer than an article may be (${MIB} MiB)` };
  };
  /** @param {Buffer} part */
  const hold = (part) => {
    size += part.length;
    if (size <= MOST_BYTES) held.push(part);
    else held = [];
  };
  try {
    for await (const chunk of chunks) {
      let begin = 0;
      if (number === 0 && size === 0 && isUtf16(chunk)) return yield { where: file, problem: NOT_UTF8 };
      for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, begin)) {
        hold(chunk.subarray(begin, end));
        begin = end + 1;
        const job = take();
        if (job) yield job;
      }
      if (begin < chunk.length) hold(chunk.subarray(begin));
    }
  } catch (error) {
    return yield { where: number > 0 ? `${file}:${number + 1}` : file, problem: /** @type {Error} */ (error).message };
  }
  const last = size > 0 ? take() : null;
  if (last) yield last;
  if (!any) yield { where: file, problem: "empty: no article in it" };
}

/** A copy of its own, which a worker can be given. @param {Buffer[]} parts */
const joined = (parts) => new Uint8Array(Buffer.concat(parts));

/** @param {Uint8Array} line @param {number} number */
function isBlank(line, number) {
  const begin = number === 1 && line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? 3 : 0;
  return line.subarray(begin).every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09);
}

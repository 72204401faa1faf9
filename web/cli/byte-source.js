/**
 * A file's bytes, chunk by chunk, decompressed where its name ends in .gz or .zst. No more is read than is asked for, and no
 * more is held than some buffers, whatever a file unpacks to.
 */

import { createReadStream } from "node:fs";
import * as zlib from "node:zlib";
import { systemErrorMessage } from "./system-error.js";

/** The name without .gz, .zst or .xz: what the suffix before it says is what the file holds. @param {string} file */
export const withoutCompression = (file) => file.replace(/\.(?:gz|zst|xz)$/, "");

/** Node has zstd from 22.15 on. @type {(() => import("node:stream").Duplex) | undefined} */
const createZstdDecompress = Reflect.get(zlib, "createZstdDecompress");

/**
 * @param {string} file
 * @returns {AsyncGenerator<Buffer, void>} throws an Error that says what is wrong with the file, without its name
 */
export async function* bytesOf(file) {
  const decompressor = decompressorFor(file);
  try {
    if (decompressor) yield* unpacked(createReadStream(file), decompressor);
    else yield* createReadStream(file);
  } catch (error) {
    throw new Error(isDecompressionError(error) ? damage(/** @type {NodeJS.ErrnoException} */ (error)) : systemErrorMessage(error), { cause: error });
  }
}

/** Compressed bytes that are unpacked at a time: what they come to, at most a thousand times as much, is held. */
const PIECE = 2 ** 13;

/**
 * All that can be unpacked comes, and then what is wrong: a stream that is read as it is loses what it holds when it fails.
 *
 * @param {AsyncIterable<Buffer>} source @param {import("node:stream").Duplex} decompressor @returns {AsyncGenerator<Buffer, void>}
 */
async function* unpacked(source, decompressor) {
  /** @type {Buffer[]} */
  const out = [];
  /** @type {unknown} */
  let problem = null;
  const closed = new Promise((resolve) => decompressor.on("close", () => resolve(undefined)));
  decompressor.on("data", (chunk) => out.push(chunk)).on("error", (error) => (problem ??= error));
  try {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length; at += PIECE) {
        const taken = new Promise((resolve) => decompressor.write(chunk.subarray(at, at + PIECE), () => resolve(undefined)));
        await Promise.race([taken, closed]);
        yield* out.splice(0);
        if (problem) throw problem;
      }
    }
    decompressor.end();
    await closed;
    yield* out.splice(0);
    if (problem) throw problem;
  } finally {
    decompressor.destroy();
  }
}

/** @param {string} file */
function decompressorFor(file) {
  if (file.endsWith(".gz")) return zlib.createGunzip();
  if (file.endsWith(".xz")) throw new Error("Node cannot read .xz files: unpack it first (xz -dk), or use the native command");
  if (!file.endsWith(".zst")) return null;
  if (createZstdDecompress) return createZstdDecompress();
  throw new Error(
    `Node ${process.versions.node} cannot read .zst files, Node 22.15 can: unpack it first (zstd -d), or use the native command`,
  );
}

/** @param {unknown} error */
const isDecompressionError = (error) => /^(?:Z|ZSTD)_/.test(String(/** @type {NodeJS.ErrnoException} */ (error).code));

/** @param {NodeJS.ErrnoException} error */
const damage = ({ code, message }) => `damaged: ${code === "Z_BUF_ERROR" ? "the compressed data ends too early" : message}`;

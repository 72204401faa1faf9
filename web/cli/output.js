/**
 * Where annotations go: standard output or a file, compressed where its name ends in .gz or .zst. `write` waits for whoever takes
 * the bytes, so no more is held than a buffer. Throws an Error that says what could not be written.
 */

import { once } from "node:events";
import { createWriteStream, fstatSync, statSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
import { systemErrorMessage } from "./system-error.js";

/** @type {(() => import("node:stream").Duplex) | undefined} */
const createZstdCompress = Reflect.get(zlib, "createZstdCompress");

export class Output {
  /** @type {import("node:stream").Writable} */
  #into = process.stdout;
  /** Settles when a file is closed, or could not be written. @type {Promise<void> | null} */
  #closed = null;
  /** @type {Error | null} */
  #problem = null;

  constructor() {
    process.stdout.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EPIPE") process.exit(0); // whoever reads the output has read enough
      this.#problem ??= error;
    });
  }

  /** From now on goes to `file`, which is none of `inputs`. @param {string | undefined} file @param {readonly string[]} inputs */
  async open(file, inputs) {
    for (const input of inputs)
      if (isSameFile(input === "-" ? 0 : input, file ?? 1)) throw new Error(`${input === "-" ? "<stdin>" : input}: is read and cannot be the output, too`);
    if (file === undefined) return;
    const compressor = compressorFor(file);
    const to = createWriteStream(file);
    try {
      await once(to, "open");
    } catch (error) {
      throw new Error(`${file}: ${systemErrorMessage(error)}`, { cause: error });
    }
    this.#into = compressor ?? to;
    this.#closed = compressor ? pipeline(compressor, to) : once(to, "close").then(() => {});
    this.#into.on("error", (error) => (this.#problem ??= error));
    this.#closed.catch((error) => (this.#problem ??= error));
  }

  /** @param {string} text */
  async write(text) {
    this.#check();
    if (!text || this.#into.write(text)) return;
    await Promise.race([once(this.#into, "drain"), this.#closed ?? new Promise(() => {})]).catch(() => {});
    this.#check();
  }

  async finish() {
    if (this.#closed) {
      this.#into.end();
      await this.#closed.catch(() => {});
    } else {
      await new Promise((done) => this.#into.write("", done));
    }
    this.#check();
  }

  #check() {
    if (this.#problem) throw new Error(`newsgloss: cannot write the output: ${systemErrorMessage(this.#problem)}`, { cause: this.#problem });
  }
}

/** The same regular file: it would be lost, or read as it is written. @param {string | number} input @param {string | number} output */
function isSameFile(input, output) {
  const of = (/** @type {string | number} */ file) => {
    try {
      return typeof file === "number" ? fstatSync(file) : statSync(file);
    } catch {
      return null;
    }
  };
  const [a, b] = [of(input), of(output)];
  return Boolean(a && b?.isFile() && a.dev === b.dev && a.ino === b.ino);
}

/** @param {string} file */
function compressorFor(file) {
  if (file.endsWith(".xz")) throw new Error(`${file}: writes .gz and .zst, not .xz`);
  if (file.endsWith(".gz")) return zlib.createGzip();
  if (!file.endsWith(".zst")) return null;
  if (createZstdCompress) return createZstdCompress();
  throw new Error(`${file}: Node ${process.versions.node} cannot write .zst files, Node 22.15 can: name a .gz file, or use the native command`);
}

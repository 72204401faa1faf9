/** How articles are printed, and what stands around and between them: the native command's bytes (src/output/json_writer.h). */
export class Frame {
  #format;
  #several;
  #count = 0;

  /** @param {string} format @param {boolean} several */
  constructor(format, several) {
    this.#format = format;
    this.#several = several;
  }

  /** @param {string} json  the engine's, of one article */
  annotations(json) {
    return this.#format === "jsonl" ? `${json}\n` : this.#framed(indented(JSON.parse(json)));
  }

  /** @param {string} problem */
  error(problem) {
    if (this.#format === "jsonl") return `{"error":${quoted(problem)}}\n`;
    return this.#several ? this.#framed(`{"error": ${quoted(problem)}}`) : "";
  }

  end() {
    if (this.#format === "jsonl" || !this.#several) return "";
    return this.#count === 0 ? "[]\n" : "\n]\n";
  }

  /** @param {string} text */
  #framed(text) {
    if (!this.#several) return `${text}\n`;
    this.#count += 1;
    return `${this.#count === 1 ? "[\n  " : ",\n  "}${text.replaceAll("\n", "\n  ")}`;
  }
}

/** @param {string} text */
const quoted = (text) => JSON.stringify(text).replace(/[\x7f\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Objects that have a line a member; all others are on one line. By the name of the list they are in; "" is the whole. */
const TALL = new Set(["", "entities", "quotes", "captions"]);

/**
 * Indented as the engine does it: lists of objects have a line each.
 *
 * @param {unknown} value @param {string} [list]  that it is in @param {string} [indent] @returns {string}
 */
function indented(value, list = "", indent = "") {
  const inner = `${indent}  `;
  const lines = (/** @type {string[]} */ parts, /** @type {string} */ ends) => `${ends[0]}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${ends[1]}`;
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) {
    const isTall = value.length > 0 && typeof value[0] === "object";
    const parts = value.map((one) => indented(one, list, inner));
    return isTall ? lines(parts, "[]") : `[${parts.join(", ")}]`;
  }
  const parts = Object.entries(value).map(([key, one]) => `${quoted(key)}: ${indented(one, Array.isArray(one) ? key : "one", inner)}`);
  return TALL.has(list) ? lines(parts, "{}") : `{${parts.join(", ")}}`;
}

/** What stands around and between articles: as the native command's. */
export class Frame {
  #format;
  #several;
  #count = 0;

  /** @param {string} format @param {boolean} several */
  constructor(format, several) {
    this.#format = format;
    this.#several = several;
  }

  /** @param {string} json  of one article @param {boolean} isError */
  of(json, isError) {
    if (this.#format === "jsonl") return `${json}\n`;
    const text = JSON.stringify(JSON.parse(json), null, 2);
    if (!this.#several) return isError ? "" : `${text}\n`;
    this.#count += 1;
    return `${this.#count === 1 ? "[\n  " : ",\n  "}${text.replaceAll("\n", "\n  ")}`;
  }

  end() {
    if (this.#format === "jsonl" || !this.#several) return "";
    return this.#count === 0 ? "[]\n" : "\n]\n";
  }
}

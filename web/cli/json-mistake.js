/**
 * Where a text stops being JSON, and what should have stood there: the words and places of the native command
 * (src/article/json_mistake.h), which engines of JavaScript each put in their own.
 */

const LITERALS = ["true", "false", "null"];
const BLANK = " \t\n\r";
const DIGIT = /^\d$/;
const HEX_DIGIT = /^[\da-f]$/i;

/** @param {string} text  without a byte-order mark @returns {{ at: number, message: string } | null}  null where it is JSON */
export function findJsonMistake(text) {
  const scanner = new Scanner(text);
  try {
    scanner.scan();
    return null;
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return { at: scanner.at, message: error.message };
  }
}

class Mistake extends Error {}

class Scanner {
  at = 0;
  #text;
  /** What closes each container that is open. @type {string[]} */
  #open = [];
  /** @type {"value" | "first value" | "name" | "first name" | "colon" | "after"} */
  #expect = "value";

  /** @param {string} text */
  constructor(text) {
    this.#text = text;
  }

  scan() {
    for (;;) {
      while (this.#peek() && BLANK.includes(this.#peek())) this.at += 1;
      if (this.#expect === "after" && this.#open.length === 0 && this.at === this.#text.length) return;
      this.#step(this.#peek());
    }
  }

  /** @param {string} c */
  #step(c) {
    if ((this.#expect === "first value" && c === "]") || (this.#expect === "first name" && c === "}")) return this.#close();
    switch (this.#expect) {
      case "value":
      case "first value":
        return this.#value(c);
      case "name":
      case "first name":
        if (c !== '"') this.#wrong(this.#expect === "name" ? "a name in quotes" : "a name in quotes or '}'");
        this.#string();
        this.#expect = "colon";
        return;
      case "colon":
        if (c !== ":") this.#wrong("':'");
        this.at += 1;
        this.#expect = "value";
        return;
      default: {
        const closer = this.#open.at(-1);
        if (!closer) this.#wrong("the end");
        if (c === closer) return this.#close();
        if (c !== ",") this.#wrong(`',' or '${closer}'`);
        this.at += 1;
        this.#expect = closer === "]" ? "value" : "name";
      }
    }
  }

  /** @param {string} c */
  #value(c) {
    if (c === "{" || c === "[") {
      this.#open.push(c === "{" ? "}" : "]");
      this.#expect = c === "{" ? "first name" : "first value";
      this.at += 1;
      return;
    }
    const literal = LITERALS.find((word) => this.#text.startsWith(word, this.at));
    if (literal) this.at += literal.length;
    else if (c === '"') this.#string();
    else if (c === "-" || DIGIT.test(c)) this.#number();
    else this.#wrong(this.#expect === "value" ? "a value" : "a value or ']'");
    this.#expect = "after";
  }

  #digits() {
    if (!DIGIT.test(this.#peek())) this.#wrong("a digit");
    while (DIGIT.test(this.#peek())) this.at += 1;
  }

  #number() {
    if (this.#peek() === "-") this.at += 1;
    if (this.#peek() === "0") this.at += 1;
    else this.#digits();
    if (this.#peek() === ".") {
      this.at += 1;
      this.#digits();
    }
    if (/^e$/i.test(this.#peek())) {
      this.at += 1;
      if (/^[+-]$/.test(this.#peek())) this.at += 1;
      this.#digits();
    }
  }

  #string() {
    for (this.at += 1; this.at < this.#text.length; this.at += 1) {
      const c = this.#peek();
      if (c === '"') {
        this.at += 1;
        return;
      }
      if (c < " ") throw new Mistake(`${this.#found()} in a string must be escaped`);
      if (c !== "\\") continue;
      this.at += 1;
      if (this.#peek() === "u") {
        for (let i = 0; i < 4; i += 1) {
          this.at += 1;
          if (!HEX_DIGIT.test(this.#peek())) this.#wrong("four hexadecimal digits");
        }
      } else if (this.#peek() && !'"\\/bfnrt'.includes(this.#peek())) {
        this.at -= 1;
        throw new Mistake("a backslash that escapes nothing");
      }
    }
    this.at = this.#text.length;
    throw new Mistake("the string does not end");
  }

  #close() {
    this.#open.pop();
    this.at += 1;
    this.#expect = "after";
  }

  /** "" at the end. */
  #peek() {
    return this.#text.charAt(this.at);
  }

  #found() {
    const c = this.#text.codePointAt(this.at);
    if (c === undefined) return "the end";
    if (c > 0x20 && c < 0x7f) return `'${String.fromCodePoint(c)}'`;
    return `U+${c.toString(16).toUpperCase().padStart(c > 0xffff ? 6 : 4, "0")}`;
  }

  /** @param {string} expected @returns {never} */
  #wrong(expected) {
    throw new Mistake(`expected ${expected}, found ${this.#found()}`);
  }
}

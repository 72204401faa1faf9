/** A file's bytes → an Article, by the file's suffix. Throws an Error that says what is wrong with it. */

import { findJsonMistake } from "./json-mistake.js";
import { parsePage } from "./parse-page.js";
import { blocksOfText } from "./plain-text.js";
import { markupPresentation } from "../page/presentation.js";
import { readPageAtOnce } from "../page/read-page.js";

/** @typedef {import("../schema.js").Article} Article */

/** The text is no JSON: at that line and column, from 1. */
export class JsonError extends Error {
  /** @param {number} line @param {number} column @param {string} mistake */
  constructor(line, column, mistake) {
    super(`line ${line}, column ${column}: ${mistake}`);
    this.line = line;
    this.column = column;
    this.mistake = mistake;
  }
}

/**
 * @param {string} name  without folders; its stem becomes the article's id
 * @param {Uint8Array} bytes
 * @returns {Article}
 */
export function readArticle(name, bytes) {
  // Bytes that are no UTF-8 become U+FFFD, and a byte-order mark goes.
  const text = new TextDecoder().decode(bytes);
  const [, id, suffix] = /^(.*?)(?:\.([^.]*))?$/s.exec(name) ?? [];
  switch (suffix?.toLowerCase()) {
    case "txt":
      return { id, blocks: someBlocks(blocksOfText(text)) };
    case "line":
      return articleOfJson(text);
    case "json":
      return { id, ...articleOfJson(text) };
    case "html":
    case "htm":
      return { id, ...articleOfHtml(text) };
    default:
      throw new Error("unknown kind of file; .txt, .json, .jsonl and .html are read");
  }
}

/** @template T @param {T[]} blocks */
function someBlocks(blocks) {
  if (blocks.length === 0) throw new Error("no text in it");
  return blocks;
}

/** @param {string} text @returns {Article} */
function articleOfJson(text) {
  // What the native command's reader, which goes from left to right, would say first.
  if (/^[ \t\n\r]*\[/.test(text)) throw new Error("expected an object, found an array");
  let article;
  try {
    article = JSON.parse(text);
  } catch (error) {
    const mistake = findJsonMistake(text);
    if (!mistake) throw error;
    const before = text.slice(0, mistake.at).split("\n");
    throw new JsonError(before.length, [...(before.at(-1) ?? "")].length + 1, mistake.message);
  }
  if (typeof article !== "object" || article === null) throw new Error("expected an object");
  return article;
}

/** @param {string} html @returns {Article} */
function articleOfHtml(html) {
  return pageOfHtml(html).article;
}

/** @param {string} html */
export function pageOfHtml(html) {
  const page = readPageAtOnce(parsePage(html), { presentation: markupPresentation });
  if (!page) throw new Error("no article here");
  return page;
}

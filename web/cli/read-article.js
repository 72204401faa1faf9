/** A file's bytes → an Article, by the file's suffix. Throws an Error that says what is wrong with it. */

import { parsePage } from "./parse-page.js";
import { markupPresentation } from "../page/presentation.js";
import { readPageAtOnce } from "../page/read-page.js";

/** @typedef {import("../schema.js").Article} Article */

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
      return { id, blocks: blocksOfText(text) };
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

/** One block a line; where blank lines part the paragraphs and lines are wrapped, one between blank lines. @param {string} text */
function blocksOfText(text) {
  const lines = text.replaceAll("\0", "\ufffd").split(/\r\n|[\n\r]/);
  const wrapped = lines.some((line, i) => i > 0 && line.trim() && lines[i - 1].trim()) && lines.some((line, i) => i > 0 && i < lines.length - 1 && !line.trim());
  const blocks = wrapped ? lines.join("\n").split(/\n\s*\n/) : lines;
  return blocks.map((block) => ({ text: block.replace(/\s+/g, " ").trim() })).filter((block) => block.text);
}

/** @param {string} text @returns {Article} */
function articleOfJson(text) {
  const article = JSON.parse(text);
  if (typeof article !== "object" || article === null || Array.isArray(article)) throw new Error("article: must be an object");
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

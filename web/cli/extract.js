/**
 * `newsgloss extract`: saved pages in, one Article a line out, by the same code that reads pages in the browser.
 *
 * A page that cannot be read, or has no article, becomes one line on stderr, and the others go on.
 */

import { readFile } from "node:fs/promises";
import { pageOfHtml } from "./read-article.js";

/**
 * @param {readonly string[]} files
 * @param {(line: string) => void} print
 * @returns {Promise<number>} exit status: 1 where some page failed
 */
export async function extract(files, print) {
  let status = 0;
  for (const file of files) {
    try {
      print(`${JSON.stringify(extractedOf(pageOfHtml(new TextDecoder().decode(await readFile(file)))))}\n`);
    } catch (error) {
      process.stderr.write(`newsgloss: ${file}: ${/** @type {Error} */ (error).message}\n`);
      status = 1;
    }
  }
  return status;
}

/** What is printed of a page. @param {import("../page/page-article.js").PageArticle} page */
export function extractedOf({ article, headline, authors }) {
  const { url, lang, published, blocks } = article;
  return { url, lang, headline, authors, published, blocks: blocks.map(({ kind, text }) => ({ kind: kind ?? null, text })) };
}

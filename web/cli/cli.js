#!/usr/bin/env node
/**
 * The command of the npm package: files in, annotations out.
 *
 *     newsgloss annotate [--format json|jsonl] FILE…     .txt, .json (an Article), .html
 *     newsgloss FILE…                                    the same
 *     newsgloss extract PAGE…                            saved pages -> their Articles, one a line
 *
 * Exit status as the native command's: 0 fine, 1 some input failed, 2 usage.
 */

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { createAnnotator } from "../node.js";
import { extract } from "./extract.js";
import { readArticle } from "./read-article.js";

const USAGE = `newsgloss ${NEWSGLOSS_VERSION}: who is in a news article, and who said what

  newsgloss [annotate] [--format json|jsonl] FILE...
  newsgloss extract PAGE...      one line of JSON a page: url, lang, headline, authors, published, blocks

  FILE      .txt   plain text, a block a line or between blank lines
            .json  an article: {"blocks": [{"text": "..."}], "published": "2025-11-07"}
            .html  a page: its article, found as in the browser
  --format  json (indented, the default) or jsonl (one line an article, the engine's own bytes)
  --help, --version

The native command does more (formats, many articles at once, evaluation).
`;

process.exitCode = await main(process.argv.slice(2));

/** @param {string[]} args */
async function main(args) {
  let options;
  try {
    options = parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: "string", default: "json" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
      },
    });
  } catch (error) {
    return usageError(/** @type {Error} */ (error).message);
  }
  const { values, positionals } = options;
  if (values.help) return print(USAGE);
  if (values.version) return print(`${NEWSGLOSS_VERSION}\n`);
  if (values.format !== "json" && values.format !== "jsonl") return usageError(`--format: unknown format "${values.format}"`);
  if (positionals[0] === "extract") {
    return positionals.length > 1 ? extract(positionals.slice(1), print) : usageError("no page given");
  }
  const files = positionals[0] === "annotate" ? positionals.slice(1) : positionals;
  if (files.length === 0) return usageError("no file given");

  const annotator = await createAnnotator();
  let status = 0;
  for (const file of files) {
    try {
      const article = readArticle(basename(file), await readFile(file));
      const annotations = await annotator.annotate(article);
      print(`${JSON.stringify(annotations, null, values.format === "json" ? 2 : undefined)}\n`);
    } catch (error) {
      process.stderr.write(`newsgloss: ${file}: ${/** @type {Error} */ (error).message}\n`);
      status = 1;
    }
  }
  annotator.dispose();
  return status;
}

/** @param {string} text */
function print(text) {
  process.stdout.write(text);
  return 0;
}

/** @param {string} message */
function usageError(message) {
  process.stderr.write(`newsgloss: ${message}\n\n${USAGE}`);
  return 2;
}

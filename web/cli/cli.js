#!/usr/bin/env node
/**
 * The command of the npm package: files in, annotations out.
 *
 *     newsgloss annotate [--format json|jsonl] [--jobs N] FILE…|-     .txt, .json (an Article), .jsonl, .html
 *     newsgloss FILE…                                                 the same
 *     newsgloss extract PAGE…                                                 saved pages -> their Articles, one a line
 *
 * Exit status as the native command's: 0 fine, 1 some input failed, 2 usage.
 */

import { once } from "node:events";
import { parseArgs } from "node:util";
import { isMainThread } from "node:worker_threads";
import { oneAnnotator, serveJobs, severalAnnotators } from "./annotators.js";
import { extract } from "./extract.js";
import { Frame } from "./frame.js";
import { hasLines, inputs } from "./inputs.js";

const USAGE = `newsgloss ${NEWSGLOSS_VERSION}: who is in a news article, and who said what

  newsgloss [annotate] [--format json|jsonl] [--jobs N] FILE...|-
  newsgloss extract PAGE...      one line of JSON a page: url, lang, headline, authors, published, blocks

  FILE      .txt    plain text, a block a line or between blank lines
            .json   an article: {"blocks": [{"text": "..."}], "published": "2025-11-07"}
            .jsonl  or .ndjson: an article a line, streamed; a bad line costs one line
            .html   a page: its article, found as in the browser
            -       standard input: an article a line where it begins with "{", a page with "<", else plain text
  --format  json (indented; several articles are an array; the default) or jsonl (one line an article, the engine's
            own bytes; the default where some FILE is .jsonl)
  --jobs N  threads (default 1); the order of the output does not change
  --help, --version

The native command does more (other formats, compressed archives, reports, evaluation).
`;

// Whoever reads the output has read enough.
process.stdout.on("error", (/** @type {NodeJS.ErrnoException} */ error) => process.exit(error.code === "EPIPE" ? 0 : 1));

if (isMainThread) process.exitCode = await main(process.argv.slice(2));
else await serveJobs();

/** @param {string[]} args */
async function main(args) {
  let options;
  try {
    options = parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: "string" },
        jobs: { type: "string", short: "j", default: "1" },
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
  const jobs = Number(values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256) return usageError(`--jobs is a number from 1 to 256, not "${values.jobs}"`);
  if (values.format !== undefined && values.format !== "json" && values.format !== "jsonl") return usageError(`--format: unknown format "${values.format}"`);
  if (positionals[0] === "extract") {
    return positionals.length > 1 ? extract(positionals.slice(1), print) : usageError("no page given");
  }
  const files = positionals[0] === "annotate" ? positionals.slice(1) : positionals;
  if (files.length === 0) return usageError("no file given");

  const isLines = (/** @type {string} */ file) => file === "-" || hasLines(file);
  const format = values.format ?? (files.some(isLines) ? "jsonl" : "json");
  return annotate(files, jobs, new Frame(format, files.length > 1 || files.some(isLines)));
}

/**
 * Articles are given out as they come and written in their order; no more are under way than keep the threads busy.
 *
 * @param {readonly string[]} files @param {number} jobs @param {Frame} frame
 */
async function annotate(files, jobs, frame) {
  const annotators = jobs > 1 ? await severalAnnotators(jobs, import.meta.url) : await oneAnnotator();
  /** @type {{ where: string, answer: Promise<import("./annotators.js").Answer> }[]} */
  const underWay = [];
  let status = 0;
  const write = async () => {
    const { where, answer } = /** @type {typeof underWay[number]} */ (underWay.shift());
    const result = await answer;
    if ("problem" in result) {
      process.stderr.write(`newsgloss: ${where}: ${result.problem}\n`);
      status = 1;
    }
    const text = frame.of("json" in result ? result.json : JSON.stringify({ error: `${where}: ${result.problem}` }), "problem" in result);
    if (!process.stdout.write(text)) await once(process.stdout, "drain");
  };
  for await (const job of inputs(files)) {
    underWay.push({ where: job.where, answer: "problem" in job ? Promise.resolve(job) : annotators.annotate(job) });
    if (underWay.length >= 2 * jobs) await write();
  }
  while (underWay.length > 0) await write();
  print(frame.end());
  annotators.close();
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

#!/usr/bin/env node
/**
 * The command of the npm package: files in, annotations out.
 *
 *     newsgloss annotate [--format json|jsonl] [--published DATE] [--jobs N] [--output FILE] FILE…|-     .txt, .json, .jsonl, .html
 *     newsgloss FILE…                                                 the same
 *     newsgloss extract PAGE…                                                 saved pages -> their Articles, one a line
 *
 * What it says and its exit status are the native command's: 0 fine, 1 some input failed, 2 usage
 * (wasm-tests/commands.test.mjs compares the two).
 */

import { parseArgs } from "node:util";
import { isMainThread } from "node:worker_threads";
import { oneAnnotator, serveJobs, severalAnnotators } from "./annotators.js";
import { extract } from "./extract.js";
import { Frame } from "./frame.js";
import { inputsOf, jobsOf } from "./inputs.js";
import { Output } from "./output.js";

const USAGE = `newsgloss ${NEWSGLOSS_VERSION}: who is in a news article, and who said what

  newsgloss [annotate] [--format json|jsonl] [--published DATE] [--jobs N] [--output FILE] FILE...|-
  newsgloss extract PAGE...      one line of JSON a page: url, lang, headline, authors, published, blocks

  FILE      .txt    plain text, a block a line or between blank lines
            .json   an article: {"blocks": [{"text": "..."}], "published": "2025-11-07"}
            .jsonl  or .ndjson: an article a line, streamed; a bad line costs one line
            .html   a page: its article, found as in the browser
            -       standard input: an article a line where it begins with "{", a page with "<", else plain text
            Each may be compressed: .gz after the suffix, or .zst (Node 22.15 or newer)
  --format  json (indented; several articles are an array; the default) or jsonl (one line an article, the engine's
            own bytes; the default where some input is JSON Lines)
  --published DATE  YYYY-MM-DD: publication date of the articles that are not given with their own
  --jobs N  threads (default 1); the order of the output does not change
  --output FILE  writes there; compressed where FILE ends in .gz, or .zst (Node 22.15 or newer)
  --help, --version

An article may have 16 MiB. The native command does more (other formats, .xz, going on after an interrupt, reports, evaluation).
`;

/** @typedef {import("./annotators.js").Answer} Answer */

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
        published: { type: "string" },
        output: { type: "string" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
      },
    });
  } catch (error) {
    return usageError(optionProblem(/** @type {NodeJS.ErrnoException} */ (error)));
  }
  const { values, positionals } = options;
  if (values.help) return print(USAGE);
  if (values.version) return print(`${NEWSGLOSS_VERSION}\n`);
  const { format, published } = values;
  if (published !== undefined && !isDate(published)) return usageError(`--published is a date, YYYY-MM-DD, not "${published}"`);
  const jobs = /^\d+$/.test(values.jobs) ? Number(values.jobs) : 0;
  if (jobs < 1 || jobs > 256) return usageError(`--jobs is a number from 1 to 256, not "${values.jobs}"`);
  if (format !== undefined && format !== "json" && format !== "jsonl") return usageError(`--format is json or jsonl, not "${format}"`);
  if (positionals[0] === "extract") {
    return positionals.length > 1 ? extract(positionals.slice(1), print) : usageError("no page given");
  }
  const files = positionals[0] === "annotate" ? positionals.slice(1) : positionals;
  if (files.length === 0) {
    if (process.stdin.isTTY) return usageError('no FILE given ("-" reads standard input)');
    files.push("-");
  }
  const output = new Output();
  try {
    await output.open(values.output === "-" ? undefined : values.output, files);
    const inputs = await inputsOf(files);
    return await annotate({ inputs, format, published, jobs, output });
  } catch (error) {
    warn(/** @type {Error} */ (error).message);
    // Whatever is still being read or annotated is of no use.
    process.exit(1);
  }
}

/**
 * Articles are given out as they come, and written in their order as soon as they are done. No more are under way than keep the
 * threads busy, and none more while nobody takes the output.
 *
 * @param {{ inputs: readonly import("./inputs.js").Input[], format?: string, published?: string, jobs: number, output: Output }} how
 */
async function annotate({ inputs, format, published, jobs, output }) {
  const someLines = inputs.some(({ name }) => name.endsWith(".line"));
  const frame = new Frame(format ?? (someLines ? "jsonl" : "json"), inputs.length > 1 || someLines);
  const annotators = jobs > 1 ? await severalAnnotators(jobs, import.meta.url) : await oneAnnotator();
  let status = 0;
  const write = async (/** @type {Answer} */ answer) => {
    if (answer.warning) warn(answer.warning);
    if ("json" in answer) return output.write(frame.annotations(answer.json));
    const problem = `${answer.where}: ${answer.problem}`;
    warn(problem);
    status = 1;
    return output.write(frame.error(problem));
  };
  /** @type {Promise<void>[]} */
  const underWay = [];
  let written = Promise.resolve();
  for await (const job of jobsOf(inputs)) {
    const answer = "problem" in job ? Promise.resolve(job) : annotators.annotate({ ...job, published });
    written = written.then(async () => write(await answer));
    written.catch(() => {}); // said where it is waited for
    underWay.push(written);
    if (underWay.length >= 2 * jobs) await underWay.shift();
  }
  await written;
  await output.write(frame.end());
  await output.finish();
  annotators.close();
  return status;
}

/** What `--published` takes, as the native command: a date, and a time may follow. @param {string} text */
function isDate(text) {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ]\d.*)?$/s.exec(text)?.map(Number) ?? [];
  if (!day || !month || month > 12) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return year > 0 && day <= [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

/** @param {NodeJS.ErrnoException} error  of parseArgs */
function optionProblem({ code, message }) {
  const option = /'(?:-\w, )?(--?[\w-]+)/.exec(message)?.[1];
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return `unknown option ${option}`;
  if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") return `${option} ${message.includes("does not take") ? "takes no value" : "needs a value"}`;
  return message;
}

/** @param {string} line */
function warn(line) {
  process.stderr.write(`${line}\n`);
}

/** @param {string} text */
function print(text) {
  process.stdout.write(text);
  return 0;
}

/** @param {string} message */
function usageError(message) {
  warn(`newsgloss annotate: ${message}\nTry: newsgloss annotate --help`);
  return 2;
}

// What the tests of the output formats read: the demo's and the golden articles and some that nobody would print, with
// their annotations as JSON (the format that all others are held against) and in the format under test.

import { hostileArticle, random } from "../../wasm-tests/hostile.mjs";
import { native, storedArticles } from "../../wasm-tests/setup.mjs";

const HOSTILE = 150;

/** @type {{ name: string, article: any }[]} */
const next = random(7);
const all = [
  ...storedArticles(),
  ...Array.from({ length: HOSTILE }, (_, i) => ({ name: `hostile-${i}`, article: hostileArticle(next, `hostile-${i}`) })),
  { name: "nothing", article: { blocks: [] } },
];

/** All of them as JSON Lines. */
export const lines = all.map(({ article }) => `${JSON.stringify(article)}\n`).join("");

/** What the command writes of all articles. @param {string[]} options @returns {string} */
export function written(...options) {
  const { status, stdout, stderr } = native(["annotate", "--input", "jsonl", ...options, "-"], lines);
  if (status !== 0) throw new Error(`newsgloss annotate ${options.join(" ")} exited ${status}: ${stderr.slice(0, 1000)}`);
  return stdout;
}

const annotations = written("--format", "jsonl", "--offsets", "utf16")
  .split("\n")
  .slice(0, -1)
  .map((line) => JSON.parse(line));

/** The articles, each with its annotations. @type {{ name: string, article: any, annotations: any }[]} */
export const articles = all.map(({ name, article }, i) => ({ name, article, annotations: annotations[i] }));

/** The words of a place, `{ block, start, end }`. @param {any} annotations @param {any} place @returns {string} */
export const words = ({ blocks }, { block, start, end }) => blocks[block].text.slice(start, end);

/** The joined text that formats without blocks count in, as a list of code points. @param {any} annotations @returns {string[]} */
export const joinedText = ({ blocks }) => [...blocks.map((/** @type {{ text: string }} */ { text }) => text.replace(/[\0-\x1f]/g, " ")).join("\n")];

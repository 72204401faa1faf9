// Extraction measured on saved pages with gold bodies, beside Mozilla's Readability on the same trees, and timed in Chromium.
//
//   node scripts/eval-pages/eval-pages.mjs DIR [--captions DIR] [--newsgloss COMMAND] [--no-browser] [--list N]
//
//   DIR/articles.json    id -> { title, authors, date, articleBody, url }; DIR or one folder below it
//   DIR/html/ID.html
//   --captions DIR       ID.json -> { captions: [{ text }] }; DIR/captions where there is such a folder
//   --newsgloss COMMAND  the native command, for the captions' inner figures (credit, names, paragraphs)
//
// Prints one table and the pages it fails on, each with the reason: what is missing, what is too much.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Readability } from "@mozilla/readability";
import { extractedOf } from "../../web/cli/extract.js";
import { parsePage } from "../../web/cli/parse-page.js";
import { markupPresentation } from "../../web/page/presentation.js";
import { readPageAtOnce } from "../../web/page/read-page.js";
import { timesInChromium } from "./chromium-times.mjs";
import { Share, authorsFound, bodyF1, captionsFound, dateFound, headlineFound, reasonOf } from "./measures.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    captions: { type: "string" },
    newsgloss: { type: "string" },
    "no-browser": { type: "boolean" },
    list: { type: "string", default: "10" },
  },
});
const data = findData(positionals[0] ?? "");
const captionFolder = values.captions ?? (existsSync(path.join(data, "captions")) ? path.join(data, "captions") : null);

/** @type {Record<string, import("./measures.mjs").Gold>} */
const gold = JSON.parse(readFileSync(path.join(data, "articles.json"), "utf8"));
const pages = Object.keys(gold)
  .map((id) => ({ id, file: path.join(data, "html", `${id}.html`), gold: gold[id] }))
  .filter(({ file }) => existsSync(file));

class Figures {
  /** @type {number[]} */
  body = [];
  headline = new Share();
  date = new Share();
  authors = new Share();
  captions = { wanted: 0, kept: 0, found: 0, right: 0 };
  failed = 0;
  /** @type {number[]} */
  ms = [];

  /** @param {import("./measures.mjs").Extracted} article @param {import("./measures.mjs").Gold} goldOne @param {{ captions: { text: string }[] } | null} captions */
  add(article, goldOne, captions) {
    this.body.push(bodyF1(article, goldOne));
    this.headline.add(headlineFound(article, goldOne));
    this.date.add(dateFound(article, goldOne));
    this.authors.add(authorsFound(article, goldOne));
    if (article.blocks.length === 0) this.failed += 1;
    if (!captions) return;
    const { missed, extra, wanted, found } = captionsFound(article, captions);
    this.captions.wanted += wanted;
    this.captions.kept += wanted - missed.length;
    this.captions.found += found;
    this.captions.right += found - extra.length;
  }

  row() {
    const percent = (/** @type {number | null} */ value) => (value === null || Number.isNaN(value) ? "-" : value.toFixed(1));
    const { wanted, kept, found, right } = this.captions;
    return [
      percent((100 * this.body.reduce((sum, one) => sum + one, 0)) / this.body.length),
      percent(100 * median(this.body)),
      percent((100 * kept) / wanted),
      percent((100 * right) / found),
      percent(this.headline.percent),
      percent(this.date.percent),
      percent(this.authors.percent),
      String(this.failed),
      median(this.ms).toFixed(1),
    ];
  }
}

const ours = new Figures();
const peer = new Figures();
/** @type {{ id: string, f1: number, reason: string, url: string }[]} */
const worst = [];
for (const page of pages) {
  const html = new TextDecoder().decode(readFileSync(page.file));
  const captionFile = captionFolder && path.join(captionFolder, `${page.id}.json`);
  const captions = captionFile && existsSync(captionFile) ? JSON.parse(readFileSync(captionFile, "utf8")) : null;
  const article = timed(ours, parsePage(html), read);
  ours.add(article, page.gold, captions);
  peer.add(timed(peer, parsePage(html), readWithReadability), page.gold, captions);
  worst.push({ id: page.id, f1: bodyF1(article, page.gold), reason: reasonOf(article, page.gold), url: page.gold.url ?? "" });
}

table([
  ["", "body F1", "median", "captions kept", "right", "headline", "date", "authors", "nothing found", "ms in Node"],
  ["newsgloss", ...ours.row()],
  ["Readability", ...peer.row()],
]);
console.log(`${pages.length} pages; captions of ${ours.captions.wanted}; ms without parsing\n`);
worst.sort((a, b) => a.f1 - b.f1);
console.log(`The ${values.list} worst bodies:`);
for (const { id, f1, reason, url } of worst.slice(0, Number(values.list))) console.log(`  ${(100 * f1).toFixed(0).padStart(3)}  ${id.slice(0, 8)}  ${reason}  ${url.slice(0, 80)}`);

if (!values["no-browser"]) {
  const times = await timesInChromium(pages.map(({ file }) => file));
  console.log(`\nIn Chromium, styles and scripts away: median ${median(times.whole).toFixed(1)} ms a page at one go, ${Math.max(...times.whole).toFixed(0)} the longest;`);
  console.log(`in slices the longest task is ${median(times.longest).toFixed(1)} ms (median), ${Math.max(...times.longest).toFixed(1)} (worst page)`);
}
if (values.newsgloss && captionFolder) {
  const files = readdirSync(captionFolder).filter((name) => name.endsWith(".json")).map((name) => path.join(captionFolder, name));
  const { status, stdout, stderr } = spawnSync(values.newsgloss, ["eval", "captions", ...files], { encoding: "utf8" });
  console.log(`\nnewsgloss eval captions:\n${status === 0 ? stdout : `  failed: ${stderr.split("\n")[0]}`}`);
}

/** @param {Figures} figures @param {Document} document @param {(document: Document) => import("./measures.mjs").Extracted} extract */
function timed(figures, document, extract) {
  const start = performance.now();
  const article = extract(document);
  figures.ms.push(performance.now() - start);
  return article;
}

/** @param {Document} document @returns {import("./measures.mjs").Extracted} */
function read(document) {
  const page = readPageAtOnce(document, { presentation: markupPresentation });
  return page ? extractedOf(page) : { blocks: [] };
}

/** Readability's result in the same form: its text is one body; figures in its content are captions. @param {Document} document @returns {import("./measures.mjs").Extracted} */
function readWithReadability(document) {
  const result = new Readability(document).parse();
  if (!result) return { blocks: [] };
  const content = parsePage(result.content ?? "").body;
  const captions = [...content.querySelectorAll("figcaption, .wp-caption-text")].map((element) => {
    const text = element.textContent ?? "";
    element.remove();
    return { kind: "caption", text: text.replace(/\s+/g, " ").trim() };
  });
  const lines = [...content.querySelectorAll("p, li, h2, h3, h4, blockquote, pre, td")].filter((element) => !element.querySelector("p, li"));
  const body = lines.length > 0 ? lines.map((element) => element.textContent).join("\n") : content.textContent;
  return {
    published: result.publishedTime?.slice(0, 10) ?? null,
    authors: result.byline ? [result.byline] : [],
    blocks: [{ kind: "headline", text: result.title ?? "" }, ...captions, { kind: "paragraph", text: body ?? "" }],
  };
}

/** @param {string} folder */
function findData(folder) {
  const below = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }).find((name) => path.basename(name) === "articles.json") : undefined;
  if (!folder || below === undefined) {
    console.error("eval-pages: no articles.json; give the folder of the saved pages: make eval-pages DATA=DIR");
    process.exit(2);
  }
  return path.join(folder, path.dirname(below));
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return numbers.length === 0 ? NaN : [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}

/** @param {string[][]} rows */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  "));
}

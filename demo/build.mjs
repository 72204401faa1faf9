// Renders the demo newspaper into build/demo: a page for each article in demo/articles, the front page and the pages that
// their links lead to, with the style sheet and the pictures of demo/site beside them. Node 20, no dependencies.
//
//   node demo/build.mjs [FOLDER]
//
// The same input gives the same bytes. Fails, naming the phrase, when stories.mjs and an article no longer agree.

import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { aboutPage, checkStories, frontPage, notFoundPage, storyPage, topicsPage } from "./page.mjs";
import { STORIES } from "./stories.mjs";
import { tryPage } from "./try.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));

/** Where the pages go, and where the built script of Newsgloss lies. */
export const DEMO_ROOT = path.join(here, "..", "build", "demo");
export const ARTICLES = path.join(here, "articles");

/** The articles with their layout, in the order of the front page. @returns {import("./page.mjs").Page[]} */
export function readPages() {
  const files = readdirSync(ARTICLES).filter((name) => name.endsWith(".json"));
  if (files.length !== STORIES.length) throw new Error(`${files.length} articles, but ${STORIES.length} stories laid out`);
  return STORIES.map((story) => {
    const article = JSON.parse(readFileSync(path.join(ARTICLES, `${story.id}.json`), "utf8"));
    return { story, article };
  });
}

/** Writes every page. @param {string} [folder] @returns {string[]} the names of the pages */
export function build(folder = DEMO_ROOT) {
  checkStories();
  const pages = readPages();
  const files = new Map([
    ["index.html", frontPage(pages)],
    ["topics.html", topicsPage(pages)],
    ["about.html", aboutPage(pages)],
    ["try.html", tryPage(pages)],
    ["404.html", notFoundPage()],
  ]);
  for (const page of pages) files.set(`${page.story.id}.html`, storyPage(pages, page));

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(here, "site"), folder, { recursive: true });
  for (const [name, html] of files) writeFileSync(path.join(folder, name), html);
  return [...files.keys()];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2] ? path.resolve(process.argv[2]) : DEMO_ROOT;
  const names = build(folder);
  console.log(`${names.length} pages in ${path.relative(process.cwd(), folder) || "."}`);
}

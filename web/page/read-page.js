/**
 * A whole page -> its article, or null where it has none.
 *
 *     const page = await readPage(document, { signal });      in slices of a few milliseconds, as a page's own thread needs it
 *     const page = readPageAtOnce(document);                  the same at one go
 *
 * Three linear passes: what the page says of itself (PageFacts), where its prose is (TextDensity, article-root.js), and the
 * article's blocks (Extractor). Where a root is given, it is taken and not looked for. The page is not changed.
 */

import { articleSite, signedLines } from "./article-root.js";
import { Extractor } from "./extractor.js";
import { PageArticle } from "./page-article.js";
import { pageFactsOf } from "./page-facts.js";
import { markupPresentation, presentationOf, unscriptedPresentation } from "./presentation.js";
import { TextDensity } from "./text-density.js";
import { withStated } from "./virtual-blocks.js";

/**
 * @typedef {object} ReadOptions
 * @property {string | Element} [root]  holds the article: an element, or a selector whose first match does
 * @property {import("./presentation.js").Presentation} [presentation]
 * @property {number} [sliceMs]
 * @property {(ms: number) => void} [onSlice]  after each slice: how long it took
 * @property {AbortSignal} [signal]
 */

/** Nodes between two looks at the clock. */
const NODES_A_STEP = 50;
const SLICE_MS = 4;
/** So much text hidden by style attributes (in characters) may be a story; it is taken for one where it is this many times
 * what is shown. */
const LEAST_HIDDEN = 1000;
const HIDDEN_STORY = 3;

/** @param {Document} document @param {ReadOptions} [options] @returns {PageArticle | null} */
export function readPageAtOnce(document, options = {}) {
  const reading = steps(document, options, Infinity);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}

/** @param {Document} document @param {ReadOptions} [options] @returns {Promise<PageArticle | null>} */
export async function readPage(document, options = {}) {
  const { signal, sliceMs = SLICE_MS, onSlice } = options;
  const reading = steps(document, options, NODES_A_STEP);
  signal?.throwIfAborted();
  for (let start = performance.now(); ; ) {
    const { done, value } = reading.next();
    const ms = performance.now() - start;
    if (done || ms >= sliceMs) onSlice?.(ms);
    if (done) return value;
    if (ms < sliceMs) continue;
    await nextTask();
    signal?.throwIfAborted();
    start = performance.now();
  }
}

/** Lets the page's other tasks run. A message comes sooner than a timer, which is held back to 4 ms. */
function nextTask() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });
}

/**
 * @param {Document} document
 * @param {ReadOptions} options
 * @param {number} count  nodes a step
 * @returns {Generator<void, PageArticle | null>}
 */
function* steps(document, { root, presentation }, count) {
  const scope = root === undefined ? document.body : typeof root === "string" ? document.querySelector(root) : root;
  if (!scope) return null;
  const facts = pageFactsOf(document);
  yield;
  let shown = presentation ?? presentationOf(scope);
  let density = new TextDensity(scope);
  while (!density.advance(count)) yield;
  yield;
  let site = articleSite(density, scope, facts, root !== undefined);
  if (shown === markupPresentation && density.hidden > LEAST_HIDDEN) {
    // A saved page: its scripts would have shown the story by now.
    const other = new TextDensity(scope, unscriptedPresentation);
    while (!other.advance(count)) yield;
    const found = articleSite(other, scope, facts, root !== undefined);
    const prose = site ? density.of(site.body).good : 0;
    if (found && other.of(found.body).good > HIDDEN_STORY * prose) [density, site, shown] = [other, found, unscriptedPresentation];
  }
  if (!site) return null;
  yield;
  const extractor = new Extractor(site, density, shown);
  while (!extractor.advance(count)) yield;
  yield;
  const story = extractor.blocks;
  yield;
  const blocks = root === undefined ? withStated(story, facts) : story;
  yield;
  const signed = signedLines(density, site);
  yield;
  return new PageArticle(site.body, blocks, facts, signed);
}

/**
 * Where on a page the article stands: its headline, and the element that holds its body.
 *
 * The body is looked for in this order: the page's own mark (schema.org `articleBody`, else `<article>`) where it holds the
 * greater part of what the page has of prose; else the element with the most prose near to it, and its ancestors as long as
 * they bring more of the same kind (an article in sections). Never from tables of sites.
 */

import { letters } from "./page-facts.js";
import { composedParent } from "./composed-walk.js";
import { isAside } from "./markup.js";

/**
 * @typedef {import("./text-density.js").TextDensity} TextDensity
 * @typedef {import("./page-facts.js").PageFacts} PageFacts
 */

/** Less prose than this (in characters) is no article. */
const LEAST_PROSE = 250;
/** The same in an element that the page marks as its article. */
const LEAST_MARKED = 30;
/** A mark is believed when this much of the page's best prose is under it. */
const MARK_SHARE = 0.5;
/** What prose in an aside counts for beside other prose. */
const ASIDE_SHARE = 0.1;

/**
 * @param {TextDensity} density  of `scope`
 * @param {Element} scope
 * @param {PageFacts} facts
 * @param {boolean} given  the scope is known to be the article
 * @returns {import("./extractor.js").Site | null} null: no article here
 */
export function articleSite(density, scope, facts, given) {
  if (given) return { top: scope, body: scope, descriptions: facts.descriptions, authors: facts.authors };
  const found = findArticle(density, scope, facts);
  if (!found) return null;
  const { body, headline } = found;
  let top = body;
  const inside = headline && (body.contains(headline) || density.of(headline).at > density.of(body).at);
  while (headline && !inside && top !== scope && !top.contains(headline)) top = composedParent(top) ?? scope;
  return { top, body, headline: headline && (inside ? body.contains(headline) : true) ? headline : null, descriptions: facts.descriptions, authors: facts.authors };
}

/**
 * @param {TextDensity} density
 * @param {Element} scope
 * @param {PageFacts} facts
 * @returns {{ body: Element, headline: Element | null } | null} null: no article here
 */
function findArticle(density, scope, facts) {
  const headline = findHeadline(density, facts.titles);
  const body = findBody(density, scope);
  let marked = density.marked.includes(body);
  for (let element = composedParent(body); element && !marked; element = composedParent(element)) marked = density.marked.includes(element);
  return density.of(body).good >= (marked ? LEAST_MARKED : LEAST_PROSE) ? { body, headline } : null;
}

/** The element whose text is the page's title; else the first h1. @param {TextDensity} density @param {string[]} titles */
function findHeadline(density, titles) {
  const wanted = titles.map(letters).filter((title) => title.length >= 8);
  let best = null;
  let bestScore = 0;
  for (const element of density.headlines) {
    const { chars } = density.of(element);
    if (chars > 400) continue;
    const text = letters(element.textContent ?? "");
    if (text.length < 3) continue;
    const rank = element.localName === "h1" ? 0.3 : element.getAttribute("itemprop") === "headline" ? 0.2 : 0;
    const score = Math.max(0, ...wanted.map((title) => likeness(text, title))) + rank;
    if (score > bestScore) [best, bestScore] = [element, score];
  }
  return bestScore >= 0.3 ? best : null;
}

/** 1 for equal; the share of the longer one where one begins with the other. @param {string} a @param {string} b */
function likeness(a, b) {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 8 && long.includes(short)) return Math.max(0.4, short.length / long.length);
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return same >= 20 ? (0.8 * same) / long.length : 0;
}

/** @param {TextDensity} density @param {Element} scope */
function findBody(density, scope) {
  let best = scope;
  let bestNear = density.of(scope).near;
  for (const [element, { near }] of density.densities) {
    if (near <= bestNear) continue;
    const worth = insideAside(element, scope) ? near * ASIDE_SHARE : near;
    if (worth > bestNear) [best, bestNear] = [element, worth];
  }
  const around = new Set([best]);
  for (let element = composedParent(best); element && element !== scope; element = composedParent(element)) around.add(element);
  const marked = density.marked.filter((element) => around.has(element));
  const bodies = marked.filter((element) => element.localName !== "article" || element.hasAttribute("itemprop"));
  const most = (/** @type {Element[]} */ group) =>
    group.reduce((top, one) => (!top || density.of(one).good > density.of(top).good ? one : top), /** @type {Element | null} */ (null));
  const body = most(bodies);
  if (body && density.of(body).good >= MARK_SHARE * density.of(best).good) return body;
  return widened(density, best, most(marked) ?? scope);
}

/** Much prose stands in banners and dialogs as well: privacy notices, terms. @param {Element} element @param {Element} scope */
function insideAside(element, scope) {
  for (let one = element; one && one !== scope; one = /** @type {Element} */ (composedParent(one))) if (isAside(one)) return true;
  return false;
}

/**
 * The highest ancestor of `body` under `limit` in which prose goes on beside it in elements of the same make.
 *
 * @param {TextDensity} density @param {Element} body @param {Element} limit
 */
function widened(density, body, limit) {
  let root = body;
  let below = body;
  for (let element = composedParent(body); element && below !== limit; below = element, element = composedParent(element)) {
    if (below.localName === "article" && density.of(below).good > 0.5 * density.of(element).good) break;
    const gain = density.of(element).good - density.of(below).good;
    if (gain > 0.08 * density.of(below).good && alike(density, below, element)) root = element;
  }
  return root;
}

/** Whether most of the other prose in `parent` is in children made like `child`. @param {TextDensity} density @param {Element} child @param {Element} parent */
function alike(density, child, parent) {
  let same = 0;
  let other = 0;
  for (const sibling of parent.children) {
    const { good } = density.of(sibling);
    if (sibling === child || good === 0 || isAside(sibling)) continue;
    const kin = sibling.localName === "p" || (sibling.localName === child.localName && sibling.localName !== "article" && sameClass(sibling, child));
    if (kin) same += good;
    else other += good;
  }
  return same > other;
}

/** @param {Element} a @param {Element} b */
function sameClass(a, b) {
  const [x, y] = [a, b].map((element) => element.getAttribute("class") ?? "");
  if (x === y) return true;
  const first = (/** @type {string} */ name) => name.trim().split(/\s+/)[0];
  return first(x) === first(y);
}

/** Farther from the headline (in elements) a byline or date is another story's. */
const NEAR = 150;

/**
 * Lines marked as byline or date close to the headline or to the body's beginning, the nearest first: for what is not said
 * elsewhere.
 *
 * @param {TextDensity} density @param {import("./extractor.js").Site} site
 */
export function signedLines(density, { body, headline }) {
  const places = [headline, body].flatMap((element) => (element ? density.of(element).at : []));
  const distance = (/** @type {Element} */ element) => Math.min(...places.map((at) => Math.abs(density.of(element).at - at)));
  return density.signed
    .map((element) => ({ element, far: distance(element) }))
    .filter(({ element, far }) => far <= NEAR && density.of(element).chars <= 200)
    .sort((a, b) => a.far - b.far)
    .map(({ element }) => ({
      text: (element.textContent ?? "").replace(/\s+/g, " ").trim(),
      time: element.getAttribute("datetime"),
      byline: element.localName === "a" || /author|byline/i.test(`${element.getAttribute("itemprop")} ${element.getAttribute("class")}`),
    }));
}

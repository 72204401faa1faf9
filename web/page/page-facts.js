/**
 * PageFacts: what a page says of its article outside the article: JSON-LD (schema.org), Open Graph, and the meta elements
 * that publishing systems write. Every value is a hint, used where the page bears it out.
 *
 * Broken JSON-LD is mended where that is simple (raw line breaks in strings, comments around, a comma too many), else
 * passed over. Cost: linear in the scripts' text.
 *
 * @typedef {object} PageFacts
 * @property {string[]} titles  what the headline may be, the most trusted first
 * @property {string[]} authors
 * @property {boolean} people  the authors are people, not the site
 * @property {string | null} published  YYYY-MM-DD
 * @property {string | null} modified  likewise
 * @property {string[]} descriptions
 * @property {{ text: string, credit: string | null }[]} captions  of the article's images
 * @property {boolean} free  false where the article says that it is behind a wall
 */

import { dayOf } from "./published.js";

const ARTICLE_TYPE = /(Article|BlogPosting|Report|Review|Recipe|VideoObject)$/;
/** The article proper; the others of ARTICLE_TYPE only where there is none. */
const NEWS_TYPE = /(Article|BlogPosting|Report)$/;

const TITLES = ["og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "headline"];
const DESCRIPTIONS = ["og:description", "description", "twitter:description"];
const AUTHORS = ["parsely-author", "author", "sailthru.author", "dc.creator", "article:author", "byl", "cxenseparse:author", "article.author"];
const DATES = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "dc.date.issued",
  "dcterms.created",
  "dc.date",
  "article.published",
  "cxenseparse:recs:publishtime",
  "pubdate",
  "publish-date",
  "publishdate",
  "publication_date",
  "date",
];

const REVISIONS = ["article:modified_time", "og:updated_time", "datemodified", "sailthru.date", "last-modified"];

/** @param {Document} document @returns {PageFacts} */
export function pageFactsOf(document) {
  const meta = metaOf(document);
  const items = jsonLdOf(document);
  const article = articleAmong(items, meta.get("og:title")?.[0] ?? document.title ?? "");
  const fromMeta = (/** @type {string[]} */ names) => names.flatMap((name) => meta.get(name) ?? []);

  const titles = [article?.headline, article?.name, ...fromMeta(TITLES), withoutSite(document.title), document.title].flatMap(textsOf);
  const ownAuthors = [article?.author, article?.creator].map((author) => namesOf(author, items));
  const authors = ownAuthors.find((names) => names.length > 0) ?? AUTHORS.map((name) => namesOf(meta.get(name), items)).find((names) => names.length > 0);
  const site = [...fromMeta(["og:site_name", "application-name"]), ...textsOf(article?.publisher?.name)].map(letters);
  const dates = [article?.datePublished, ...fromMeta(DATES), article?.dateCreated, article?.uploadDate];
  const images = [article?.image, article?.associatedMedia, article?.thumbnail].flat();
  return {
    titles: unique(titles),
    authors: unique((authors ?? []).map(({ name }) => name)),
    people: (authors ?? []).some(({ person, name }) => person && !site.includes(letters(name))),
    published: dates.map(dayOf).find(Boolean) ?? null,
    modified: [article?.dateModified, ...fromMeta(REVISIONS)].map(dayOf).find(Boolean) ?? null,
    descriptions: unique([article?.description, article?.alternativeHeadline, ...fromMeta(DESCRIPTIONS)].flatMap(textsOf)),
    captions: images.filter(isObject).flatMap((image) => {
      const [text] = textsOf(image.caption);
      return text ? [{ text, credit: textsOf(image.creditText)[0] ?? null }] : [];
    }),
    free: !/^false$/i.test(String(article?.isAccessibleForFree ?? true)),
  };
}

/** Contents of the meta elements by name or property, in lower case. @param {Document} document */
function metaOf(document) {
  /** @type {Map<string, string[]>} */
  const meta = new Map();
  for (const element of document.querySelectorAll("meta[content]")) {
    const content = element.getAttribute("content")?.trim();
    for (const attribute of ["property", "name", "itemprop"]) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (!name || !content) continue;
      const known = meta.get(name);
      if (known) known.push(content);
      else meta.set(name, [content]);
    }
  }
  return meta;
}

/** All objects of the page's JSON-LD that have a type, nested ones too. @param {Document} document */
function jsonLdOf(document) {
  /** @type {Record<string, any>[]} */
  const items = [];
  const pending = [...document.querySelectorAll('script[type="application/ld+json"]')].map((script) => parsed(script.textContent ?? "")).reverse();
  while (pending.length > 0) {
    const value = pending.pop();
    if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i -= 1) pending.push(value[i]);
    } else if (isObject(value)) {
      items.push(value);
      const inner = Object.values(value).filter((part) => typeof part === "object");
      for (let i = inner.length - 1; i >= 0; i -= 1) pending.push(inner[i]);
    }
  }
  return items;
}

/** @param {string} json @returns {unknown} */
function parsed(json) {
  for (const mend of [(/** @type {string} */ text) => text, mended]) {
    try {
      return JSON.parse(mend(json));
    } catch {
      // tried again mended, then left: a page's broken JSON-LD is the page's business
    }
  }
  return null;
}

/** @param {string} json */
function mended(json) {
  return json
    .replace(/^[\s\S]{0,40}?(?=[[{])/, "")
    .replace(/[^\]}]*$/, "")
    .replace(/[\0-\x1f]+/g, " ")
    .replace(/,\s*(?=[\]}])/g, "");
}

/** The item that is the page's article. @param {Record<string, any>[]} items @param {string} title */
function articleAmong(items, title) {
  const typed = (/** @type {RegExp} */ type) => items.filter((item) => [item["@type"]].flat().some((name) => typeof name === "string" && type.test(name)));
  const same = (/** @type {Record<string, any>} */ item) => sameText(textsOf(item.headline)[0] ?? "", title);
  const news = typed(NEWS_TYPE);
  return news.find(same) ?? news.find((item) => item.headline || item.datePublished) ?? news[0] ?? typed(ARTICLE_TYPE)[0] ?? items.find((item) => item.datePublished) ?? null;
}

/** Names of people (or, where there are none, of organisations) that a value denotes. @param {any} value @param {Record<string, any>[]} items */
function namesOf(value, items) {
  /** @type {{ name: string, person: boolean }[]} */
  const names = [];
  for (const one of [value].flat(3)) {
    const item = isObject(one) && !one.name && one["@id"] ? (items.find((other) => other["@id"] === one["@id"] && other.name) ?? one) : one;
    const person = !isObject(item) || ![item["@type"]].flat().some((type) => /Organization$/.test(String(type)));
    for (const name of textsOf(isObject(item) ? item.name : item).flatMap(splitNames)) names.push({ name, person });
  }
  const people = names.filter(({ person }) => person);
  return people.length > 0 ? people : names;
}

/**
 * "By A. Writer, B. Writer and C. Writer" → the three; addresses and what follows a bar or bullet go.
 *
 * @param {string} text
 */
export function splitNames(text) {
  return text
    .replace(/\s+/g, " ") // and below no more than one: runs of white space made these expressions slow
    .replace(/^ ?(?:(?:written|reported|posted|words|story) )?by:? /i, "")
    .replace(/^ ?By(?=\p{Lu})/u, "")
    .replace(/ ?\b(?:last |first )?(?:updated|published|posted|modified)\b[^]*/i, "")
    .split(/ ?(?:,|;| \| |[\u2022\u00b7]|&amp;|&|\band\b|\bwith\b) ?/i)
    .map((name) => name.trim())
    .filter((name) => /\p{L}/u.test(name) && !/^https?:|@|^www\.|^(?:by|and|jr\.?|admin)$/i.test(name) && name.length <= 60);
}

/** "Headline | Site" -> "Headline". @param {string} title */
function withoutSite(title) {
  const match = /^(.{15,}?) (?:[|\u2013\u2014\u00b7-]|::) .{1,40}$/.exec(title.trim().replace(/\s+/g, " "));
  return match ? match[1] : title;
}

/** The strings of a value, as text: JSON-LD holds entities and mark-up now and then. @param {unknown} value @returns {string[]} */
function textsOf(value) {
  return [value]
    .flat()
    .filter((text) => typeof text === "string")
    .map(plainText)
    .filter(Boolean);
}

/** @type {Record<string, string>} */
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", rsquo: "\u2019", lsquo: "\u2018", rdquo: "\u201d", ldquo: "\u201c", mdash: "\u2014", ndash: "\u2013", hellip: "\u2026" };

/** @param {string} text */
export function plainText(text) {
  return text
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : 0;
      if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
      return name ? (ENTITIES[name.toLowerCase()] ?? whole) : whole;
    })
    .replace(/\s+/g, " ")
    .trim();
}

/** Letters and digits alone, for comparing. @param {string} text */
export function letters(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** @param {string} a @param {string} b */
function sameText(a, b) {
  const [x, y] = [letters(a), letters(b)];
  return x !== "" && y !== "" && (x.startsWith(y) || y.startsWith(x));
}

/** @param {string[]} texts */
function unique(texts) {
  return [...new Set(texts)];
}

/** @param {unknown} value @returns {value is Record<string, any>} */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * When an article was published, as its page says: the calendar day as written, in the zone it was written in.
 *
 * Looked up in this order, the first that is a date wins: a time marked as the publication's inside the article, the
 * document's meta elements, JSON-LD (schema.org), any `<time datetime>` inside the article.
 */

const IN_ARTICLE = '[itemprop="datePublished"], time[pubdate], time.published, time.dt-published';
const IN_HEAD = [
  'meta[property="article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="datePublished"]',
  'meta[name="parsely-pub-date"]',
  'meta[name="DC.date.issued"]',
  'meta[name="date"]',
];

/**
 * @param {Element} root
 * @returns {string | null} YYYY-MM-DD
 */
export function publishedOf(root) {
  const document = root.ownerDocument;
  for (const element of root.querySelectorAll(IN_ARTICLE)) {
    const day = dayOf(element.getAttribute("datetime") ?? element.getAttribute("content"));
    if (day) return day;
  }
  for (const selector of IN_HEAD) {
    const day = dayOf(document.querySelector(selector)?.getAttribute("content"));
    if (day) return day;
  }
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const day = dayOf(datePublishedIn(script.textContent ?? ""));
    if (day) return day;
  }
  for (const element of root.querySelectorAll("time[datetime]")) {
    const day = dayOf(element.getAttribute("datetime"));
    if (day) return day;
  }
  return null;
}

/** The day of an ISO 8601 date or date and time; null for anything else. @param {unknown} text */
function dayOf(text) {
  if (typeof text !== "string") return null;
  const match = /^\s*(\d{4})-(\d{2})-(\d{2})(?![\d-])/.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? match.slice(1).join("-") : null;
}

/** @param {string} json */
function datePublishedIn(json) {
  /** @type {unknown} */
  let data;
  try {
    data = JSON.parse(json);
  } catch {
    return null; // a page's broken JSON-LD is the page's business
  }
  const items = [data].flat().flatMap((item) => (isObject(item) && Array.isArray(item["@graph"]) ? item["@graph"] : [item]));
  return items.find((item) => isObject(item) && typeof item.datePublished === "string")?.datePublished ?? null;
}

/** @param {unknown} value @returns {value is Record<string, any>} */
function isObject(value) {
  return typeof value === "object" && value !== null;
}

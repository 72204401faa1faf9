/**
 * When an article was published, as its page says: the calendar day as written, in the zone it was written in.
 *
 * Looked up in this order, the first that is a date wins: a time marked as the publication's inside the article, the
 * page's JSON-LD (schema.org) and meta elements, a date printed above the story, any `<time datetime>` inside the article,
 * the page's address. Machines often write the day in another time zone than the page shows: where a printed date is the
 * day before or after, it is taken, unless the stated day is printed as well.
 *
 * An article that was revised and shows the day of its revision only (a guide kept up to date, "Updated: August 8") is
 * dated by that day, as its readers see it: its "today" and "Thursday" are that day's. The metadata must call the printed
 * day the modification's, so that no other story's date is taken.
 */

const IN_ARTICLE = '[itemprop="datePublished"], time[pubdate], time.published, time.dt-published';
const DAY_MS = 86_400_000;

/**
 * @param {Element} root
 * @param {string | null} stated  by the page's metadata, see PageFacts
 * @param {readonly string[]} printed  days in the lines above the story
 * @param {string | null} [url]
 * @param {string | null} [modified]  by the page's metadata
 * @returns {string | null} YYYY-MM-DD
 */
export function publishedOf(root, stated, printed, url = null, modified = null) {
  const day = markedIn(root, IN_ARTICLE) ?? stated;
  if (day && printed.includes(day)) return day;
  const near = (/** @type {string} */ day) => printed.find((other) => Math.abs(Date.parse(other) - Date.parse(day)) <= DAY_MS);
  if (day) return near(day) ?? (modified && modified > day ? near(modified) : null) ?? day;
  return printed[0] ?? markedIn(root, "time[datetime]") ?? dayInAddress(url);
}

/** @param {Element} root @param {string} selector */
function markedIn(root, selector) {
  for (const element of root.querySelectorAll(selector)) {
    const day = dayOf(element.getAttribute("datetime") ?? element.getAttribute("content"));
    if (day) return day;
  }
  return null;
}

/** ".../2025/10/24/..." @param {string | null} url */
function dayInAddress(url) {
  const match = /[/-](\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)/.exec(url ?? "");
  return match && calendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * The day of a date or a date and time: ISO 8601 ("2025-10-24T08:00Z", "20251024") or with the month in words ("October 24,
 * 2025", "Fri, 24 Oct 2025 08:00"); null for anything else.
 *
 * @param {unknown} text
 */
export function dayOf(text) {
  if (typeof text !== "string") return null;
  const iso = /^\s*(\d{4})([-/]?)(\d{2})\2(\d{2})(?![\d-])/.exec(text);
  if (iso) return calendarDay(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const words = /\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\b/i.exec(text.slice(0, 200));
  if (!words) return null;
  return calendarDay(Number(words[4]), MONTHS.indexOf(words[2].toLowerCase()) + 1, Number(words[1] ?? words[3] ?? 0));
}

/** @param {number} year @param {number} month @param {number} day */
function calendarDay(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/**
 * The words of the interface, in English. One place, so that another language is one more table.
 *
 * @typedef {import("../schema.js").Entity} Entity
 */

/** @param {number} count @param {string} one @param {string} [many] */
const plural = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export const WORDS = {
  types: {
    PERSON: "Person",
    ORG: "Organisation",
    GPE: "Place",
    LOC: "Place",
    FAC: "Building or site",
    NORP: "Group",
    EVENT: "Event",
    PRODUCT: "Product",
    WORK_OF_ART: "Work",
    LAW: "Law",
    OTHER: "Programme or initiative",
  },
  legend: {
    person: "Person",
    organisation: "Organisation",
    place: "Place",
    group: "Group",
    thing: "Event, law, other",
    "quote-direct": "Word for word",
    "quote-indirect": "Reported",
  },
  layers: { names: "Names", quotes: "Quotes", dates: "Dates", captions: "Captions" },
  quoteKinds: { direct: "Direct quote", mixed: "Partly quoted", indirect: "Reported speech" },

  groups: { person: "People", organisation: "Organisations", place: "Places", group: "Groups", thing: "Events, laws, other" },
  tabs: "What was found",
  tab: { said: "Quotes", names: "Names", when: "Dates", pictures: "Pictures", display: "Marks" },
  panel: "Who said what",
  share: (/** @type {number} */ quotes, /** @type {number} */ percent) =>
    `${plural(quotes, "quote")}, ${percent}% of the quoted words`,
  filter: { label: "Kind of quote", all: "All", literal: "Word for word", reported: "Reported" },
  search: "Search the names",
  goToParagraph: "Go to its paragraph",
  stepping: "From mark to mark",
  pictureHere: "With this paragraph",

  toolbar: "Reading aids",
  summary: (/** @type {number} */ names, /** @type {number} */ quotes) =>
    `${plural(names, "name")}, ${plural(quotes, "quote")}`,
  nothing: "Nothing to show",
  notEnglish: "Names and quotes are not shown: this article is not in English.",
  previous: "Previous",
  next: "Next",
  position: (/** @type {number} */ at, /** @type {number} */ of) => (at ? `${at} of ${of}` : `${of} marked`),
  openCard: "open details",
  keys: "Keys: N and P or arrows to step, Enter for details, Escape to close",
  close: "Close",

  mentions: (/** @type {number} */ count) => plural(count, "mention"),
  mentionPosition: (/** @type {number} */ at, /** @type {number} */ of) => `Mention ${at} of ${of}`,
  previousMention: "Previous mention",
  nextMention: "Next mention",
  alsoCalled: "Also",
  said: { PERSON: "What they said", other: "What was said for it" },
  showAll: (/** @type {number} */ count) => `All ${count} quotes`,
  inQuoteOf: (/** @type {string} */ speaker) => `In a quote of ${speaker}`,
  inQuote: "In a quote",
  inPicture: "In the picture",
  lookUp: "Wikidata",

  unknownSpeaker: "Speaker not named",
  basis: {
    name: (/** @type {string} */ source) => `named as \u201c${source}\u201d`,
    pronoun: (/** @type {string} */ source, /** @type {string} */ name) => `by the pronoun \u201c${source}\u201d \u2192 ${name}`,
    nominal: (/** @type {string} */ source, /** @type {string} */ name) => `by \u201c${source}\u201d \u2192 ${name}`,
    implicit: "goes on from the quote before",
  },
  attributedTo: (/** @type {string} */ source) => `The article says \u201c${source}\u201d`,
  uncertain: "Uncertain",
  uncertainWhy: "The speaker was found with little confidence",

  picture: "Picture",
  shown: "Shown",
  photographer: "Photograph",
  agency: "Agency",
  taken: "Taken",
  filePhoto: "File photo",
  noCredit: "No credit given",
  goesWith: "Goes with",

  date: "Date",
  time: "Time",
  asWritten: (/** @type {string} */ text) => `\u201c${text}\u201d`,
  unknownDate: "Which day is meant cannot be told from the article",
};

/** @param {Entity["type"]} type */
export const typeName = (type) => WORDS.types[type] ?? WORDS.types.OTHER;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * A value of the schema in words: "2025-11-06" → "Thursday, November 6, 2025"; what it does not know stays as it is.
 *
 * @param {string} value
 * @returns {string}
 */
export function dateInWords(value) {
  if (value.includes("/")) return value.split("/").map(dateInWords).join(" \u2013 ");
  const [day, time] = value.split("T");
  const week = /^(\d{4})-W(\d{2})$/.exec(day);
  if (week) return `Week ${Number(week[2])} of ${week[1]}`;
  const month = /^(\d{4})-(\d{2})$/.exec(day);
  const match = DAY.exec(month ? `${day}-01` : day);
  if (!match) return value;
  const [, y, m, d] = match.map(Number);
  /** @type {Intl.DateTimeFormatOptions} */
  const format = month ? { year: "numeric", month: "long" } : { dateStyle: "full" };
  const words = new Intl.DateTimeFormat("en", { ...format, timeZone: "UTC" }).format(Date.UTC(y, m - 1, d));
  return time ? `${words}, ${time}` : words;
}

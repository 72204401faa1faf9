/**
 * What markup says about the parts of an article: which elements are blocks, which are no part of the story, and which
 * name a block's kind. Tables only; `Extractor` applies them.
 *
 * Classes are compared word by word: "article__related-links" is the words article, related, links. The words were
 * collected from the mark-up conventions of common publishing systems (WordPress, Arc, Drupal, schema.org, microformats).
 *
 * @typedef {import("../schema.js").BlockKind} BlockKind
 */

/** Elements that never hold a story's text: machinery, controls, embedded things, and the readings of ruby. */
export const SILENT_ELEMENTS = new Set(
  (
    "script style noscript template svg math canvas iframe object embed video audio map select option " +
    "textarea input button progress meter rt rp datalist head link meta " +
    "amp-ad amp-embed amp-sticky-ad amp-social-share amp-consent amp-sidebar amp-iframe amp-analytics"
  ).split(" "),
);

/** Elements that are no part of the story, unless most of it stands in them. */
const ASIDE_ELEMENTS = new Set("nav aside footer form dialog menu".split(" "));

/** Roles (WAI-ARIA) of what is no part of the story. */
const ASIDE_ROLES = new Set(
  "navigation complementary search form contentinfo banner toolbar menu dialog alertdialog alert status tablist button note doc-footnote doc-pullquote tooltip".split(
    " ",
  ),
);

/** An element whose class or id has one of these words is no part of the story. */
const ASIDE_WORDS = new Set(
  (
    "ad ads adslot advert advertisement advertising sponsor sponsored promo promos promotion outbrain taboola related recirc recirculation " +
    "recommended recommendations recommendation trending popular newsletter newsletters signup subscribe subscription share sharing social " +
    "sharedaddy sharebar comment comments disqus breadcrumb breadcrumbs toolbar cookie consent gdpr ccpa privacy pullquote kicker eyebrow " +
    "tags taglist topics skip sidebar footer modal popup pagination pager nav navigation menu " +
    "toc bio mostread masthead tweet instagram tiktok vjs videoplayer player"
  ).split(" "),
);

/** The same for two words side by side. */
const ASIDE_PAIRS = new Set(
  (
    "pull quote|read next|read also|also read|more from|more stories|more news|see also|most read|most popular|you may|may like|" +
    "next article|next story|next post|post navigation|correction form|inline link|sign up|about author|author box|author info|author description|" +
    "twitter tweet|latest news|top stories|story list|article list|editor picks|editors picks|further reading|up next|call to"
  ).split("|"),
);
/** Text for screen readers only, which nobody sees. */
export const UNSEEN_CLASSES = new Set(
  "sr-only visually-hidden visuallyhidden screen-reader-text screenreader offscreen u-hidden is-hidden".split(" "),
);

/** Elements that are blocks where there is no layout to ask (in Node, or in a document that is not shown). */
export const BLOCK_ELEMENTS = new Set(
  (
    "address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header " +
    "hgroup hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/** Elements that name the kind of the blocks in them. @type {Record<string, BlockKind>} */
export const KIND_OF_ELEMENT = {
  h1: "headline",
  h2: "subheading",
  h3: "subheading",
  h4: "subheading",
  h5: "subheading",
  h6: "subheading",
  p: "paragraph",
  li: "list-item",
  dd: "list-item",
  dt: "list-item",
  blockquote: "quotation",
  address: "byline",
};

/** Class words that name a kind; they win over the element. @type {Record<string, BlockKind>} */
export const KIND_OF_WORD = {
  headline: "headline",
  standfirst: "standfirst",
  dek: "standfirst",
  deck: "standfirst",
  subtitle: "standfirst",
  subhead: "standfirst",
  byline: "byline",
  bylines: "byline",
  author: "byline",
  authors: "byline",
  date: "date",
  pubdate: "date",
  timestamp: "date",
  caption: "caption",
  captions: "caption",
  endnote: "furniture",
  copyright: "furniture",
};

/** Kinds that are read above the body. @type {Set<BlockKind>} */
export const MARGIN_KINDS = new Set(/** @type {BlockKind[]} */ (["headline", "standfirst", "byline", "date", "caption"]));

/** schema.org properties that name a kind. @type {Record<string, BlockKind>} */
export const KIND_OF_PROPERTY = {
  headline: "headline",
  alternativeHeadline: "standfirst",
  description: "standfirst",
  author: "byline",
  datePublished: "date",
  dateModified: "date",
  caption: "caption",
};

/** Whether an element is probably no part of the story around it. @param {Element} element */
export function isAside(element) {
  if (ASIDE_ELEMENTS.has(element.localName)) return true;
  if (element.localName === "body" || element.localName === "html") return false;
  const role = element.getAttribute("role");
  if (role !== null && ASIDE_ROLES.has(role)) return true;
  // A picture's class speaks of how it is shown (slideshow modal, gallery player).
  if (element.localName === "figure" || element.localName === "figcaption") return false;
  const names = `${element.getAttribute("class") ?? ""} ${element.id}`;
  if (names === " ") return false;
  let aside = asideNames.get(names);
  if (aside === undefined) {
    const words = wordsOf(names);
    aside = words.some((word, i) => ASIDE_WORDS.has(word) || (i > 0 && ASIDE_PAIRS.has(`${words[i - 1]} ${word}`)));
    if (asideNames.size > MOST_NAMES) asideNames.clear();
    asideNames.set(names, aside);
  }
  return aside;
}

/** What has been found out about class attributes: a page says the same ones again and again. @type {Map<string, boolean>} */
const asideNames = new Map();
const MOST_NAMES = 4000;

/** The words of a class or id: "pb-f_ArticleBody--related" → pb, f, article, body, related. @param {string} name */
export function wordsOf(name) {
  return name
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
}

/**
 * What markup says about the parts of an article: which elements are blocks, which are no part of the story, and which
 * name a block's kind. Tables only; `Extractor` applies them.
 *
 * Classes are compared word by word: "article__related-links" is the words article, related, links. The words were
 * collected from the mark-up conventions of common publishing systems (WordPress, Arc, Drupal, schema.org, microformats).
 *
 * @typedef {import("../schema.js").BlockKind} BlockKind
 */

/** Elements whose text is never read: machinery, controls, embedded things, and the readings of ruby. */
export const UNREAD_ELEMENTS = new Set(
  (
    "script style noscript template svg math canvas iframe object embed video audio map select option " +
    "textarea input button form dialog progress meter nav aside footer rt rp datalist menu"
  ).split(" "),
);

/** Roles (WAI-ARIA) of what is no part of the story. */
export const UNREAD_ROLES = new Set(
  "navigation complementary search form contentinfo banner toolbar menu dialog alert status tablist button note doc-footnote doc-pullquote".split(
    " ",
  ),
);

/** An element whose class or id has one of these words is no part of the story. */
export const UNREAD_WORDS = new Set(
  (
    "ad ads adslot advert advertisement advertising sponsor sponsored promo promotion outbrain taboola related recirc " +
    "recommended recommendations trending newsletter signup subscribe share sharing social " +
    "sharedaddy comments disqus breadcrumb breadcrumbs toolbar cookie consent pullquote pull readmore kicker eyebrow " +
    "tags taglist topics correction-form skip"
  ).split(" "),
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
  figcaption: "caption",
  figure: "caption",
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
  endnote: "furniture",
  copyright: "furniture",
};

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

/** The words of a class or id: "pb-f_ArticleBody--related" → pb, f, article, body, related. @param {string} name */
export function wordsOf(name) {
  return name
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
}

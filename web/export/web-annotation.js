/**
 * Everything that was found as W3C Web Annotations (REC-annotation-model-20170223) in JSON-LD: the AnnotationCollection that the
 * command `newsgloss annotate --format w3c` writes (src/output/web_annotation.h has its table), member for member in its order.
 *
 *     motivation    target                    bodies
 *     identifying   an entity's mention       its type (tagging), its name, its Wikidata item (identifying; of a
 *                                           demonym its country's, linking)
 *     tagging       a date, an amount         its type (tagging), its value (describing)
 *     describing    what was said             its kind (tagging), its speakers (identifying), source and cue (describing)
 *     describing    a picture's credit        photographer, agency (describing)
 *     linking       a caption                 the paragraph it belongs to
 *
 * The source is the page's address without its fragment, or a URN of the article's id. Linear in text and annotations.
 *
 * @typedef {import("../schema.js").Annotations} Annotations
 * @typedef {import("../schema.js").Span} Span
 */

import { textOf } from "../ui/wording.js";
import { JoinedText } from "./joined-text.js";

/** Code points of prefix and suffix. */
const CONTEXT = 32;
const WIKIDATA = "http://www.wikidata.org/entity/";

/**
 * The IRI that stands for the article.
 *
 * @param {string | null} id
 * @param {string} url
 */
export function articleIri(id, url) {
  const page = url.split("#")[0];
  // A URL's own signs stay (RFC 3986); the fragment is cut off, since ours takes its place.
  if (/^https?:\/\//.test(page)) return percentEncoded(page, /[A-Za-z0-9\-._~:/?[\]@!$&'()*+,;=%]/);
  return `urn:newsgloss:${id ? percentEncoded(id, /[A-Za-z0-9\-._~]/) : "article"}`;
}

/** @param {string} text @param {RegExp} plain  signs that stay */
function percentEncoded(text, plain) {
  const encoder = new TextEncoder();
  /** @param {string} sign */
  const encoded = (sign) => [...encoder.encode(sign)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
  return [...text].map((sign) => (plain.test(sign) ? sign : encoded(sign))).join("");
}

/** @param {Annotations} annotations @param {string} url  of the page; may be empty */
export function toWebAnnotation(annotations, url) {
  const source = articleIri(annotations.id, url);
  const items = itemsOf(annotations, source).map((item, index) => ({ id: `${source}#annotation-${index + 1}`, type: "Annotation", ...item }));
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `${source}#newsgloss`,
    type: "AnnotationCollection",
    label: "Newsgloss annotations",
    total: items.length,
    first: { id: `${source}#newsgloss-page`, type: "AnnotationPage", startIndex: 0, items },
  };
}

/**
 * @typedef {{ motivation: string, body: object[], target: object | object[] }} Item
 * @param {Annotations} annotations
 * @param {string} source
 * @returns {Item[]}
 */
function itemsOf(annotations, source) {
  const joined = new JoinedText(annotations.blocks);
  const names = new Map(annotations.entities.map(({ id, name }) => [id, name]));
  /** @param {string} purpose @param {string} value */
  const textual = (purpose, value) => ({ type: "TextualBody", purpose, value });
  /** The bodies of one entity have one IRI wherever it is meant. @param {number} id */
  const entityBody = (id) => ({ id: `${source}#entity-${id}`, ...textual("identifying", names.get(id) ?? "") });
  /** Two selectors that mean the same words. @param {number} block @param {Span} span */
  const resource = (block, span) => {
    const units = joined.units(block, span);
    return {
      source,
      selector: [
        { type: "TextQuoteSelector", exact: joined.text.slice(units.start, units.end), ...joined.around(units, CONTEXT) },
        { type: "TextPositionSelector", ...joined.codePoints(units) },
      ],
    };
  };

  /** @param {number} block @param {Span} span */
  const target = (block, span) => ({ type: "SpecificResource", ...resource(block, span) });

  const mentions = annotations.entities.flatMap(({ id, type, link, mentions }) =>
    mentions.map((mention) => ({
      motivation: "identifying",
      body: [
        textual("tagging", type),
        entityBody(id),
        ...(link?.wikidata ? [{ type: "SpecificResource", purpose: type === "NORP" ? "linking" : "identifying", source: `${WIKIDATA}${link.wikidata}` }] : []),
      ],
      target: target(mention.block, mention),
    })),
  );
  const values = annotations.values.map((value) => ({
    motivation: "tagging",
    body: [textual("tagging", value.type), ...(value.value ? [textual("describing", value.value)] : [])],
    target: target(value.block, value),
  }));
  const quotes = annotations.quotes.map((quote) => ({
    motivation: "describing",
    body: [
      textual("tagging", `${quote.kind} quotation`),
      ...quote.speakers.map(entityBody),
      ...(quote.source ? [textual("describing", `source: ${textOf(annotations, quote.source)}`)] : []),
      ...(quote.cue ? [textual("describing", `cue: ${textOf(annotations, quote.cue)}`)] : []),
    ],
    target: quote.content.map((part) => target(part.block, part)), // the parts of a split quote
  }));
  const captions = annotations.captions.flatMap(({ block, description, credit, paragraphs }) => [
    ...(credit
      ? [
          {
            motivation: "describing",
            body: [
              textual("tagging", "credit"),
              ...(credit.photographer ? [textual("describing", `photographer: ${credit.photographer}`)] : []),
              ...(credit.agency ? [textual("describing", `agency: ${credit.agency}`)] : []),
            ],
            target: target(block, credit),
          },
        ]
      : []),
    ...paragraphs.map((paragraph) => ({
      motivation: "linking",
      body: [{ type: "SpecificResource", purpose: "linking", ...resource(paragraph.block, { start: 0, end: annotations.blocks[paragraph.block].text.length }) }],
      target: target(block, description),
    })),
  ]);
  return [...mentions, ...values, ...quotes, ...captions];
}

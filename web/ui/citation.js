/**
 * A quote to be pasted elsewhere: its words, whose they are, and a link that opens the article where they stand.
 *
 *     “We share one lake.”
 *     — Beatrice Nalwoga, chairperson of the committee
 *     Lake Victoria forum closes in Kisumu, https://…/forum#:~:text=We%20share%20one%20lake
 *
 * The link has a text fragment (https://wicg.github.io/scroll-to-text-fragment/): the quote's words, or its first and last
 * ones where it is long or in several pieces, with the words around it where they stand in the article more than once. A
 * browser that does not know such fragments opens the article at its top.
 *
 * @typedef {import("../schema.js").Annotations} Annotations
 * @typedef {import("../schema.js").BlockSpan} BlockSpan
 * @typedef {import("../schema.js").Quote} Quote
 */


/** Longer than this (in characters), a quote is named by its ends. */
const WHOLE = 120;
const END_WORDS = 4;
const AROUND_WORDS = 3;

/**
 * @param {Quote} quote
 * @param {Annotations} annotations
 * @param {{ title: string, url: string }} page
 * @param {import("./messages.js").Messages} messages
 */
export function citationOf(quote, annotations, page, messages) {
  const { article, blocks, entities } = annotations;
  const words = quote.content.map((span) => textOf(blocks, span)).join(" \u2026 ");
  const speakers = entities.filter(({ id }) => quote.speakers.includes(id));
  const by = speakers.map(({ name, role }) => [name, speakers.length === 1 && role].filter(Boolean).join(", ")).join("; ");
  const headline = (article.headline !== null && blocks[article.headline]?.text) || page.title;
  const url = `${page.url.split("#")[0]}#:~:text=${textDirective(quote.content, blocks)}`;
  const kind = quote.kind === "indirect" ? ` (${messages.text("quote.indirect").toLowerCase()})` : "";
  return [words, `\u2014 ${by || messages.text("unknownSpeaker")}${kind}`, headline ? `${headline}, ${url}` : url].join("\n");
}

/** @param {readonly BlockSpan[]} spans  in order @param {Annotations["blocks"]} blocks */
export function textDirective(spans, blocks) {
  const [first, last] = [spans[0], spans[spans.length - 1]];
  const start = bare(textOf(blocks, first));
  if (spans.length > 1 || start.length > WHOLE) {
    const end = bare(textOf(blocks, last)).split(" ").slice(-END_WORDS).join(" ");
    return `${encode(start.split(" ").slice(0, END_WORDS).join(" "))},${encode(end)}`;
  }
  const seen = blocks.reduce((sum, { text }) => sum + collapsed(text).toLowerCase().split(start.toLowerCase()).length - 1, 0);
  if (seen < 2) return encode(start);
  const { text } = blocks[first.block];
  const before = bare(text.slice(0, first.start)).split(" ").slice(-AROUND_WORDS).join(" ");
  const after = bare(text.slice(last.end)).split(" ").slice(0, AROUND_WORDS).join(" ");
  return `${before && `${encode(before)}-,`}${encode(start)}${after && `,-${encode(after)}`}`;
}

/** @param {Annotations["blocks"]} blocks @param {BlockSpan} span */
function textOf(blocks, { block, start, end }) {
  return collapsed(blocks[block].text.slice(start, end));
}

/** @param {string} text */
const collapsed = (text) => text.replace(/\s+/g, " ").trim();

/** Fragments match whole words; marks at the ends are left out. @param {string} text */
const bare = (text) => collapsed(text).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

/** A hyphen would end a prefix or begin a suffix. @param {string} text */
const encode = (text) => encodeURIComponent(text).replace(/-/g, "%2D");

/**
 * Onto the clipboard; by a selection of our own where the clipboard is refused (not a secure context, a permissions policy).
 *
 * @param {string} text
 * @param {Node} parent  takes an element for a moment
 * @returns {Promise<boolean>}
 */
export async function copy(text, parent) {
  const document = /** @type {Document} */ (parent.ownerDocument);
  try {
    await /** @type {Window} */ (document.defaultView).navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "status";
    area.readOnly = true;
    const focused = /** @type {HTMLElement | null} */ (/** @type {ShadowRoot} */ (parent).activeElement);
    parent.appendChild(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    focused?.focus({ preventScroll: true });
    return done;
  }
}

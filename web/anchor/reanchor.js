/**
 * Annotations and page brought together: the annotations' blocks become the page's.
 *
 * Annotations made of this very page (the common case) come back as they are. For those made before, at publish time, what
 * stands in a block whose text is the same moves with it; what stands in a changed block is looked for by its words
 * (find-quote.js), there and in the page's other changed blocks; what is not found for certain is left out. A quote goes
 * with any of its parts, and with its source: if "said Mr A" now reads "said Ms B", nobody is shown as its speaker.
 *
 * @typedef {import("../schema.js").Annotations} Annotations
 * @typedef {import("../schema.js").Block} Block
 * @typedef {import("../schema.js").BlockSpan} BlockSpan
 */

import { findQuote, folded } from "./find-quote.js";
import { matchBlocks } from "./match-blocks.js";

/** With more changed text than this (in UTF-16 code units), a span is looked for only in what its block has become. */
const MUCH = 60_000;

/**
 * @param {Annotations} annotations
 * @param {readonly Block[]} blocks  of the page
 * @returns {Annotations}
 */
export function reanchor(annotations, blocks) {
  const same =
    annotations.blocks.length === blocks.length &&
    annotations.blocks.every((block, index) => block.text === blocks[index].text);
  if (same) return annotations;

  const matches = matchBlocks(
    annotations.blocks.map(({ text }) => text),
    blocks.map(({ text }) => text),
  );
  const unchanged = new Set(matches.filter((match) => match.same).map(({ block }) => block));
  const changed = blocks.flatMap(({ text }, block) => (unchanged.has(block) ? [] : [{ block, text: folded(text) }]));
  const much = changed.reduce((sum, { text }) => sum + text.length, 0) > MUCH;
  const old = annotations.blocks.map(({ text }, index) => (matches[index]?.same ? "" : folded(text)));

  /** Where the span is now, or null. @template {BlockSpan} Spanned @param {Spanned} span @returns {Spanned | null} */
  const moved = (span) => {
    const match = matches[span.block];
    if (!match) return null;
    if (match.same) return { ...span, block: match.block };
    const candidates = changed.map((candidate) => ({ ...candidate, likely: candidate.block === match.block }));
    const place = findQuote(old[span.block], span, much ? candidates.filter(({ likely }) => likely) : candidates);
    return place && { ...span, ...place };
  };
  /** @template {BlockSpan} Spanned @param {readonly Spanned[]} spans */
  const allMoved = (spans) => spans.map(moved).filter((span) => span !== null);
  /** @param {number | null} block */
  const blockNow = (block) => (block === null ? -1 : (matches[block]?.block ?? -1));

  const entities = annotations.entities
    .map((entity) => ({ ...entity, mentions: allMoved(entity.mentions).sort(byPlace) }))
    .filter((entity) => entity.mentions.length > 0);
  const known = new Set(entities.map(({ id }) => id));
  return {
    ...annotations,
    article: { ...annotations.article, headline: blockNow(annotations.article.headline) < 0 ? null : blockNow(annotations.article.headline) },
    blocks: blocks.map(({ kind, text }) => ({ kind: kind ?? "paragraph", text })),
    entities,
    values: allMoved(annotations.values).sort(byPlace),
    quotes: annotations.quotes.flatMap((quote) => {
      const content = allMoved(quote.content);
      const source = quote.source && moved(quote.source);
      if (content.length < quote.content.length || (quote.source && !source)) return [];
      return [{ ...quote, content, source, cue: quote.cue && moved(quote.cue), speakers: quote.speakers.filter((id) => known.has(id)) }];
    }),
    captions: annotations.captions.flatMap((caption) => {
      const block = blockNow(caption.block);
      const within = (/** @type {import("../schema.js").Span} */ { start, end }) => {
        const place = moved({ block: caption.block, start, end });
        return place?.block === block ? { start: place.start, end: place.end } : null;
      };
      const description = block < 0 ? null : within(caption.description);
      const credit = caption.credit && within(caption.credit);
      if (!description || (caption.credit && !credit)) return [];
      return [
        {
          ...caption,
          block,
          description,
          credit: caption.credit && { ...caption.credit, ...credit },
          entities: caption.entities.filter((id) => known.has(id)),
          positions: caption.positions.filter(({ entity }) => known.has(entity)),
          paragraphs: caption.paragraphs.flatMap((one) => (blockNow(one.block) < 0 ? [] : [{ ...one, block: blockNow(one.block) }])),
        },
      ];
    }),
  };
}

/** @param {BlockSpan} a @param {BlockSpan} b */
function byPlace(a, b) {
  return a.block - b.block || a.start - b.start || b.end - a.end;
}

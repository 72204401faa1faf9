/**
 * Annotations and page brought together: the annotations' blocks become the page's, by equal text, in order.
 *
 * Annotations that were made of this very page (the common case) have the same blocks and come back as they are. For those
 * made before, at publish time, a block whose text is not found any more is left alone: what lies in it goes.
 *
 * @typedef {import("../schema.js").Annotations} Annotations
 * @typedef {import("../schema.js").Block} Block
 * @typedef {import("../schema.js").BlockSpan} BlockSpan
 */

/**
 * @param {Annotations} annotations
 * @param {readonly Block[]} blocks  of the page
 * @returns {Annotations}
 */
export function alignBlocks(annotations, blocks) {
  const same =
    annotations.blocks.length === blocks.length &&
    annotations.blocks.every((block, index) => block.text === blocks[index].text);
  if (same) return annotations;

  const target = placesOf(annotations.blocks, blocks);
  const kept = (/** @type {{ block: number }} */ span) => target[span.block] >= 0;
  /** @template {{ block: number }} Spanned @param {Spanned} span @returns {Spanned} */
  const moved = (span) => ({ ...span, block: target[span.block] });
  /** @param {BlockSpan | null} span */
  const movedOrNull = (span) => (span && kept(span) ? moved(span) : null);
  /** @param {number | null} block */
  const movedBlock = (block) => (block === null || target[block] < 0 ? null : target[block]);
  return {
    ...annotations,
    article: { ...annotations.article, headline: movedBlock(annotations.article.headline) },
    blocks: blocks.map(({ kind, text }) => ({ kind: kind ?? "paragraph", text })),
    entities: annotations.entities
      .map((entity) => ({ ...entity, mentions: entity.mentions.filter(kept).map(moved) }))
      .filter((entity) => entity.mentions.length > 0),
    values: annotations.values.filter(kept).map(moved),
    quotes: annotations.quotes
      .filter((quote) => quote.content.every(kept))
      .map((quote) => ({
        ...quote,
        content: quote.content.map(moved),
        cue: movedOrNull(quote.cue),
        source: movedOrNull(quote.source),
      })),
    captions: annotations.captions
      .filter(kept)
      .map((caption) => ({ ...moved(caption), paragraphs: caption.paragraphs.filter(kept).map(moved) })),
  };
}

/** For each of `from` the index in `to` of the next block of the same text, or -1. @param {readonly Block[]} from @param {readonly Block[]} to */
function placesOf(from, to) {
  /** @type {Map<string, number[]>} */
  const places = new Map();
  to.forEach((block, index) => {
    const found = places.get(block.text);
    if (found) found.push(index);
    else places.set(block.text, [index]);
  });
  return from.map((block) => places.get(block.text)?.shift() ?? -1);
}

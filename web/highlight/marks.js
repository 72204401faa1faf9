/**
 * Marks: the places of an article that can be painted and looked up, from its annotations.
 *
 * A mark is a span in a block, the layer and the style it is painted in, and its subject: the mention, quote, value or
 * caption that it stands for. Marks may nest (a name in a quote) but are few at any place. They are ordered by place, the
 * longer first, so that stepping through them reads like the article.
 *
 * @typedef {import("../schema.js").Annotations} Annotations
 * @typedef {import("../schema.js").BlockSpan} BlockSpan
 * @typedef {"names" | "quotes" | "dates" | "captions"} Layer
 * @typedef {import("./palette.js").StyleName} StyleName
 *
 * @typedef {{ kind: "entity", entity: import("../schema.js").Entity, mention: import("../schema.js").Mention } |
 *           { kind: "quote", quote: import("../schema.js").Quote } |
 *           { kind: "value", value: import("../schema.js").Value } |
 *           { kind: "caption", caption: import("../schema.js").Caption }} Subject
 *
 * @typedef {BlockSpan & { layer: Layer, style: StyleName, subject: Subject }} Mark
 */

/** @type {readonly Layer[]} */
export const LAYERS = ["names", "quotes", "dates", "captions"];

/** @type {Record<import("../schema.js").EntityType, StyleName>} */
export const STYLE_OF_TYPE = {
  PERSON: "person",
  ORG: "organisation",
  GPE: "place",
  LOC: "place",
  FAC: "place",
  NORP: "group",
  EVENT: "thing",
  PRODUCT: "thing",
  WORK_OF_ART: "thing",
  LAW: "thing",
  OTHER: "thing",
};

/** @type {Record<import("../schema.js").Quote["kind"], StyleName>} */
const STYLE_OF_QUOTE = { direct: "quote-direct", mixed: "quote-mixed", indirect: "quote-indirect" };

/**
 * @param {Annotations} annotations
 * @param {{ types?: readonly string[] | null }} [options]  the entity types to mark; all when left out
 * @returns {Mark[]}
 */
export function marksOf(annotations, { types } = {}) {
  /** @type {Mark[]} */
  const marks = [];
  for (const entity of annotations.entities) {
    if (types && !types.includes(entity.type)) continue;
    for (const mention of entity.mentions) {
      // Pronouns and "the minister" show when their entity is looked at; marking each would be noise.
      if (mention.form === "pronoun" || mention.form === "nominal") continue;
      const subject = /** @type {Subject} */ ({ kind: "entity", entity, mention });
      marks.push({ ...spanOf(mention), layer: "names", style: STYLE_OF_TYPE[entity.type] ?? "thing", subject });
    }
  }
  for (const quote of annotations.quotes) {
    for (const span of quote.content) {
      marks.push({ ...spanOf(span), layer: "quotes", style: STYLE_OF_QUOTE[quote.kind], subject: { kind: "quote", quote } });
    }
  }
  for (const value of annotations.values) {
    if (value.type !== "DATE" && value.type !== "TIME") continue;
    marks.push({ ...spanOf(value), layer: "dates", style: "date", subject: { kind: "value", value } });
  }
  for (const caption of annotations.captions) {
    const { block, description, credit } = caption;
    const subject = /** @type {Subject} */ ({ kind: "caption", caption });
    if (description.end > description.start) {
      marks.push({ block, start: description.start, end: description.end, layer: "captions", style: "caption", subject });
    }
    if (credit) marks.push({ block, start: credit.start, end: credit.end, layer: "captions", style: "credit", subject });
  }
  return marks.sort(byPlace);
}

/** @param {BlockSpan} span @returns {BlockSpan} */
function spanOf({ block, start, end }) {
  return { block, start, end };
}

/** @param {BlockSpan} a @param {BlockSpan} b */
function byPlace(a, b) {
  return a.block - b.block || a.start - b.start || b.end - a.end;
}

/**
 * Looks up the marks over a place: a binary search, then a walk back over the marks that can still reach it.
 */
export class MarkIndex {
  /** @type {Mark[][]} */
  #blocks = [];
  /** For each mark the furthest end of those up to it. @type {number[][]} */
  #reach = [];

  /** @param {readonly Mark[]} marks  ordered */
  constructor(marks) {
    for (const mark of marks) {
      const inBlock = (this.#blocks[mark.block] ??= []);
      const reach = (this.#reach[mark.block] ??= []);
      reach.push(Math.max(reach.at(-1) ?? 0, mark.end));
      inBlock.push(mark);
    }
  }

  /**
   * @param {number} block
   * @param {number} offset
   * @returns {Mark[]} those over the character at `offset`, the shortest first
   */
  at(block, offset) {
    const marks = this.#blocks[block] ?? [];
    let low = 0;
    let high = marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (marks[middle].start <= offset) low = middle + 1;
      else high = middle;
    }
    /** @type {Mark[]} */
    const found = [];
    for (let i = low - 1; i >= 0 && this.#reach[block][i] > offset; i -= 1) {
      if (marks[i].end > offset) found.push(marks[i]);
    }
    return found.sort((a, b) => a.end - a.start - (b.end - b.start));
  }
}

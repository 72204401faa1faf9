/**
 * Target: something in an article that one can go to, named so that it can be posted to another document (plain JSON) and
 * found in the same annotations there.
 *
 *     { kind: "entity", id: 3, mention: 0 }      { kind: "quote", id: 4 }      { kind: "value", block: 2, start: 187, end: 194 }
 *     { kind: "caption", block: 2 }              { kind: "block", block: 3 }
 *
 * @typedef {import("../schema.js").Annotations} Annotations
 * @typedef {import("../highlight/marks.js").Subject} Subject
 * @typedef {{ kind: "entity", id: number, mention?: number } | { kind: "quote", id: number } |
 *           { kind: "value", block: number, start: number, end: number } | { kind: "caption", block: number } |
 *           { kind: "block", block: number }} Target
 */

/** @param {Subject} subject @returns {Target} */
export function targetOf(subject) {
  switch (subject.kind) {
    case "entity":
      return { kind: "entity", id: subject.entity.id, mention: Math.max(subject.entity.mentions.indexOf(subject.mention), 0) };
    case "quote":
      return { kind: "quote", id: subject.quote.id };
    case "value": {
      const { block, start, end } = subject.value;
      return { kind: "value", block, start, end };
    }
    case "caption":
      return { kind: "caption", block: subject.caption.block };
  }
}

/**
 * What of the annotations a target names: an entity, quote, value or caption; null where they have none, and for a block.
 *
 * @param {Target} target
 * @param {Annotations} annotations
 */
export function foundBy(target, { entities, quotes, values, captions }) {
  switch (target.kind) {
    case "entity":
      return entities.find(({ id }) => id === target.id) ?? null;
    case "quote":
      return quotes.find(({ id }) => id === target.id) ?? null;
    case "value":
      return values.find(({ block, start, end }) => block === target.block && start === target.start && end === target.end) ?? null;
    case "caption":
      return captions.find(({ block }) => block === target.block) ?? null;
    default:
      return null;
  }
}

/**
 * The schema `newsgloss/1` as types: what the engine is given, and what it says. Nothing runs here.
 *
 * All offsets are UTF-16 code units in the text of a block, end-exclusive: what `text.slice(start, end)` takes.
 *
 * @typedef {"headline" | "standfirst" | "byline" | "dateline" | "date" | "subheading" | "paragraph" | "quotation" |
 *           "list-item" | "caption" | "credit" | "furniture"} BlockKind
 *
 * @typedef {object} Block
 * @property {BlockKind | null} [kind]  left out: the engine decides it from the text
 * @property {string} text
 *
 * @typedef {object} Article  the engine's input
 * @property {string | null} [id]
 * @property {string | null} [url]
 * @property {string | null} [lang]
 * @property {string | null} [published]  YYYY-MM-DD; relative dates count from it
 * @property {Block[]} blocks
 *
 * @typedef {"PERSON" | "ORG" | "GPE" | "LOC" | "FAC" | "NORP" | "EVENT" | "PRODUCT" | "WORK_OF_ART" | "LAW" |
 *           "OTHER"} EntityType
 * @typedef {"DATE" | "TIME" | "MONEY" | "PERCENT" | "QUANTITY" | "ORDINAL" | "CARDINAL"} ValueType
 *
 * @typedef {{ start: number, end: number }} Span  in a block that is known
 * @typedef {{ block: number, start: number, end: number }} BlockSpan
 * @typedef {BlockSpan & { form: "name" | "acronym" | "nominal" | "pronoun", score: number }} Mention
 *
 * @typedef {object} Entity
 * @property {number} id
 * @property {EntityType} type
 * @property {string} name
 * @property {string[]} aliases
 * @property {string | null} role  verbatim from the article
 * @property {"female" | "male" | "unknown"} gender
 * @property {{ iso3166?: string, wikidata?: string } | null} link
 * @property {Mention[]} mentions  by place
 *
 * @typedef {BlockSpan & { type: ValueType, value: string | null }} Value
 *
 * @typedef {object} Quote
 * @property {number} id
 * @property {"direct" | "indirect" | "mixed"} kind
 * @property {BlockSpan[]} content
 * @property {BlockSpan | null} cue
 * @property {BlockSpan | null} source
 * @property {number[]} speakers  entity ids; empty where the article does not name them
 * @property {"name" | "pronoun" | "nominal" | "implicit"} basis
 * @property {number} score
 *
 * @typedef {Span & { photographer: string | null, agency: string | null }} Credit
 *
 * @typedef {object} Caption
 * @property {number} block
 * @property {Span} description
 * @property {Credit | null} credit
 * @property {number[]} entities
 * @property {{ entity: number, text: string }[]} positions
 * @property {{ block: number, score: number }[]} paragraphs  best first
 * @property {string | null} date
 * @property {boolean} filePhoto
 *
 * @typedef {object} Annotations  the engine's output
 * @property {"newsgloss/1"} schema
 * @property {string | null} id
 * @property {{ headline: number | null, authors: string[], published: string | null, dateline: object | string | null,
 *              lang: string | null }} article
 * @property {Required<Block>[]} blocks
 * @property {Entity[]} entities
 * @property {Value[]} values
 * @property {Quote[]} quotes
 * @property {Caption[]} captions
 */

export {};

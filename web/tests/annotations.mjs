// Annotations of a tiny article, as the engine would write them.

const BLOCKS = /** @type {const} */ ([
  ["headline", "Lagos votes"],
  ["paragraph", "Amara Okafor said \u201cWe waited in Lagos all\u201d on Tuesday."],
  ["paragraph", "She added that the count was fair."],
  ["caption", "Lagos at night. JOY AUMA"],
]);

/** @type {import("../schema.js").Annotations} */
export const annotations = {
  schema: "newsgloss/1",
  id: "lagos",
  article: { headline: 0, authors: [], published: "2025-11-06", dateline: null, lang: "en" },
  blocks: BLOCKS.map(([kind, text]) => ({ kind, text })),
  entities: [
    {
      id: 0,
      type: "GPE",
      name: "Lagos",
      aliases: [],
      role: null,
      gender: "unknown",
      link: { wikidata: "Q8673" },
      mentions: [
        { block: 0, start: 0, end: 5, form: "name", score: 1 },
        { block: 1, start: 32, end: 37, form: "name", score: 1 },
        { block: 3, start: 0, end: 5, form: "name", score: 1 },
      ],
    },
    {
      id: 1,
      type: "PERSON",
      name: "Amara Okafor",
      aliases: [],
      role: "voter",
      gender: "female",
      link: null,
      mentions: [
        { block: 1, start: 0, end: 12, form: "name", score: 1 },
        { block: 2, start: 0, end: 3, form: "pronoun", score: 1 },
      ],
    },
  ],
  values: [
    { type: "DATE", block: 1, start: 46, end: 53, value: "2025-11-04" },
    { type: "CARDINAL", block: 1, start: 1, end: 2, value: "1" },
  ],
  quotes: [
    {
      id: 0,
      kind: "direct",
      content: [{ block: 1, start: 18, end: 42 }],
      cue: { block: 1, start: 13, end: 17 },
      source: { block: 1, start: 0, end: 12 },
      speakers: [1],
      basis: "name",
      score: 1,
    },
    {
      id: 1,
      kind: "indirect",
      content: [{ block: 2, start: 15, end: 33 }],
      cue: null,
      source: { block: 2, start: 0, end: 3 },
      speakers: [1],
      basis: "pronoun",
      score: 0.5,
    },
  ],
  captions: [
    {
      block: 3,
      description: { start: 0, end: 15 },
      credit: { start: 16, end: 24, photographer: "JOY AUMA", agency: null },
      entities: [0],
      positions: [{ entity: 0, text: "left" }],
      paragraphs: [{ block: 1, score: 0.7 }],
      date: null,
      filePhoto: false,
    },
  ],
};

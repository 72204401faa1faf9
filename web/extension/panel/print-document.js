/**
 * The print list: who said what, then the names, of one article, as a document of its own with nothing to press in it.
 *
 * @typedef {import("../../schema.js").Annotations} Annotations
 * @typedef {import("../../export/formats.js").PageFacts} PageFacts
 * @typedef {import("../../ui/messages.js").Messages} Messages
 */

import { addressOf, headlineOf, oneLine, statementsOf } from "../../export/statements.js";
import { STYLE_OF_TYPE } from "../../highlight/marks.js";
import { h } from "../../ui/dom.js";

const GROUPS = /** @type {const} */ (["person", "organisation", "place", "group", "thing"]);

/** @param {Annotations} annotations @param {PageFacts} page @param {Messages} messages @param {string} madeBy */
export function printDocument(annotations, page, messages, madeBy) {
  const { published, authors } = annotations.article;
  const facts = [authors.map(oneLine).join(", "), published && messages.date(published)].filter(Boolean).join(" \u00b7 ");
  const address = addressOf(page);
  return h(
    "article",
    {},
    h("h1", { dir: "auto" }, headlineOf(annotations, page)),
    facts && h("p", { class: "facts" }, facts),
    address && h("p", { class: "facts address", dir: "ltr" }, address),
    ...said(annotations, messages),
    ...names(annotations, messages),
    h("p", { class: "made-by" }, madeBy),
  );
}

/** @param {Annotations} annotations @param {Messages} messages */
function said(annotations, messages) {
  const voices = statementsOf(annotations, messages);
  if (voices.length === 0) return [];
  return [
    h("h2", {}, messages.text("tab.said")),
    ...voices.map(({ name, named, role, statements }) =>
      h(
        "section",
        { class: "voice" },
        h("h3", { class: named ? "" : "unnamed", dir: "auto" }, name),
        role && h("p", { class: "role", dir: "auto" }, role),
        ...statements.map(({ words, note, quote }) => h("blockquote", { class: quote.kind, dir: "auto" }, words, note && h("span", { class: "note" }, ` (${note})`))),
      ),
    ),
  ];
}

/** Those that the article names, the most mentioned first. @param {Annotations} annotations @param {Messages} messages */
function names({ entities }, messages) {
  return GROUPS.flatMap((group) => {
    const named = entities
      .filter(({ type, mentions }) => STYLE_OF_TYPE[type] === group && mentions.some(({ form }) => form === "name" || form === "acronym"))
      .sort((a, b) => b.mentions.length - a.mentions.length);
    if (named.length === 0) return [];
    return [
      h("h2", {}, messages.one("group", group)),
      h("ul", { class: group }, ...named.map(({ name, role }) => h("li", { dir: "auto" }, h("b", {}, oneLine(name)), role && `, ${oneLine(role)}`))),
    ];
  });
}

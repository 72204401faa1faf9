/**
 * Who said what as Markdown (CommonMark 0.31, and GitHub's extensions to it): a heading, a link to the page, and for each
 * voice its statements as block quotes.
 *
 * The article's words are text, whatever they hold: every sign that could begin mark-up is escaped, so that a name cannot become
 * a link, an image, HTML or a heading.
 */

import { addressOf, headlineOf, statementsOf } from "./statements.js";

/** Signs that mean something anywhere in a line: emphasis, code, links, HTML, entities, tables, strike-through, formulas, handles. */
const ANYWHERE = /[\\`*_[\]<>#|~&$@^]/g;
/** Those that begin a list, a heading's underline, a thematic break or a fence. */
const AT_START = /^([-+=:])/;
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/;
/** What GitHub makes links of without being asked. */
const AUTOLINK = /(:)(?=\/\/)|(?<=\bwww)(\.)|(?<=\b(?:mailto|xmpp))(:)/gi;

/** Text as Markdown that shows it as it is. @param {string} text  one line */
export function escaped(text) {
  return text.replace(ANYWHERE, "\\$&").replace(AUTOLINK, "\\$&").replace(AT_START, "\\$1").replace(NUMBERED, "$1\\$2");
}

/** @type {import("./formats.js").Format["write"]} */
export function toMarkdown(annotations, page, messages) {
  const headline = escaped(headlineOf(annotations, page));
  const address = addressOf(page);
  const { published } = annotations.article;
  const source = [published && escaped(messages.date(published)), address && `<${inAngles(address)}>`].filter(Boolean).join(" \u00b7 ");
  const parts = [headline && `# ${headline}`, source];
  for (const { name, named, role, statements } of statementsOf(annotations, messages)) {
    parts.push(`## ${named ? escaped(name) : `*${escaped(name)}*`}`, escaped(role));
    for (const { words, note } of statements) parts.push(note ? `> ${escaped(words)}\n>\n> *${escaped(note)}*` : `> ${escaped(words)}`);
  }
  if (annotations.quotes.length === 0) parts.push(escaped(messages.text("nothing")));
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** An address between < and >: neither sign may stand in it, nor white space. @param {string} address */
function inAngles(address) {
  return address.replace(/[<>\s\\]/g, encodeURIComponent);
}

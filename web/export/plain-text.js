/**
 * Who said what as plain text, for a message or a note.
 *
 *     Lake Victoria forum closes in Kisumu
 *     https://example.org/forum
 *
 *     Peter Rono, Kenyan Environment Secretary
 *     - the lake commission had grown into "an indispensable meeting place" (partly quoted)
 *
 *     Speaker not named
 *     - ...
 *
 * Each of the article's words stands on a line of ours: its line breaks and marks of direction are taken out.
 */

import { addressOf, headlineOf, statementsOf } from "./statements.js";

/** @type {import("./formats.js").Format["write"]} */
export function toPlainText(annotations, page, messages) {
  const { published } = annotations.article;
  const head = [headlineOf(annotations, page), published && messages.date(published), addressOf(page)].filter(Boolean).join("\n");
  const voices = statementsOf(annotations, messages).map(({ name, role, statements }) =>
    [role ? `${name}, ${role}` : name, ...statements.map(({ words, note }) => (note ? `- ${words} (${note})` : `- ${words}`))].join("\n"),
  );
  return `${[head, ...(voices.length > 0 ? voices : [messages.text("nothing")])].filter(Boolean).join("\n\n")}\n`;
}

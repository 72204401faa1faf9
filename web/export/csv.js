/**
 * Who said what as comma-separated values (RFC 4180), a row a statement: the table that the command `newsgloss annotate --format
 * csv` writes, byte for byte, but that an article without an id goes by its page's address.
 *
 * Cells with a comma, a quote mark or a line break stand in quote marks; rows end with CR LF. A cell that a spreadsheet would take
 * for a formula (see FORMULA) gets an apostrophe before it, since the article's words are
 * not to be run (OWASP, "CSV Injection").
 */

import { entitiesOf, quoteText, textOf } from "../ui/wording.js";
import { addressOf } from "./statements.js";

const COLUMNS = ["article", "published", "block", "kind", "speaker", "role", "gender", "basis", "source", "cue", "content", "score"];

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** @param {string} text */
export function cell(text) {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @type {import("./formats.js").Format["write"]} */
export function toCsv(annotations, page) {
  const article = annotations.id || addressOf(page);
  const rows = annotations.quotes.map((quote) => {
    const speakers = entitiesOf(annotations, quote.speakers);
    return [
      article,
      annotations.article.published ?? "",
      String(quote.content.at(0)?.block ?? ""),
      quote.kind,
      joined(speakers.map(({ name }) => name)),
      joined(speakers.map(({ role }) => role ?? "")),
      joined(speakers.map(({ gender }) => gender)),
      quote.basis,
      quote.source ? textOf(annotations, quote.source) : "",
      quote.cue ? textOf(annotations, quote.cue) : "",
      quoteText(annotations, quote),
      String(quote.score),
    ];
  });
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** @param {string[]} parts */
function joined(parts) {
  return parts.filter(Boolean).join("; ");
}

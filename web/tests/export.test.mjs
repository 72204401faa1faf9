// What leaves the browser: who said what as text, Markdown and CSV, everything as JSON and Web Annotations; whatever the article's
// words hold. CSV and Web Annotations are held to what the native command writes: to files of tests/export, which it wrote, and to the
// command itself, on the golden articles, where it has been built.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { cell, toCsv } from "../export/csv.js";
import { FORMATS, fileNameFor } from "../export/formats.js";
import { JoinedText } from "../export/joined-text.js";
import { escaped, toMarkdown } from "../export/markdown.js";
import { toPlainText } from "../export/plain-text.js";
import { articleIri, toWebAnnotation } from "../export/web-annotation.js";
import { Messages } from "../ui/messages.js";
import { annotations } from "./annotations.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const repository = path.join(here, "../..");
const messages = new Messages();
const PAGE = { title: "Test", url: "https://example.org/lagos#top" };

/** @param {string} file */
const read = (file) => readFileSync(path.join(here, "export", file), "utf8");
const HOSTILE = { article: JSON.parse(read("hostile.json")), annotations: JSON.parse(read("hostile.annotations.json")) };

/** The Lagos article with other words in the place of some. @param {Partial<{ name: string, role: string, said: string, headline: string }>} words */
function withWords({ name = "Amara Okafor", role = "voter", said = "We waited", headline = "Lagos votes" }) {
  /** @type {import("../schema.js").Annotations} */
  const copy = structuredClone(annotations);
  copy.blocks[0].text = headline;
  copy.blocks[1].text = said;
  copy.entities[1].name = name;
  copy.entities[1].role = role;
  copy.quotes = [{ ...copy.quotes[0], content: [{ block: 1, start: 0, end: said.length }], source: null, cue: null }];
  return copy;
}

test("plain text: who said what, as it would be pasted into a message", () => {
  assert.equal(
    toPlainText(annotations, PAGE, messages),
    [
      "Lagos votes",
      "Thursday, November 6, 2025",
      "https://example.org/lagos",
      "",
      "Amara Okafor, voter",
      "- \u201cWe waited in Lagos all\u201d",
      "- the count was fair (reported speech; uncertain)",
      "",
    ].join("\n"),
  );
});

test("plain text: nobody spoke, no headline, no address", () => {
  const silent = { ...annotations, article: { ...annotations.article, headline: null, published: null }, quotes: [] };
  assert.equal(toPlainText(silent, { title: "", url: "" }, messages), "Nothing to show\n");
});

test("plain text: unnamed speakers come last, with what the article calls them", () => {
  const [first, second] = annotations.quotes;
  const unnamed = { ...annotations, quotes: [{ ...first, speakers: [], source: { block: 1, start: 0, end: 12 } }, second] };
  const text = toPlainText(unnamed, PAGE, messages);
  assert.match(text, /fair.*\n\nSpeaker not named\n- .*\(The article says \u201cAmara Okafor\u201d\)\n$/s);
});

test("plain text: the article's words keep to their line and turn no direction", () => {
  const text = toPlainText(withWords({ name: "A\nB\u202Eevil", role: "x\r\n\r\nC, king", said: "one\n- two\u2028three\u0007 \u2066four" }), PAGE, messages);
  assert.equal(text.split("\n\n").slice(1).join(), "A Bevil, x C, king\n- one - two three four\n");
});

test("Markdown", () => {
  assert.equal(
    toMarkdown(annotations, PAGE, messages),
    [
      "# Lagos votes",
      "Thursday, November 6, 2025 \u00b7 <https://example.org/lagos>",
      "## Amara Okafor",
      "voter",
      "> \u201cWe waited in Lagos all\u201d",
      "> the count was fair\n>\n> *reported speech; uncertain*\n",
    ].join("\n\n"),
  );
});

for (const [what, text, expected] of [
  ["emphasis and code", "*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~"],
  ["links and pictures", "![x](y) [a]: b", "!\\[x\\](y) \\[a\\]: b"],
  ["HTML and entities", "<img onerror=x> &amp;", "\\<img onerror=x\\> \\&amp;"],
  ["tables, formulas, handles", "a|b $x$ @y", "a\\|b \\$x\\$ \\@y"],
  ["its own escapes", "\\*", "\\\\\\*"],
  ["bare addresses", "see http://x.example, WWW.y.example and mailto:z", "see http\\://x.example, WWW\\.y.example and mailto\\:z"],
  ["lists and rules", "- a", "\\- a"],
  ["numbered lists", "12) a", "12\\) a"],
  ["a heading's underline", "=== a", "\\=== a"],
  ["headings", "# a #1", "\\# a \\#1"],
  ["words are left as they are", "10.5 per cent (so-called) of it!", "10.5 per cent (so-called) of it!"],
  ["right to left", "\u064a\u0648\u0633\u0641 *", "\u064a\u0648\u0633\u0641 \\*"],
]) {
  test(`Markdown escapes ${what}`, () => assert.equal(escaped(text), expected));
}

test("Markdown: no word of the article begins a line, and no address is more than an address", () => {
  const text = toMarkdown(withWords({ name: "Eve\n# Chief", said: "x\n\n# y\n> z", headline: "# A\nB" }), { title: "", url: "https://e.example/<b>/a b\\c" }, messages);
  assert.match(text, /^# \\# A B$/m);
  assert.match(text, /^## Eve \\# Chief$/m);
  assert.match(text, /^> x \\# y \\> z$/m);
  assert.match(text, /<https:\/\/e\.example\/%3Cb%3E\/a%20b\/c>/);
  assert.doesNotMatch(toMarkdown(annotations, { title: "", url: "javascript:alert(1)" }, messages), /javascript/);
});

for (const [text, expected] of [
  ["", ""],
  ["plain", "plain"],
  ["a,b", '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ["a\nb", '"a\nb"'],
  ["=1+1", "'=1+1"],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@x", "'@x"],
  ["\tx", "'\tx"],
  ["\rx", '"\'\rx"'],
  ["=HYPERLINK(\"x\",\"y\")", '"\'=HYPERLINK(""x"",""y"")"'],
  ["1=1", "1=1"],
]) {
  test(`CSV cell: ${JSON.stringify(text)}`, () => assert.equal(cell(text), expected));
}

test("CSV: a formula for a name stays text; an article without an id goes by its address", () => {
  const [, row] = toCsv({ ...withWords({ name: "=cmd|'/C calc'!A0", role: "@x,\"y\"" }), id: null }, PAGE, messages).split("\r\n");
  assert.equal(row, "https://example.org/lagos,2025-11-06,1,direct,'=cmd|'/C calc'!A0,\"'@x,\"\"y\"\"\",female,name,,,We waited,1");
});

test("joined text: code points of spans around characters outside the BMP", () => {
  const joined = new JoinedText([{ text: "a\u{1F30A}b\nc" }, { text: "\u{1F4F7}\u{1F4F7}de" }]);
  assert.equal(joined.text, "a\u{1F30A}b c\n\u{1F4F7}\u{1F4F7}de");
  for (const [block, start, end, points] of /** @type {[number, number, number, [number, number]][]} */ ([
    [0, 0, 1, [0, 1]],
    [0, 1, 3, [1, 2]],
    [0, 3, 6, [2, 5]],
    [1, 0, 2, [6, 7]],
    [1, 4, 6, [8, 10]],
  ])) {
    const span = joined.codePoints(joined.units(block, { start, end }));
    assert.deepEqual([span.start, span.end], points, `${block} ${start}-${end}`);
  }
  assert.deepEqual(joined.around(joined.units(1, { start: 4, end: 5 }), 3), { prefix: "\n\u{1F4F7}\u{1F4F7}", suffix: "e" });
});

test("Web Annotation: what stands for the article", () => {
  assert.equal(articleIri(null, "https://e.example/a#b"), "https://e.example/a");
  assert.equal(articleIri("b\u00f6/1", "about:blank"), "urn:newsgloss:b%C3%B6%2F1");
  assert.equal(articleIri(null, ""), "urn:newsgloss:article");
  assert.equal(articleIri("\ud800", ""), "urn:newsgloss:%EF%BF%BD");
});

/** Same members in the same order. @param {object} ours @param {string} theirs */
const sameJson = (ours, theirs) => assert.equal(JSON.stringify(ours, null, 1), JSON.stringify(JSON.parse(theirs), null, 1));

test("hostile text: CSV and Web Annotations are what the native command wrote", () => {
  const { url } = HOSTILE.article;
  assert.equal(toCsv(HOSTILE.annotations, { title: "", url }, messages), read("hostile.csv"));
  sameJson(toWebAnnotation(HOSTILE.annotations, url), read("hostile.w3c.json"));
});

test("Web Annotation: every position means the words that are quoted", () => {
  const text = [...new JoinedText(HOSTILE.annotations.blocks).text];
  let seen = 0;
  JSON.stringify(toWebAnnotation(HOSTILE.annotations, ""), (key, value) => {
    if (key !== "selector") return value;
    const [{ exact, prefix, suffix }, { start, end }] = value;
    assert.equal(text.slice(start, end).join(""), exact);
    assert.equal(text.slice(Math.max(start - 32, 0), start).join(""), prefix);
    assert.equal(text.slice(end, end + 32).join(""), suffix);
    seen += 1;
    return value;
  });
  assert.ok(seen > 20);
});

const native = path.join(repository, "build/native/newsgloss");
const golden = path.join(repository, "native-tests/golden");
const articles = readdirSync(golden).filter((file) => /(?<!\.annotations)\.(json|txt)$/.test(file));
for (const file of articles) {
  test(`as the native command writes it: ${file}`, { skip: existsSync(native) ? false : "build/native/newsgloss is not built" }, () => {
    const article = path.join(golden, file);
    const run = (/** @type {string} */ format) => execFileSync(native, ["annotate", "--format", format, article], { encoding: "utf8", maxBuffer: 1 << 26 });
    const made = JSON.parse(run("json"));
    const url = file.endsWith(".json") ? (JSON.parse(readFileSync(article, "utf8")).url ?? "") : "";
    sameJson(toWebAnnotation(made, url), run("w3c"));
    assert.equal(toCsv(made, { title: "", url }, messages), run("csv"));
  });
}

test("JSON is the schema's, unchanged; all formats write hostile text without a stumble", () => {
  const page = { title: "", url: HOSTILE.article.url };
  assert.deepEqual(JSON.parse(FORMATS.json.write(HOSTILE.annotations, page, messages)), HOSTILE.annotations);
  for (const { write, suffix } of Object.values(FORMATS)) {
    const text = write(HOSTILE.annotations, page, messages);
    assert.ok(text.length > 300 && text.endsWith("\n"), suffix);
  }
  for (const name of /** @type {const} */ (["text", "markdown"])) assert.doesNotMatch(FORMATS[name].write(HOSTILE.annotations, page, messages), /[\u202A-\u202E\r]/);
  assert.doesNotMatch(toMarkdown(HOSTILE.annotations, page, messages).replace(/<https[^>]*>/, ""), /(?<!\\)[<`[\]]/);
});

test("exports in another language than English", async () => {
  const { default: arabic } = await import("../ui/messages/ar.js");
  const text = toMarkdown(annotations, PAGE, new Messages("ar", arabic));
  assert.match(text, /## Amara Okafor/);
  assert.ok(text.includes(arabic["quote.indirect"]));
});

for (const [headline, expected] of [
  ["Lake   Victoria forum: \u201ccloses\u201d / today", "lake-victoria-forum-closes-today.csv"],
  ["../../etc/passwd", "etc-passwd.csv"],
  ["\u202Etxt.exe", "txt-exe.csv"],
  ["\u00d6nishi \u5927\u897f", "\u00f6nishi-\u5927\u897f.csv"],
  ["", "test.csv"],
  ["\u2014", "article.csv"],
  ["word ".repeat(40), `${"word-".repeat(12).slice(0, -1)}.csv`],
]) {
  test(`a file's name: ${JSON.stringify(headline.slice(0, 40))}`, () => assert.equal(fileNameFor(withWords({ headline }), PAGE, "csv"), expected));
}

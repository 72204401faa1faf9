// The catalogues of the interface's words: each has the keys, placeholders and plural forms that it must, and is used.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { LANGUAGES, Messages, messagesIn } from "../ui/messages.js";
import ENGLISH from "../ui/messages/en.js";

const ui = path.join(path.dirname(fileURLToPath(import.meta.url)), "../ui");
const languages = readdirSync(path.join(ui, "messages")).map((file) => path.basename(file, ".js"));

/** @typedef {string | Record<string, string>} Entry */
/** @param {Entry} entry @returns {string[]} every text of it */
const textsOf = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry));
/** @param {string} text */
const placeholders = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test("there is a file for each language, and a language for each file", () => {
  assert.deepEqual([...languages].sort(), [...LANGUAGES].sort());
});

for (const lang of languages) {
  test(`${lang}: the same keys in the same order, the same placeholders, the language's own plural forms`, async () => {
    /** @type {Record<string, Entry>} */
    const catalogue = (await import(`../ui/messages/${lang}.js`)).default;
    assert.deepEqual(Object.keys(catalogue), Object.keys(ENGLISH));
    const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.sort();
    for (const [key, english] of Object.entries(/** @type {Record<string, Entry>} */ (ENGLISH))) {
      const entry = catalogue[key];
      assert.equal(typeof entry, typeof english, key);
      const wanted = placeholders(textsOf(english)[0]);
      for (const text of textsOf(entry)) {
        assert.deepEqual(placeholders(text), wanted, `${key}: ${text}`);
        assert.equal(text, text.trim(), key);
        assert.ok(text.length > 0, key);
      }
      if (typeof entry !== "string") assert.deepEqual(Object.keys(entry).sort(), forms, key);
    }
  });
}

test("every key is used, and what is used is there", () => {
  const code = readdirSync(ui).concat("../session.js").filter((file) => file.endsWith(".js")).map((file) => readFileSync(path.join(ui, file), "utf8")).join("\n");
  const groups = new Set([...code.matchAll(/\.one\("(\w+)"|\.one\((name), value\)|text\(`(basis)\./g)].flatMap(([, one, name, basis]) => one ?? basis ?? (name ? ["view", "filter"] : [])));
  for (const key of Object.keys(ENGLISH)) {
    const group = key.split(".")[0];
    const used = code.includes(`"${key}"`) || (key.includes(".") && (groups.has(group) || (group === "type" && code.includes("messages.type("))));
    assert.ok(used, `"${key}" is not used`);
  }
  for (const [, key] of code.matchAll(/messages\.text\("([^"]+)"/g)) assert.ok(key in ENGLISH, key);
});

for (const [language, key, values, text] of /** @type {[import("../ui/messages.js").Language, import("../ui/messages.js").Key, Record<string, string | number>, string][]} */ ([
  ["en", "mentions", { count: 1 }, "1 mention"],
  ["en-GB", "mentions", { count: 1200 }, "1,200 mentions"],
  ["es", "mentions", { count: 2 }, "2 menciones"],
  ["tlh", "close", {}, "Close"],
  ["es_MX", "close", {}, "Close"],
  ["en", "inQuoteOf", { speaker: "{name}" }, "In a quote of {name}"],
  [{ lang: "fr", messages: { close: "Fermer" } }, "close", {}, "Fermer"],
  [{ lang: "fr", messages: { close: "Fermer" } }, "next", {}, "Next"],
])) {
  test(`words: ${JSON.stringify(language)} ${key}`, async () => assert.equal((await messagesIn(language)).text(key, values), text));
}

test("Arabic: six plural forms, from right to left, the article's words apart", async () => {
  const messages = await messagesIn("ar-EG");
  assert.equal(messages.dir, "rtl");
  const forms = [0, 1, 2, 3, 11, 100].map((count) => messages.text("quoteCount", { count }));
  assert.equal(new Set(forms.map((form) => form.replace(/[\d\u0660-\u0669]+/g, ""))).size, 5, forms.join(" | "));
  assert.ok(messages.text("inQuoteOf", { speaker: "Amara" }).includes("\u2068Amara\u2069"));
});

test("dates are the article's days in the reader's language", async () => {
  assert.equal((await messagesIn("es")).date("2025-11-06"), "jueves, 6 de noviembre de 2025");
  assert.equal((await messagesIn("es")).date("2025-W45"), "Semana 45 de 2025");
  assert.match((await messagesIn("ar-SA")).date("2025-11-06"), /2025|\u0662\u0660\u0662\u0665/);
  assert.equal(new Messages().date("2025-11"), "November 2025");
});

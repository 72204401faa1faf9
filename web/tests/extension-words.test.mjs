// What the extension says, in each language: the same parts, keys and placeholders, translated, used, and no longer than stores allow.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { FORMATS } from "../export/formats.js";
import { BROWSERS, manifestFor } from "../extension/manifest.js";
import * as ENGLISH from "../extension/words/en.js";
import { MANIFEST, NOTICES, wordsIn } from "../extension/words.js";
import { LANGUAGES } from "../ui/messages.js";

/** @typedef {Record<string, Record<string, string>>} Parts */

const extension = path.join(import.meta.dirname, "../extension");
const languages = readdirSync(path.join(extension, "words")).map((file) => path.basename(file, ".js"));
/** @param {string} lang @returns {Promise<Parts>} */
const partsOf = async (lang) => ({ .../** @type {Parts} */ (await import(`../extension/words/${lang}.js`)) });
/** @param {string} text */
const placeholders = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** Names of formats, and of ours; the rest is to be translated. */
const THE_SAME = new Set(["panel.markdown", "panel.json", "panel.jsonld"]);

test("the interface's languages, each with a file, each in every part", () => {
  assert.deepEqual([...languages].sort(), [...LANGUAGES].sort());
  assert.deepEqual(Object.keys(MANIFEST).sort(), [...LANGUAGES].sort());
});

for (const lang of languages) {
  test(`${lang}: the same parts, keys in the same order, placeholders; nothing left in English`, async () => {
    const parts = await partsOf(lang);
    assert.deepEqual(Object.keys(parts), Object.keys(ENGLISH));
    for (const [part, english] of Object.entries(/** @type {Parts} */ ({ ...ENGLISH }))) {
      assert.deepEqual(Object.keys(parts[part]), Object.keys(english), part);
      for (const [key, text] of Object.entries(parts[part])) {
        const where = `${part}.${key}: ${text}`;
        assert.deepEqual(placeholders(text), placeholders(english[key]), where);
        assert.equal(text, text.trim(), where);
        assert.ok(text.length > 0, where);
        if (lang !== "en" && !THE_SAME.has(`${part}.${key}`)) assert.notEqual(text, english[key], where);
      }
    }
  });

  test(`${lang}: as long as the stores and browsers allow`, () => {
    const { name, description, action } = MANIFEST[/** @type {keyof typeof MANIFEST} */ (lang)];
    // addons.mozilla.org 50, the Chrome Web Store 75.
    assert.ok(name.length <= 50, name);
    // Chrome 132, addons.mozilla.org 250.
    assert.ok(description.length <= 132, `${description.length}: ${description}`);
    assert.ok(action.length <= 60, action);
    for (const text of [name, description, action]) assert.doesNotMatch(text, /\$/, "a placeholder of chrome.i18n's");
  });

  test(`${lang}: the stores are told the manifest's name and description, and as much as in English`, () => {
    const listing = (/** @type {string} */ of) => sectionsOf(readFileSync(path.join(extension, `store/listing${of === "en" ? "" : `.${of}`}.md`), "utf8"));
    const { Name, "Short description": summary, Description } = listing(lang);
    const { name, description } = MANIFEST[/** @type {keyof typeof MANIFEST} */ (lang)];
    assert.equal(Name, name);
    assert.equal(summary, description);
    // The Chrome Web Store's limit; addons.mozilla.org has a greater one.
    assert.ok(Description.length > 500 && Description.length <= 16_000);
    const parts = (/** @type {string} */ text) => [text.split("\n\n").length, text.split("\n\u2022").length];
    assert.deepEqual(parts(Description), parts(listing("en").Description));
  });
}

/** Sections of a document by their headings, without what stands in brackets there. @param {string} text @returns {Record<string, string>} */
function sectionsOf(text) {
  const [, ...sections] = text.split(/^## /m);
  return Object.fromEntries(sections.map((section) => [section.split("\n")[0].replace(/ \(.*\)$/, ""), section.slice(section.indexOf("\n")).trim()]));
}

for (const browser of BROWSERS) {
  test(`${browser}: the manifest's words are all in the catalogue, and none stand in it`, () => {
    const manifest = manifestFor(browser, "1.0.0");
    const shown = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key);
    assert.deepEqual(shown.filter((key) => !(key in MANIFEST.en)), []);
    assert.deepEqual(Object.keys(MANIFEST.en).filter((key) => !shown.includes(key)), browser === "firefox" ? ["openPanel"] : []);
    assert.ok(MANIFEST[/** @type {keyof typeof MANIFEST} */ (manifest.default_locale)]);
  });
}

test("every key is used", () => {
  const files = readdirSync(extension, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js") && !file.startsWith(`words${path.sep}`));
  const code = files.map((file) => readFileSync(path.join(extension, file), "utf8")).join("\n");
  const patterns = [...code.matchAll(/`([\w.-]*)\$\{\w+\}([\w.-]*)`/g)].filter(([, a, b]) => a || b).map(([, a, b]) => new RegExp(`^${a}.+${b}$`));
  for (const [part, words] of Object.entries({ ...ENGLISH })) {
    for (const key of Object.keys(words)) {
      const used = code.includes(`"${key}"`) || code.includes(`__MSG_${key}__`) || key in FORMATS || patterns.some((pattern) => pattern.test(key));
      assert.ok(used, `${part}.${key} is not used`);
    }
  }
});

test("a language that there is none of is English; what is put into an Arabic line reads its own way", () => {
  assert.equal(wordsIn(NOTICES, "tlh")("never"), ENGLISH.notices.never);
  assert.match(wordsIn(NOTICES, "ar-EG")("failed", { reason: "no memory" }), /\u2068no memory\u2069/);
});

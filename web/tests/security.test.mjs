// What SECURITY.md promises of the front end and can be shown without a browser. With one: wasm-tests/browser/hostile.test.mjs.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { reanchor } from "../anchor/reanchor.js";
import { manifestFor, BROWSERS } from "../extension/manifest.js";
import { marksOf } from "../highlight/marks.js";
import { citationOf } from "../ui/citation.js";
import { Messages } from "../ui/messages.js";
import { topicLink } from "../ui/topic-link.js";
import { annotations } from "./annotations.mjs";
import { pageOf } from "./html.mjs";

const web = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");

/** The sources that run in a reader's browser. */
function* sources() {
  const skipped = new Set(["dist", "tests", "node_modules", "cli", "bin", "types"]);
  const folders = [web];
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory() && !skipped.has(entry.name)) folders.push(file);
      else if (entry.name.endsWith(".js")) yield { name: path.relative(web, file), code: readFileSync(file, "utf8") };
    }
  }
}

/** What every object has. */
const inherited = () => [Object.prototype, Array.prototype, Function.prototype, String.prototype].map((one) => Reflect.ownKeys(one).length);
let before = inherited();
beforeEach(() => {
  before = inherited();
});
afterEach(() => assert.deepEqual(inherited(), before, "a prototype has been written to"));

const POLLUTION = '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}';

test("a page's metadata writes to no prototype", () => {
  for (const data of [
    `{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Forum ends", "author": ${POLLUTION}, "__proto__": {"polluted": 1, "datePublished": "2025-01-01"}}`,
    `{"@graph": [${POLLUTION}, {"@type": ["NewsArticle", "__proto__"], "author": [{"name": ${POLLUTION}}], "headline": ${POLLUTION}}]}`,
    `{"@type": "__proto__", "author": {"@type": "constructor", "name": "Ana Otieno"}}`,
    `[[[[${POLLUTION}]]]]`,
    "null",
    '"__proto__"',
    `${"[".repeat(5000)}${"]".repeat(5000)}`,
    `${'{"@graph":'.repeat(3000)}1${"}".repeat(3000)}`,
  ]) {
    const page = pageOf("<h1>Forum ends</h1><p>The forum ended in Kisumu on Friday, its chair said.</p>", `<script type="application/ld+json">${data}</script>`);
    assert.ok(page);
    assert.equal(/** @type {any} */ ({}).polluted, undefined);
  }
});

test("meta elements and attributes with names of every object's", () => {
  const names = ["__proto__", "constructor", "toString", "author", "article:author"];
  const head = names.map((name) => `<meta name="${name}" property="${name}" content="__proto__">`).join("");
  assert.ok(pageOf('<h1 class="__proto__ constructor">Forum ends</h1><p id="constructor" role="__proto__">It ended in Kisumu on Friday.</p>', head));
});

test("annotations that were made elsewhere write to no prototype", () => {
  const odd = JSON.parse(
    JSON.stringify(annotations)
      .replace('"type":"GPE"', '"type":"__proto__"')
      .replace('"link":null', `"link":${POLLUTION}`)
      .replace('"schema"', '"__proto__":{"polluted":1},"schema"'),
  );
  const edited = structuredClone(odd.blocks);
  edited[1].text = edited[1].text.replace("Tuesday", "last Tuesday");
  marksOf(reanchor(odd, edited), {});
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
});

for (const [what, template, expected] of /** @type {[string, any, string | null][]} */ ([
  ["a script", "javascript:alert({name})", null],
  ["a script behind white space", " \njava\tscript:alert(1)", null],
  ["data", "data:text/html,{name}", null],
  ["a file", "file:///{name}", null],
  ["a script from a function", () => "javascript:alert(1)", null],
  ["mark-up in a name is encoded", "/t/{name}", "https://site.example/t/%22%3E%3Cimg%20src%3Dx%3E"],
])) {
  test(`links: ${what}`, () => {
    const entity = { ...annotations.entities[1], name: '"><img src=x>' };
    assert.equal(topicLink(template, entity, "https://site.example/"), expected);
  });
}

test("a citation of hostile words is text", () => {
  const hostile = structuredClone(annotations);
  hostile.entities[1].name = "<img src=x onerror=alert(1)>";
  const said = citationOf(hostile.quotes[0], hostile, { title: "</title><script>", url: "https://example.org/" }, new Messages());
  assert.ok(said.includes("<img src=x onerror=alert(1)>"), "unchanged: it goes to the clipboard as plain text");
});

test("no source makes code or mark-up of strings", () => {
  let count = 0;
  for (const { name, code } of sources()) {
    count += 1;
    assert.doesNotMatch(
      code,
      /\beval\s*\(|new Function\b|\b(?:innerHTML|outerHTML|srcdoc)\b|insertAdjacentHTML|document\.write|createContextualFragment|setHTML|parseFromString|set(?:Timeout|Interval)\(\s*["'`]|javascript:/,
      name,
    );
  }
  assert.ok(count > 40, String(count));
});

test("messages: the window is not listened to, nothing is posted to any origin", () => {
  const listening = [];
  for (const { name, code } of sources()) {
    assert.doesNotMatch(code, /(?<!\bport1\.)\bonmessage\s*=(?!=)|onMessageExternal|onConnectExternal|BroadcastChannel/, name);
    assert.doesNotMatch(code, /postMessage\([^)]*["'`]\*["'`]/, name);
    assert.doesNotMatch(code, /(?:window|document|parent|top|opener)\.(?:postMessage|addEventListener\("message")/, name);
    if (/addEventListener\(\s*"message"/.test(code)) listening.push(name);
  }
  // (port1: a channel to oneself, to come back in a task of its own.) Both ends of the worker, whom nobody else can write to.
  assert.deepEqual(listening.sort(), ["engine/worker-engine.js", "engine/worker.js"]);
});

for (const browser of BROWSERS) {
  test(`the extension in ${browser}: no page and no other extension may talk to it`, () => {
    const manifest = /** @type {Record<string, any>} */ (manifestFor(browser, "1.0.0"));
    for (const open of ["externally_connectable", "web_accessible_resources", "host_permissions", "content_scripts"]) assert.equal(manifest[open], undefined, open);
    assert.match(manifest.content_security_policy.extension_pages, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
  });
}

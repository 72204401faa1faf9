// Tables for the small pure parts: the tag's settings, dates in words, the card's place, class words.

import assert from "node:assert/strict";
import { test } from "node:test";
import { settingsOf } from "../embed/settings.js";
import { wordsOf } from "../page/markup.js";
import { Messages } from "../ui/messages.js";
import { heightBeside, placeBeside } from "../ui/placement.js";
import { topicLink } from "../ui/topic-link.js";

for (const [value, words] of [
  ["2025-11-06", "Thursday, November 6, 2025"],
  ["2025-11", "November 2025"],
  ["2025", "2025"],
  ["2025-W45", "Week 45 of 2025"],
  ["2025-08-31/2025-09-01", "Sunday, August 31, 2025 \u2013 Monday, September 1, 2025"],
  ["2025-11-06T14:30", "Thursday, November 6, 2025, 14:30"],
  ["someday", "someday"],
]) {
  test(`date: ${value}`, () => assert.equal(new Messages().date(value), words));
}

test("settings: what is left out, and what is said", () => {
  assert.deepEqual(settingsOf({}), {
    root: "article",
    worker: true,
    workerUrl: undefined,
    annotations: null,
    session: { types: undefined, layers: undefined, theme: "auto", topics: undefined, lang: undefined, shortcuts: undefined, feedback: false, marks: "auto", toolbar: true, notice: true },
  });
  assert.deepEqual(
    settingsOf({ root: "#story", types: "person, GPE", layers: "names quotes", theme: "dark", panel: "none", topics: "/t/{name}", lang: "es", shortcuts: "next=j panel=Alt+=", feedback: "true", marks: "elements", worker: "false", workerSrc: "/w.js", annotations: "#glosses" }),
    {
      root: "#story",
      worker: false,
      workerUrl: "/w.js",
      annotations: "#glosses",
      session: { types: ["PERSON", "GPE"], layers: ["names", "quotes"], theme: "dark", topics: "/t/{name}", lang: "es", shortcuts: { next: "j", panel: "Alt+=" }, feedback: true, marks: "elements", toolbar: false, notice: false },
    },
  );
});

const lucia = /** @type {import("../schema.js").Entity} */ (/** @type {unknown} */ ({ name: "Luc\u00eda O\u2019Hara Soto", type: "PERSON", link: null }));
for (const [template, expected] of /** @type {[import("../ui/topic-link.js").Topics, string | null][]} */ ([
  ["/topics/{slug}", "https://news.example/topics/lucia-ohara-soto"],
  ["https://other.example/{type}?q={name}", "https://other.example/person?q=Luc%C3%ADa%20O%E2%80%99Hara%20Soto"],
  ["/wiki/{wikidata}", null],
  ["/{unheardof}", null],
  ["javascript:alert({name})", null],
  ["https://", null],
  ["", null],
  [({ name }) => `people#${name.length}`, "https://news.example/a/people#17"],
  [() => null, null],
])) {
  test(`topic page: ${template}`, () => assert.equal(topicLink(template, lucia, "https://news.example/a/b"), expected));
}

const card = { width: 340, height: 200 };
const screen = { width: 1000, height: 700 };
for (const [name, anchor, expected] of /** @type {const} */ ([
  ["under its anchor", { left: 400, right: 460, top: 100, bottom: 120 }, { left: 345, top: 128 }],
  ["above it at the foot of the window", { left: 400, right: 460, top: 640, bottom: 660 }, { left: 345, top: 432 }],
  ["inside at the left edge", { left: 0, right: 40, top: 100, bottom: 120 }, { left: 12, top: 128 }],
  ["inside at the right edge", { left: 960, right: 1000, top: 100, bottom: 120 }, { left: 648, top: 128 }],
])) {
  test(`card: ${name}`, () => assert.deepEqual(placeBeside(card, anchor, screen), expected));
}

test("card: beside a panel at the left", () => {
  const anchor = { left: 300, right: 340, top: 100, bottom: 120 };
  assert.deepEqual(placeBeside(card, anchor, { ...screen, left: 424 }), { left: 436, top: 128 });
});

test("card: no higher than the room on one side of its anchor, so that it never lies over it", () => {
  for (const top of [0, 100, 280, 300, 560]) {
    const anchor = { left: 400, right: 460, top, bottom: top + 24 };
    const low = { width: 820, height: 600 };
    const height = Math.min(420, heightBeside(anchor, low));
    const at = placeBeside({ width: 340, height }, anchor, low).top;
    assert.ok(at >= anchor.bottom || at + height <= anchor.top, `anchor at ${top}: ${height} high at ${at}`);
  }
  assert.equal(heightBeside({ top: 60, bottom: 90 }, { height: 150 }), 150);
});

test("class words", () => {
  assert.deepEqual(wordsOf("ArticleBody__related-links c2"), ["article", "body", "related", "links", "c"]);
});

// What web/README.md says can be themed is what the code has, and the other way round.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { PALETTE } from "../highlight/palette.js";

const web = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const chapter = /\n## Theming\n(.*?)\n## /s.exec(readFileSync(path.join(web, "README.md"), "utf8"))?.[1] ?? "";
const sheets = ["ui.css", "panel.css"].map((file) => readFileSync(path.join(web, "ui", file), "utf8"));
const code = readdirSync(path.join(web, "ui")).filter((file) => file.endsWith(".js")).map((file) => readFileSync(path.join(web, "ui", file), "utf8"));

/** @param {string} text @param {RegExp} pattern  its first group is what is meant */
const found = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, one]) => one))].sort();

test("custom properties", () => {
  const used = new Set([...Object.keys(PALETTE).map((style) => `--newsgloss-${style}`), ...found(sheets.join("\n"), /(--newsgloss-[a-z-]+)/g)]);
  assert.deepEqual(found(chapter, /`(--newsgloss-[a-z-]+)`/g), [...used].sort());
});

test("their defaults, in light and dark", () => {
  for (const [, name, light, dark] of chapter.matchAll(/`(--newsgloss-[a-z-]+)` \|[^|]*\| `(#\w+)`, `(#\w+)`/g)) {
    assert.deepEqual(found(sheets[0], new RegExp(`var\\(${name}, (#\\w+)\\)`, "g")), [light, dark].sort(), name);
  }
});

test("parts", () => {
  const used = found(code.join("\n"), /\bpart: "([^"]+)"/g);
  assert.deepEqual(found(chapter, /\n\| `([a-z]+)` \|/g), used);
  for (const part of found(chapter, /::part\(([a-z]+)\)/g)) assert.ok(used.includes(part), part);
});

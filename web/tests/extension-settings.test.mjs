// The extension's settings out of whatever storage holds, and which hosts it leaves alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isSensitiveHost } from "../extension/sensitive.js";
import { TYPES, defaults, hostOf, isNever, readSettings, changeSettings, settingsFrom } from "../extension/settings.js";

test("what is no settings gives the defaults; a field that is wrong gives its own default, and the rest stays", () => {
  for (const stored of [undefined, null, 7, "x", [], {}]) assert.deepEqual(settingsFrom(stored), defaults());
  const found = settingsFrom({ version: 2, types: ["ORG", "NONSENSE"], lang: "xx", theme: "dark", colours: { person: { light: "red", dark: "#AABBCC" }, __proto__: {}, x: {} }, never: [7, "https://www.Example.org/a", ""] });
  assert.deepEqual(found, { ...defaults(), types: ["ORG"], theme: "dark", colours: { person: { dark: "#AABBCC" } }, never: ["example.org"] });
});

test("an update from the version before keeps the settings", () => {
  const old = { version: 1, hidden: ["LAW"], colours: { place: "#112233" }, lang: "es", theme: "light", never: ["a.example"] };
  assert.deepEqual(settingsFrom(old), { ...defaults(), types: TYPES.filter((one) => one !== "LAW"), colours: { place: { light: "#112233" } }, lang: "es", theme: "light", never: ["a.example"] });
});

test("where nothing can be stored, the defaults hold", async () => {
  assert.deepEqual(await readSettings(), defaults());
  assert.equal(await changeSettings({ theme: "dark" }), false);
});

test("hosts as readers write them", () => {
  for (const [text, host] of [["example.org", "example.org"], [" https://www.example.org:8080/x ", "example.org"], ["ftp://a.b", null], ["", null], ["a b", null]]) assert.equal(hostOf(text), host);
  assert.ok(isNever({ ...defaults(), never: ["example.org"] }, "m.example.org"));
  assert.ok(!isNever({ ...defaults(), never: ["example.org"] }, "notexample.org"));
});

test("mail, banks and sign-in pages by their hosts; newspapers called Mail are none", () => {
  for (const host of ["mail.google.com", "webmail.uni.example", "banking.some.example", "us.etrade.bank", "www.paypal.com", "accounts.google.com"]) assert.ok(isSensitiveHost(host), host);
  for (const host of ["www.dailymail.co.uk", "mg.co.za", "mail.example", "www.bankingnews.example", "news.example.org", ""]) assert.ok(!isSensitiveHost(host), host);
});

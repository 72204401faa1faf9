// Where a text stops being JSON: the rows of native-tests/article/json_mistake.tests.cpp, and that it agrees with JSON.parse.

import assert from "node:assert/strict";
import { test } from "node:test";
import { findJsonMistake } from "../cli/json-mistake.js";

/** @type {[string, number, string][]} */
const ROWS = [
  ["", 0, "expected a value, found the end"],
  [" x", 1, "expected a value, found 'x'"],
  ["tru", 0, "expected a value, found 't'"],
  ['{"blocks": [}', 12, "expected a value or ']', found '}'"],
  ['{"a": 1,}', 8, "expected a name in quotes, found '}'"],
  ["{a: 1}", 1, "expected a name in quotes or '}', found 'a'"],
  ['{"a" 1}', 5, "expected ':', found '1'"],
  ["[1 2]", 3, "expected ',' or ']', found '2'"],
  ['{"a": 1]}', 7, "expected ',' or '}', found ']'"],
  ["[1,]", 3, "expected a value, found ']'"],
  ["{} x", 3, "expected the end, found 'x'"],
  ["[01]", 2, "expected ',' or ']', found '1'"],
  ["-", 1, "expected a digit, found the end"],
  ["1.x", 2, "expected a digit, found 'x'"],
  ["1e+", 3, "expected a digit, found the end"],
  ['["a', 3, "the string does not end"],
  ['["a\\', 4, "the string does not end"],
  ['["\\x"]', 2, "a backslash that escapes nothing"],
  ['["\\u12g4"]', 6, "expected four hexadecimal digits, found 'g'"],
  ['["a\tb"]', 3, "U+0009 in a string must be escaped"],
  ["[\0]", 1, "expected a value or ']', found U+0000"],
  ["[\u00a0]", 1, "expected a value or ']', found U+00A0"],
  ["[\u{1f41f}]", 1, "expected a value or ']', found U+01F41F"],
];

test("where, and what was expected", () => {
  for (const [json, at, message] of ROWS) assert.deepEqual(findJsonMistake(json), { at, message }, json);
});

test("what is JSON has no mistake; any other text has one", () => {
  const whole = '{"a":[1,-2.5e3,{"y":null}],"b":"T\\u00e9\\n","c":[true,false,[]]}';
  assert.equal(findJsonMistake(whole), null);
  let seed = 7;
  const below = (/** @type {number} */ n) => (seed = (seed * 48271) % 2147483647) % n;
  for (let round = 0; round < 4000; round += 1) {
    const signs = [...whole];
    for (let n = 1 + below(3); n > 0; n -= 1) signs[below(signs.length)] = String.fromCharCode(0x20 + below(95));
    const json = signs.join("");
    let isJson = true;
    try {
      JSON.parse(json);
    } catch {
      isJson = false;
    }
    assert.equal(findJsonMistake(json) === null, isJson, json);
  }
  assert.equal(findJsonMistake("[".repeat(200_000))?.at, 200_000);
});

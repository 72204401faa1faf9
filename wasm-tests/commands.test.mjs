// The npm command beside the native one: the same files in, the same bytes out, the same messages, the same exit status.
// And what only the npm command has to be asked: what it holds while nobody takes its output.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import * as zlib from "node:zlib";
import { firstDifference, root } from "./setup.mjs";

const npm = [process.execPath, join(root, "web/dist/cli.js")];
const native = [process.env.NEWSGLOSS ?? join(root, "build/native/newsgloss")];
for (const built of [npm[1], native[0]]) if (!existsSync(built)) throw new Error(`${built} is missing: build it first (make build)`);
const folder = mkdtempSync(join(tmpdir(), "newsgloss-commands-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string[]} command @param {string[]} args @param {string | Buffer} [input] */
function run([program, ...first], args, input = "") {
  const { status, stdout, stderr } = spawnSync(program, [...first, "annotate", ...args], { cwd: folder, input, maxBuffer: 2 ** 30 });
  return { status, stdout: stdout.toString("latin1"), stderr: stderr.toString("latin1") };
}

/** Both commands, held against each other. @param {string[]} args @param {string | Buffer} [input] */
function both(args, input) {
  const [expected, found] = [native, npm].map((command) => run(command, args, input));
  assert.equal(firstDifference(expected.stdout, found.stdout), "");
  assert.equal(found.stderr, expected.stderr);
  assert.equal(found.status, expected.status);
  return expected;
}

const line = (/** @type {number | string} */ id, text = "Minister Ana Otieno said on Tuesday that talks had begun. “We act now,” she said.") =>
  `${JSON.stringify({ id: String(id), blocks: [{ kind: "headline", text: "Lake forum opens" }, { text }] })}\n`;
const MIB = 2 ** 20;
/** A line of so many bytes, without its line break: nearly all in a member that nobody reads. @param {number} bytes */
const lineOfBytes = (bytes) => {
  const short = line("long").trimEnd().slice(0, -1);
  return `${short},"x":"${"y".repeat(bytes - Buffer.byteLength(short) - 7)}"}`;
};
const good = [1, 2, 3].map((id) => line(id)).join("");
const TEXT = "Lake forum opens\n\nBy Ana Rey\n\nMinister Ana Otieno said talks had begun.\n";
const WRAPPED = `Lake forum opens\n\n${"Minister Ana Otieno said on Tuesday that talks with the river basin\ncommission had begun again and would not end before the rains, and\nthat she was content.\n\n".repeat(2)}`;
const damaged = gzipSync(Buffer.from(Array.from({ length: 4000 }, (_, i) => line(i, `Hall ${Math.sin(i)} was full, Ana Otieno said.`)).join("")));

mkdirSync(join(folder, "folder.jsonl"));
/** @type {[string, string | Buffer][]} */
const files = [
  ["good.jsonl", good],
  ["no-end.jsonl", good.slice(0, -1)],
  ["crlf.jsonl", good.replaceAll("\n", "\r\n")],
  ["bom.jsonl", `\ufeff${good}`],
  ["blank-lines.jsonl", `\n \t\r\n${line(1)}\n\n${line(2)}\n`],
  ["empty.jsonl", ""],
  ["blank.jsonl", "\n  \r\n"],
  ["bom-alone.jsonl", "\ufeff\n"],
  ["bad-lines.jsonl", `${line(1)}{"blocks": [}\n${line(2).slice(0, 30)}\nnull\n[]\n3\n"x"\n{"blocks":[{"text":"a\tb"}]}\n{"é": ué}\n{"blocks":[]} x\n{"blocks":[{"text":"\\x"}]}\n${line(3)}`],
  ["wrong-lines.jsonl", ['{"id":"x"}', '{"blocks":{}}', '{"blocks":null}', '{"blocks":["x"]}', '{"blocks":[{"text":3}]}', '{"blocks":[{"kind":"paragraf","text":""}]}', '{"blocks":[{"text":"x"},{"kind":"caption"}]}', '{"id":[],"blocks":[]}', '{"lang":7,"blocks":[]}', '{"published":"7 Nov","blocks":[]}', '{"published":"2025-02-30","blocks":[]}', '{"published":20251107,"blocks":[]}', '{"published":" ","blocks":[]}', '{"id":17,"blocks":[]}'].join("\n")],
  ["odd-lines.jsonl", ['{"blocks":[{"text":"a\\u0000b\\ud83d"}]}', '{"blocks":[{"text":"first","text":"second"}],"id":"a","id":"b"}', '{"blocks":[{"kind":"headline","kind":null,"text":"Lake forum opens"}]}', `{"blocks":[],"x":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, "[".repeat(50_000), '{"__proto__":{"id":"p"},"blocks":[]}', '{"published":"2025-11-07T10:00:00Z","blocks":[]}'].join("\n")],
  ["latin.jsonl", Buffer.from(`${line(1)}${line(2, "The caf\xe9 was closed, Ana Otieno said.")}`, "latin1")],
  ["utf16.jsonl", Buffer.from(`\ufeff${good}`, "utf16le")],
  ["utf16.txt", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
  ["utf16.json", Buffer.from(`\ufeff${line("j")}`, "utf16le").swap16()],
  ["nul.jsonl", `\0\n${line(1)}`],
  ["too-long.jsonl", `${line(1)}${lineOfBytes(16 * MIB + 1)}\n${line(2)}`],
  ["longest.jsonl", `${lineOfBytes(16 * MIB)}\n`],
  ["packed.jsonl.gz", gzipSync(good)],
  ["two-parts.ndjson.gz", Buffer.concat([gzipSync(good), gzipSync(line(4))])],
  ["cut.jsonl.gz", damaged.subarray(0, damaged.length / 2)],
  ["cut-early.jsonl.gz", damaged.subarray(0, 5)],
  ["no-gzip.jsonl.gz", good],
  ["empty.jsonl.gz", gzipSync("")],
  ["bomb.jsonl.gz", gzipSync(`${line(1)}${" ".repeat(64 * MIB)}x\n${line(2)}`)],
  ["plain.txt", TEXT],
  ["wrapped.txt", WRAPPED],
  ["breaks.txt", "Lake forum opens\u2028Ana Otieno spoke.\u0085She went.\fAnd came.\r\u00a0 \u200bIndented\ufeff\u3000 \n\0\x07"],
  ["bom.txt", `\ufeff${TEXT}`],
  ["crlf.txt", TEXT.replaceAll("\n", "\r\n")],
  ["latin.txt", Buffer.from("Lake forum\nThe caf\xe9 was closed.\n", "latin1")],
  ["empty.txt", ""],
  ["blank.txt", " \n\t\n \r\n"],
  ["packed.txt.gz", gzipSync(TEXT)],
  ["bomb.txt.gz", gzipSync(Buffer.alloc(64 * MIB, 0x2e))],
  ["article.json", line("j")],
  ["lines.json", '{\n  "id": "j",\n  "blocks": [\n    {"text": "é" "x"}\n  ]\n}\n'],
  ["latin.json", Buffer.from('{"id": "caf\xe9",\n "blocks": []}', "latin1")],
  ["empty.json", ""],
  ["packed.json.gz", gzipSync(line("j"))],
];
for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);

for (const name of [...files.map(([file]) => file), "missing.jsonl", "missing.txt", "missing.jsonl.gz", "folder.jsonl"])
  test(`both commands: ${name}`, () => void both([name]));

test("both commands: threads, formats, several files, dates", () => {
  for (const jobs of ["1", "3"]) both(["--jobs", jobs, "bad-lines.jsonl", "missing.jsonl", "plain.txt", "folder.jsonl", "packed.jsonl.gz", "cut.jsonl.gz"]);
  both(["--format", "json", "good.jsonl"]);
  both(["--format", "json", "bad-lines.jsonl", "plain.txt", "empty.json"]);
  both(["--format", "jsonl", "plain.txt"]);
  both(["plain.txt", "missing.txt"]);
  assert.match(both(["--published", "2025-11-06", "good.jsonl"]).stdout, /"published":"2025-11-06"/);
  for (const date of ["2024-02-29", "2025-11-06T10:00", "2025-11-06 7"]) both(["--published", date, "good.jsonl", "odd-lines.jsonl", "wrong-lines.jsonl"]);
});

test("both commands: standard input", () => {
  for (const input of [good, TEXT, "", " \n", `\n${good}`, `\ufeff${TEXT}`, '{"blocks": [}\n', Buffer.from("{\xe9}\n", "latin1")]) {
    both(["-"], input);
    both([], input);
  }
  both(["--jobs", "2", "good.jsonl", "-", "plain.txt"], good);
});

test("both commands: wrong usage", () => {
  const dates = ["tomorrow", "2025-02-29", "2025-13-01", "2025-1-1", "2025-11-06x", "2025-11-06T", "", "0000-01-01"];
  for (const args of [...dates.map((date) => ["--published", date, "x"]), ["--jobs", "0", "x"], ["--jobs", "2x", "x"], ["--jobs", "257", "x"], ["--jobs"], ["--colour", "x"], ["-x"], ["--help=yes"]])
    assert.equal(both(args).status, 2, args.join(" "));
});

test("both commands: --output, also compressed, and where that fails", () => {
  const expected = run(native, ["good.jsonl"]).stdout;
  for (const command of [native, npm]) {
    assert.deepEqual(run(command, ["good.jsonl", "--output", "out.jsonl"]), { status: 0, stdout: "", stderr: "" });
    assert.equal(readFileSync(join(folder, "out.jsonl"), "latin1"), expected);
    assert.deepEqual(run(command, ["good.jsonl", "--output", "out.jsonl.gz"]), { status: 0, stdout: "", stderr: "" });
    assert.equal(gunzipSync(readFileSync(join(folder, "out.jsonl.gz"))).toString("latin1"), expected);
  }
  for (const file of ["missing/out.jsonl", "folder.jsonl", "out.jsonl.xz"]) assert.equal(both(["good.jsonl", "--output", file]).status, 1);
  if (!existsSync("/dev/full")) return;
  assert.match(both(["good.jsonl", "--output", "/dev/full"]).stderr, /^newsgloss: cannot write the output: No space left on device\n$/);
  const full = ([program, ...first]) => spawnSync("sh", ["-c", '"$@" >/dev/full', "sh", program, ...first, "annotate", "good.jsonl"], { cwd: folder, encoding: "utf8" });
  const [expectedFull, foundFull] = [native, npm].map(full);
  assert.deepEqual([foundFull.status, foundFull.stderr], [expectedFull.status, expectedFull.stderr]);
  assert.equal(foundFull.status, 1);
});

test("both commands: the output is none of what is read", () => {
  const kept = readFileSync(join(folder, "good.jsonl"));
  assert.equal(both(["plain.txt", "good.jsonl", "--output", "good.jsonl"]).status, 1);
  assert.deepEqual(readFileSync(join(folder, "good.jsonl")), kept);
});

test(".zst: read and written where Node can, else what to do is said", () => {
  const compress = Reflect.get(zlib, "zstdCompressSync");
  writeFileSync(join(folder, "a.jsonl.zst"), compress ? compress(good) : "");
  const { status, stdout, stderr } = run(npm, ["a.jsonl.zst"]);
  if (compress) {
    assert.deepEqual([status, stdout, stderr], [0, run(native, ["good.jsonl"]).stdout, ""]);
    assert.equal(run(npm, ["good.jsonl", "--output", "b.jsonl.zst"]).status, 0);
    assert.equal(Reflect.get(zlib, "zstdDecompressSync")(readFileSync(join(folder, "b.jsonl.zst"))).toString(), run(native, ["good.jsonl"]).stdout);
    return;
  }
  assert.equal(status, 1);
  assert.match(stderr, /^a\.jsonl\.zst: Node [\d.]+ cannot read \.zst files, Node 22\.15 can: unpack it first \(zstd -d\), or use the native command\n$/);
  assert.match(run(npm, ["good.jsonl", "--output", "b.jsonl.zst"]).stderr, /^b\.jsonl\.zst: Node .* cannot write \.zst files/);
  assert.match(run(npm, ["a.jsonl.xz"]).stderr, /^a\.jsonl\.xz: Node cannot read \.xz files: unpack it first \(xz -dk\)/);
});

for (const jobs of [1, 2]) {
  test(`--jobs ${jobs}: a line in is a line out, before more is read`, { timeout: 60_000 }, async () => {
    const child = spawn(npm[0], [npm[1], "annotate", "--jobs", String(jobs), "-"], { stdio: ["pipe", "pipe", "inherit"] });
    let out = "";
    child.stdout.on("data", (chunk) => (out += chunk));
    for (const count of [1, 2, 3]) {
      child.stdin.write(line(count));
      while (out.split("\n").length - 1 < count) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    child.stdin.end();
    await new Promise((resolve) => child.on("close", resolve));
    assert.equal(child.exitCode, 0);
  });

  // Articles with so much to say that the output fills at once: what is accepted is what is held.
  test(`--jobs ${jobs}: nobody takes the output: it accepts no more than it promises`, { timeout: 120_000 }, async () => {
    const article = line("x", "Ana Otieno said so. ".repeat(4000)); // 80 KB in, some MB out
    const child = spawn(npm[0], [npm[1], "annotate", "--jobs", String(jobs), "-"], { stdio: ["pipe", "pipe", "inherit"] });
    child.stdin.on("error", () => {}); // it is ended while it is being fed
    child.stdout.pause();
    let accepted = 0;
    let last = Date.now();
    let ended = false;
    (function feed() {
      if (!ended) child.stdin.write(article, () => ((accepted += 1), (last = Date.now()), feed()));
    })();
    await new Promise((resolve) => child.stdout.once("readable", resolve)); // it has begun to write
    while (Date.now() - last < 3000) await new Promise((resolve) => setTimeout(resolve, 50));
    ended = true;
    child.kill();
    // Two a thread, one that is waited for, and what the pipe (Node's are sockets) and two chunks of 64 KB hold.
    const most = 2 * jobs + 1 + Math.ceil((208 + 64 + 128) / 80);
    assert.ok(accepted >= jobs && accepted <= most, `${accepted} articles were accepted, ${most} may be`);
  });
}

// The JavaScript packages that building and testing need: pinned, under licences that allow it, without known holes.
//
//   node scripts/check-dependencies.mjs            checks; `make lint` does
//   node scripts/check-dependencies.mjs --write    writes docs/dependencies.md anew
//
// Checked: every version in package.json is exact, every package in the lock file has a hash and comes from the registry,
// every licence is one of those below, docs/dependencies.md lists just these, and `npm audit` knows of nothing high or
// critical. Where the registry does not answer the audit, that is said, and nothing else is skipped.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = "docs/dependencies.md";
const folders = [".", "web", "scripts/bench-peers/npm"];
const locks = ["package-lock.json", "scripts/bench-peers/npm/package-lock.json"];
const allowed = new Set(["MIT", "MIT-0", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0", "CC0-1.0", "CC-BY-3.0", "CC-BY-4.0", "Python-2.0", "Unlicense", "MPL-2.0"]);
/** Stated in the package's LICENSE file, not in its package.json. */
const stated = { "svg-tags": "MIT" };
const problems = [];
const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

for (const folder of folders) {
  const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = read(join(folder, "package.json"));
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }))
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) problems.push(`${folder}/package.json: ${name} ${version} is not pinned`);
}
if (Object.keys(read("web/package.json").dependencies ?? {}).length > 0) problems.push("web/package.json: the package that pages load depends on nothing");

/** "(MIT OR CC0-1.0)": one that is allowed will do. */
const isAllowed = (licence) => licence.replace(/[()]/g, "").split(" OR ").some((one) => one.split(" AND ").every((part) => allowed.has(part.trim())));

const rows = new Map();
for (const lock of locks) {
  for (const [where, entry] of Object.entries(read(lock).packages)) {
    if (!where.includes("node_modules/") || entry.link) continue;
    const name = where.slice(where.lastIndexOf("node_modules/") + "node_modules/".length);
    const licence = entry.license ?? stated[name] ?? "none stated";
    if (!/^sha512-/.test(entry.integrity ?? "")) problems.push(`${lock}: ${name} has no SHA-512`);
    if (entry.resolved && !entry.resolved.startsWith("https://registry.npmjs.org/")) problems.push(`${lock}: ${name} comes from ${entry.resolved}`);
    if (entry.hasInstallScript && name !== "esbuild") problems.push(`${lock}: ${name} runs a script when it is installed`);
    if (!isAllowed(licence)) problems.push(`${lock}: ${name} has the licence "${licence}"`);
    rows.set(`${name} ${entry.version}`, `| ${name} | ${entry.version} | ${licence} |`);
  }
}

const text = `# Dependencies and their licences

Written by \`node scripts/check-dependencies.mjs --write\`; \`make lint\` checks that it is up to date, that every version is
pinned with its SHA-512, and asks \`npm audit\`.

What a reader's browser or a user of the command gets is our own code and, compiled in, only: the C and C++ standard library
(in WebAssembly Emscripten's runtime, MIT, with musl, MIT, and LLVM's libc++, Apache-2.0 with LLVM exception); in the native
command also nlohmann/json (MIT). The command links the system's zlib (zlib), liblzma (0BSD or public domain) and libzstd
(BSD-3-Clause). [NOTICE](../NOTICE) names the sources of the tables, [MODEL_CARD.md](../MODEL_CARD.md) those of the model.

The packages below only build, check and test, or are what \`make bench-peers\` compares with; none of them is shipped.

| package | version | licence |
|---|---|---|
${[...rows.keys()].sort().map((key) => rows.get(key)).join("\n")}
`;
if (process.argv.includes("--write")) writeFileSync(join(root, page), text);
else if (readFileSync(join(root, page), "utf8") !== text) problems.push(`${page} is out of date: node scripts/check-dependencies.mjs --write`);

for (const lock of locks) {
  const run = spawnSync("npm", ["audit", "--json", "--audit-level=high", "--package-lock-only"], { cwd: join(root, dirname(lock)), encoding: "utf8", timeout: 60_000 });
  let answer = {};
  try {
    answer = JSON.parse(run.stdout);
  } catch {
    // no answer: said below
  }
  const found = answer.metadata?.vulnerabilities;
  if (!found) {
    console.log(`${lock}: npm audit SKIPPED: the registry gives no answer here (${answer.message ?? answer.error?.summary ?? run.error?.message ?? "no reason"})`);
    continue;
  }
  console.log(`${lock}: npm audit: ${found.critical} critical, ${found.high} high, ${found.moderate} moderate, ${found.low} low`);
  if (found.critical + found.high > 0) problems.push(`${lock}: ${Object.keys(answer.vulnerabilities).join(", ")}: see npm audit`);
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log(`${rows.size} packages: pinned, with hashes, licences fine`);

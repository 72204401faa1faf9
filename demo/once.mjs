// Opens the demo's first story in headless Chromium, checks that Newsgloss highlighted it, leaves a picture, and ends:
//
//   node demo/once.mjs [PICTURE]        build/demo.png unless named; exit status 0 when all is well, 1 when not
//
// Checked: the events newsgloss:ready and newsgloss:result came, the names below are among the highlighted ranges, the
// article's markup is as it was served, and the browser reported no error, no failed request and no violation of the
// page's Content-Security-Policy. Needs a built demo (node demo/build.mjs), web/dist, puppeteer-core and Chromium (in the
// environment variable CHROMIUM, or at one of the usual places).

import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { readPages } from "./build.mjs";
import { serve } from "./serve.mjs";

const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const TIMEOUT_MS = 30_000;

/** Names that any reader of the first story would mark. */
const EXPECTED = ["Beatrice Nalwoga", "Peter Kipruto Rono", "Neema Mwampamba", "Aizhan Seitkaliyeva", "Kisumu", "Tanzania"];

const CHROMIUM_PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/google/chrome/chrome"];

/** Without a sandbox only as root, where Chromium has none; the rest keeps it from calling home. */
const CHROMIUM_FLAGS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Runs in the page before its own scripts: notes what Newsgloss announces and what the policy refused. */
function watch() {
  const seen = { events: /** @type {string[]} */ ([]), problems: /** @type {string[]} */ ([]) };
  Object.defineProperty(globalThis, "demoWatch", { value: seen });
  for (const name of ["ready", "result", "error"]) {
    globalThis.addEventListener(
      `newsgloss:${name}`,
      (event) => {
        seen.events.push(name);
        const detail = /** @type {CustomEvent} */ (event).detail;
        if (name === "error") seen.problems.push(`newsgloss:error ${detail?.message ?? detail?.error?.message ?? ""}`);
      },
      true,
    );
  }
  globalThis.addEventListener("securitypolicyviolation", (event) => {
    seen.problems.push(`policy: ${event.effectiveDirective} refused ${event.blockedURI}`);
  });
}

/** Runs in the page: the text of every range in the highlight registry, live or static. */
function highlightedTexts() {
  const registry = /** @type {Iterable<[string, Iterable<AbstractRange>]>} */ (/** @type {unknown} */ (CSS.highlights));
  const texts = [];
  for (const [name, highlight] of registry) {
    for (const part of highlight) {
      const range = document.createRange();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      texts.push({ name, text: range.toString() });
    }
  }
  return texts;
}

/** @param {string} picture @returns {Promise<string[]>} what was wrong */
async function check(picture) {
  const executablePath = [process.env.CHROMIUM ?? "", ...CHROMIUM_PATHS].find((file) => file && existsSync(file));
  if (!executablePath) return ["Chromium was not found; set CHROMIUM to its path"];
  for (const file of ["build/demo/index.html", "web/dist/newsgloss.js"]) {
    if (!existsSync(path.join(repository, file))) return [`${file} is not built: run \`make demo-pages\` first`];
  }
  const { launch } = await import("puppeteer-core");

  const problems = /** @type {string[]} */ ([]);
  const server = await serve({ port: 0 });
  const browser = await launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 1500 });
    await page.evaluateOnNewDocument(watch);
    page.on("pageerror", (error) => problems.push(`error in the page: ${/** @type {Error} */ (error).message}`));
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(`console: ${message.text()}`);
    });
    page.on("requestfailed", (request) => problems.push(`request failed: ${request.url()}`));
    page.on("response", (response) => {
      if (response.status() >= 400) problems.push(`${response.status()} for ${response.url()}`);
    });

    const address = `${server.url}${readPages()[0].story.id}.html`;
    const served = await (await fetch(address)).text();
    await page.goto(address, { waitUntil: "load" });
    await page
      .waitForFunction(
        () => {
          const { events } = /** @type {any} */ (globalThis).demoWatch;
          return events.includes("error") || (events.includes("ready") && events.includes("result"));
        },
        { timeout: TIMEOUT_MS },
      )
      .catch(() => problems.push("newsgloss:ready and newsgloss:result did not come"));
    // Painting follows the result within a frame or two.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

    problems.push(...(await page.evaluate(() => /** @type {any} */ (globalThis).demoWatch.problems)));
    const texts = await page.evaluate(highlightedTexts);
    if (texts.length === 0) problems.push("nothing is highlighted");
    const missing = EXPECTED.filter((name) => !texts.some(({ text }) => text === name));
    if (texts.length > 0 && missing.length > 0) problems.push(`not highlighted: ${missing.join(", ")}`);
    const untouched = await page.evaluate((html) => {
      const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("article");
      return fresh?.outerHTML === document.querySelector("article")?.outerHTML;
    }, served);
    if (!untouched) problems.push("the article's markup was changed");

    mkdirSync(path.dirname(picture), { recursive: true });
    await page.screenshot({ path: /** @type {`${string}.png`} */ (picture) });
    const kinds = new Set(texts.map(({ name }) => name));
    console.log(`${texts.length} ranges highlighted in ${kinds.size} kinds; picture in ${path.relative(process.cwd(), picture)}`);
  } finally {
    await browser.close();
    await server.close();
  }
  return [...new Set(problems)];
}

const problems = await check(path.resolve(process.argv[2] ?? path.join(repository, "build", "demo.png")));
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

// What every browser test does: open a page, wait for what Newsgloss says, and hold the page to account.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const pictures = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../build/screenshots");

/**
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {{ type: string, code: string | null, message: string | null, directive: string | null }} SeenEvent
 */

/** Runs in the page, before its own scripts. */
function watch() {
  const seen = { events: /** @type {SeenEvent[]} */ ([]), violations: /** @type {string[]} */ ([]), article: /** @type {string | null} */ (null) };
  Object.assign(globalThis, { seen });
  for (const type of ["ready", "result", "select", "error"]) {
    document.addEventListener(`newsgloss:${type}`, (event) => {
      const error = /** @type {CustomEvent} */ (event).detail?.error;
      seen.events.push({ type, code: error?.code ?? null, message: error?.message ?? null, directive: error?.directive ?? null });
    });
  }
  document.addEventListener("securitypolicyviolation", (event) => {
    seen.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
  });
  // Before any script of the page has run.
  document.addEventListener("readystatechange", () => {
    seen.article ??= document.querySelector("article")?.outerHTML ?? null;
  });
}

export class Tab {
  /** Errors on the console, exceptions, failed requests. @type {string[]} */
  problems = [];

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /** @param {import("puppeteer-core").Browser} browser */
  static async open(browser) {
    const page = await browser.newPage();
    const tab = new Tab(page);
    await page.setViewport({ width: 1100, height: 800 });
    await page.evaluateOnNewDocument(watch);
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warn") tab.problems.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => tab.problems.push(`exception: ${error instanceof Error ? error.message : error}`));
    page.on("requestfailed", (request) => tab.problems.push(`request failed: ${request.url()}`));
    return tab;
  }

  /** Goes to a page and waits until Newsgloss has a result, or an error. @param {string} url */
  async goto(url) {
    await this.page.goto(url, { waitUntil: "load" });
    await this.waitFor(() => seen.events.some(({ type }) => type === "result" || type === "error"));
    await this.frames();
  }

  /** @param {() => unknown} condition */
  async waitFor(condition) {
    await this.page.waitForFunction(condition, { timeout: 20_000, polling: 50 });
  }

  /** Two frames later, what was to be painted is. */
  async frames() {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))));
  }

  /** @returns {Promise<SeenEvent[]>} */
  events() {
    return this.page.evaluate(() => seen.events);
  }

  /** @returns {Promise<string[]>} */
  violations() {
    return this.page.evaluate(() => seen.violations);
  }

  /** When the card has come to rest. */
  async settled() {
    await this.frames();
    await this.page.evaluate(async () => {
      const card = document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".card");
      await Promise.all((card?.getAnimations() ?? []).map((animation) => animation.finished));
    });
  }

  /** The texts under each name of the registry. @returns {Promise<Record<string, string[]>>} */
  highlights() {
    return this.page.evaluate(() =>
      Object.fromEntries(
        [...CSS.highlights].map(([name, highlight]) => [name, [...highlight].map((range) => /** @type {Range} */ (range).toString())]),
      ),
    );
  }

  /** What the card says, or null when there is none. @returns {Promise<string | null>} */
  card() {
    return this.page.evaluate(() => {
      const card = /** @type {HTMLElement | null | undefined} */ (document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".card"));
      return card && !card.hidden && card.checkVisibility() ? card.innerText : null;
    });
  }

  /** The middle of the first line of the first range that holds `text`. @param {string} text */
  async pointOf(text) {
    const point = await this.page.evaluate((wanted) => {
      for (const [, highlight] of CSS.highlights) {
        for (const range of /** @type {Iterable<Range>} */ (/** @type {unknown} */ (highlight))) {
          if (!range.toString().includes(wanted)) continue;
          range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
          const rect = range.getClientRects()[0];
          return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
        }
      }
      return null;
    }, text);
    assert.ok(point, `"${text}" is highlighted`);
    return point;
  }

  /** The article is as it was served. */
  async assertUntouched() {
    const [before, after] = await this.page.evaluate(() => [seen.article, document.querySelector("article")?.outerHTML ?? null]);
    assert.ok(before);
    assert.equal(after, before);
  }

  /** Nothing of Newsgloss is left in the page. */
  async assertNoResidue() {
    const residue = await this.page.evaluate(() => ({
      highlights: CSS.highlights.size,
      sheets: document.adoptedStyleSheets.length,
      elements: document.querySelectorAll("[data-newsgloss]").length,
    }));
    assert.deepEqual(residue, { highlights: 0, sheets: 0, elements: 0 });
    await this.assertUntouched();
  }

  /** No console error, no exception, no failed request, no violation of the policy. */
  async assertQuiet() {
    assert.deepEqual(this.problems, []);
    assert.deepEqual(await this.violations(), []);
  }

  /** @param {string} name */
  async picture(name) {
    await this.settled();
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: /** @type {`${string}.png`} */ (path.join(pictures, `${name}.png`)) });
  }
}

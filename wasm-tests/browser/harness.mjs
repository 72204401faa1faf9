// What every browser test does: open a page, wait for what Newsgloss says, and hold the page to account.

import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
const pictures = path.join(repository, "build/screenshots");

// Said here, or every test would wait in vain for a page that is not there.
for (const built of ["build/demo/index.html", "web/dist/download.json"]) {
  if (!existsSync(path.join(repository, built))) throw new Error(`There is no ${built}: run "make demo-pages" first`);
}

/**
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {{ type: string, code: string | null, message: string | null, directive: string | null }} SeenEvent
 */

/** Runs in the page, before its own scripts. */
function watch() {
  Object.assign(globalThis, { seen: { events: [], violations: [], article: null } });
  for (const type of ["ready", "result", "select", "error"]) {
    document.addEventListener(`newsgloss:${type}`, (event) => {
      const error = /** @type {CustomEvent} */ (event).detail?.error;
      seen.events.push({ type, code: error?.code ?? null, message: error?.message ?? null, directive: error?.directive ?? null });
    });
  }
  watchListeners();
  document.addEventListener("securitypolicyviolation", (event) => {
    seen.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
  });
  /** Notes what listens and what observes, on anything that outlives Newsgloss. */
  function watchListeners() {
    /** @type {Set<{ target: EventTarget, type: string, listener: unknown }>} */
    const listeners = new Set();
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (/** @type {string} */ type, /** @type {any} */ listener, /** @type {any} */ options) {
      const { signal = undefined, once = false } = typeof options === "object" ? options : {};
      addEventListener.call(this, type, listener, options);
      if (signal?.aborted || this instanceof AbortSignal) return;
      const entry = { target: this, type, listener };
      listeners.add(entry);
      const gone = () => listeners.delete(entry);
      if (signal) addEventListener.call(signal, "abort", gone, { once: true });
      if (once) addEventListener.call(this, type, gone, { once: true });
    };
    EventTarget.prototype.removeEventListener = function (/** @type {string} */ type, /** @type {any} */ listener, /** @type {any} */ options) {
      removeEventListener.call(this, type, listener, options);
      for (const entry of listeners) if (entry.target === this && entry.type === type && entry.listener === listener) listeners.delete(entry);
    };
    /** @type {Set<object>} */
    const observers = new Set();
    for (const name of /** @type {const} */ (["MutationObserver", "IntersectionObserver", "ResizeObserver"])) {
      const prototype = /** @type {any} */ (globalThis[name].prototype);
      const { observe, disconnect } = prototype;
      prototype.observe = function (/** @type {any[]} */ ...args) {
        observers.add(this);
        return observe.apply(this, args);
      };
      prototype.disconnect = function () {
        observers.delete(this);
        return disconnect.call(this);
      };
    }
    Object.assign(seen, {
      /** Listeners on the window, the document, media queries and elements that are in the page. */
      listening: () =>
        [...listeners]
          .filter(({ target }) => !(target instanceof Node) || target === document || (target.isConnected && target.getRootNode() === document))
          .filter(({ target }) => !(target instanceof Worker) && !(target instanceof MessagePort))
          .map(({ target, type }) => `${target.constructor.name} ${type}`)
          .sort(),
      observing: () => observers.size,
    });
  }
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
      const card = document.querySelector("[data-newsgloss='']")?.shadowRoot?.querySelector(".card");
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
      const card = /** @type {HTMLElement | null | undefined} */ (document.querySelector("[data-newsgloss='']")?.shadowRoot?.querySelector(".card"));
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

  /** What the page has of its own, to be compared. */
  belongings() {
    return this.page.evaluate(() => ({
      html: document.documentElement.outerHTML,
      listening: seen.listening(),
      observing: seen.observing(),
      highlights: [...(CSS.highlights?.keys() ?? [])],
      sheets: document.adoptedStyleSheets.length,
      styles: document.styleSheets.length,
    }));
  }

  /** Nothing of Newsgloss is left in the page. */
  async assertNoResidue() {
    const residue = await this.page.evaluate(() => ({
      highlights: CSS.highlights?.size ?? 0,
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

// Hands on the side panel, for its tests: Chrome's real one beside the page, opened by the extension; Firefox's real sidebar, where a
// FirefoxSidebar stands for its page.

import axe from "axe-core";
import { existsSync, mkdirSync } from "node:fs";
import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/**
 * As much of a page as the tests need.
 *
 * @typedef {object} SidePage
 * @property {<R>(script: ((...given: any[]) => R) | string, ...given: any[]) => Promise<Awaited<R>>} evaluate
 * @property {(script: (...given: any[]) => unknown, options?: object, ...given: any[]) => Promise<unknown>} waitForFunction
 * @property {{ press: (key: any) => Promise<void> }} keyboard
 * @property {() => Promise<void>} bringToFront
 * @property {() => Promise<unknown>} reload
 * @property {(size: { width: number, height: number } | null) => Promise<void>} setViewport
 * @property {(options: { path: string }) => Promise<unknown>} screenshot
 * @property {(event: any, listener: (what: any) => void) => unknown} [on]
 * @property {() => Promise<string[]>} [errors]  what went wrong in it
 */

const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
const pictures = path.join(repository, "build/screenshots");

/** Where a browser's package is built. @param {"chrome" | "firefox"} browser */
export const builtFor = (browser) => path.join(repository, "build/extension", browser);

/** A copy of the package with more in its manifest. @param {"chrome" | "firefox"} browser @param {object} more */
export async function packageWith(browser, more) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "newsgloss-extension-"));
  await cp(builtFor(browser), folder, { recursive: true });
  const file = path.join(folder, "manifest.json");
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, "utf8")), ...more }));
  return folder;
}

/** Chrome opens it only for a reader's doing: a page of the extension's, for which the driver vouches, asks for it. @param {import("puppeteer-core").Browser} browser */
export async function openSidePanel(browser) {
  await browser.waitForTarget((one) => one.type() === "service_worker" && one.url().endsWith("/background.js"));
  const [extension] = (await browser.extensions()).values();
  const base = `chrome-extension://${extension.id}/`;
  const opener = await browser.newPage();
  await opener.goto(`${base}print.html`);
  await opener.evaluate(async () => {
    const { chrome } = /** @type {any} */ (globalThis);
    const { id } = await chrome.windows.getCurrent();
    await chrome.sidePanel.open({ windowId: id });
  });
  const target = await browser.waitForTarget((one) => one.url() === `${base}side-panel.html`);
  const page = await target.asPage();
  await opener.close();
  return { page, extension, base };
}

/** In the panel or the document around it: the first of a selector that has the words. @param {string} selector @param {string | undefined} words @param {"click" | "focus"} what */
const FIND = (selector, words, what) => {
  const root = document.querySelector("[data-newsgloss]")?.shadowRoot;
  const found = /** @type {HTMLElement[]} */ ([...(root?.querySelectorAll(selector) ?? []), ...document.querySelectorAll(selector)]).find(
    (element) => !words || element.textContent?.includes(words) || element.ariaLabel?.includes(words),
  );
  if (!found) throw new Error(`no ${selector} ${words ?? ""}`);
  found[what]();
};

export class SidePanelPage {
  page;
  /** What was heard to go wrong in it. @type {string[]} */
  #errors = [];

  /** @param {SidePage} page */
  constructor(page) {
    this.page = page;
    page.on?.("pageerror", (error) => this.#errors.push(String(error)));
    page.on?.("console", (message) => {
      // Chrome's note on a port to a page that has just gone.
      if (["error", "warn"].includes(message.type()) && !message.text().includes("Could not establish connection")) this.#errors.push(message.text());
    });
  }

  /** What went wrong in it. @returns {Promise<string[]>} */
  async errors() {
    return this.page.errors ? this.page.errors() : this.#errors;
  }

  /** Waits until it says something; what it says. @param {RegExp} words */
  async says(words) {
    const now = () =>
      this.page.evaluate(
        () => `${document.body.innerText}\n${/** @type {HTMLElement | null | undefined} */ (document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".panel"))?.innerText ?? ""}`,
      );
    let text = await now();
    for (const until = Date.now() + 20_000; !words.test(text) && Date.now() < until; text = await now()) await sleep(50);
    if (!words.test(text)) throw new Error(`The side panel does not say ${words}, but: ${text}`);
    return text;
  }

  /** Elements of the panel, or of the document around it; their words in one line. @param {string} selector */
  texts(selector) {
    return this.page.evaluate((one) => {
      const root = document.querySelector("[data-newsgloss]")?.shadowRoot;
      return [...(root?.querySelectorAll(one) ?? []), ...document.querySelectorAll(one)]
        .filter((element) => element.checkVisibility())
        .map((element) => /** @type {HTMLElement} */ (element).innerText.replace(/\s+/g, " ").trim());
    }, selector);
  }

  /** Presses the first that there is. @param {string} selector @param {string} [text] */
  click(selector, text) {
    return this.page.evaluate(FIND, selector, text, "click");
  }

  /** Puts the keyboard on the first that there is, and presses Enter: a reader's doing, without which browsers do not copy. @param {string} selector @param {string} [text] */
  async enter(selector, text) {
    await this.page.bringToFront();
    await this.page.evaluate(FIND, selector, text, "focus");
    await this.press("Enter");
  }

  /** @param {...string} keys */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(/** @type {import("puppeteer-core").KeyInput} */ (key));
  }

  /** What has the focus: the name that it has by a label, or its words. */
  focused() {
    return this.page.evaluate(() => {
      const root = document.querySelector("[data-newsgloss]")?.shadowRoot;
      const at = /** @type {HTMLElement | null} */ (root?.activeElement ?? document.activeElement);
      return at && at !== document.body ? (at.ariaLabel || at.innerText || at.className).replace(/\s+/g, " ").trim() : null;
    });
  }

  /** @returns {Promise<string[]>} rule and place of each violation */
  async violations() {
    await this.page.evaluate(axe.source);
    return this.page.evaluate(async () => {
      const { violations } = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations"] });
      return violations.flatMap((/** @type {any} */ { id, nodes }) => nodes.map((/** @type {any} */ node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`));
    });
  }

  /** A picture for a person to look at. @param {string} name */
  async picture(name) {
    if (!existsSync(pictures)) mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: path.join(pictures, `side-panel-${name}.png`) });
  }
}

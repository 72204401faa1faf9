// The extension in either browser, driven as by a reader, in the same words:
//
//     const driver = await start("firefox");            // with the package as it was built
//     await driver.press(page);                         // the toolbar's button, the page's tab in front
//     const side = await driver.side();                 // its side panel, or sidebar
//     const options = await driver.own("options");      // a page of its own, in a tab
//
// What a reader does is done as a reader does it, as far as the browser's driver reaches: the two classes say how.

import { ChromiumDriver } from "./chromium-driver.mjs";
import { FirefoxDriver } from "./firefox-driver.mjs";

/**
 * @typedef {object} StartOptions
 * @property {string} [folder]  of the package; else that which was built
 * @property {boolean} [welcome]  its welcome page stays open
 * @property {number} [proxy]  port of a proxy on this machine that everything goes through
 *
 * @typedef {ChromiumDriver | FirefoxDriver} Driver
 */

/** @param {import("../browser/browsers.mjs").BrowserName} name @param {StartOptions} [options] @returns {Promise<Driver>} */
export const start = (name, options = {}) => (name === "chromium" ? ChromiumDriver : FirefoxDriver).start(options);

/** What a page shows. @param {import("puppeteer-core").Page} page @returns {Promise<number>} ranges that are marked */
export const highlighted = (page) =>
  page.evaluate(() => [...CSS.highlights].filter(([name]) => name.startsWith("newsgloss")).reduce((sum, [, ranges]) => sum + ranges.size, 0));

/** @param {import("puppeteer-core").Page} page */
export const shown = (page) => page.waitForFunction(() => [...CSS.highlights.keys()].some((name) => name.startsWith("newsgloss")), { timeout: 20_000, polling: 50 });

/** Nothing of ours is on the page any more. @param {import("puppeteer-core").Page} page */
export const gone = (page) => page.waitForFunction(() => CSS.highlights.size === 0 && !document.querySelector("[data-newsgloss]"), { polling: 50 });

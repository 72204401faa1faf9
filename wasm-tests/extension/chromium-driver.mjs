// ChromiumDriver: the extension in Chromium (drivers.mjs). The toolbar's button is pressed by the DevTools protocol, which does what a press
// does; the side panel is the real one. The browser's question about a site is out of reach.

import { launchWithExtension } from "../browser/browsers.mjs";
import { SidePanelPage, builtFor, openSidePanel } from "./side-panel.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

export class ChromiumDriver {
  name = /** @type {const} */ ("chromium");
  /** What the side panel says of a page of the browser's own. */
  saysOfClosed = /This page cannot be read/;
  browser;
  id;

  /** @param {import("puppeteer-core").Browser} browser @param {string} id */
  constructor(browser, id) {
    this.browser = browser;
    this.id = id;
  }

  /** @param {import("./drivers.mjs").StartOptions} options */
  static async start({ folder = builtFor("chrome"), welcome, proxy }) {
    const args = proxy ? [`--proxy-server=http://127.0.0.1:${proxy}`, "--proxy-bypass-list=<-loopback>"] : [];
    const browser = await launchWithExtension(folder, { args, welcome });
    const [extension] = (await browser.extensions()).values();
    return new ChromiumDriver(browser, extension.id);
  }

  close() {
    return this.browser.close();
  }

  /** The toolbar's button. @param {Page} page */
  async press(page) {
    await page.bringToFront();
    await page.triggerExtensionAction(/** @type {import("puppeteer-core").Extension} */ ((await this.browser.extensions()).get(this.id)));
  }

  /** What the button says beside its sign on a page. @param {Page} page @returns {Promise<string>} */
  async badge(page) {
    return this.inBackground(async (url) => {
      const { chrome } = /** @type {any} */ (globalThis);
      for (const { id: tabId, url: its } of await chrome.tabs.query({})) if (its === url) return chrome.action.getBadgeText({ tabId });
      return "";
    }, page.url());
  }

  /** One of the extension's own pages, in a tab. @param {string} name */
  async own(name) {
    const page = await this.browser.newPage();
    await page.goto(`chrome-extension://${this.id}/${name}.html`);
    return page;
  }

  /** Takes a tab to a page of the browser's own. @param {Page} page */
  goClosed(page) {
    return page.goto("chrome://version");
  }

  /** The extension's page that has opened by itself. @param {string} name */
  async opened(name) {
    const target = await this.browser.waitForTarget((one) => one.url().split("?")[0].endsWith(`/${name}.html`));
    return /** @type {Page} */ (await target.page());
  }

  async side() {
    return new SidePanelPage((await openSidePanel(this.browser)).page);
  }

  /** Files that are saved go there. @param {string} folder */
  async saveInto(folder) {
    const session = await this.browser.target().createCDPSession();
    await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder, eventsEnabled: true });
  }

  /** What was copied last. @param {SidePanelPage} side  whose document reads it @returns {Promise<string>} */
  async clipboard(side) {
    await this.browser.defaultBrowserContext().overridePermissions(`chrome-extension://${this.id}/`, ["clipboard-read"]);
    return side.page.evaluate(() => navigator.clipboard.readText());
  }

  async #background() {
    const target = await this.browser.waitForTarget((one) => one.type() === "service_worker" && one.url().endsWith("/background.js"));
    return /** @type {import("puppeteer-core").WebWorker} */ (await target.worker());
  }

  /** @template R @param {(...given: any[]) => R} script @param {...unknown} given */
  async inBackground(script, ...given) {
    return (await this.#background()).evaluate(script, ...given);
  }

  /** As the browser does when it wants memory. */
  async stopBackground() {
    const worker = await this.#background();
    this.#stopped = new Promise((done) => this.browser.on("targetdestroyed", (one) => one.type() === "service_worker" && done(undefined)));
    await worker.close();
  }
  /** Once the one that was stopped is gone. @type {Promise<unknown>} */
  #stopped = Promise.resolve();

  /** Starts it again, as any event would: the protocol's press goes to one that runs. */
  async wakeBackground() {
    await this.#stopped;
    const starter = await this.own("offscreen");
    await starter.evaluate(() => /** @type {any} */ (globalThis).chrome.runtime.sendMessage({ type: "wake" }).catch(() => {}));
    await this.#background();
    await starter.close();
  }

  /** What is in the folder by now, over the version that was loaded from there. @param {string} folder */
  async update(folder) {
    // The driver's hold on it would keep it alive, and the new one waiting.
    await this.stopBackground();
    await this.#stopped;
    const started = new Promise((done) => this.browser.on("targetcreated", (one) => one.type() === "service_worker" && done(undefined)));
    await this.browser.installExtension(folder);
    await started;
  }

  /** Of all tabs. */
  async addresses() {
    return (await this.browser.pages()).map((page) => page.url());
  }

  /** What went wrong in the extension's scripts, as Chromium keeps it for its developers. @returns {Promise<string[]>} */
  async errors() {
    const page = await this.browser.newPage();
    await page.goto("chrome://extensions");
    const { runtimeErrors, manifestErrors } = await page.evaluate((id) => /** @type {any} */ (globalThis).chrome.developerPrivate.getExtensionInfo(id), this.id);
    await page.close();
    return [...manifestErrors, ...runtimeErrors].map(({ message }) => message);
  }

  /** What pages are told that the system prefers. @param {"light" | "dark"} scheme @param {Page[]} pages */
  async scheme(scheme, ...pages) {
    for (const page of pages) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  }
}

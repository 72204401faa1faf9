// FirefoxDriver: the extension in Firefox (drivers.mjs): toolbar, keys, sidebar and the browser's questions are those of the real window,
// with mouse and keys (firefox-chrome.mjs).

import { setTimeout as sleep } from "node:timers/promises";
import { launchFirefox } from "../browser/browsers.mjs";
import { FirefoxChrome, ID, SYSTEM_ACCESS } from "./firefox-chrome.mjs";
import { FirefoxSidebar } from "./firefox-sidebar.mjs";
import { SidePanelPage, builtFor } from "./side-panel.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/** Firefox makes its ids of an extension's. */
const WIDGET = `${ID.replace(/[@.]/g, "_")}-browser-action`;
const BUTTON = `#${ID.replace(/[@.]/g, "_")}-BAP`;
const QUESTION = "#addon-webext-permissions-notification";
/** Firefox takes no answer to a question that has only just come, so that nobody gives one by mistake. In ms. */
const TOO_SOON = 700;

export class FirefoxDriver {
  name = /** @type {const} */ ("firefox");
  /** What the sidebar says of a page of the browser's own: the extension is told nothing of it. */
  saysOfClosed = /Press the Newsgloss button/;
  browser;
  chrome;

  /** @param {import("puppeteer-core").Browser} browser @param {FirefoxChrome} chrome */
  constructor(browser, chrome) {
    this.browser = browser;
    this.chrome = chrome;
  }

  /** @param {import("./drivers.mjs").StartOptions} options */
  static async start({ folder = builtFor("firefox"), welcome = false, proxy }) {
    const through = proxy ? { "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": proxy, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": proxy, "network.proxy.allow_hijacking_localhost": true } : {};
    // The print dialog would keep the driver waiting.
    const browser = await launchFirefox({ ...through, "print.enabled": false }, [SYSTEM_ACCESS]);
    const driver = new FirefoxDriver(browser, await FirefoxChrome.of(browser));
    await browser.installExtension(folder);
    const page = await driver.opened("welcome");
    if (!welcome) await page.close();
    await driver.pin(true);
    return driver;
  }

  close() {
    return this.browser.close();
  }

  /** Puts the button into the toolbar, as "Pin to Toolbar" does, or into the menu of extensions, where it is at first. @param {boolean} pinned */
  pin(pinned) {
    return this.chrome.evaluate((widget, area) => /** @type {any} */ (window).CustomizableUI.addWidgetToArea(widget, area), WIDGET, pinned ? "nav-bar" : "unified-extensions-area");
  }

  /** The button, in the toolbar or in the menu of extensions. @param {Page} page */
  async press(page) {
    await page.bringToFront();
    const pinned = await this.chrome.evaluate((widget) => /** @type {any} */ (window).CustomizableUI.getPlacementOfWidget(widget).area === "nav-bar", WIDGET);
    if (!pinned) {
      await this.chrome.mouse("#unified-extensions-button");
      // While it opens it moves, and a press goes beside the button.
      await this.chrome.until(() => /** @type {any} */ (document.querySelector("#unified-extensions-panel"))?.state === "open");
    }
    await this.chrome.mouse(BUTTON);
  }

  /** What the button says beside its sign on a page. @param {Page} page @returns {Promise<string>} */
  async badge(page) {
    await page.bringToFront();
    return this.chrome.evaluate((button) => document.querySelector(button)?.getAttribute("badge") ?? "", BUTTON);
  }

  /** One of the extension's own pages, in a tab. @param {string} name */
  async own(name) {
    const base = await this.chrome.evaluate((id) => /** @type {any} */ (window).WebExtensionPolicy.getByID(id).extension.baseURL, ID);
    return this.#tabOf(`${base}${name}.html`);
  }

  /** @param {string} url */
  async #tabOf(url) {
    const page = await this.browser.newPage();
    await this.chrome.goTo(page, url);
    return page;
  }

  /** Takes a tab to a page of the browser's own. @param {Page} page */
  async goClosed(page) {
    await page.bringToFront();
    await this.chrome.evaluate(() => /** @type {any} */ (window).gBrowser.selectedBrowser.fixupAndLoadURIString("about:license", { triggeringPrincipal: /** @type {any} */ (window).Services.scriptSecurityManager.getSystemPrincipal() }));
    await this.chrome.until(() => /** @type {any} */ (window).gBrowser.selectedBrowser.currentURI.spec === "about:license");
  }

  /** The extension's page that has opened by itself: the driver does not see such tabs, so it takes one of its own there. @param {string} name */
  async opened(name) {
    const end = `/${name}.html`;
    await this.chrome.until((one) => /** @type {any} */ (window).gBrowser.tabs.some((/** @type {any} */ tab) => new URL(tab.linkedBrowser.currentURI.spec).pathname === one), end);
    const url = await this.chrome.evaluate((one) => {
      const { gBrowser } = /** @type {any} */ (window);
      const tab = gBrowser.tabs.find((/** @type {any} */ each) => new URL(each.linkedBrowser.currentURI.spec).pathname === one);
      const { spec } = tab.linkedBrowser.currentURI;
      gBrowser.removeTab(tab, { animate: false });
      return spec;
    }, end);
    return this.#tabOf(url);
  }

  /** The sidebar, opened by its keys. */
  async side() {
    if (!(await FirefoxSidebar.isOpen(this.chrome))) await this.chrome.key("Alt+Shift+J");
    return new SidePanelPage(await FirefoxSidebar.of(this.chrome));
  }

  /** Files that are saved go there. @param {string} folder */
  async saveInto(folder) {
    await this.chrome.evaluate((to) => {
      const { prefs } = /** @type {any} */ (window).Services;
      prefs.setIntPref("browser.download.folderList", 2);
      prefs.setStringPref("browser.download.dir", to);
      prefs.setBoolPref("browser.download.alwaysOpenPanel", false);
    }, folder);
  }

  /** What was copied last. @param {SidePanelPage} _side @returns {Promise<string>} */
  clipboard(_side) {
    return this.chrome.evaluate(() => navigator.clipboard.readText());
  }

  /** @template R @param {(...given: any[]) => R} script @param {...unknown} given */
  async inBackground(script, ...given) {
    await this.chrome.evaluate((id) => /** @type {any} */ (window).WebExtensionPolicy.getByID(id).extension.wakeupBackground(), ID);
    return this.chrome.evaluateIn("background", script, ...given);
  }

  /** As the browser does when the event page has been idle. */
  async stopBackground() {
    await this.chrome.evaluate((id) => /** @type {any} */ (window).WebExtensionPolicy.getByID(id).extension.terminateBackground(), ID);
  }

  /** Nothing to do: the press itself wakes it. */
  async wakeBackground() {}

  /** Another package over the one that is there. @param {string} folder */
  async update(folder) {
    await this.browser.installExtension(folder);
  }

  /** Of all tabs. @returns {Promise<string[]>} */
  addresses() {
    return this.chrome.evaluate(() => /** @type {any} */ (window).gBrowser.browsers.map((/** @type {any} */ { currentURI }) => currentURI.spec));
  }

  /** What went wrong in the extension's scripts. */
  errors() {
    return this.chrome.errors();
  }

  /** What the browser asks; once it can be answered. */
  async question() {
    await this.chrome.visible(`${QUESTION} .popup-notification-primary-button`);
    return this.chrome.evaluate((one) => document.querySelector(one)?.textContent ?? "", QUESTION);
  }

  /** Answers it. @param {"Allow" | "Deny"} answer */
  async answer(answer) {
    await this.question();
    await sleep(TOO_SOON);
    await this.chrome.mouse(`${QUESTION} .popup-notification-${answer === "Allow" ? "primary" : "secondary"}-button`);
    await this.chrome.until(() => /** @type {any} */ (window).PopupNotifications.panel.state === "closed");
  }

  /** What pages are told that the system prefers. @param {"light" | "dark"} scheme */
  scheme(scheme) {
    return this.chrome.evaluate((dark) => /** @type {any} */ (window).Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", dark ? 0 : 1), scheme === "dark");
  }
}

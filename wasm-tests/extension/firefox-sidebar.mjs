// FirefoxSidebar: Firefox's real sidebar, with as much of a puppeteer page's ways as the side panel's tests use. Keys go to the window,
// and from there to the sidebar while it has the focus.

import { writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** @typedef {import("./firefox-chrome.mjs").FirefoxChrome} FirefoxChrome */

const LONGEST_WAY_MS = 500;

export class FirefoxSidebar {
  #chrome;
  keyboard = { press: (/** @type {string} */ key) => this.#press(key) };

  /** @param {FirefoxChrome} chrome */
  constructor(chrome) {
    this.#chrome = chrome;
  }

  /** A key reaches the sidebar's document a little after the window took it; one that leads elsewhere never does. @param {string} key */
  async #press(key) {
    const heard = this.evaluate(
      (most) =>
        new Promise((done) => {
          addEventListener("keyup", () => setTimeout(done), { capture: true, once: true });
          setTimeout(done, most);
        }),
      LONGEST_WAY_MS,
    ).catch(() => {}); // the document went with the key
    await this.#chrome.key(key);
    await heard;
  }

  /** @param {FirefoxChrome} chrome @returns {Promise<boolean>} */
  static isOpen(chrome) {
    return chrome.evaluate(() => /** @type {any} */ (window).SidebarController.isOpen);
  }

  /** Once it is there. @param {FirefoxChrome} chrome */
  static async of(chrome) {
    await chrome.until(() => /** @type {any} */ (window).SidebarController.browser?.contentDocument?.getElementById("webext-panels-browser")?.currentURI.spec.endsWith("/side-panel.html"));
    const sidebar = new FirefoxSidebar(chrome);
    await sidebar.waitForFunction(() => document.readyState === "complete");
    return sidebar;
  }

  /** @template R @param {((...given: any[]) => R) | string} script @param {...unknown} given */
  evaluate(script, ...given) {
    return this.#chrome.evaluateIn("sidebar", script, ...given);
  }

  /** @param {(...given: any[]) => unknown} script @param {object} [_options] @param {...unknown} given */
  async waitForFunction(script, _options, ...given) {
    for (const end = Date.now() + 20_000; Date.now() < end; await sleep(50)) if (await this.evaluate(script, ...given)) return;
    throw new Error(`The sidebar never came to ${script} ${given.join()}`);
  }

  /** The keyboard's, as after a press of F6. */
  async bringToFront() {
    await this.#chrome.evaluate(() => /** @type {any} */ (window).SidebarController.browser.contentDocument.getElementById("webext-panels-browser").focus());
  }

  async reload() {
    await this.#chrome.evaluate(() => /** @type {any} */ (window).SidebarController.browser.contentDocument.getElementById("webext-panels-browser").reload());
    await sleep(100);
    await this.waitForFunction(() => document.readyState === "complete");
  }

  /** How wide it is; null: as it is at first. Firefox has it no narrower than it likes. @param {{ width: number } | null} size */
  setViewport(size) {
    return this.#chrome.evaluate((width) => document.getElementById("sidebar-box")?.style.setProperty("width", width), size ? `${size.width}px` : "");
  }

  /** @param {{ path: string }} options */
  async screenshot({ path }) {
    const url = await this.#chrome.evaluate(async () => {
      const frame = /** @type {any} */ (window).SidebarController.browser.contentDocument.getElementById("webext-panels-browser");
      const bitmap = await frame.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, "white");
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
      return btoa(Array.from(new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer()), (byte) => String.fromCharCode(byte)).join(""));
    });
    await writeFile(path, Buffer.from(url, "base64"));
  }

  /** What went wrong in the extension's scripts, wherever they run. */
  errors() {
    return this.#chrome.errors();
  }
}

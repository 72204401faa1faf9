// FirefoxChrome: what the driver of pages does not reach in Firefox: the browser's own window, with its toolbar, keys, sidebar and
// questions, and the extension's documents that are in no tab.
//
//     const chrome = await FirefoxChrome.of(browser);          // of a Firefox started with SYSTEM_ACCESS
//     await chrome.mouse("#unified-extensions-button");         // presses it
//     await chrome.key("Alt+Shift+J");
//     await chrome.evaluate(() => gBrowser.selectedBrowser.currentURI.spec);
//     await chrome.evaluateIn("sidebar", () => document.title);
//
// Firefox lets WebDriver BiDi evaluate in this window ("chrome scope") but not act there. So presses and keys are made by the functions
// that Firefox's own tests use for them; they take a reader's way, through the window to what is under the mouse or has the focus.

import { setTimeout as sleep } from "node:timers/promises";

export const SYSTEM_ACCESS = "-remote-allow-system-access";
export const ID = "newsgloss@newsgloss.invalid";

/** What a document does with a script that is sent to it: evaluates it as the page's own, whatever the page's policy says of eval. */
const IN_FRAME = `
  let sandbox = null;
  let of = null;
  addMessageListener("newsgloss-test:evaluate", async ({ data: { id, source } }) => {
    if (of !== content.document) {
      of = content.document;
      sandbox = new Cu.Sandbox(of.nodePrincipal, { sandboxPrototype: content, wantXrays: false });
    }
    try {
      sendAsyncMessage("newsgloss-test:answer", { id, json: await Cu.evalInSandbox(source, sandbox) });
    } catch (error) {
      sendAsyncMessage("newsgloss-test:answer", { id, error: String(error) });
    }
  });`;

/** @param {Function | string} script @param {unknown[]} given */
const sourceOf = (script, given) =>
  `(async () => JSON.stringify(await ${typeof script === "string" ? `(0, eval)(${JSON.stringify(script)}), null` : `(${script})(...${JSON.stringify(given)})`}) ?? "null")()`;

export class FirefoxChrome {
  #send;
  #context;

  /** @param {(method: string, params: object) => Promise<any>} send @param {string} context */
  constructor(send, context) {
    this.#send = send;
    this.#context = context;
  }

  /** @param {import("puppeteer-core").Browser} browser */
  static async of(browser) {
    const { connection } = /** @type {any} */ (browser);
    const send = async (/** @type {string} */ method, /** @type {object} */ params) => (await connection.send(method, params)).result;
    const { contexts } = await send("browsingContext.getTree", { "moz:scope": "chrome", maxDepth: 0 });
    return new FirefoxChrome(send, contexts[0].context);
  }

  /** In the browser's window. @template R @param {(...given: any[]) => R} script @param {...unknown} given  JSON, as is the answer @returns {Promise<Awaited<R>>} */
  async evaluate(script, ...given) {
    const { result, exceptionDetails } = await this.#send("script.evaluate", { expression: sourceOf(script, given), awaitPromise: true, target: { context: this.#context } });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return JSON.parse(result.value);
  }

  /** Until the window says so. @param {(...given: any[]) => unknown} script @param {...unknown} given */
  async until(script, ...given) {
    for (const end = Date.now() + 10_000; Date.now() < end; await sleep(50)) if (await this.evaluate(script, ...given)) return;
    throw new Error(`Firefox's window never came to ${script} ${given.join()}`);
  }

  /** What went wrong in the extension's scripts, in pages too, since the browser started. @returns {Promise<string[]>} */
  errors() {
    return this.evaluate((id) => {
      const { Ci, Services, WebExtensionPolicy } = /** @type {any} */ (window);
      const base = WebExtensionPolicy.getByID(id)?.extension.baseURL;
      return Services.console
        .getMessageArray()
        .filter((/** @type {any} */ one) => one instanceof Ci.nsIScriptError && !(one.flags & Ci.nsIScriptError.warningFlag) && one.sourceName.startsWith(base))
        // Firefox's note on a page of the extension's that was closed while it waited for an answer.
        .filter((/** @type {any} */ one) => !one.errorMessage.startsWith("Promise rejected after context unloaded"))
        .map((/** @type {any} */ one) => `${one.errorMessage} (${one.sourceName.slice(base.length)})`);
    }, ID);
  }

  /** Takes a tab to an address that the driver would wait for in vain. @param {import("puppeteer-core").Page} page @param {string} url */
  async goTo(page, url) {
    await this.#send("browsingContext.navigate", { context: /** @type {any} */ (page.mainFrame())._id, url, wait: "none" });
    for (let i = 0; i < 200; i += 1) {
      if (await page.evaluate((to) => location.href === to && document.readyState === "complete", url).catch(() => false)) return;
      await sleep(50);
    }
    throw new Error(`Firefox did not come to ${url}`);
  }

  /** Until an element can be seen. @param {string} selector */
  visible(selector) {
    return this.until((one) => (document.querySelector(one)?.getBoundingClientRect().width ?? 0) > 0, selector);
  }

  /** Presses the middle of the first element that there is, once it can be seen. @param {string} selector */
  async mouse(selector) {
    await this.visible(selector);
    await this.evaluate((one) => {
      const { x, y, width, height } = /** @type {Element} */ (document.querySelector(one)).getBoundingClientRect();
      for (const type of ["mousemove", "mousedown", "mouseup"]) {
        /** @type {any} */ (window).synthesizeMouseEvent(type, x + width / 2, y + height / 2, { button: 0, clickCount: type === "mousemove" ? 0 : 1 }, {});
      }
    }, selector);
  }

  /** Presses keys, of which the last is held the shortest: "Tab", "Alt+Shift+J". @param {string} keys */
  key(keys) {
    return this.evaluate((names) => {
      const { Cc, Ci } = /** @type {any} */ (window);
      const processor = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
      if (!processor.beginInputTransactionForTests(window)) throw new Error("the keyboard is in use");
      const events = names.map((/** @type {string} */ key) => new KeyboardEvent("", { key, ...(key.length === 1 ? { code: `Key${key}`, keyCode: key.charCodeAt(0) } : {}) }));
      for (const event of events) processor.keydown(event);
      for (const event of events.reverse()) processor.keyup(event);
    }, keys.split("+"));
  }

  /**
   * In the sidebar's document, or the background's.
   *
   * @template R
   * @param {"sidebar" | "background"} where
   * @param {((...given: any[]) => R) | string} script  a text is run, and answers nothing
   * @param {...unknown} given
   * @returns {Promise<Awaited<R>>}
   */
  async evaluateIn(where, script, ...given) {
    const { json, error } = await this.evaluate(
      async (where, id, source, inFrame) => {
        const { SidebarController, WebExtensionPolicy } = /** @type {any} */ (window);
        const views = () => [...(WebExtensionPolicy.getByID(id)?.extension.views ?? [])];
        const frame = where === "sidebar" ? SidebarController.browser?.contentDocument?.getElementById("webext-panels-browser") : views().find(({ viewType }) => viewType === "background")?.xulBrowser;
        if (!frame) throw new Error(`there is no ${where}`);
        const { messageManager } = frame;
        const known = (/** @type {any} */ (window).newsglossFrames ??= new WeakSet());
        if (!known.has(messageManager)) messageManager.loadFrameScript(`data:,${encodeURIComponent(inFrame)}`, false);
        known.add(messageManager);
        const request = Math.random();
        return new Promise((done) => {
          const listener = (/** @type {any} */ { data }) => {
            if (data.id !== request) return;
            messageManager.removeMessageListener("newsgloss-test:answer", listener);
            done(data);
          };
          messageManager.addMessageListener("newsgloss-test:answer", listener);
          messageManager.sendAsyncMessage("newsgloss-test:evaluate", { id: request, source });
        });
      },
      where,
      ID,
      sourceOf(script, given),
      IN_FRAME,
    );
    if (error) throw new Error(error);
    return JSON.parse(json);
  }
}

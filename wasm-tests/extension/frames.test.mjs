// Articles in frames: read where the frame's menu is chosen, or by a press where the page itself has none; the marks, the
// badge and the side panel are that frame's. No driver opens a context menu: what its item calls is called in the background, after the
// toolbar's button has been pressed on the page, which gives the same leave (activeTab) as the menu does.
//
// Nor can a driver answer Chromium's question about a site. There the test's package names the site as one that it would like, and
// the question and its taking back are stood in for by the browser's page for extensions, which gives and withdraws the same leave. In
// Firefox the question is the real one, set to be answered with yes; it is asked from a click in a page of the extension's.

import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { after, afterEach, before, describe, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { MANIFEST, NOTICES } from "../../web/extension/words.js";
import { browserNames, launchFirefox, launchWithExtension } from "../browser/browsers.mjs";
import { ARTICLE, pageHtml, startSite } from "../browser/site.mjs";
import { SidePanelPage, openSidePanel, packageWith } from "./side-panel.mjs";

const built = path.join(import.meta.dirname, "../../build/extension/chrome");
const FRAMED = { policy: "frame-src *; style-src 'unsafe-inline'" };
const OTHER = `<article><h1>Harbour tolls rise in Mombasa</h1>
<p>Mombasa Mayor Yusuf Khatib said the port would raise its tolls by a tenth from next month, at a meeting of the harbour board on Monday.</p>
<p>&ldquo;We have waited four years, and the cranes have not waited with us,&rdquo; Khatib told the board.</p>
<p>Board member Grace Atieno said small boats would pay nothing until the new year begins.</p></article>`;
const PASSWORD = '<form><input type="password"></form>';
/** @param {string} source @param {string} [more] @param {string} [style] */
const frame = (source, more = "", style = "width: 700px; height: 500px") => pageHtml(`<p>Shell.</p>${more}<iframe id="one" style="${style}" ${source}></iframe>`, { tag: "" });
const srcdoc = `srcdoc="${OTHER.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;

/** Of the frames of a page: whether marks are there. @param {import("puppeteer-core").Frame} at */
const marks = (at) => at.evaluate(() => [...CSS.highlights].filter(([name]) => name.startsWith("newsgloss")).reduce((sum, [, ranges]) => sum + ranges.size, 0));
/** @param {import("puppeteer-core").Frame} at */
const shown = (at) => at.waitForFunction(() => [...CSS.highlights.keys()].some((name) => name.startsWith("newsgloss")), { timeout: 20_000, polling: 50 });
/** @param {import("puppeteer-core").Frame} at */
const gone = (at) => at.waitForFunction(() => CSS.highlights.size === 0 && !document.querySelector("[data-newsgloss]"), { timeout: 20_000, polling: 50 });

describe("chromium", { skip: !browserNames.includes("chromium") }, () => {
  /** @type {import("puppeteer-core").Browser} */
  let browser;
  /** @type {import("../browser/site.mjs").Site} */
  let site;
  /** The same server, as another site. */
  let elsewhere = "";
  /** @type {string} */
  let folder;
  /** @type {import("puppeteer-core").Page} */
  let extensions;
  let id = "";

  before(async () => {
    /** @type {Record<string, import("../browser/site.mjs").Page>} */
    const pages = {
      "/article": { html: pageHtml(OTHER, { tag: "" }) },
      "/login": { html: pageHtml(`${OTHER}${PASSWORD}`, { tag: "" }) },
      "/empty": { html: pageHtml("<p>Hello.</p>", { tag: "" }) },
      "/same": { html: frame('src="/article"'), ...FRAMED },
      "/srcdoc": { html: frame(srcdoc), ...FRAMED },
      "/both": { html: frame('src="/article"', ARTICLE), ...FRAMED },
      "/unseen": { html: frame('src="/article"', "", "display: none"), ...FRAMED },
      "/small": { html: frame('src="/article"', "", "width: 150px; height: 150px"), ...FRAMED },
      "/several": { html: frame('src="/article"', '<iframe src="/main" style="width: 740px; height: 520px"></iframe><iframe src="/empty" style="width: 760px; height: 900px"></iframe>'), ...FRAMED },
      "/main": { html: pageHtml(ARTICLE, { tag: "" }) },
      "/same-login": { html: frame('src="/login"', ARTICLE), ...FRAMED },
    };
    site = await startSite(pages);
    elsewhere = site.url.replace("127.0.0.1", "localhost");
    pages["/foreign"] = { html: frame(`src="${elsewhere}/article"`), ...FRAMED };
    pages["/foreign-login"] = { html: frame(`src="${elsewhere}/login"`), ...FRAMED };
    pages["/foreign-around-login"] = { html: frame(`src="${elsewhere}/article"`, PASSWORD), ...FRAMED };
    const { permissions } = JSON.parse(await readFile(path.join(built, "manifest.json"), "utf8"));
    folder = await packageWith("chrome", { host_permissions: ["http://localhost/*"], permissions: [...permissions, "webNavigation"] });
    browser = await launchWithExtension(folder);
    id = new URL((await background()).url()).hostname;
    extensions = await browser.newPage();
    await extensions.goto("chrome://extensions");
    await settings("updateExtensionConfiguration", { extensionId: id, hostAccess: "ON_SPECIFIC_SITES" });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(() => inBackground(() => /** @type {any} */ (globalThis).chrome.storage.sync.clear()));

  const background = async () => {
    const target = await browser.waitForTarget((one) => one.type() === "service_worker" && one.url().endsWith("/background.js"));
    return /** @type {import("puppeteer-core").WebWorker} */ (await target.worker());
  };
  /** @template T @param {(...given: any[]) => T} what @param {...unknown} given */
  const inBackground = async (what, ...given) => (await background()).evaluate(what, ...given);
  /** The browser stops the background, and something starts another. */
  const anotherBackground = async () => {
    const worker = await background();
    const stopped = new Promise((done) => browser.on("targetdestroyed", (one) => one.type() === "service_worker" && done(undefined)));
    await worker.close();
    await stopped;
    const starter = await browser.newPage();
    await starter.goto(`chrome-extension://${id}/offscreen.html`);
    await starter.evaluate(() => /** @type {any} */ (globalThis).chrome.runtime.sendMessage({ type: "wake" }).catch(() => {}));
    await background();
    await starter.close();
  };
  /** What the reader does among the browser's settings. @param {string} call @param {...unknown} given */
  const settings = (call, ...given) =>
    extensions.evaluate((how, ...rest) => /** @type {any} */ (globalThis).chrome.developerPrivate[how](...rest), call, ...given);
  const press = async (/** @type {import("puppeteer-core").Page} */ page) =>
    page.triggerExtensionAction(/** @type {import("puppeteer-core").Extension} */ ([...(await browser.extensions()).values()][0]));

  /** @param {string} url */
  const open = async (url) => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1000, height: 1200 });
    await page.goto(new URL(url, site.url).href);
    await page.bringToFront();
    const inside = page.frames()[1];
    return { page, top: page.mainFrame(), inside };
  };

  /** @param {import("puppeteer-core").Page} page */
  const tabOf = (page) =>
    inBackground(async () => {
      const [{ id: tabId }] = await /** @type {any} */ (globalThis).chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return /** @type {number} */ (tabId);
    }, page.url());

  /** What the menu's item does in the first frame that has this address; it gives leave for the page first, as a choice from a menu does. @param {import("puppeteer-core").Page} page @param {string} url */
  const choose = async (page, url) => {
    const tabId = await tabOf(page);
    await inBackground(
      async (tab, address, pageUrl) => {
        const { chrome, newsglossToggleFrame } = /** @type {any} */ (globalThis);
        const frames = await chrome.webNavigation.getAllFrames({ tabId: tab });
        const { frameId, url: frameUrl } = frames.find((/** @type {any} */ one) => one.frameId !== 0 && one.url === address);
        await newsglossToggleFrame({ menuItemId: "frame", frameId, frameUrl, pageUrl }, { id: tab });
      },
      tabId,
      url,
      page.url(),
    );
  };
  /** A page on which the button was pressed, as a menu's choice gives leave, and nothing is shown. @param {string} url */
  const openWithLeave = async (url) => {
    const opened = await open(url);
    await press(opened.page);
    await opened.page.waitForFunction(() => document.querySelector("[data-newsgloss]"), { polling: 50, timeout: 20_000 }).catch(() => {});
    if ((await marks(opened.top)) > 0) {
      await press(opened.page);
      await gone(opened.top);
    }
    return opened;
  };
  /** @param {import("puppeteer-core").Page} page */
  const badge = async (page) => {
    const tabId = await tabOf(page);
    return inBackground(async (tab) => {
      const { action } = /** @type {any} */ (globalThis).chrome;
      return { text: await action.getBadgeText({ tabId: tab }), title: await action.getTitle({ tabId: tab }) };
    }, tabId);
  };
  /** @param {import("puppeteer-core").Page} page @param {RegExp} text */
  const badgeIs = async (page, text) => {
    for (let i = 0; i < 60 && !text.test((await badge(page)).text); i += 1) await sleep(50);
    assert.match((await badge(page)).text, text);
  };

  for (const [what, url] of [["a frame of the page's site", "/same"], ["a frame that is written in the page", "/srcdoc"]]) {
    test(`${what}: a press reads it where the page has no article, another takes the marks away`, async () => {
      const { page, top, inside } = await open(url);
      const before = await inside.evaluate(() => document.body.outerHTML);
      await press(page);
      await shown(inside);
      assert.ok((await marks(inside)) > 3);
      assert.ok(await inside.$("[data-newsgloss]"), "the frame's own button in the corner");
      assert.equal(await marks(top), 0);
      assert.equal(await top.$("[data-newsgloss]"), null, "no notice around it");
      await badgeIs(page, /^[1-9]\d*$/);
      await press(page);
      await gone(inside);
      assert.equal(await inside.evaluate(() => document.body.outerHTML), before);
      await badgeIs(page, /^$/);
      await page.close();
    });
  }

  test("of several frames the press reads the largest that has an article", async () => {
    const { page } = await open("/several");
    await press(page);
    const main = page.frames().find((one) => one.url().endsWith("/main"));
    assert.ok(main);
    await shown(main);
    for (const other of page.frames()) if (other !== main) assert.equal(await marks(other), 0, other.url());
    await page.close();
  });

  for (const url of ["/unseen", "/small", "/foreign"]) {
    test(`a press reads no frame that is not seen, too small, or of another site: ${url}`, async () => {
      const { page, inside } = await open(url);
      await press(page);
      const notice = await page.waitForSelector("[data-newsgloss]", { timeout: 20_000 });
      assert.match((await notice?.evaluate((host) => host.shadowRoot?.textContent ?? "")) ?? "", /no article/);
      assert.equal(await marks(inside), 0);
      await page.close();
    });
  }

  test("chosen in a frame of a page with an article of its own: that frame alone; chosen again, no longer", async () => {
    const { page, top, inside } = await openWithLeave("/both");
    await choose(page, `${site.url}/article`);
    await shown(inside);
    assert.equal(await marks(top), 0);
    await badgeIs(page, /^[1-9]\d*$/);
    await choose(page, `${site.url}/article`);
    await gone(inside);
    await badgeIs(page, /^$/);
    await page.close();
  });

  test("taken away also by a background that was not there when it was shown, and by the button", async () => {
    const { page, inside } = await openWithLeave("/both");
    for (const away of [() => choose(page, `${site.url}/article`), () => press(page)]) {
      await choose(page, `${site.url}/article`);
      await shown(inside);
      await anotherBackground();
      await page.bringToFront();
      await away();
      await gone(inside);
    }
    await page.close();
  });

  test("the frame goes on to another page: nothing of it is left, and the button counts the page again", async () => {
    const { page, top, inside } = await open("/both");
    await press(page);
    await shown(top);
    await badgeIs(page, /^[1-9]\d*$/);
    const own = (await badge(page)).text;
    await choose(page, `${site.url}/article`);
    await shown(inside);
    await inside.goto(`${site.url}/empty`);
    assert.equal(await marks(inside), 0);
    await badgeIs(page, new RegExp(`^${own}$`));
    await page.close();
  });

  for (const url of ["/same-login"]) {
    test(`a frame that asks for a password is left alone, and so is the page around it: ${url}`, async () => {
      const { page, top, inside } = await open(url);
      await press(page);
      await page.waitForSelector("[data-newsgloss]");
      await choose(page, `${site.url}/login`);
      assert.deepEqual(await badge(page), { text: "\u2013", title: "Newsgloss leaves this page alone" });
      assert.deepEqual([await marks(top), await marks(inside)], [0, 0]);
      await page.close();
    });
  }

  test("a site that the options leave alone is so with its frames", async () => {
    const { page, inside } = await openWithLeave("/both");
    await inBackground(() => /** @type {any} */ (globalThis).chrome.storage.sync.set({ settings: { version: 2, never: ["127.0.0.1"] } }));
    await choose(page, `${site.url}/article`);
    assert.equal((await badge(page)).title, "Newsgloss leaves this page alone");
    assert.equal(await marks(inside), 0);
    await page.close();
  });

  describe("of another site", () => {
    /** Stands in for the browser's question and for giving back. @param {boolean} yes */
    const answers = async (yes) => {
      await inBackground((say) => {
        const { browser: one, chrome } = /** @type {any} */ (globalThis);
        const { permissions } = one ?? chrome;
        Object.assign(globalThis, { asked: [], returned: [] });
        permissions.request = async (/** @type {any} */ { origins }) => {
          /** @type {any} */ (globalThis).asked.push(...origins);
          if (!say) return false;
          while (!(await permissions.contains({ origins }))) await new Promise((later) => setTimeout(later, 20));
          return true;
        };
        permissions.remove = async (/** @type {any} */ { origins }) => {
          /** @type {any} */ (globalThis).returned.push(...origins);
          while (await permissions.contains({ origins })) await new Promise((later) => setTimeout(later, 20));
          return true;
        };
      }, yes);
    };
    const told = () => inBackground(() => ({ asked: /** @type {any} */ (globalThis).asked, returned: /** @type {any} */ (globalThis).returned }));
    const registered = () => inBackground(async () => (await /** @type {any} */ (globalThis).chrome.scripting.getRegisteredContentScripts()).flatMap((/** @type {any} */ one) => one.matches));
    const PATTERN = "http://localhost/*";
    /** What the reader answers, and what the browser takes back. @param {Promise<unknown>} chosen */
    const granting = async (chosen) => {
      while ((await told()).asked.length === 0) await sleep(20);
      await settings("addHostPermission", id, PATTERN);
      while ((await told()).returned.length === 0) await sleep(20);
      await sleep(200);
      assert.deepEqual(await registered(), [], "while the leave lasts");
      await settings("removeHostPermission", id, PATTERN);
      await chosen;
    };

    test("the browser is asked for that site alone; read once, the leave is given back; it is on no list, and no other page is read", async () => {
      const { page: bystander, top: unread } = await open(`${elsewhere}/main`);
      const { page, inside } = await openWithLeave("/foreign");
      await answers(true);
      await granting(choose(page, `${elsewhere}/article`));
      await shown(inside);
      assert.ok((await marks(inside)) > 3);
      assert.deepEqual(await told(), { asked: [PATTERN], returned: [PATTERN] });
      assert.deepEqual(await registered(), []);
      assert.equal(await inBackground((pattern) => /** @type {any} */ (globalThis).chrome.permissions.contains({ origins: [pattern] }), PATTERN), false);
      assert.deepEqual(await inBackground(() => /** @type {any} */ (globalThis).chrome.storage.session.get()), { once: [] });
      await badgeIs(page, /^[1-9]\d*$/);
      assert.equal(await marks(unread), 0, "an open page of that site");
      // Taken away without another question.
      await answers(false);
      await choose(page, `${elsewhere}/article`);
      await gone(inside);
      assert.deepEqual((await told()).asked, []);
      await Promise.all([page.close(), bystander.close()]);
    });

    test("refused: a dash and a word, and nothing is read", async () => {
      const { page, inside } = await openWithLeave("/foreign");
      await answers(false);
      await choose(page, `${elsewhere}/article`);
      assert.deepEqual(await badge(page), { text: "\u2013", title: "Newsgloss may not read this frame" });
      assert.equal(await marks(inside), 0);
      assert.deepEqual(await told(), { asked: [PATTERN], returned: [] });
      await page.close();
    });

    test("the frame asks for a password: it says that it is left alone", async () => {
      const { page, inside } = await openWithLeave("/foreign-login");
      await answers(true);
      await granting(choose(page, `${elsewhere}/login`));
      const notice = await inside.waitForSelector("[data-newsgloss]");
      assert.match((await notice?.evaluate((host) => host.shadowRoot?.textContent ?? "")) ?? "", /left alone/);
      assert.equal(await marks(inside), 0);
      await page.close();
    });

    test("the page around it asks for a password: left alone", async () => {
      const { page, inside } = await openWithLeave("/foreign-around-login");
      await answers(true);
      await granting(choose(page, `${elsewhere}/article`));
      assert.equal((await badge(page)).title, "Newsgloss leaves this page alone");
      assert.equal(await marks(inside), 0);
      await page.close();
    });

    test("a site that is always read stays so", async () => {
      await settings("addHostPermission", id, PATTERN);
      const { page, inside } = await openWithLeave("/foreign");
      await answers(true);
      await choose(page, `${elsewhere}/article`);
      await shown(inside);
      assert.deepEqual((await told()).returned, []);
      for (let i = 0; i < 40 && (await registered()).length === 0; i += 1) await sleep(50);
      assert.deepEqual(await registered(), [PATTERN]);
      await settings("removeHostPermission", id, PATTERN);
      await page.close();
    });

    test("what was given to a background that was stopped is taken away by the next", async () => {
      await answers(true);
      await inBackground((pattern) => /** @type {any} */ (globalThis).chrome.storage.session.set({ once: [pattern] }), PATTERN);
      await settings("addHostPermission", id, PATTERN);
      await sleep(300);
      assert.deepEqual(await registered(), [], "nor is it on the list meanwhile");
      await anotherBackground();
      for (let i = 0; i < 40; i += 1) {
        const { once } = await inBackground(() => /** @type {any} */ (globalThis).chrome.storage.session.get());
        if (once.length === 0) break;
        await sleep(50);
      }
      assert.deepEqual(await inBackground(() => /** @type {any} */ (globalThis).chrome.storage.session.get()), { once: [] });
      await settings("removeHostPermission", id, PATTERN);
    });
  });

  test("the side panel is about the frame: its list, its place in it, and the page again when the frame is gone", async () => {
    const { page: panel } = await openSidePanel(browser);
    const side = new SidePanelPage(panel);
    const { page, inside } = await open("/both");
    await press(page);
    await side.says(/Beatrice Nalwoga/);
    await choose(page, `${site.url}/article`);
    assert.doesNotMatch(await side.says(/Yusuf Khatib/), /Nalwoga/);
    assert.deepEqual(await side.texts(".always"), [], "a frame is not offered for always");
    await side.click(".panel button", "We have waited four years");
    await inside.waitForFunction(() => /Khatib/.test(/** @type {HTMLElement | null | undefined} */ (document.querySelector("[data-newsgloss]")?.shadowRoot?.querySelector(".card"))?.innerText ?? ""), { polling: 50 });
    // Another tab and back: the frame is found again.
    const { page: other } = await open("/empty");
    await side.says(/Press the Newsgloss button/);
    await page.bringToFront();
    await side.says(/Beatrice Nalwoga|Yusuf Khatib/);
    await choose(page, `${site.url}/article`);
    await side.says(/Beatrice Nalwoga/);
    await Promise.all([page.close(), other.close()]);
  });

  test("the side panel finds a frame that is shown where the page itself shows nothing", async () => {
    const { page: panel } = await openSidePanel(browser);
    const side = new SidePanelPage(panel);
    const { page, inside } = await open("/same");
    await press(page);
    await shown(inside);
    await side.says(/Yusuf Khatib/);
    const { page: other } = await open("/empty");
    await side.says(/Press the Newsgloss button/);
    await page.bringToFront();
    await side.says(/Yusuf Khatib/);
    await inside.goto(`${site.url}/empty`);
    await side.says(/Nothing is annotated here yet/);
    await Promise.all([page.close(), other.close()]);
  });
});

describe("firefox", { skip: !browserNames.includes("firefox") }, () => {
  const ORIGIN = "moz-extension://6a8b2f5e-1d2c-4222-8333-444455557777";
  /** @type {import("puppeteer-core").Browser} */
  let browser;
  /** @type {import("../browser/site.mjs").Site} */
  let site;
  let elsewhere = "";
  /** @type {string} */
  let folder;
  /** A page of the extension's. @type {import("puppeteer-core").Page} */
  let options;

  before(async () => {
    /** @type {Record<string, import("../browser/site.mjs").Page>} */
    const pages = { "/article": { html: pageHtml(OTHER, { tag: "" }) }, "/main": { html: pageHtml(ARTICLE, { tag: "" }) }, "/empty": { html: pageHtml("<p>Hello.</p>", { tag: "" }) }, "/login": { html: pageHtml(`${OTHER}${PASSWORD}`, { tag: "" }) } };
    site = await startSite(pages);
    elsewhere = site.url.replace("127.0.0.1", "localhost");
    for (const name of ["article", "login"]) pages[`/foreign-${name}`] = { html: frame(`src="${elsewhere}/${name}"`), ...FRAMED };
    pages["/foreign-around-login"] = { html: frame(`src="${elsewhere}/article"`, PASSWORD), ...FRAMED };
    pages["/same"] = { html: frame('src="/article"'), ...FRAMED };
    // The page around the frame may be read: that is what a choice from the menu gives.
    folder = await packageWith("firefox", { host_permissions: ["http://127.0.0.1/*"], web_accessible_resources: [{ resources: ["options.html"], matches: ["http://127.0.0.1/*"] }] });
    browser = await launchFirefox({ "extensions.webextensions.uuids": JSON.stringify({ "newsgloss@newsgloss.invalid": ORIGIN.split("//")[1] }), "extensions.webextOptionalPermissionPrompts": false });
    await browser.installExtension(folder);
    options = await browser.newPage();
    await options.goto(`${site.url}/empty`);
    await options.evaluate((url) => void setTimeout(() => location.assign(url)), `${ORIGIN}/options.html`);
    for (let i = 0; i < 100 && (await options.evaluate(() => location.protocol).catch(() => "")) !== "moz-extension:"; i += 1) await sleep(100);
    await options.waitForSelector("[name=always-add]");
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** What the menu's item calls, from a click, in the frame of the tab that shows this address. @param {string} pageUrl @param {string} frameUrl */
  const choose = async (pageUrl, frameUrl) => {
    await options.bringToFront();
    await options.evaluate(
      async (page, address) => {
        const { browser: api } = /** @type {any} */ (globalThis);
        const tab = (await api.tabs.query({})).find((/** @type {any} */ one) => one.url === page);
        const [{ result: frameId }] = await api.scripting.executeScript({ target: { tabId: tab.id }, func: () => /** @type {any} */ (globalThis).browser.runtime.getFrameId(document.querySelector("iframe")) });
        const { newsglossToggleFrame } = await api.runtime.getBackgroundPage();
        const button = document.createElement("button");
        button.id = "choose";
        button.textContent = "Choose";
        button.onclick = () => {
          newsglossToggleFrame({ frameId, frameUrl: address, pageUrl: page }, tab).then(() => (button.dataset.done = ""), (/** @type {Error} */ error) => (button.dataset.done = error.message));
        };
        document.querySelector("#choose")?.remove();
        document.body.prepend(button);
      },
      pageUrl,
      frameUrl,
    );
    await options.click("#choose");
    const done = await options.waitForSelector("#choose[data-done]", { timeout: 20_000 });
    assert.equal(await done?.evaluate((button) => /** @type {HTMLElement} */ (button).dataset.done), "");
  };
  const origins = () => options.evaluate(async () => (await /** @type {any} */ (globalThis).browser.permissions.getAll()).origins);
  /** @param {string} url */
  const open = async (url) => {
    const page = await browser.newPage();
    await page.goto(url);
    return { page, inside: page.frames()[1] };
  };
  /** @param {string} url */
  const title = (url) =>
    options.evaluate(async (address) => {
      const { browser: api } = /** @type {any} */ (globalThis);
      const tab = (await api.tabs.query({})).find((/** @type {any} */ one) => one.url === address);
      return api.action.getTitle({ tabId: tab.id });
    }, url);

  test("a frame of another site: asked for, read, given back; no other page of that site is read; chosen again, the marks go", async () => {
    const before = await origins();
    const { page: bystander } = await open(`${elsewhere}/main`);
    const { page, inside } = await open(`${site.url}/foreign-article`);
    await choose(`${site.url}/foreign-article`, `${elsewhere}/article`);
    await shown(inside);
    assert.ok((await marks(inside)) > 3);
    assert.deepEqual(await origins(), before);
    assert.doesNotMatch(await options.$eval(".sites", (list) => list.textContent ?? ""), /localhost/);
    await sleep(500);
    assert.equal(await marks(bystander.mainFrame()), 0);
    await choose(`${site.url}/foreign-article`, `${elsewhere}/article`);
    await gone(inside);
    assert.deepEqual(await origins(), before);
    await Promise.all([page.close(), bystander.close()]);
  });

  test("a frame of the page's own site", async () => {
    const { page, inside } = await open(`${site.url}/same`);
    await choose(`${site.url}/same`, `${site.url}/article`);
    await shown(inside);
    await choose(`${site.url}/same`, `${site.url}/article`);
    await gone(inside);
    await page.close();
  });

  test("the menu's item and the button are called what they are in the reader's language, and again when that changes", async () => {
    const { page } = await open(`${site.url}/foreign-article`);
    await options.evaluate(async () => {
      const background = await /** @type {any} */ (globalThis).browser.runtime.getBackgroundPage();
      const { contextMenus } = background.browser;
      const update = contextMenus.update.bind(contextMenus);
      contextMenus.update = async (/** @type {string} */ item, /** @type {{ title: string }} */ what) => {
        await update(item, what); // fails where there is none
        background.renamed = what.title;
      };
    });
    for (const lang of /** @type {const} */ (["ar", "es", "en"])) {
      await options.evaluate((chosen) => /** @type {any} */ (globalThis).browser.storage.sync.set({ settings: { version: 2, lang: chosen } }), lang);
      const wanted = { menu: NOTICES[lang].frame, button: MANIFEST[lang].action };
      const now = async () => ({ menu: await options.evaluate(async () => (await /** @type {any} */ (globalThis).browser.runtime.getBackgroundPage()).renamed), button: await title(`${site.url}/foreign-article`) });
      for (let i = 0; i < 60 && !isDeepStrictEqual(await now(), wanted); i += 1) await sleep(50);
      assert.deepEqual(await now(), wanted);
    }
    await page.close();
  });

  for (const [url, address] of [["/foreign-login", "/login"], ["/foreign-around-login", "/article"]]) {
    test(`left alone: ${url}`, async () => {
      const before = await origins();
      const { page, inside } = await open(`${site.url}${url}`);
      await choose(`${site.url}${url}`, `${elsewhere}${address}`);
      if (address === "/login") await inside.waitForSelector("[data-newsgloss]", { timeout: 20_000 });
      else assert.equal(await title(`${site.url}${url}`), "Newsgloss leaves this page alone");
      assert.equal(await marks(inside), 0);
      assert.deepEqual(await origins(), before);
      await page.close();
    });
  }
});

// Real browsers, headless and quiet: Debian's Chromium (DevTools protocol) and Firefox ESR (WebDriver BiDi), each with
// a fresh profile and everything that would talk to the network on its own switched off.
// NEWSGLOSS_BROWSERS=chromium (or firefox) runs one of them only.

import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";

/** Firefox preferences: no updates, no telemetry, no remote settings, no captive-portal or connectivity checks. */
const firefoxPreferences = {
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "browser.newtabpage.enabled": false,
  "browser.region.network.url": "",
  "browser.safebrowsing.downloads.remote.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.search.update": false,
  "browser.startup.homepage": "about:blank",
  "datareporting.healthreport.uploadEnabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "dom.push.enabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.dns.disablePrefetch": true,
  "network.http.speculative-parallel-limit": 0,
  "network.prefetch-next": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
};

const quietChromium = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const launchers = {
  chromium: {
    paths: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
    /** Colours can be forced later, tab by tab. @param {string} executablePath */
    launch: (executablePath) =>
      puppeteer.launch({
        executablePath,
        headless: true,
        args: quietChromium,
        // As readers have it: a page that is left is kept, and comes back as it was.
        ignoreDefaultArgs: ["--disable-back-forward-cache"],
      }),
  },
  firefox: {
    paths: ["/usr/bin/firefox-esr", "/usr/bin/firefox"],
    /** @param {string} executablePath @param {boolean} [forcedColors] */
    launch: (executablePath, forcedColors = false) =>
      puppeteer.launch({
        browser: "firefox",
        executablePath,
        headless: true,
        // "Override the colours specified by the page": always.
        extraPrefsFirefox: forcedColors ? { ...firefoxPreferences, "browser.display.document_color_use": 2 } : firefoxPreferences,
      }),
  },
};

/** @typedef {keyof typeof launchers} BrowserName */

/** The browsers to test in. @type {BrowserName[]} */
export const browserNames = /** @type {BrowserName[]} */ (
  (process.env.NEWSGLOSS_BROWSERS ?? "chromium,firefox").split(",").filter((name) => name in launchers)
);

/**
 * Starts a browser; an absent one is an error, since a test that skips itself proves nothing.
 * @param {BrowserName} name
 * @param {boolean} [forcedColors]  in Firefox: the reader's own colours, on every page
 */
export function launch(name, forcedColors) {
  const { paths, launch: start } = launchers[name];
  const path = paths.find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error(`${name} is not installed (looked for ${paths.join(", ")})`);
  return start(path, forcedColors);
}

/**
 * Chromium with an unpacked extension, whose welcome page is closed.
 *
 * @param {string} folder
 * @param {{ args?: string[], welcome?: boolean }} [options]  more arguments; the welcome page stays open
 */
export async function launchWithExtension(folder, { args = [], welcome = false } = {}) {
  const executablePath = launchers.chromium.paths.find((candidate) => existsSync(candidate));
  if (executablePath === undefined) throw new Error("chromium is not installed");
  const browser = await puppeteer.launch({ executablePath, headless: true, args: [...quietChromium, ...args], enableExtensions: [folder], pipe: true, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  const target = await browser.waitForTarget((one) => one.url().endsWith("/welcome.html"));
  if (!welcome) await (await target.page())?.close();
  return browser;
}

/** Firefox with preferences and arguments besides. @param {Record<string, unknown>} preferences @param {string[]} [args] */
export function launchFirefox(preferences, args = []) {
  const executablePath = launchers.firefox.paths.find((candidate) => existsSync(candidate));
  if (executablePath === undefined) throw new Error("firefox is not installed");
  return puppeteer.launch({ browser: "firefox", executablePath, headless: true, args, extraPrefsFirefox: { ...firefoxPreferences, ...preferences } });
}

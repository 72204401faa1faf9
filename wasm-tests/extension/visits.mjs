// Pages of the test's site opened beside the side panel, as a reader would.

import { setTimeout as sleep } from "node:timers/promises";

/** @typedef {{ name: string, driver: import("./drivers.mjs").Driver, site: import("../browser/site.mjs").Site, side: import("./side-panel.mjs").SidePanelPage }} Visit */

/** @param {Visit} visit @param {string} url */
export async function openBeside({ name, driver, site }, url) {
  const page = await driver.browser.newPage();
  if (name === "chromium") await page.setViewport(null);
  await page.goto(new URL(url, site.url).href);
  await page.bringToFront();
  // Pressed within a few milliseconds of the page's loading, as no reader can, the button does nothing.
  await sleep(400);
  return page;
}

/** Opened, and the toolbar's button pressed. @param {Visit} visit @param {string} url */
export async function annotatedBeside(visit, url) {
  const page = await openBeside(visit, url);
  await visit.side.says(/Press the Newsgloss button/);
  await visit.driver.press(page);
  await visit.side.says(/In this article/);
  return page;
}

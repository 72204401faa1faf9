/**
 * TabFollower: which tab the side panel is about: the one in front in its window. Where the panel is itself opened as a tab, it is
 * the article that was last in front besides.
 *
 * Needs no permission: ids and order of tabs are told to every extension, their addresses and titles are not.
 *
 * @typedef {{ id: number, windowId: number, active: boolean, lastAccessed?: number }} Tab
 * @typedef {object} Listener
 * @property {(tabId: number | null) => void} changed  to another tab
 * @property {() => void} loaded  the same tab has another page
 */

import { api } from "../extension-api.js";

export class TabFollower {
  /** @type {number | null} */
  tabId = null;
  /** The tab that the panel itself is in, where it is in one. @type {number | null} */
  #own = null;
  #window = 0;
  /** Counts the changes of the tab in front. */
  #activations = 0;
  #listener;
  /** What was listened to. @type {(() => void)[]} */
  #listening = [];

  /** @param {Listener} listener */
  constructor(listener) {
    this.#listener = listener;
  }

  /** Does the panel stand in a tab itself? Then going to the article means leaving it. */
  get inTab() {
    return this.#own !== null;
  }

  async start() {
    const [own, { id }] = await Promise.all([api.tabs.getCurrent(), api.windows.getCurrent()]);
    this.#own = own?.id ?? null;
    this.#window = id;
    this.#listen(api.tabs.onActivated, (/** @type {{ tabId: number, windowId: number }} */ { tabId, windowId }) => {
      if (!this.inTab && windowId !== this.#window) return;
      this.#activations += 1;
      this.#follow(tabId);
    });
    if (this.inTab) this.#listen(api.windows.onFocusChanged, () => void this.look());
    this.#listen(api.tabs.onReplaced, (/** @type {number} */ added, /** @type {number} */ removed) => {
      if (removed === this.tabId) this.#follow(added);
    });
    this.#listen(api.tabs.onUpdated, (/** @type {number} */ tabId, /** @type {{ status?: string }} */ { status }) => {
      if (tabId === this.tabId && status === "complete") this.#listener.loaded();
    });
    await this.look();
  }

  async look() {
    const before = this.#activations;
    /** @type {Tab[]} */
    const tabs = await api.tabs.query(this.inTab ? {} : { active: true, windowId: this.#window });
    // An answer may come after the news that it does not know of.
    if (this.#activations !== before) return;
    const [latest] = tabs.filter(({ id }) => id !== this.#own).sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
    if (latest) this.#follow(latest.id);
    else if (this.tabId === null) this.#listener.changed(null);
  }

  stop() {
    for (const stop of this.#listening) stop();
  }

  /** An event that a browser lacks never comes. @param {any} event @param {(...args: any[]) => void} listener */
  #listen(event, listener) {
    event?.addListener(listener);
    this.#listening.push(() => event?.removeListener(listener));
  }

  /** @param {number} tabId */
  #follow(tabId) {
    if (tabId === this.#own || tabId === this.tabId) return;
    this.tabId = tabId;
    this.#listener.changed(tabId);
  }
}

/**
 * The side panel (Chrome) or sidebar (Firefox): the same panel as in the page, in a document of its own, about the article of the tab
 * in front. It annotates nothing itself: the content script in that tab does, and tells it what was found (protocol.js).
 *
 *     TabFollower --tab--> PageConnection --state--> what is shown: the panel, or a line that says why there is none
 *
 * @typedef {import("./protocol.js").State} State
 * @typedef {import("./protocol.js").Shown} Shown
 * @typedef {import("./states.js").Showing} Showing
 */

import { headlineOf } from "../../export/statements.js";
import { h } from "../../ui/dom.js";
import { messagesIn } from "../../ui/messages.js";
import { mountPanel } from "../../ui/mount-panel.js";
import { allow, isAlways } from "../always.js";
import { api } from "../extension-api.js";
import { ASK } from "../messages.js";
import { PANEL, wordsIn } from "../words.js";
import { ExportMenu } from "./export-menu.js";
import { leaveFor } from "./leave.js";
import { PageConnection } from "./page-connection.js";
import { adoptStyles, followTheme } from "./page-styles.js";
import { readPreferences, watchPreferences } from "./preferences.js";
import { HELLO } from "./protocol.js";
import css from "./side-panel.css";
import { stateView } from "./states.js";
import { TabFollower } from "./tab-follower.js";

class SidePanel {
  #look;
  #messages;
  #words;
  /** What is listed is the article's: heard, and not seen, since it stands beside it. */
  #heading = h("h1", { class: "unseen", hidden: true });
  #main = h("main");
  #status = h("p", { class: "unseen", role: "status" });
  #always = h("button", { type: "button", class: "always", hidden: true });
  #menu;
  #signal;
  #tabs;
  /** @type {PageConnection | null} */
  #connection = null;
  /** @type {Shown | null} */
  #shown = null;
  /** @type {Promise<Awaited<ReturnType<typeof mountPanel>>> | null} */
  #panel = null;
  /** Counts what was shown, so that what comes late is known to be. */
  #turn = 0;
  /** Ends what is shown now. */
  #showing = new AbortController();

  /**
   * @param {import("./preferences.js").Preferences} look
   * @param {import("../../ui/messages.js").Messages} messages
   * @param {AbortSignal} signal
   */
  constructor(look, messages, signal) {
    this.#look = look;
    this.#messages = messages;
    this.#words = wordsIn(PANEL, messages.lang);
    this.#signal = signal;
    this.#menu = new ExportMenu(
      {
        article: () => this.#shown,
        messages,
        words: this.#words,
        announce: (text) => (this.#status.textContent = text),
        print: () => this.#connection && void api.tabs.create({ url: `print.html?tab=${this.#connection.tabId}&frame=${this.#connection.frameId}` }),
      },
      signal,
    );
    this.#menu.element.hidden = true;
    this.#always.textContent = this.#words("always");
    this.#always.addEventListener("click", () => void this.#allow(), { signal });
    this.#tabs = new TabFollower({ changed: (tabId) => this.#follow(tabId), loaded: () => this.#loaded() });
  }

  async start() {
    document.documentElement.lang = this.#messages.lang;
    document.documentElement.dir = this.#messages.dir;
    followTheme(this.#look.theme, this.#signal);
    document.body.replaceChildren(h("header", {}, this.#heading, this.#menu.element), this.#main, this.#always, this.#status);
    const heard = (/** @type {any} */ message, /** @type {any} */ sender) => {
      if (message?.type === HELLO && sender.id === api.runtime.id && sender.tab?.id === this.#tabs.tabId) this.#greeted(sender.tab.id, sender.frameId ?? 0, message.anew === true);
    };
    const allowed = () => this.#loaded();
    api.runtime.onMessage.addListener(heard);
    api.permissions.onAdded.addListener(allowed);
    this.#signal.addEventListener("abort", () => {
      api.runtime.onMessage.removeListener(heard);
      api.permissions.onAdded.removeListener(allowed);
      this.#tabs.stop();
      this.#connection?.close();
      this.#showing.abort();
    });
    await this.#tabs.start();
  }

  /** @param {number | null} tabId */
  #follow(tabId) {
    // Until it is known what there is, nothing may be pressed that is about another tab.
    this.#main.inert = true;
    this.#connection?.close();
    if (tabId === null) void this.#say("never");
    else this.#connect(tabId, 0);
  }

  /** The tab has another page, or it may be read now. */
  #loaded() {
    const { tabId } = this.#tabs;
    if (tabId !== null && !this.#connection?.open) this.#connect(tabId, 0);
  }

  /** @param {number} tabId @param {number} frameId @param {boolean} anew */
  #greeted(tabId, frameId, anew) {
    const now = this.#connection;
    if (anew || !now?.open || now.tabId !== tabId || now.frameId !== frameId) this.#connect(tabId, frameId);
  }

  /** @param {number} tabId @param {number} frameId */
  #connect(tabId, frameId) {
    this.#connection?.close();
    const connection = new PageConnection(tabId, frameId, {
      state: (state) => this.#told(state),
      selected: (target) => void this.#panel?.then((panel) => panel.select(target)).catch(() => {}),
      gone: () => {
        if (this.#connection !== connection) return;
        // A frame that is gone has a page around it.
        if (frameId === 0) void this.#absent(tabId);
        else this.#connect(tabId, 0);
      },
    });
    this.#connection = connection;
  }

  /** @param {State} state */
  #told(state) {
    if (state.phase === "shown") this.#show(state);
    else if (state.phase === "idle") {
      void this.#say("absent");
      this.#askOthers();
    } else void this.#say(state.phase === "working" ? "working" : state.reason);
  }

  /** No content script is there: may it be put there? @param {number} tabId */
  async #absent(tabId) {
    const connection = this.#connection;
    const leave = await leaveFor(tabId);
    if (this.#connection !== connection || this.#signal.aborted) return;
    this.#askOthers();
    await this.#say(leave === "yes" ? "absent" : leave);
  }

  /** Where this document shows nothing, another of the tab may: it greets. */
  #askOthers() {
    const { tabId } = this.#tabs;
    if (tabId !== null) void api.tabs.sendMessage(tabId, { type: ASK }).catch(() => {});
  }

  /** @param {Shown} state */
  #show(state) {
    const before = this.#shown;
    this.#turn += 1;
    this.#shown = state;
    this.#main.inert = false;
    // The same article, changed: the panel keeps the reader's place.
    if (this.#panel && before?.page.url === state.page.url) {
      void this.#panel.then((panel) => panel.update(state.annotations)).catch(() => {});
      return;
    }
    const hadFocus = this.#main.contains(document.activeElement);
    this.#clear();
    this.#menu.element.hidden = false;
    void this.#offerAlways();
    this.#heading.hidden = false;
    this.#heading.textContent = headlineOf(state.annotations, state.page) || document.title;
    const { theme } = this.#look;
    this.#panel = mountPanel(this.#main, {
      annotations: state.annotations,
      lang: this.#look.lang,
      theme,
      font: "Georgia, serif",
      signal: this.#showing.signal,
      onJump: (target) => {
        this.#connection?.goTo(target);
        if (this.#tabs.inTab && this.#connection) void api.tabs.update(this.#connection.tabId, { active: true });
      },
    });
    this.#panel
      .then((panel) => {
        this.#status.textContent = this.#heading.textContent;
        if (hadFocus) panel.focus();
      })
      .catch(() => {});
  }

  /** @param {Showing} what */
  async #say(what) {
    this.#shown = null;
    const turn = (this.#turn += 1);
    const keys = what === "press" ? await shortcut() : null;
    if (this.#turn !== turn) return;
    const hadFocus = this.#main.contains(document.activeElement);
    this.#clear();
    this.#menu.element.hidden = true;
    this.#always.hidden = true;
    this.#heading.hidden = true;
    this.#main.inert = false;
    const view = stateView(what, { words: this.#words, keys, annotate: () => void this.#annotate() });
    this.#main.replaceChildren(view.element);
    this.#status.textContent = view.title;
    if (hadFocus) view.focus();
  }

  #clear() {
    this.#showing.abort();
    this.#showing = new AbortController();
    this.#panel = null;
    this.#main.replaceChildren();
  }

  /** The host of what is shown; null where it has none, and for frames, which are read when they are asked for and only then. */
  #host() {
    if (this.#connection?.frameId !== 0) return null;
    const { protocol, hostname } = new URL(this.#shown?.page.url ?? "about:blank");
    return /^https?:$/.test(protocol) ? hostname.replace(/^www\./, "") : null;
  }

  async #offerAlways() {
    const host = this.#host();
    const wanted = host !== null && !(await isAlways(host));
    if (this.#host() === host) this.#always.hidden = !wanted;
  }

  /** At once, or it is no longer the reader's doing; what the browser then refuses to ask here, the options page asks. */
  async #allow() {
    const host = this.#host();
    if (host === null) return;
    try {
      if (await allow(host)) this.#always.hidden = true;
    } catch {
      await api.tabs.create({ url: `options.html#always=${encodeURIComponent(host)}` });
    }
  }

  async #annotate() {
    const { tabId } = this.#tabs;
    if (tabId === null) return;
    try {
      await api.scripting.executeScript({ target: { tabId }, files: ["content.js"] });
    } catch {
      await this.#absent(tabId);
    }
  }
}

/** The keys that stand for the toolbar's button, where there are any. */
async function shortcut() {
  /** @type {{ name: string, shortcut: string }[]} */
  const commands = (await api.commands?.getAll?.()) ?? [];
  return commands.find(({ name }) => name === "_execute_action" || name === "_execute_browser_action")?.shortcut || null;
}

adoptStyles(css);

/** Anew when the reader wants another language or theme. */
async function run() {
  const stopping = new AbortController();
  const look = await readPreferences();
  const messages = await messagesIn(look.lang);
  watchPreferences(() => {
    stopping.abort();
    void run();
  }, stopping.signal);
  await new SidePanel(look, messages, stopping.signal).start();
}

void run();

/**
 * A notice in the page's corner, where there is nothing else to show: why the article is not read. It stays until the reader
 * closes it or the signal ends it; a page shows one at a time. Nothing else of Newsgloss is then in the page.
 */

import { h, icon } from "./dom.js";
import { Messages } from "./messages.js";
import { Shell } from "./shell.js";
import { ThemeWatch } from "./theme-watch.js";

/** A live region speaks of what changes in it once it is known to assistive technology. */
const ANNOUNCED_AFTER_MS = 200;

/** @type {WeakSet<Document>} */
const shown = new WeakSet();

/**
 * @param {Element} root
 * @param {string} text
 * @param {{ theme?: "auto" | import("../highlight/palette.js").Theme, signal?: AbortSignal }} options
 * @param {Messages} [messages]
 */
export function showNotice(root, text, { theme = "auto", signal }, messages = new Messages()) {
  const { ownerDocument } = root;
  if (signal?.aborted || shown.has(ownerDocument)) return;
  shown.add(ownerDocument);
  const stopping = new AbortController();
  const themes = new ThemeWatch(() => root, theme, (now) => shell.setTheme(now.theme), stopping.signal);
  const shell = new Shell(ownerDocument.body, { theme: themes.now.theme, font: "serif", messages });
  const timer = setTimeout(() => shell.announce(text), ANNOUNCED_AFTER_MS);
  const close = () => {
    clearTimeout(timer);
    stopping.abort();
    shell.remove();
    shown.delete(ownerDocument);
  };
  shell.root.append(
    h(
      "section",
      { class: "toolbar notice", part: "notice", ariaLabel: messages.text("toolbar") },
      h("button", { type: "button", class: "close", ariaLabel: messages.text("close"), onclick: close }, icon("close")),
      h("p", {}, text),
    ),
  );
  signal?.addEventListener("abort", close, { signal: stopping.signal });
}

/**
 * The panel in a document of its own: an extension's side panel, a newsroom's page. It fills its mount element, knows no
 * article but the annotations, and says by targets (target.js) where the reader wants to go.
 *
 *     const panel = await mountPanel(document.querySelector("main"), { annotations, onJump: (target) => port.postMessage(target) });
 *     panel.select(target);      // what is looked at in the article, or null
 *     panel.update(annotations);
 *     panel.destroy();
 *
 * @typedef {import("../schema.js").Annotations} Annotations
 * @typedef {import("./target.js").Target} Target
 *
 * @typedef {object} MountOptions
 * @property {Annotations} annotations
 * @property {(target: Target) => void} onJump  the reader chose something
 * @property {() => void} [onClose]  then it has a button for that
 * @property {import("./messages.js").Language} [lang]  English by default
 * @property {"auto" | "light" | "dark"} [theme]  as the reader prefers, by default
 * @property {string} [font]  for what is quoted from the article
 * @property {AbortSignal} [signal]  takes it away
 */

import { messagesIn } from "./messages.js";
import { Panel } from "./panel.js";
import { Shell } from "./shell.js";

/** @param {Element} mount @param {MountOptions} options */
export async function mountPanel(mount, { annotations, onJump, onClose, lang, theme = "auto", font = "serif", signal }) {
  const messages = await messagesIn(lang);
  signal?.throwIfAborted();
  const stopping = new AbortController();
  const view = /** @type {Window} */ (mount.ownerDocument.defaultView);
  const night = view.matchMedia("(prefers-color-scheme: dark)");
  const now = () => (theme === "auto" ? (night.matches ? "dark" : "light") : theme);
  const shell = new Shell(mount, { theme: now(), font, messages });
  night.addEventListener("change", () => shell.setTheme(now()), { signal: stopping.signal });
  const panel = new Panel(shell.root, { annotations, messages, onJump: (target) => onJump(target), onClose }, stopping.signal);
  const destroy = () => {
    stopping.abort();
    shell.remove();
  };
  signal?.addEventListener("abort", destroy, { signal: stopping.signal });
  panel.show();
  return {
    element: shell.host,
    update: (/** @type {Annotations} */ now) => panel.update(now),
    select: (/** @type {Target | null} */ target) => void panel.select(target),
    focus: () => panel.focus(),
    destroy,
  };
}

/**
 * The parts of the interface that are files of their own: its words in another language than English, the panel, and
 * the painter of `<mark>` elements. They are fetched beside the engine, so that nothing is requested later; marks do not wait for the panel.
 *
 * @typedef {typeof import("./panel-part.js")} PanelPart
 * @typedef {typeof import("../highlight/mark-painter.js")} MarkPart
 * @typedef {{ messages: Promise<import("./messages.js").Messages>, panel: Promise<PanelPart> | null, marker: Promise<MarkPart> | null }} InterfaceParts
 */

import { NewsglossError } from "../engine/newsgloss-error.js";
import { messagesIn } from "./messages.js";

/**
 * @param {{ lang?: import("./messages.js").Language, toolbar?: boolean, feedback?: boolean, marks?: "auto" | "elements" }} options  of a session
 * @returns {InterfaceParts}
 */
export function interfaceParts({ lang, toolbar = true, feedback = false, marks }) {
  const messages = messagesIn(lang);
  const panel = toolbar || feedback ? fetched("panel", () => import("./panel-part.js")) : null;
  const marker = marks === "elements" ? fetched("marks", () => import("../highlight/mark-painter.js")) : null;
  // Reported by whoever waits for them.
  messages.catch(() => {});
  panel?.catch(() => {});
  marker?.catch(() => {});
  return { messages, panel, marker };
}

/** @template Part @param {string} name @param {() => Promise<Part>} load */
async function fetched(name, load) {
  try {
    return await load();
  } catch (cause) {
    throw new NewsglossError("unreachable", `The file ${name}.js could not be fetched`, { cause });
  }
}

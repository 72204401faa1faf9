/**
 * The parts of the interface that are files of their own: its words in another language than English, the panel, and
 * the painter of `<mark>` elements. They are fetched beside the engine, so that nothing is requested later; marks do not wait for the panel.
 * Who checks what is imported (`Pin`) is asked before each of them.
 *
 * @typedef {typeof import("./panel-part.js")} PanelPart
 * @typedef {typeof import("../highlight/mark-painter.js")} MarkPart
 * @typedef {{ messages: Promise<import("./messages.js").Messages>, panel: Promise<PanelPart> | null, marker: Promise<MarkPart> | null }} InterfaceParts
 * @typedef {import("./messages.js").Pin} Pin
 */

import { NewsglossError } from "../engine/newsgloss-error.js";
import { messagesIn } from "./messages.js";

/**
 * @param {{ lang?: import("./messages.js").Language, toolbar?: boolean, feedback?: boolean, marks?: "auto" | "elements", pin?: Pin }} options  of a session
 * @returns {InterfaceParts}
 */
export function interfaceParts({ lang, toolbar = true, feedback = false, marks, pin }) {
  const messages = messagesIn(lang, pin);
  const panel = toolbar || feedback ? fetched("panel.js", pin, () => import("./panel-part.js")) : null;
  const marker = marks === "elements" ? fetched("marks.js", pin, () => import("../highlight/mark-painter.js")) : null;
  // Reported by whoever waits for them.
  messages.catch(() => {});
  panel?.catch(() => {});
  marker?.catch(() => {});
  return { messages, panel, marker };
}

/** @template Part @param {string} file @param {Pin | undefined} pin @param {() => Promise<Part>} load */
async function fetched(file, pin, load) {
  await pin?.(file);
  try {
    return await load();
  } catch (cause) {
    throw new NewsglossError("unreachable", `The file ${file} could not be fetched`, { cause });
  }
}

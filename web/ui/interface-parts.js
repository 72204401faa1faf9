/**
 * The parts of the interface that are files of their own: its words in another language than English, and the panel. They are
 * fetched beside the engine, so that nothing is requested later; marks do not wait for the panel.
 *
 * @typedef {typeof import("./panel-part.js")} PanelPart
 * @typedef {{ messages: Promise<import("./messages.js").Messages>, panel: Promise<PanelPart> | null }} InterfaceParts
 */

import { NewsglossError } from "../engine/newsgloss-error.js";
import { messagesIn } from "./messages.js";

/**
 * @param {{ lang?: import("./messages.js").Language, toolbar?: boolean, feedback?: boolean }} options  of a session
 * @returns {InterfaceParts}
 */
export function interfaceParts({ lang, toolbar = true, feedback = false }) {
  const messages = messagesIn(lang);
  const panel = toolbar || feedback ? loadPanel() : null;
  // Reported by whoever waits for them.
  messages.catch(() => {});
  panel?.catch(() => {});
  return { messages, panel };
}

async function loadPanel() {
  try {
    return await import("./panel-part.js");
  } catch (cause) {
    throw new NewsglossError("unreachable", "The panel's file, panel.js, could not be fetched", { cause });
  }
}

/**
 * The extension's own pages in the reader's language: title, direction and words, drawn anew when the reader chooses another language,
 * here or elsewhere. The place in the page and the keyboard's stay where they are.
 *
 * @typedef {import("../ui/messages.js").Messages} Messages
 * @typedef {import("./settings.js").Settings} Settings
 */

import { languageOf, messagesIn } from "../ui/messages.js";
import { readSettings, watchSettings } from "./settings.js";
import { wordsIn } from "./words.js";

/**
 * @template {"options" | "welcome" | "privacy"} Name
 * @typedef {object} Page
 * @property {import("./words.js").Words<Name>} words
 * @property {Messages} messages
 * @property {Settings} settings
 * @property {AbortSignal} signal  aborted when the page is drawn anew
 * @property {() => Promise<void>} again  draws it anew
 */

/**
 * @template {"options" | "welcome" | "privacy"} Name
 * @param {import("./words.js").Catalogues<Name>} catalogues  with a `title`
 * @param {(page: Page<Name>) => Promise<HTMLElement> | HTMLElement} draw
 * @param {(page: Page<Name>, drawn: HTMLElement) => void} [there]  called once it is in the document
 */
export async function showPage(catalogues, draw, there) {
  const { documentElement: root, body } = document;
  let drawing = new AbortController();
  /** The language that the page has, or will have at once. */
  let shown = "";

  /** @param {Settings} settings @param {boolean} [anyway]  also where the language is the same */
  const show = async (settings, anyway = false) => {
    if (anyway || languageOf(settings.lang) !== shown) await drawIn(settings);
  };

  /** @param {Settings} settings */
  const drawIn = async (settings) => {
    drawing.abort();
    shown = languageOf(settings.lang);
    const { signal } = (drawing = new AbortController());
    const messages = await messagesIn(settings.lang);
    const words = wordsIn(catalogues, messages.lang);
    const page = { words, messages, settings, signal, again: async () => show(await readSettings(), true) };
    const main = await draw(page);
    if (signal.aborted) return;
    const focused = /** @type {{ name?: string } | null} */ (document.activeElement)?.name;
    root.lang = messages.lang;
    root.dir = messages.dir;
    document.title = words("title");
    body.replaceChildren(main);
    if (focused) /** @type {HTMLElement | null} */ (body.querySelector(`[name="${CSS.escape(focused)}"]`))?.focus({ preventScroll: true });
    there?.(page, main);
  };

  watchSettings((settings) => void show(settings), new AbortController().signal);
  // The browser's own languages were changed.
  addEventListener("languagechange", () => void readSettings().then((settings) => show(settings)));
  await show(await readSettings(), true);
}

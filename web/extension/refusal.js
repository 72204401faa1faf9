/** Why a page is not read, said in its corner in the language of the interface. */

import { NewsglossError } from "../engine/newsgloss-error.js";
import { messagesIn } from "../ui/messages.js";
import { showNotice } from "../ui/notice.js";
import { readSettings } from "./settings.js";
import { NOTICES, wordsIn } from "./words.js";

/** @typedef {"sensitive" | "never" | "noArticle" | "noArticleInFrame"} Why */

export class Refusal extends NewsglossError {
  why;

  /** @param {Why} why */
  constructor(why) {
    super("no-text", NOTICES.en[why]);
    this.why = why;
  }
}

/** Of the page, or of the frame that this is. @returns {Why} */
export const noArticle = () => (window === window.top ? "noArticle" : "noArticleInFrame");

/** @param {unknown} error  a Refusal, or what went wrong */
export async function showRefusal(error) {
  const { lang, theme } = await readSettings();
  const messages = await messagesIn(lang);
  const words = wordsIn(NOTICES, messages.lang);
  const { code, message } = /** @type {{ code?: unknown, message?: unknown }} */ (error ?? {});
  const why = error instanceof Refusal ? error.why : code === "no-text" ? noArticle() : "failed";
  showNotice(document.body, words(why, { reason: String(message ?? error) }), { theme }, messages);
}

/** The privacy page: what the extension does with what you read, in plain words. docs/extension.md says how each is tested. */

import { h } from "../ui/dom.js";
import css from "./options.css";
import { showPage } from "./own-page.js";
import { adoptStyles } from "./panel/page-styles.js";
import { OPTIONS, PRIVACY, wordsIn } from "./words.js";

const SECTIONS = /** @type {const} */ (["leaves", "knows", "reads", "lit", "never", "stores", "wrong"]);

adoptStyles(css);
void showPage(PRIVACY, ({ words, messages }) => {
  const always = wordsIn(OPTIONS, messages.lang)("always");
  return h("main", {}, h("h1", {}, words("heading")), ...SECTIONS.map((name) => h("section", {}, h("h2", {}, words(name)), h("p", {}, words(`${name}Text`, { always })))));
});

/**
 * The print list's page, `print.html?tab=ID&frame=ID`: asks the content script of that tab what was found, shows it as a list, and prints it.
 * A tab of its own, since side panels cannot print in every browser.
 */

import { h } from "../../ui/dom.js";
import { messagesIn } from "../../ui/messages.js";
import { PANEL, wordsIn } from "../words.js";
import { PageConnection } from "./page-connection.js";
import { adoptStyles } from "./page-styles.js";
import { readPreferences } from "./preferences.js";
import css from "./print.css";
import { printDocument } from "./print-document.js";

adoptStyles(css);

const { lang } = await readPreferences();
const messages = await messagesIn(lang);
const words = wordsIn(PANEL, messages.lang);
document.documentElement.lang = messages.lang;
document.documentElement.dir = messages.dir;
document.title = `Newsgloss: ${words("said")}`;

let shown = false;
const nothing = () => {
  if (!shown) document.body.replaceChildren(h("main", {}, h("p", {}, words("printGone"))));
};
const where = new URLSearchParams(location.search);
const connection = new PageConnection(Number(where.get("tab")), Number(where.get("frame")), {
  state: (state) => {
    if (state.phase !== "shown") {
      nothing();
      return;
    }
    shown = true;
    connection.close();
    const { annotations, page } = state;
    const button = h("button", { type: "button", onclick: () => print() }, words("printNow"));
    document.body.replaceChildren(h("header", {}, button), h("main", {}, printDocument(annotations, page, messages, words("madeBy"))));
    // What a saved PDF is called.
    document.title = document.querySelector("h1")?.textContent || document.title;
    requestAnimationFrame(() => print());
  },
  gone: nothing,
});

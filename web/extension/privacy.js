/** The privacy page: what the extension does with what you read, in plain words. docs/extension.md says how each is tested. */

import { h } from "../ui/dom.js";
import css from "./options.css";
import { adoptStyles } from "./panel/page-styles.js";

/** @type {readonly [title: string, text: string][]} */
const SAID = [
  ["Nothing leaves your browser", "The article is read by a program that came with the extension and runs on your machine. No server is asked, not ours and not anyone\u2019s: there is none. The extension makes no request to the network at all."],
  ["It does not know what you read", "There is no account, no cookie, no counting and no report. The text of an article is in memory while its marks are shown, and is written nowhere."],
  ["It reads a page when you say so", "Press the button and it reads that page, until you leave it. Choose it in the menu of a frame and it reads that frame; where that is of another site your browser asks you first, and the leave ends as soon as the frame is being read. Add a site to \u201cAlways on these sites\u201d and it reads the articles there as they open; your browser asks you first, and you can take it back among the options or the browser\u2019s settings."],
  ["The lit button knows nothing either", "In Chrome the button is lit on pages that look like an article. Your browser compares the page with a list that the extension gave it, and tells the extension nothing of it."],
  ["Some pages it never reads", "Pages that show a field for a password, a card number or a one-time code, sites of mail and banks that it knows by name, and the sites that you list among the options. This holds even when you press the button."],
  ["What it stores", "Your options: the names that are marked, colours, language, the sites to leave alone. Your browser keeps them, and carries them to your other machines if you have told it to. The sites that are always read are kept by the browser with its other permissions, on this machine only. Removing the extension removes all of it."],
  ["What it may be wrong about", "The marks are made by machine. Check against the article before you rely on who is said to have said what."],
];

adoptStyles(css);
document.body.replaceChildren(h("main", {}, h("h1", {}, "Privacy"), ...SAID.map(([title, text]) => h("section", {}, h("h2", {}, title), h("p", {}, text)))));

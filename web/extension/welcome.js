/**
 * The page that opens once the extension is installed: what the button does, shown on an article of our own that is read there and then
 * by the same engine, and what becomes of what is read.
 */

import { attach } from "../index.js";
import { h } from "../ui/dom.js";
import { askBackground } from "./ask-background.js";
import { api } from "./extension-api.js";
import css from "./options.css";
import { adoptStyles } from "./panel/page-styles.js";
import more from "./welcome.css";

/** Invented: people, places' events and words. */
const HEADLINE = "Nile towns agree to share a water line";
const ARTICLE = [
  "MANSOURA, Egypt \u2014 Four towns on the eastern branch of the Nile agreed on Tuesday to share a water line that has stood half built for three years, ending a dispute over who should pay for its pumps.",
  "\u201cWe were drinking from tankers while the pipe lay in the field,\u201d said Samira Fathy, who leads the water committee in Sherbin. She said the first houses would be connected before the summer.",
  "The National Rural Water Fund will pay two thirds of the cost. Its director, Karim Adel, told reporters that the towns had been right to insist on meters, adding that no one could plan for a river that was not measured.",
  "Engineers from Kenya and the Netherlands are to advise on the pumps. According to Adel, the work should take nine months.",
];

const firefox = "sidebarAction" in api;

async function keys() {
  const commands = /** @type {{ name: string, shortcut?: string }[]} */ (await api.commands.getAll().catch(() => []));
  return commands.find(({ shortcut }) => shortcut)?.shortcut;
}

async function draw() {
  const panel = await keys();
  const story = h("article", {}, h("h2", {}, HEADLINE), ...ARTICLE.map((text) => h("p", {}, text)));
  const status = h("p", { class: "note", role: "status" }, "Reading the article below\u2026");
  document.body.replaceChildren(
    h("main", {},
      h("h1", {}, "Who said what, in any English news article"),
      h("ol", { class: "steps" },
        h("li", {}, h("strong", {}, "Keep the button in sight. "), firefox ? "Open the extensions menu in the toolbar, and in Newsgloss\u2019s own menu there choose \u201cPin to Toolbar\u201d." : "Press the puzzle piece in the toolbar, then the pin beside Newsgloss."),
        h("li", {}, h("strong", {}, "Press it on an article. "), "Names, quotes and dates are marked in place. Point at one to see who it is and what they said; press again and the page is as it was."),
        h("li", {}, h("strong", {}, "See it all in the list. "), `The ${firefox ? "sidebar" : "side panel"} has everyone who is quoted, with their words${panel ? `: ${panel} opens it` : ""}.`),
      ),
      h("p", { class: "promise" }, "Nothing you read leaves your browser. There is no server, no account and no counting. ", h("a", { href: "privacy.html" }, "Privacy in plain words"), " \u00b7 ", h("a", { href: "options.html" }, "Options")),
      h("section", { class: "sample" }, h("h2", { class: "over" }, "Try it here"), status, story),
    ),
  );
  try {
    const { annotations } = await attach(story, { annotate: askBackground });
    status.textContent = `An invented article, read just now on your machine: ${annotations.quotes.length} quotes, ${annotations.entities.length} names. Point at one, or press it.`;
  } catch (error) {
    status.textContent = `The sample could not be read: ${/** @type {Error} */ (error).message}`;
  }
}

adoptStyles(css);
adoptStyles(more);
void draw();

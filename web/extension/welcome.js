/**
 * The page that opens once the extension is installed: what the button does, shown on an article of our own that is read there and then
 * by the same engine, and what becomes of what is read.
 */

import { attach } from "../index.js";
import { h } from "../ui/dom.js";
import { askBackground } from "./ask-background.js";
import { api } from "./extension-api.js";
import css from "./options.css";
import { showPage } from "./own-page.js";
import { adoptStyles } from "./panel/page-styles.js";
import more from "./welcome.css";
import { WELCOME } from "./words.js";

/** Invented: people, places' events and words. */
const HEADLINE = "Nile towns agree to share a water line";
const ARTICLE = [
  "MANSOURA, Egypt \u2014 Four towns on the eastern branch of the Nile agreed on Tuesday to share a water line that has stood half built for three years, ending a dispute over who should pay for its pumps.",
  "\u201cWe were drinking from tankers while the pipe lay in the field,\u201d said Samira Fathy, who leads the water committee in Sherbin. She said the first houses would be connected before the summer.",
  "The National Rural Water Fund will pay two thirds of the cost. Its director, Karim Adel, told reporters that the towns had been right to insist on meters, adding that no one could plan for a river that was not measured.",
  "Engineers from Kenya and the Netherlands are to advise on the pumps. According to Adel, the work should take nine months.",
];

const firefox = "sidebarAction" in api;

/** The keys that open the panel, where there are any. */
async function keys() {
  const commands = /** @type {{ name: string, shortcut?: string }[]} */ ((await api.commands?.getAll().catch(() => [])) ?? []);
  return commands.find(({ shortcut }) => shortcut)?.shortcut;
}

/** @typedef {import("./own-page.js").Page<"welcome">} Page */

/** @param {Page} page */
async function draw({ words }) {
  const panel = await keys();
  /** @param {string} what @param {string[]} how */
  const step = (what, ...how) => h("li", {}, h("strong", {}, what), how.join(" "));
  return h("main", {},
    h("h1", {}, words("heading")),
    h("ol", { class: "steps" },
      step(words("pin"), words(firefox ? "pinFirefox" : "pinChrome")),
      step(words("press"), words("pressWhy")),
      step(words("list"), words(firefox ? "listFirefox" : "listChrome"), ...(panel ? [words("listKeys", { keys: panel })] : [])),
    ),
    h("div", { class: "promise" }, h("p", {}, words("promise")), h("p", { class: "links" }, h("a", { href: "privacy.html" }, words("privacy")), h("a", { href: "options.html" }, words("options")))),
    h("section", { class: "sample" },
      h("h2", { class: "over" }, words("try")),
      h("p", { class: "note" }, words("english")),
      h("p", { class: "note", role: "status" }, words("reading")),
      // Whatever language the page around it has.
      h("article", { lang: "en", dir: "ltr" }, h("h2", {}, HEADLINE), ...ARTICLE.map((text) => h("p", {}, text))),
    ),
  );
}

/** @param {Page} page @param {HTMLElement} main */
async function read({ words, messages, settings, signal }, main) {
  const [status, story] = /** @type {HTMLElement[]} */ ([...main.querySelectorAll("[role=status], article")]);
  try {
    const { annotations } = await attach(story, { annotate: askBackground, lang: settings.lang, signal });
    const quotes = messages.text("quoteCount", { count: annotations.quotes.length });
    const names = messages.text("nameCount", { count: annotations.entities.length });
    status.textContent = words("read", { quotes, names });
  } catch (error) {
    if (!signal.aborted) status.textContent = words("failed", { reason: /** @type {Error} */ (error).message });
  }
}

adoptStyles(css);
adoptStyles(more);
void showPage(WELCOME, draw, (page, main) => void read(page, main));

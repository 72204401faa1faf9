/**
 * Who gets to speak, as a picture: a bar for each voice, as long as its share of the quoted words, the dark part word for word,
 * the light part reported. The bars stand in a real table, which says the same in numbers.
 */

import { h, svg } from "./dom.js";
import { loudest } from "./voices.js";

/** Told apart; the others are one row. */
const MOST = 5;

/**
 * @param {readonly import("./voices.js").Voice[]} voices
 * @param {import("./messages.js").Messages} messages
 * @param {(voice: import("./voices.js").Voice) => void} chosen
 */
export function voiceTable(voices, messages, chosen) {
  const { shown, rest, unnamed } = loudest(voices, MOST);
  const all = voices.reduce((sum, { words }) => sum + words, 0);
  if (all === 0) return null;
  const others = {
    words: rest.reduce((sum, { words }) => sum + words, 0),
    literal: rest.reduce((sum, { literal }) => sum + literal, 0),
    quotes: rest.flatMap(({ quotes }) => quotes),
  };
  const most = Math.max(...shown.map(({ words }) => words), others.words, unnamed?.words ?? 0);
  /** @param {Node | string} name @param {{ words: number, literal: number, quotes: readonly unknown[] }} voice */
  const row = (name, { words, literal, quotes }) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, name),
      h("td", {}, unseen(messages.number(quotes.length))),
      h("td", {}, unseen(messages.number(words))),
      h("td", {}, bar(literal / most, words / most), h("span", { class: "share" }, messages.percent(words / all))),
    );
  return h(
    "figure",
    { class: "voices-picture" },
    h(
      "table",
      {},
      h("caption", {}, h("b", {}, messages.text("voices")), ` \u00b7 ${messages.text("voicesNote")}`),
      h(
        "thead",
        {},
        h("tr", {}, ...(/** @type {const} */ (["speaker", "quotes", "words", "share"]).map((key) => h("th", { scope: "col" }, unseen(messages.text(key)))))),
      ),
      h(
        "tbody",
        {},
        ...shown.map((voice) =>
          row(
            h("button", { type: "button", class: "link", dir: "auto", onclick: () => chosen(voice) }, voice.speakers.map(({ name }) => name).join(", ")),
            voice,
          ),
        ),
        rest.length > 0 && row(messages.text("otherSpeakers", { count: rest.length }), others),
        unnamed && row(h("i", {}, messages.text("unknownSpeaker")), unnamed),
      ),
    ),
    h(
      "figcaption",
      { class: "note" },
      voices.some(({ literal }) => literal > 0) && h("span", { class: "swatch literal" }, messages.text("legend.quote-direct")),
      voices.some(({ literal, words }) => literal < words) && h("span", { class: "swatch reported" }, messages.text("legend.quote-indirect")),
    ),
  );
}

/** For those who do not see the bars. @param {string} text */
const unseen = (text) => h("span", { class: "unseen" }, text);

/** @param {number} literal  0 to 1 @param {number} whole  0 to 1 */
function bar(literal, whole) {
  const percent = (/** @type {number} */ share) => Math.round(share * 1000) / 10;
  return svg(
    "svg",
    { class: "bar", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "reported", width: percent(whole), height: 8 }),
    svg("rect", { class: "literal", width: percent(literal), height: 8 }),
  );
}

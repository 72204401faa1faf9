/**
 * How each kind of mark is painted, in light and in dark.
 *
 * Names are underlined, each type in a colour and a line style of its own, so that colour alone never tells them apart.
 * Lines have at least 3:1 against the page and against the tints below (WCAG 2.2, 1.4.11). Speech is tinted, the more
 * literal the stronger; the text keeps its colour, and the tints are faint enough that its contrast stays. On a ground
 * that is neither white nor nearly black `coloursOn` moves them as far as that takes. Site owners override the custom properties (`--newsgloss-person: …` on the root or any element above the article).
 */

/**
 * @typedef {"quote-direct" | "quote-mixed" | "quote-indirect" | "caption" | "credit" | "date" | "person" | "organisation" |
 *           "place" | "group" | "thing" | "related" | "active" | "active-quote"} StyleName
 * @typedef {"light" | "dark"} Theme
 * @typedef {import("./contrast.js").Colours} Colours
 * @typedef {{ light: string, dark: string, line?: string }} Style  a line's colours, or with no `line` a tint's
 */

/** In the order of painting, the topmost last. @type {Record<StyleName, Style>} */
export const PALETTE = {
  "quote-indirect": { light: "rgb(236 178 46 / 15%)", dark: "rgb(240 192 96 / 11%)" },
  "quote-mixed": { light: "rgb(236 178 46 / 22%)", dark: "rgb(240 192 96 / 16%)" },
  "quote-direct": { light: "rgb(236 178 46 / 32%)", dark: "rgb(240 192 96 / 23%)" },
  caption: { light: "rgb(80 130 170 / 9%)", dark: "rgb(140 185 220 / 10%)" },
  credit: { light: "#5f6b76", dark: "#9aa7b2", line: "dotted 1px" },
  date: { light: "#6a6f78", dark: "#a3a9b3", line: "dotted 1px" },
  person: { light: "#1f5fa8", dark: "#7fb2f0", line: "solid 2px" },
  organisation: { light: "#98550b", dark: "#e0a45c", line: "dashed 2px" },
  place: { light: "#1d7a52", dark: "#6cc79b", line: "dotted 2px" },
  group: { light: "#7d4a9e", dark: "#c39be0", line: "dotted 2px" },
  thing: { light: "#596470", dark: "#a8b3be", line: "dashed 1px" },
  related: { light: "rgb(31 95 168 / 13%)", dark: "rgb(127 178 240 / 20%)" },
  "active-quote": { light: "rgb(236 178 46 / 34%)", dark: "rgb(240 192 96 / 26%)" },
  active: { light: "rgb(31 95 168 / 26%)", dark: "rgb(127 178 240 / 38%)" },
};

/** What is painted for the place that is looked at, and goes with it. */
export const MOVING = new Set(["related", "active", "active-quote"]);

/** The names in `CSS.highlights`, all of them ours. @param {StyleName} style */
export const registryName = (style) => `newsgloss-${style}`;

/** What is declared of a style, for highlights and elements alike. @param {StyleName} style @param {Colours} colours */
export function declarationsOf(style, colours) {
  const { line } = PALETTE[style];
  const value = `var(--newsgloss-${style}, ${colours[style]})`;
  return line ? `text-decoration: underline ${line} ${value}; text-underline-offset: 0.2em;` : `background-color: ${value};`;
}

/** @param {Colours} colours */
export function highlightRules(colours) {
  const styles = /** @type {StyleName[]} */ (Object.keys(PALETTE));
  const rules = styles.map((style) => `::highlight(${registryName(style)}) { ${declarationsOf(style, colours)} }`);
  const print = styles.map((style) => `::highlight(${registryName(style)}) { background-color: transparent; text-decoration: none; }`);
  // Forced colours are painted by the overlay: Chromium shows highlights as if selected there, whatever rules say.
  return `${rules.join("\n")}
@media print {\n${print.join("\n")}\n}\n`;
}

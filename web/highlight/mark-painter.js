/**
 * MarkPainter: what an article has painted as `<mark>` elements in it, for publishers who want that: their own style sheets
 * and scripts find each as `mark[data-newsgloss=person]`, with the entity's or quote's id in `data-id`.
 *
 *     painter.show(spans);      // exactly these, instead of those before
 *     painter.restore();        // the article's nodes are what they were
 *
 * A text node keeps its place and the words before its first mark; the rest of it goes to nodes beside it, and the map is
 * told, so that everything else goes on as if nothing had been split. `restore` puts the words back into the same node. A
 * page that has rewritten a node meanwhile keeps what it wrote. Where marks overlap without one holding the other, one is
 * drawn in two pieces. Cost: linear in the marks and in the text nodes that they touch.
 *
 * @typedef {import("../schema.js").BlockSpan} BlockSpan
 * @typedef {import("../page/text-map.js").TextMap} TextMap
 * @typedef {import("../ui/theme-watch.js").Appearance} Appearance
 * @typedef {import("./palette.js").StyleName} StyleName
 * @typedef {{ start: number, end: number, style: StyleName, order: number, id: string | null }} Stretch  of one text node
 * @typedef {{ node: Text, data: string, pieces: { node: Text, start: number, data: string }[], added: ChildNode[] }} Split
 */

import { MOVING, PALETTE, declarationsOf } from "./palette.js";

const STYLES = /** @type {StyleName[]} */ (Object.keys(PALETTE)).filter((style) => !MOVING.has(style));

export class MarkPainter {
  #map;
  /** @type {{ scope: Document | ShadowRoot, sheet: CSSStyleSheet }[]} */
  #sheets;
  /** @type {Split[]} */
  #splits = [];

  /**
   * @param {Window & typeof globalThis} view
   * @param {TextMap} map
   * @param {Appearance} appearance
   */
  constructor(view, map, appearance) {
    this.#map = map;
    this.#sheets = map.scopes.map((scope) => {
      const sheet = new view.CSSStyleSheet();
      scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet];
      return { scope, sheet };
    });
    this.setAppearance(appearance);
  }

  /** @param {Map<StyleName, readonly BlockSpan[]>} spans */
  show(spans) {
    this.restore();
    for (const [node, stretches] of this.#stretchesOf(spans)) {
      if (node.isConnected) this.#splits.push(split(node, stretches));
    }
    for (const { node, pieces } of this.#splits) this.#map.split(node, pieces);
  }

  restore() {
    for (const done of this.#splits) {
      this.#map.join(done.node);
      join(done);
    }
    this.#splits = [];
  }

  /** @param {Appearance} appearance */
  setAppearance({ colours }) {
    // Without specificity: whatever the site says of its marks holds.
    const rules = STYLES.map((style) => `:where(mark[data-newsgloss="${style}"]) { ${declarationsOf(style, colours)} }`);
    const css = `:where(mark[data-newsgloss]) { background: none; color: inherit; }\n${rules.join("\n")}
@media print { :where(mark[data-newsgloss]) { background: none; text-decoration: none; } }\n`;
    for (const { sheet } of this.#sheets) sheet.replaceSync(css);
  }

  remove() {
    this.restore();
    for (const { scope, sheet } of this.#sheets) scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter((one) => one !== sheet);
    this.#sheets = [];
  }

  /** @param {Map<StyleName, readonly BlockSpan[]>} spans */
  #stretchesOf(spans) {
    /** @type {Map<Text, Stretch[]>} */
    const stretches = new Map();
    STYLES.forEach((style, order) => {
      for (const span of spans.get(style) ?? []) {
        for (const { node, start, end } of this.#map.pieces(span)) {
          if (start >= Math.min(end, node.length)) continue;
          const stretch = { start, end: Math.min(end, node.length), style, order, id: idOf(span) };
          const known = stretches.get(node);
          if (known) known.push(stretch);
          else stretches.set(node, [stretch]);
        }
      }
    });
    return stretches;
  }
}

/** The id of the entity or quote that is marked. @param {BlockSpan & { subject?: import("./marks.js").Subject }} span */
function idOf({ subject }) {
  if (subject?.kind === "entity") return String(subject.entity.id);
  return subject?.kind === "quote" ? String(subject.quote.id) : null;
}

/** @param {Text} node @param {Stretch[]} stretches @returns {Split} */
function split(node, stretches) {
  const { data, ownerDocument: document } = node;
  const edges = [...new Set(stretches.flatMap(({ start, end }) => [start, end]).concat(data.length))].filter((edge) => edge > 0).sort((a, b) => a - b);
  // The longer outside; of equals the one painted first.
  const waiting = stretches.sort((a, b) => a.start - b.start || b.end - a.end || a.order - b.order);
  /** @type {{ stretch: Stretch, mark: HTMLElement }[]} */
  let open = [];
  let next = 0;
  let from = 0;
  const added = document.createDocumentFragment();
  /** @type {Split["pieces"]} */
  const pieces = [];
  for (const to of edges) {
    const ended = open.findIndex(({ stretch }) => stretch.end <= from);
    // What was opened inside one that ends goes on in another element.
    const again = ended < 0 ? [] : open.slice(ended).map(({ stretch }) => stretch).filter(({ end }) => end > from);
    if (ended >= 0) open = open.slice(0, ended);
    while (next < waiting.length && waiting[next].start <= from) again.push(waiting[next++]);
    for (const stretch of again) {
      const mark = document.createElement("mark");
      mark.setAttribute("data-newsgloss", stretch.style);
      if (stretch.id) mark.setAttribute("data-id", stretch.id);
      (open.at(-1)?.mark ?? added).append(mark);
      open.push({ stretch, mark });
    }
    const words = data.slice(from, to);
    if (pieces.length === 0 && open.length === 0) {
      pieces.push({ node, start: 0, data: words });
    } else {
      if (pieces.length === 0) pieces.push({ node, start: 0, data: "" });
      const text = document.createTextNode(words);
      (open.at(-1)?.mark ?? added).append(text);
      pieces.push({ node: text, start: from, data: words });
    }
    from = to;
  }
  const roots = [...added.childNodes];
  node.data = pieces[0].data;
  node.after(added);
  return { node, data, pieces, added: roots };
}

/** @param {Split} split */
function join({ node, data, pieces, added }) {
  const [own, ...others] = pieces;
  if (others.every((piece) => piece.node.data === piece.data)) {
    // The page may have written the whole text anew, into the node that it knows.
    if (node.data === own.data) node.data = data;
    for (const root of added) root.remove();
    return;
  }
  // Someone has written into the marks: their words stay.
  for (const root of added) {
    if (root.nodeType !== 1) continue;
    for (const mark of [.../** @type {Element} */ (root).querySelectorAll("mark[data-newsgloss]")].reverse()) mark.replaceWith(...mark.childNodes);
    root.replaceWith(...root.childNodes);
  }
}

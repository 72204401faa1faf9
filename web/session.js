/**
 * Session: one article of the page, read, painted and open to be explored, until `destroy()`.
 *
 *     session.addEventListener("select", ({ detail }) => …);   // detail.subject, or null
 *     session.show("quotes", false);
 *     session.next();
 *     session.destroy();
 *
 * The article's DOM is never written to. The page gets one element at the end of its body, ranges in `CSS.highlights` and a constructed style sheet; `destroy` takes
 * all of it away. Events `result`, `select` and `destroy` are fired on the session and, as bubbling `newsgloss:result` and
 * `newsgloss:select`, on the root.
 *
 * @typedef {import("./schema.js").Annotations} Annotations
 * @typedef {import("./schema.js").Article} Article
 * @typedef {import("./highlight/marks.js").Mark} Mark
 * @typedef {import("./highlight/marks.js").Layer} Layer
 * @typedef {import("./schema.js").BlockSpan} BlockSpan
 *
 * @typedef {object} SessionOptions
 * @property {(article: Article, options: { signal: AbortSignal }) => Promise<Annotations>} [annotate]
 * @property {Annotations} [annotations]  made before; then nothing is annotated
 * @property {readonly string[]} [types]  entity types to mark; all by default
 * @property {readonly Layer[]} [layers]  shown at first; all by default
 * @property {"auto" | "light" | "dark"} [theme]
 * @property {boolean} [toolbar]  the button in the corner; true by default
 * @property {AbortSignal} [signal]  destroys the session, or gives up before it is there
 */

import { NewsglossError } from "./engine/newsgloss-error.js";
import { HighlightSheet } from "./highlight/highlight-sheet.js";
import { HitTest } from "./highlight/hit-test.js";
import { LAYERS, MarkIndex, marksOf } from "./highlight/marks.js";
import { Painter } from "./highlight/painter.js";
import { MOVING, PALETTE } from "./highlight/palette.js";
import { alignBlocks } from "./page/align-blocks.js";
import { PageArticle } from "./page/page-article.js";
import { CardContent } from "./ui/card-content.js";
import { Card } from "./ui/card.js";
import { PointerWatch } from "./ui/pointer-watch.js";
import { Shell } from "./ui/shell.js";
import { ThemeWatch } from "./ui/theme-watch.js";
import { Toolbar } from "./ui/toolbar.js";
import { WORDS } from "./ui/words.js";

/** How long the pointer rests on a mark before its card shows, and how long the card waits for it to come over. */
const ENTER_MS = 140;
const LEAVE_MS = 260;

export class Session extends EventTarget {
  root;
  annotations;
  #page;
  #marks;
  #controller = new AbortController();
  #painter;
  #sheet;
  #shell;
  #card;
  #content;
  /** @type {Toolbar | null} */
  #toolbar = null;
  /** @type {Set<Layer>} */
  #layers;
  /** @type {Mark | null} */
  #active = null;
  /** A card that stays until it is closed, not only while the pointer is near. */
  #pinned = false;
  #timer = 0;

  /**
   * @param {Element} root
   * @param {SessionOptions} options
   * @returns {Promise<Session>}
   */
  static async start(root, options) {
    const { annotate, annotations, signal } = options;
    if (!root?.isConnected) throw new NewsglossError("no-root", "The root is not an element in the page");
    if (!Painter.supported) {
      throw new NewsglossError("highlights", "This browser has no CSS Custom Highlight API; nothing is painted");
    }
    const page = PageArticle.read(root);
    const { lang, blocks } = page.article;
    if (blocks.length === 0) throw new NewsglossError("no-text", "The root has no text to read");
    if (lang && !/^en\b/i.test(lang)) {
      throw new NewsglossError("language", `The page says that it is in "${lang}"; only English is read`);
    }
    const stopping = new AbortController();
    const given = annotations ?? (await annotate?.(page.article, { signal: signal ?? stopping.signal }));
    if (!given) throw new NewsglossError("article", "Neither annotations nor a way to make them were given");
    signal?.throwIfAborted();
    if (!root.isConnected) throw new NewsglossError("no-root", "The root has left the page meanwhile");
    return new Session(root, page, alignBlocks(given, blocks), options);
  }

  /**
   * @param {Element} root
   * @param {PageArticle} page
   * @param {Annotations} annotations  whose blocks are the page's
   * @param {SessionOptions} options
   */
  constructor(root, page, annotations, { types, layers = LAYERS, theme = "auto", toolbar = true, signal }) {
    super();
    this.root = root;
    this.annotations = annotations;
    this.#page = page;
    this.#marks = marksOf(annotations, { types });
    this.#layers = new Set(layers);
    this.#painter = new Painter(page);

    const stop = this.#controller.signal;
    const watch = new ThemeWatch(root, theme, (now) => this.#setTheme(now), stop);
    this.#sheet = new HighlightSheet(scopeOf(root), watch.theme);
    this.#shell = new Shell(watch.theme, this.#font());
    this.#card = new Card(this.#shell.root, { closed: () => this.#close() }, stop);
    this.#content = new CardContent(annotations, {
      goToEntity: (entity, mention = 0) => this.#goToMention(entity, entity.mentions[mention]),
      goToQuote: (quote) => this.#go((mark) => mark.subject.kind === "quote" && mark.subject.quote === quote),
      goToBlock: (block) => this.#goToBlock(block),
    });
    if (toolbar) this.#addToolbar(stop);
    this.#listen(stop);
    signal?.addEventListener("abort", () => this.destroy(), { signal: stop });
    this.#paint();
    queueMicrotask(() => this.#fire("result", { annotations, session: this }));
  }

  /** The layers that are shown. */
  get layers() {
    return [...this.#layers];
  }

  /** Shows or hides a layer. @param {Layer} layer @param {boolean} [on] */
  show(layer, on = true) {
    if (on) this.#layers.add(layer);
    else this.#layers.delete(layer);
    if (this.#active && !this.#layers.has(this.#active.layer)) {
      this.#close();
      this.#active = null;
    }
    this.#paint();
    const shown = this.#shownMarks();
    this.#toolbar?.position(this.#active ? shown.indexOf(this.#active) + 1 : 0, shown.length);
  }

  /** Goes to the next mark and shows its card. */
  next() {
    this.#step(1);
  }

  /** Goes to the mark before and shows its card. */
  previous() {
    this.#step(-1);
  }

  /** Takes everything away that the session added to the page. May be called again. */
  destroy() {
    if (this.#controller.signal.aborted) return;
    clearTimeout(this.#timer);
    this.#controller.abort();
    this.#painter.clearAll();
    this.#sheet.remove();
    this.#shell.remove();
    this.dispatchEvent(new CustomEvent("destroy"));
  }

  /** The typeface of the story's paragraphs, in which the card quotes them. */
  #font() {
    const block = Math.max(this.annotations.blocks.findIndex(({ kind }) => kind === "paragraph"), 0);
    const element = this.#page.map.pieces({ block, start: 0, end: 1 })[0]?.node.parentElement ?? this.root;
    return getComputedStyle(element).fontFamily;
  }

  /** @param {AbortSignal} signal */
  #addToolbar(signal) {
    const subjects = this.#marks.map(({ subject }) => (subject.kind === "entity" ? subject.entity : subject));
    const names = new Set(subjects.filter((subject) => "mentions" in subject)).size;
    const dates = this.#marks.filter((mark) => mark.layer === "dates").length;
    const quotes = this.annotations.quotes.length;
    this.#toolbar = new Toolbar(
      this.#shell.root,
      {
        counts: { names, quotes, dates, captions: this.annotations.captions.length },
        layers: this.#layers,
        summary: this.#marks.length > 0 ? WORDS.summary(names, quotes) : WORDS.nothing,
      },
      {
        toggled: (layer, on) => this.show(layer, on),
        stepped: (by) => this.#step(by),
        opened: () => (this.#active ? this.#enterCard() : this.#step(1)),
      },
      signal,
    );
    this.#toolbar.position(0, this.#shownMarks().length);
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    const hitTest = new HitTest(document, this.#page, new MarkIndex(this.#marks));
    new PointerWatch(
      this.root,
      hitTest,
      {
        entered: ({ marks, rect }) => {
          const mark = marks.find((one) => this.#layers.has(one.layer));
          if (mark && !this.#pinned) this.#later(ENTER_MS, () => this.#select(mark, { rect }));
        },
        left: () => {
          if (!this.#pinned) this.#later(LEAVE_MS, () => this.#close());
        },
        pressed: (hit) => {
          const mark = hit?.marks.find((one) => this.#layers.has(one.layer));
          if (mark) this.#select(mark, { rect: hit?.rect, pin: true });
          else this.#close();
        },
      },
      signal,
    );
    this.#card.element.addEventListener("pointerenter", () => clearTimeout(this.#timer), { signal });
    this.#card.element.addEventListener(
      "pointerleave",
      () => {
        if (!this.#pinned && !this.#card.focused) this.#later(LEAVE_MS, () => this.#close());
      },
      { signal },
    );
    this.#shell.root.addEventListener("keydown", (event) => this.#key(/** @type {KeyboardEvent} */ (event)), { signal });
    addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Escape" && this.#card.open && !event.defaultPrevented) this.#close();
      },
      { signal },
    );
    addEventListener(
      "pointerdown",
      (event) => {
        const inside = event.composedPath().some((target) => target === this.#shell.host || target === this.root);
        if (!inside) this.#close();
      },
      { signal, passive: true },
    );
  }

  /** Keys while the focus is in the toolbar or the card. @param {KeyboardEvent} event */
  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const inCard = this.#card.focused;
    const forward = ["n", "N"].includes(event.key) || (!inCard && ["ArrowRight", "ArrowDown"].includes(event.key));
    const back = ["p", "P"].includes(event.key) || (!inCard && ["ArrowLeft", "ArrowUp"].includes(event.key));
    if (forward || back) {
      this.#step(forward ? 1 : -1);
      if (inCard) this.#card.focus();
      else this.#toolbar?.focusPosition();
    } else if (event.key === "Escape") {
      if (this.#card.open) {
        this.#close();
      } else if (this.#toolbar?.expanded) {
        this.#toolbar.expand(false);
        this.#toolbar.focusButton();
      } else {
        return;
      }
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #paint() {
    const styles = /** @type {import("./highlight/palette.js").StyleName[]} */ (Object.keys(PALETTE));
    for (const style of styles) {
      if (MOVING.has(style)) continue;
      this.#painter.paint(
        style,
        this.#marks.filter((mark) => mark.style === style && this.#layers.has(mark.layer)),
      );
    }
  }

  /** @param {import("./highlight/palette.js").Theme} theme */
  #setTheme(theme) {
    this.#sheet.setTheme(theme);
    this.#shell.setTheme(theme);
  }

  /** @param {1 | -1} by */
  #step(by) {
    const shown = this.#shownMarks();
    if (shown.length === 0) return;
    const at = this.#active ? shown.indexOf(this.#active) : -1;
    const next = at < 0 && by < 0 ? shown.length - 1 : (at + by + shown.length) % shown.length;
    this.#select(shown[next], { pin: true, scroll: true, announce: true });
  }

  /** The marks that one steps through: a quote in several pieces is one stop. */
  #shownMarks() {
    const seen = new Set();
    return this.#marks.filter(({ layer, subject }) => {
      if (!this.#layers.has(layer)) return false;
      const whole = subject.kind === "quote" ? subject.quote : subject.kind === "caption" ? subject.caption : null;
      if (!whole) return true;
      return seen.size < seen.add(whole).size;
    });
  }

  /** @param {(mark: Mark) => boolean} wanted */
  #go(wanted) {
    const mark = this.#marks.find(wanted);
    if (mark) this.#select(mark, { pin: true, scroll: true, announce: true });
  }

  /** A mention that is not marked (a pronoun) is gone to all the same. @param {import("./schema.js").Entity} entity @param {import("./schema.js").Mention} mention */
  #goToMention(entity, mention) {
    const { block, start, end } = mention;
    const marked = this.#marks.find((mark) => mark.subject.kind === "entity" && mark.subject.mention === mention);
    this.#select(marked ?? { block, start, end, layer: "names", style: "thing", subject: { kind: "entity", entity, mention } }, {
      pin: true,
      scroll: true,
      announce: true,
    });
  }

  /** @param {number} block */
  #goToBlock(block) {
    const caption = this.annotations.captions.find((one) => one.block === block);
    if (caption) {
      this.#go((mark) => mark.subject.kind === "caption" && mark.subject.caption === caption);
      return;
    }
    const span = { block, start: 0, end: this.annotations.blocks[block].text.length };
    this.#scrollTo(span);
    this.#painter.paint("related", [span]);
  }

  /**
   * @param {Mark} mark
   * @param {{ rect?: DOMRect, pin?: boolean, scroll?: boolean, announce?: boolean }} how  `rect`: the line that was
   *   pointed at
   */
  #select(mark, { rect, pin = false, scroll = false, announce = false }) {
    clearTimeout(this.#timer);
    const changed = this.#active !== mark;
    const hadFocus = this.#card.focused;
    this.#active = mark;
    this.#pinned = pin;
    this.#painter.paint("related", this.#relatedTo(mark));
    this.#painter.clear("active");
    this.#painter.clear("active-quote");
    if (mark.subject.kind === "quote") this.#painter.paint("active-quote", mark.subject.quote.content);
    else this.#painter.paint("active", [mark]);
    if (scroll) this.#scrollTo(mark);
    const { label, body } = this.#content.of(mark.subject, this.#quoteAround(mark));
    // Under the whole of the mark, at the line that was pointed at, else the first.
    const line = rect ? this.#lineOf(mark, rect) : 0;
    this.#card.show(body, () => this.#anchorOf(mark, line));
    if (hadFocus) this.#card.focus();
    if (this.#card.sheet && pin) this.#scrollTo(mark);
    const shown = this.#shownMarks();
    this.#toolbar?.position(shown.indexOf(mark) + 1, shown.length);
    if (announce) this.#shell.announce(label);
    if (changed) this.#fire("select", { subject: mark.subject, session: this });
  }

  #enterCard() {
    if (!this.#active) return;
    if (!this.#card.open) this.#select(this.#active, { pin: true, scroll: true });
    this.#card.focus();
  }

  #close() {
    clearTimeout(this.#timer);
    if (!this.#card.open) {
      this.#painter.clear("related");
      return;
    }
    const hadFocus = this.#card.focused;
    this.#card.hide();
    this.#pinned = false;
    for (const style of /** @type {const} */ (["active", "active-quote", "related"])) this.#painter.clear(style);
    if (hadFocus) this.#toolbar?.focusPosition();
    // The place is kept, so that stepping goes on from here.
    this.#fire("select", { subject: null, session: this });
  }

  /** What belongs to the mark elsewhere: an entity's other mentions, a quote's speaker and verb. @param {Mark} mark */
  #relatedTo({ subject }) {
    if (subject.kind === "entity") return subject.entity.mentions;
    if (subject.kind === "quote") return [subject.quote.source, subject.quote.cue].filter((span) => span !== null);
    return [];
  }

  /** The quote that a mark of another kind stands in. @param {Mark} mark */
  #quoteAround(mark) {
    if (mark.subject.kind === "quote") return null;
    const inside = (/** @type {BlockSpan} */ span) =>
      span.block === mark.block && span.start <= mark.start && mark.end <= span.end;
    return this.annotations.quotes.find((quote) => quote.content.some(inside)) ?? null;
  }

  /** @param {BlockSpan} span */
  #rects(span) {
    return this.#page.map.ranges(span).flatMap((range) => [...range.getClientRects()]);
  }

  /** @param {BlockSpan} span @returns {DOMRect | undefined} */
  #firstRect(span) {
    return this.#rects(span)[0];
  }

  /** @param {BlockSpan} span @param {DOMRect} rect */
  #lineOf(span, rect) {
    const found = this.#rects(span).findIndex((one) => one.top === rect.top && one.left === rect.left);
    return Math.max(found, 0);
  }

  /**
   * What the card must not hide: all lines of the mark, unless that is too much.
   *
   * @param {Mark} mark
   * @param {number} line
   */
  #anchorOf(mark, line) {
    const spans = mark.subject.kind === "quote" ? mark.subject.quote.content.filter(({ block }) => block === mark.block) : [mark];
    const rects = this.#rects(mark);
    const at = rects.at(line) ?? rects.at(0);
    if (!at) return null;
    const all = spans.flatMap((span) => this.#rects(span));
    const top = Math.min(...all.map((rect) => rect.top));
    const bottom = Math.max(...all.map((rect) => rect.bottom));
    return bottom - top > innerHeight * 0.4 ? at : new DOMRect(at.left, top, at.width, bottom - top);
  }

  /** Brings a span into the upper half of the window, if it is not in good view. @param {BlockSpan} span */
  #scrollTo(span) {
    const range = this.#page.map.ranges(span)[0];
    const rect = this.#firstRect(span);
    if (!range || !rect) return;
    const bottom = innerHeight * (this.#card.sheet ? 0.4 : 0.75);
    if (rect.top >= 64 && rect.bottom <= bottom) return;
    range.startContainer.parentElement?.scrollIntoView({ block: "nearest", behavior: "instant" });
    const now = this.#firstRect(span);
    if (now) scrollBy({ top: now.top - innerHeight * 0.28, behavior: "instant" });
  }

  /** @param {number} ms @param {() => void} action */
  #later(ms, action) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(action, ms);
  }

  /** @param {"result" | "select"} type @param {object} detail */
  #fire(type, detail) {
    if (this.#controller.signal.aborted) return;
    this.dispatchEvent(new CustomEvent(type, { detail }));
    this.root.dispatchEvent(new CustomEvent(`newsgloss:${type}`, { detail, bubbles: true, composed: true }));
  }
}

/** Where a style sheet must be adopted to reach the root's text. @param {Element} root @returns {Document | ShadowRoot} */
function scopeOf(root) {
  const scope = root.getRootNode();
  return scope instanceof ShadowRoot ? scope : document;
}

/**
 * Explorer: what the reader looks at, and the ways there: pointer, touch, keyboard, the panel's lists and the card's links.
 *
 * One mark at a time is looked at (`active`). It is painted as such, what belongs to it elsewhere as related, and the card
 * tells about it. A card that the pointer opened goes when the pointer does; one that was clicked, stepped or jumped to
 * stays until it is closed. When the article changes, the mark is looked for in the new one, else the card closes.
 *
 * @typedef {import("../schema.js").Annotations} Annotations
 * @typedef {import("../schema.js").BlockSpan} BlockSpan
 * @typedef {import("../highlight/marks.js").Mark} Mark
 * @typedef {import("../highlight/marks.js").Layer} Layer
 * @typedef {import("../highlight/marks.js").Subject} Subject
 * @typedef {import("../highlight/painting.js").Painting} Painting
 * @typedef {import("../page/text-map.js").TextMap} TextMap
 */

import { HitTest } from "../highlight/hit-test.js";
import { MarkIndex } from "../highlight/marks.js";
import { MOVING, PALETTE } from "../highlight/palette.js";
import { CardContent } from "./card-content.js";
import { Card } from "./card.js";
import { displaySettings } from "./display-settings.js";
import { dock } from "./dock.js";
import { PanelContent } from "./panel-content.js";
import { Panel } from "./panel.js";
import { PointerWatch } from "./pointer-watch.js";
import { Toolbar } from "./toolbar.js";
import { WORDS } from "./words.js";

/** How long the pointer rests on a mark before its card shows, and how long the card waits for it to come over. */
const ENTER_MS = 140;
const LEAVE_MS = 260;

const STYLES = /** @type {import("../highlight/palette.js").StyleName[]} */ (Object.keys(PALETTE));

export class Explorer {
  #root;
  #view;
  #painting;
  #shell;
  #card;
  /** @type {Toolbar | null} */
  #toolbar = null;
  /** @type {Panel | null} */
  #panel = null;
  #selected;
  /** @type {Set<Layer>} */
  #layers;
  /** @type {TextMap} */
  #map;
  /** @type {Annotations} */
  #annotations;
  /** @type {readonly Mark[]} */
  #marks = [];
  /** @type {HitTest} */
  #hitTest;
  /** @type {CardContent} */
  #content;
  /** @type {PanelContent | null} */
  #lists = null;
  /** @type {Mark | null} */
  #active = null;
  /** A card that stays until it is closed, not only while the pointer is near. */
  #pinned = false;
  #timer = 0;

  /**
   * @param {object} parts
   * @param {Element} parts.root
   * @param {Painting} parts.painting
   * @param {import("./shell.js").Shell} parts.shell
   * @param {Iterable<Layer>} parts.layers
   * @param {boolean} parts.toolbar
   * @param {{ map: TextMap, annotations: Annotations, marks: readonly Mark[] }} parts.article
   * @param {(subject: Subject | null) => void} parts.selected
   * @param {AbortSignal} signal
   */
  constructor({ root, painting, shell, layers, toolbar, article, selected }, signal) {
    this.#root = root;
    this.#view = /** @type {Window & typeof globalThis} */ (root.ownerDocument.defaultView);
    this.#painting = painting;
    this.#shell = shell;
    this.#layers = new Set(layers);
    this.#selected = selected;
    if (toolbar) {
      const stepping = { stepped: (/** @type {1 | -1} */ by) => this.step(by), opened: () => (this.#active ? this.#enterCard() : this.step(1)) };
      this.#toolbar = new Toolbar(shell.root, { ...stepping, toggled: () => this.openPanel() });
      this.#panel = new Panel(shell.root, { ...stepping, closed: () => this.#closePanel() }, signal);
      dock(root, this.#toolbar.element, signal);
    }
    this.#card = new Card(shell.root, { closed: () => this.close(), room: () => this.#room() }, signal);
    ({ map: this.#map, annotations: this.#annotations, marks: this.#marks } = article);
    [this.#hitTest, this.#content] = this.#read();
    this.#listen(signal);
    signal.addEventListener("abort", () => clearTimeout(this.#timer), { once: true });
  }

  /** The layers that are shown. */
  get layers() {
    return [...this.#layers];
  }

  /**
   * The article was read anew.
   *
   * @param {{ map: TextMap, annotations: Annotations, marks: readonly Mark[] }} article
   */
  update(article) {
    const before = this.#active;
    const text = before && this.#map.text(before);
    const open = this.#card.open;
    ({ map: this.#map, annotations: this.#annotations, marks: this.#marks } = article);
    [this.#hitTest, this.#content] = this.#read();
    this.paint();
    this.#active = before && (this.#marks.find((mark) => mark.style === before.style && mark.block === before.block && this.#map.text(mark) === text) ?? null);
    if (open && this.#active) this.#select(this.#active, { pin: this.#pinned });
    else if (open) this.close();
    this.#tellPosition();
  }

  /** @param {Layer} layer @param {boolean} on */
  show(layer, on) {
    if (on) this.#layers.add(layer);
    else this.#layers.delete(layer);
    if (this.#active && !this.#layers.has(this.#active.layer)) {
      this.close();
      this.#active = null;
    }
    this.paint();
    this.#tellPosition();
  }

  /** Goes from mark to mark and shows the card. @param {1 | -1} by */
  step(by) {
    const shown = this.#stops();
    if (shown.length === 0) return;
    const at = this.#active ? this.#stopOf(this.#active, shown) : -1;
    const next = at < 0 && by < 0 ? shown.length - 1 : (at + by + shown.length) % shown.length;
    this.#select(shown[next], { pin: true, scroll: true, announce: true });
  }

  openPanel() {
    if (!this.#panel || this.#panel.open) return;
    if (this.#card.sheet) this.close();
    this.#toolbar?.expanded(true);
    this.#panel.show();
    this.#markEntry();
  }

  #closePanel() {
    if (!this.#panel?.open) return;
    const hadFocus = this.#panel.focused;
    this.#panel.hide();
    this.#toolbar?.expanded(false);
    if (hadFocus) this.#toolbar?.focusButton();
  }

  /** Takes the card away. The place is kept, so that stepping goes on from here. */
  close() {
    clearTimeout(this.#timer);
    for (const style of /** @type {const} */ (["active", "active-quote", "related"])) this.#painting.clear(style);
    if (!this.#card.open) return;
    const hadFocus = this.#card.focused;
    this.#card.hide();
    this.#pinned = false;
    if (hadFocus && this.#panel?.open) this.#panel.show();
    else if (hadFocus) this.#toolbar?.focusPosition();
    this.#selected(null);
  }

  /** What follows from annotations and map. @returns {[HitTest, CardContent]} */
  #read() {
    const annotations = this.#annotations;
    /** @type {import("./card-content.js").Actions} */
    const actions = {
      goToEntity: (entity, mention = 0) => this.#goToMention(entity, entity.mentions[mention]),
      goToQuote: (quote) => this.#go((mark) => mark.subject.kind === "quote" && mark.subject.quote === quote),
      goToValue: (value) => this.#go((mark) => mark.subject.kind === "value" && mark.subject.value === value),
      goToBlock: (block) => this.#goToBlock(block),
    };
    if (this.#toolbar && this.#panel) {
      const entities = this.#marks.map(({ subject }) => (subject.kind === "entity" ? subject.entity : null));
      const names = new Set(entities.filter((entity) => entity !== null)).size;
      const quotes = annotations.quotes.length;
      const headline = annotations.article.headline;
      this.#toolbar.describe(
        this.#marks.length > 0 ? WORDS.summary(names, quotes) : WORDS.nothing,
        headline === null ? undefined : annotations.blocks[headline]?.text,
      );
      const lists = new PanelContent(annotations, actions, (block) => this.#pictureOf(block));
      this.#lists = lists;
      const dates = this.#marks.filter((mark) => mark.layer === "dates").length;
      const captions = annotations.captions.length;
      const counts = { names, quotes, dates, captions };
      this.#panel.setTabs([
        ...(quotes > 0 ? [{ id: "said", label: WORDS.tab.said, count: quotes, build: () => lists.said() }] : []),
        ...(names > 0 ? [{ id: "names", label: WORDS.tab.names, count: names, build: () => lists.names() }] : []),
        ...(lists.dates.length > 0 ? [{ id: "when", label: WORDS.tab.when, count: lists.dates.length, build: () => lists.when() }] : []),
        ...(captions > 0 ? [{ id: "pictures", label: WORDS.tab.pictures, count: captions, build: () => lists.pictures() }] : []),
        { id: "display", label: WORDS.tab.display, build: () => displaySettings(counts, this.#layers, (layer, on) => this.show(layer, on)) },
      ]);
    }
    this.#tellPosition();
    return [new HitTest(this.#view.document, this.#map, new MarkIndex(this.#marks)), new CardContent(annotations, actions)];
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    new PointerWatch(
      this.#root,
      (x, y) => this.#hitTest.at(x, y),
      {
        entered: ({ marks, rect }) => {
          const mark = marks.find((one) => this.#layers.has(one.layer));
          if (mark && !this.#pinned) this.#later(ENTER_MS, () => this.#select(mark, { rect }));
        },
        left: () => {
          if (!this.#pinned) this.#later(LEAVE_MS, () => this.close());
        },
        pressed: (hit, target) => {
          const mark = hit?.marks.find((one) => this.#layers.has(one.layer)) ?? this.#captionAt(target);
          if (mark) this.#select(mark, { rect: hit?.rect, pin: true });
          else this.close();
        },
      },
      signal,
    );
    this.#card.element.addEventListener("pointerenter", () => clearTimeout(this.#timer), { signal });
    this.#card.element.addEventListener(
      "pointerleave",
      () => {
        if (!this.#pinned && !this.#card.focused) this.#later(LEAVE_MS, () => this.close());
      },
      { signal },
    );
    this.#shell.root.addEventListener("keydown", (event) => this.#key(/** @type {KeyboardEvent} */ (event)), { signal });
    this.#view.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Escape" && this.#card.open && !event.defaultPrevented) this.close();
      },
      { signal },
    );
    this.#view.addEventListener(
      "pointerdown",
      (event) => {
        const inside = event.composedPath().some((target) => target === this.#shell.host || target === this.#root);
        if (!inside) this.close();
      },
      { signal, passive: true },
    );
  }

  /** Keys while the focus is in the toolbar, the panel or the card. @param {KeyboardEvent} event */
  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const typing = /** @type {Element | null} */ (this.#shell.root.activeElement)?.localName === "input";
    const inToolbar = !this.#card.focused && !this.#panel?.focused;
    const forward = (!typing && ["n", "N"].includes(event.key)) || (inToolbar && ["ArrowRight", "ArrowDown"].includes(event.key));
    const back = (!typing && ["p", "P"].includes(event.key)) || (inToolbar && ["ArrowLeft", "ArrowUp"].includes(event.key));
    if (forward || back) {
      const { focused } = this.#card;
      this.step(forward ? 1 : -1);
      if (focused) this.#card.focus();
      else if (inToolbar) this.#toolbar?.focusPosition();
    } else if (event.key === "Escape") {
      if (this.#card.open) {
        this.close();
      } else if (this.#panel?.open) {
        this.#closePanel();
      } else if (this.#toolbar?.stepping) {
        this.#toolbar.step(false);
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

  /** The marks of the layers that are shown. The first time too, which is left to the caller. */
  paint() {
    /** @type {Map<import("../highlight/palette.js").StyleName, BlockSpan[]>} */
    const spans = new Map(STYLES.filter((style) => !MOVING.has(style)).map((style) => [style, []]));
    for (const mark of this.#marks) if (this.#layers.has(mark.layer)) spans.get(mark.style)?.push(mark);
    this.#painting.paintAll(spans);
  }

  /** The marks that one steps through: a quote in several pieces is one stop. */
  #stops() {
    const seen = new Set();
    return this.#marks.filter(({ layer, subject }) => {
      if (!this.#layers.has(layer)) return false;
      const whole = wholeOf(subject);
      return !whole || seen.size < seen.add(whole).size;
    });
  }

  /** @param {Mark} mark @param {readonly Mark[]} stops */
  #stopOf(mark, stops) {
    const whole = wholeOf(mark.subject);
    return stops.findIndex((stop) => stop === mark || (whole !== null && wholeOf(stop.subject) === whole));
  }

  #tellPosition() {
    const stops = this.#stops();
    const at = this.#active ? this.#stopOf(this.#active, stops) + 1 : 0;
    this.#toolbar?.position(at, stops.length);
    this.#panel?.position(at, stops.length);
  }

  /** @param {(mark: Mark) => boolean} wanted */
  #go(wanted) {
    const mark = this.#marks.find(wanted);
    if (mark) this.#jump(mark);
  }

  /** A mention that is not marked (a pronoun) is gone to all the same. @param {import("../schema.js").Entity} entity @param {import("../schema.js").Mention} mention */
  #goToMention(entity, mention) {
    const { block, start, end } = mention;
    const marked = this.#marks.find((mark) => mark.subject.kind === "entity" && mark.subject.mention === mention);
    this.#jump(marked ?? { block, start, end, layer: "names", style: "thing", subject: { kind: "entity", entity, mention } });
  }

  /** @param {number} block */
  #goToBlock(block) {
    const caption = this.#marks.find(({ subject }) => subject.kind === "caption" && subject.caption.block === block);
    if (caption) {
      this.#jump(caption);
      return;
    }
    const span = { block, start: 0, end: this.#annotations.blocks[block].text.length };
    if (this.#card.sheet) this.#closePanel();
    this.#scrollTo(span);
    this.#painting.paint("related", [span]);
    this.#shell.announce(this.#annotations.blocks[block].text);
  }

  /** @param {Mark} mark */
  #jump(mark) {
    // On a narrow window the panel lies where the card will be.
    if (this.#card.sheet) this.#closePanel();
    this.#select(mark, { pin: true, scroll: true, announce: true });
  }

  /**
   * @param {Mark} mark
   * @param {{ rect?: DOMRect, pin?: boolean, scroll?: boolean, announce?: boolean }} how  `rect`: the line that was
   *   pointed at
   */
  #select(mark, { rect, pin = false, scroll = false, announce = false }) {
    clearTimeout(this.#timer);
    const changed = this.#active?.subject !== mark.subject;
    const hadFocus = this.#card.focused;
    this.#active = mark;
    this.#pinned = pin;
    this.#painting.paint("related", this.#relatedTo(mark));
    this.#painting.clear("active");
    this.#painting.clear("active-quote");
    if (mark.subject.kind === "quote") this.#painting.paint("active-quote", mark.subject.quote.content);
    else this.#painting.paint("active", [mark]);
    if (scroll) this.#scrollTo(mark);
    const { label, body } = this.#content.of(mark.subject, this.#quoteAround(mark), mark.block);
    // Under the whole of the mark, at the line that was pointed at, else the first.
    const line = rect ? this.#lineOf(mark, rect) : 0;
    this.#card.show(body, () => this.#anchorOf(mark, line));
    if (hadFocus) this.#card.focus();
    if (this.#card.sheet && pin) this.#scrollTo(mark);
    this.#tellPosition();
    this.#markEntry();
    if (announce) this.#shell.announce(label);
    if (changed) this.#selected(mark.subject);
  }

  /** Shows in the panel's list what is looked at. */
  #markEntry() {
    const subject = this.#active?.subject;
    const whole = subject && (subject.kind === "entity" ? subject.entity : (wholeOf(subject) ?? (subject.kind === "value" ? subject.value : null)));
    this.#panel?.mark(whole && this.#lists?.entries.get(whole));
  }

  #enterCard() {
    if (!this.#active) return;
    if (!this.#card.open) this.#select(this.#active, { pin: true, scroll: true });
    this.#card.focus();
  }

  /**
   * What belongs to the mark elsewhere: an entity's other mentions, a quote's speaker and verb, whom a picture shows and the
   * paragraph that it goes with.
   *
   * @param {Mark} mark
   * @returns {readonly BlockSpan[]}
   */
  #relatedTo({ subject }) {
    if (subject.kind === "entity") return subject.entity.mentions;
    if (subject.kind === "quote") return [subject.quote.source, subject.quote.cue].filter((span) => span !== null);
    if (subject.kind !== "caption") return [];
    const { entities, paragraphs } = subject.caption;
    const people = this.#annotations.entities.filter(({ id, type }) => type === "PERSON" && entities.includes(id));
    const text = paragraphs.slice(0, 1).map(({ block }) => ({ block, start: 0, end: this.#annotations.blocks[block].text.length }));
    return [...people.flatMap(({ mentions }) => mentions), ...text];
  }

  /** The quote that a mark of another kind stands in. @param {Mark} mark */
  #quoteAround(mark) {
    if (mark.subject.kind === "quote") return null;
    const inside = (/** @type {BlockSpan} */ span) => span.block === mark.block && span.start <= mark.start && mark.end <= span.end;
    return this.#annotations.quotes.find((quote) => quote.content.some(inside)) ?? null;
  }

  /** The caption of the figure whose picture was pressed. @param {Element | null} target */
  #captionAt(target) {
    const figure = target?.closest("img, picture, video, svg, canvas") ? target.closest("figure") : null;
    if (!figure || !this.#layers.has("captions")) return null;
    return (
      this.#marks.find(({ subject, block }) => {
        if (subject.kind !== "caption") return false;
        const element = this.#map.elementOf(block);
        return element !== null && (figure.contains(element) || element === figure);
      }) ?? null
    );
  }

  /** The image of the figure that a caption stands in. @param {number} block @returns {HTMLImageElement | null} */
  #pictureOf(block) {
    return this.#map.elementOf(block)?.closest("figure")?.querySelector("img") ?? null;
  }

  /** @param {BlockSpan} span */
  #rects(span) {
    return this.#map.ranges(span).flatMap((range) => [...range.getClientRects()]);
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
    return bottom - top > this.#view.innerHeight * 0.4 ? at : new DOMRect(at.left, top, at.width, bottom - top);
  }

  /** What of the window the card may use: not where the panel is, if that leaves enough. */
  #room() {
    const { clientWidth } = this.#view.document.documentElement;
    const height = this.#view.innerHeight;
    if (!this.#panel?.open) return { width: clientWidth, height };
    const left = this.#panel.element.getBoundingClientRect().left;
    return { width: left > 400 ? left : clientWidth, height };
  }

  /** Brings a span into the upper half of the window, if it is not in good view. @param {BlockSpan} span */
  #scrollTo(span) {
    const range = this.#map.ranges(span)[0];
    const rect = this.#rects(span)[0];
    if (!range || !rect) return;
    const height = this.#view.innerHeight;
    if (rect.top >= 64 && rect.bottom <= height * (this.#card.sheet ? 0.4 : 0.75)) return;
    range.startContainer.parentElement?.scrollIntoView({ block: "nearest", behavior: "instant" });
    const now = this.#rects(span)[0];
    if (now) this.#view.scrollBy({ top: now.top - height * 0.28, behavior: "instant" });
  }

  /** @param {number} ms @param {() => void} action */
  #later(ms, action) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(action, ms);
  }
}

/** What a mark is a part of, where it can have several. @param {Subject} subject */
function wholeOf(subject) {
  return subject.kind === "quote" ? subject.quote : subject.kind === "caption" ? subject.caption : null;
}

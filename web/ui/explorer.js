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
import { citationOf, copy } from "./citation.js";
import { dock } from "./dock.js";
import { PointerWatch } from "./pointer-watch.js";
import { quoteAround, relatedTo, wholeOf } from "./related.js";
import { Shortcuts, isTyping } from "./shortcuts.js";
import { Sight } from "./sight.js";
import { targetOf } from "./target.js";
import { Toolbar } from "./toolbar.js";
import { topicLink } from "./topic-link.js";

/** How long the pointer rests on a mark before its card shows, and how long the card waits for it to come over. */
const ENTER_MS = 140;
const LEAVE_MS = 260;

const STYLES = /** @type {import("../highlight/palette.js").StyleName[]} */ (Object.keys(PALETTE));

/** What a card needs beside the panel. */
const ENOUGH_PX = 400;

/** How far down in the window a place is in good view; less far where a sheet lies at its foot. */
const GOOD = { beside: 0.75, sheet: 0.4 };

/**
 * @typedef {object} ExplorerOptions
 * @property {Element} root
 * @property {Painting} painting
 * @property {import("./shell.js").Shell} shell
 * @property {import("./messages.js").Messages} messages
 * @property {Promise<import("./interface-parts.js").PanelPart> | null} panel
 * @property {(error: unknown) => void} failed  the panel could not be fetched
 * @property {Iterable<Layer>} layers
 * @property {boolean} toolbar
 * @property {import("./topic-link.js").Topics} [topics]
 * @property {import("./shortcuts.js").ShortcutSetting} [shortcuts]
 * @property {(subject: Subject | null) => void} selected
 * @property {((subject: Subject, wrong: string, note: string) => void) | null} feedback
 */

export class Explorer {
  #root;
  #view;
  #painting;
  #shell;
  #card;
  /** @type {Toolbar | null} */
  #toolbar = null;
  /** @type {import("./panel.js").Panel | null} */
  #panel = null;
  /** The panel was asked for before its file was there. */
  #panelWanted = false;
  #options;
  #messages;
  #shortcuts;
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
  /** @type {Sight} */
  #sight;
  /** @type {CardContent} */
  #content;
  /** @type {Mark | null} */
  #active = null;
  /** A card that stays until it is closed, not only while the pointer is near. */
  #pinned = false;
  /** Where the keyboard was before it went into the card. @type {HTMLElement | null} */
  #cameFrom = null;
  #timer = 0;

  /**
   * @param {ExplorerOptions} options
   * @param {{ map: TextMap, annotations: Annotations, marks: readonly Mark[] }} article
   * @param {AbortSignal} signal
   */
  constructor(options, article, signal) {
    const { root, painting, shell, layers, toolbar, shortcuts, messages } = options;
    this.#root = root;
    this.#view = /** @type {Window & typeof globalThis} */ (root.ownerDocument.defaultView);
    this.#painting = painting;
    this.#shell = shell;
    this.#layers = new Set(layers);
    this.#options = options;
    this.#messages = messages;
    this.#shortcuts = new Shortcuts(shortcuts);
    if (toolbar) {
      this.#toolbar = new Toolbar(shell.root, { stepped: (by) => this.step(by), opened: () => this.#openCard(), toggled: () => this.openPanel() }, messages);
      dock(root, this.#toolbar.element, signal);
    }
    this.#card = new Card(shell.root, { closed: () => this.close(), room: () => this.#room() }, messages, signal);
    ({ map: this.#map, annotations: this.#annotations, marks: this.#marks } = article);
    [this.#hitTest, this.#sight, this.#content] = this.#read();
    this.#listen(signal);
    signal.addEventListener("abort", () => clearTimeout(this.#timer), { once: true });
    if (toolbar) options.panel?.then((part) => {
        // Meanwhile the session may have ended, or its frame gone.
        if (!signal.aborted && root.ownerDocument.defaultView) this.#addPanel(part, signal);
      }, options.failed);
  }

  /** @param {import("./interface-parts.js").PanelPart} part @param {AbortSignal} signal */
  #addPanel({ Panel, displaySettings, printList }, signal) {
    const messages = this.#messages;
    const settings = () => displaySettings(messages, this.#counts(), this.#layers, (layer, on) => this.show(layer, on), this.#shortcuts);
    const panel = new Panel(
      this.#shell.root,
      {
        annotations: this.#annotations,
        messages,
        onJump: (target, byKeyboard) => this.#jumpTo(target, byKeyboard),
        onClose: () => this.#closePanel(),
        onStep: (by) => this.step(by),
        onOpenCard: () => this.#openCard(),
        pictureOf: (block) => this.#pictureOf(block),
        settings,
      },
      signal,
    );
    this.#panel = panel;
    printList(this.#shell.root, messages.text("tab.said"), () => panel.printed(), signal);
    this.#tellPosition();
    if (this.#panelWanted) this.openPanel();
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
    [this.#hitTest, this.#sight, this.#content] = this.#read();
    this.#panel?.update(this.#annotations);
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
    this.#panelWanted = !this.#panel;
    if (!this.#panel || this.#panel.open) return;
    if (this.#card.sheet) this.close();
    this.#toolbar?.expanded(true);
    this.#panel.show();
    this.#panel.focus();
    this.#markEntry();
  }

  #closePanel() {
    if (!this.#panel?.open) return;
    const hadFocus = this.#panel.focused;
    this.#panel.hide();
    this.#toolbar?.expanded(false);
    if (hadFocus) this.#toolbar?.focusButton();
  }

  /** Shows a place of the article, and the card about it. @param {import("./target.js").Target} target */
  goTo(target) {
    if (target.kind === "entity") {
      const entity = this.#annotations.entities.find(({ id }) => id === target.id);
      const mention = entity?.mentions[target.mention ?? 0];
      if (entity && mention) this.#goToMention(entity, mention);
    } else if (target.kind === "block" || target.kind === "caption") {
      this.#goToBlock(target.block);
    } else {
      const mark = this.#marks.find(({ subject }) => this.#isAt(subject, target));
      if (mark) this.#jump(mark);
    }
  }

  /** The same from a list; pressed again by keyboard, it leads into the card. @param {import("./target.js").Target} target @param {boolean} byKeyboard */
  #jumpTo(target, byKeyboard) {
    const before = this.#active;
    const open = this.#card.open;
    this.goTo(target);
    const again = open && before && this.#active && (before === this.#active || sameThing(before.subject, this.#active.subject));
    if (byKeyboard && again) this.#openCard();
  }

  /** @param {Subject} subject @param {import("./target.js").Target} target  a quote or a value */
  #isAt(subject, target) {
    if (subject.kind === "quote") return target.kind === "quote" && subject.quote.id === target.id;
    if (subject.kind !== "value" || target.kind !== "value") return false;
    const { block, start, end } = subject.value;
    return block === target.block && start === target.start && end === target.end;
  }

  /** Takes the card away. The place is kept, so that stepping goes on from here. */
  close() {
    clearTimeout(this.#timer);
    for (const style of /** @type {const} */ (["active", "active-quote", "related"])) this.#painting.clear(style);
    if (!this.#card.open) return;
    const hadFocus = this.#card.focused;
    this.#card.hide();
    this.#pinned = false;
    if (hadFocus) this.#leaveCard();
    this.#options.selected(null);
  }

  /** The keyboard goes back to where it came from. */
  #leaveCard() {
    const from = this.#cameFrom;
    this.#cameFrom = null;
    if (from?.isConnected && from.getClientRects().length > 0) from.focus({ preventScroll: true });
    else if (this.#panel?.open) this.#panel.focus();
    else this.#toolbar?.focusPosition();
  }

  /** What follows from annotations and map. @returns {[HitTest, Sight, CardContent]} */
  #read() {
    const annotations = this.#annotations;
    const { names, quotes } = this.#counts();
    const { headline } = annotations.article;
    const messages = this.#messages;
    const summary = { names: messages.text("nameCount", { count: names }), quotes: messages.text("quoteCount", { count: quotes }) };
    this.#toolbar?.describe(
      messages.text(this.#marks.length > 0 ? "summary" : "nothing", summary),
      headline === null ? undefined : annotations.blocks[headline]?.text,
    );
    this.#tellPosition();
    const { feedback, panel, topics } = this.#options;
    const content = new CardContent(annotations, messages, {
      goTo: (target) => this.goTo(target),
      copy: (quote) => this.#copy(quote),
      topicOf: (entity) => topicLink(topics, entity, this.#view.document.baseURI),
      feedback:
        feedback && panel
          ? async (subject) => new (await panel).FeedbackForm(subject.kind, messages, (wrong, note) => feedback(subject, wrong, note))
          : null,
    });
    return [new HitTest(this.#view.document, this.#map, new MarkIndex(this.#marks)), new Sight(this.#view, this.#map), content];
  }

  /** How much of what is marked. @returns {Record<Layer, number>} */
  #counts() {
    const entities = this.#marks.map(({ subject }) => (subject.kind === "entity" ? subject.entity : null));
    const { quotes, captions } = this.#annotations;
    return {
      names: new Set(entities.filter((entity) => entity !== null)).size,
      quotes: quotes.length,
      dates: this.#marks.filter(({ layer }) => layer === "dates").length,
      captions: captions.length,
    };
  }

  /** @param {import("../schema.js").Quote} quote */
  async #copy(quote) {
    const { title, URL: url } = this.#root.ownerDocument;
    const done = await copy(citationOf(quote, this.#annotations, { title, url }, this.#messages), this.#shell.root);
    this.#shell.announce(this.#messages.text(done ? "copied" : "notCopied"));
    return done;
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
        if (event.defaultPrevented) return;
        if (event.key === "Escape" && this.#card.open) this.close();
        if (!this.#toolbar || isTyping(event) || this.#shortcuts.of(event) !== "panel") return;
        event.preventDefault();
        if (this.#panel?.open) this.#closePanel();
        else this.openPanel();
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
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
    const inToolbar = !this.#card.focused && !this.#panel?.focused;
    const action = isTyping(event) ? null : this.#shortcuts.of(event);
    const [back, forward] = this.#messages.dir === "rtl" ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
    if (action === "next" || (inToolbar && plain && [forward, "ArrowDown"].includes(event.key))) this.#stepByKey(1, inToolbar);
    else if (action === "previous" || (inToolbar && plain && [back, "ArrowUp"].includes(event.key))) this.#stepByKey(-1, inToolbar);
    else if (action === "search" && this.#panel?.focused) this.#panel.focusSearch();
    else if (!(plain && event.key === "Escape" && this.#escape())) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {1 | -1} by @param {boolean} inToolbar */
  #stepByKey(by, inToolbar) {
    this.step(by);
    if (inToolbar) this.#toolbar?.focusPosition();
  }

  /** Closes what was opened last. @returns {boolean} whether there was anything */
  #escape() {
    if (this.#card.open) this.close();
    else if (this.#panel?.open) this.#closePanel();
    else if (this.#toolbar?.stepping) {
      this.#toolbar.step(false);
      this.#toolbar.focusButton();
    } else return false;
    return true;
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
    this.#sight.scrollTo(span, this.#good);
    this.#painting.paint("related", [span]);
    this.#shell.announce(this.#annotations.blocks[block].text);
  }

  /** @param {Mark} mark */
  #jump(mark) {
    // On a narrow window the panel lies where the card will be, and the keyboard goes along.
    const { focused = false } = this.#panel ?? {};
    if (this.#card.sheet) this.#closePanel();
    this.#select(mark, { pin: true, scroll: true, announce: true });
    if (focused && this.#card.sheet) this.#enterCard();
  }

  get #good() {
    return this.#card.sheet ? GOOD.sheet : GOOD.beside;
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
    // From mention to mention by the same button, pressed again and again.
    const control = this.#shell.root.activeElement?.ariaLabel;
    this.#active = mark;
    this.#pinned = pin;
    this.#painting.paint("related", relatedTo(mark.subject, this.#annotations));
    this.#painting.clear("active");
    this.#painting.clear("active-quote");
    if (mark.subject.kind === "quote") this.#painting.paint("active-quote", mark.subject.quote.content);
    else this.#painting.paint("active", [mark]);
    if (scroll) this.#sight.scrollTo(mark, this.#good);
    const { label, body } = this.#content.of(mark.subject, quoteAround(mark, this.#annotations), mark.block);
    // Under the whole of the mark, at the line that was pointed at, else the first.
    const line = rect ? this.#sight.lineOf(mark, rect) : 0;
    this.#card.show(body, () => this.#sight.anchorOf(mark, line));
    if (hadFocus) this.#card.focus(control);
    if (this.#card.sheet && pin) this.#sight.scrollTo(mark, this.#good);
    this.#tellPosition();
    this.#markEntry();
    if (announce) this.#shell.announce(label);
    if (changed) this.#options.selected(mark.subject);
  }

  /** Shows in the panel's list what is looked at. */
  #markEntry() {
    if (this.#panel?.open) this.#panel.select(this.#active && targetOf(this.#active.subject));
  }

  /** The stepper's middle: the card of where one is, else of the first place. */
  #openCard() {
    if (this.#active) this.#enterCard();
    else this.step(1);
  }

  #enterCard() {
    if (!this.#active) return;
    if (!this.#card.open) this.#select(this.#active, { pin: true, scroll: true });
    const from = /** @type {HTMLElement | null} */ (this.#shell.root.activeElement);
    if (!this.#card.focused) this.#cameFrom = from;
    this.#card.focus();
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

  /** What of the window the card may use: not where the panel is, if that leaves enough. */
  #room() {
    const { clientWidth } = this.#view.document.documentElement;
    const height = this.#view.innerHeight;
    if (!this.#panel?.open) return { width: clientWidth, height };
    const { left, right } = this.#panel.element.getBoundingClientRect();
    if (clientWidth - right > ENOUGH_PX) return { left: right, width: clientWidth, height };
    return { width: left > ENOUGH_PX ? left : clientWidth, height };
  }

  /** @param {number} ms @param {() => void} action */
  #later(ms, action) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(action, ms);
  }
}

/** @param {Subject} a @param {Subject} b */
function sameThing(a, b) {
  if (a.kind === "entity" && b.kind === "entity") return a.entity === b.entity;
  const whole = wholeOf(a);
  return a === b || (whole !== null && whole === wholeOf(b));
}

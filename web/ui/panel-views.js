/**
 * What the panel's tabs list, built from the annotations. A view is an element with entries in it; each entry tells what it
 * stands for, its words for the search, and the button that leads to its place.
 *
 * @typedef {import("../schema.js").Annotations} Annotations
 * @typedef {import("../schema.js").Entity} Entity
 * @typedef {import("../schema.js").Quote} Quote
 * @typedef {import("../schema.js").Value} Value
 * @typedef {import("../schema.js").Caption} Caption
 * @typedef {import("./messages.js").Messages} Messages
 * @typedef {import("./target.js").Target} Target
 * @typedef {import("./voices.js").Voice} Voice
 *
 * @typedef {{ subject: object, text: string, kind?: Quote["kind"], row: HTMLElement, button: HTMLElement }} Entry
 * @typedef {object} View
 * @property {HTMLElement} element
 * @property {() => readonly Entry[]} entries  those in the element now
 * @property {(entry: Entry) => boolean} [wanted]  by the view's own filter; all, when left out
 * @property {(listener: () => void) => void} [changed]  when there are other entries, or others are wanted
 */

import { STYLE_OF_TYPE } from "../highlight/marks.js";
import { h } from "./dom.js";
import { thumbnail } from "./thumbnail.js";
import { voiceTable } from "./voice-table.js";
import { voicesOf } from "./voices.js";
import { basisInWords, entitiesOf, isUncertain, quoteText, textOf } from "./wording.js";

/** The groups of names, by style. */
const WHO = /** @type {const} */ (["person", "organisation", "group", "thing"]);
const WHERE = /** @type {const} */ (["place"]);
const KINDS = /** @type {const} */ (["direct", "mixed", "indirect"]);

/**
 * What the reader chose of the quotes, kept when the article changes.
 *
 * @typedef {{ order: "speaker" | "order", kind: "all" | Quote["kind"] }} Choices
 */

/** @typedef {typeof WHO[number] | typeof WHERE[number]} Group */

export class PanelViews {
  #annotations;
  #messages;
  #jump;
  #pictureOf;
  #choices;

  /**
   * @param {Annotations} annotations
   * @param {Messages} messages
   * @param {(target: Target) => void} jump
   * @param {Choices} choices
   * @param {(block: number) => HTMLImageElement | null} [pictureOf]  the image that a caption belongs to
   */
  constructor(annotations, messages, jump, choices, pictureOf = () => null) {
    this.#annotations = annotations;
    this.#messages = messages;
    this.#jump = jump;
    this.#pictureOf = pictureOf;
    this.#choices = choices;
  }

  /** How much each tab lists. */
  get counts() {
    const { quotes, captions } = this.#annotations;
    return {
      names: this.#named(WHO).length,
      said: quotes.length,
      when: this.#named(WHERE).length + this.#dates.length,
      pictures: captions.length,
    };
  }

  get #dates() {
    return this.#annotations.values.filter(({ type }) => type === "DATE" || type === "TIME");
  }

  /** Those that the article names, the most mentioned first. @param {readonly Group[]} groups */
  #named(groups) {
    return this.#annotations.entities
      .filter(({ type, mentions }) => groups.includes(/** @type {Group} */ (STYLE_OF_TYPE[type])) && mentions.some(({ form }) => form === "name" || form === "acronym"))
      .sort((a, b) => b.mentions.length - a.mentions.length);
  }

  /** People, organisations, groups and the rest. @returns {View} */
  names() {
    /** @type {Entry[]} */
    const entries = [];
    return { element: h("div", {}, ...WHO.map((group) => this.#group(group, entries))), entries: () => entries };
  }

  /** Places, and dates as the article names them, in order, with the day that is meant. @returns {View} */
  when() {
    /** @type {Entry[]} */
    const entries = [];
    const dates = this.#dates.map((value) => this.#value(value, entries));
    const element = h(
      "div",
      {},
      this.#group("place", entries),
      dates.length > 0 &&
        h("section", { class: "listing" }, h("h3", {}, h("span", { class: "sample date" }, this.#messages.text("group.dates"))), h("ul", { class: "rows" }, ...dates)),
    );
    return { element, entries: () => entries };
  }

  /** @param {Group} group @param {Entry[]} entries */
  #group(group, entries) {
    const entities = this.#named([group]);
    if (entities.length === 0) return null;
    return h(
      "section",
      { class: "listing" },
      h("h3", {}, h("span", { class: `sample ${group}` }, this.#messages.one("group", group))),
      h("ul", { class: "rows" }, ...entities.map((entity) => this.#name(entity, entries))),
    );
  }

  /** @param {Entity} entity @param {Entry[]} entries */
  #name(entity, entries) {
    const count = entity.mentions.length;
    const button = h(
      "button",
      { type: "button", class: "row", onclick: () => this.#jump({ kind: "entity", id: entity.id }) },
      h("span", { class: "title", dir: "auto" }, entity.name),
      h("span", { class: "count" }, h("span", { "aria-hidden": "true" }, this.#messages.number(count)), h("span", { class: "unseen" }, ` ${this.#messages.text("mentions", { count })}`)),
      entity.role && h("span", { class: "note clamp", dir: "auto" }, entity.role),
    );
    const row = h("li", {}, button);
    entries.push({ subject: entity, text: [entity.name, ...entity.aliases, entity.role ?? ""].join(" "), row, button });
    return row;
  }

  /** @param {Value} value @param {Entry[]} entries */
  #value(value, entries) {
    const { block, start, end } = value;
    const written = textOf(this.#annotations, value);
    const meant = value.value ? this.#messages.date(value.value) : this.#messages.text("unknownDate");
    const button = h(
      "button",
      { type: "button", class: "row", onclick: () => this.#jump({ kind: "value", block, start, end }) },
      h("span", { class: "title", dir: "auto" }, written),
      h("span", { class: "note" }, meant),
    );
    const row = h("li", {}, button);
    entries.push({ subject: value, text: `${written} ${meant}`, row, button });
    return row;
  }

  /** The quotes, by speaker or in order; with the picture of who gets to speak. @returns {View} */
  said() {
    const voices = voicesOf(this.#annotations);
    const all = this.#annotations.quotes;
    /** @type {Entry[]} */
    let entries = [];
    /** @type {Map<Voice, HTMLElement>} */
    const heads = new Map();
    const choices = this.#choices;
    let changed = () => {};
    const list = h("div");
    const fill = () => {
      entries = [];
      heads.clear();
      if (choices.order === "speaker") list.replaceChildren(h("ul", { class: "voices" }, ...voices.map((voice) => this.#voice(voice, entries, heads))));
      else list.replaceChildren(h("ol", { class: "quotes" }, ...all.map((quote) => this.#said(quote, entries, "order"))));
    };
    fill();
    const kinds = KINDS.filter((one) => all.some((quote) => quote.kind === one));
    if (!kinds.some((one) => one === choices.kind)) choices.kind = "all";
    const picture = voiceTable(voices, this.#messages, (voice) => {
      if (choices.order !== "speaker" || choices.kind !== "all") {
        choices.order = "speaker";
        choices.kind = "all";
        fill();
        controls.replaceChildren(...switches());
        changed();
      }
      const head = heads.get(voice);
      head?.scrollIntoView({ block: "nearest" });
      (head?.querySelector("button") ?? head)?.focus({ preventScroll: true });
    });
    const switches = () => [
      this.#choice("view", /** @type {const} */ (["speaker", "order"]), choices.order, (to) => {
        choices.order = to;
        fill();
        changed();
      }),
      ...(kinds.length > 1
        ? [
            this.#choice("filter", /** @type {const} */ (["all", ...kinds]), choices.kind, (to) => {
              choices.kind = to;
              changed();
            }),
          ]
        : []),
    ];
    const controls = h("div", { class: "controls" }, ...switches());
    return {
      element: h("div", {}, picture, controls, list),
      entries: () => entries,
      wanted: (entry) => choices.kind === "all" || entry.kind === choices.kind,
      changed: (listener) => {
        changed = listener;
      },
    };
  }

  /** On paper: the voices, nothing to press. */
  printed() {
    /** @type {Entry[]} */
    const entries = [];
    return [
      h("ul", { class: "voices" }, ...voicesOf(this.#annotations).map((voice) => this.#voice(voice, entries, new Map()))),
      h("div", {}, ...[...WHO, ...WHERE].map((group) => this.#group(group, entries))),
    ];
  }

  /**
   * One of several, each a button that is pressed or not.
   *
   * @template {string} Value
   * @param {"view" | "filter"} name
   * @param {readonly Value[]} values
   * @param {Value} now
   * @param {(value: Value) => void} chosen
   */
  #choice(name, values, now, chosen) {
    const buttons = values.map((value) =>
      h(
        "button",
        {
          type: "button",
          class: "chip",
          ariaPressed: String(value === now),
          onclick: () => {
            buttons.forEach((button, index) => (button.ariaPressed = String(values[index] === value)));
            chosen(value);
          },
        },
        this.#messages.one(name, value),
      ),
    );
    return h("div", { class: `chips ${name}`, role: "group", ariaLabel: this.#messages.text(name) }, ...buttons);
  }

  /** @param {Voice} voice @param {Entry[]} entries @param {Map<Voice, HTMLElement>} heads */
  #voice(voice, entries, heads) {
    const { speakers, quotes } = voice;
    const head = h(
      "h3",
      { class: "name" },
      ...(speakers.length > 0
        ? speakers.flatMap((entity, index) => [index > 0 && ", ", this.#link(entity)])
        : [h("span", { class: "unnamed", tabIndex: -1 }, this.#messages.text("unknownSpeaker"))]),
    );
    heads.set(voice, head);
    return h(
      "li",
      { class: "voice listing" },
      head,
      h(
        "p",
        { class: "note" },
        speakers.length === 1 && speakers[0].role && h("span", { dir: "auto" }, speakers[0].role),
        speakers.length === 1 && speakers[0].role && " \u00b7 ",
        this.#messages.text("quoteCount", { count: quotes.length }),
      ),
      h("ol", { class: "quotes" }, ...quotes.map((quote) => this.#said(quote, entries, "speaker"))),
    );
  }

  /** @param {Entity} entity */
  #link(entity) {
    return h("button", { type: "button", class: "link", dir: "auto", onclick: () => this.#jump({ kind: "entity", id: entity.id }) }, entity.name);
  }

  /** @param {Quote} quote @param {Entry[]} entries @param {"speaker" | "order"} order */
  #said(quote, entries, order) {
    const speakers = entitiesOf(this.#annotations, quote.speakers);
    const names = speakers.map(({ name }) => name).join(", ");
    const source = quote.source && textOf(this.#annotations, quote.source);
    const text = quoteText(this.#annotations, quote);
    // That a speaker is named where they speak needs no telling.
    const why = names && quote.basis === "name" ? "" : basisInWords(this.#messages, quote, names || undefined, source);
    const button = h(
      "button",
      { type: "button", class: `passage ${quote.kind}`, onclick: () => this.#jump({ kind: "quote", id: quote.id }) },
      order === "order" && h("span", { class: names ? "by" : "by unnamed", dir: "auto" }, names || this.#messages.text("unknownSpeaker")),
      h("span", { class: "clamp", dir: "auto" }, text),
      (why || isUncertain(quote)) &&
        h(
          "span",
          { class: "note" },
          why,
          isUncertain(quote) && h("span", { class: "uncertain", title: this.#messages.text("uncertainWhy") }, this.#messages.text("uncertain")),
        ),
      h("span", { class: "unseen" }, `, ${this.#messages.one("quote", quote.kind)}`),
    );
    const row = h("li", {}, button);
    entries.push({ subject: quote, text: `${text} ${names} ${source ?? ""}`, kind: quote.kind, row, button });
    return row;
  }

  /** Each picture with its caption, whom it shows, and the paragraph that it goes with. @returns {View} */
  pictures() {
    /** @type {Entry[]} */
    const entries = [];
    const items = this.#annotations.captions.map((caption) => this.#picture(caption, entries));
    return { element: h("ul", { class: "pictures" }, ...items), entries: () => entries };
  }

  /** @param {Caption} caption @param {Entry[]} entries */
  #picture(caption, entries) {
    const shown = entitiesOf(this.#annotations, caption.entities);
    const image = this.#pictureOf(caption.block);
    const paragraph = caption.paragraphs.at(0);
    const { credit } = caption;
    const text = textOf(this.#annotations, { block: caption.block, ...caption.description });
    const by = [credit?.photographer, credit?.agency].filter(Boolean).join(", ");
    const button = h(
      "button",
      { type: "button", class: "passage picture", onclick: () => this.#jump({ kind: "caption", block: caption.block }) },
      image && thumbnail(image),
      h("span", { class: "clamp", dir: "auto" }, text),
      h("span", { class: "note" }, by || this.#messages.text("noCredit")),
    );
    const row = h(
      "li",
      {},
      button,
      shown.length > 0 &&
        h(
          "p",
          { class: "people" },
          ...shown.map((entity) =>
            h(
              "button",
              { type: "button", class: "link", onclick: () => this.#jump({ kind: "entity", id: entity.id }) },
              h("span", { class: `sample ${STYLE_OF_TYPE[entity.type]}`, dir: "auto" }, entity.name),
            ),
          ),
        ),
      paragraph &&
        h("button", { type: "button", class: "around", onclick: () => this.#jump({ kind: "block", block: paragraph.block }) }, this.#messages.text("goToParagraph")),
    );
    entries.push({ subject: caption, text: [text, by, ...shown.map(({ name }) => name)].join(" "), row, button });
    return row;
  }
}

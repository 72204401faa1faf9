/**
 * What the panel lists: who said what, the names, the dates, the pictures. Builds elements from the annotations; where they
 * lead is the caller's `Actions`.
 *
 * @typedef {import("../schema.js").Annotations} Annotations
 * @typedef {import("../schema.js").Entity} Entity
 * @typedef {import("../schema.js").Quote} Quote
 * @typedef {import("../schema.js").Value} Value
 * @typedef {import("../schema.js").Caption} Caption
 * @typedef {import("./card-content.js").Actions} Actions
 */

import { STYLE_OF_TYPE } from "../highlight/marks.js";
import { basisInWords, isUncertain } from "./card-content.js";
import { h } from "./dom.js";
import { thumbnail } from "./thumbnail.js";
import { WORDS, dateInWords } from "./words.js";

/** The groups of the names' tab, by style. */
const GROUPS = /** @type {const} */ (["person", "organisation", "place", "group", "thing"]);
/** With more names than this one can search them. */
const MANY = 12;

export class PanelContent {
  #annotations;
  #actions;
  #pictureOf;
  /** The entry of what is looked at. @type {Map<object, HTMLElement>} */
  entries = new Map();

  /**
   * @param {Annotations} annotations
   * @param {Actions} actions
   * @param {(block: number) => HTMLImageElement | null} pictureOf  the image that a caption belongs to
   */
  constructor(annotations, actions, pictureOf) {
    this.#annotations = annotations;
    this.#actions = actions;
    this.#pictureOf = pictureOf;
  }

  get dates() {
    return this.#annotations.values.filter(({ type }) => type === "DATE" || type === "TIME");
  }

  /** The speakers in the order in which they are first heard, with what they said in order. */
  said() {
    /** @type {Map<string, { speakers: Entity[], quotes: Quote[], words: number }>} */
    const voices = new Map();
    let all = 0;
    for (const quote of this.#annotations.quotes) {
      const speakers = quote.speakers.map((id) => this.#entity(id)).filter((entity) => entity !== undefined);
      const key = speakers.map(({ id }) => id).join();
      const voice = voices.get(key) ?? { speakers, quotes: [], words: 0 };
      const words = this.#quoteText(quote).split(/\s+/).length;
      voice.quotes.push(quote);
      voice.words += words;
      all += words;
      voices.set(key, voice);
    }
    const unnamed = voices.get("");
    voices.delete("");
    const list = h("ul", { class: "voices" });
    for (const voice of [...voices.values(), ...(unnamed ? [unnamed] : [])]) list.append(this.#voice(voice, all));
    return h("div", {}, this.#filter(list), list);
  }

  /** @param {{ speakers: Entity[], quotes: Quote[], words: number }} voice @param {number} all  words */
  #voice({ speakers, quotes, words }, all) {
    const share = Math.round((100 * words) / all);
    const bar = h("span", { class: "share", "aria-hidden": "true" }, h("i"));
    /** @type {HTMLElement} */ (bar.firstChild).style.inlineSize = `${share}%`;
    return h(
      "li",
      { class: "voice" },
      h(
        "h3",
        { class: "name" },
        ...(speakers.length > 0
          ? speakers.flatMap((entity, index) => [
              index > 0 && ", ",
              h("button", { type: "button", class: "link", dir: "auto", onclick: () => this.#actions.goToEntity(entity) }, entity.name),
            ])
          : [h("span", { class: "unnamed" }, WORDS.unknownSpeaker)]),
      ),
      speakers.length === 1 && speakers[0].role && h("p", { class: "note", dir: "auto" }, speakers[0].role),
      h("p", { class: "note" }, bar, WORDS.share(quotes.length, share)),
      h("ol", { class: "quotes" }, ...quotes.map((quote) => this.#said(quote, speakers.length > 0))),
    );
  }

  /** @param {Quote} quote @param {boolean} named */
  #said(quote, named) {
    const source = quote.source && this.#text(quote.source);
    // That a speaker is named where they speak needs no telling.
    const why = named && quote.basis === "name" ? "" : basisInWords(quote, named ? this.#entity(quote.speakers[0])?.name : undefined, source);
    const button = h(
      "button",
      { type: "button", class: `passage ${quote.kind}`, onclick: () => this.#actions.goToQuote(quote) },
      h("span", { class: "clamp", dir: "auto" }, this.#quoteText(quote)),
      (why || isUncertain(quote)) &&
        h("span", { class: "note" }, why, isUncertain(quote) && h("span", { class: "uncertain", title: WORDS.uncertainWhy }, WORDS.uncertain)),
    );
    this.entries.set(quote, button);
    return h("li", { class: quote.kind === "direct" ? "literal" : "reported" }, button);
  }

  /** All, the direct or the reported quotes. @param {HTMLElement} list */
  #filter(list) {
    const kinds = new Set(this.#annotations.quotes.map(({ kind }) => (kind === "direct" ? "literal" : "reported")));
    if (kinds.size < 2) return null;
    const chips = /** @type {const} */ (["all", "literal", "reported"]).map((kind) =>
      h("button", { type: "button", class: "chip", ariaPressed: String(kind === "all"), onclick: () => show(kind) }, WORDS.filter[kind]),
    );
    const show = (/** @type {"all" | "literal" | "reported"} */ kind) => {
      chips.forEach((chip, index) => (chip.ariaPressed = String(["all", "literal", "reported"][index] === kind)));
      for (const voice of /** @type {HTMLCollectionOf<HTMLElement>} */ (list.children)) {
        let left = 0;
        for (const item of /** @type {NodeListOf<HTMLElement>} */ (voice.querySelectorAll(".quotes > li"))) {
          item.hidden = kind !== "all" && !item.classList.contains(kind);
          if (!item.hidden) left += 1;
        }
        voice.hidden = left === 0;
      }
    };
    return h("div", { class: "chips", role: "group", ariaLabel: WORDS.filter.label }, ...chips);
  }

  /** The names, by kind, the most mentioned first. */
  names() {
    const lists = GROUPS.flatMap((group) => {
      const entities = this.#annotations.entities
        .filter(({ type, mentions }) => STYLE_OF_TYPE[type] === group && mentions.some(({ form }) => form === "name" || form === "acronym"))
        .sort((a, b) => b.mentions.length - a.mentions.length);
      if (entities.length === 0) return [];
      return [
        h(
          "section",
          {},
          h("h3", {}, h("span", { class: `sample ${group}` }, WORDS.groups[group])),
          h("ul", { class: "rows" }, ...entities.map((entity) => this.#name(entity))),
        ),
      ];
    });
    const content = h("div", {}, ...lists);
    const rows = /** @type {HTMLElement[]} */ ([...content.querySelectorAll("li")]);
    if (rows.length > MANY) {
      const search = h("input", { type: "search", class: "search", placeholder: WORDS.search, ariaLabel: WORDS.search });
      search.oninput = () => {
        const wanted = search.value.trim().toLowerCase();
        for (const row of rows) row.hidden = !row.textContent?.toLowerCase().includes(wanted);
        for (const list of lists) list.hidden = !list.querySelector("li:not([hidden])");
      };
      content.prepend(search);
    }
    return content;
  }

  /** @param {Entity} entity */
  #name(entity) {
    const button = h(
      "button",
      { type: "button", class: "row", onclick: () => this.#actions.goToEntity(entity) },
      h("span", { class: "title", dir: "auto" }, entity.name),
      h("span", { class: "count", ariaLabel: WORDS.mentions(entity.mentions.length) }, String(entity.mentions.length)),
      entity.role && h("span", { class: "note clamp", dir: "auto" }, entity.role),
    );
    this.entries.set(entity, button);
    return h("li", {}, button);
  }

  /** Dates and times as the article names them, in order, with the day that is meant. */
  when() {
    return h(
      "ul",
      { class: "rows" },
      ...this.dates.map((value) => {
        const button = h(
          "button",
          { type: "button", class: "row", onclick: () => this.#actions.goToValue(value) },
          h("span", { class: "title", dir: "auto" }, this.#text(value)),
          h("span", { class: "note" }, value.value ? dateInWords(value.value) : WORDS.unknownDate),
        );
        this.entries.set(value, button);
        return h("li", {}, button);
      }),
    );
  }

  /** Each picture with its caption, whom it shows, and the paragraph that it goes with. */
  pictures() {
    return h("ul", { class: "pictures" }, ...this.#annotations.captions.map((caption) => this.#picture(caption)));
  }

  /** @param {Caption} caption */
  #picture(caption) {
    const shown = caption.entities.map((id) => this.#entity(id)).filter((entity) => entity !== undefined);
    const image = this.#pictureOf(caption.block);
    const paragraph = caption.paragraphs.at(0);
    const { credit } = caption;
    const button = h(
      "button",
      { type: "button", class: "passage picture", onclick: () => this.#actions.goToBlock(caption.block) },
      image && thumbnail(image),
      h("span", { class: "clamp", dir: "auto" }, this.#text({ block: caption.block, ...caption.description })),
      h("span", { class: "note" }, [credit?.photographer, credit?.agency].filter(Boolean).join(", ") || WORDS.noCredit),
    );
    this.entries.set(caption, button);
    return h(
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
              { type: "button", class: "link", onclick: () => this.#actions.goToEntity(entity) },
              h("span", { class: `sample ${STYLE_OF_TYPE[entity.type]}`, dir: "auto" }, entity.name),
            ),
          ),
        ),
      paragraph &&
        h("button", { type: "button", class: "around", onclick: () => this.#actions.goToBlock(paragraph.block) }, WORDS.goToParagraph),
    );
  }

  /** @param {number} id */
  #entity(id) {
    return this.#annotations.entities.find((entity) => entity.id === id);
  }

  /** @param {import("../schema.js").BlockSpan} span */
  #text({ block, start, end }) {
    return this.#annotations.blocks[block].text.slice(start, end);
  }

  /** @param {Quote} quote */
  #quoteText(quote) {
    return quote.content.map((span) => this.#text(span)).join(" \u2026 ");
  }
}

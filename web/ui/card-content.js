/**
 * What a card says about its subject. Builds elements from the annotations; where they lead is the caller's `Actions`.
 *
 * @typedef {import("../schema.js").Annotations} Annotations
 * @typedef {import("../schema.js").Entity} Entity
 * @typedef {import("../schema.js").Quote} Quote
 * @typedef {import("../schema.js").BlockSpan} BlockSpan
 * @typedef {import("../highlight/marks.js").Subject} Subject
 *
 * @typedef {object} Actions
 * @property {(entity: Entity, mention?: number) => void} goToEntity  to its mention of that index, the first by default
 * @property {(quote: Quote) => void} goToQuote
 * @property {(quote: Quote) => Promise<boolean>} copy  the quote with its source; whether that was possible
 * @property {(block: number) => void} goToBlock  to a picture, where it is a caption's
 * @property {(value: import("../schema.js").Value) => void} goToValue
 */

import { STYLE_OF_TYPE } from "../highlight/marks.js";
import { h, icon } from "./dom.js";
import { WORDS, dateInWords, typeName } from "./words.js";

/** Below this a speaker is shown as uncertain. */
const UNCERTAIN = 0.6;
const QUOTES_AT_FIRST = 3;

export class CardContent {
  #annotations;
  #actions;
  #topicOf;

  /**
   * @param {Annotations} annotations
   * @param {Actions} actions
   * @param {(entity: Entity) => string | null} [topicOf]  the address of the site's own page about it
   */
  constructor(annotations, actions, topicOf = () => null) {
    this.#annotations = annotations;
    this.#actions = actions;
    this.#topicOf = topicOf;
  }

  /**
   * @param {Subject} subject
   * @param {Quote | null} around  the quote that the subject stands in
   * @param {number} block  where it stands
   * @returns {{ label: string, body: HTMLElement }} the label is also what is announced
   */
  of(subject, around, block) {
    const card = this.#about(subject, around);
    const pictures = this.#annotations.captions.filter(
      (caption) =>
        caption.paragraphs.at(0)?.block === block &&
        !(subject.kind === "entity" && caption.entities.includes(subject.entity.id)) &&
        !(subject.kind === "caption" && subject.caption === caption),
    );
    if (pictures.length > 0) {
      card.body.append(section(WORDS.pictureHere, ...pictures.map((caption) => this.#picture(caption))));
    }
    return card;
  }

  /** @param {Subject} subject @param {Quote | null} around */
  #about(subject, around) {
    switch (subject.kind) {
      case "entity":
        return this.#entity(subject.entity, subject.mention, around);
      case "quote":
        return this.#quote(subject.quote);
      case "caption":
        return this.#caption(subject.caption);
      case "value":
        return this.#value(subject.value, around);
    }
  }

  /** @param {Entity} entity @param {import("../schema.js").Mention} mention @param {Quote | null} around */
  #entity(entity, mention, around) {
    const quotes = this.#annotations.quotes.filter((quote) => quote.speakers.includes(entity.id));
    const captions = this.#annotations.captions.filter((caption) => caption.entities.includes(entity.id));
    const mentions = entity.mentions;
    const at = mentions.indexOf(mention);
    const step = (/** @type {number} */ by) => this.#actions.goToEntity(entity, (at + by + mentions.length) % mentions.length);
    // That Shen is Shen Yueyue needs no telling.
    const topic = this.#topicOf(entity);
    const also = entity.aliases.filter((alias) => !` ${entity.name} `.includes(` ${alias} `));
    const body = h(
      "div",
      { class: "content" },
      h("p", { class: "kind" }, h("span", { class: `sample ${STYLE_OF_TYPE[entity.type]}` }, typeName(entity.type))),
      h("h2", { class: "name", id: "title", dir: "auto" }, entity.name),
      entity.role && h("p", { class: "role", dir: "auto" }, entity.role),
      also.length > 0 && h("p", { class: "also" }, `${WORDS.alsoCalled} `, also.join(", ")),
      h(
        "div",
        { class: "facts" },
        mentions.length > 1
          ? h(
              "span",
              { class: "stepper" },
              h("button", { type: "button", ariaLabel: WORDS.previousMention, onclick: () => step(-1) }, icon("previous")),
              h("span", {}, WORDS.mentionPosition(at + 1, mentions.length)),
              h("button", { type: "button", ariaLabel: WORDS.nextMention, onclick: () => step(1) }, icon("next")),
            )
          : h("span", {}, WORDS.mentions(mentions.length)),
        topic && h("a", { class: "out", href: topic }, WORDS.topic),
        entity.link?.wikidata &&
          h(
            "a",
            {
              class: "out",
              href: `https://www.wikidata.org/wiki/${encodeURIComponent(entity.link.wikidata)}`,
              target: "_blank",
              rel: "noopener noreferrer",
            },
            WORDS.lookUp,
            icon("outside"),
          ),
      ),
      around && !around.speakers.includes(entity.id) && this.#aroundButton(around),
      quotes.length > 0 && this.#quotes(entity, quotes),
      captions.length > 0 &&
        section(
          WORDS.inPicture,
          ...captions.map((caption) => this.#picture(caption, caption.positions.find((one) => one.entity === entity.id)?.text)),
        ),
    );
    const about = [typeName(entity.type), entity.name, entity.role].filter(Boolean).join(", ");
    return { label: `${about}. ${WORDS.mentionPosition(at + 1, mentions.length)}`, body };
  }

  /** The way to a picture. @param {import("../schema.js").Caption} caption @param {string} [note] */
  #picture(caption, note) {
    return h(
      "button",
      { type: "button", class: "passage picture", onclick: () => this.#actions.goToBlock(caption.block) },
      h("span", { class: "clamp", dir: "auto" }, this.#text({ block: caption.block, ...caption.description })),
      note && h("span", { class: "note" }, note),
    );
  }

  /** @param {Entity} entity @param {Quote[]} quotes */
  #quotes(entity, quotes) {
    const title = entity.type === "PERSON" ? WORDS.said.PERSON : WORDS.said.other;
    const items = quotes.map((quote) =>
      h(
        "button",
        { type: "button", class: `passage ${quote.kind}`, onclick: () => this.#actions.goToQuote(quote) },
        h("span", { class: "clamp", dir: "auto" }, this.#quoteText(quote)),
      ),
    );
    const element = section(title, ...items.slice(0, QUOTES_AT_FIRST));
    if (items.length > QUOTES_AT_FIRST) {
      const more = h("button", { type: "button", class: "more" }, WORDS.showAll(items.length));
      more.onclick = () => {
        more.replaceWith(...items.slice(QUOTES_AT_FIRST));
        items[QUOTES_AT_FIRST].focus();
      };
      element.append(more);
    }
    return element;
  }

  /** @param {Quote} quote */
  #quote(quote) {
    const speakers = quote.speakers.map((id) => this.#entityById(id)).filter((entity) => entity !== undefined);
    const source = quote.source && this.#text(quote.source);
    const cue = quote.cue && this.#text(quote.cue);
    const names = speakers.map((entity) => entity.name).join(", ");
    const body = h(
      "div",
      { class: "content" },
      h("p", { class: "kind" }, h("span", { class: `sample quote-${quote.kind}` }, WORDS.quoteKinds[quote.kind])),
      speakers.length > 0
        ? h(
            "div",
            { class: "speakers", id: "title", role: "heading", "aria-level": "2" },
            ...speakers.map((entity) =>
              h("button", { type: "button", class: "name link", onclick: () => this.#actions.goToEntity(entity) }, entity.name),
            ),
          )
        : h("h2", { class: "name unnamed", id: "title" }, WORDS.unknownSpeaker),
      speakers.length === 1 && speakers[0].role && h("p", { class: "role", dir: "auto" }, speakers[0].role),
      h("blockquote", { class: `said ${quote.kind}`, dir: "auto" }, this.#quoteText(quote)),
      h(
        "p",
        { class: "note" },
        cue && h("span", { class: "cue" }, cue),
        cue && " \u00b7 ",
        basisInWords(quote, names || undefined, source),
        isUncertain(quote) && h("span", { class: "uncertain", title: WORDS.uncertainWhy }, WORDS.uncertain),
      ),
      this.#copyButton(quote),
    );
    return { label: `${WORDS.quoteKinds[quote.kind]}, ${names || WORDS.unknownSpeaker}. ${this.#quoteText(quote)}`, body };
  }

  /** @param {Quote} quote */
  #copyButton(quote) {
    const button = h("button", { type: "button", class: "more copy" }, icon("copy"), WORDS.copy);
    button.onclick = async () => {
      button.lastChild?.replaceWith((await this.#actions.copy(quote)) ? WORDS.copied : WORDS.notCopied);
    };
    return button;
  }

  /** @param {import("../schema.js").Caption} caption */
  #caption(caption) {
    const shown = caption.entities.map((id) => this.#entityById(id)).filter((entity) => entity !== undefined);
    const { credit } = caption;
    const paragraph = caption.paragraphs.at(0);
    const body = h(
      "div",
      { class: "content" },
      h("p", { class: "kind" }, h("span", { class: "sample caption" }, WORDS.picture)),
      h("h2", { class: "name", id: "title" }, credit?.photographer ?? credit?.agency ?? WORDS.noCredit),
      h(
        "dl",
        {},
        ...term(WORDS.agency, credit?.photographer && credit.agency),
        ...term(WORDS.taken, caption.date && dateInWords(caption.date)),
        ...(caption.filePhoto ? term(WORDS.filePhoto, "\u2713") : []),
      ),
      shown.length > 0 &&
        section(
          WORDS.shown,
          h(
            "ul",
            { class: "people" },
            ...shown.map((entity) => {
              const position = caption.positions.find((one) => one.entity === entity.id);
              return h(
                "li",
                {},
                h(
                  "button",
                  { type: "button", class: "link", onclick: () => this.#actions.goToEntity(entity) },
                  h("span", { class: `sample ${STYLE_OF_TYPE[entity.type]}` }, entity.name),
                ),
                position && h("span", { class: "note" }, ` ${position.text}`),
              );
            }),
          ),
        ),
      paragraph &&
        section(
          WORDS.goesWith,
          h(
            "button",
            { type: "button", class: "passage", onclick: () => this.#actions.goToBlock(paragraph.block) },
            h("span", { class: "clamp", dir: "auto" }, this.#annotations.blocks[paragraph.block].text),
          ),
        ),
    );
    const by = [credit?.photographer, credit?.agency].filter(Boolean).join(", ") || WORDS.noCredit;
    return { label: `${WORDS.picture}: ${by}. ${shown.map((entity) => entity.name).join(", ")}`, body };
  }

  /** @param {import("../schema.js").Value} value @param {Quote | null} around */
  #value(value, around) {
    const text = this.#text(value);
    const meaning = value.value ? dateInWords(value.value) : WORDS.unknownDate;
    const kind = value.type === "TIME" ? WORDS.time : WORDS.date;
    const body = h(
      "div",
      { class: "content" },
      h("p", { class: "kind" }, h("span", { class: "sample date" }, kind)),
      h("h2", { class: value.value ? "name" : "role", id: "title" }, meaning),
      h("p", { class: "note" }, WORDS.asWritten(text)),
      around && this.#aroundButton(around),
    );
    return { label: `${kind}: ${text}, ${meaning}`, body };
  }

  /** @param {Quote} quote */
  #aroundButton(quote) {
    const speaker = quote.speakers.length > 0 ? this.#entityById(quote.speakers[0])?.name : undefined;
    return h(
      "button",
      { type: "button", class: "around", onclick: () => this.#actions.goToQuote(quote) },
      speaker ? WORDS.inQuoteOf(speaker) : WORDS.inQuote,
      icon("next"),
    );
  }

  /** @param {number} id */
  #entityById(id) {
    return this.#annotations.entities.find((entity) => entity.id === id);
  }

  /** @param {BlockSpan} span */
  #text({ block, start, end }) {
    return this.#annotations.blocks[block].text.slice(start, end);
  }

  /** @param {Quote} quote */
  #quoteText(quote) {
    return quote.content.map((span) => this.#text(span)).join(" \u2026 ");
  }
}

/** Whether its speaker was found with little confidence. @param {Quote} quote */
export function isUncertain(quote) {
  return quote.speakers.length > 0 && quote.score < UNCERTAIN;
}

/**
 * Why the article means this speaker.
 *
 * @param {Quote} quote
 * @param {string | undefined} name  of the speaker, where one is known
 * @param {string | null} source  as it stands in the article
 */
export function basisInWords(quote, name, source) {
  if (!name) return source ? WORDS.attributedTo(source) : "";
  if (quote.basis === "implicit" || !source) return WORDS.basis.implicit;
  return WORDS.basis[quote.basis](source, name);
}

/** @param {string} title @param {...Node} children */
function section(title, ...children) {
  return h("section", {}, h("h3", {}, title), ...children);
}

/** @param {string} name @param {string | null | undefined | false} value */
function term(name, value) {
  return value ? [h("dt", {}, name), h("dd", {}, value)] : [];
}

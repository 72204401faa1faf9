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
 * @property {(target: import("./target.js").Target) => void} goTo
 * @property {(quote: Quote) => Promise<boolean>} copy  the quote with its source; whether that was possible
 * @property {(entity: Entity) => string | null} topicOf  the address of the site's own page about it
 * @property {((subject: Subject) => Promise<{ element: HTMLElement, focus: () => void }>) | null} feedback  a form that asks
 *   what is wrong
 */

import { STYLE_OF_TYPE } from "../highlight/marks.js";
import { h, icon } from "./dom.js";
import { basisInWords, entitiesOf, isUncertain, quoteText, textOf } from "./wording.js";

const QUOTES_AT_FIRST = 3;

export class CardContent {
  #annotations;
  #actions;
  #messages;

  /** @param {Annotations} annotations @param {import("./messages.js").Messages} messages @param {Actions} actions */
  constructor(annotations, messages, actions) {
    this.#annotations = annotations;
    this.#messages = messages;
    this.#actions = actions;
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
      card.body.append(section(this.#messages.text("pictureHere"), ...pictures.map((caption) => this.#picture(caption))));
    }
    const { feedback } = this.#actions;
    if (feedback) card.body.append(this.#feedbackButton(() => feedback(subject)));
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
    const step = (/** @type {number} */ by) => this.#actions.goTo({ kind: "entity", id: entity.id, mention: (at + by + mentions.length) % mentions.length });
    // That Shen is Shen Yueyue needs no telling.
    const topic = this.#actions.topicOf(entity);
    const also = entity.aliases.filter((alias) => !` ${entity.name} `.includes(` ${alias} `));
    const body = h(
      "div",
      { class: "content" },
      h("p", { class: "kind" }, h("span", { class: `sample ${STYLE_OF_TYPE[entity.type]}` }, this.#messages.type(entity.type))),
      h("h2", { class: "name", id: "title", dir: "auto" }, entity.name),
      entity.role && h("p", { class: "role", dir: "auto" }, entity.role),
      also.length > 0 && h("p", { class: "also" }, this.#messages.text("alsoCalled", { names: also.join(", ") })),
      h(
        "div",
        { class: "facts" },
        mentions.length > 1
          ? h(
              "span",
              { class: "stepper" },
              h("button", { type: "button", ariaLabel: this.#messages.text("previousMention"), onclick: () => step(-1) }, icon("previous")),
              h("span", {}, this.#messages.text("mentionPosition", { at: at + 1, of: mentions.length })),
              h("button", { type: "button", ariaLabel: this.#messages.text("nextMention"), onclick: () => step(1) }, icon("next")),
            )
          : h("span", {}, this.#messages.text("mentions", { count: mentions.length })),
        topic && h("a", { class: "out", href: topic }, this.#messages.text("topic")),
        entity.link?.wikidata &&
          h(
            "a",
            { class: "out", href: encyclopedia(entity.link.wikidata, this.#messages.lang), target: "_blank", rel: "noopener noreferrer" },
            this.#messages.text("wikipedia"),
            icon("outside"),
            h("span", { class: "unseen" }, ` (${this.#messages.text("newWindow")})`),
          ),
      ),
      around && !around.speakers.includes(entity.id) && this.#aroundButton(around),
      quotes.length > 0 && this.#quotes(entity, quotes),
      captions.length > 0 &&
        section(
          this.#messages.text("inPicture"),
          ...captions.map((caption) => this.#picture(caption, caption.positions.find((one) => one.entity === entity.id)?.text)),
        ),
    );
    const about = [this.#messages.type(entity.type), entity.name, entity.role].filter(Boolean).join(", ");
    return { label: `${about}. ${this.#messages.text("mentionPosition", { at: at + 1, of: mentions.length })}`, body };
  }

  /** The way to a picture. @param {import("../schema.js").Caption} caption @param {string} [note] */
  #picture(caption, note) {
    return h(
      "button",
      { type: "button", class: "passage picture", onclick: () => this.#actions.goTo({ kind: "caption", block: caption.block }) },
      h("span", { class: "clamp", dir: "auto" }, textOf(this.#annotations, { block: caption.block, ...caption.description })),
      note && h("span", { class: "note" }, note),
    );
  }

  /** @param {Entity} entity @param {Quote[]} quotes */
  #quotes(entity, quotes) {
    const title = this.#messages.text(entity.type === "PERSON" ? "theySaid" : "saidForIt");
    const items = quotes.map((quote) =>
      h(
        "button",
        { type: "button", class: `passage ${quote.kind}`, onclick: () => this.#actions.goTo({ kind: "quote", id: quote.id }) },
        h("span", { class: "clamp", dir: "auto" }, quoteText(this.#annotations, quote)),
      ),
    );
    const element = section(title, ...items.slice(0, QUOTES_AT_FIRST));
    if (items.length > QUOTES_AT_FIRST) {
      const more = h("button", { type: "button", class: "more" }, this.#messages.text("showAll", { count: items.length }));
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
    const speakers = entitiesOf(this.#annotations, quote.speakers);
    const source = quote.source && textOf(this.#annotations, quote.source);
    const cue = quote.cue && textOf(this.#annotations, quote.cue);
    const names = speakers.map((entity) => entity.name).join(", ");
    const body = h(
      "div",
      { class: "content" },
      h("p", { class: "kind" }, h("span", { class: `sample quote-${quote.kind}` }, this.#messages.one("quote", quote.kind))),
      speakers.length > 0
        ? h(
            "div",
            { class: "speakers", id: "title", role: "heading", "aria-level": "2" },
            ...speakers.map((entity) =>
              h("button", { type: "button", class: "name link", onclick: () => this.#actions.goTo({ kind: "entity", id: entity.id }) }, entity.name),
            ),
          )
        : h("h2", { class: "name unnamed", id: "title" }, this.#messages.text("unknownSpeaker")),
      speakers.length === 1 && speakers[0].role && h("p", { class: "role", dir: "auto" }, speakers[0].role),
      h("blockquote", { class: `said ${quote.kind}`, dir: "auto" }, quoteText(this.#annotations, quote)),
      h(
        "p",
        { class: "note" },
        cue && h("span", { class: "cue" }, cue),
        cue && " \u00b7 ",
        basisInWords(this.#messages, quote, names || undefined, source),
        isUncertain(quote) && h("span", { class: "uncertain", title: this.#messages.text("uncertainWhy") }, this.#messages.text("uncertain")),
      ),
      this.#copyButton(quote),
    );
    return { label: `${this.#messages.one("quote", quote.kind)}, ${names || this.#messages.text("unknownSpeaker")}. ${quoteText(this.#annotations, quote)}`, body };
  }

  /** @param {Quote} quote */
  #copyButton(quote) {
    const button = h("button", { type: "button", class: "more copy" }, icon("copy"), this.#messages.text("copy"));
    button.onclick = async () => {
      button.lastChild?.replaceWith(this.#messages.text((await this.#actions.copy(quote)) ? "copied" : "notCopied"));
    };
    return button;
  }

  /** @param {() => Promise<{ element: HTMLElement, focus: () => void }>} open */
  #feedbackButton(open) {
    const button = h("button", { type: "button", class: "more wrong" }, this.#messages.text("feedback"));
    button.onclick = async () => {
      const form = await open();
      button.replaceWith(form.element);
      form.focus();
    };
    return button;
  }

  /** @param {import("../schema.js").Caption} caption */
  #caption(caption) {
    const shown = entitiesOf(this.#annotations, caption.entities);
    const { credit } = caption;
    const paragraph = caption.paragraphs.at(0);
    const body = h(
      "div",
      { class: "content" },
      h("p", { class: "kind" }, h("span", { class: "sample caption" }, this.#messages.text("picture"))),
      h("h2", { class: "name", id: "title" }, credit?.photographer ?? credit?.agency ?? this.#messages.text("noCredit")),
      h(
        "dl",
        {},
        ...term(this.#messages.text("agency"), credit?.photographer && credit.agency),
        ...term(this.#messages.text("taken"), caption.date && this.#messages.date(caption.date)),
        ...(caption.filePhoto ? term(this.#messages.text("filePhoto"), "\u2713") : []),
      ),
      shown.length > 0 &&
        section(
          this.#messages.text("shown"),
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
                  { type: "button", class: "link", onclick: () => this.#actions.goTo({ kind: "entity", id: entity.id }) },
                  h("span", { class: `sample ${STYLE_OF_TYPE[entity.type]}` }, entity.name),
                ),
                position && h("span", { class: "note" }, ` ${position.text}`),
              );
            }),
          ),
        ),
      paragraph &&
        section(
          this.#messages.text("goesWith"),
          h(
            "button",
            { type: "button", class: "passage", onclick: () => this.#actions.goTo({ kind: "block", block: paragraph.block }) },
            h("span", { class: "clamp", dir: "auto" }, this.#annotations.blocks[paragraph.block].text),
          ),
        ),
    );
    const by = [credit?.photographer, credit?.agency].filter(Boolean).join(", ") || this.#messages.text("noCredit");
    return { label: `${this.#messages.text("picture")}: ${by}. ${shown.map((entity) => entity.name).join(", ")}`, body };
  }

  /** @param {import("../schema.js").Value} value @param {Quote | null} around */
  #value(value, around) {
    const text = textOf(this.#annotations, value);
    const meaning = value.value ? this.#messages.date(value.value) : this.#messages.text("unknownDate");
    const kind = value.type === "TIME" ? this.#messages.text("time") : this.#messages.text("date");
    const body = h(
      "div",
      { class: "content" },
      h("p", { class: "kind" }, h("span", { class: "sample date" }, kind)),
      h("h2", { class: value.value ? "name" : "role", id: "title" }, meaning),
      h("p", { class: "note" }, this.#messages.text("asWritten", { text })),
      around && this.#aroundButton(around),
    );
    return { label: `${kind}: ${text}, ${meaning}`, body };
  }

  /** @param {Quote} quote */
  #aroundButton(quote) {
    const speaker = entitiesOf(this.#annotations, quote.speakers).at(0)?.name;
    return h(
      "button",
      { type: "button", class: "around", onclick: () => this.#actions.goTo({ kind: "quote", id: quote.id }) },
      speaker ? this.#messages.text("inQuoteOf", { speaker }) : this.#messages.text("inQuote"),
      icon("next"),
    );
  }
}

/** @param {string} title @param {...Node} children */
function section(title, ...children) {
  return h("section", {}, h("h3", {}, title), ...children);
}

/** @param {string} name @param {string | null | undefined | false} value */
function term(name, value) {
  return value ? [h("dt", {}, name), h("dd", {}, value)] : [];
}

/**
 * The encyclopedia's article about a thing, in the reader's language, else in English: Wikidata knows which, and is asked when
 * the reader follows the link, not before.
 *
 * @param {string} id  of Wikidata
 * @param {string} lang
 */
function encyclopedia(id, lang) {
  const base = lang.split("-")[0];
  const sites = base === "en" ? "enwiki" : `${base}wiki,enwiki`;
  return `https://www.wikidata.org/wiki/Special:GoToLinkedPage/${sites}/${encodeURIComponent(id)}`;
}

/**
 * Extractor: an article's elements -> its blocks, with the way back from every character to its text node.
 *
 * One walk over the elements, in order. Text gathers in the block that is open; a block-level element closes it before and
 * after itself, so that words of two blocks are never glued. What is hidden and what is no part of the story (navigation,
 * asides, adverts, share buttons ...) is passed over, unless much of the story's prose stands in it. A figure is one caption
 * block, its credit included; two line breaks in a row end a block, one is a space.
 *
 * The walk may begin above the body, at an ancestor that also holds the headline: of what stands between the two only
 * standfirst, byline, date and captions are read, and nothing after the body.
 *
 * A block's kind comes from the mark-up. It is left out, for the engine to decide, where mark-up says nothing: short lines
 * before the first prose ("By A. Writer", "Nairobi, Oct. 24").
 *
 * Reads the page and changes nothing. Cost: linear in the elements under the root.
 */

import { ComposedWalk, composedParent } from "./composed-walk.js";
import { figureKind, isCaptionPart, isCredit } from "./figures.js";
import { KIND_OF_ELEMENT, KIND_OF_PROPERTY, KIND_OF_WORD, MARGIN_KINDS, SILENT_ELEMENTS, isAside, wordsOf } from "./markup.js";
import { letters } from "./page-facts.js";
import { dayOf } from "./published.js";
import { presentationOf } from "./presentation.js";
import { TextBlock } from "./text-block.js";
import { TextDensity, isLongParagraph } from "./text-density.js";
import { tidy } from "./tidy.js";
import { isDescription, virtualBlock } from "./virtual-blocks.js";

/**
 * @typedef {import("../schema.js").BlockKind} BlockKind
 * @typedef {import("./presentation.js").Presentation} Presentation
 * @typedef {{ kind: BlockKind | null, text: TextBlock, linkChars: number, margin: boolean }} PageBlock
 * @typedef {{ element: Element, block: boolean, kind: BlockKind | null, caption: boolean, link: boolean, visible: boolean }} Frame
 *
 * @typedef {object} Site  where the article stands
 * @property {Element} top  where the walk begins
 * @property {Element} body  the same, or under it
 * @property {Element | null} [headline]
 * @property {readonly string[]} [authors]
 * @property {readonly string[]} [descriptions]  what the page says of itself; such a line under the headline is the standfirst
 */

/** A paragraph at least this long is the story's own; before it, short ones may be bylines and dates. */
const STORY_PARAGRAPH = 100;
/** A byline's or date's marked part may be inside a longer line, but hardly inside a paragraph. */
const LONGEST_BYLINE = 200;
const LONGEST_CAPTION = 1500;
/** An aside with this share of the body's prose is the story. */
const STORY_SHARE = 0.3;

export class Extractor {
  /** @type {PageBlock[]} */
  #blocks = [];
  #open = new TextBlock();
  /** @type {Frame[]} */
  #frames = [];
  /** Kinds named by the elements around, the innermost last. @type {BlockKind[]} */
  #kinds = [];
  /** How much of the open block's text is marked as an author's name, as a time, or is in links. */
  #marked = { byline: 0, date: 0, link: 0 };
  #breaks = 0;
  /** Inside a figure or a caption, edges of blocks are spaces. */
  #captionDepth = 0;
  #linkDepth = 0;
  #invisible = 0;
  /** The figures around: the first `alt` in each, and how many blocks there were before. @type {{ alt: string | null, blocks: number }[]} */
  #pictures = [];
  #hasHeadline = false;
  #inStory = false;
  /** @type {"before" | "margin" | "body" | "after"} */
  #place;
  #site;
  #density;
  #presentation;
  #walk;
  /** Elements around the body and the headline. @type {Set<Element>} */
  #around = new Set();

  /**
   * @param {Site} site
   * @param {TextDensity} density  of `site.top`, counted to its end
   * @param {Presentation} presentation
   */
  constructor(site, density, presentation) {
    this.#site = site;
    this.#density = density;
    this.#presentation = presentation;
    for (const inner of [site.body, site.headline]) {
      for (let element = inner && composedParent(inner); element; element = composedParent(element)) this.#around.add(element);
    }
    this.#place = site.top === site.body ? "body" : "before";
    this.#walk = new ComposedWalk(site.top, {
      enter: (element) => this.#enter(element),
      leave: (element) => this.#leave(element),
      text: (node) => this.#text(node),
    });
  }

  /**
   * The blocks of a root that is known to hold the article.
   *
   * @param {Element} root
   * @param {Presentation} [presentation]
   * @returns {PageBlock[]}
   */
  static blocksOf(root, presentation = presentationOf(root)) {
    const density = new TextDensity(root);
    density.advance();
    const extractor = new Extractor({ top: root, body: root }, density, presentation);
    extractor.advance();
    return extractor.blocks;
  }

  /** @param {number} [count] @returns {boolean} whether all is read */
  advance(count) {
    if (!this.#walk.advance(count)) return false;
    this.#close();
    return true;
  }

  /** When all is read. */
  get blocks() {
    return tidy(this.#blocks, this.#site.authors ?? []);
  }

  /** @param {Text} node */
  #text(node) {
    if (this.#invisible > 0 && !this.#frames.at(-1)?.visible) return;
    if (this.#place === "after") return;
    const before = this.#open.text.length;
    this.#open.append(node);
    const added = this.#open.text.length - before;
    if (added === 0) return;
    this.#breaks = 0;
    const kind = this.#kinds.at(-1);
    if (kind === "byline" || kind === "date") this.#marked[kind] += added;
    if (this.#linkDepth > 0) this.#marked.link += added;
  }

  /** @param {Element} element */
  #enter(element) {
    const name = element.localName;
    if (name === "br") {
      this.#lineBreak();
      return false;
    }
    if ((name === "img" || name === "amp-img") && this.#pictures.length > 0) this.#pictures[this.#pictures.length - 1].alt ??= element.getAttribute("alt");
    if (this.#place === "after" || SILENT_ELEMENTS.has(name)) return false;
    const around = this.#around.has(element);
    if (this.#place === "before" && !around && element !== this.#site.headline && element !== this.#site.body) {
      if (this.#site.headline) return false;
    }
    if (!around && isAside(element) && !this.#holdsStory(element)) return false;
    const display = this.#presentation.display(element);
    if (display === "none") return false;

    const block = display === "block";
    if (element === this.#site.body || element === this.#site.headline) this.#edge(true);
    if (element === this.#site.headline && this.#place === "before") this.#place = "margin";
    const within = this.#captionDepth > 0;
    const figure = around || element === this.#site.body ? null : figureKind(element, (one) => this.#density.of(one), within);
    if (within && (name === "table" || name === "pre")) return false;
    const caption = figure === "caption" && this.#density.of(element).chars <= LONGEST_CAPTION;
    const kind = caption ? "caption" : figure === "story" ? null : this.#kindFor(element);
    const part = within && isCaptionPart(element);
    if (caption && !within && isCredit(element) && this.#continueCaption()) {
      this.#push({ element, block: true, kind, caption, link: false, visible: display !== "invisible" });
      return true;
    }
    // A figure in a figure (a gallery) has a caption of its own.
    if (block || caption || part) this.#edge(name === "figure" || (caption && !within));
    if (element === this.#site.body) this.#place = "body";
    if (name === "figure") this.#pictures.push({ alt: null, blocks: this.#blocks.length });
    this.#push({ element, block: block || caption || part, kind, caption, link: name === "a", visible: display !== "invisible" });
    return true;
  }

  /** A credit right after a caption goes on in its block. */
  #continueCaption() {
    if (!this.#open.empty || this.#blocks.at(-1)?.kind !== "caption") return false;
    const last = /** @type {PageBlock} */ (this.#blocks.pop());
    if (last.text.nodes.length === 0) {
      this.#blocks.push(last);
      return false;
    }
    this.#open = last.text;
    this.#open.appendBreak();
    return true;
  }

  /** A figure without a caption is read by its picture's `alt`. */
  #describe() {
    const picture = this.#pictures.pop();
    const alt = picture?.alt?.replace(/\s+/g, " ").trim() ?? null;
    if (this.#place !== "body" || picture?.blocks !== this.#blocks.length || !isDescription(alt)) return;
    this.#blocks.push(virtualBlock("caption", alt));
  }

  /** @param {Frame} frame */
  #push(frame) {
    this.#frames.push(frame);
    if (frame.caption) this.#captionDepth += 1;
    if (frame.kind) this.#kinds.push(frame.kind);
    if (frame.link) this.#linkDepth += 1;
    if (!frame.visible) this.#invisible += 1;
  }

  /** @param {Element} element */
  #leave(element) {
    const frame = /** @type {Frame} */ (this.#frames.at(-1));
    const { block, kind, caption, link, visible } = frame;
    if (block || element === this.#site.headline || element === this.#site.body) {
      this.#edge((caption && this.#captionDepth === 1) || element === this.#site.headline || element === this.#site.body);
    }
    this.#frames.pop();
    if (element.localName === "figure") this.#describe();
    if (kind) this.#kinds.pop();
    if (caption) this.#captionDepth -= 1;
    if (link) this.#linkDepth -= 1;
    if (!visible) this.#invisible -= 1;
    if (element === this.#site.body && this.#site.top !== element) this.#place = "after";
  }

  /** An aside by its name, but the story by its text. @param {Element} element */
  #holdsStory(element) {
    if (element === this.#site.headline || element === this.#site.body) return true;
    if (isLongParagraph(element, this.#density.of(element))) return true;
    return this.#place === "body" && this.#density.of(element).good >= STORY_SHARE * this.#density.of(this.#site.body).good && this.#density.of(element).good > 0;
  }

  /** A paragraph inside a telling element (a quotation, a list item) is of that element's kind. @param {Element} element */
  #kindFor(element) {
    if (element === this.#site.headline) return "headline";
    const kind = this.#kindOf(element);
    return kind === "paragraph" && this.#kinds.length > 0 ? null : kind;
  }

  /** The kind that an element gives to the blocks in it. @param {Element} element @returns {BlockKind | null} */
  #kindOf(element) {
    const name = element.localName;
    const { chars } = this.#density.of(element);
    const property = element.getAttribute("itemprop");
    if (property !== null && chars <= LONGEST_CAPTION) {
      for (const word of property.split(/\s+/)) if (Object.hasOwn(KIND_OF_PROPERTY, word)) return KIND_OF_PROPERTY[word];
    }
    if (name === "time") return "date";
    if (name === "a" && /\bauthor\b/.test(element.getAttribute("rel") ?? "")) return "byline";
    const names = element.getAttribute("class");
    if (names) {
      for (const word of wordsOf(names)) {
        if (!Object.hasOwn(KIND_OF_WORD, word)) continue;
        const kind = KIND_OF_WORD[word];
        if (chars <= (kind === "byline" || kind === "date" || kind === "credit" ? LONGEST_BYLINE : LONGEST_CAPTION / 2)) return kind;
      }
    }
    return Object.hasOwn(KIND_OF_ELEMENT, name) ? KIND_OF_ELEMENT[name] : null;
  }

  #lineBreak() {
    this.#breaks += 1;
    if (this.#breaks > 1) this.#edge(false);
    else this.#open.appendBreak();
  }

  /** Where an element on lines of its own begins or ends. @param {boolean} always  also inside a figure */
  #edge(always) {
    if (this.#captionDepth > 0 && !always) this.#open.appendBreak();
    else this.#close();
  }

  #close() {
    const text = this.#open;
    const marked = this.#marked;
    this.#breaks = 0;
    if (text.empty) {
      if (text.nodes.length > 0) this.#open = new TextBlock();
      return;
    }
    this.#marked = { byline: 0, date: 0, link: 0 };
    this.#open = new TextBlock();
    const margin = this.#place !== "body";
    const kind = this.#kindOfBlock(text.text, marked, margin);
    if (margin && (kind === null || !MARGIN_KINDS.has(kind))) return;
    this.#blocks.push({ kind, text, linkChars: marked.link, margin });
  }

  /** @param {string} text @param {{ byline: number, date: number }} marked @param {boolean} margin @returns {BlockKind | null} */
  #kindOfBlock(text, marked, margin) {
    const around = this.#captionDepth > 0 ? "caption" : (this.#kinds.at(-1) ?? null);
    const known = this.#site.headline ?? null;
    if (around === "headline") {
      if (known ? this.#frames.some(({ element }) => element === known) : !this.#hasHeadline) {
        if (this.#hasHeadline) return "standfirst";
        this.#hasHeadline = true;
        return around;
      }
      return known && !this.#hasHeadline ? "furniture" : "subheading";
    }
    if (!this.#inStory && around !== "caption" && this.#describes(text)) return "standfirst";
    // A class that says "author" or "date" can sit on far more than that.
    const trusted = text.length <= LONGEST_BYLINE || (around !== "byline" && around !== "date" && around !== "credit");
    if (around !== null && around !== "paragraph") {
      if (around === "standfirst" && this.#inStory) return "paragraph";
      return trusted ? around : prose(text) ? "paragraph" : null;
    }
    if (text.length <= LONGEST_BYLINE && !this.#inStory) {
      if (marked.date * 2 > text.length) return "date";
      if (marked.byline > 0) return "byline";
    }
    if (margin) {
      if (text.length <= LONGEST_BYLINE / 2 && /^(?:by|written by|words by|reported by|story by)\b/i.test(text)) return "byline";
      return text.length <= LONGEST_BYLINE / 2 && dayOf(text) ? "date" : null;
    }
    if (text.length >= STORY_PARAGRAPH) this.#inStory = true;
    if (around === "paragraph") return this.#inStory || prose(text) ? around : null;
    return prose(text) ? "paragraph" : null;
  }

  /** A line above the body that the page gives as its description. @param {string} text */
  #describes(text) {
    if (this.#place === "body" && this.#site.top !== this.#site.body) return false;
    if (text.length < 20 || text.length > 500) return false;
    const own = letters(text);
    return (this.#site.descriptions ?? []).some((description) => {
      const other = letters(description);
      return other.length >= 20 && own === other && this.#place !== "body";
    });
  }
}

/** Whether a text reads as a sentence or more. @param {string} text */
function prose(text) {
  return text.length >= STORY_PARAGRAPH || (text.length >= 40 && /[.!?\u2026]["'\u201d\u2019)\]]*$/.test(text) && !/^by\b/i.test(text));
}

/**
 * Extractor: an article's element → its blocks, with the way back from every character to its text node.
 *
 * One walk over the elements, in order. Text gathers in the block that is open; a block-level element closes it before and
 * after itself, so that words of two blocks are never glued. What is hidden and what is no part of the story (navigation,
 * asides, adverts, share buttons …) is passed over. A figure is one caption block, its credit included; two line breaks in
 * a row end a block, one is a space.
 *
 * A block's kind comes from the mark-up. It is left out, for the engine to decide, where mark-up says nothing: text outside
 * any telling element, and short paragraphs before the first long one ("By A. Writer", "Nairobi, Oct. 24").
 *
 * Reads the page and changes nothing. Cost: linear in the elements under the root.
 */

import { shownChildren } from "./flat-tree.js";
import {
  KIND_OF_ELEMENT,
  KIND_OF_PROPERTY,
  KIND_OF_WORD,
  UNREAD_ELEMENTS,
  UNREAD_ROLES,
  UNREAD_WORDS,
  wordsOf,
} from "./markup.js";
import { presentationOf } from "./presentation.js";
import { TextBlock } from "./text-block.js";

/**
 * @typedef {import("../schema.js").BlockKind} BlockKind
 * @typedef {import("./presentation.js").Presentation} Presentation
 * @typedef {{ kind: BlockKind | null, text: TextBlock }} PageBlock
 */

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** A paragraph at least this long is the story's own; before it, short ones may be bylines and dates. */
const STORY_PARAGRAPH = 100;
/** A byline's or date's marked part may be inside a longer line, but hardly inside a paragraph. */
const LONGEST_BYLINE = 200;

export class Extractor {
  /** @type {PageBlock[]} */
  #blocks = [];
  #open = new TextBlock();
  /** Kinds named by the elements around, the innermost last. @type {BlockKind[]} */
  #kinds = [];
  /** How much of the open block's text is marked as an author's name, or as a time. */
  #marked = { byline: 0, date: 0 };
  #breaks = 0;
  /** Inside a figure or a caption, edges of blocks are spaces. */
  #captionDepth = 0;
  #hasHeadline = false;
  #inStory = false;
  #presentation;

  /** @param {Presentation} presentation */
  constructor(presentation) {
    this.#presentation = presentation;
  }

  /**
   * @param {Element} root
   * @param {Presentation} [presentation]
   * @returns {PageBlock[]}
   */
  static blocksOf(root, presentation = presentationOf(root)) {
    const extractor = new Extractor(presentation);
    extractor.#children(root, true);
    extractor.#close();
    return extractor.#blocks;
  }

  /** @param {Element} element @param {boolean} visible */
  #children(element, visible) {
    for (const child of shownChildren(element)) {
      if (child.nodeType === TEXT_NODE) {
        if (visible) this.#text(/** @type {Text} */ (child));
      } else if (child.nodeType === ELEMENT_NODE) {
        this.#element(/** @type {Element} */ (child));
      }
    }
  }

  /** @param {Text} node */
  #text(node) {
    const before = this.#open.text.length;
    this.#open.append(node);
    const added = this.#open.text.length - before;
    if (added === 0) return;
    this.#breaks = 0;
    const kind = this.#kinds.at(-1);
    if (kind === "byline" || kind === "date") this.#marked[kind] += added;
  }

  /** @param {Element} element */
  #element(element) {
    if (element.localName === "br") {
      this.#lineBreak();
      return;
    }
    if (isUnread(element)) return;
    const display = this.#presentation.display(element);
    if (display === "none") return;

    const figure = element.localName === "figure" || element.localName === "figcaption";
    const caption = figure && !element.querySelector("blockquote, p ~ p ~ p");
    if (this.#captionDepth > 0 && ["table", "pre"].includes(element.localName)) return;
    const kind = caption ? "caption" : figure ? null : this.#kindFor(element);
    const block = display === "block";
    // A figure in a figure (a gallery) has a caption of its own.
    if (block || caption) this.#edge(element.localName === "figure");
    if (caption) this.#captionDepth += 1;
    if (kind) this.#kinds.push(kind);
    this.#children(element, display !== "invisible");
    if (block || caption) this.#edge(caption && this.#captionDepth === 1);
    if (kind) this.#kinds.pop();
    if (caption) this.#captionDepth -= 1;
  }

  /** A paragraph inside a telling element (a quotation, a list item) is of that element's kind. @param {Element} element */
  #kindFor(element) {
    const kind = kindOf(element);
    return kind === "paragraph" && this.#kinds.length > 0 ? null : kind;
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
    this.#marked = { byline: 0, date: 0 };
    if (text.empty) {
      if (text.nodes.length > 0) this.#open = new TextBlock();
      return;
    }
    this.#open = new TextBlock();
    this.#blocks.push({ kind: this.#kindOfBlock(text.text, marked), text });
  }

  /** @param {string} text @param {{ byline: number, date: number }} marked @returns {BlockKind | null} */
  #kindOfBlock(text, marked) {
    const around = this.#captionDepth > 0 ? "caption" : (this.#kinds.at(-1) ?? null);
    if (around === "headline") {
      if (this.#hasHeadline) return "subheading";
      this.#hasHeadline = true;
      return around;
    }
    // A class that says "author" or "date" can sit on far more than that.
    const trusted = text.length <= LONGEST_BYLINE || (around !== "byline" && around !== "date");
    if (around !== null && around !== "paragraph") return trusted ? around : null;
    if (text.length <= LONGEST_BYLINE && !this.#inStory) {
      if (marked.date * 2 > text.length) return "date";
      if (marked.byline > 0) return "byline";
    }
    if (text.length >= STORY_PARAGRAPH) this.#inStory = true;
    return this.#inStory ? around : null;
  }
}

/** @param {Element} element */
function isUnread(element) {
  if (UNREAD_ELEMENTS.has(element.localName)) return true;
  const role = element.getAttribute("role");
  if (role !== null && UNREAD_ROLES.has(role)) return true;
  const names = `${element.getAttribute("class") ?? ""} ${element.id}`;
  return names !== " " && wordsOf(names).some((word) => UNREAD_WORDS.has(word));
}

/** The kind that an element gives to the blocks in it. @param {Element} element @returns {BlockKind | null} */
function kindOf(element) {
  const property = element.getAttribute("itemprop");
  if (property !== null && Object.hasOwn(KIND_OF_PROPERTY, property)) return KIND_OF_PROPERTY[property];
  if (element.localName === "time") return "date";
  if (element.localName === "a" && element.getAttribute("rel") === "author") return "byline";
  for (const word of wordsOf(element.getAttribute("class") ?? "")) {
    if (Object.hasOwn(KIND_OF_WORD, word)) return KIND_OF_WORD[word];
  }
  return Object.hasOwn(KIND_OF_ELEMENT, element.localName) ? KIND_OF_ELEMENT[element.localName] : null;
}

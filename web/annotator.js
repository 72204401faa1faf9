/**
 * Annotator: an engine that is ready, and what one does with it.
 *
 *     const annotations = await annotator.annotate({ blocks: [{ text: "…" }] });
 *     const session = await annotator.attach(document.querySelector("article"));
 *     annotator.dispose();
 *
 * @typedef {import("./schema.js").Article} Article
 * @typedef {import("./schema.js").Annotations} Annotations
 *
 * @typedef {"worker" | "blob" | "page"} Place  a worker from its file, or from its checked bytes; the page's own thread
 *
 * @typedef {object} Engine  a SlicedEngine or a WorkerEngine
 * @property {(article: Article, options?: { signal?: AbortSignal }) => Promise<string>} annotate
 * @property {() => void} dispose
 */

import { breathe } from "./breathe.js";

/** @template Session, Options */
export class Annotator {
  #engine;
  #attach;
  /** Where the engine runs. @type {Place} */
  place;

  /**
   * @param {Engine} engine
   * @param {(root: Element, annotate: Annotator<Session, Options>["annotate"], options?: Options) => Promise<Session>} attach
   * @param {Place} [place]
   */
  constructor(engine, attach, place = "page") {
    this.place = place;
    this.#engine = engine;
    this.#attach = attach;
  }

  /**
   * Articles are annotated one after the other, in the order they came.
   *
   * @param {Article} article
   * @param {{ signal?: AbortSignal }} [options]
   * @returns {Promise<Annotations>} rejects with a NewsglossError, or as the signal says
   */
  async annotate(article, { signal } = {}) {
    const json = await this.#engine.annotate(article, { signal });
    await breathe();
    return JSON.parse(json);
  }

  /**
   * Reads the article under `root`, annotates it and shows the result there, without writing into it.
   *
   * @param {Element} root
   * @param {Options} [options]
   * @returns {Promise<Session>}
   */
  attach(root, options) {
    return this.#attach(root, (article, how) => this.annotate(article, how), options);
  }

  /** Ends the worker or frees the engine's memory. Sessions stay; requests that wait are rejected. */
  dispose() {
    this.#engine.dispose();
  }
}

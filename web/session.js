/**
 * Session: one article of the page, read, painted and open to be explored, until `destroy()`.
 *
 *     session.addEventListener("select", ({ detail }) => …);   // detail.subject, or null
 *     session.show("quotes", false);
 *     session.next();
 *     await session.update();     // the page has changed; it is noticed by itself too
 *     session.destroy();
 *
 * The article's DOM is never written to, but where `marks: "elements"` asks for it. The page gets one element at the end of its body, ranges in `CSS.highlights` and a
 * constructed style sheet (a second element with the marks as boxes, where there is no highlight registry); `destroy` takes
 * all of it away.
 *
 * When the article changes, what is still true is shown at once and the whole is annotated anew; the result is that of a
 * fresh session, and an answer that comes too late is dropped. When the article leaves the page, the session ends.
 *
 * Events `result`, `select`, `feedback`, `error` and `destroy` are fired on the session and, all but the last, as bubbling
 * `newsgloss:…` on the root.
 *
 * @typedef {import("./schema.js").Annotations} Annotations
 * @typedef {import("./schema.js").Article} Article
 * @typedef {import("./highlight/marks.js").Layer} Layer
 * @typedef {import("./highlight/marks.js").Mark} Mark
 * @typedef {(article: Article, options: { signal: AbortSignal }) => Promise<Annotations>} Annotate
 *
 * @typedef {object} SessionOptions
 * @property {Annotate} [annotate]
 * @property {Annotations} [annotations]  made before; then nothing is annotated
 * @property {readonly string[]} [types]  entity types to mark; all by default
 * @property {readonly Layer[]} [layers]  shown at first; all by default
 * @property {"auto" | "light" | "dark"} [theme]
 * @property {import("./ui/messages.js").Pin} [pin]  is asked before a further file of the package is imported
 * @property {"auto" | "elements"} [marks]  painted by the browser, or `<mark>` elements in the article; "auto" by default
 * @property {boolean} [toolbar]  the button in the corner, and the panel; true by default
 * @property {import("./ui/topic-link.js").Topics} [topics]  where the site's own page about an entity is, "/topics/{slug}"
 * @property {boolean} [notice]  says so on the page, in its corner, where the article is not in English; false by default
 * @property {import("./ui/messages.js").Language} [lang]  the interface's language; English by default
 * @property {import("./ui/shortcuts.js").ShortcutSetting} [shortcuts]  other keys, or false for none
 * @property {boolean} [feedback]  the card asks what is wrong, and an event `feedback` says; false by default
 * @property {boolean} [watch]  follows the page's changes; true by default
 * @property {Promise<unknown>} [engine]  the page is read while this is waited for; it is what `annotate` needs
 * @property {AbortSignal} [signal]  destroys the session, or gives up before it is there
 */

import { reanchor } from "./anchor/reanchor.js";
import { NewsglossError, isAbort } from "./engine/newsgloss-error.js";
import { LAYERS, marksOf } from "./highlight/marks.js";
import { Painting } from "./highlight/painting.js";
import { ATTRIBUTES, PageWatch } from "./page-watch.js";
import { isEnglish } from "./page/english.js";
import { readPage, readPageAtOnce } from "./page/read-page.js";
import { breathe } from "./breathe.js";
import { Explorer } from "./ui/explorer.js";
import { interfaceParts } from "./ui/interface-parts.js";
import { showNotice } from "./ui/notice.js";
import { Shell } from "./ui/shell.js";
import { targetOf } from "./ui/target.js";
import { ThemeWatch } from "./ui/theme-watch.js";
import { quoteText, textOf } from "./ui/wording.js";

/** How often a page may rewrite its text while it is being annotated for the first time. */
const ATTEMPTS = 3;

export class Session extends EventTarget {
  root;
  /** Of the page as it is. @type {Annotations} */
  annotations;
  #page;
  /** Those that were given, or the engine's last. @type {Annotations} */
  #source;
  #options;
  #controller = new AbortController();
  #painting;
  #shell;
  /** @type {Explorer} */
  #explorer = /** @type {never} */ (null); // there when `start` resolves
  #themes;
  /** @type {PageWatch | null} */
  #watch = null;
  /** What notices changes before there is a PageWatch. @type {Changes} */
  #changes;
  /** Ends the annotation in progress, when a newer change comes. @type {AbortController | null} */
  #updating = null;

  /**
   * @param {Element} root
   * @param {SessionOptions} options
   * @returns {Promise<Session>} rejects with a NewsglossError that names the cause; the page is as it was
   */
  static async start(root, options) {
    const { annotate, annotations, types, signal, engine } = options;
    if (!annotate && !annotations) throw new NewsglossError("article", "Neither annotations nor a way to make them were given");
    checkRoot(root, signal);
    const unending = new AbortController().signal;
    const parts = interfaceParts(options);
    const changes = new Changes(root);
    try {
      let page = await read(root, changes, signal);
      await engine;
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        if (changes.any()) page = await read(root, changes, signal);
        const source = annotations ?? (await /** @type {Annotate} */ (annotate)(page.article, { signal: signal ?? unending }));
        await breathe();
        checkAnnotations(source);
        checkRoot(root, signal);
        if (changes.any()) {
          // What the page did while the engine was at work may or may not concern the text.
          const now = await read(root, changes, signal);
          const same = sameText(page, now);
          page = now;
          if (!annotations && !same) continue;
        }
        const anchored = reanchor(source, page.article.blocks);
        const marks = marksOf(anchored, { types });
        await breathe();
        const messages = await parts.messages;
        checkRoot(root, signal);
        const marker = await parts.marker;
        checkRoot(root, signal);
        const session = new Session(root, { page, source, annotations: anchored }, options, { messages, marker, changes });
        await session.#open(marks, messages, parts.panel);
        if (changes.any()) void session.update().catch(() => {});
        return session;
      }
    } catch (error) {
      if (options.notice && error instanceof NewsglossError && error.code === "language") {
        const messages = await parts.messages;
        showNotice(root, messages.text("notEnglish"), options, messages);
      }
      throw error;
    } finally {
      changes.stop();
    }
    throw new NewsglossError("unstable", `The page rewrote its text ${ATTEMPTS} times while it was being annotated`);
  }

  /**
   * @param {Element} root
   * @param {{ page: import("./page/page-article.js").PageArticle, source: Annotations, annotations: Annotations }} article  `source` as it was
   *   made, `annotations` those of the page
   * @param {SessionOptions} options
   * @param {{ messages: import("./ui/messages.js").Messages, marker: import("./ui/interface-parts.js").MarkPart | null, changes: Changes }} parts
   */
  constructor(root, { page, source, annotations }, options, { messages, marker, changes }) {
    super();
    // In a Firefox extension's content script an EventTarget is the page's, and comes without what this class adds.
    Object.setPrototypeOf(this, new.target.prototype);
    const { theme = "auto", signal } = options;
    this.root = root;
    this.annotations = annotations;
    this.#page = page;
    this.#source = source;
    this.#options = options;

    const stop = this.#controller.signal;
    this.#changes = changes;
    this.#themes = new ThemeWatch(() => this.#textElement(), theme, (now) => this.#setAppearance(now), stop);
    const { now } = this.#themes;
    const quietly = (/** @type {() => void} */ write) => this.#changes.quietly(() => (this.#watch ? this.#watch.quietly(write) : write()));
    this.#painting = new Painting(root, page.map, now, marker && { ...marker, quietly });
    this.#shell = new Shell(root.ownerDocument.body, { theme: now.theme, font: this.#font(), messages });
    signal?.addEventListener("abort", () => this.destroy(), { signal: stop });
  }

  /**
   * The rest of the beginning, so that none of its steps is a long task.
   *
   * @param {Mark[]} marks
   * @param {import("./ui/messages.js").Messages} messages
   * @param {Promise<import("./ui/interface-parts.js").PanelPart> | null} panel
   */
  async #open(marks, messages, panel) {
    const { root, annotations } = this;
    const { layers = LAYERS, toolbar = true, topics, shortcuts, feedback = false, watch = true, signal } = this.#options;
    const stop = this.#controller.signal;
    const rest = async () => {
      await breathe();
      checkRoot(root, signal);
    };
    try {
      await rest();
      const { map } = this.#page;
      this.#explorer = new Explorer(
        {
          root,
          painting: this.#painting,
          shell: this.#shell,
          messages,
          panel,
          failed: (error) => this.#fire("error", { error, session: this }),
          layers,
          toolbar,
          topics,
          shortcuts,
          selected: (subject) => this.#fire("select", { subject, target: subject && targetOf(subject), session: this }),
          feedback: feedback ? (...said) => this.#feedback(...said) : null,
        },
        { map, annotations, marks },
        stop,
      );
      await rest();
      this.#explorer.paint();
      this.#watch = new PageWatch(root, { changed: () => void this.update().catch(() => {}), left: () => this.#left() }, stop);
      if (watch) this.#watch.observe(map.scopes);
    } catch (error) {
      this.destroy();
      throw error;
    }
    queueMicrotask(() => this.#fire("result", { annotations: this.annotations, session: this }));
  }

  /** The layers that are shown. */
  get layers() {
    return this.#explorer.layers;
  }

  /** Shows or hides a layer. @param {Layer} layer @param {boolean} [on] */
  show(layer, on = true) {
    this.#explorer.show(layer, on);
  }

  /** Goes to the next mark and shows its card. */
  next() {
    this.#explorer.step(1);
  }

  /** Goes to the mark before and shows its card. */
  previous() {
    this.#explorer.step(-1);
  }

  /** Goes to a place of the article and shows its card. @param {import("./ui/target.js").Target} target */
  goTo(target) {
    this.#explorer.goTo(target);
  }

  /** Opens the panel. */
  openPanel() {
    this.#explorer.openPanel();
  }

  /**
   * Reads the article anew, as after a change of the page. Resolves when what is shown is that of the page as it is; at once
   * where its text is the same.
   */
  async update() {
    const { signal } = this.#controller;
    if (signal.aborted) return;
    this.#updating?.abort();
    const updating = new AbortController();
    this.#updating = updating;
    this.#watch?.settle();
    try {
      const changed = { any: () => this.#watch?.settle() ?? false };
      // Marks in the article are lifted while it is read, and back before the browser paints.
      this.#painting.lift();
      const page = await read(this.root, changed, updating.signal, this.#painting.inTheArticle);
      if (this.#updating !== updating || signal.aborted) return;
      const same = sameText(page, this.#page);
      this.#page = page;
      // What stands where it stood goes on being shown, on the nodes that are there now.
      this.#show(reanchor(this.#source, page.article.blocks));
      if (same && this.annotations === this.#source) return;
      const { annotate, annotations } = this.#options;
      if (annotate && !annotations) {
        const source = await annotate(page.article, { signal: updating.signal });
        // A change since then has an update of its own.
        if (this.#updating !== updating || signal.aborted || this.#watch?.pending) return;
        this.#source = source;
        this.#show(reanchor(source, page.article.blocks));
      }
      this.#fire("result", { annotations: this.annotations, session: this });
    } catch (error) {
      if (isAbort(error) || signal.aborted) return;
      // The article is gone, or is no longer one: nothing of it is shown.
      if (error instanceof NewsglossError && ["no-text", "language", "no-root"].includes(error.code)) {
        const { annotations } = this;
        this.#show({ ...annotations, entities: [], values: [], quotes: [], captions: [] });
      }
      this.#fire("error", { error, session: this });
      throw error;
    } finally {
      if (this.#updating === updating) this.#updating = null;
    }
  }

  /** Takes everything away that the session added to the page. May be called again. */
  destroy() {
    if (this.#controller.signal.aborted) return;
    this.#controller.abort();
    this.#updating?.abort();
    this.#painting.remove();
    this.#shell.remove();
    this.dispatchEvent(new CustomEvent("destroy"));
  }

  /** @param {Annotations} annotations */
  #show(annotations) {
    this.annotations = annotations;
    this.#painting.remap(this.#page.map);
    this.#themes.look();
    this.#explorer.update({ map: this.#page.map, annotations, marks: marksOf(annotations, { types: this.#options.types }) });
    if (this.#options.watch !== false) this.#watch?.observe(this.#page.map.scopes);
  }

  #left() {
    const error = new NewsglossError("no-root", "The article has left the page; its session has ended");
    const { ownerDocument } = this.root;
    this.#fire("error", { error, session: this });
    // From a root that is not in the page nothing bubbles.
    const listening = ownerDocument.defaultView ? ownerDocument : document;
    listening.dispatchEvent(new CustomEvent("newsgloss:error", { detail: { error, session: this }, bubbles: true }));
    this.destroy();
  }

  /** The typeface of the story's paragraphs, in which the card quotes them. */
  #font() {
    return getComputedStyle(this.#textElement()).fontFamily;
  }

  /** In which the story's first paragraph stands. */
  #textElement() {
    const block = Math.max(this.annotations.blocks.findIndex(({ kind }) => kind === "paragraph"), 0);
    const element = this.#page.map.nodes(block)[0]?.parentElement;
    return element?.isConnected ? element : this.root;
  }

  /** @param {import("./ui/theme-watch.js").Appearance} now */
  #setAppearance(now) {
    this.#painting.setAppearance(now);
    this.#shell.setTheme(now.theme);
  }

  /**
   * What the reader says is wrong.
   *
   * @param {import("./highlight/marks.js").Subject} subject
   * @param {string} wrong
   * @param {string} note
   */
  #feedback(subject, wrong, note) {
    const { annotations } = this;
    const target = targetOf(subject);
    const text =
      subject.kind === "entity"
        ? textOf(annotations, subject.mention)
        : subject.kind === "quote"
          ? quoteText(annotations, subject.quote)
          : subject.kind === "value"
            ? textOf(annotations, subject.value)
            : textOf(annotations, { block: subject.caption.block, ...subject.caption.description });
    this.#fire("feedback", { kind: subject.kind, id: "id" in target ? target.id : null, text, wrong, note, target, session: this });
  }

  /** @param {"result" | "select" | "feedback" | "error"} type @param {object} detail */
  #fire(type, detail) {
    if (this.#controller.signal.aborted) return;
    this.dispatchEvent(new CustomEvent(type, { detail }));
    this.root.dispatchEvent(new CustomEvent(`newsgloss:${type}`, { detail, bubbles: true, composed: true }));
  }
}

/** @param {Element} root */
function isThere(root) {
  return root?.isConnected && root.ownerDocument.defaultView !== null;
}

/** After waiting: is the root still wanted, and still there? @param {Element} root @param {AbortSignal} [signal] */
function checkRoot(root, signal) {
  signal?.throwIfAborted();
  if (!isThere(root)) throw new NewsglossError("no-root", "The root has left the page meanwhile");
}

/**
 * The article in slices; at one go where the page does not rest meanwhile.
 *
 * @param {Element} root
 * @param {{ any: () => boolean, reach?: (scopes: Iterable<Node>) => void }} changes
 * @param {AbortSignal} [signal]
 * @param {boolean} [atOnce]
 */
async function read(root, changes, signal, atOnce = false) {
  if (!isThere(root)) throw new NewsglossError("no-root", "The root is not an element in the page");
  const { ownerDocument } = root;
  let page = null;
  for (let attempt = 1; attempt <= ATTEMPTS && !page && !atOnce; attempt += 1) {
    changes.any();
    page = await readPage(ownerDocument, { root, signal });
    checkRoot(root, signal);
    if (changes.any()) page = null;
  }
  page ??= readPageAtOnce(ownerDocument, { root });
  if (!page || page.article.blocks.length === 0) throw new NewsglossError("no-text", "The root has no text to read");
  changes.reach?.(page.map.scopes);
  const { lang, blocks } = page.article;
  if (!isEnglish(blocks, lang)) {
    throw new NewsglossError("language", `The article is not in English${lang ? ` (the page says "${lang}")` : ""}; only English is read`);
  }
  // Where the page says otherwise, its text has been heard.
  if (lang && !/^en\b/i.test(lang)) page.article.lang = "en";
  return page;
}

/** Whether the page has changed what is read since one last asked. */
class Changes {
  #seen = false;
  #observer = new MutationObserver(() => (this.#seen = true));

  #own;

  /** @param {Element} root */
  constructor(root) {
    this.#own = root.getRootNode();
    this.reach([root]);
  }

  /** The shadow roots too; but not the document around the root, where our own element comes. @param {Iterable<Node>} scopes */
  reach(scopes) {
    for (const scope of scopes) {
      if (scope === this.#own) continue;
      this.#observer.observe(scope, { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: ATTRIBUTES });
    }
  }

  any() {
    const any = this.#observer.takeRecords().length > 0 || this.#seen;
    this.#seen = false;
    return any;
  }

  /** @param {() => void} write  what is not to be seen */
  quietly(write) {
    this.#seen ||= this.#observer.takeRecords().length > 0;
    write();
    this.#observer.takeRecords();
  }

  stop() {
    this.#observer.disconnect();
  }
}

/** @typedef {{ article: Article }} Read @param {Read} a @param {Read} b */
function sameText(a, b) {
  const [before, after] = [a.article.blocks, b.article.blocks];
  return before.length === after.length && before.every(({ kind, text }, index) => after[index].text === text && after[index].kind === kind);
}

/** What was fetched as annotations may be anything. @param {unknown} value @returns {asserts value is Annotations} */
function checkAnnotations(value) {
  const found = /** @type {Partial<Annotations> | null} */ (value);
  const lists = [found?.blocks, found?.entities, found?.values, found?.quotes, found?.captions];
  if (found?.schema !== "newsgloss/1" || !found.article || !lists.every(Array.isArray)) {
    throw new NewsglossError("article", 'The annotations are not of the schema "newsgloss/1"');
  }
}

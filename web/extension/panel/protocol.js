/**
 * What a page with the content script in it and the extension's own pages (side panel, print list) say to each other, over a port
 * that the extension's page opens to the tab:
 *
 *     extension page  --connect-->  content script
 *     extension page  <--state----  at once, and whenever it changes
 *     extension page  --goTo----->  the reader chose something: show it in the article
 *     extension page  <--selected-  what is looked at in the article
 *
 * A document without the content script refuses the port. When the content script comes to a document, or shows an article there,
 * it says HELLO to all of the extension's pages, so that a side panel that waits for this tab connects, and to the frame that is shown.
 *
 * @typedef {import("../../schema.js").Annotations} Annotations
 * @typedef {import("../../ui/target.js").Target} Target
 * @typedef {import("../../export/formats.js").PageFacts} PageFacts
 * @typedef {"no-article" | "language" | "sensitive" | "engine"} Reason
 *
 * @typedef {{ phase: "idle" }} Idle  the page was asked to take it away, or the article is gone
 * @typedef {{ phase: "working" }} Working
 * @typedef {{ phase: "failed", reason: Reason }} Failed
 * @typedef {{ phase: "shown", annotations: Annotations, page: PageFacts }} Shown
 * @typedef {Idle | Working | Failed | Shown} State
 *
 * @typedef {{ state: State } | { selected: Target | null }} FromPage
 * @typedef {{ goTo: Target }} ToPage
 */

export const PORT = "newsgloss:panel";
export const HELLO = "newsgloss:hello";

/**
 * HTML text → a document, as a browser builds it: parse5 is the parsing algorithm of the HTML Standard, linkedom the tree.
 *
 * linkedom's own parser is faster still, but builds other trees than browsers do where mark-up is malformed (a `<p>` in a
 * `<p>`, text in a `<table>`, formatting left open), and then the command would find other blocks than the page.
 * (Only nesting deeper than any page's, for which the algorithm needs quadratic time, is left to linkedom.)
 * Declarative shadow roots are attached as a browser attaches them. Scripts do not run. Cost: linear.
 */

import { parseHTML } from "linkedom";
import { parse } from "parse5";

const HTML = "http://www.w3.org/1999/xhtml";

/** @param {string} html @returns {Document} */
export function parsePage(html) {
  if (isDeep(html)) return parseHTML(html).document;
  const { document } = parseHTML("");
  while (document.firstChild) document.removeChild(document.firstChild);
  parse(html, { treeAdapter: treeAdapterFor(document), scriptingEnabled: true });
  attachShadowRoots(document);
  return document;
}

/** linkedom looks attributes up one by one. */
const MOST_ATTRIBUTES = 200;
/** Browsers stop at 512. */
const DEEP = 1500;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|option|tr|td|th)$/i;

/** Whether more elements may be open at a time than in any page that was meant to be read. @param {string} html */
function isDeep(html) {
  let open = 0;
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z\d-]*)/gi)) {
    if (VOID.test(name)) continue;
    open = slash ? Math.max(0, open - 1) : open + 1;
    if (open > DEEP) return true;
  }
  return false;
}

/**
 * parse5's interface to a tree. Names are parse5's.
 *
 * @param {Document} document
 * @returns {any}
 */
function treeAdapterFor(document) {
  /** Where linkedom has no place for what parse5 asks about. @type {WeakMap<Node, string>} */
  const namespaces = new WeakMap();
  let mode = "no-quirks";
  /** @param {Node} parent @param {string} text @param {Node | null} before */
  const insertText = (parent, text, before) => {
    const previous = before ? before.previousSibling : parent.lastChild;
    if (previous?.nodeType === 3) /** @type {Text} */ (previous).data += text;
    else parent.insertBefore(document.createTextNode(text), before);
  };
  return {
    createDocument: () => document,
    createDocumentFragment: () => document.createDocumentFragment(),
    createElement(/** @type {string} */ name, /** @type {string} */ namespace, /** @type {{ name: string, value: string }[]} */ attributes) {
      // linkedom makes the elements of other namespaces of the same kind; only their name matters here.
      const element = document.createElement(isName(name) ? name : "unknown");
      if (namespace !== HTML) namespaces.set(element, namespace);
      for (const attribute of attributes.slice(0, MOST_ATTRIBUTES)) setAttribute(element, attribute);
      return element;
    },
    createCommentNode: (/** @type {string} */ data) => document.createComment(data),
    createTextNode: (/** @type {string} */ data) => document.createTextNode(data),
    appendChild: (/** @type {Node} */ parent, /** @type {Node} */ child) => parent.appendChild(child),
    insertBefore: (/** @type {Node} */ parent, /** @type {Node} */ child, /** @type {Node} */ next) => parent.insertBefore(child, next),
    setTemplateContent() {},
    getTemplateContent: (/** @type {HTMLTemplateElement} */ template) => template.content,
    setDocumentType() {},
    setDocumentMode: (/** @type {string} */ value) => void (mode = value),
    getDocumentMode: () => mode,
    detachNode: (/** @type {ChildNode} */ node) => node.remove(),
    insertText: (/** @type {Node} */ parent, /** @type {string} */ text) => insertText(parent, text, null),
    insertTextBefore: (/** @type {Node} */ parent, /** @type {string} */ text, /** @type {Node} */ next) => insertText(parent, text, next),
    adoptAttributes(/** @type {Element} */ element, /** @type {{ name: string, value: string }[]} */ attributes) {
      for (const attribute of attributes) if (!element.hasAttribute(attribute.name)) setAttribute(element, attribute);
    },
    getFirstChild: (/** @type {Node} */ node) => node.firstChild,
    getChildNodes: (/** @type {Node} */ node) => node.childNodes,
    getParentNode: (/** @type {Node} */ node) => node.parentNode,
    getAttrList: (/** @type {Element} */ element) => [...element.attributes].map(({ name, value }) => ({ name, value })),
    getTagName: (/** @type {Element} */ element) => element.localName,
    getNamespaceURI: (/** @type {Element} */ element) => namespaces.get(element) ?? HTML,
    getTextNodeContent: (/** @type {Text} */ node) => node.data,
    getCommentNodeContent: (/** @type {Comment} */ node) => node.data,
    getDocumentTypeNodeName: () => "html",
    getDocumentTypeNodePublicId: () => "",
    getDocumentTypeNodeSystemId: () => "",
    isTextNode: (/** @type {Node} */ node) => node.nodeType === 3,
    isCommentNode: (/** @type {Node} */ node) => node.nodeType === 8,
    isDocumentTypeNode: (/** @type {Node} */ node) => node.nodeType === 10,
    isElementNode: (/** @type {Node} */ node) => node.nodeType === 1,
    setNodeSourceCodeLocation() {},
    getNodeSourceCodeLocation: () => null,
    updateNodeSourceCodeLocation() {},
  };
}

/** The parser takes names that the DOM's own methods refuse. @param {string} name */
function isName(name) {
  return /^[a-z][\w:.-]*$/i.test(name);
}

/** @param {Element} element @param {{ name: string, value: string }} attribute */
function setAttribute(element, { name, value }) {
  if (/^[a-z_:][\w:.-]*$/i.test(name)) element.setAttribute(name, value);
}

/** @param {ParentNode} tree */
function attachShadowRoots(tree) {
  for (const template of tree.querySelectorAll("template[shadowrootmode]")) {
    const host = /** @type {Element} */ (template.parentNode);
    const content = /** @type {HTMLTemplateElement} */ (template).content;
    const mode = template.getAttribute("shadowrootmode");
    if (!host?.attachShadow || host.shadowRoot || (mode !== "open" && mode !== "closed")) continue;
    const root = host.attachShadow({ mode });
    while (content.firstChild) root.appendChild(content.firstChild);
    template.remove();
    attachShadowRoots(root);
  }
}

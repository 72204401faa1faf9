/**
 * ComposedWalk: an element's tree as it is composed for showing, in order: an open shadow root stands in for its host's
 * children, and a slot for what is assigned to it.
 *
 * It can be stopped after any node and taken up again, and needs no call stack, so that neither a long page nor a deep one
 * can hold up a thread. Cost: linear in the nodes visited.
 *
 * @typedef {object} Visitor
 * @property {(element: Element) => boolean} enter  whether to go into the element; only then `leave` follows
 * @property {(element: Element) => void} leave
 * @property {(node: Text) => void} text
 */

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

export class ComposedWalk {
  #visitor;
  /** The elements that are open, the innermost last. @type {Element[]} */
  #open = [];
  /** For each of them the child to visit next. @type {(Node | null)[]} */
  #next = [];

  /** @param {Element} root  its children are visited, itself not @param {Visitor} visitor */
  constructor(root, visitor) {
    this.#visitor = visitor;
    this.#push(root);
  }

  /** Visits at most `count` nodes. @param {number} [count] @returns {boolean} whether all is done */
  advance(count = Infinity) {
    const open = this.#open;
    const next = this.#next;
    for (let left = count; left > 0; left -= 1) {
      const top = open.length - 1;
      const node = next[top];
      if (!node) {
        if (top === 0) return true;
        next.pop();
        this.#visitor.leave(/** @type {Element} */ (open.pop()));
      } else {
        next[top] = followerOf(node, open[top]);
        if (node.nodeType === TEXT_NODE) {
          this.#visitor.text(/** @type {Text} */ (node));
        } else if (node.nodeType === ELEMENT_NODE && this.#visitor.enter(/** @type {Element} */ (node))) {
          this.#push(/** @type {Element} */ (node));
        }
      }
    }
    return false;
  }

  /** @param {Element} element */
  #push(element) {
    this.#open.push(element);
    this.#next.push(firstOf(element));
  }
}

/** @param {Element} element @returns {Node | null} */
function firstOf(element) {
  if (element.shadowRoot) return element.shadowRoot.firstChild;
  if (element.localName !== "slot") return element.firstChild;
  const host = hostOf(element);
  return (host && assigned(host.firstChild, element)) ?? element.firstChild;
}

/** The node after `node` in what `parent` shows. @param {Node} node @param {Element} parent */
function followerOf(node, parent) {
  const slotted = parent.localName === "slot" && node.parentNode !== parent;
  return slotted ? assigned(node.nextSibling, parent) : node.nextSibling;
}

/** The first of `node` and its later siblings that belongs into a slot. @param {Node | null} node @param {Element} slot */
function assigned(node, slot) {
  const name = slot.getAttribute("name") ?? "";
  for (let child = node; child; child = child.nextSibling) {
    const wanted = child.nodeType === ELEMENT_NODE ? (/** @type {Element} */ (child).getAttribute("slot") ?? "") : "";
    if ((child.nodeType === ELEMENT_NODE || child.nodeType === TEXT_NODE) && wanted === name) return child;
  }
  return null;
}

/** @param {Node} node @returns {Element | null} */
function hostOf(node) {
  for (let parent = node.parentNode; parent; parent = parent.parentNode) {
    if ("host" in parent && parent.nodeType === 11) return /** @type {ShadowRoot} */ (parent).host;
  }
  return null;
}

/** The parent as it is shown: a shadow root's is its host. @param {Node} node @returns {Element | null} */
export function composedParent(node) {
  const parent = /** @type {any} */ (node).assignedSlot ?? node.parentNode;
  if (!parent) return null;
  return parent.nodeType === 11 ? (parent.host ?? null) : parent.nodeType === ELEMENT_NODE ? parent : null;
}

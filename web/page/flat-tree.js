/**
 * The children of an element as they are shown: those of its open shadow root where it has one, for a slot what was put
 * into it (https://dom.spec.whatwg.org/#find-flattened-slotables), else its own. Closed shadow roots cannot be read.
 *
 * @param {Element} element
 * @returns {Iterable<ChildNode>}
 */
export function shownChildren(element) {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  if (element.localName === "slot" && "assignedNodes" in element) {
    const assigned = /** @type {HTMLSlotElement} */ (element).assignedNodes();
    if (assigned.length > 0) return /** @type {ChildNode[]} */ (assigned);
  }
  return element.childNodes;
}

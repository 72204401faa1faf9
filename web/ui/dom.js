/**
 * Elements without markup strings.
 *
 *     h("button", { type: "button", class: "next", ariaLabel: "Next", onclick: … }, icon("next"))
 */

/**
 * @typedef {Node | string | null | false | undefined} Child
 * @typedef {Record<string, unknown>} Properties  `class` and names with a dash are attributes, the rest properties of the
 *   element; null and undefined are left out
 */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Properties} [properties]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (name === "class" || name.includes("-")) element.setAttribute(name, String(value));
    else Object.assign(element, { [name]: value });
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Paths in a box of 16 by 16, drawn by ourselves. */
const ICONS = {
  mark: "M2.5 9.2c0-3 1.3-5 3.7-6l.5 1.1C5.4 5 4.7 6 4.6 7.200h1.900v4.600h-4V9.200Zm6.8 0c0-3 1.3-5 3.7-6l.5 1.100c-1.3.7-2 1.7-2.1 2.900h1.900v4.600h-4V9.200Z",
  close: "m4.2 3.2 3.8 3.8 3.8-3.8 1 1L9 8l3.8 3.8-1 1L8 9l-3.8 3.8-1-1L7 8 3.2 4.200Z",
  previous: "M10.3 2.8 5.1 8l5.2 5.2 1-1L7.2 8l4.1-4.200Z",
  next: "m5.7 13.2 5.2-5.2-5.2-5.2-1 1L8.8 8l-4.1 4.200Z",
  check: "m6.4 12.6-4-4 1.1-1.1 2.9 2.9 6.1-6.2 1.1 1.100Z",
  copy: "M6 2h8v9h-3v3H2V5h4V2Zm1.500 3H11v4.500h1.500v-6h-5V5Zm-4 1.500v6h6v-6h-6Z",
  settings: "M6.9 1.500h2.200l.4 1.800 1.200.5 1.600-1 1.500 1.500-1 1.600.5 1.200 1.800.4v2.200l-1.800.4-.5 1.200 1 1.600-1.500 1.500-1.600-1-1.200.5-.4 1.800H6.900l-.4-1.800-1.200-.5-1.600 1-1.500-1.500 1-1.600-.5-1.200-1.800-.4V7.500l1.800-.4.5-1.200-1-1.600 1.500-1.500 1.600 1 1.200-.5ZM8 5.800a2.600 2.600 0 1 0 0 5.200 2.600 2.600 0 0 0 0-5.200Z",
  outside: "M9 2h5v5h-1.500V4.600L7.5 9.5 6.5 8.500l4.9-5H9ZM3 4h4v1.500H4.500v6h6V9H12v4H3Z",
};

/** @param {string} tag @param {Record<string, string | number>} attributes @param {...SVGElement} children */
export function svg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  return svg("svg", { viewBox: "0 0 16 16", class: `icon icon-${name}`, "aria-hidden": "true" }, svg("path", { d: ICONS[name] }));
}

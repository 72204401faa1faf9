/**
 * The one tag's attributes, as options.
 *
 *     data-root      a selector; "article" when left out. The first element that matches.
 *     data-types     entity types to mark, "PERSON,ORG,GPE"; all when left out
 *     data-layers    "names,quotes,dates,captions"; all when left out
 *     data-theme     auto (the page's own), light, dark
 *     data-panel     auto (the button in the corner) or none
 *     data-worker    true, or false for the page's own thread
 *     data-annotations   annotations made before: the URL of their JSON, or "#id" of a <script type="application/json">
 *
 * `<news-gloss>` has the same, without "data-".
 *
 * @typedef {{ root: string, worker: boolean, annotations: string | null, session: import("../session.js").SessionOptions }} Settings
 */

/** What `<news-gloss>` looks at. */
export const ATTRIBUTES = ["root", "types", "layers", "theme", "panel", "worker", "annotations"];

/**
 * @param {DOMStringMap} data
 * @returns {Settings}
 */
export function settingsOf({ root, types, layers, theme, panel, worker, annotations }) {
  return {
    root: root || "article",
    worker: worker !== "false",
    annotations: annotations || null,
    session: {
      types: list(types)?.map((type) => type.toUpperCase()),
      layers: /** @type {import("../highlight/marks.js").Layer[] | undefined} */ (list(layers)),
      theme: theme === "light" || theme === "dark" ? theme : "auto",
      toolbar: panel !== "none",
      notice: panel !== "none",
    },
  };
}

/** @param {string | undefined} value */
function list(value) {
  const words = value?.split(/[\s,]+/).filter(Boolean);
  return words?.length ? words : undefined;
}

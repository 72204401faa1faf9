/**
 * The one tag's attributes, as options.
 *
 *     data-root      a selector; "article" when left out. The first element that matches.
 *     data-types     entity types to mark, "PERSON,ORG,GPE"; all when left out
 *     data-layers    "names,quotes,dates,captions"; all when left out
 *     data-theme     auto (the page's own), light, dark
 *     data-panel     auto (the button in the corner) or none
 *     data-topics    the site's own page about someone: "/topics/{slug}", see ui/topic-link.js
 *     data-lang      the interface's language: en, es, ar, or auto (the reader's)
 *     data-shortcuts     none, or other keys: "next=j previous=k search=/ panel=Alt+Shift+Q"
 *     data-feedback  true: the card asks what is wrong, and newsgloss:feedback says
 *     data-worker    true, or false for the page's own thread
 *     data-worker-src    the package's worker.js on the page's own origin, where the rest comes from a CDN
 *     data-annotations   annotations made before: the URL of their JSON, or "#id" of a <script type="application/json">
 *
 *     data-config    "#id" of a <script type="application/json"> with any of these, {"types": ["PERSON"], "theme": "dark"}; what
 *                    the tag itself says counts before it
 *
 * `<news-gloss>` has the same, without "data-".
 *
 * @typedef {{ root: string, worker: boolean, workerUrl: string | undefined, annotations: string | null, session: import("../session.js").SessionOptions }} Settings
 */

/** What `<news-gloss>` looks at. */
export const ATTRIBUTES = ["root", "types", "layers", "theme", "panel", "topics", "lang", "shortcuts", "feedback", "worker", "worker-src", "annotations"];

/**
 * @param {DOMStringMap} data
 * @returns {Settings}
 */
export function settingsOf({ root, types, layers, theme, panel, topics, lang, shortcuts, feedback, worker, workerSrc, annotations }) {
  return {
    root: root || "article",
    worker: worker !== "false",
    workerUrl: workerSrc || undefined,
    annotations: annotations || null,
    session: {
      types: list(types)?.map((type) => type.toUpperCase()),
      layers: /** @type {import("../highlight/marks.js").Layer[] | undefined} */ (list(layers)),
      theme: theme === "light" || theme === "dark" ? theme : "auto",
      topics: topics || undefined,
      lang: lang || undefined,
      shortcuts: keys(shortcuts),
      feedback: feedback === "true",
      toolbar: panel !== "none",
      notice: panel !== "none",
    },
  };
}

/**
 * The tag's attributes, and what the page configures beside them.
 *
 * @param {DOMStringMap} data
 * @returns {DOMStringMap}
 */
export function configured(data) {
  if (!data.config) return data;
  try {
    const config = JSON.parse(document.querySelector(data.config)?.textContent ?? "");
    return { ...Object.fromEntries(Object.entries(config).map(([name, value]) => [name, written(value)])), ...data };
  } catch (cause) {
    throw Object.assign(new Error(`data-config: ${data.config} holds no JSON`, { cause }), { name: "NewsglossError", code: "article", directive: null });
  }
}

/** What JSON says, as an attribute would: `["PERSON", "ORG"]`, `{"next": "j"}`. @param {unknown} value */
function written(value) {
  return value && typeof value === "object" && !Array.isArray(value) ? Object.entries(value).map((pair) => pair.join("=")).join(" ") : String(value);
}

/** @param {string | undefined} value */
function list(value) {
  const words = value?.split(/[\s,]+/).filter(Boolean);
  return words?.length ? words : undefined;
}

/** "next=j panel=Alt+Q" @param {string | undefined} value @returns {import("../ui/shortcuts.js").ShortcutSetting | undefined} */
function keys(value) {
  if (value === "none") return false;
  return value ? Object.fromEntries(value.split(/\s+/).filter(Boolean).map((pair) => [pair.split("=", 1)[0], pair.slice(pair.indexOf("=") + 1)])) : undefined;
}
